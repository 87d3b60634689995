import { expect, test } from 'vitest'
import { glanceAtTexts, settleTexts } from '../../fixtures/compare-cells.ts'
import { UNSETTLED } from '../model/field-type.ts'
import { address } from './address.ts'

const [comparison] = address.comparisons

/** Every way to write the beginning of an address before every way to write its end. */
const heads = ['', '太原市', '山西省太原市小店区', '大同市', '山西省太原市小店区坞城街道']
const streets = ['', '长风街', '长风街与平阳路交叉口', '平阳路', '狄村3组']
const numbers = ['', '12号', '12-3号', '12号附3号', '14号', '10-16号']
const inside = [
  '',
  '君威财富中心',
  '君威财富中心2栋',
  '和信商座2栋1单元',
  '1203室',
  '12层1203室',
  '12层1204室',
  '12层',
  '14层',
  '2单元',
  '3单元',
]
const texts = heads.flatMap((head) =>
  streets.flatMap((street) => numbers.flatMap((number) => inside.map((end) => head + street + number + end))),
)
const entries = texts.flatMap((text) => address.parse(text, 'address').entries)
const levelOf = (left: readonly string[], right: readonly string[]) =>
  comparison.level(comparison.prepare([left[0]]), comparison.prepare([right[0]]))

test('what equal parts tell is what the whole comparison says', () => {
  const seen = new Map<number, number>()
  // Each with every 41st: numbers that share no factor meet in all ways.
  entries.forEach((left, i) => {
    for (let j = i % 41; j < entries.length; j += 41) {
      const right = entries[j]
      if (glanceAtTexts(address, comparison, left, right) !== UNSETTLED) continue
      const settled = settleTexts(address, comparison, left, right)
      seen.set(settled, (seen.get(settled) ?? 0) + 1)
      if (settled !== UNSETTLED) expect(settled, `${left[0]}, ${right[0]}`).toBe(levelOf(left, right))
    }
  })
  const [same, sameNumber] = ['same', 'sameNumber'].map((name) =>
    comparison.levels.findIndex((level) => level.name === name),
  )
  for (const settled of [same, sameNumber, UNSETTLED]) expect(seen.get(settled)).toBeGreaterThan(50)
})
