import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { sharedWeight, weigh } from './address/align.ts'
import { agreeNumbers, numberSetOf } from './address/numbers.ts'
import { parseAddress } from './address.ts'
import { compareAddresses } from './compare-addresses.ts'

const compare = (a: string, b: string) => compareAddresses(parseAddress(a), parseAddress(b))

describe('levels', () => {
  test.each([
    ['山西省太原市小店区长风街123号', '太原市长风街一二三号', 'number', ''],
    ['太原市长风街123号', '太原市长风街125号', 'road', 'number'],
    ['太原市长风街123号', '大同市长风街123号', 'province', 'city'],
    ['太原市小店区', '太原市', 'city', ''],
    ['襄樊市长虹路12号', '襄阳市长虹路12号', 'number', ''],
    ['寿光市洛城镇鸿里村', '寿光市洛城街道鸿里村委会', 'village', ''],
    ['上海市斜土路455弄12号', '上海市斜土路457弄12号', 'road', 'lane'],
    ['合肥市景秀花园3栋501室', '合肥市景秀花园3栋502室', 'building', 'room'],
    ['合肥市景秀花园3栋', '合肥市景秀花园5栋', 'poi', 'building'],
    ['合肥市望江路景秀花园', '合肥市望江路明珠大厦', 'road', 'poi'],
    ['深圳市宝安区民治大道1号', '深圳市龙华区民治大道1号', 'number', ''],
    ['', '太原市长风街', '', ''],
  ])('%s and %s: equal down to %j, conflict in %j', (a, b, finest, conflict) => {
    expect(compare(a, b)).toMatchObject({ finest, conflict })
  })

  it('names the levels that one side leaves out', () => {
    expect(compare('太原市长风街123号君悦中心', '山西省太原市小店区长风街').missing).toEqual([
      'county',
      'number',
      'poi',
    ])
  })

  test.each([
    ['12', '12', 1],
    ['12', '14', -1],
    ['108-114', '110', 1],
    ['9,11', '11', 1],
    ['8-3', '8', 0],
    ['118-1', '118-2', 0],
    ['', '8', 0],
    ['A3', 'A4', -1],
  ])('numbers %s and %s: %i', (a, b, agreement) => {
    expect(agreeNumbers(numberSetOf(a), numberSetOf(b))).toBe(agreement)
    expect(agreeNumbers(numberSetOf(b), numberSetOf(a))).toBe(agreement)
  })
})

describe('similarity', () => {
  it('is 1 for equal parts and 0 where nothing below the county is named', () => {
    expect(compare('太原市长风街123号', '山西省太原市长风街一二三号').similarity).toBe(1)
    expect(compare('太原市小店区', '太原市小店区').similarity).toBe(0)
    expect(compare('', '').similarity).toBe(0)
  })

  /** In each line the first pair is more alike than the second. */
  test.each([
    ['锦秋花园3栋', '宝山路锦秋花园3号楼', '锦秋花园3栋', '宝山路锦秋花园5号楼'],
    ['宝山路12号锦秋花园', '宝山路12号锦秋苑', '宝山路12号锦秋花园', '宝山路14号明珠苑'],
    ['昌明印刷有限公司', '大龙路昌明印刷厂', '昌明印刷有限公司', '大龙路盛达印刷有限公司'],
    ['育才铭苑', '文峰路育才名苑', '育才铭苑', '文峰路明德花苑'],
    ['滨河路38号潞旌坞3栋', '潞旌坞3号楼', '滨河路38号阳光花园3栋', '阳光花园3号楼'],
    ['太史大街建行', '太史大街中段中国建设银行', '太史大街建行', '太史大街中段中国农业银行'],
    ['和平路9号17弄8号', '和平路9号附近和平路17弄8号楼', '和平路9号17弄8号', '和平路9号附近和平路19弄8号楼'],
    ['长沙市天心区福满楼酒店', '长沙市福满楼酒店', '长沙市福满楼酒店', '广州市福满楼酒店'],
  ])('%s ~ %s before %s ~ %s', (a, b, c, d) => {
    expect(compare(a, b).similarity).toBeGreaterThan(compare(c, d).similarity)
  })

  it('is symmetric and lies between 0 and 1', () => {
    const piece = fc.constantFrom(
      '太原市',
      '长风街',
      '12号',
      '锦秋花园',
      '3栋',
      '明珠大厦',
      '5楼',
      '东门',
      '鸿里村',
      '对面',
    )
    const address = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(address, address, (a, b) => {
        const there = compare(a, b)
        expect({ ...compare(b, a), divisions: '' }).toEqual({ ...there, divisions: '' })
        expect(there.similarity).toBeGreaterThanOrEqual(0)
        expect(there.similarity).toBeLessThanOrEqual(1)
      }),
    )
  })
})

describe('names that recur', () => {
  it('count the same whatever was compared in between', () => {
    const [a, b] = ['滨河路38号附近锦秋花园', '明德路5号(锦秋花园)']
    const first = parseAddress(a)
    compareAddresses(first, parseAddress('文峰路锦秋花园'))
    const before = compareAddresses(first, parseAddress(b)).similarity
    for (let i = 0; i < 25_000; i++) weigh(`锦秋${i}栋`)
    expect(compareAddresses(first, parseAddress(b)).similarity).toBe(before)
  })
})

/** The recursion that the two rows of {@link sharedWeight} replace. */
function slowSharedWeight(x: string, y: string): number {
  const a = weigh(x)
  const b = weigh(y)
  const gain = (i: number, j: number): number => {
    if (a.sounds[i] !== b.sounds[j]) return Number.NEGATIVE_INFINITY
    return Math.min(a.weights[i] ?? 0, b.weights[j] ?? 0) * (a.units[i] === b.units[j] ? 1 : 0.7)
  }
  const best = (i: number, j: number): number =>
    i < 0 || j < 0 ? 0 : Math.max(best(i - 1, j), best(i, j - 1), run(i, j))
  const run = (i: number, j: number): number => {
    if (i < 0 || j < 0) return Number.NEGATIVE_INFINITY
    return Math.max(run(i - 1, j - 1) + gain(i, j), best(i - 1, j - 1) + gain(i, j) * 0.4)
  }
  return best(a.units.length - 1, b.units.length - 1)
}

describe('alignment', () => {
  it('agrees with the plain recursion', () => {
    const text = fc.string({ unit: fc.constantFrom(...'锦秋金花园大厦12A路'), maxLength: 6 })
    fc.assert(
      fc.property(text, text, (a, b) => {
        if (a === b) return
        expect(sharedWeight(weigh(a), weigh(b))).toBe(slowSharedWeight(a, b))
      }),
    )
  })
})
