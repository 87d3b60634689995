import { type ComparedField, weightOfLevel } from '../compare/create-entry-comparer.ts'
import { type CellWriter, TextPiece } from '../data/cells.ts'
import { textOf } from '../data/dictionary.ts'
import { partOf } from '../data/field-columns.ts'
import type { Label, Language } from '../model/field-type.ts'

/** What one comparison said of a pair. */
export interface Evidence {
  readonly field: string
  readonly comparison: string
  /** The level's name; 'missing' where nothing could be compared. */
  readonly level: string
  /** What it adds to the match weight, log2, the rarity of the value included. */
  readonly matchWeight: number
  /** The part of `matchWeight` that comes from how rare or common the value is. */
  readonly rarity: number
  /** Whether it forbids the merge. */
  readonly isVeto: boolean
  /** The values compared. */
  readonly left: string
  readonly right: string
  /** In words: 字号“恒通”相同. */
  readonly text: string
}

/** What adds less than this is not worth a word. */
export const LEAST_TOLD = 0.05
/** From this much on a rare value is called rare. */
const RARE = 2

/** Puts the levels of one comparison in words. */
export interface Describer {
  /** By level, 1 where it forbids the merge. */
  readonly vetoes: Uint8Array
  /** By level, what the two are to each other, where a veto shows it; '' nothing. */
  readonly relations: readonly string[]
  /** Writes, as pieces of a cell, what is told of two entries at a level that adds so much; the separator first where something is told before. */
  readonly write: (
    level: number,
    leftEntry: number,
    rightEntry: number,
    matchWeight: number,
    isFirst: boolean,
    cells: CellWriter,
  ) => void
  readonly evidence: (level: number, leftEntry: number, rightEntry: number) => Evidence
}

/** A describer of one comparison. There may be millions of pairs: what is told is written from pieces that are made once. */
export function createDescriber(
  { type, columns, weights }: ComparedField,
  index: number,
  language: Language,
): Describer {
  const comparison = type.comparisons[index]
  const { codes, dictionary } = partOf(columns, comparison.shown ?? comparison.parts[0])
  const { shownAs = (text: string) => text } = comparison
  const shownOf = (code: number): string => (code === 0 ? '' : shownAs(textOf(dictionary, code)))
  const own = weights[index]
  const vetoes = own.vetoes.map((veto) => (veto === 0 ? 0 : 1))
  const [labels, separated] = [0, 1].map((place) =>
    comparison.levels.map(({ label }) => inPieces(firstAndNext(label[language], language)[place], language)),
  )
  const isRarityHeard = own.levels.map((_, level) => ((own.frequency?.shares[level] ?? 0) === 0 ? 0 : 1))
  const rarityOf = (level: number, matchWeight: number): number =>
    isRarityHeard[level] === 0 ? 0 : matchWeight - own.levels[level]
  return {
    vetoes,
    relations: comparison.levels.map(({ name }, level) =>
      vetoes[level] === 0 ? '' : (comparison.vetoes?.[name] ?? ''),
    ),
    write(level, leftEntry, rightEntry, matchWeight, isFirst, cells) {
      const { heads, isLeft, noted } = isFirst ? labels[level] : separated[level]
      for (let i = 0; i < heads.length; i++) {
        cells.piece(heads[i])
        cells.codedPiece(dictionary, codes[isLeft[i] ? leftEntry : rightEntry])
      }
      cells.piece(
        vetoes[level] === 1 ? noted.forbids : notedWith(noted, matchWeight, rarityOf(level, matchWeight)),
      )
    },
    evidence(level, leftEntry, rightEntry) {
      const [left, right] = [leftEntry, rightEntry].map((entry) => shownOf(codes[entry]))
      const matchWeight = weightOfLevel(own, level, leftEntry, rightEntry)
      const { name, label } = comparison.levels[level]
      return {
        field: type.name,
        comparison: comparison.name,
        level: name,
        matchWeight,
        rarity: rarityOf(level, matchWeight),
        isVeto: vetoes[level] === 1,
        left,
        right,
        text: label[language].replaceAll(SIDE, (_, side) => (side === 'left' ? left : right)),
      }
    },
  }
}

/** Stands between what is told. */
const SEPARATOR: Readonly<Record<Language, string>> = { zh: '；', en: '; ' }

/** A text and the same behind the separator, for what is told first and what is told next. */
export function firstAndNext(text: string, language: Language): readonly [first: string, next: string] {
  return [text, SEPARATOR[language] + text]
}

const SIDE = /\{(left|right)\}/g

