import { findDivisions, matchDivisions } from '../divisions.ts'
import { characters, DIGIT, isWordlike, NTH } from './characters.ts'
import { rest } from './pieces.ts'
import { INDUSTRY_WORDS } from './words.ts'

/** A group's name without the trade at its end: 人民|电器. */
export function withoutTrade(group: string): string {
  for (let at = 2; at < group.length - 1; at++)
    if (INDUSTRY_WORDS.has(group.slice(at))) return withoutTrade(group.slice(0, at))
  return group
}

/** Where the firm of a group begins behind the place it is called after: 启山集团|昌乐|启山. */
export function startOfMember(rest: string, group: string): number {
  const start = rest.length - group.length
  const isNamesake = start > 0 && rest.endsWith(group) && findDivisions(rest.slice(0, start)).length > 0
  return isNamesake ? start : endOfPlace(rest)
}

/** Where the place ends that a text begins with, 0 when there is none or it reads like a brand. */
function endOfPlace(text: string): number {
  const span = matchDivisions(text, 0).find(({ end }) => end !== text.length - 1)
  return span === undefined || (isWordlike(text, 0, span.end) && span.end < text.length) ? 0 : span.end
}

/** A firm's own name is hardly longer. */
const LONGEST_OWN = 4

/** The parts of what stands behind a bracket that holds 集团: (集团)|文昌|启源|铝业. */
export interface OwnName {
  readonly placeEnd: number
  readonly brandEnd: number
}

/** Where place and name of the firm end behind its group's bracket, of a name whose pieces were read; undefined without a name. */
export function ownNameAt(stem: string, start: number): OwnName | undefined {
  const placeEnd = start + endOfPlace(stem.slice(start))
  if (placeEnd === stem.length || (characters[stem.charCodeAt(placeEnd)]! & (DIGIT | NTH)) !== 0)
    return undefined
  const isTrade = placeEnd > start && rest[placeEnd] !== Number.POSITIVE_INFINITY
  if (isTrade) return { placeEnd, brandEnd: placeEnd }
  for (let end = placeEnd + 2; end <= Math.min(placeEnd + LONGEST_OWN, stem.length); end++)
    if (rest[end] !== Number.POSITIVE_INFINITY) return { placeEnd, brandEnd: end }
  return undefined
}
