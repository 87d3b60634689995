/** Texts are cut here: enough for any name or address, and it bounds the work on hostile cells. */
export const LONGEST_TEXT = 2000

/** Stands for a supplementary character that the other text does not have. */
const STRANGER = 0xdfff

/**
 * Writes a text as units, each supplementary character as one unit of the surrogate range, so that it counts once.
 * `own` collects those characters; with `own` undefined they are strangers.
 */
export function encode(
  text: string,
  out: Uint16Array,
  at: number,
  own: ReadonlyMap<number, number> | undefined,
): number {
  const size = Math.min(text.length, LONGEST_TEXT)
  let to = at
  for (let i = 0; i < size; i++) {
    const unit = text.charCodeAt(i)
    if ((unit & 0xf800) !== 0xd800) {
      out[to++] = unit
      continue
    }
    const point = text.codePointAt(i)!
    if (point > 0xffff) i++
    out[to++] = own?.get(point) ?? STRANGER
  }
  return to
}

/** The units that stand for the supplementary characters of a text, or undefined when it has none. */
export function supplementaryUnits(text: string): Map<number, number> | undefined {
  let own: Map<number, number> | undefined
  const size = Math.min(text.length, LONGEST_TEXT)
  for (let i = 0; i < size; i++) {
    if ((text.charCodeAt(i) & 0xf800) !== 0xd800) continue
    const point = text.codePointAt(i)!
    if (point > 0xffff) i++
    own ??= new Map()
    if (!own.has(point)) own.set(point, 0xd800 + own.size)
  }
  return own
}
