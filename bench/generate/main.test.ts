import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { Converter } from 'opencc-js/t2cn'
import { describe, expect, test } from 'vitest'
import type { World } from './companies.ts'
import { creditCodeCheck } from './credit-code.ts'
import { belongTogether, makeFair } from './evidence.ts'
import { type CustomerRecord, generateCustomers } from './generate.ts'
import { makeGroup, makeLead } from './groups.ts'
import { Random } from './random.ts'
import { junkRate, sourceRates, sources } from './rates.ts'
import { draftRecord } from './records.ts'

function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

const records = [...generateCustomers({ seed: 7, records: 20_000 })]
const customers = groupBy(records, (record) => record.customer)
const real = [...customers.values()].filter(([{ customer }]) => !customer.startsWith('junk'))

describe('generateCustomers', () => {
  test('the same seed gives the same records, another seed others', () => {
    expect([...generateCustomers({ seed: 7, records: 500 })]).toEqual([
      ...generateCustomers({ seed: 7, records: 500 }),
    ])
    expect([...generateCustomers({ seed: 8, records: 500 })]).not.toEqual([
      ...generateCustomers({ seed: 7, records: 500 }),
    ])
  })

  test('gives as many records as asked, numbered once each', () => {
    expect(records.length).toBe(20_000)
    expect(new Set(records.map((record) => record.record_id)).size).toBe(20_000)
    expect([...generateCustomers({ seed: 1, records: 0 })]).toEqual([])
    expect([...generateCustomers({ seed: 1, records: 1 })].length).toBe(1)
  })

  test('a customer has 1 to 8 records, 2.5 on average', () => {
    const counts = real.map((members) => members.length)
    expect(Math.max(...counts)).toBe(8)
    expect((20_000 * (1 - junkRate)) / real.length).toBeCloseTo(2.5, 0)
  })

  test('departments fill their cells at their rates', () => {
    for (const source of sources) {
      const rates = sourceRates[source]
      const own = records.filter((record) => record.source === source && !record.customer.startsWith('junk'))
      const filled = (cell: keyof CustomerRecord) =>
        own.filter((record) => record[cell] !== '').length / own.length
      expect(own.length / records.length).toBeCloseTo(rates.share, 1)
      // Fairness adds codes and phones here and there; email and contact are as drawn.
      expect(filled('credit_code') - rates.creditCode).toBeGreaterThan(-0.02)
      expect(filled('credit_code') - rates.creditCode).toBeLessThan(0.08)
      expect(filled('phone') - rates.phone).toBeGreaterThan(-0.02)
      expect(filled('phone') - rates.phone).toBeLessThan(0.1)
      expect(Math.abs(filled('address') - rates.address)).toBeLessThan(0.02)
      expect(Math.abs(filled('contact') - rates.contact)).toBeLessThan(0.02)
      expect(Math.abs(filled('email') - rates.email)).toBeLessThan(0.02)
    }
  })

  test('rows that are no customer come at their rate, each with a truth of its own', () => {
    const junk = records.filter((record) => record.customer.startsWith('junk'))
    expect(junk.length / records.length).toBeCloseTo(junkRate, 2)
    expect(new Set(junk.map((record) => record.customer)).size).toBe(junk.length)
  })

  test('holds the cases that make it hard', () => {
    const names = records.map((record) => record.name)
    const share = (pattern: RegExp) => names.filter((name) => pattern.test(name)).length / names.length
    expect(share(/[設術貿區業華東發]/)).toBeGreaterThan(0.005)
    expect(share(/分公司|营业部/)).toBeGreaterThan(0.03)
    expect(share(/（原|\(原|曾用名/)).toBeGreaterThan(0.001)
    expect(share(/第[一二三四五1-5]/)).toBeGreaterThan(0.002)
    expect(share(/集团/)).toBeGreaterThan(0.005)
    const byPhone = groupBy(records, (record) => record.phone)
    byPhone.delete('')
    const customersOfPhone = [...byPhone.values()].map(
      (members) => new Set(members.map((m) => m.customer)).size,
    )
    expect(customersOfPhone.filter((count) => count >= 5).length).toBeGreaterThan(10)
  })
})

describe('the truth', () => {
  test('no customer has two valid codes, and no valid code two customers', () => {
    const owner = new Map<string, string>()
    for (const { credit_code, customer } of records) {
      const code = credit_code.replace(/[\s-]/g, '').toUpperCase()
      if (code.length !== 18 || creditCodeCheck(code.slice(0, 17)) !== code[17] || /^0+$|^1234/.test(code))
        continue
      expect(owner.get(code) ?? customer).toBe(customer)
      owner.set(code, customer)
    }
    const codes = groupBy(owner, ([, customer]) => customer)
    expect(Math.max(...[...codes.values()].map((entries) => entries.length))).toBe(1)
  })

  test('no records of two customers are alike in every cell', () => {
    const seen = new Map<string, string>()
    for (const { record_id: _, customer, ...cells } of records) {
      if (customer.startsWith('junk')) continue
      const { source: __, ...visible } = cells
      const key = JSON.stringify(visible)
      expect(seen.get(key) ?? customer, key).toBe(customer)
      seen.set(key, customer)
    }
  })

  test('the records of a customer hang together by what a reader sees', () => {
    const apart = real.filter((members) => !isConnected(members, looksAlike))
    expect(apart).toEqual([])
  })

  test('and by what the generator knows', () => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const random = new Random(seed)
        const world: World = { customers: 1000, claim: () => true }
        const group = makeGroup(0, (random) => makeLead(world, random), world, random) ?? []
        for (const company of group) {
          const drafts = Array.from({ length: 8 }, () => draftRecord(company, random))
          makeFair(drafts, company, random)
          expect(isConnected(drafts, belongTogether)).toBe(true)
          for (const { name, hasCode, phones, addresses } of drafts) {
            expect(name.complete || hasCode || phones !== 0 || addresses !== 0).toBe(true)
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

function isConnected<T>(items: readonly T[], joined: (a: T, b: T) => boolean): boolean {
  const reached = new Set([0])
  for (const at of reached) {
    items.forEach((item, other) => {
      if (joined(items[at], item) || joined(item, items[at])) reached.add(other)
    })
  }
  return reached.size === items.length
}

const simplify = Converter({ from: 't', to: 'cn' })

/** A reader who knows nothing of how the records were made. */
function looksAlike(a: CustomerRecord, b: CustomerRecord): boolean {
  const both = (cell: keyof CustomerRecord, read: (text: string) => string[]) =>
    read(a[cell]).some((part) => read(b[cell]).includes(part))
  return (
    both('email', (text) => (text === '' ? [] : [text])) ||
    both('contact', (text) => (text === '' ? [] : [text])) ||
    both('credit_code', readOrganisation) ||
    both('phone', readPhones) ||
    both('address', (text) => pieces(text.replace(/^.*?(?:区|县|市(?!.*[区县]))/, ''), 4)) ||
    commonPieces(a.name, b.name) >= 2
  )
}

function commonPieces(a: string, b: string): number {
  const folded = (text: string) => text.replace(/\d/g, (digit) => '零一二三四五六七八九'[Number(digit)])
  const others = new Set(pieces(folded(b), 2))
  return new Set(pieces(folded(a), 2).filter((piece) => others.has(piece))).size
}

/** The last seven digits of each number that may be in a cell. */
function readPhones(text: string): string[] {
  const whole = text.split(/[/、；]/).filter((run) => !run.includes('*'))
  const runs = whole.flatMap((run) => [
    run,
    run.replace(/(?:转|-)8\d\d$/, ''),
    ...run.split(/ (?=\+|1|0|86)/),
  ])
  return runs.map((run) => run.replace(/\D/g, '').slice(-7)).filter((digits) => digits.length === 7)
}

function readOrganisation(text: string): string[] {
  const code = text.replace(/[\s-]/g, '').toUpperCase()
  if (code.length === 18) return creditCodeCheck(code.slice(0, 17)) === code[17] ? [code.slice(8, 17)] : []
  return code.length === 15 ? [code.slice(6)] : code.length === 9 ? [code] : []
}

function pieces(text: string, length: number): string[] {
  const folded = simplify(text.normalize('NFKC')).replace(/[^\p{Script=Han}\d]|[省市县]/gu, '')
  return Array.from({ length: Math.max(0, folded.length - length + 1) }, (_, at) =>
    folded.slice(at, at + length),
  )
}

describe('the command', () => {
  test('writes records and truth, the same bytes each time, and says when the base runs out', () => {
    const folder = mkdtempSync(join(tmpdir(), 'guihu-generate-'))
    const [out, truth, base] = ['out.csv', 'truth.csv', 'base.csv'].map((name) => join(folder, name))
    const run = (...more: string[]) => {
      const main = join(import.meta.dirname, 'main.ts')
      const words = [
        '--import',
        'tsx',
        main,
        '--records',
        '300',
        '--seed',
        '5',
        '--out',
        out,
        '--truth',
        truth,
        ...more,
      ]
      execFileSync(process.execPath, words, { stdio: ['ignore', 'ignore', 'pipe'] })
      return readFileSync(out, 'utf8') + readFileSync(truth, 'utf8')
    }
    try {
      const written = run()
      expect(run()).toBe(written)
      const lines = readFileSync(truth, 'utf8').trimEnd().split('\n')
      const expected = [...generateCustomers({ seed: 5, records: 300 })]
      expect(lines).toEqual(['record_id,customer_id', ...expected.map((r) => `${r.record_id},${r.customer}`)])
      writeFileSync(
        base,
        'uscc,name,address,province,city\n,太原市晨甲建材有限公司,"某路1号,2楼",山西,太原\n',
      )
      run('--base', base)
      expect(readFileSync(truth, 'utf8').split('\n').length).toBeLessThan(100)
    } finally {
      rmSync(folder, { recursive: true })
    }
  })
})
