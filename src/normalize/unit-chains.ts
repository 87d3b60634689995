/**
 * Places in a text of the lexicon, chained by the character that stands there. To lay this out takes a millisecond; to read
 * all words takes longer than all else at the start, and of their first characters few are ever met in one record.
 */
export interface UnitChains {
  /** The places, in the order in which they were chained. */
  readonly places: Int32Array
  /** 1 + the last link of a character, and 1 + such a link before a link; 0 where there is none. */
  readonly last: Uint16Array
  readonly before: Uint16Array
  count: number
}

/** Room for so many places, 65,535 at most. */
export function createChains(most: number): UnitChains {
  return {
    places: new Int32Array(most),
    last: new Uint16Array(65536),
    before: new Uint16Array(most),
    count: 0,
  }
}

/** Chains the places that lie so many characters behind each occurrence of a separator. */
export function chainPlaces(chains: UnitChains, text: string, separator: string, distance: number): void {
  const { places, last, before } = chains
  const end = text.length - distance
  for (
    let at = text.indexOf(separator, -distance);
    at >= 0 && at < end;
    at = text.indexOf(separator, at + 1)
  ) {
    const unit = text.charCodeAt(at + distance)
    places[chains.count] = at + distance
    before[chains.count] = last[unit] as number
    last[unit] = ++chains.count
  }
}

/** The places of a character, in their order in the text. */
export function placesOf({ places, last, before }: UnitChains, unit: number): number[] {
  const found: number[] = []
  for (let link = last[unit] as number; link !== 0; link = before[link - 1] as number)
    found.push(places[link - 1] as number)
  return found.sort((a, b) => a - b)
}

/** A bit for each character: what begins with it is still to be read. */
export const createUnread = (): Int32Array => new Int32Array(65536 / 32).fill(-1)

/** Claims that what begins with a character is still to be read. */
export const isUnread = (unread: Int32Array, unit: number): boolean =>
  (((unread[unit >>> 5] as number) >>> (unit & 31)) & 1) === 1

/** Notes that what begins with a character is read. */
export function markRead(unread: Int32Array, unit: number): void {
  unread[unit >>> 5] &= ~(1 << (unit & 31))
}
