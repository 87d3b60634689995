import { findDivisions, matchDivisions } from '../divisions.ts'
import { characters, DIGIT, isWordlike, NTH } from './characters.ts'
import { followMasks, type Piece, rest } from './pieces.ts'
import { liesIn } from './spans.ts'
import { INDUSTRY_WORDS } from './words.ts'

/** A group's name without the trade at its end: 人民|电器. */
export function withoutTrade(group: string): string {
  for (let at = 2; at < group.length - 1; at++)
    if (INDUSTRY_WORDS.has(group.slice(at))) return withoutTrade(group.slice(0, at))
  return group
}

/** Where the firm of a group begins behind the place it is called after: 启山集团|昌乐|启山. */
export function startOfMember(rest: string, group: string, codes: readonly string[]): number {
  const start = rest.length - group.length
  const isNamesake = start > 0 && rest.endsWith(group) && findDivisions(rest.slice(0, start)).length > 0
  return isNamesake ? start : endOfPlace(rest, codes)
}

/**
 * Where the place ends that a text begins with, 0 when there is none, or it reads like a brand and lies in none of the
 * places `codes` that the group is named after.
 */
function endOfPlace(text: string, codes: readonly string[]): number {
  const span = matchDivisions(text, 0).find(({ length }) => length !== text.length - 1)
  if (span === undefined || span.length === text.length || !isWordlike(text, 0, span.length))
    return span?.length ?? 0
  const isInside = span.matches.some((m) => m.codes.some((code) => codes.some((o) => liesIn(code, o))))
  return isInside && text.length - span.length > 1 ? span.length : 0
}

/** A firm's own name is hardly longer. */
const LONGEST_OWN = 4

/** What stands behind a bracket that holds 集团: (集团)|文昌|启源|铝业. */
export interface Member {
  readonly place: string
  /** '' where place and trades follow: the firm has no name of its own. */
  readonly brand: string
  readonly trades: readonly Piece[]
}

/** Claims that a piece is text that the lexicon knows nothing of. */
const isUnread = ({ kind, word }: Piece): boolean => kind === 'industry' && word === undefined

/**
 * The firm behind the bracket of its group, of a name whose pieces were read last: `piece` is all the text behind it.
 * Undefined when that is made of known words, or no name can be told.
 */
export function readMember(stem: string, piece: Piece, codes: readonly string[]): Member | undefined {
  if (!isUnread(piece)) return undefined
  const { start, end: limit } = piece
  const placeEnd = start + endOfPlace(stem.slice(start), codes)
  if (placeEnd === limit || (characters[stem.charCodeAt(placeEnd)]! & (DIGIT | NTH)) !== 0) return undefined
  let end = placeEnd
  // From the bracket on the text can always be read as a whole.
  if (placeEnd === start || rest[placeEnd] === Number.POSITIVE_INFINITY) {
    end += 2
    while (end <= limit && rest[end] === Number.POSITIVE_INFINITY) end++
    if (end > limit || end > placeEnd + LONGEST_OWN) return undefined
  }
  const trades: Piece[] = []
  followMasks(stem, end, limit, trades)
  return { place: stem.slice(start, placeEnd), brand: stem.slice(placeEnd, end), trades }
}
