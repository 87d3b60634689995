import { findDivisions } from '../divisions.ts'
import {
  ALIAS_INTRODUCERS,
  BARE_LABELS,
  BESIDES_WORDS,
  NAME_LABELS,
  PHONE_WORDS,
  STATUS_WORDS,
  STOCK_PREFIXES,
} from '../lexicon/name-noise.ts'
import { formBefore } from './forms.ts'
import type { CompanyAlias } from './types.ts'

/** A name without brackets, labels, marks and other noise, and what they said. */
export interface CleanName {
  text: string
  isGroup: boolean
  isChina: boolean
  /** Where a bracket was cut out of the middle, 0 when none was. */
  boundary: number
  /** Place in a bracket as written, '' when there is none. */
  place: string
  /** Legal form in a bracket (有限合伙), '' when there is none. */
  form: string
  /** Branch in a bracket, '' when there is none. */
  branch: string
  /** What a bracket says of a branch that is a unit beside the branch of that name (不对外营业), '' when there is none. */
  besides: string
  aliases: CompanyAlias[]
  noise: string[]
}

const words = (list: string): string[] => list.trim().split(/\s+/)
const byLength = (list: string[]): string[] => list.toSorted((a, b) => b.length - a.length)
const escapeWord = (word: string): string => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
const anyOf = (list: string): string => byLength(words(list)).map(escapeWord).join('|')

