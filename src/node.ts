export { describeError, InputError } from './files/input-error.ts'
export { type ReadOptions, readRecords } from './files/read-records.ts'
export { type WriteResultOptions, writeResult } from './files/write-result.ts'
export { threads } from './threads/threads.ts'
