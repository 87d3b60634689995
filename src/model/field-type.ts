import type { PartColumn } from '../data/field-columns.ts'

export type { PartColumn }

/** The languages in which guihu explains itself. */
export type Language = 'zh' | 'en'

/** A text in both languages. */
export interface Label {
  readonly zh: string
  readonly en: string
}

/** What a column can be taken for within a field, and the headings by which it is known. */
export interface ColumnRole {
  /** The name used in settings and in `--map`: companyName, formerName, phone … */
  readonly name: string
  /** Headings that name the role outright, folded: 客户名称, customer name. */
  readonly headings: readonly string[]
  /** What the heading of such a column contains (客户名 in 采购客户名), tried after all outright headings. */
  readonly fragments: readonly string[]
}

/** One cell of a field, parsed. */
export interface ParsedCell {
  /** The entries of the cell, each the texts of the field's parts in order, then of its key parts; [] when nothing was readable. */
  readonly entries: readonly (readonly string[])[]
  /** The text for the golden record: as typed, or repaired where that is safe. */
  readonly display: string
  /** 0 … 1: how much this cell is worth as the surviving value (valid, complete). */
  readonly quality: number
  /** '' or why the cell could not be read, in English. */
  readonly unreadable: string
  /** '' or what was repaired, in English. */
  readonly repaired: string
  /** '' or why the cell names no customer (测试, 散客), in the words of the list that says so. */
  readonly junk: string
}

/** One outcome of a comparison. */
export interface ComparisonLevel {
  readonly name: string
  /** As a reason reads: 字号相同 / same brand. */
  readonly label: Label
}

/**
 * One comparison of a field: which of its levels two entries reach. Levels run from 0 (else) upwards in
 * strength; −1 is missing and no evidence.
 */
export interface Comparison<Prepared = unknown> {
  readonly name: string
  readonly label: Label
  /** The parts it reads, by name. */
  readonly parts: readonly string[]
  readonly levels: readonly ComparisonLevel[]
  /** The texts of the parts, made ready once for many comparisons. */
  readonly prepare: (texts: readonly string[]) => Prepared
  /** The level two prepared entries reach; symmetric; −1 when there is nothing to compare. */
  readonly level: (left: Prepared, right: Prepared) => number
  /**
   * The level of the entries `left` and `right` as far as the characters of the parts tell it where they lie in their columns,
   * without a text being made; UNSETTLED where they do not. Symmetric. Asked only where the glance leaves the level open.
   */
  readonly settle?: (parts: readonly PartColumn[], left: number, right: number) => number
  /** The level as far as integers tell it; `glanceAtCode` of the first part when not given. */
  readonly glance?: Glance
  /** What the texts of one part are to each other, for the glance to ask. */
  readonly gate?: Gate
  /** The highest level that entries reach where the glance leaves it open; the top when not given. */
  readonly highestOpen?: number
  /** How the rarity of the value bears on agreement. */
  readonly frequency?: ComparisonFrequency
  /** The levels that forbid a merge whatever else agrees, and the relation they show instead ('' none). */
  readonly vetoes?: Readonly<Record<string, string>>
  /** Those of the vetoes whose relation is not worth telling. */
  readonly untold?: readonly string[]
  /** The part shown in a reason; the first of `parts` when not given. */
  readonly shown?: string
  /** What evidence shows of the text of that part, all of it when not given. Labels then have no values: those show all of it. */
  readonly shownAs?: (text: string) => string
}

/** What a glance cannot tell: the texts must be read. */
export const UNSETTLED = -2

/** What integers tell of the level of two entries, before any text is read. Most pairs are told apart by it. */
export interface Glance {
  /** What it looks at of each entry, in order. */
  readonly cells: readonly GlanceCell[]
  /**
   * The level, or UNSETTLED; symmetric. The cells of the one entry stand in `cells` from `left` on, the other's from
   * `right` on. `gate` gives what the gate says of two codes of its part; it remembers what it was asked.
   */
  readonly level: (
    cells: Int32Array,
    left: number,
    right: number,
    gate: (left: number, right: number) => number,
  ) => number
}

/** The code of a part (0 is missing, equal codes are equal texts), or what a sketch makes of the texts of parts. */
export type GlanceCell =
  | string
  | { readonly parts: readonly string[]; readonly sketch: (texts: readonly string[]) => number }

/** A missing part is no evidence, equal ones reach `whenEqual` where it is given; all else is for the texts to tell. */
export function glanceAtCode(part: string, whenEqual = UNSETTLED): Glance {
  return {
    cells: [part],
    level: (cells, left, right) => {
      if (cells[left] === 0 || cells[right] === 0) return -1
      return cells[left] === cells[right] ? whenEqual : UNSETTLED
    },
  }
}

