import { describe, expect, test } from 'vitest'
import type { FieldType } from '../model/field-type.ts'
import { companyName } from './company-name.ts'
import { contact } from './contact.ts'
import { creditCode } from './credit-code.ts'
import { email } from './email.ts'
import { phone } from './phone.ts'
import { plainText } from './plain-text.ts'
import { website } from './website.ts'

/** The entries of a cell as objects of the parts that hold something. */
function entriesOf(field: FieldType, text: string, role = field.roles[0].name) {
  return field.parse(text, role).entries.map((entry) => {
    return Object.fromEntries(
      field.parts.map((part, i) => [part, entry[i]] as const).filter(([, value]) => value !== ''),
    )
  })
}

/** The keys of all entries of a cell, each behind the name of its key. */
function keysOf(field: FieldType, text: string): string[] {
  const found: string[] = []
  for (const entry of field.parse(text, field.roles[0].name).entries) {
    for (const { name, write } of field.keys) {
      let key = ''
      write(entry, {
        put: (piece, from = 0, to = piece.length) => {
          key += piece.slice(from, to)
        },
        end: () => {
          if (key !== '') found.push(`${name} ${key}`)
          key = ''
        },
      })
    }
  }
  return found
}

describe('creditCode', () => {
  const parse = (text: string) => creditCode.parse(text, 'creditCode')

  test('a sound code is proof: it is valid alone and meets its old forms', () => {
    expect(entriesOf(creditCode, '9144 0300 1922 0382 16')).toMatchObject([
      { number: '914403001922038216', organisationCode: '192203821', valid: '192203821' },
    ])
    expect(keysOf(creditCode, '440300192203821')).toContain('organisationCode 192203821')
    expect(keysOf(creditCode, '19220382-1')).toContain('organisationCode 192203821')
    expect(keysOf(creditCode, '914403001922038216')).toContain('organisationCode 192203821')
  })

  test('only a sound credit code keeps customers apart', () => {
    for (const text of ['19220382-1', '440301103097413', '914403001922038217'])
      for (const entry of entriesOf(creditCode, text)) expect(entry).not.toHaveProperty('valid')
  })

  test('one repair that fits is made and told', () => {
    expect(parse('9144O3001922038216')).toMatchObject({
      display: '914403001922038216',
      repaired: 'lookAlike',
      unreadable: '',
      quality: 1,
    })
  })

  test('a broken code is told, kept as typed, compared, and no key to its neighbours', () => {
    const broken = parse('914403001922038217')
    expect(broken).toMatchObject({ display: '914403001922038217', unreadable: 'checkCharacter' })
    expect(broken.quality).toBeLessThan(parse('19220382-1').quality)
    expect(entriesOf(creditCode, '914403001922038217')).toMatchObject([{ number: '914403001922038217' }])
    expect(keysOf(creditCode, '914403001922038217')).toEqual(['number 914403001922038217'])
  })

  test('placeholders, hidden numbers and personal ids are no evidence', () => {
    for (const text of [
      '123456789012345678',
      '000000000000000000',
      '9144****8216',
      '110105194912310021',
      '无',
    ])
      expect(parse(text).entries).toEqual([])
  })

  test('several codes in a cell are several entries', () => {
    expect(entriesOf(creditCode, '914403001922038216/91110000802100433B')).toMatchObject([
      { number: '914403001922038216' },
      { number: '91110000802100433B' },
    ])
  })

  test('the sounder number is the better survivor', () => {
    const [code, organisation, tax, registration] = [
      '914403001922038216',
      '19220382-1',
      '440300192203821',
      '440301103097413',
    ].map((text) => parse(text).quality)
    expect(code).toBeGreaterThan(organisation)
    expect(organisation).toBeGreaterThan(tax)
    expect(tax).toBeGreaterThan(registration)
  })
})

