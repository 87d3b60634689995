import { defineComparison, type FieldType, writePart } from '../model/field-type.ts'
import { parsePerson } from '../normalize/person.ts'
import { fuzzySoundKey } from '../text/sound.ts'
import { parsedCell } from './parsed-cell.ts'

/** What follows in a longer cell is no list of names. */
const MAX_CELL = 200

/** 联系人, 法定代表人. Supports other evidence: contacts change, and common names recur. */
export const contact: FieldType = {
  name: 'contact',
  label: { zh: '联系人', en: 'contact' },
  roles: [
    {
      name: 'contact',
      headings: [
        '联系人',
        '联系人姓名',
        '联络人',
        '法定代表人',
        '法人',
        '法人代表',
        '法人姓名',
        '负责人',
        '经办人',
        '收货人',
        '收件人',
        'contact',
        'contact name',
        'contact person',
        'legal representative',
        'person',
      ],
      fragments: ['联系人', '法定代表人', '负责人', '收货人', '收件人', '经办人', 'contact'],
    },
  ],
  parts: ['person', 'sound', 'surname'],
  parse(text) {
    // Several people in a cell: 张伟/李娜, 张伟、李娜.
    const people = text
      .slice(0, MAX_CELL)
      .split(/[/、,，;；|]/)
      .map(parsePerson)
      .filter(({ surname }) => surname !== '')
    return parsedCell({
      entries: people.map(({ name, surname, givenName }) => {
        return givenName === '' ? ['', '', surname] : [name, fuzzySoundKey(name), surname]
      }),
      display: text.trim(),
      quality: people.some(({ givenName }) => givenName !== '')
        ? 1
        : people.length > 0
          ? 0.4
          : text.trim() === ''
            ? 0
            : 0.2,
    })
  },
  comparisons: [
    defineComparison<{ person: string; sound: string; surname: string }>({
      name: 'contact',
      label: { zh: '联系人', en: 'contact' },
      // The surname first: it alone is always there, and without the first part nothing is compared.
      parts: ['surname', 'person', 'sound'],
      shown: 'person',
      levels: [
        { name: 'different', label: { zh: '联系人不同', en: 'different contact' } },
        { name: 'sameSurname', label: { zh: '联系人同姓', en: 'same surname' } },
        { name: 'soundsSame', label: { zh: '联系人音同', en: 'contact sounds the same' } },
        { name: 'same', label: { zh: '联系人相同', en: 'same contact' } },
      ],
      glance: {
        cells: ['surname', 'person', 'sound'],
        level: (cells, left, right) => {
          if (cells[left] === 0 || cells[right] === 0) return -1
          const [a, b] = [cells[left + 1], cells[right + 1]]
          if (a !== 0 && a === b) return 3
          if (cells[left + 2] !== 0 && cells[left + 2] === cells[right + 2]) return 2
          return (a === 0 || b === 0) && cells[left] === cells[right] ? 1 : 0
        },
      },
      prepare: ([surname, person, sound]) => ({ person, sound, surname }),
      level: (left, right) => {
        if (left.person !== '' && left.person === right.person) return 3
        if (left.sound !== '' && left.sound === right.sound) return 2
        // 张经理 may be 张伟: only where one side gives no more than a surname.
        if (left.person === '' || right.person === '') return left.surname === right.surname ? 1 : 0
        return 0
      },
      frequency: { part: 'person', levels: { same: 1 } },
    }),
  ],
  keys: [{ name: 'person', label: { zh: '联系人', en: 'contact' }, write: writePart(0) }],
}
