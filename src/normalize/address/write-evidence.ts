/** Where evidence is written: one number after the other, in the order in which its names are listed. */

let target: Float64Array = new Float64Array(0)
let next = 0

/** Begins at the first place of `out`. One at a time. */
export function beginEvidence(out: Float64Array): void {
  target = out
  next = 0
}

export function put(value: number): void {
  target[next++] = value
}

export function putClaim(claim: boolean): void {
  target[next++] = claim ? 1 : 0
}

/** The lesser of two numbers and the greater one, so that it does not matter whose is whose. */
export function putBoth(a: number, b: number): void {
  target[next++] = Math.min(a, b)
  target[next++] = Math.max(a, b)
}

/** Of a part of two addresses: the same, others, named by one alone. */
export function putPart(a: string, b: string): void {
  target[next++] = a !== '' && a === b ? 1 : 0
  target[next++] = a !== '' && b !== '' && a !== b ? 1 : 0
  target[next++] = (a === '') !== (b === '') ? 1 : 0
}

/** The same for lists: one in common, none in common, named by one alone. */
export function putLists(a: readonly string[], b: readonly string[]): void {
  const shared = haveCommon(a, b)
  target[next++] = shared ? 1 : 0
  target[next++] = a.length > 0 && b.length > 0 && !shared ? 1 : 0
  target[next++] = a.length > 0 !== b.length > 0 ? 1 : 0
}

export function haveCommon(a: readonly string[], b: readonly string[]): boolean {
  for (const x of a) if (b.includes(x)) return true
  return false
}
