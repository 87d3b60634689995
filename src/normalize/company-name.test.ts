import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CompanyName, parseCompanyName } from './company-name.ts'

const folder = new URL('../../fixtures/company-names/', import.meta.url)
type Row = Partial<CompanyName> & { readonly name: string }

for (const file of readdirSync(folder).filter((f) => f.endsWith('.json'))) {
  const rows = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Row[]
  describe(file.replace('.json', ''), () => {
    it.each(rows)('$name', ({ name, ...expected }) => {
      expect(parseCompanyName(name)).toMatchObject(expected)
    })
  })
}

const core = (name: string) => {
  const { divisions, brand, industries, legalForm, branch, ordinal, isGroup, isChina } =
    parseCompanyName(name)
  return { divisions, brand, industries, legalForm, branch, ordinal, isGroup, isChina }
}

describe('what means the same is read the same', () => {
  it.each([
    ['山西鸿运煤业（集团）有限公司', '山西鴻運煤業(集團)有限公司'],
    ['启新机械有限公司', ' 启新　机械 有限公司 '],
    ['启新机械有限公司', '启新机械有限责任公司'],
    ['启新集团有限公司', '启新（集团）有限公司'],
    ['晨星（苏州）电子有限公司', '晨星电子【苏州】有限公司'],
    ['晨星电子（苏州）有限公司', '晨星电子苏州有限公司'],
    ['启新机械有限公司第三项目部', '启新机械有限公司第3项目部'],
    ['中铁三局集团有限公司', '中铁3局集团有限公司'],
    ['襄樊市恒达机械厂', '襄阳市恒达机械厂'],
    ['启新机械有限公司', '公司名称:启新机械有限公司'],
    ['SUZHOU HENGRUN FASTENER CO., LTD.', 'Suzhou Hengrun Fastener Company Limited'],
  ])('%s and %s', (a, b) => {
    expect(core(b)).toEqual(core(a))
  })

  it('the city with and without 市 has the same code and brand', () => {
    const [a, b] = ['章丘恒达机械厂', '章丘市恒达机械厂'].map((name) => parseCompanyName(name))
    expect(a?.brand).toBe('恒达')
    expect(b?.brand).toBe('恒达')
    expect(a?.divisions).toEqual(b?.divisions)
  })
})

describe('what tells bodies apart is kept apart', () => {
  it.each([
    ['第一建筑工程公司', '第三建筑工程公司', 'ordinal'],
    ['太原市第一人民医院', '太原市第二人民医院', 'ordinal'],
    ['西门子有限公司', '西门子（中国）有限公司', 'isChina'],
    ['启新机械有限公司', '启新机械有限公司太原分公司', 'branch'],
    ['山西鸿运煤业有限公司', '陕西鸿运煤业有限公司', 'divisions'],
    ['启新机械有限公司', '启新机械厂', 'legalForm'],
  ] as const)('%s and %s by %s', (a, b, part) => {
    expect(parseCompanyName(a)[part]).not.toEqual(parseCompanyName(b)[part])
  })
})

describe('ambiguous names', () => {
  it('keep the reading in which the trade is the brand', () => {
    const { brand, alternatives } = parseCompanyName('山西煤业')
    expect(brand).toBe('')
    expect(alternatives.map((a) => a.brand)).toContain('煤业')
  })

  it('give at most as many alternatives as asked for', () => {
    const name = '兴国安庭房地产开发有限公司'
    expect(parseCompanyName(name).alternatives.length).toBeGreaterThan(0)
    expect(parseCompanyName(name, { alternatives: 0 }).alternatives).toEqual([])
  })
})

describe('towns', () => {
  it('are told from the brand without their kind', () => {
    const parsed = parseCompanyName('武城县老城启新机械厂')
    expect(parsed).toMatchObject({ brand: '启新', locality: '老城', divisions: ['371428'] })
  })

  it('are those of the county that is named', () => {
    expect(parseCompanyName('青田县老城启新机械厂').brand).toBe('老城启新')
  })
})

const fragments = fc.constantFrom(
  ...[
    '山西',
    '太原市',
    '永丰',
    '鸿运',
    '煤业',
    '科技',
    '(集团)',
    '(原',
    ')',
    '有限公司',
    '第三',
    '分公司',
    '镇',
    '村',
    '中国',
    '张经理',
  ],
  ...[
    '13800001111',
    'CO., LTD',
    ' ',
    '/',
    ':',
    '*ST',
    '银行',
    '支行',
    '厂',
    '合作社',
    '一',
    '中',
    '国际',
    '集团',
  ],
)
const anyName = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fragments, { maxLength: 12 }).map((parts) => parts.join('')),
)

describe('for any text', () => {
  it('never throws, and every part comes from the text', () => {
    fc.assert(
      fc.property(anyName, (name) => {
        const parsed = parseCompanyName(name)
        for (const reading of [parsed, ...parsed.alternatives]) {
          expect(reading.confidence).toBeGreaterThanOrEqual(0)
          expect(reading.confidence).toBeLessThanOrEqual(1)
          if (reading.kind === 'junk' || /[A-Z]/.test(reading.text)) continue
          for (const word of reading.industries) expect(reading.text).toContain(word)
          expect(reading.text).toContain(reading.locality)
        }
        expect(parsed.alternatives.length).toBeLessThanOrEqual(2)
        const shares = parsed.confidence + parsed.alternatives.reduce((sum, a) => sum + a.confidence, 0)
        expect(shares).toBeLessThanOrEqual(1.03)
      }),
      { numRuns: 2000 },
    )
  })

  it('reads the head it found as it read it before', () => {
    fc.assert(
      fc.property(fc.array(fragments, { minLength: 2, maxLength: 6 }), (parts) => {
        const first = parseCompanyName(parts.filter((p) => !/[(): /*]/.test(p)).join(''))
        fc.pre(
          first.kind !== 'junk' && first.branch === '' && first.contact === '' && first.noise.length === 0,
        )
        const again = parseCompanyName(first.text)
        expect(again.brand).toBe(first.brand)
        expect(again.legalForm).toBe(first.legalForm)
      }),
      { numRuns: 1000 },
    )
  })

  it('is done with hostile text', () => {
    for (const one of [
      '(',
      '（原',
      '山西',
      '第一',
      '有限公司',
      '张 ',
      '煤',
      '中国',
      'CO ',
      '1',
      ':',
      '客户名称:',
    ]) {
      const { text } = parseCompanyName(one.repeat(500_000))
      expect(text.length).toBeLessThanOrEqual(256)
    }
  })
})
