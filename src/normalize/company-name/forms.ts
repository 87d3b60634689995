import { LEGAL_FORMS } from '../lexicon/legal-forms.ts'
import { createTrie, longestSuffix } from './trie.ts'

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
}

const forms: LegalForm[] = []
let category: LegalFormCategory = 'company'
for (const line of LEGAL_FORMS.trim().split('\n')) {
  if (line.startsWith('#')) {
    category = line.slice(1) as LegalFormCategory
    continue
  }
  const spellings = line.split(' ')
  for (const text of spellings) forms.push({ text, canonical: spellings[0] ?? '', category })
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
  // 加工厂 is 加工 and 厂.
  return form?.text === '工厂' && text[end - 3] === '加' ? FACTORY : form
}

/** The category of a canonical form, '' when the form is unknown or missing. */
export const categoryOfForm = (canonical: string): LegalFormCategory | '' => byCanonical.get(canonical) ?? ''
