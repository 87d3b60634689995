import type { FieldType } from '../model/field-type.ts'
import { address } from './address.ts'
import { companyName } from './company-name.ts'
import { contact } from './contact.ts'
import { creditCode } from './credit-code.ts'
import { email } from './email.ts'
import { phone } from './phone.ts'
import { plainText } from './plain-text.ts'
import { website } from './website.ts'

/**
 * All field types. Columns whose heading says nothing are tried in this order, the most telling cells first.
 */
export const fieldTypes: readonly FieldType[] = [
  creditCode,
  phone,
  email,
  website,
  companyName,
  address,
  contact,
  plainText,
]
