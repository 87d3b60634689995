import { EXPAND, type FoldPhrase, type FoldTable, SWAP } from './fold-kinds.ts'
import { LATIN_LOOK_ALIKES } from './lexicon/fold-characters.ts'
import {
  FOLDED_LONGER,
  FOLDED_OTHERS,
  FOLDED_PAIRS,
  FOLDED_SUPPLEMENTARY,
  KINDS,
  PHRASES,
} from './lexicon/fold-units.ts'

/** Unpacks the table that {@link foldText} reads; runs once, in about 1 ms. */
export function unpackFoldTable(): FoldTable {
  const kinds = new Uint8Array(65536)
  const changes = new Uint16Array(65536)
  const expansions = new Map<number, string>()
  for (let i = 0; i < FOLDED_PAIRS.length; i += 2) {
    const unit = FOLDED_PAIRS.charCodeAt(i)
    changes[unit] = unit ^ FOLDED_PAIRS.charCodeAt(i + 1)
    kinds[unit] = SWAP
  }
  for (const line of FOLDED_LONGER.split('\n')) {
    if (line === '') continue
    expansions.set(line.charCodeAt(0), line.slice(1))
    kinds[line.charCodeAt(0)] = EXPAND
  }
  readFolded(FOLDED_OTHERS, (unit, folded) => {
    if (folded.length === 1) changes[unit] = unit ^ folded.charCodeAt(0)
    else expansions.set(unit, folded)
    kinds[unit] = folded.length === 1 ? SWAP : EXPAND
  })
  for (const [kind, from, to] of rangesOf(KINDS)) kinds.fill(kind, from, to + 1)
  const lookAlikes = new Map<number, number>()
  for (const pair of LATIN_LOOK_ALIKES.split(' ')) lookAlikes.set(pair.charCodeAt(0), pair.charCodeAt(1))
  return { kinds, changes, expansions, ...unpackPhrases(), lookAlikes, foldSupplementary }
}

/** Entries `from=folded`, or `from-to=folded` and `from-to+first` for ranges that become one text, or go up with it. */
function readFolded(block: string, take: (point: number, folded: string) => void): void {
  for (const entry of block.split('\n')) {
    if (entry === '') continue
    let at = 0
    while (entry[at] !== '=' && entry[at] !== '+') at++
    const [from, to = from] = entry.slice(0, at).split('-')
    const folded = entry.slice(at + 1)
    const first = Number.parseInt(from, 16)
    const last = Number.parseInt(to, 16)
    const step = entry[at] === '+' ? 1 : 0
    for (let point = first; point <= last; point++) {
      take(point, step === 0 ? folded : String.fromCodePoint(folded.codePointAt(0)! + point - first))
    }
  }
}

/** Lines of a kind and its ranges. */
function rangesOf(block: string): [kind: number, from: number, to: number][] {
  return block
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [kind, ...ranges] = line.trim().split(' ')
      return ranges.map((range): [number, number, number] => {
        const [from, to = from] = range.split('-')
        return [Number(kind), Number.parseInt(from, 16), Number.parseInt(to, 16)]
      })
    })
}

/** Lines of an ambiguous character, what it becomes by itself, and its phrases, each with what it becomes. */
function unpackPhrases(): Pick<FoldTable, 'phrases' | 'defaults'> {
  const phrases = new Map<number, FoldPhrase[]>()
  const defaults = new Map<number, number>()
  for (const line of PHRASES.trim().split('\n')) {
    const [head, ...words] = line.trim().split(' ')
    const unit = head.charCodeAt(0)
    defaults.set(unit, head.charCodeAt(1))
    phrases.set(
      unit,
      words.map((word) => {
        const before = word.slice(0, word.length / 2)
        return { before, after: word.slice(word.length / 2), offset: before.indexOf(head[0]!) }
      }),
    )
  }
  return { phrases, defaults }
}

let supplementary: Map<number, string> | undefined

function foldSupplementary(character: string): string {
  if (supplementary === undefined) {
    const found = new Map<number, string>()
    readFolded(FOLDED_SUPPLEMENTARY, (point, folded) => found.set(point, folded))
    supplementary = found
  }
  return supplementary.get(character.codePointAt(0)!) ?? character
}
