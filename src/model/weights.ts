/** How rare values sharpen a level: agreement on entry `e` adds `adjustments[codes[e]] * shares[level]`. */
export interface FrequencyWeights {
  readonly codes: Uint32Array
  readonly adjustments: Float32Array
  readonly shares: Float64Array
}

/** What the levels of one comparison add to the match weight of a pair. */
export interface ComparisonWeights {
  /** By level; a missing level (−1) adds nothing. */
  readonly levels: Float64Array
  /** By level, the weight against sister firms instead of strangers; without rarity, which sisters share. */
  readonly sisters: Float64Array
  /** 1 for the levels that forbid a merge. */
  readonly vetoes: Uint8Array
  readonly frequency?: FrequencyWeights
  /**
   * By entry: the factor on agreement, 1 for an ordinary value, towards 0 for one that many unrelated customers share.
   * Disagreement is not softened: it is what tells them apart.
   */
  readonly factors?: Float32Array
}

/** The weights of a field's comparisons, in their order. */
export type FieldWeights = readonly ComparisonWeights[]
