import { foldText } from '../../text/fold.ts'
import { formBefore } from './forms.ts'

/** Longer cells are one name: lists that long are no cell of a customer table. */
const LONGEST_CELL = 4096

/** Units that may stand between two names, folded or not: line ends and separators. All others are one name. */
const mayPart = new Uint8Array(65536)
for (const one of '\r\n/、;|+,') mayPart[one.charCodeAt(0)] = 1

/** Claims that a text is one name, as most cells are: nothing in it parts two. */
function isOneName(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (mayPart[text.charCodeAt(i)] === 1) return false
  return true
}

const isStrongEnd = (text: string): boolean => {
  const form = formBefore(text.replace(/\([^()]*\)$/, ''), text.replace(/\([^()]*\)$/, '').length)
  return form !== undefined && (form.text.length > 1 || text.length > 3)
}

/**
 * The names in a cell that holds several, split at / 、 ; | + and line ends when every part but the last reads as a
 * whole name (it ends in a legal form); otherwise the cell is one name. Parts are folded; '' gives [].
 * @example splitCompanyNames('鸿运煤业有限公司/大同晋华机械厂') // ['鸿运煤业有限公司', '大同晋华机械厂']
 */
export function splitCompanyNames(cell: string): readonly string[] {
  if (cell.length > LONGEST_CELL) return [foldText(cell)]
  const folded = foldText(cell)
  if (isOneName(folded) && (folded === cell || isOneName(cell))) {
    const name = folded.trim()
    return name === '' ? [] : [name]
  }
  const parts: string[] = []
  for (const line of cell.split(/[\r\n]+/)) {
    for (const part of splitOutsideBrackets(foldText(line))) if (part !== '') parts.push(part)
  }
  if (parts.length < 2) return parts
  const whole = parts.filter(isStrongEnd).length
  return whole >= parts.length - 1 && whole >= 1 && parts.every((p) => p.length >= 4) ? parts : [folded]
}

const SEPARATORS = '/、;|+,'

function splitOutsideBrackets(text: string): string[] {
  const parts: string[] = []
  let depth = 0
  let start = 0
  for (let i = 0; i < text.length; i++) {
    const one = text[i]!
    if (one === '(') depth++
    else if (one === ')') depth = Math.max(0, depth - 1)
    else if (depth === 0 && SEPARATORS.includes(one)) {
      parts.push(text.slice(start, i).trim())
      start = i + 1
    }
  }
  parts.push(text.slice(start).trim())
  return parts
}
