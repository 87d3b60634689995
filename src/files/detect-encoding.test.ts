import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gb18030 } from '../../fixtures/files/make-files.ts'
import { decodeText } from './decode-text.ts'
import { binaryKind, encodingOfHead, utf8OrGb18030 } from './detect-encoding.ts'

const TEXT = '客户名称,联系电话\n山西恒通煤业有限公司,0351-1234567\n'

function utf16(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\uFEFF' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

async function recognise(bytes: Uint8Array, size = 7): Promise<string> {
  return encodingOfHead(bytes) ?? (await utf8OrGb18030(pieces(bytes, size)))
}

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

describe('the encoding of a text', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`), 'utf-8'],
    ['ASCII', Buffer.from('name,phone\n'), 'utf-8'],
    ['GB18030', gb18030(TEXT), 'gb18030'],
    [
      'ASCII for long, then GB18030',
      Buffer.concat([Buffer.from('a,b\n'.repeat(1000)), gb18030('恒通')]),
      'gb18030',
    ],
    ['GB18030 with characters of four bytes', gb18030('㐂㐄'), 'gb18030'],
    ['UTF-16 LE with a mark', utf16(TEXT, false, true), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(TEXT, true, true), 'utf-16be'],
    ['UTF-16 LE', utf16(TEXT, false, false), 'utf-16le'],
    ['UTF-16 BE', utf16(TEXT, true, false), 'utf-16be'],
    ['联通 in GB18030, famous for passing as UTF-8 at a glance', gb18030('联通,电信\n移动,1\n'), 'gb18030'],
  ])('%s', async (_, bytes, encoding) => {
    expect(await recognise(bytes)).toBe(encoding)
    let text = ''
    for await (const piece of decodeText(pieces(bytes, 5), encoding, 'x')) text += piece
    expect(Buffer.from(text).toString()).toBe(new TextDecoder(encoding).decode(bytes))
  })

  test('UTF-8 with a character cut in half is still UTF-8', async () => {
    const broken = Buffer.concat([
      Buffer.from(TEXT.repeat(3)),
      Buffer.from('恒').subarray(0, 2),
      Buffer.from(`,1\n${TEXT}`),
    ])
    expect(await recognise(broken)).toBe('utf-8')
  })

  test('any valid UTF-8 is UTF-8, wherever its pieces break', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 9 }),
        async (text, size) => {
          expect(await utf8OrGb18030(pieces(Buffer.from(text), size))).toBe('utf-8')
        },
      ),
    )
  })
})

describe('binaryKind', () => {
  test.each([
    ['%PDF-1.7', 'a PDF document'],
    ['\x89PNG\r\n', 'a PNG picture'],
    ['\0\x01\0\0\x03', 'binary data'],
    ['name,phone\n', undefined],
  ])('%j is %s', (text, kind) => {
    expect(binaryKind(Buffer.from(text, 'latin1'))).toBe(kind)
  })
})