describe('phone', () => {
  const parse = (text: string) => phone.parse(text, 'phone')

  test('several numbers in a cell, with shared stems and extensions', () => {
    expect(entriesOf(phone, '0592-5678901/2').map(({ number }) => number)).toEqual([
      '05925678901',
      '05925678902',
    ])
    expect(entriesOf(phone, '13910002000、0351-4666688').map(({ number }) => number)).toEqual([
      '13910002000',
      '03514666688',
    ])
  })

  test('hotlines, short numbers and placeholders are no entry and no fault', () => {
    for (const text of ['4006688888', '8008100000', '95588', '13800138000', '11111111'])
      expect(parse(text)).toMatchObject({ entries: [], unreadable: '' })
  })

  test('a masked number can be compared and is no key', () => {
    expect(entriesOf(phone, '139****2000')[0]).not.toHaveProperty('number')
    expect(keysOf(phone, '139****2000')).toEqual([])
  })

  test('a number without its area code, an old form and an extension meet the full one', () => {
    const last = (text: string) => keysOf(phone, text).filter((key) => key.startsWith('lastDigits'))
    expect(last('4666688')).toEqual(last('0351-4666688'))
    expect(last('0551-2345678')).toEqual(last('0551-62345678'))
    expect(last('0351-4666688-801')).toEqual(last('0351-4666688'))
  })

  test('what cannot be read says why, unless another number of the cell can', () => {
    expect(parse('12').unreadable).toBe('tooShort')
    expect(parse('12/13910002000').unreadable).toBe('')
  })

  test('a lone repaired number survives repaired, as one of several the cell as typed', () => {
    expect(parse('015987120463')).toMatchObject({ display: '15987120463', repaired: 'leadingZero' })
    expect(parse('015987120463/0351-4666688').display).toBe('015987120463/0351-4666688')
  })

  test('a mobile survives before a landline, a landline with its area before one without', () => {
    const worth = ['13910002000', '0351-4666688', '4666688', '4006688888', '12'].map(
      (text) => parse(text).quality,
    )
    expect(worth).toEqual(worth.toSorted((a, b) => b - a))
    expect(new Set(worth).size).toBe(worth.length)
  })
})

describe('email', () => {
  test('the domain of a firm is evidence, that of a mail host is not', () => {
    expect(entriesOf(email, 'Li@Mail.Hengtong.com')).toEqual([
      { address: 'li@mail.hengtong.com', domain: 'hengtong.com' },
    ])
    expect(entriesOf(email, 'li@qq.com')).toEqual([{ address: 'li@qq.com' }])
    expect(keysOf(email, 'li@qq.com')).toEqual(['address li@qq.com'])
  })

  test('several addresses are several entries, made-up ones none', () => {
    expect(entriesOf(email, 'a@hengtong.com; b@163.com')).toHaveLength(2)
    expect(email.parse('test@test.com', 'email')).toMatchObject({ entries: [], unreadable: '' })
  })

  test('a misspelt ending is mended and told', () => {
    expect(email.parse('li@hengtong.con', 'email')).toMatchObject({
      display: 'li@hengtong.com',
      repaired: 'domain',
    })
    expect(email.parse('li@hengtong.con; wang@hengtong.com', 'email').display).toBe(
      'li@hengtong.con; wang@hengtong.com',
    )
  })

  test('what was meant as an address and is none says so', () => {
    expect(email.parse('li@hengtong', 'email').unreadable).toBe('noDomain')
    expect(email.parse('zhangsan', 'email').unreadable).toBe('noAddress')
    expect(email.parse('无', 'email').unreadable).toBe('')
  })
})

