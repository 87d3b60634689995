/** The three departments a record comes from. */
export const sources = ['营销', '财务', '服务中心'] as const
export type Source = (typeof sources)[number]

/** How one department types: every figure is a share of its records, 0 to 1, unless said otherwise. */
export interface SourceRates {
  /** Share of all records. */
  readonly share: number
  // Cells that are filled.
  readonly creditCode: number
  readonly phone: number
  readonly address: number
  readonly contact: number
  readonly email: number
  // Which phone and address stand in the cell.
  readonly landline: number
  readonly secondMobile: number
  readonly registeredAddress: number
  // What is done to the name; several may meet in one record.
  readonly shortName: number
  readonly formerName: number
  readonly regionDropped: number
  readonly regionRestyled: number
  readonly industrySynonym: number
  readonly industryDropped: number
  readonly formVariant: number
  readonly typo: number
  readonly traditional: number
  readonly restyled: number
  readonly contactAppended: number
  readonly aliasAppended: number
  readonly remark: number
  // What is done to the other cells.
  readonly addressTypo: number
}

/** Salesmen type short names and mobiles; accountants copy licences; the service desk writes down what it hears. */
export const sourceRates: Readonly<Record<Source, SourceRates>> = {
  营销: {
    share: 0.42,
    creditCode: 0.14,
    phone: 0.88,
    address: 0.74,
    contact: 0.82,
    email: 0.22,
    landline: 0.3,
    secondMobile: 0.16,
    registeredAddress: 0.4,
    shortName: 0.17,
    formerName: 0.35,
    regionDropped: 0.08,
    regionRestyled: 0.24,
    industrySynonym: 0.08,
    industryDropped: 0.03,
    formVariant: 0.2,
    typo: 0.06,
    traditional: 0.02,
    restyled: 0.06,
    contactAppended: 0.04,
    aliasAppended: 0.03,
    remark: 0.02,
    addressTypo: 0.04,
  },
  财务: {
    share: 0.3,
    creditCode: 0.84,
    phone: 0.7,
    address: 0.8,
    contact: 0.3,
    email: 0.06,
    landline: 0.72,
    secondMobile: 0.08,
    registeredAddress: 0.86,
    shortName: 0.01,
    formerName: 0.25,
    regionDropped: 0.02,
    regionRestyled: 0.1,
    industrySynonym: 0.02,
    industryDropped: 0.005,
    formVariant: 0.08,
    typo: 0.025,
    traditional: 0.015,
    restyled: 0.05,
    contactAppended: 0.003,
    aliasAppended: 0.02,
    remark: 0.01,
    addressTypo: 0.02,
  },
  服务中心: {
    share: 0.28,
    creditCode: 0.04,
    phone: 0.93,
    address: 0.84,
    contact: 0.88,
    email: 0.12,
    landline: 0.22,
    secondMobile: 0.34,
    registeredAddress: 0.25,
    shortName: 0.13,
    formerName: 0.4,
    regionDropped: 0.1,
    regionRestyled: 0.26,
    industrySynonym: 0.09,
    industryDropped: 0.04,
    formVariant: 0.26,
    typo: 0.1,
    traditional: 0.025,
    restyled: 0.05,
    contactAppended: 0.05,
    aliasAppended: 0.01,
    remark: 0.02,
    addressTypo: 0.06,
  },
}

/** Customers with 1, 2, … 8 records: 2.5 on average. */
export const recordsPerCustomer = [0.34, 0.25, 0.18, 0.1, 0.06, 0.04, 0.02, 0.01] as const

/** Weights of what a draw of customers is: most stand alone, some come with others that are easily taken for them. */
export const groupWeights = {
  single: 66,
  /** A parent, or none, and sister firms of the same brand in other trades and cities. */
  family: 11,
  /** A company and its branches in other places: each a customer of its own. */
  branches: 6,
  /** Neighbours whose names differ in one character of the brand. */
  lookalikes: 8,
  /** Two firms of one owner, with one mobile and one contact. */
  owner: 5,
  /** Institutions that differ by number alone: 第一人民医院, 第二人民医院. */
  numbered: 1,
  /** Region and trade without a brand: 山西煤业. */
  unbranded: 1,
} as const

/** What is true of a customer, whichever record it is seen in; shares of all customers. */
export const customerRates = {
  /** It had another name; its records may still carry it, see `formerName` (a share of these customers' records). */
  renamed: 0.06,
  /** It moved; records carry one or the other address. */
  moved: 0.14,
  /** Its warehouse or office is not where it is registered. */
  separateOffice: 0.3,
  /** Registered by an agency, whose phone and address stand on up to hundreds of customers. */
  agency: 0.07,
  /** Registered in an incubator: hundreds of customers in one building, some in one room. */
  incubator: 0.04,
  landline: 0.7,
  email: 0.6,
  /** Shares of records in which an agency's client shows the agency's phone, or its address. */
  agencyPhone: 0.45,
  agencyAddress: 0.75,
  /** Sister firms at the head office: shares its switchboard, and its address. */
  sharedSwitchboard: 0.4,
  sharedHeadOffice: 0.5,
} as const

/** Clients of an agency, and tenants of an incubator, on average; a few have ten times as many. */
export const clientsPerAgency = 40

/** Errors in single cells: shares of the cells that are filled. */
export const cellRates = {
  codeTypo: 0.025,
  /** Lower case, blanks or hyphens. */
  codeStyled: 0.04,
  /** Only the nine characters of the organisation code. */
  codeAsOrganisation: 0.02,
  /** The 15-character tax number from before 2015: six digits of region and the organisation code. */
  codeAsTaxNumber: 0.015,
  codePlaceholder: 0.008,
  phoneTypo: 0.012,
  phoneStyled: 0.3,
  phoneMasked: 0.01,
  phonePlaceholder: 0.015,
  /** Two numbers in one cell. */
  phoneSecond: 0.05,
  areaCodeDropped: 0.12,
  provinceDropped: 0.3,
  cityDropped: 0.14,
  countyDropped: 0.1,
  unitDropped: 0.22,
  addressRestyled: 0.25,
} as const

/** Rows that are no customer: 测试, 散客, 作废 …; a share of all records. */
export const junkRate = 0.006

/** How a typo comes about, as weights. */
export const typoWeights = { sound: 46, shape: 22, lost: 12, doubled: 8, swapped: 12 } as const
