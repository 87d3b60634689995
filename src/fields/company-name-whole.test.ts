import { expect, test } from 'vitest'
import { glanceAtTexts, settleTexts } from '../../fixtures/compare-cells.ts'
import { UNSETTLED } from '../model/field-type.ts'
import { companyName } from './company-name.ts'
import { COMPANY_NAME_PARTS } from './company-name-parts.ts'
import { wholeName } from './company-name-whole.ts'

const places = ['', '山西', '太原市']
const brands = ['', '恒通', '恒隆通', '通恒', '瑞和穗', '瑞和']
const trades = ['', '商贸', '贸商', '汽车服务', '汽车销售服务', '食品']
const ends = ['', '有限公司', '有限责任公司', '集团', '股份', '厂']
const texts = places.flatMap((place) =>
  brands.flatMap((brand) => trades.flatMap((trade) => ends.map((end) => place + brand + trade + end))),
)
const entries = texts.flatMap((text) => companyName.parse(text, 'companyName').entries)
const prepare = (entry: readonly string[]) =>
  wholeName.prepare(
    wholeName.parts.map(
      (part) => entry[COMPANY_NAME_PARTS.indexOf(part as (typeof COMPANY_NAME_PARTS)[number])],
    ),
  )

test('what the characters of whole names tell is what the comparison of their texts says', () => {
  const seen = new Map<number, number>()
  // Each with every 7th: numbers that share no factor meet in all ways.
  entries.forEach((left, i) => {
    for (let j = i % 7; j < entries.length; j += 7) {
      const right = entries[j]
      if (glanceAtTexts(companyName, wholeName, left, right) !== UNSETTLED) continue
      const settled = settleTexts(companyName, wholeName, left, right)
      seen.set(settled, (seen.get(settled) ?? 0) + 1)
      if (settled === UNSETTLED) continue
      expect(settled, `${left[0]}, ${right[0]}`).toBe(wholeName.level(prepare(left), prepare(right)))
    }
  })
  const [different, otherShort, shortOf] = ['different', 'otherShort', 'shortOf'].map((name) =>
    wholeName.levels.findIndex((level) => level.name === name),
  )
  for (const settled of [-1, different, otherShort, shortOf, UNSETTLED])
    expect(seen.get(settled) ?? 0, String(settled)).toBeGreaterThan(9)
})
