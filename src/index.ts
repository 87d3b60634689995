export type { Problem, ProblemCode, Problems } from './data/problems.ts'
export type { CellValue, OutputTable, Records } from './data/records.ts'
export type { Storage } from './data/storage.ts'
export type { DedupeResult } from './engine/build-result.ts'
export { checkModel, ModelError } from './engine/check-model.ts'
export { dedupe } from './engine/dedupe.ts'
export { evaluateClusters, evaluatePairs } from './engine/evaluate.ts'
export { type EvaluateOptions, type Evaluation, evaluate } from './engine/evaluate-crosswalk.ts'
export type { Evidence } from './engine/evidence.ts'
export { type Explanation, explain } from './engine/explain.ts'
export type { PairExplanation } from './engine/explain-pairs.ts'
export { type LinkOptions, type LinkReport, type LinkResult, link } from './engine/link.ts'
export type { DedupeOptions, Phase, Progress, RunOptions } from './engine/options.ts'
export {
  type CellExample,
  type CellGroup,
  type ColumnProfile,
  type PartProfile,
  type Profile,
  type ProfileOptions,
  profile,
} from './engine/profile.ts'
export { TruthError } from './engine/read-labels.ts'
export type { Report } from './engine/report.ts'
export { type BlockScorer, createBlockScorer, type ScoredPair } from './engine/score-blocks.ts'
export { type RecordInput, type RecordsInput, toRecords } from './engine/to-records.ts'
export { type TrainOptions, type TrainReport, type TrainResult, train } from './engine/train.ts'
export type { Tip, Verdict } from './engine/what-would-tip.ts'
export type { FieldType, Language } from './model/field-type.ts'
export { type DataStatistics, type Model, modelSchema } from './model/model-schema.ts'
export {
  defineSettings,
  type Settings,
  SettingsError,
  type SettingsInput,
  settingsSchema,
} from './model/settings.ts'
export { shippedModel } from './model/shipped-model.ts'
export { type Address, type AddressHints, parseAddress } from './normalize/address.ts'
export {
  type CompanyName,
  type CompanyNameOptions,
  type CompanyNameParse,
  parseCompanyName,
  splitCompanyNames,
} from './normalize/company-name.ts'
export {
  type AddressComparison,
  type AddressLevel,
  type AddressRelation,
  compareAddresses,
} from './normalize/compare-addresses.ts'
export {
  compareIdentifiers,
  type Identifier,
  type IdentifierAgreement,
  parseIdentifier,
  parseIdentifiers,
} from './normalize/credit-code.ts'
export { type Division, divisionOf, findDivisions } from './normalize/divisions.ts'
export { type Email, parseEmails } from './normalize/email.ts'
export { isJunkName, type JunkReason } from './normalize/junk.ts'
export { type Person, parsePerson } from './normalize/person.ts'
export {
  comparePhones,
  type Phone,
  type PhoneAgreement,
  type PhoneHints,
  parsePhones,
} from './normalize/phone.ts'
export { parseWebsite, parseWebsites, type Website } from './normalize/website.ts'
