import { WORDS_BEHIND_TRADES } from '../lexicon/industry-characters.ts'
import { beginningOdds, endingOdds } from './characters.ts'

const behind = new Map<string, number>()
for (const line of WORDS_BEHIND_TRADES.trim().split('\n')) {
  const [odds, ...words] = line.split(' ')
  for (const word of words) behind.set(word, Number(odds))
}

/** Words that are a trade of their own. */
const SELF_SUFFICIENT = -2.5
/** How much what follows counts against the characters themselves. */
const WEIGHT = 0.8
/** A form right behind: hardly a name is without a trade. */
export const ODDS_BEFORE_FORM = WEIGHT * 2.2
/** From here on a trade is likelier than a brand of four characters or more. */
const CERTAIN = 2
const LONGEST_TRADE = 4
/** What must be expected before a brand of three characters is cut, and the odds of its last one. */
const CERTAIN_WORD = 1.6
const CERTAIN_CHARACTER = 2

/** How surely a trade stands before a word; of a single character nothing is known. */
export const oddsBefore = (word: string): number =>
  WEIGHT * (behind.get(word) ?? (word.length === 1 ? 0 : SELF_SUFFICIENT))

/**
 * The end of a brand of four or more characters without the trade at its end that the lexicon lacks: 恒达|钎焊材(料),
 * 志华|木屑(加工). `expected` is how surely a trade stands before what follows.
 */
export function cutUnknownTrade(text: string, start: number, end: number, expected: number): number {
  const last = text.charCodeAt(end - 1)
  let best = CERTAIN
  let cut = end
  let inner = 0
  for (let i = end - 2; i >= start + 2 && end - i <= LONGEST_TRADE; i--) {
    const unit = text.charCodeAt(i)
    const odds = expected + beginningOdds[unit]! + inner + endingOdds[last]!
    if (odds > best) {
      best = odds
      cut = i
    }
    inner += (beginningOdds[unit]! + endingOdds[unit]!) / 2
  }
  return cut
}

/**
 * The end of a brand of three characters without a trade of one character: 青山|骨(制品). 中石化 and its like are names.
 */
export function cutUnknownCharacter(text: string, start: number, end: number, expected: number): number {
  if (expected < CERTAIN_WORD || text[start] === '中') return end
  const last = text.charCodeAt(end - 1)
  return beginningOdds[last]! / 2 + endingOdds[last]! * 0.7 >= CERTAIN_CHARACTER ? end - 1 : end
}
