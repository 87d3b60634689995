/** A set of words over UTF-16 units in typed arrays: edges in one open-addressed hash table, a value for each node. */
export interface Trie {
  readonly parents: Int32Array
  readonly units: Uint16Array
  readonly children: Int32Array
  readonly mask: number
  /** The children of the root by unit, -1 where there is none: most walks end there. */
  readonly roots: Int32Array
  /** The value of the word that ends in a node, -1 where none does. */
  readonly values: Int32Array
}

const FREE = -1

/** Builds the trie of words with their values (>= 0); `reversed` reads words from their end. The last value of a word wins. */
export function createTrie(words: ReadonlyMap<string, number>, reversed = false): Trie {
  let edges = 1
  for (const word of words.keys()) edges += word.length
  let size = 16
  while (size < edges * 3) size *= 2
  const trie = {
    parents: new Int32Array(size).fill(FREE),
    units: new Uint16Array(size),
    children: new Int32Array(size),
    mask: size - 1,
    roots: new Int32Array(65536).fill(FREE),
    values: new Int32Array(edges).fill(FREE),
  }
  let nodes = 1
  for (const [word, value] of words) {
    let node = 0
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(reversed ? word.length - 1 - i : i)
      const slot = findSlot(trie, node, unit)
      if (trie.parents[slot] === FREE) {
        if (node === 0) trie.roots[unit] = nodes
        trie.parents[slot] = node
        trie.units[slot] = unit
        trie.children[slot] = nodes++
      }
      node = trie.children[slot]!
    }
    trie.values[node] = value
  }
  return trie
}

function findSlot(trie: Trie, node: number, unit: number): number {
  const { parents, units, mask } = trie
  let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 3
  slot = (slot ^ (slot >>> 13)) & mask
  while (parents[slot] !== FREE && (parents[slot] !== node || units[slot] !== unit)) slot = (slot + 1) & mask
  return slot
}

/** The child of a node along a unit, -1 when there is none. The root is node 0. */
export function childOf(trie: Trie, node: number, unit: number): number {
  if (node === 0) return trie.roots[unit]!
  const slot = findSlot(trie, node, unit)
  return trie.parents[slot] === FREE ? -1 : trie.children[slot]!
}

/**
 * The longest word of a reversed trie that ends at `end`, as its length in the high and its value in the low 20 bits;
 * -1 when none does.
 */
export function longestSuffix(trie: Trie, text: string, start: number, end: number): number {
  let best = -1
  let node = 0
  for (let i = end - 1; i >= start; i--) {
    node = childOf(trie, node, text.charCodeAt(i))
    if (node < 0) break
    const value = trie.values[node]!
    if (value >= 0) best = ((end - i) << 20) | value
  }
  return best
}
