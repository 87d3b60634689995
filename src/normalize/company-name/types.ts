import type { LegalFormCategory } from './forms.ts'

/** What kind of body a name belongs to. */
export type OrganisationKind =
  | 'company'
  | 'partnership'
  | 'cooperative'
  | 'individual'
  | 'institution'
  | 'hospital'
  | 'school'
  | 'bank'
  | 'government'
  | 'association'
  | 'lawFirm'
  | 'person'
  | 'junk'
  | 'unknown'

/** Another name of the same body, cut out of the text and not parsed. */
export interface CompanyAlias {
  readonly text: string
  readonly kind: 'former' | 'short' | 'english' | 'other'
}

/** One reading of a company name. Texts are folded; a part that is missing is '' or []. */
export interface CompanyName {
  /** The folded name that was parsed, noise and aliases cut. */
  readonly text: string
  readonly kind: OrganisationKind
  /** Current GB/T 2260 codes of the finest division named; several when it was split or is ambiguous. */
  readonly divisions: readonly string[]
  /** The divisions as written: 山西省太原市. */
  readonly divisionText: string
  /** Town, village or zone below the divisions, as written: 葛家镇. */
  readonly locality: string
  /** The trade name 字号. */
  readonly brand: string
  /** Industry words in their order. */
  readonly industries: readonly string[]
  /** Ids of the industry groups the words belong to, each once. */
  readonly concepts: readonly string[]
  /** Canonical legal form: 有限公司, 股份有限公司, 合作社, 店. */
  readonly legalForm: string
  readonly legalFormCategory: LegalFormCategory | ''
  /** Place and kind of the branch: 太原分公司, 第3项目部. */
  readonly branch: string
  /** Canonical kind of the branch: 分公司, 项目部. */
  readonly branchKind: string
  /** Ordinals that tell siblings apart, in digits, several joined by '.': 3 for 第三 or 三局. */
  readonly ordinal: string
  /** 集团 stands in the name. */
  readonly isGroup: boolean
  /** 中国 stands in a bracket or behind the brand: another body than the one without it. */
  readonly isChina: boolean
  readonly aliases: readonly CompanyAlias[]
  /** What was cut: labels, status marks, departments, phone numbers. */
  readonly noise: readonly string[]
  /** A contact person cut from the end. */
  readonly contact: string
  /** Share of this reading among all that were considered, 0 to 1. */
  readonly confidence: number
}

/** The best reading and up to two others, best first. */
export interface CompanyNameParse extends CompanyName {
  readonly alternatives: readonly CompanyName[]
}
