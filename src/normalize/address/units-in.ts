/** 1 by the unit of each character: whether a pattern can match is told by one look before it is asked. */
export function unitsIn(chars: string): Uint8Array {
  const units = new Uint8Array(65536)
  for (const char of chars) units[char.charCodeAt(0)] = 1
  return units
}

/** Whether one of them stands at a place that may lie behind the end of the text. */
export const standsAt = (units: Uint8Array, text: string, at: number): boolean =>
  at < text.length && units[text.charCodeAt(at)] === 1
