import fc from 'fast-check'
import { ConverterFactory } from 'opencc-js/core'
import characters from 'opencc-js/dict/TSCharacters'
import phrases from 'opencc-js/dict/TSPhrases'
import { describe, expect, it } from 'vitest'
import golden from '../../fixtures/text/fold.json' with { type: 'json' }
import { foldKey, foldText, foldWeakVariants } from './fold.ts'
import { unpackFoldTable } from './fold-table.ts'
import { PHRASE_EXCEPTIONS, VARIANTS, WEAK_VARIANTS } from './lexicon/fold-characters.ts'
import { FOLD_UNICODE } from './lexicon/fold-units.ts'
import { buildFoldTable } from './lexicon/generate/build-fold-table.ts'

const spice =
  '乾餅果坤隆瞭解望拉鍊於潛家俱傢○◯〇一二3АВЕΑΩж（）【】「」—–·・～ー か\u3099ア\u200b\ufeff\u00ad\u0301e　 \t\n𠮷薴苧ßﷺ㈱①½公司山西ABcd,.-、\ud842'
const mixed = fc.oneof(
  fc.string({ unit: fc.constantFrom(...spice), maxLength: 24 }),
  fc.string({ unit: 'binary', maxLength: 16 }),
  fc.string({ unit: fc.constantFrom(...phrases.replace(/[ |]/g, '')), maxLength: 12 }),
)

describe('foldText', () => {
  it.each(golden as [string, string][])('%j becomes %j', (raw, folded) => {
    expect(foldText(raw)).toBe(folded)
  })

  it('is idempotent', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const once = foldText(text)
        expect(foldText(once)).toBe(once)
      }),
      { numRuns: 3000 },
    )
  })

  it('is idempotent on every character alone and after a Han character', () => {
    for (let unit = 0; unit < 65536; unit++) {
      for (const text of [String.fromCharCode(unit), `山${String.fromCharCode(unit)}A`]) {
        const once = foldText(text)
        if (foldText(once) !== once)
          expect([unit.toString(16), foldText(once)]).toEqual([unit.toString(16), once])
      }
    }
  })

  it('does not depend on composed or compatible forms', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        expect(foldText(text.normalize('NFD'))).toBe(foldText(text.normalize('NFC')))
      }),
      { numRuns: 1000 },
    )
  })

  it('has no invisible characters, lower case or outer blanks', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        expect(foldText(text)).not.toMatch(/^\s|\s$|\s\s|[a-z]|[\p{Cc}\xad\u200b-\u200f\ufeff]/u)
      }),
    )
  })

  it('agrees with opencc-js on traditional text without the characters where guihu decides otherwise', () => {
    const convert = ConverterFactory([[characters, phrases]])
    const ours = new Set(`${PHRASE_EXCEPTIONS}${VARIANTS}乾画画薴苧`)
    const keys = characters
      .split('|')
      .map((entry) => entry.split(' ')[0]!)
      .filter((one) => !ours.has(one) && one.length === 1)
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...keys), { maxLength: 12 }), (list) => {
        const text = list.join('')
        fc.pre(foldText(convert(text)) === convert(text))
        expect(foldText(text)).toBe(convert(text))
      }),
      { numRuns: 2000 },
    )
  })

  it('copes with a cell of a megabyte', () => {
    expect(foldText('鴻（ ○'.repeat(250_000))).toHaveLength(750_000)
    expect(foldText('乾'.repeat(500_000))).toHaveLength(500_000)
  })
})

// Another Unicode knows other characters.
describe.runIf(process.versions.unicode === FOLD_UNICODE)('the table that is packed', () => {
  const [packed, built] = [unpackFoldTable(), buildFoldTable()]

  it('is what its sources give', () => {
    const { foldSupplementary: _, ...tables } = packed
    expect(built).toMatchObject(tables)
    expect(Object.keys(built).sort()).toEqual(Object.keys(packed).sort())
  })

  it('folds the higher planes as they do', () => {
    const wrong: string[] = []
    for (let point = 0x10000; point <= 0x10ffff; point++) {
      const one = String.fromCodePoint(point)
      if (packed.foldSupplementary(one) !== built.foldSupplementary(one)) wrong.push(point.toString(16))
    }
    expect(wrong).toEqual([])
  })
})

describe('foldKey', () => {
  it('keeps letters, digits and Han characters', () => {
    expect(foldKey('')).toBe('')
    expect(foldKey('（——）')).toBe('')
    expect(foldKey('A.B. 公司（北京）')).toBe('AB公司北京')
    expect(foldKey('𠀀·丁')).toBe('𠀀丁')
  })

  it('equals the slow twin', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        expect(foldKey(text)).toBe(
          foldText(text).replace(/[^\p{L}\p{N}\p{M}\p{Co}\p{Cs}]/gu, (x) => (x.length > 1 ? x : '')),
        )
      }),
    )
  })
})

describe('foldWeakVariants', () => {
  it('folds what foldText leaves', () => {
    for (const pair of WEAK_VARIANTS.split(' ')) {
      expect(foldWeakVariants(pair[0]!)).toBe(pair[1])
    }
  })
})
