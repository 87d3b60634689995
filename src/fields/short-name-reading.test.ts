import { describe, expect, test } from 'vitest'
import { parseCompanyName } from '../normalize/company-name.ts'
import { shortNameReading } from './short-name-reading.ts'

const readingOf = (text: string) => shortNameReading(parseCompanyName(text))

describe('shortNameReading', () => {
  test('takes a county that is not written out for a brand as well', () => {
    expect(readingOf('常山药业')).toMatchObject({ brand: '常山', divisions: [], industries: ['药业'] })
    expect(readingOf('常山县药业')).toBeUndefined()
    expect(readingOf('太原药业')).toBeUndefined()
  })

  test('takes the first character of a brand for a province', () => {
    expect(readingOf('粤恒通')).toMatchObject({ brand: '恒通', divisions: ['440000'] })
    expect(readingOf('甬恒通')).toMatchObject({ brand: '恒通', divisions: ['330200'] })
  })

  test('leaves brands that begin with such a character by chance', () => {
    for (const name of ['粤通', '新恒通', '恒通科技', '']) expect(readingOf(name)).toBeUndefined()
  })
})
