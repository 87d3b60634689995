/** `text.endsWith(pair)` for a pair of UTF-16 units, without leaving the compiled code. */
export function endsInPair(text: string, pair: string): boolean {
  const last = text.length - 1
  if (last < 1 || text.charCodeAt(last) !== pair.charCodeAt(1)) return false
  return text.charCodeAt(last - 1) === pair.charCodeAt(0)
}

/**
 * `text.indexOf(pair, from)` for a pair of UTF-16 units, `from` not negative; -1 when it is not in the text. Several times faster for
 * short Chinese texts, since the engine leaves the compiled code to look for more than one unit.
 * @example indexOfPair('鸿运集团有限公司', '集团', 0) // 2
 */
export function indexOfPair(text: string, pair: string, from: number): number {
  const first = pair.charCodeAt(0)
  const second = pair.charCodeAt(1)
  const last = text.length - 1
  for (let i = from; i < last; i++)
    if (text.charCodeAt(i) === first && text.charCodeAt(i + 1) === second) return i
  return -1
}
