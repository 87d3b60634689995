import { OWNERS } from '../lexicon/brandlike.ts'
import { characters, OWNER_START } from './characters.ts'
import type { PlacePrefix } from './spans.ts'

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
