import { defineComparison, type FieldType, writePart } from '../model/field-type.ts'
import { bigramSimilarity } from '../text/bigrams.ts'
import { foldKey } from '../text/fold.ts'
import { parsedCell } from './parsed-cell.ts'

const CLOSE = 0.75

/** Any other text that tells customers apart (客户等级, 开户行账号). Only taken when a setting maps a column to it. */
export const plainText: FieldType = {
  name: 'text',
  label: { zh: '文本', en: 'text' },
  roles: [{ name: 'text', headings: [], fragments: [] }],
  parts: ['text'],
  parse(text) {
    const key = foldKey(text)
    return parsedCell({ entries: key ? [[key]] : [], display: text.trim(), quality: key ? 1 : 0 })
  },
  comparisons: [
    defineComparison<string>({
      name: 'text',
      label: { zh: '文本', en: 'text' },
      parts: ['text'],
      levels: [
        { name: 'different', label: { zh: '文本不同', en: 'different text' } },
        { name: 'close', label: { zh: '文本相近', en: 'similar text' } },
        { name: 'same', label: { zh: '文本相同', en: 'same text' } },
      ],
      prepare: ([text]) => text,
      level: (left, right) => (left === right ? 2 : bigramSimilarity(left, right) >= CLOSE ? 1 : 0),
      frequency: { part: 'text', levels: { same: 1 } },
    }),
  ],
  keys: [{ name: 'text', label: { zh: '文本', en: 'text' }, write: writePart(0) }],
}
