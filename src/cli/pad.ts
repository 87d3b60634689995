/** What a terminal shows two cells wide: Han, kana, hangul, full-width forms, and pictures. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u
/** What takes no room of its own: combining marks, joiners, variation selectors. */
const NO_WIDTH = /[\p{Mn}\p{Me}\u200b-\u200f\u2060\ufeff]/u
/** What would move the cursor, colour the screen or turn the direction of the line. */
const CONTROL = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu

/**
 * How many cells of a terminal a text takes: full-width characters count two, combining marks none.
 * @example displayWidth('山西ABC') // => 7
 */
export function displayWidth(text: string): number {
  let width = 0
  for (const char of text) width += widthOf(char)
  return width
}

function widthOf(char: string): number {
  if (char < '\u0300') return 1
  return NO_WIDTH.test(char) ? 0 : WIDE.test(char) ? 2 : 1
}

/**
 * A text from a file on one line of a terminal, at most `cells` wide: control characters become '·', so that no cell
 * of a file can write to the screen; what is too long ends in '…'.
 * @example fitCells('山西煤产品总公司', 9) // => '山西煤产…'
 */
export function fitCells(text: string, cells: number): string {
  const clean = text.slice(0, 4 * cells).replace(CONTROL, '·')
  if (displayWidth(clean) <= cells && clean.length === text.length) return clean
  let kept = ''
  let width = 0
  for (const char of clean) {
    width += widthOf(char)
    if (width > cells - 1) break
    kept += char
  }
  return `${kept}…`
}

/** A text followed by blanks up to `cells`, or with them in front of it. */
export function padCells(text: string, cells: number, side: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, cells - displayWidth(text)))
  return side === 'left' ? text + blanks : blanks + text
}

/** Rows as aligned columns, two blanks between them; the columns named in `numeric` align to the right. */
export function alignRows(rows: readonly (readonly string[])[], numeric: ReadonlySet<number>): string[] {
  const widths: number[] = []
  for (const row of rows)
    row.forEach((cell, i) => {
      widths[i] = Math.max(widths[i] ?? 0, displayWidth(cell))
    })
  return rows.map((row) =>
    row
      .map((cell, i) => padCells(cell, widths[i], numeric.has(i) ? 'right' : 'left'))
      .join('  ')
      .trimEnd(),
  )
}
