import { FOREIGN_LETTERS } from '../lexicon/offices.ts'

/** A stretch of a cell that may be one number, or several with blanks between them. */
export interface Piece {
  /** Capital ASCII letters, digits and `*`, in the order of the cell. */
  readonly tokens: readonly string[]
  /** A `.0` or `.00` of a spreadsheet stood behind the last token and was cut off. */
  readonly hasDecimalTail: boolean
}

const BREAK = 0
const DROP = 1
const BLANK = 2
const DOT = 3

/** Per code unit the capital letter or digit it stands for, or one of the four above. */
const units = new Uint8Array(0x10000).fill(BREAK)
function setAll(characters: string, value: number): void {
  for (let i = 0; i < characters.length; i++) units[characters.charCodeAt(i)] = value
}
for (const shift of [0, 0xfee0]) {
  for (let unit = 48; unit <= 57; unit++) units[unit + shift] = unit
  for (let unit = 65; unit <= 90; unit++) {
    units[unit + shift] = unit
    units[unit + 32 + shift] = unit
  }
}
for (const pair of FOREIGN_LETTERS.split(' ')) units[pair.charCodeAt(0)] = pair.charCodeAt(1)
setAll('*＊', 42)
setAll('-—–－―‐‑‒−_·\'"`’‘“”\u00ad\ufeff\u2060', DROP)
units.fill(DROP, 0x200b, 0x2010)
units.fill(DROP, 0x202a, 0x202f)
setAll(' \u00a0\u3000\t', BLANK)
units.fill(BLANK, 0x2000, 0x200b)
setAll('.．', DOT)

/** Cuts a cell into pieces at everything that cannot stand inside a number. Linear. */
export function lexIdentifiers(text: string): Piece[] {
  const pieces: Piece[] = []
  let tokens: string[] = []
  let token: number[] = []
  let dotBefore = false
  let isTail = false
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? units[text.charCodeAt(i)]! : BREAK
    if (unit > DOT) {
      token.push(unit)
      continue
    }
    if (unit === DROP) continue
    if (token.length > 0) {
      const word = String.fromCharCode(...token)
      isTail = dotBefore && tokens.length > 0 && (word === '0' || word === '00')
      tokens.push(word)
      token = []
    }
    dotBefore = unit === DOT
    if (unit !== BREAK || tokens.length === 0) continue
    pieces.push({ tokens: isTail ? tokens.slice(0, -1) : tokens, hasDecimalTail: isTail })
    tokens = []
    isTail = false
  }
  return pieces
}
