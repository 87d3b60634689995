/** What the commands load of the engine once their arguments are right: all at once, so that the package is few files. */
export { checkModel } from '../engine/check-model.ts'
export { dedupe } from '../engine/dedupe.ts'
export { evaluate } from '../engine/evaluate-crosswalk.ts'
export { explain } from '../engine/explain.ts'
export { link } from '../engine/link.ts'
export { profile } from '../engine/profile.ts'
export { BLOCK_COLUMN, createBlockScorer, idColumnsOf } from '../engine/score-blocks.ts'
export { train } from '../engine/train.ts'
