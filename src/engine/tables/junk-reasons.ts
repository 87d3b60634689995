import type { Language } from '../../model/field-type.ts'
import type { JunkReason } from '../../normalize/junk.ts'

const ZH = {
  'no name given': '没有名称',
  'test data': '测试数据',
  'walk-in customer': '散客，不是具体客户',
  'refers to another row': '指向别的行（同上之类）',
  'void record': '已作废',
  'digits only': '只有数字',
  'no letters': '没有文字',
  'one character repeated': '同一个字重复',
  'a single character': '只有一个字',
  'named in the settings': '设置中列为非客户',
  'company name is empty': '名称为空',
  'company name is unreadable': '名称无法识别',
} as const satisfies Record<JunkReason, string> & Record<string, string>

/**
 * Why a row is no customer, in words; a reason without a translation stays as it is.
 * @example junkReasonText('walk-in customer', 'zh') // => '散客，不是具体客户'
 */
export function junkReasonText(reason: string, language: Language): string {
  if (language === 'en') return reason
  return (ZH as Readonly<Record<string, string>>)[reason] ?? reason
}
