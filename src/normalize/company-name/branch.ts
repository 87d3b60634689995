import { findDivisions } from '../divisions.ts'
import {
  BANK_HEADS,
  BANK_SHORTS,
  BRANCH_KINDS,
  FORMLESS_BRANCH_KINDS,
  HEAD_ENDS,
  STRONG_BRANCH_KINDS,
} from '../lexicon/branches.ts'
import { createTrie, longestSuffix } from '../trie.ts'

const spellings: string[] = []
const canonical: string[] = []
for (const line of BRANCH_KINDS.trim().split('\n')) {
  const words = line.split(' ')
  for (const word of words) {
    spellings.push(word)
    canonical.push(words[0] ?? '')
  }
}
const kinds = createTrie(new Map(spellings.map((s, i) => [s, i])), true)
const strong: ReadonlySet<string> = new Set(STRONG_BRANCH_KINDS)
const bankHeads = createTrie(new Map(BANK_HEADS.map((s, i) => [s, i])), true)
const heads = createTrie(new Map(HEAD_ENDS.map((s, i) => [s, i])), true)

/** The kind of branch that ends a text, '' when it ends in none. */
export function branchKindOf(text: string): string {
  const found = longestSuffix(kinds, text, 0, text.length)
  return found < 0 ? '' : canonical[found & 0xfffff]!
}

/** Last characters, to leave at once for the many names without a branch. */
const branchLast = lastCharacters(spellings)
const formlessLast = lastCharacters(FORMLESS_BRANCH_KINDS)
const headLast = lastCharacters([...HEAD_ENDS, ...BANK_HEADS])

function lastCharacters(words: readonly string[]): Uint8Array {
  const flags = new Uint8Array(65536)
  for (const word of words) flags[word.charCodeAt(word.length - 1)] = 1
  return flags
}

/** 厂 and 局 also open words. */
const NOT_AFTER_HEAD = /^(?:房|矿|区|家|商|长|外|办|级|部|域|限|间|用|庄|职|院)/

/**
 * Where the head of a name without a company form ends (交通银行|潍坊分行), 0 when there is no branch. A bank or a
 * cooperative takes any branch kind behind it, other heads only the strong ones; the earliest head counts.
 */
export function headEnd(text: string): number {
  const size = text.length
  if (size < 5 || branchLast[text.charCodeAt(size - 1)] === 0) return 0
  const found = longestSuffix(kinds, text, 0, size)
  if (found < 0) return 0
  const kindLength = found >> 20
  const isStrong = strong.has(text.slice(size - kindLength)) || strong.has(canonical[found & 0xfffff]!)
  for (let end = 2; end <= size - kindLength; end++) {
    if (headLast[text.charCodeAt(end - 1)] === 0) continue
    const isBank = longestSuffix(bankHeads, text, 0, end) >= 0
    if (!isBank && (!isStrong || end < 3 || longestSuffix(heads, text, 0, end) < 0)) continue
    const isShort = BANK_SHORTS.includes(text.slice(end - 2, end))
    if (end === 2 ? !isShort : isShort) continue
    if (isBank || !NOT_AFTER_HEAD.test(text.slice(end, end + 1))) {
      const extended = extendHead(text, end)
      return extended < size ? extended : 0
    }
  }
  return 0
}

/** 信用合作社联合社 and 医院集团 are longer than the first head end in them. */
function extendHead(text: string, end: number): number {
  for (const more of ['联合社', '联社', '集团', '总社']) {
    if (text.startsWith(more, end)) return end + more.length
  }
  return end
}

/** A name of a firm is hardly shorter than this: 太原煤业|大同分公司. */
const SHORTEST_HEAD = 4
const SHORTEST_PLACE = 2
const LONGEST_PLACE = 11

/** 分 alone is what is left of 分公司 in a name cut short; elsewhere it is no branch. */
const CUT_SHORT = '分'

/**
 * Where the head of a name ends that leaves its own form out before a branch: 恒通煤业|太原分公司, 恒通煤业|太原分. The place
 * between shows it, and must unless the branch is a 分公司; 0 when there is none.
 */
export function formlessHeadEnd(text: string): number {
  if (formlessLast[text.charCodeAt(text.length - 1)] !== 1) return 0
  const kind = FORMLESS_BRANCH_KINDS.find((ending) => text.endsWith(ending))
  if (kind === undefined) return 0
  const end = text.length - kind.length
  const start = startOfPlace(text, end)
  if (start === end && !kind.endsWith('公司')) return 0
  return start >= SHORTEST_HEAD && findDivisions(text.slice(0, start)).length === 0 ? start : 0
}

/** Where the longest division name that ends at `end` begins; `end` when there is none. */
function startOfPlace(text: string, end: number): number {
  for (let start = Math.max(0, end - LONGEST_PLACE); start <= end - SHORTEST_PLACE; start++)
    if (findDivisions(text.slice(start, end)).length > 0) return start
  return end
}

/** A branch cut short is written out: 太原分 is 太原分公司. */
export function completeBranch(text: string): string {
  const end = text.length - CUT_SHORT.length
  return text.endsWith(CUT_SHORT) && startOfPlace(text, end) < end ? `${text}公司` : text
}