const status: ReadonlySet<string> = new Set(words(STATUS_WORDS))
const besides = new RegExp(`^(?:${anyOf(BESIDES_WORDS)})`)
const LABEL = new RegExp(`^(?:(?:${anyOf(NAME_LABELS)}) ?:|(?:${anyOf(BARE_LABELS)})(?=.{4}))[ :]*`)
const STOCK = new RegExp(`^(?:${anyOf(STOCK_PREFIXES)}) ?(?=[\\u3400-\\u9fff]{2})`)
/** 智翔-U: not yet profitable, unequal votes; 鸿运A and 鸿运B: what kind of share; 鸿运A退: on its way out. */
const STOCK_END = /-(?:UW?|WD?)$|(?<=^[\u3400-\u9fff]{2,4})[AB]退?$/
const NUMBERING = /^(?:NO\.?)?\d{1,3}[.、)][ ]*(?=[㐀-鿿])/
const OPENING_MARKS = /^(?:(?!\*ST)[-*★☆●◆■▲◇□△√×#@_~^!?·。,、;:."'/|\\+=<> ])+/
const CLOSING_MARKS = '-*★☆●◆■▲◇□△√×#@_~^!?·。,、;:."\'/|\\+=<> '
const PHONE = new RegExp(`[ ,:;/(-]*(?:(?:${anyOf(PHONE_WORDS)})[ :]*)?\\+?\\d[\\d -]{6,20}\\)?$`)
const FORMER = introducer(ALIAS_INTRODUCERS.former)
const SHORT = introducer(ALIAS_INTRODUCERS.short)
const OTHER = introducer(ALIAS_INTRODUCERS.other)
/** At least three letters; the text is cut at its first and last ones, so that it is read once. */
const ENGLISH = /^[A-Z](?=(?:[ .,&'-]*[A-Z]){2})[A-Z .,&'-]*$/
const LAST_LATIN = 0x250
const SHORTEST_HAN = 2
const TRAILING_ALIAS = new RegExp(
  `[ ,;-]*(?:${anyOf('曾用名 原名称 原名为 原名 以下简称 简称 更名为 现更名为 已更名为 现名 前身为 又名')})[ :]+(.{2,60})$`,
)

function introducer(list: string): RegExp {
  return new RegExp(`^(?:${anyOf(list)})[ :]*(?=.{2})`)
}

const ZONE =
  /(?:新区|保税区|保税港区|开发区|高新区|自贸区|自贸试验区|试验区|园区|示范区|合作区|工业园|产业园|科技园)$/

const isPlain = new Uint8Array(65536).fill(1, 0x3400, 0xa000)

/** Claims that a text is Han characters only, as most names are, so that there is nothing to clean. */
export function isPlainName(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (isPlain[text.charCodeAt(i)] === 0) return false
  return true
}

/** Takes noise, aliases and brackets out of a folded name. Linear for any input up to the cap of the caller. */
export function cleanName(folded: string): CleanName {
  const clean: CleanName = {
    text: folded,
    isGroup: false,
    isChina: false,
    boundary: 0,
    place: '',
    form: '',
    branch: '',
    besides: '',
    aliases: [],
    noise: [],
  }
  if (folded !== '' && mayBeCut[folded.charCodeAt(0)] === 1) cutHeads(clean)
  if (/[UWDAB退]$/.test(clean.text)) {
    clean.text = clean.text.replace(STOCK_END, (mark) => {
      clean.noise.push(mark)
      return ''
    })
  }
  cutClosingMarks(clean)
  cutPhone(clean)
  cutEnglish(clean)
  if (clean.text.includes('(')) readBrackets(clean)
  else if (clean.text.includes(')')) clean.text = clean.text.replaceAll(')', '')
  cutTrailingAlias(clean)
  cutClosingMarks(clean)
  if (/["'*《》<>[\]{}]/.test(clean.text)) clean.text = clean.text.replace(/["'*《》<>[\]{}]/g, '')
  return clean
}

/** 1 by the first units of all that {@link cutHeads} cuts. */
const mayBeCut = new Uint8Array(65536)
for (const head of [...words(NAME_LABELS), ...words(BARE_LABELS), ...words(STOCK_PREFIXES), ...CLOSING_MARKS])
  mayBeCut[head.charCodeAt(0)] = 1
for (const head of 'N0123456789') mayBeCut[head.charCodeAt(0)] = 1

function cutHeads(clean: CleanName): void {
  cutHead(clean, OPENING_MARKS)
  cutHead(clean, LABEL)
  cutHead(clean, NUMBERING)
  cutHead(clean, STOCK)
}

/** 鸿运煤业有限公司 曾用名:青山煤矿. */
function cutTrailingAlias(clean: CleanName): void {
  if (!/[ :]/.test(clean.text)) return
  const found = TRAILING_ALIAS.exec(clean.text)
  if (found === null || found.index < 2) return
  const [whole, text = ''] = found
  const kind = whole.includes('简称') ? 'short' : /更名|现名|又名/.test(whole) ? 'other' : 'former'
  clean.aliases.push({ text, kind })
  clean.text = clean.text.slice(0, found.index)
}

function cutHead(clean: CleanName, pattern: RegExp): void {
  const found = pattern.exec(clean.text)
  if (found === null || found[0] === '' || found[0].length >= clean.text.length) return
  const cut = found[0].trim()
  if (cut !== '') clean.noise.push(cut)
  clean.text = clean.text.slice(found[0].length)
}

function cutClosingMarks(clean: CleanName): void {
  let end = clean.text.length
  while (end > 0 && CLOSING_MARKS.includes(clean.text[end - 1]!)) end--
  if (end < clean.text.length) clean.text = clean.text.slice(0, end)
}

function cutPhone(clean: CleanName): void {
  const last = clean.text.charCodeAt(clean.text.length - 1)
  if (!(last >= 0x30 && last <= 0x39) && last !== 0x29) return
  // The number is at the end: a short tail is all that needs to be read.
  const from = Math.max(0, clean.text.length - 40)
  const found = PHONE.exec(clean.text.slice(from))
  if (found === null || from + found.index < 2) return
  clean.noise.push(found[0].trim())
  clean.text = clean.text.slice(0, from + found.index)
}

/** 恒润紧固件有限公司 HENGRUN FASTENER CO., LTD. and 京东方 BOE, but not 启瑞A座 or 百乐KTV. */
function cutEnglish(clean: CleanName): void {
  const { text } = clean
  let start = text.length
  while (start > 0 && text.charCodeAt(start - 1) < LAST_LATIN && text[start - 1] !== ')') start--
  if (start < SHORTEST_HAN || start === text.length) return
  const english = text.slice(start).trim()
  if (!ENGLISH.test(english)) return
  const isApart = text[start] === ' ' || (formBefore(text, start)?.text.length ?? 0) > 1
  if (!isApart || formBefore(english, english.length) !== undefined) return
  clean.aliases.push({ text: english, kind: 'english' })
  clean.text = text.slice(0, start)
}

/** Takes every outermost bracket out of the text and says what it holds. */
function readBrackets(clean: CleanName): void {
  const { text } = clean
  let kept = ''
  let at = 0
  while (at < text.length) {
    const open = text.indexOf('(', at)
    if (open < 0) break
    kept += text.slice(at, open)
    const close = closingOf(text, open)
    const inside = text.slice(open + 1, close < 0 ? text.length : close).trim()
    at = close < 0 ? text.length : close + 1
    const stays = readBracket(clean, inside, kept === '', at >= text.length)
    if (stays === '' && kept !== '' && clean.boundary === 0) clean.boundary = kept.trim().length
    kept += stays
  }
  const left = kept + text.slice(at)
  clean.text = (left.includes(')') ? left.replaceAll(')', '') : left).trim()
}

function closingOf(text: string, open: number): number {
  let depth = 0
  for (let i = open; i < text.length; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')' && --depth === 0) return i
  }
  return -1
}

/** Files the content of one bracket; returns what of it stays in the name. */
function readBracket(clean: CleanName, inside: string, isFirst: boolean, isLast: boolean): string {
  if (inside === '') return ''
  if (inside === '集团' || inside === '控股' || inside === '集团公司') {
    clean.isGroup = true
    return ''
  }
  if (inside === '中国') {
    clean.isChina = true
    return ''
  }
  if (status.has(inside)) return keepNoise(clean, inside)
  if (besides.test(inside)) {
    clean.besides = inside
    return ''
  }
  if (findDivisions(inside).length > 0) {
    clean.place = inside
    return ''
  }
  for (const [pattern, kind] of [
    [FORMER, 'former'],
    [SHORT, 'short'],
    [OTHER, 'other'],
  ] as const) {
    const found = pattern.exec(inside)
    if (found !== null) {
      clean.aliases.push({ text: inside.slice(found[0].length), kind })
      return ''
    }
  }
  return readOtherBracket(clean, inside, isFirst, isLast)
}

function keepNoise(clean: CleanName, inside: string): string {
  clean.noise.push(inside)
  return ''
}

function readOtherBracket(clean: CleanName, inside: string, isFirst: boolean, isLast: boolean): string {
  const form = formBefore(inside, inside.length)
  if (
    form !== undefined &&
    form.text === inside &&
    inside.length >= 4 &&
    (form.category === 'partnership' || isLast)
  ) {
    clean.form = inside
    return ''
  }
  if (/^[\x20-\x7e]+$/.test(inside)) {
    if (!/[A-Z]{2}/.test(inside)) return isLast ? keepNoise(clean, inside) : inside
    clean.aliases.push({ text: inside, kind: 'english' })
    return ''
  }
  if (isLast && /(?:公司|支行|分行|店|部|处|所|厂|站|中心)$/.test(inside) && inside.length > 2) {
    if (form?.category === 'company' && !/[分支]公司$/.test(inside) && inside.length > 6) {
      clean.aliases.push({ text: inside, kind: 'other' })
    } else clean.branch = inside
    return ''
  }
  if (ZONE.test(inside)) {
    clean.place = inside
    return ''
  }
  const places = placeOfBracket(inside)
  if (places !== '') {
    clean.place = places
    return ''
  }
  if (isLast && !isFirst) {
    clean.aliases.push({ text: inside, kind: 'short' })
    return ''
  }
  // A bracket at the head or in the middle is part of the name.
  return inside
}

/** Several places, or a place and a group, in one bracket: 中国·上海, 山西集团. */
function placeOfBracket(inside: string): string {
  const parts = inside.split(/[·、,. -]|集团|地区/).filter((part) => part !== '' && part !== '中国')
  const last = parts.at(-1)
  return last !== undefined && parts.every((part) => findDivisions(part).length > 0) ? last : ''
}
