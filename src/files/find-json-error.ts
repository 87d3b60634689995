/** Where a JSON text goes wrong, and how. */
export interface JsonError {
  /** Offset in UTF-16 units. */
  readonly at: number
  readonly reason: string
}

/** What may come next. */
type State = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'after-value' | 'end'

/**
 * The first place where a text is not JSON (RFC 8259), with a reason that names the usual slips: a
 * comma too many, a comment, single or Chinese quotes. undefined when it finds none. `JSON.parse`
 * gives a position for some errors only.
 * @example findJsonError('{"a": 1,}') // => { at: 8, reason: 'a comma before "}"' }
 */
export function findJsonError(text: string): JsonError | undefined {
  const reader: Reader = { open: [], state: 'value' }
  for (let at = skipSpace(text, 0); at < text.length; ) {
    const next = step(text, at, reader)
    if (typeof next !== 'number') return next
    at = skipSpace(text, next)
  }
  if (reader.state === 'end') return undefined
  const closing = reader.open.at(-1) === '{' ? '}' : ']'
  const reason = reader.open.length === 0 ? 'no value' : `the text ends before "${closing}"`
  return { at: text.length, reason }
}

interface Reader {
  /** The brackets that are open. */
  readonly open: ('{' | '[')[]
  state: State
}

/** Reads one token; gives the offset behind it, or what is wrong with it. */
function step(text: string, at: number, reader: Reader): number | JsonError {
  const char = text[at]
  const { open, state } = reader
  if (state === 'end') return { at, reason: `${named(char)} after the end of the value` }
  if (state === 'colon') {
    if (char !== ':') return { at, reason: slip(char) ?? `":" is missing before ${named(char)}` }
    reader.state = 'value'
    return at + 1
  }
  const closes = open.at(-1) === '{' ? '}' : ']'
  if (char === closes && (state === 'after-value' || state === 'first-key' || state === 'first-value')) {
    open.pop()
    reader.state = stateBehind(open)
    return at + 1
  }
  if (state === 'after-value') {
    if (char !== ',') return { at, reason: slip(char) ?? `"," is missing before ${named(char)}` }
    reader.state = open.at(-1) === '{' ? 'key' : 'value'
    return at + 1
  }
  return state === 'key' || state === 'first-key' ? key(text, at, reader) : value(text, at, reader)
}

function key(text: string, at: number, reader: Reader): number | JsonError {
  const char = text[at]
  if (char !== '"') return { at, reason: slip(char) ?? wantedKey(char, reader.state) }
  reader.state = 'colon'
  return endOfString(text, at)
}

function value(text: string, at: number, reader: Reader): number | JsonError {
  const char = text[at]
  if (char === '{' || char === '[') {
    reader.open.push(char)
    reader.state = char === '{' ? 'first-key' : 'first-value'
    return at + 1
  }
  reader.state = stateBehind(reader.open)
  return endOfToken(text, at)
}

function stateBehind(open: readonly string[]): State {
  return open.length === 0 ? 'end' : 'after-value'
}

function skipSpace(text: string, start: number): number {
  let at = start
  while (at < text.length && ' \t\n\r'.includes(text[at])) at++
  return at
}

/** The end of a string, number or word, or the error in it. */
function endOfToken(text: string, at: number): number | JsonError {
  if (text[at] === '"') return endOfString(text, at)
  const token = /^[A-Za-z0-9+.-]*/.exec(text.slice(at, at + 400))?.[0] ?? ''
  if (/^(true|false|null|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?)$/.test(token))
    return at + token.length
  const char = text[at]
  if (char === '}' || char === ']') return { at, reason: `a comma before "${char}", or a value missing` }
  return { at, reason: slip(char) ?? `${token === '' ? named(char) : `"${token}"`} is no value` }
}

function endOfString(text: string, open: number): number | JsonError {
  for (let at = open + 1; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit === 34) return at + 1
    if (unit < 32) return { at: open, reason: 'a string that does not end on its line' }
    if (unit !== 92) continue
    const escaped = /^(["\\/bfnrt]|u[0-9a-fA-F]{4})/.exec(text.slice(at + 1, at + 6))
    if (!escaped) return { at, reason: 'a backslash that starts no escape; write two for one' }
    at += escaped[0].length
  }
  return { at: open, reason: 'a string that does not end' }
}

function wantedKey(char: string, state: State): string {
  if (char === '}' && state === 'key') return 'a comma before "}"'
  return `a key in double quotes is wanted, not ${named(char)}`
}

function slip(char: string): string | undefined {
  if (char === '/' || char === '#') return 'a comment; JSON has none'
  if (char === "'") return 'a single quote; JSON wants double quotes'
  if ('“”「」‘’'.includes(char)) return `${named(char)}; JSON wants plain double quotes`
  if ('，：；、｛｝【】'.includes(char)) return `${named(char)}; JSON wants the ASCII character`
  return undefined
}

function named(char: string): string {
  return `"${char}"`
}
