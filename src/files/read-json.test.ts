import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quoteLongNumbers } from './read-json.ts'
import { splitJsonArray } from './split-json.ts'

async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size)
}

test('the elements of any array come out, wherever its pieces break', async () => {
  const indent = fc.constantFrom(0, 2)
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue()),
      fc.integer({ min: 1, max: 9 }),
      indent,
      async (array, size, spaces) => {
        const clean: unknown[] = JSON.parse(JSON.stringify(array))
        const found: unknown[] = []
        const text = JSON.stringify(clean, null, spaces)
        expect(
          await splitJsonArray(cut(text, size), 1 << 20, (element) => found.push(JSON.parse(element))),
        ).toBe(false)
        expect(found).toEqual(clean)
        const inside: unknown[] = []
        await splitJsonArray(cut(`{"RECORDS": ${text}, "n": 1}`, size), 1 << 20, (element) =>
          inside.push(JSON.parse(element)),
        )
        expect(inside).toEqual(clean)
      },
    ),
  )
})

test('an array that breaks off gives its whole elements', async () => {
  const found: string[] = []
  expect(await splitJsonArray(cut('[1, {"a":[2]}, "x,', 3), 1 << 20, (text) => found.push(text.trim()))).toBe(
    true,
  )
  expect(found).toEqual(['1', '{"a":[2]}'])
})

test.each([
  ['{"税号":914403007084610990}', '{"税号":"914403007084610990"}'],
  ['[-1234567890123456,1.5,123]', '["-1234567890123456",1.5,123]'],
  ['{"备注":"号 914403007084610990, \\" 1"}', '{"备注":"号 914403007084610990, \\" 1"}'],
  ['{"a":1234567890123456.5,"b":1e300}', '{"a":1234567890123456.5,"b":1e300}'],
])('%s', (json, quoted) => {
  expect(quoteLongNumbers(json)).toBe(quoted)
})

test('whole numbers of 16 digits become text, everything else stays', () => {
  const longAsText = (_: string, value: unknown): unknown =>
    typeof value === 'number' && /^-?[0-9]{16,}$/.test(String(value)) ? String(value) : value
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(JSON.parse(quoteLongNumbers(json))).toEqual(JSON.parse(json, longAsText))
    }),
  )
})
