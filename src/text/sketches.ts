/** The bits below the length: one for each class of characters, set where the text has an odd number of them. */
const CLASSES = 26
const ODD = (1 << CLASSES) - 1
/** Longer texts count as so long. */
const LONGEST = 31

/**
 * A sketch of a text in 31 bits: its length, and of each of 26 classes of characters whether it has an odd number. Good for
 * telling in two operations that texts are more than one slip apart.
 * @example mayBeOneSlip(slipSketch('恒通煤业'), slipSketch('晋华商贸')) // => false
 */
export function slipSketch(text: string): number {
  let odd = 0
  let length = 0
  for (let i = 0; i < text.length; i++) {
    let character = text.charCodeAt(i)
    if (character >= 0xd800 && character < 0xdc00) character = text.codePointAt(i++) ?? 0
    odd ^= 1 << ((Math.imul(character, 0x9e3779b1) >>> 8) % CLASSES)
    length++
  }
  return (Math.min(length, LONGEST) << CLASSES) | odd
}

/**
 * Whether two texts may be at most one slip apart: a character replaced, lost or added, or all of them in another order.
 * Never false for texts that are; true for one pair in some thousands of others.
 */
export function mayBeOneSlip(left: number, right: number): boolean {
  const longer = (left >>> CLASSES) - (right >>> CLASSES)
  if (longer > 1 || longer < -1) return false
  // One replaced character changes two classes, one lost or added changes one.
  let differing = (left ^ right) & ODD
  differing &= differing - 1
  differing &= differing - 1
  return differing === 0
}

const SETS = 31
const MEMBERS = 0x7fffffff

/**
 * The characters of a text in 31 bits, each in one of 31 classes. Good for ruling out in two operations that all characters
 * of one text are in another.
 * @example mayHoldAll(characterSet('恒通'), characterSet('晋华商贸')) // => false
 */
export function characterSet(text: string): number {
  let set = 0
  for (let i = 0; i < text.length; i++) set |= 1 << ((Math.imul(text.charCodeAt(i), 0x9e3779b1) >>> 9) % SETS)
  return set
}

/** Whether the text of the second set may have all characters of the first one's. Never false for a text that has. */
export function mayHoldAll(some: number, all: number): boolean {
  return (some & ~all & MEMBERS) === 0
}

/**
 * 32 bits that are equal for equal texts, and for others once in billions (FNV-1a). Good for ruling out that texts made of
 * several parts are equal.
 */
export function equalitySketch(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  return hash
}
