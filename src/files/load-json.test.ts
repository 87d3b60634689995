import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gb18030, temporaryFolder } from '../../fixtures/files/make-files.ts'
import { findJsonError } from './find-json-error.ts'
import { describeError, InputError } from './input-error.ts'
import { loadJson } from './load-json.ts'

const folder = temporaryFolder()

async function errorOf(path: string): Promise<InputError> {
  const error = await loadJson(path).then(
    () => undefined,
    (error: unknown) => error,
  )
  if (error instanceof InputError) return error
  throw new Error(`no InputError but ${String(error)}`)
}

describe('loadJson', () => {
  test('reads UTF-8, with and without a mark, and GB18030', async () => {
    const text = '{"名称": "客户名称"}'
    for (const content of [text, `\uFEFF${text}`, gb18030(text)]) {
      expect(await loadJson(await folder.put('s.json', content))).toEqual({ 名称: '客户名称' })
    }
  })

  test('says line and column of a mistake', async () => {
    const error = await errorOf(
      await folder.put('bad.json', '{\n  "threshold": 0.9,\n  "map": {"name": "名称",}\n}'),
    )
    expect(error).toMatchObject({
      code: 'bad-json',
      detail: 'line 3, column 24',
      value: 'a comma before "}"',
    })
    expect(describeError(error, 'en')).toContain(
      'bad.json is not valid JSON at line 3, column 24: a comma before "}".',
    )
  })

  test('a file that is not there, a folder, an empty one', async () => {
    expect((await errorOf(folder.path('none.json'))).code).toBe('not-found')
    expect((await errorOf(folder.path('.'))).code).toBe('is-folder')
    expect((await errorOf(await folder.put('empty.json', ' \n'))).code).toBe('empty')
  })
})

describe('findJsonError', () => {
  test.each([
    ['{"a": 1,}', 8, 'a comma before "}"'],
    ['[1, 2,]', 6, 'a comma before "]", or a value missing'],
    ["{'a': 1}", 1, 'a single quote; JSON wants double quotes'],
    ['{“a”: 1}', 1, '"“"; JSON wants plain double quotes'],
    ['{"a"：1}', 4, '"："; JSON wants the ASCII character'],
    ['{"a": 1 // why\n}', 8, 'a comment; JSON has none'],
    ['{"a": 1 "b": 2}', 8, '"," is missing before """'],
    ['{a: 1}', 1, 'a key in double quotes is wanted, not "a"'],
    ['{"a": yes}', 6, '"yes" is no value'],
    ['{"a": 01}', 6, '"01" is no value'],
    ['{"a": "x', 6, 'a string that does not end'],
    ['{"a": "C:\\dir"}', 9, 'a backslash that starts no escape; write two for one'],
    ['{"a": [1, 2', 11, 'the text ends before "]"'],
    ['{} {}', 3, '"{" after the end of the value'],
    ['', 0, 'no value'],
  ])('%j', (text, at, reason) => {
    expect(findJsonError(text)).toEqual({ at, reason })
  })

  test('finds an error exactly where JSON.parse throws', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-0.5e3',
      'true',
      'nul',
      ' ',
      '"\\u12"',
      '\n',
      '01',
      '"',
    )
    const broken = fc
      .tuple(fc.json(), fc.nat(40), piece)
      .map(([json, at, insert]) => json.slice(0, at) + insert + json.slice(at))
    const soup = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.json(), broken, soup), (text) => {
        expect(findJsonError(text) === undefined).toBe(parses(text))
      }),
      { numRuns: 3000 },
    )
  })
})

function parses(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
