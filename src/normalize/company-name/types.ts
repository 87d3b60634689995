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
  /**
   * The trade name 字号, '' when the name has none. Where usage differs these rules hold:
   * - A place and trades are no brand, whatever firms are called for short: 青岛|城建, 合肥|广电, 太原|钢铁集团. Nor is a trade at
   *   the end of what a firm is called: 启鲁|石化. A word that is no trade of its kind is one: 成都|向日葵|广告; what is grown or
   *   worked is none: 牦牛|养殖.
   * - A second district or county that lies in the first is a place: 杭州萧山|弹簧. A place said twice is the brand the second
   *   time: 海南|海南|航空.
   * - A town or village before the brand is the locality, without its kind where it is known to lie there or its characters
   *   tell (武城县老城|启明, 临朐县吕坡|启瑞), with it any (葛家镇). Where trades alone follow, one without its kind is the brand
   *   (武城县|老城|机械厂), and supply and credit cooperatives are called after it: 汝州市|温泉|供销社, 温泉镇|供销社 has none.
   * - A national body is called by what stands behind 中国, without what it does in general: 石油天然气, 建筑|技术, 邮政|速递物流;
   *   中国银行 and other banks of a country are called 中国.
   * - A firm of a group by its own name (启山集团|恒昌|印刷 is 恒昌), by that of the group when it has none; a numbered bureau by
   *   the group's (中铁|三局). What a firm belongs to is no brand of it: 青岛|铁路|海成.
   * - A general word before another trade belongs to a brand of two characters that it is usual behind (启瑞联合|实业,
   *   启瑞高科|环境), and is a trade elsewhere (启瑞|科技).
   */
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
