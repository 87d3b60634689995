import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseEmails } from './email.ts'
import { parseWebsite } from './website.ts'

describe('parseEmails', () => {
  test.each([
    ['zhang.san@hengrun9.com', 'zhang.san@hengrun9.com'],
    ['Zhang.San@HengRun9.COM', 'zhang.san@hengrun9.com'],
    ['ｚｈａｎｇ＠ｈｅｎｇｒｕｎ９．ｃｏｍ', 'zhang@hengrun9.com'],
    ['zhang @ hengrun9 . com', 'zhang@hengrun9.com'],
    ['zhang@hengrun9。com', 'zhang@hengrun9.com'],
    ['邮箱：zhang@hengrun9.com', 'zhang@hengrun9.com'],
    ['张三zhang@hengrun9.com', 'zhang@hengrun9.com'],
    ['zhang@hengrun9.com王经理', 'zhang@hengrun9.com'],
    ['张三 <zhang@hengrun9.com>', 'zhang@hengrun9.com'],
    ['mailto:zhang@hengrun9.com', 'zhang@hengrun9.com'],
    ['zhang@hengrun9.com.', 'zhang@hengrun9.com'],
    ['\u200bzhang@hengrun9.com\ufeff', 'zhang@hengrun9.com'],
  ])('%j is %s', (written, text) => {
    expect(parseEmails(written).map((email) => email.text)).toEqual([text])
  })

  test.each([
    ['zhang@163,com', 'zhang@163.com', 'domain'],
    ['zhang@163.con', 'zhang@163.com', 'domain'],
    ['zhang@qq.co', 'zhang@qq.com', 'domain'],
    ['zhang@gmial.com', 'zhang@gmail.com', 'domain'],
    ['zhang@hengrun9.con', 'zhang@hengrun9.com', 'domain'],
    ['zhang@hengrun9.com.c', 'zhang@hengrun9.com.cn', 'domain'],
    ['zhang@hengrun9..com', 'zhang@hengrun9.com', 'domain'],
    ['zhang#163.com', 'zhang@163.com', 'separator'],
    ['zhang@hengrun9.co', 'zhang@hengrun9.co', ''],
  ])('%j is repaired to %s', (written, text, repaired) => {
    expect(parseEmails(written)).toMatchObject([{ text, repaired }])
  })

  test.each([
    'a1@hengrun9.com;b2@hengrun8.com',
    'a1@hengrun9.com,b2@hengrun8.com',
    'a1@hengrun9.com、b2@hengrun8.com',
    'a1@hengrun9.com b2@hengrun8.com',
    'a1@hengrun9.com/b2@hengrun8.com',
    'a1@hengrun9.com；A1@hengrun9.com；b2@hengrun8.com',
  ])('finds both in %j', (cell) => {
    expect(parseEmails(cell).map(({ text }) => text)).toEqual(['a1@hengrun9.com', 'b2@hengrun8.com'])
  })

  test.each([
    ['', []],
    ['无', []],
    ['www.hengrun9.com', []],
    ['0592-5678901', []],
    ['zhang@', ['noDomain']],
    ['@hengrun9.com', ['noName']],
    ['zhang@hengrun9', ['noDomain']],
    ['zhang@@hengrun9.com', ['unreadable']],
  ])('%j gives the reasons %j', (cell, reasons) => {
    expect(parseEmails(cell).map(({ reason }) => reason)).toEqual(reasons)
  })

  it('tells free mail, offices and placeholders', () => {
    const one = (cell: string) => parseEmails(cell)[0]!
    expect(one('zhang@qq.com')).toMatchObject({ isGeneric: true, isRole: false, isPlaceholder: false })
    expect(one('zhang@vip.163.com')).toMatchObject({
      isGeneric: true,
      domain: '163.com',
      host: 'vip.163.com',
    })
    expect(one('zhang@public.xm.fj.cn')).toMatchObject({ isGeneric: true })
    expect(one('zhang@hengrun9.com')).toMatchObject({ isGeneric: false, isRole: false })
    expect(one('sales02@hengrun9.com')).toMatchObject({ isGeneric: false, isRole: true })
    expect(one('info@hengrun9.com').isRole).toBe(true)
    for (const text of [
      'test@test.com',
      '123456@qq.com',
      'abc@163.com',
      'me@example.com',
      'no@no.com',
      '1@1.com',
    ]) {
      expect(`${text} ${one(text).isPlaceholder}`).toBe(`${text} true`)
    }
    expect(one('123456789012@qq.com').isPlaceholder).toBe(false)
  })

  it('has a domain that a website can be compared with', () => {
    expect(parseEmails('zhang@mail.hengrun9.com.cn')[0]!.domain).toBe(
      parseWebsite('www.hengrun9.com.cn').domain,
    )
  })

  const name = fc.stringMatching(/^[a-z0-9][a-z0-9._-]{0,10}[a-z0-9]$/)
  const host = fc.tuple(
    fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,9}[a-z0-9]$/),
    fc.constantFrom('com', 'cn', 'com.cn', 'net'),
  )

  it('reads one address the same alone and among others', () => {
    fc.assert(
      fc.property(name, host, (local, [label, ending]) => {
        const address = `${local}@${label}.${ending}`
        const alone = parseEmails(address)
        expect(alone).toMatchObject([{ local, reason: '' }])
        expect(parseEmails(` ${address}`)).toEqual(alone)
        expect(parseEmails(address.toUpperCase())).toEqual(alone)
        expect(parseEmails(`${address}；b2@hengrun8.com`)[0]).toEqual(alone[0])
      }),
    )
  })

  it('reads anything without complaint', () => {
    const parts = fc.constantFrom('@', '.', 'com', 'a', '1', ' ', ',', '#', '张', '；', '-', '163', '<', '/')
    const hostile = fc.array(parts, { maxLength: 50 }).map((all) => all.join(''))
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 60 })), (cell) => {
        const found = parseEmails(cell)
        expect(found.length).toBeLessThanOrEqual(32)
        for (const { text, local, host: behind, domain, reason } of found) {
          expect(text).toBe(reason === '' ? `${local}@${behind}` : '')
          if (reason === '') expect(behind.endsWith(domain) && domain.includes('.')).toBe(true)
        }
      }),
      { numRuns: 2000 },
    )
  })
})
