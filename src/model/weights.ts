/** How rare values sharpen a level: agreement on entry `e` adds `adjustments[codes[e]] * shares[level]`. */
export interface FrequencyWeights {
  readonly codes: Uint32Array
  readonly adjustments: Float32Array
  readonly shares: Float64Array
}

/** A level that forbids a merge: the pair is still told, as a relation. */
export const VETO_WITH_RELATION = 1
/** A level that forbids a merge, and leaves nothing to tell. */
export const VETO = 2

/** What the levels of one comparison add to the match weight of a pair. */
export interface ComparisonWeights {
  /** By level; a missing level (−1) adds nothing. */
  readonly levels: Float64Array
  /** By level, the weight against sister firms instead of strangers; without rarity, which sisters share. */
  readonly sisters: Float64Array
  /** By level: VETO_WITH_RELATION forbids a merge and tells how the two are related, VETO forbids it and tells nothing, 0 neither. */
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
