/**
 * What became of divisions, written by hand: mergers, splits and renames that the shared stem of two names does not show.
 * One line each: `code name>successor[/successor…]`.
 */

interface Entry {
  readonly code: string
  readonly name: string
  readonly successors: readonly string[]
}

/** Codes that the current list still carries though the division is gone, or that are no division. */
export const DROPPED: ReadonlySet<string> = new Set(['320112', '320611', '350402', '370634', '710203'])

/** Divisions in use that the current list lacks. */
export const ADDED: readonly (readonly [string, string])[] = []

const BY_HAND = `
110103 崇文区>110101
110104 宣武区>110102
`

export const FORMER_BY_HAND: readonly Entry[] = BY_HAND.trim()
  .split('\n')
  .map((line) => {
    const arrow = line.indexOf('>')
    return {
      code: line.slice(0, 6),
      name: line.slice(7, arrow),
      successors: line.slice(arrow + 1).split('/'),
    }
  })
