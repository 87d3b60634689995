import { LEGAL_FORMS } from '../lexicon/legal-forms.ts'
import { createTrie, longestSuffix } from '../trie.ts'
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

const forms: LegalForm[] = []
let category: LegalFormCategory = 'company'
for (const line of LEGAL_FORMS.trim().split('\n')) {
  if (line.startsWith('#')) {
    category = line.slice(1) as LegalFormCategory
    continue
  }
  const spellings = line.split(' ')
  for (const text of spellings) forms.push(toForm(text, spellings[0] ?? '', category))
}

const trie = createTrie(new Map(forms.map((form, i) => [form.text, i])), true)
const byCanonical: ReadonlyMap<string, LegalFormCategory> = new Map(
  forms.map((form) => [form.canonical, form.category] as const),
)

const FACTORY = forms.find((form) => form.text === '厂')

/** The longest legal form that ends a text before `end`, `undefined` when there is none. */
export function formBefore(text: string, end: number): LegalForm | undefined {
  const found = longestSuffix(trie, text, 0, end)
  const form = found < 0 ? undefined : forms[found & 0xfffff]
  // 加工厂 is 加工 and 厂, 机电厂 is 机电 and 厂.
  const isShortFactory = form?.text.length === 2 && form.text[1] === '厂'
  return isShortFactory && INDUSTRY_WORDS.has(text.slice(end - 3, end - 1)) ? FACTORY : form
}

/** The category of a canonical form, '' when the form is unknown or missing. */
export const categoryOfForm = (canonical: string): LegalFormCategory | '' => byCanonical.get(canonical) ?? ''
