import { findDivisions, matchDivisions } from '../divisions.ts'
import { isWordlike } from './characters.ts'
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
