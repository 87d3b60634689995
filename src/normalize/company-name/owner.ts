import { GROUPS_OF_PLACES, OWNERS } from '../lexicon/brandlike.ts'
import { characters, isWordlike, OWNER_START } from './characters.ts'
import { isOfTaiwan, liesIn, type PlacePrefix, spansAt } from './spans.ts'

/** A body is no owner when less than this is left for the brand behind it. */
const SHORTEST_BRAND = 2

/** The body that a brand behind a place begins with (铁路|海成), '' when it begins with none. */
export function ownerAt(text: string, { end: start, isNational }: PlacePrefix, brandEnd: number): string {
  if (isNational || (characters[text.charCodeAt(start)]! & OWNER_START) === 0) return ''
  return (
    OWNERS.find((word) => text.startsWith(word, start) && brandEnd - start - word.length >= SHORTEST_BRAND) ??
    ''
  )
}

/** The first two characters of groups: most long brands need not be asked which. */
const groupHeads: ReadonlySet<number> = new Set(
  GROUPS_OF_PLACES.map((word) => word.charCodeAt(0) * 65536 + word.charCodeAt(1)),
)

/** The firm of a group: where the place behind the group begins and ends, the latter being `end` where nothing is left. */
export interface GroupMember {
  readonly groupEnd: number
  readonly placeEnd: number
}

/** What text[start, end) is called by when it is a group with a place behind it: 国电|安丘, 华电|安丘|启源. */
export function memberAt(text: string, start: number, end: number): GroupMember | undefined {
  if (!groupHeads.has(text.charCodeAt(start) * 65536 + text.charCodeAt(start + 1))) return undefined
  const group = GROUPS_OF_PLACES.find((word) => text.startsWith(word, start))
  if (group === undefined) return undefined
  const groupEnd = start + group.length
  const placeEnd = endOfPlaces(text, groupEnd, end)
  const isMember = placeEnd === end || (placeEnd > groupEnd && end - placeEnd >= SHORTEST_BRAND)
  return isMember ? { groupEnd, placeEnd } : undefined
}

/** Where the place ends that begins at `start`, with what lies in it: 山西|大同; `start` when none does. */
function endOfPlaces(text: string, start: number, limit: number): number {
  let at = start
  let codes: readonly string[] = []
  for (;;) {
    const from = at
    const span = spansAt(text, from).find(({ length }) => from + length <= limit)
    const match = span?.matches.find(
      (one) =>
        !isOfTaiwan(one) && (at === start || one.codes.some((code) => codes.some((o) => liesIn(code, o)))),
    )
    if (span === undefined || match === undefined) return at
    if (match.level === 'county' && !match.full && isWordlike(text, at, at + span.length)) return at
    at += span.length
    codes = match.codes
  }
}
