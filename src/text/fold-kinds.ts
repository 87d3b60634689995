/** What the folding pass has to do at one code unit. */
export const PLAIN = 0
export const SWAP = 1
export const EXPAND = 2
export const BLANK = 3
export const PHRASE = 4
export const CIRCLE = 5
export const LONG_VOWEL = 6
export const FOREIGN = 7
export const COMBINING = 8
export const SURROGATE = 9

export interface FoldPhrase {
  readonly before: string
  /** As long as `before`. */
  readonly after: string
  /** Where the ambiguous character stands in `before`. */
  readonly offset: number
}

export interface FoldTable {
  /** One of the constants above for each code unit. */
  readonly kinds: Uint8Array
  /** What a unit is XORed with to give the one that is written for SWAP, FOREIGN and PHRASE: 0 where it stays. */
  readonly changes: Uint16Array
  /** What EXPAND writes; '' removes. */
  readonly expansions: ReadonlyMap<number, string>
  /** Phrases by each ambiguous character in them, longest first. */
  readonly phrases: ReadonlyMap<number, readonly FoldPhrase[]>
  /** The unit an ambiguous character becomes outside every phrase. */
  readonly defaults: ReadonlyMap<number, number>
  /** Cyrillic and Greek capitals to Latin ones. */
  readonly lookAlikes: ReadonlyMap<number, number>
  /** The folded form of one character of the higher planes. */
  readonly foldSupplementary: (character: string) => string
}
