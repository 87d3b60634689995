import { foldNumerals } from '../../text/numerals.ts'
import { BRANCH_KINDS, HEAD_ENDS, STRONG_BRANCH_KINDS } from '../lexicon/branches.ts'
import { createTrie, longestSuffix } from './trie.ts'

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
const heads = createTrie(new Map(HEAD_ENDS.map((s, i) => [s, i])), true)

/** The kind of branch that ends a text, '' when it ends in none. */
export function branchKindOf(text: string): string {
  const found = longestSuffix(kinds, text, 0, text.length)
  return found < 0 ? '' : canonical[found & 0xfffff]!
}

/** A branch text with its numerals in digits: 第三项目部 → 第3项目部. */
export const foldBranch = (text: string): string => foldNumerals(text)

/** Last characters of branch kinds, to leave at once for the many names without a branch. */
const branchLast = new Uint8Array(65536)
for (const word of STRONG_BRANCH_KINDS) branchLast[word.charCodeAt(word.length - 1)] = 1
const headLast = new Uint8Array(65536)
for (const word of HEAD_ENDS) headLast[word.charCodeAt(word.length - 1)] = 1
/** 厂 and 局 also open words. */
const NOT_AFTER_HEAD = /^(?:房|矿|区|家|商|长|外|办|级|部|域|限|间|用|庄|职|院)/

/**
 * Where the head of a name without a company form ends (交通银行|潍坊分行), 0 when there is no branch: the name ends in a
 * strong kind of branch, and the earliest head before it takes the rest along.
 */
export function headEnd(text: string): number {
  const size = text.length
  if (size < 5 || branchLast[text.charCodeAt(size - 1)] === 0) return 0
  const found = longestSuffix(kinds, text, 0, size)
  if (found < 0) return 0
  const kindLength = found >> 20
  if (!strong.has(text.slice(size - kindLength)) && !strong.has(canonical[found & 0xfffff]!)) return 0
  for (let end = 3; end <= size - kindLength; end++) {
    if (headLast[text.charCodeAt(end - 1)] === 0 || longestSuffix(heads, text, 0, end) < 0) continue
    if (!NOT_AFTER_HEAD.test(text.slice(end, end + 1))) return extendHead(text, end, size - kindLength)
  }
  return 0
}

/** 信用合作社联合社 and 医院集团 are longer than the first head end in them. */
function extendHead(text: string, end: number, limit: number): number {
  for (const more of ['联合社', '联社', '集团', '总社']) {
    if (text.startsWith(more, end) && end + more.length <= limit) return end + more.length
  }
  return end
}
