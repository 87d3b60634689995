import type { Language } from '../model/field-type.ts'

/** What the profile says in Chinese for a code or an English reason; English shows the key itself unless given. */
const WORDS = `
no name given = 未填名称
test data = 测试数据
walk-in customer = 散客
refers to another row = 指向另一行
void record = 作废
digits only = 只有数字
no letters = 没有文字
one character repeated = 同一字符重复
a single character = 只有一个字
named in the settings = 设置中指定
shared by many customers = 多家客户共用
no letters or digits in it = 没有文字或数字
nothing of the kind in it = 没有可识别的内容
no part of an address in it = 没有地址成分
a host that many share = 多家共用的平台网址
no date in it = 不是日期
length = 位数不对 / wrong length
alphabet = 含有不允许的字符 / a character that codes do not use
checkCharacter = 校验位不符 / check character wrong
province = 登记地代码不存在 / no such province code
digitsLost = 电子表格丢失了位数 / digits lost by a spreadsheet
masked = 打码 / hidden digits
placeholder = 占位内容 / made up to fill the field
unknownForm = 不是已知的代码 / no known kind of number
personalId = 身份证号 / personal id
tooShort = 太短 / too short
tooLong = 太长 / too long
unusedPrefix = 未启用的号段 / prefix not in use
unknownArea = 区号不存在 / no such area code
badLocal = 本地号码不成立 / no such local number
badForeign = 境外号码不成立 / no such foreign number
noAddress = 没有邮箱地址 / no email address in it
noDomain = 缺少域名 / no domain
noName = 缺少用户名 / no name before @
unreadable = 无法识别
lookAlike = 形近字符改正 / look-alike character put right
doubledCharacter = 去掉重复字符 / doubled character taken out
decimalTail = 去掉小数尾 / decimal tail taken off
letterDigits = 字母改为数字 / letters read as digits
leadingZero = 首位的 0 改正 / leading zero put right
areaCode = 补全区号 / area code completed
carrierPrefix = 去掉拨号前缀 / dialling prefix taken off
thousands = 去掉千位分隔符 / thousands separators taken out
exponent = 还原科学记数 / read from scientific notation
runTogether = 连写的号码拆开 / numbers run together, parted
sharedStem = 按共用号段补全 / completed from the number before
maskLength = 打码位数调整 / number of hidden digits put right
domain = 域名改正 / domain put right
separator = @ 符号改正 / @ sign put right
mobile = 手机
landline = 座机
tollFree = 400/800 / toll-free
short = 短号 / short number
foreign = 境外 / foreign
iot = 物联网 / machine
creditCode = 统一社会信用代码 / credit code
organisationCode = 组织机构代码 / organisation code
registrationNumber = 注册号 / registration number
taxNumber = 旧税号 / old tax number
company = 公司
partnership = 合伙
cooperative = 合作社
individual = 个体
institution = 事业单位
hospital = 医院
school = 学校
bank = 银行
government = 政府机关
association = 社团
lawFirm = 律师事务所 / law firm
person = 个人
junk = 无效
unknown = 未知
city = 市
county = 区县
town = 乡镇街道
village = 村
zone = 开发区 / development zone
road = 路
poi = 地点 / place
number = 门牌号 / house number
building = 楼栋
room = 房号
`

const words = new Map(
  WORDS.trim()
    .split('\n')
    .map((line) => {
      const [key, text] = line.split(' = ')
      const [zh, en = key] = text.split(/ \/ /)
      return [key, { zh, en }] as const
    }),
)

/** A reason, repair or kind in words; as it stands where it has none (industry words, brands). */
export function inWords(key: string, language: Language): string {
  return words.get(key)?.[language] ?? key
}

/** The parts whose values are codes with words of their own; other parts hold text of the input. */
export const CODED_PARTS: ReadonlySet<string> = new Set(['kind', 'finest'])

const ROLES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  id: { zh: '记录编号', en: 'record id' },
  source: { zh: '来源', en: 'source' },
  updatedAt: { zh: '更新时间', en: 'time of update' },
  ignore: { zh: '不用', en: 'left out' },
  formerName: { zh: '曾用名', en: 'former name' },
  abbreviation: { zh: '简称', en: 'short name' },
  '': { zh: '仅保留', en: 'only kept' },
}

/** The name of a role where it says more than its field's label. */
export function roleInWords(role: string, language: Language): string | undefined {
  return Object.hasOwn(ROLES, role) ? ROLES[role][language] : undefined
}

/** All else that the profile prints. */
export const PHRASES = {
  zh: {
    head: ['列', '识别为', '依据', '填写', '', '不同', '有效', '修复', '通用', '不可读'],
    by: { setting: '设置', heading: '表头', cells: '内容', none: '' },
    knownBy: {
      setting: '按设置',
      heading: '按表头识别',
      cells: '按内容识别',
      none: '未识别，原样保留',
    },
    inputs: (records: string, columns: number, files: string) =>
      `${records} 条记录，${columns} 列（${files}）。`,
    lacking: (label: string, role: string) => `没有识别出“${label}”列，去重前请用 --map ${role}=列名 指定。`,
    problems: (text: string) => `读取中的问题：${text}。`,
    valid: '有效',
    common: '常见',
    repaired: '修复',
    generic: '通用',
    unreadable: '不可读',
    kinds: (count: string) => `${count} 种`,
    sharedBy: (brands: string) => `${brands} 个字号共用`,
    junk: '非客户',
    legend:
      '有效：可作归户依据；修复：改正后有效；通用：读得懂但不能区分客户（总机热线、占位、散客、多家共用）；不可读：原样保留并报告。',
    comma: '，',
    semicolon: '；',
    open: '（',
    close: '）',
  },
  en: {
    head: [
      'column',
      'taken for',
      'by',
      'filled',
      '',
      'distinct',
      'valid',
      'repaired',
      'generic',
      'unreadable',
    ],
    by: { setting: 'setting', heading: 'heading', cells: 'cells', none: '' },
    knownBy: {
      setting: 'named by a setting',
      heading: 'known by its heading',
      cells: 'known by its cells',
      none: 'not known, kept as it is',
    },
    inputs: (records: string, columns: number, files: string) =>
      `${records} records, ${columns} columns (${files}).`,
    lacking: (label: string, role: string) =>
      `No column was taken for a ${label}; name one with --map ${role}=COLUMN before a dedupe.`,
    problems: (text: string) => `Odd while reading: ${text}.`,
    valid: 'valid',
    common: 'common',
    repaired: 'repaired',
    generic: 'generic',
    unreadable: 'unreadable',
    kinds: (count: string) => `${count} different`,
    sharedBy: (brands: string) => `shared by ${brands} brands`,
    junk: 'no customer',
    legend:
      'valid: evidence of who the customer is; repaired: valid once put right; generic: read, but tells no customers apart (hotlines, placeholders, walk-ins, shared by many); unreadable: kept as it is and reported.',
    comma: ', ',
    semicolon: '; ',
    open: ' (',
    close: ')',
  },
} as const
