export { describeError, InputError, type InputErrorCode } from './input-error.ts'
export { loadJson } from './load-json.ts'
export {
  type FileRecords,
  type InputDetails,
  type ReadOptions,
  type ReadProgress,
  readRecords,
} from './read-records.ts'
export { type TableFormat, type WriteOptions, type WrittenTables, writeTables } from './write-tables.ts'
