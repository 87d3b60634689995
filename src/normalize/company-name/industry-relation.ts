import { INDUSTRY_RELATIONS } from '../lexicon/industry-relations.ts'
import {
  INDUSTRY_GROUPS,
  INDUSTRY_WORDS,
  type IndustryTier,
  type IndustryWord,
  isGenericWord,
} from './words.ts'

const SIZE = INDUSTRY_GROUPS.length
const groupIndex: ReadonlyMap<string, number> = new Map(INDUSTRY_GROUPS.map((g, i) => [g.id, i]))
const between = new Float64Array(SIZE * SIZE)

for (const line of INDUSTRY_RELATIONS.trim().split('\n')) {
  const [from = '', ...pairs] = line.split(' ')
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const a = groupIndex.get(from)
    const b = groupIndex.get(pairs[i] ?? '')
    if (a === undefined || b === undefined)
      throw new Error(`industry-relations: unknown group in ${from} ${pairs[i]}`)
    between[a * SIZE + b] = Number(pairs[i + 1])
    between[b * SIZE + a] = Number(pairs[i + 1])
  }
}
for (let i = 0; i < SIZE; i++) between[i * SIZE + i] = 1

/** How alike two words of one group are, by the tier that each has in it: row by row in the order of TIERS. */
const TIERS: readonly IndustryTier[] = ['core', 'near', 'broad']
const WITHIN = Float64Array.of(0.9, 0.6, 0.35, 0.6, 0.45, 0.25, 0.35, 0.25, 0.15)
const GENERIC_WEIGHT = 0.2

/** Industry words ready to be related: of word `w` the groups are those from `starts[w]` up to `starts[w + 1]`. */
export interface IndustryList {
  readonly words: readonly string[]
  /** How much each word counts. */
  readonly weights: Float64Array
  readonly starts: Uint32Array
  readonly groups: Uint16Array
  readonly tiers: Uint8Array
}

/** Reads industry words, or concept ids that stand for their groups; unknown words are only ever like themselves. */
export function readIndustries(words: readonly string[]): IndustryList {
  const found = words.map((word) => lookUp(word)?.groups ?? [])
  const flat = found.flat()
  const starts = new Uint32Array(words.length + 1)
  found.forEach((groups, i) => {
    starts[i + 1] = starts[i] + groups.length
  })
  return {
    words,
    weights: Float64Array.from(words, (word) => (isGenericWord(word) ? GENERIC_WEIGHT : 1)),
    starts,
    groups: Uint16Array.from(flat, ({ group }) => group),
    tiers: Uint8Array.from(flat, ({ tier }) => TIERS.indexOf(tier)),
  }
}

/** A word of the lexicon, or a concept id standing for its group. */
function lookUp(word: string): Pick<IndustryWord, 'groups'> | undefined {
  const group = groupIndex.get(word)
  return group === undefined ? INDUSTRY_WORDS.get(word) : { groups: [{ group, tier: 'core' }] }
}

function similarityOfWords(a: IndustryList, i: number, b: IndustryList, k: number): number {
  if (a.words[i] === b.words[k]) return 1
  let best = 0
  for (let l = a.starts[i]; l < a.starts[i + 1]; l++) {
    for (let r = b.starts[k]; r < b.starts[k + 1]; r++) {
      const within = WITHIN[a.tiers[l] * TIERS.length + b.tiers[r]]
      best = Math.max(best, between[a.groups[l] * SIZE + b.groups[r]] * within)
    }
  }
  return best
}

/** The words of `a`, each at its best among those of `b`, weighed and added up. */
function sumOfBest(a: IndustryList, b: IndustryList): number {
  let sum = 0
  for (let i = 0; i < a.words.length; i++) {
    let best = 0
    for (let k = 0; k < b.words.length; k++) best = Math.max(best, similarityOfWords(a, i, b, k))
    sum += a.weights[i] * best
  }
  return sum
}

function totalWeight({ weights }: IndustryList): number {
  let sum = 0
  for (let i = 0; i < weights.length; i++) sum += weights[i]
  return sum
}

/** `industryRelation` for lists that were read before. */
export function relateIndustries(a: IndustryList, b: IndustryList): number {
  const weights = totalWeight(a) + totalWeight(b)
  return weights === 0 ? 0 : (sumOfBest(a, b) + sumOfBest(b, a)) / weights
}

/**
 * How alike two lists of industry words (or concept ids) are, 0 unrelated to 1 the same: each word meets its best
 * counterpart, generic words (科技, 实业) weigh a fifth, and the mean is taken over both lists. Two words of one group
 * are 0.9, near ones 0.6, groups that touch less. 0 when a list is empty: missing is for the caller to tell.
 * @example industryRelation(['煤业'], ['煤产品']) // 0.9
 */
export function industryRelation(a: readonly string[], b: readonly string[]): number {
  return relateIndustries(readIndustries(a), readIndustries(b))
}
