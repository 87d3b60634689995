import { LEGAL_FORMS } from '../lexicon/legal-forms.ts'
import { addWord, emptyTrie, longestSuffix } from '../trie.ts'
import { chainPlaces, createChains, createUnread, isUnread, markRead, placesOf } from '../unit-chains.ts'
import { COSTS } from './costs.ts'
import { INDUSTRY_WORDS, type IndustryWord } from './words.ts'

/** The family a legal form belongs to. */
export type LegalFormCategory =
  | 'company'
  | 'enterprise'
  | 'partnership'
  | 'individual'
  | 'cooperative'
  | 'lawFirm'
  | 'professional'
  | 'bank'
  | 'school'
  | 'hospital'
  | 'institution'
  | 'government'
  | 'association'

/** One spelling of a legal form. */
export interface LegalForm {
  readonly text: string
  readonly canonical: string
  readonly category: LegalFormCategory
  /** What it costs a name with this form to have no brand. */
  readonly noBrand: number
  /** A single character before it may be the trade: 鞋厂, 茶行. */
  readonly takesCharacter: boolean
  /** Bodies of this form are called after villages: 温泉供销社. */
  readonly namesPlaces: boolean
  /** The form is a trade too: 药店, 煤矿. */
  readonly industry: IndustryWord | undefined
}

const INSTITUTIONS: ReadonlySet<LegalFormCategory> = new Set([
  'bank',
  'school',
  'hospital',
  'institution',
  'government',
  'association',
])
const LIMITED = /^(?:有限|股份)/
const TRADE_FORM = /^(?:总?厂|店|场|铺|行|坊|摊|超市)$/
const PLACE_NAMED: ReadonlySet<string> = new Set(['信用社', '供销社', '经济合作社'])

function toForm(text: string, canonical: string, category: LegalFormCategory): LegalForm {
  const limited = LIMITED.test(canonical) ? COSTS.noBrandLimited : COSTS.noBrandPlain
  return {
    text,
    canonical,
    category,
    noBrand: INSTITUTIONS.has(category) ? COSTS.noBrandInstitution : limited,
    takesCharacter: TRADE_FORM.test(text),
    namesPlaces: PLACE_NAMED.has(canonical),
    industry: category === 'company' ? undefined : INDUSTRY_WORDS.get(text),
  }
}

/** Every form by the place of its last character in the table, which is its value in the trie too; made when it is met. */
const forms = new Array<LegalForm | undefined>(LEGAL_FORMS.length)
const trie = emptyTrie(LEGAL_FORMS.length)

const chains = createChains(LEGAL_FORMS.length >> 1)
for (const separator of [' ', '\n']) chainPlaces(chains, LEGAL_FORMS, separator, -1)
const unread = createUnread()

/** Reads the spellings that end with a character. */
function readSpellings(unit: number): void {
  markRead(unread, unit)
  for (const place of placesOf(chains, unit)) {
    const row = LEGAL_FORMS.lastIndexOf('\n', place) + 1
    if (LEGAL_FORMS[row] !== '#') addWord(trie, spellingAt(place), place, true)
  }
}

/** The spelling whose last character is at a place. */
function spellingAt(place: number): string {
  const before = Math.max(LEGAL_FORMS.lastIndexOf(' ', place), LEGAL_FORMS.lastIndexOf('\n', place))
  return LEGAL_FORMS.slice(before + 1, place + 1)
}

function formAt(place: number): LegalForm {
  const row = LEGAL_FORMS.lastIndexOf('\n', place) + 1
  const header = LEGAL_FORMS.lastIndexOf('#', place)
  const [canonical = ''] = LEGAL_FORMS.slice(row, LEGAL_FORMS.indexOf('\n', row)).split(' ', 1)
  const category = LEGAL_FORMS.slice(header + 1, LEGAL_FORMS.indexOf('\n', header))
  return toForm(spellingAt(place), canonical, category as LegalFormCategory)
}

function formOf(place: number): LegalForm {
  const form = forms[place] ?? formAt(place)
  forms[place] = form
  return form
}

let factory: LegalForm | undefined

/** The longest legal form that ends a text before `end`, `undefined` when there is none. */
export function formBefore(text: string, end: number): LegalForm | undefined {
  if (end === 0) return undefined
  const unit = text.charCodeAt(end - 1)
  if (isUnread(unread, unit)) readSpellings(unit)
  const found = longestSuffix(trie, text, 0, end)
  const form = found < 0 ? undefined : formOf(found & 0xfffff)
  // 加工厂 is 加工 and 厂, 机电厂 is 机电 and 厂.
  const isShortFactory = form?.text.length === 2 && form.text[1] === '厂'
  if (!isShortFactory || !INDUSTRY_WORDS.has(text.slice(end - 3, end - 1))) return form
  factory ??= formBefore('厂', 1)
  return factory
}

let categories: ReadonlyMap<string, LegalFormCategory> | undefined

function readCategories(): ReadonlyMap<string, LegalFormCategory> {
  return new Map(
    LEGAL_FORMS.trim()
      .split('#')
      .flatMap((section) => {
        const [category = '', ...rows] = section.trim().split('\n')
        return rows.map((row) => [row.split(' ', 1)[0] ?? '', category as LegalFormCategory] as const)
      }),
  )
}

/** The category of a canonical form, '' when the form is unknown or missing. */
export function categoryOfForm(canonical: string): LegalFormCategory | '' {
  categories ??= readCategories()
  return categories.get(canonical) ?? ''
}
