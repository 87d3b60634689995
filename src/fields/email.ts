import { defineComparison, type FieldType, writePart } from '../model/field-type.ts'
import { parseEmails } from '../normalize/email.ts'
import { parsedCell } from './parsed-cell.ts'

/** 邮箱. The whole address is evidence; its domain only where it is not one of the free mail hosts. */
export const email: FieldType = {
  name: 'email',
  label: { zh: '邮箱', en: 'email' },
  roles: [
    {
      name: 'email',
      headings: ['邮箱', '电子邮箱', '电子邮件', '邮件', '邮件地址', 'email', 'e-mail', 'mail'],
      fragments: ['邮箱', '邮件', 'email', 'e-mail'],
    },
  ],
  recognises: (text) => /^[^\s@]{1,64}@[^\s@.]+\.[^\s@]+$/.test(text),
  parts: ['address', 'domain'],
  generic: 'address',
  parse(text) {
    const emails = parseEmails(text)
    const readable = emails.filter(
      ({ text: address, isPlaceholder, reason }) => address && !isPlaceholder && !reason,
    )
    // 无 is an empty cell; a name without @ was meant as an address.
    const withoutAddress = emails.length === 0 && /[a-z0-9]/i.test(text) ? 'noAddress' : ''
    const mended = readable.find(({ repaired }) => repaired !== '')
    return parsedCell({
      entries: readable.map(({ text: address, domain, isGeneric }) => [address, isGeneric ? '' : domain]),
      display: mended !== undefined && emails.length === 1 ? mended.text : text.trim(),
      repaired: mended?.repaired ?? '',
      quality: readable.length > 0 ? 1 : 0,
      unreadable: readable.length > 0 ? '' : (emails.find(({ reason }) => reason)?.reason ?? withoutAddress),
    })
  },
  comparisons: [
    defineComparison<readonly [string, string]>({
      name: 'email',
      label: { zh: '邮箱', en: 'email' },
      parts: ['address', 'domain'],
      levels: [
        { name: 'different', label: { zh: '邮箱不同', en: 'different email' } },
        { name: 'sameDomain', label: { zh: '邮箱域名相同', en: 'same email domain' } },
        { name: 'same', label: { zh: '邮箱相同', en: 'same email' } },
      ],
      glance: {
        cells: ['address', 'domain'],
        level: (cells, left, right) => {
          if (cells[left] === 0 || cells[right] === 0) return -1
          if (cells[left] === cells[right]) return 2
          const [a, b] = [cells[left + 1], cells[right + 1]]
          return a === b ? (a === 0 ? 0 : 1) : a === 0 || b === 0 ? -1 : 0
        },
      },
      prepare: ([address, domain]) => [address, domain],
      level: (left, right) => {
        if (left[0] === right[0]) return 2
        if (left[1] === '' || right[1] === '') return left[1] === right[1] ? 0 : -1
        return left[1] === right[1] ? 1 : 0
      },
    }),
  ],
  keys: [
    { name: 'address', label: { zh: '邮箱', en: 'email' }, write: writePart(0) },
    {
      name: 'domain',
      label: { zh: '邮箱域名', en: 'email domain' },
      write: writePart(1),
    },
  ],
}