/** A look at one part alone, whose texts recur in many entries. */
export interface Gate<Prepared = unknown> {
  readonly part: string
  /** Made ready once for each distinct text. */
  readonly prepare: (text: string) => Prepared
  /** What two texts are to each other, in −128 to 127; symmetric. */
  readonly level: (left: Prepared, right: Prepared) => number
}

/** The part whose rarity makes agreement count more, and for which levels. */
export interface ComparisonFrequency {
  readonly part: string
  /** Level → the share of the value's rarity that bears on it, 0 … 1: a rare brand is no proof that one like it is a slip. */
  readonly levels: Readonly<Record<string, number>>
  /**
   * Parts that tell the holders of one value apart when they are counted (province, trade); entries themselves when not
   * given, which counts a customer as often as its name was typed in another way.
   */
  readonly by?: readonly string[]
  /** How likely a value is before any data is seen; the level's u when not given. */
  readonly expected?: (text: string) => number
  /** The most, in bits, that rarity adds or takes. */
  readonly limit?: number
}

/** Takes the keys of an entry, each written in one piece or several; no text is made for them. */
export interface KeyWriter {
  /** Goes on with the key that is begun: the characters of `text` from `from`, 0 when not given, up to `to`. */
  readonly put: (text: string, from?: number, to?: number) => void
  /** Ends the key. One into which nothing was put is no key. */
  readonly end: () => void
}

/** Texts under which entries meet as candidates. */
export interface BlockingKey {
  readonly name: string
  readonly label: Label
  /** Writes the keys of an entry from the texts of all its parts and key parts; nothing when it has none. */
  readonly write: (texts: readonly string[], keys: KeyWriter) => void
  /**
   * What of the largest block is allowed to blocks of this key, up to 1, which is taken when not given: less where those who
   * meet are seldom one, and those who are meet elsewhere too.
   */
  readonly blockShare?: number
  /**
   * Whether an entry is one of those for whose sake the key is there (a short name, among full ones): where given, two
   * entries meet only when one of them is. All are when not given.
   */
  readonly isAnchor?: (texts: readonly string[]) => boolean
}

/**
 * A field type: all that the pipeline must know of a kind of value. The pipeline never asks which type a
 * field is; it asks the field. Adding a type is one file in `fields/` and one line in its index.
 */
export interface FieldType {
  readonly name: string
  readonly label: Label
  readonly roles: readonly ColumnRole[]
  /** Whether a cell looks like this field, for columns whose heading says nothing; undefined when cells cannot tell. */
  readonly recognises?: (text: string) => boolean
  /** The names of the parts. */
  readonly parts: readonly string[]
  /** The names of further texts of an entry, behind its parts: these tell them, keys alone read them, and none is kept. */
  readonly keyParts?: readonly string[]
  /** Parses a cell of a column that has that role. Never throws; `''` gives no entries. */
  readonly parse: (text: string, role: string) => ParsedCell
  readonly comparisons: readonly Comparison[]
  readonly keys: readonly BlockingKey[]
  /**
   * Parts of which one customer can have one value only: records that hold different values never meet in a
   * customer. `relation` says what they may be to each other ('' nothing).
   */
  readonly exclusive?: readonly { readonly part: string; readonly relation: string }[]
  /** A record without this field is no customer, where the input has such a column at all. */
  readonly required?: boolean
  /** How names of this field show a group and a former name. */
  readonly kinship?: Kinship
  /** What the abbreviations of a user's own stand for in cells of this field. */
  readonly spellOut?: SpellOut
  /** The part whose distinct values tell customers apart well enough to count them: who shares a phone. */
  readonly identity?: string
  /** The part that can be generic: a value shared by many customers (an agency's phone) is no evidence. */
  readonly generic?: string
}

/** The parts by which names show that two customers belong together. */
export interface Kinship {
  /** The whole name, and a part that only a record's own name has. */
  readonly name: string
  readonly own: string
  /** A name that the record had before, written as in `name`; '' for others. */
  readonly formerName: string
  /** The group of which the record's own name says it is; '' none. */
  readonly group: string
}

/** What a user calls bodies for short: by the folded short name the full ones. */
export type Abbreviations = ReadonlyMap<string, readonly string[]>

/** How abbreviations are spelt out. */
export interface SpellOut {
  /** The role of the texts that come of it. */
  readonly role: string
  /** What a cell says when its abbreviation is spelt out; none where it has none. */
  readonly texts: (text: string, abbreviations: Abbreviations) => readonly string[]
}

/** A key that is one part or key part as it stands, by its place among both. */
export function writePart(part: number): BlockingKey['write'] {
  return (texts, keys) => {
    keys.put(texts[part])
    keys.end()
  }
}

/** Helps to write a comparison with its prepared type inferred; the pipeline sees it erased. */
export function defineComparison<Prepared>(comparison: Comparison<Prepared>): Comparison {
  return comparison as unknown as Comparison
}

/** The same for a gate. */
export function defineGate<Prepared>(gate: Gate<Prepared>): Gate {
  return gate as unknown as Gate
}
