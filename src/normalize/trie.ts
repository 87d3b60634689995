/**
 * A set of words over UTF-16 units: edges in one open-addressed hash table, each a key and where it leads side by side, so that a step
 * waits for the memory once. An edge leads to a node in its low 16 bits, with 1 + the value of the word that ends there (0 for none)
 * above them.
 */
export interface Trie {
  /** Pairs of a key, `node << 16 | unit`, and an edge; 0 as edge for a free slot. */
  readonly slots: Int32Array
  readonly mask: number
  /** The edges of the root by unit, 0 where there is none: most walks end there. */
  readonly roots: Int32Array
  nodeCount: number
}

/** The node that an edge leads to. */
export const nodeOf = (edge: number): number => edge & 0xffff

/** The value of the word that an edge ends, -1 where none does. */
export const wordOf = (edge: number): number => (edge >>> 16) - 1

const LARGEST = 0xffff

/** A trie without words, with room for words of so many units in all, and for at most 65,535 nodes. */
export function emptyTrie(unitCount: number): Trie {
  let size = 16
  while (size < (unitCount + 1) * 1.3) size *= 2
  return { slots: new Int32Array(2 * size), mask: size - 1, roots: new Int32Array(65536), nodeCount: 1 }
}

/** Builds the trie of words with their values (0 to 65,534); `reversed` reads words from their end. The last value of a word wins. */
export function createTrie(words: ReadonlyMap<string, number>, reversed = false): Trie {
  let unitCount = 0
  for (const word of words.keys()) unitCount += word.length
  const trie = emptyTrie(unitCount)
  for (const [word, value] of words) addWord(trie, word, value, reversed)
  return trie
}

/** Adds a word, or gives it another value. */
export function addWord(trie: Trie, word: string, value: number, reversed = false): void {
  const { slots, roots } = trie
  let node = 0
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(reversed ? word.length - 1 - i : i)
    const slot = findSlot(trie, node, unit)
    if (slots[slot + 1] === 0) {
      slots[slot] = (node << 16) | unit
      slots[slot + 1] = trie.nodeCount++
    }
    if (i === word.length - 1) slots[slot + 1] = ((value + 1) << 16) | nodeOf(slots[slot + 1]!)
    if (node === 0) roots[unit] = slots[slot + 1]!
    node = nodeOf(slots[slot + 1]!)
  }
  if (trie.nodeCount > Math.min(LARGEST, trie.mask) || value >= LARGEST)
    throw new Error('too many words for a trie')
}

function findSlot({ slots, mask }: Trie, node: number, unit: number): number {
  const key = (node << 16) | unit
  let place = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 3
  place = (place ^ (place >>> 13)) & mask
  while (slots[2 * place + 1] !== 0 && slots[2 * place] !== key) place = (place + 1) & mask
  return 2 * place
}

/** The edge from a node along a unit, 0 when there is none. The root is node 0. */
export function edgeFrom(trie: Trie, node: number, unit: number): number {
  if (node === 0) return trie.roots[unit]!
  return trie.slots[findSlot(trie, node, unit) + 1]!
}

/**
 * The longest word of a reversed trie that ends at `end`, as its length in the high and its value in the low 20 bits;
 * -1 when none does.
 */
export function longestSuffix(trie: Trie, text: string, start: number, end: number): number {
  let best = -1
  let node = 0
  for (let i = end - 1; i >= start; i--) {
    const edge = edgeFrom(trie, node, text.charCodeAt(i))
    if (edge === 0) break
    node = nodeOf(edge)
    const value = wordOf(edge)
    if (value >= 0) best = ((end - i) << 20) | value
  }
  return best
}