/** A label with values in it: each head is followed by the value of a side, and the rest is told with a note. */
interface LabelPieces {
  readonly heads: readonly TextPiece[]
  readonly isLeft: readonly boolean[]
  readonly noted: Noted
}

/** 字号“{left}”“{right}”音近 in pieces: 字号“ and ”“ are its heads, ”音近 is the rest. */
function inPieces(label: string, language: Language): LabelPieces {
  const pieces = label.split(SIDE)
  const isHead = (i: number) => i % 2 === 0 && i < pieces.length - 1
  return {
    heads: pieces.filter((_, i) => isHead(i)).map((head) => new TextPiece(head)),
    isLeft: pieces.filter((_, i) => i % 2 === 1).map((side) => side === 'left'),
    noted: createNoted(pieces[pieces.length - 1], language),
  }
}

/** A text with notes: of figures with one decimal there are few, and each piece is made once. */
interface Noted {
  readonly forbids: TextPiece
  /** By kind of note, by tenths of the weight; undefined while it is not made. */
  readonly known: readonly (TextPiece | undefined)[][]
  readonly make: (kind: number, tenths: number) => TextPiece
}

/** Kinds of notes: of a rare value, of a common one, each two for either sign. */
const [PLAIN_NOTE, RARE_NOTE, COMMON_NOTE, KINDS] = [0, 2, 4, 6]

function createNoted(text: string, language: Language): Noted {
  const words = WORDS[language]
  const known: (TextPiece | undefined)[][] = Array.from({ length: KINDS }, () => [])
  return {
    forbids: new TextPiece(words.noted(text, words.forbids)),
    known,
    make(kind, tenths) {
      const note = kind >= COMMON_NOTE ? words.common : kind >= RARE_NOTE ? words.rare : ''
      const figure = `${kind % 2 === 1 ? '−' : '+'}${(tenths / 10).toFixed(1)}`
      const piece = new TextPiece(words.noted(text, note + figure))
      known[kind][tenths] = piece
      return piece
    },
  }
}

/** The text with a note on a weight. Numbers that are handed on to another function are put into memory first: here they are not. */
function notedWith({ known, make }: Noted, matchWeight: number, rarity: number): TextPiece {
  const note = rarity >= RARE ? RARE_NOTE : rarity <= -RARE ? COMMON_NOTE : PLAIN_NOTE
  const kind = matchWeight >= 0 ? note : note + 1
  const tenths = tenthsOf(Math.abs(matchWeight))
  return known[kind][tenths] ?? make(kind, tenths)
}

/** The tenths that `toFixed(1)` shows of a number of at least 0. */
export function tenthsOf(value: number): number {
  const scaled = value * 10
  const tenths = Math.round(scaled)
  // Beside the middle of two tenths the product may be rounded to the other side.
  return Math.abs(Math.abs(scaled - tenths) - 0.5) < 1e-6 ? Math.round(Number(value.toFixed(1)) * 10) : tenths
}

/** Evidence that compares nothing. */
const NOTHING: Evidence = {
  field: '',
  comparison: '',
  level: '',
  matchWeight: 0,
  rarity: 0,
  isVeto: false,
  left: '',
  right: '',
  text: '',
}

/** What is said of a field that one side lacks. */
export function missingField(field: string, label: Label, language: Language): Evidence {
  return { ...NOTHING, field, level: 'missing', text: WORDS[language].missing(label) }
}

/** What is said where sister firms are a likely way to agree. */
export const SISTERS = {
  zh: '也可能是同一字号的兄弟公司',
  en: 'they may be sister firms of one brand',
} as const

/** Tells what the chance that the two are sister firms takes from their agreement. */
export function createSisterDescriber(
  language: Language,
): (matchWeight: number, isFirst: boolean) => TextPiece {
  const [first, next] = firstAndNext(SISTERS[language], language).map((text) => createNoted(text, language))
  return (matchWeight, isFirst) => notedWith(isFirst ? first : next, matchWeight, 0)
}

interface Words {
  readonly missing: (label: Label) => string
  /** Begins with the text. */
  readonly noted: (text: string, notes: string) => string
  readonly forbids: string
  readonly rare: string
  readonly common: string
}

const WORDS: Readonly<Record<Language, Words>> = {
  zh: {
    missing: (label) => `${label.zh}：一方缺失`,
    noted: (text, notes) => `${text}（${notes}）`,
    forbids: '不可合并',
    rare: '罕见 ',
    common: '常见 ',
  },
  en: {
    missing: (label) => `${label.en}: missing on one side`,
    noted: (text, notes) => `${text} (${notes})`,
    forbids: 'forbids a merge',
    rare: 'rare ',
    common: 'common ',
  },
}