describe('website', () => {
  test('the registered domain counts, whatever stands around it', () => {
    for (const text of ['http://www.hengtong.com.cn/about/', 'HENGTONG.COM.CN', '网址：www.hengtong.com.cn'])
      expect(entriesOf(website, text)).toEqual([{ site: 'hengtong.com.cn', domain: 'hengtong.com.cn' }])
  })

  test('a daughter keeps her subdomain and is found by the domain too', () => {
    expect(keysOf(website, 'taiyuan.hengtong.com.cn')).toEqual([
      'site hengtong.com.cn/taiyuan',
      'site hengtong.com.cn',
    ])
  })

  test('on a host that many share only the shop counts, the host alone is nothing', () => {
    expect(keysOf(website, 'https://shop1.1688.com/')).toEqual(['site 1688.com/shop1'])
    expect(entriesOf(website, 'www.1688.com')).toEqual([])
  })

  test('every site of a cell is an entry', () => {
    expect(entriesOf(website, 'www.hengtong.com; www.xinyuan.cn').map(({ site }) => site)).toEqual([
      'hengtong.com',
      'xinyuan.cn',
    ])
  })
})

describe('contact', () => {
  test('titles, labels and numbers around a name do not matter', () => {
    for (const text of ['张伟', '联系人：张伟', '张 伟 13910002000', '张伟经理'])
      expect(entriesOf(contact, text)).toMatchObject([{ person: '张伟', surname: '张' }])
  })

  test('a surname with a title is no key', () => {
    expect(entriesOf(contact, '张经理')).toEqual([{ surname: '张' }])
    expect(keysOf(contact, '张经理')).toEqual([])
  })

  test('several people are several entries', () => {
    expect(entriesOf(contact, '张伟/李娜、王芳').map(({ person }) => person)).toEqual([
      '张伟',
      '李娜',
      '王芳',
    ])
  })

  test('a whole name survives before a surname, and that before what is no name', () => {
    const worth = ['张伟', '张经理', 'ZZ'].map((text) => contact.parse(text, 'contact').quality)
    expect(worth).toEqual(worth.toSorted((a, b) => b - a))
    expect(new Set(worth).size).toBe(3)
  })
})

describe('text', () => {
  test('case, width, blanks and punctuation do not matter', () => {
    for (const text of ['A 级', 'ａ级', 'a-级', '“A”级'])
      expect(entriesOf(plainText, text)).toEqual([{ text: 'A级' }])
    expect(entriesOf(plainText, '——')).toEqual([])
  })
})

describe('companyName', () => {
  const full = '太原恒通商贸有限公司'
  const brandsOf = (text: string, role = 'companyName') =>
    entriesOf(companyName, text, role).map(({ brand }) => brand)

  test('junk is junk in the name column alone', () => {
    expect(companyName.parse('散客', 'companyName')).toMatchObject({ entries: [], junk: 'walk-in customer' })
    expect(companyName.parse('散客', 'abbreviation').junk).toBe('')
    expect(companyName.parse('***', 'formerName').unreadable).not.toBe('')
  })

  test('a former name in brackets is another name of the record', () => {
    expect(brandsOf(`${full}（原太原鑫源商贸有限公司）`)).toEqual(expect.arrayContaining(['恒通', '鑫源']))
  })

  test('two names in a cell are two entries', () => {
    expect(brandsOf('鸿运煤业有限公司/大同晋华机械厂')).toEqual(expect.arrayContaining(['鸿运', '晋华']))
  })

  test('only the own name of a record says which unit it is', () => {
    const units = (text: string, role?: string) => entriesOf(companyName, text, role).map(({ unit }) => unit)
    expect(units(`${full}晋源分公司`)[0]).toBe('晋源分公司')
    expect(units(full)[0]).not.toBe(undefined)
    for (const role of ['formerName', 'abbreviation'])
      for (const unit of units(`${full}晋源分公司`, role)) expect(unit).toBe(undefined)
  })

  test('a short name has its own entry with the brand to meet on', () => {
    expect(brandsOf('恒通商贸', 'abbreviation')[0]).toBe('恒通')
  })

  test('the fuller and cleaner name is the better survivor', () => {
    const worth = (text: string) => companyName.parse(text, 'companyName').quality
    expect(worth(full)).toBeGreaterThan(worth('恒通商贸'))
    expect(worth(full)).toBeGreaterThan(worth('散客'))
    expect(worth(full)).toBeGreaterThan(worth(`${full} 张经理`))
  })
})
