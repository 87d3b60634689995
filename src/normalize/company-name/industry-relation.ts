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

const WITHIN: Readonly<Record<IndustryTier, Readonly<Record<IndustryTier, number>>>> = {
  core: { core: 0.9, near: 0.6, broad: 0.35 },
  near: { core: 0.6, near: 0.45, broad: 0.25 },
  broad: { core: 0.35, near: 0.25, broad: 0.15 },
}
const GENERIC_WEIGHT = 0.2

/** A word of the lexicon, or a concept id standing for its group. */
function lookUp(word: string): Pick<IndustryWord, 'groups'> | undefined {
  const group = groupIndex.get(word)
  return group === undefined ? INDUSTRY_WORDS.get(word) : { groups: [{ group, tier: 'core' }] }
}

function similarityOfWords(a: string, b: string): number {
  if (a === b) return 1
  const left = lookUp(a)
  const right = lookUp(b)
  if (left === undefined || right === undefined) return 0
  let best = 0
  for (const l of left.groups) {
    for (const r of right.groups) {
      const similarity = between[l.group * SIZE + r.group]! * WITHIN[l.tier][r.tier]
      if (similarity > best) best = similarity
    }
  }
  return best
}

function bestAgainst(word: string, others: readonly string[]): number {
  let best = 0
  for (const other of others) best = Math.max(best, similarityOfWords(word, other))
  return best
}

/**
 * How alike two lists of industry words (or concept ids) are, 0 unrelated to 1 the same: each word meets its best
 * counterpart, generic words (科技, 实业) weigh a fifth, and the mean is taken over both lists. Two words of one group
 * are 0.9, near ones 0.6, groups that touch less. 0 when a list is empty: missing is for the caller to tell.
 * @example industryRelation(['煤业'], ['煤产品']) // 0.9
 */
export function industryRelation(a: readonly string[], b: readonly string[]): number {
  let weights = 0
  let sum = 0
  for (const [words, others] of [
    [a, b],
    [b, a],
  ] as const) {
    for (const word of words) {
      const weight = isGenericWord(word) ? GENERIC_WEIGHT : 1
      weights += weight
      sum += weight * bestAgainst(word, others)
    }
  }
  return weights === 0 ? 0 : sum / weights
}
