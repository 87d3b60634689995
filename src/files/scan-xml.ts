/** What a scanner of XML meets, in order. Names come without their prefix. */
export interface XmlHandler {
  /** `attributes` is the raw text between the name and the end of the tag. */
  open(name: string, attributes: string): void
  close(name: string): void
  /** Raw text: entities are not resolved. It may come in several pieces. */
  text(text: string): void
}

/**
 * Reads pieces of XML as they come: tags, text and CDATA; comments, declarations and processing
 * instructions are passed over. A tag over 4 million characters is a `SyntaxError`; it does not check that tags match: a workbook with a fault is still
 * read as far as it goes. Give every piece to the function that comes back.
 * @example const take = scanXml(handler); take('<row r="1"><c>'); take('</c></row>')
 */
export function scanXml(handler: XmlHandler): (piece: string) => void {
  let rest = ''
  return (piece) => {
    const xml = rest === '' ? piece : rest + piece
    const done = scanPiece(xml, handler)
    rest = xml.slice(done)
    if (rest.length > MAX_TAG_CHARACTERS) throw new SyntaxError('a tag does not end')
  }
}

/** A tag is held whole; none of a workbook comes near this. */
const MAX_TAG_CHARACTERS = 1 << 22

const SPACE = 32
const SLASH = 47
const COLON = 58
const LESS = 60
const GREATER = 62
const QUESTION = 63
const EXCLAMATION = 33

function scanPiece(xml: string, handler: XmlHandler): number {
  const length = xml.length
  let at = 0
  while (at < length) {
    let tag = at
    while (tag < length && xml.charCodeAt(tag) !== LESS) tag++
    if (tag > at) handler.text(xml.slice(at, tag))
    if (tag === length) return length
    const first = xml.charCodeAt(tag + 1)
    if (first === EXCLAMATION) {
      const after = passDeclaration(xml, tag, handler)
      if (after < 0) return tag
      at = after
      continue
    }
    let end = tag + 1
    while (end < length && xml.charCodeAt(end) !== GREATER) end++
    if (end === length) return tag
    at = end + 1
    if (first === SLASH) handler.close(nameAt(xml, tag + 2, end))
    else if (first !== QUESTION) openTag(xml, tag + 1, end, handler)
  }
  return length
}

function openTag(xml: string, start: number, end: number, handler: XmlHandler): void {
  const closes = xml.charCodeAt(end - 1) === SLASH
  const stop = closes ? end - 1 : end
  const name = nameAt(xml, start, stop)
  let rest = start + name.length
  while (rest < stop && xml.charCodeAt(rest) > SPACE) rest++
  handler.open(name, rest === stop ? '' : xml.slice(rest, stop))
  if (closes) handler.close(name)
}

// The name that begins at `start`, without its prefix.
function nameAt(xml: string, start: number, end: number): string {
  let from = start
  for (let i = start; i < end; i++) {
    const unit = xml.charCodeAt(i)
    if (unit <= SPACE) return xml.slice(from, i)
    if (unit === COLON) from = i + 1
  }
  return xml.slice(from, end)
}

function passDeclaration(xml: string, tag: number, handler: XmlHandler): number {
  if (xml.startsWith('<![CDATA[', tag)) {
    const end = xml.indexOf(']]>', tag)
    if (end < 0) return -1
    handler.text(escapeXml(xml.slice(tag + 9, end)))
    return end + 3
  }
  const closing = xml.startsWith('<!--', tag) ? '-->' : '>'
  const end = xml.indexOf(closing, tag)
  return end < 0 || xml.length - tag < 9 ? -1 : end + closing.length
}

/** The value of an attribute in a tag's raw attribute text, entities resolved; undefined when it is not there. */
export function attributeOf(attributes: string, name: string): string | undefined {
  for (let at = attributes.indexOf(name); at >= 0; at = attributes.indexOf(name, at + 1)) {
    // ` r="1"`, not the end of another name; a prefix (`r:id`) may stand before it.
    const before = attributes.charCodeAt(at - 1)
    if (at > 0 && before > 32 && before !== 58) continue
    let i = at + name.length
    while (attributes.charCodeAt(i) <= 32) i++
    if (attributes.charCodeAt(i) !== 61) continue
    do i++
    while (attributes.charCodeAt(i) <= 32)
    const quote = attributes[i]
    if (quote !== '"' && quote !== "'") continue
    const end = attributes.indexOf(quote, i + 1)
    return end < 0 ? undefined : unescapeXml(attributes.slice(i + 1, end))
  }
  return undefined
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Text with its entities resolved.
 * @example unescapeXml('A&amp;B &#x6052;') // => 'A&B 恒'
 */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(#x[0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-z]{2,4});/g, (entity, name: string) => {
    if (name.charCodeAt(0) !== 35) return ENTITIES[name] ?? entity
    const point = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
    return point <= 0x10ffff ? String.fromCodePoint(point) : entity
  })
}

/**
 * Text that can stand between tags or in an attribute.
 * @example escapeXml('A&B') // => 'A&amp;B'
 */
export function escapeXml(text: string): string {
  if (!/[&<>"]/.test(text)) return text
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
