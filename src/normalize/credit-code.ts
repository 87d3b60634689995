import {
  classify,
  type Identifier,
  oldForeignNumber,
  readCreditCode,
  voidIdentifier,
} from './credit-code/classify.ts'
import { lexIdentifiers, type Piece } from './credit-code/lexer.ts'
import { repairIdentifier } from './credit-code/repair.ts'

export {
  creditCheckCharacter,
  organisationCheckCharacter,
  personalCheckCharacter,
  registrationCheckDigit,
} from './credit-code/check-digits.ts'
export type {
  Identifier,
  IdentifierGrade,
  IdentifierKind,
  IdentifierProblem,
  IdentifierRepair,
} from './credit-code/classify.ts'
export { compareIdentifiers, type IdentifierAgreement } from './credit-code/compare.ts'

/** A cell is cut off here; a row of codes is shorter. */
const MAX_LENGTH = 1000
const MAX_IDENTIFIERS = 32

/** Shorter numbers are counters of copies (1-1), years, or words. */
const MIN_LENGTH = 8

/**
 * Reads a number that identifies an organisation: credit code 统一社会信用代码, organisation code 组织机构代码,
 * registration number 注册号, tax number 税号; a personal id is recognised so that it is not taken for one. Letter
 * case, width, blanks, dashes, labels and look-alike letters of other scripts do not matter; a slip is repaired when
 * exactly one repair passes the check characters. Placeholders and hidden numbers have text ''. Missing reads as
 * unknown without a reason. Of several numbers the first sound one. Reads the first 1,000 characters; linear; about
 * 1.3 M sound codes a second and core.
 *
 * @example parseIdentifier('9144 0300 1922 0382 16').organisationCode // '192203821'
 */
export function parseIdentifier(text: string): Identifier {
  const clean = readCreditCode(text)
  if (clean?.grade === 'checked' && !isPlaceholder(text)) return clean
  const found = parseIdentifiers(text)
  return found.find(({ isValid }) => isValid) ?? found[0] ?? voidIdentifier('')
}

/** All numbers of a cell, in order, each once, at most 32; what is too short to be one is passed over. */
export function parseIdentifiers(cell: string): readonly Identifier[] {
  const text = cell.length > MAX_LENGTH ? cell.slice(0, MAX_LENGTH) : cell
  if (/^\s*\d(?:\.\d{1,20})?[Ee]\+?\d{2}\s*$/.test(text)) return [voidIdentifier('digitsLost')]
  const old = OLD_FOREIGN.exec(text)
  if (old !== null) return [oldForeignNumber(old[1]!, old[2]!, old[3]!)]
  const found: Identifier[] = []
  const seen = new Set<string>()
  for (const piece of lexIdentifiers(text)) {
    for (const identifier of readPiece(piece)) {
      if (found.length >= MAX_IDENTIFIERS || seen.has(identifier.text)) continue
      if (identifier.text !== '') seen.add(identifier.text)
      found.push(identifier)
    }
  }
  return found
}

const OLD_FOREIGN = /企([合作独股])([\u4e00-\u9fff]{1,4}?)字第?\s?(\d{4,7})号?/

/** One number written with blanks, or several with blanks between them. */
function readPiece(piece: Piece): readonly Identifier[] {
  // Words are labels; but nine letters may be an organisation code.
  const tokens = piece.tokens.filter((token) => /[0-9*]/.test(token) || classify(token).isValid)
  if (tokens.length < piece.tokens.length) {
    // What looks like a word may be the letters of a code: 9111 2000M ACPDXGJXD.
    const withWords = classify(piece.tokens.join(''))
    if (withWords.grade === 'checked') return [markTail(withWords, piece)]
  }
  const whole = tokens.join('')
  if (whole.length < MIN_LENGTH || (tokens.length !== piece.tokens.length && whole.length < MIN_LENGTH))
    return []
  const all = readNumber(whole)
  if (all.isValid || tokens.length === 1) return [markTail(all, piece)]
  const parts = readTokens(tokens)
  return parts.some(({ isValid }) => isValid) ? parts : [all]
}

function markTail(identifier: Identifier, piece: Piece): Identifier {
  if (!piece.hasDecimalTail || !identifier.isValid || identifier.repaired !== '') return identifier
  return { ...identifier, repaired: 'decimalTail' }
}

/** The sound numbers made of neighbouring tokens, and what is left over and long enough as it stands. */
function readTokens(tokens: readonly string[]): Identifier[] {
  const found: Identifier[] = []
  for (let i = 0; i < tokens.length; ) {
    let next = i + 1
    let best: Identifier | undefined
    let joined = ''
    for (let j = i; j < tokens.length && joined.length < 20; j++) {
      joined += tokens[j]!
      const read = joined.length >= MIN_LENGTH ? classify(joined) : undefined
      if (read?.grade === 'checked') {
        best = read
        next = j + 1
      }
    }
    if (best === undefined && tokens[i]!.length >= MIN_LENGTH) best = readNumber(tokens[i]!)
    if (best !== undefined) found.push(best)
    i = next
  }
  return found
}

function readNumber(code: string): Identifier {
  if (code.indexOf('*') >= 0) return voidIdentifier('masked')
  if (isPlaceholder(code)) return voidIdentifier('placeholder')
  const read = classify(code)
  if (read.isValid) return read
  // A label without a blank behind it: USCC9144…
  const label = /^[A-Z]{2,12}(?=\d)/.exec(code)
  const behind = label === null ? read : classify(code.slice(label[0].length))
  return behind.isValid ? behind : (repairIdentifier(code) ?? read)
}

/** One character throughout or all but one, a run (123456789…), or an organisation code that is either. */
function isPlaceholder(code: string): boolean {
  const length = code.length
  const first = code.charCodeAt(length >> 1)
  let others = 0
  for (let i = 0; i < length; i++) if (code.charCodeAt(i) !== first) others++
  if (others < 2) return true
  if (countRun(code, 0) >= length - 2) return true
  if (length !== 18 && length !== 15 && length !== 9) return false
  const start = length === 9 ? 0 : length - (length === 18 ? 10 : 9)
  return countRun(code, start) >= 8 || isOneCharacter(code, start, start + 8)
}

/** How many characters from `start` follow each other as 1, 2, 3 … 9, 0 or stay in a keyboard's order. */
function countRun(code: string, start: number): number {
  let i = start + 1
  while (i < code.length) {
    const step = code.charCodeAt(i) - code.charCodeAt(i - 1)
    if (step !== 1 && step !== -9) break
    i++
  }
  return i - start
}

function isOneCharacter(code: string, start: number, end: number): boolean {
  for (let i = start + 1; i < end; i++) if (code.charCodeAt(i) !== code.charCodeAt(start)) return false
  return true
}
