import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { parseWebsite, parseWebsites, registrableDomain } from './website.ts'

describe('parseWebsite', () => {
  test.each([
    ['www.hengrun9.com', 'hengrun9.com'],
    ['http://www.hengrun9.com/', 'hengrun9.com'],
    ['HTTPS://WWW.HengRun9.COM', 'hengrun9.com'],
    ['HTTP：//ＷＷＷ．hengrun9．com．cn/index.html', 'hengrun9.com.cn'],
    ['www。hengrun9。com', 'hengrun9.com'],
    ['http//www.hengrun9.com', 'hengrun9.com'],
    ['http:\\\\www.hengrun9.com', 'hengrun9.com'],
    ['ttp://hengrun9.com', 'hengrun9.com'],
    ['https；//hengrun9.com', 'hengrun9.com'],
    ['wwww.hengrun9.com', 'hengrun9.com'],
    ['www. hengrun9 .com', 'hengrun9.com'],
    ['网址：www.hengrun9.com', 'hengrun9.com'],
    ['公司官网www.hengrun9.com', 'hengrun9.com'],
    ['www.hengrun9.com:8080/a?b=1#c', 'hengrun9.com'],
    ['m.hengrun9.com', 'hengrun9.com'],
    ['cn.hengrun9.com', 'hengrun9.com'],
    ['datong.hengrun9.com.cn', 'hengrun9.com.cn/datong'],
    ['heng_run.net', 'heng_run.net'],
    ['恒润紧固件.中国', '恒润紧固件.中国'],
    ['www.恒润.公司.cn', '恒润.公司.cn'],
    ['shop12345.taobao.com', 'taobao.com/shop12345'],
    ['https://hengrun9.1688.com', '1688.com/hengrun9'],
    ['https://weibo.com/hengrun9?from=1', 'weibo.com/hengrun9'],
    ['m.weibo.cn/u/12345', 'weibo.cn/u/12345'],
    ['www.taobao.com', ''],
    ['无', ''],
    ['', ''],
    ['sales@hengrun9.com', ''],
    ['2019', ''],
    ['3.5', ''],
    ['www.example.com', ''],
  ])('%j is compared as %j', (written, text) => {
    expect(parseWebsite(written).text).toBe(text)
  })

  it('keeps host, registered domain and path apart', () => {
    expect(parseWebsite('https://shop.hengrun9.com.cn/cn/index.html?x=1')).toEqual({
      text: 'hengrun9.com.cn',
      host: 'shop.hengrun9.com.cn',
      domain: 'hengrun9.com.cn',
      isGeneric: false,
      path: 'cn/index.html',
      reason: '',
    })
    expect(parseWebsite('shop12345.taobao.com/page/')).toMatchObject({
      domain: 'taobao.com',
      isGeneric: true,
      path: 'shop12345/page',
    })
  })

  it('says why there is none', () => {
    expect(parseWebsite('hengrun').reason).toBe('unreadable')
    expect(parseWebsite('www.example.com').reason).toBe('placeholder')
    expect(parseWebsite('暂无').reason).toBe('')
  })
})

describe('parseWebsites', () => {
  test.each([
    'www.hengrun9.com;www.hengrun8.cn',
    'www.hengrun9.com、www.hengrun8.cn',
    'www.hengrun9.com/www.hengrun8.cn',
    'www.hengrun9.com，http://www.hengrun8.cn/',
    'hengrun9.com和hengrun8.cn',
    'hengrun9.com\nhengrun8.cn hengrun9.com',
  ])('finds both in %j', (cell) => {
    expect(parseWebsites(cell).map(({ domain }) => domain)).toEqual(['hengrun9.com', 'hengrun8.cn'])
  })

  const label = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}[a-z0-9]$/)
  const host = fc
    .tuple(label, fc.constantFrom('com', 'cn', 'com.cn', 'net', 'gov.cn', 'com.hk', 'gd.cn'))
    .map((parts) => parts.join('.'))

  it('reads one host the same alone and among others', () => {
    fc.assert(
      fc.property(host, fc.constantFrom('', 'www.', 'http://', 'https://www.'), (name, head) => {
        const [alone] = parseWebsites(head + name)
        expect(parseWebsites(` ${head}${name}`)[0]).toEqual(alone)
        expect(parseWebsites(`${head}${name}`.toUpperCase())[0]).toEqual(alone)
        expect(parseWebsites(`${head}${name}、hengrun9.org`)[0]).toEqual(alone)
      }),
    )
  })

  it('reads anything without complaint', () => {
    const parts = fc.constantFrom(
      'www.',
      'http:',
      '//',
      '/',
      '.',
      'com',
      'cn',
      'a',
      '公司',
      ' ',
      '@',
      '：',
      '。',
      ';',
      '?',
    )
    const hostile = fc.array(parts, { maxLength: 50 }).map((all) => all.join(''))
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: 'binary', maxLength: 60 })), (cell) => {
        const found = parseWebsites(cell)
        expect(found.length).toBeLessThanOrEqual(16)
        for (const website of found) {
          if (website.reason !== '') continue
          expect(website.host.endsWith(website.domain)).toBe(true)
          expect(website.domain).toContain('.')
        }
      }),
      { numRuns: 2000 },
    )
  })
})

test.each([
  ['hengrun9.com', 'hengrun9.com'],
  ['mail.hengrun9.com', 'hengrun9.com'],
  ['a.b.hengrun9.com.cn', 'hengrun9.com.cn'],
  ['a.hengrun9.gd.cn', 'hengrun9.gd.cn'],
  ['swj.xiamen9.gov.cn', 'xiamen9.gov.cn'],
  ['a.hengrun9.co.jp', 'hengrun9.co.jp'],
  ['com.cn', 'com.cn'],
  ['cn', 'cn'],
  ['192.168.1.20', '192.168.1.20'],
])('%s is registered as %s', (host, domain) => {
  expect(registrableDomain(host)).toBe(domain)
})
