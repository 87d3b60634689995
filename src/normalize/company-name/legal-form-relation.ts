import { categoryOfForm, type LegalFormCategory } from './forms.ts'

/**
 * How two legal forms relate: `same`; `reform`, one turns into the other while the body lives on (有限公司, 股份有限公司);
 * `compatible`, people write one for the other (店, 超市) or an old one became the new (厂, 有限公司); `different`; `missing`.
 */
export type LegalFormRelation = 'same' | 'reform' | 'compatible' | 'different' | 'missing'

const COMPATIBLE: Readonly<Partial<Record<LegalFormCategory, readonly LegalFormCategory[]>>> = {
  company: ['enterprise'],
  enterprise: ['company', 'individual', 'partnership'],
  individual: ['enterprise', 'individual'],
  partnership: ['enterprise', 'lawFirm', 'professional'],
  lawFirm: ['partnership', 'professional'],
  professional: ['partnership', 'lawFirm', 'institution'],
  bank: ['bank'],
  hospital: ['hospital', 'institution'],
  institution: ['institution', 'hospital', 'professional', 'government'],
  government: ['government', 'institution'],
  association: ['association'],
}

/**
 * How two canonical legal forms (as in `CompanyName.legalForm`) relate. An unknown or empty form is missing.
 * @example legalFormRelation('有限公司', '股份有限公司') // 'reform'
 */
export function legalFormRelation(a: string, b: string): LegalFormRelation {
  const left = categoryOfForm(a)
  const right = categoryOfForm(b)
  if (left === '' || right === '') return 'missing'
  if (a === b) return 'same'
  if (left === 'company' && right === 'company') return 'reform'
  return COMPATIBLE[left]?.includes(right) ? 'compatible' : 'different'
}
