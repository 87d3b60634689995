import type { Storage } from '../data/storage.ts'
import type { Model } from '../model/model.ts'
import type { SettingsInput } from '../model/settings.ts'
import type { Executor } from './executor.ts'
import type { RecordsInput } from './to-records.ts'

/** The phases of a run, in order. */
export type Phase = 'read' | 'normalize' | 'block' | 'score' | 'cluster' | 'merge' | 'write'

/** How far a run is. `total` is 0 where it is not known. */
export interface Progress {
  readonly phase: Phase
  readonly done: number
  readonly total: number
}

/** What every run of the library takes. */
export interface RunOptions {
  readonly settings?: SettingsInput
  /** The shipped model when not given. */
  readonly model?: Model
  readonly onProgress?: (progress: Progress) => void
  /** Where the heavy work is done; in the calling thread when not given (see `threads` of guihu/node). */
  readonly executor?: Executor
}

/** What finding the customers takes besides. */
export interface DedupeOptions extends RunOptions {
  /**
   * Where the cells of the input wait while pairs are compared; in memory when not given (see `diskStorage` of guihu/node). The
   * records given are not to be read before the run has ended, nor after one that failed by anything but the storage.
   */
  readonly storage?: Storage
  /** What people have decided: left_id, right_id and judgement (same, different, unsure), with left_source and right_source. */
  readonly decisions?: RecordsInput
}
