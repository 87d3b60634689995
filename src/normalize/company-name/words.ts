import { MAKING_INDUSTRIES } from '../lexicon/industries-making.ts'
import { PRIMARY_INDUSTRIES } from '../lexicon/industries-primary.ts'
import { SERVICE_INDUSTRIES } from '../lexicon/industries-services.ts'
import { GENERIC_INDUSTRY_WORDS, INDUSTRY_MODIFIERS } from '../lexicon/industry-relations.ts'
import { LEGAL_FORMS } from '../lexicon/legal-forms.ts'
import { chainPlaces, createChains, createUnread, isUnread, markRead, placesOf } from '../unit-chains.ts'

/** How strongly a word belongs to an industry group. */
export type IndustryTier = 'core' | 'near' | 'broad'

/** A group of words for one trade: `id` is the concept that names parse to, `standard` its GB/T 4754 divisions. */
export interface IndustryGroup {
  readonly id: string
  readonly label: string
  readonly standard: string
}

/** What the lexicon knows of an industry word; a word can belong to several groups, its own group first. */
export interface IndustryWord {
  readonly text: string
  readonly groups: readonly { readonly group: number; readonly tier: IndustryTier }[]
  /** It says little about the trade (科技, 实业). */
  readonly isGeneric: boolean
  /** Concept ids, the core groups only. */
  readonly concepts: readonly string[]
}

const TABLE = PRIMARY_INDUSTRIES + MAKING_INDUSTRIES + SERVICE_INDUSTRIES

/** More units than all words of names behind the brand have, and more than twice as many as there are words. */
export const MOST_UNITS = TABLE.length

const groups: IndustryGroup[] = []
const groupOfHeader = new Map<number, number>()
for (let at = TABLE.indexOf('\n#'); at >= 0; at = TABLE.indexOf('\n#', at + 1)) {
  const [id = '', label = '', standard = ''] = TABLE.slice(at + 2, TABLE.indexOf('\n', at + 1)).split(' ')
  groupOfHeader.set(at + 1, groups.push({ id, label, standard }) - 1)
}

const MARKS: Readonly<Record<string, IndustryTier>> = { '~': 'near', '-': 'broad' }
const WORD_END = /[ \n]/g

const chains = createChains(TABLE.length >> 1)
for (const separator of [' ', '\n']) chainPlaces(chains, TABLE, separator, 1)
for (const mark of Object.keys(MARKS)) chainPlaces(chains, TABLE, `\n${mark}`, 2)

const unread = createUnread()
const words = new Map<string, IndustryWord>()
const wordsByUnit = new Map<number, readonly IndustryWord[]>()

interface Membership {
  readonly group: number
  readonly tier: IndustryTier
}

/** Reads all words that begin with a character. */
function readWords(unit: number): void {
  markRead(unread, unit)
  const places = placesOf(chains, unit)
  if (places.length === 0) return
  const found = new Map<string, Membership[]>()
  for (const place of places) {
    const row = TABLE.lastIndexOf('\n', place - 1) + 1
    const mark = TABLE[row] ?? ''
    if (mark === '#' || (place === row && mark in MARKS)) continue
    WORD_END.lastIndex = place
    const word = TABLE.slice(place, WORD_END.exec(TABLE)?.index)
    const group = groupOfHeader.get(TABLE.lastIndexOf('#', place))
    if (word === '' || group === undefined) continue
    const known = found.get(word)
    const entry = { group, tier: MARKS[mark] ?? 'core' }
    if (known === undefined) found.set(word, [entry])
    else if (!known.some((k) => k.group === group)) known.push(entry)
  }
  const read = Array.from(found, ([text, entries]) => toIndustryWord(text, entries))
  for (const word of read) words.set(word.text, word)
  wordsByUnit.set(unit, read)
}

const generic: ReadonlySet<string> = new Set(GENERIC_INDUSTRY_WORDS.trim().split(/\s+/))
const TIER_ORDER: Readonly<Record<IndustryTier, number>> = { core: 0, near: 1, broad: 2 }

function toIndustryWord(text: string, entries: readonly Membership[]): IndustryWord {
  if (entries.length === 1) {
    const [{ group }] = entries as readonly [Membership]
    return { text, groups: entries, isGeneric: generic.has(text), concepts: [groups[group]!.id] }
  }
  const sorted = entries.toSorted((a, b) => TIER_ORDER[a.tier] - TIER_ORDER[b.tier])
  const best = sorted[0]?.tier
  const concepts = sorted.filter((e) => e.tier === best).map((e) => groups[e.group]!.id)
  return { text, groups: sorted, isGeneric: generic.has(text), concepts }
}

/** The groups of the industry lexicon, in order. */
export const INDUSTRY_GROUPS: readonly IndustryGroup[] = groups

/** Every industry word by its text, read when one with its first character is first asked for. */
export const INDUSTRY_WORDS = {
  get(text: string): IndustryWord | undefined {
    if (text === '') return undefined
    const unit = text.charCodeAt(0)
    if (isUnread(unread, unit)) readWords(unit)
    return words.get(text)
  },
  has(text: string): boolean {
    return INDUSTRY_WORDS.get(text) !== undefined
  },
  beginningWith(unit: number): readonly IndustryWord[] {
    if (isUnread(unread, unit)) readWords(unit)
    return wordsByUnit.get(unit) ?? []
  },
}

/** Words that belong to the industry word after them. */
export const MODIFIERS: readonly string[] = INDUSTRY_MODIFIERS.trim().split(/\s+/)

/** Claims that a word says little about a trade. */
export const isGenericWord = (word: string): boolean => generic.has(word)

/** What a body of these forms is stands before 有限公司 too: 蓝天|干洗|总店, 鸿运|出版社. */
const FORMS_AS_TAILS: ReadonlySet<string> = new Set(['individual', 'institution', 'hospital', 'school'])
const SHORTEST_FORM = 3
/** Forms that begin with a brand. */
const BRANDED_FORMS: ReadonlySet<string> = new Set(['新华书店'])

/** Claims that a form is two industry words: 设计|研究院. */
function isTwoWords(form: string): boolean {
  for (let at = 2; at <= form.length - 2; at++)
    if (INDUSTRY_WORDS.has(form.slice(0, at)) && INDUSTRY_WORDS.has(form.slice(at))) return true
  return false
}

const BASE_TAILS: readonly string[] =
  '国际 联合 总院 研究总院 中心 工程局 总局 基地 联盟 联合社 总店 厂 总厂 城 园 馆 行 区 台 吧 港 汇 网 苑 阁 轩 楼 府'.split(
    ' ',
  )

function formsAsTails(): string[] {
  return LEGAL_FORMS.trim()
    .split('#')
    .map((section) => section.split(/\s+/))
    .filter(([category = '']) => FORMS_AS_TAILS.has(category))
    .flatMap(([, ...forms]) => forms)
    .filter((form) => form.length >= SHORTEST_FORM && !BRANDED_FORMS.has(form))
}

const tails = byFirstUnit([...BASE_TAILS, ...formsAsTails()])

/** Words that end a name without being a trade of their own, of those that begin with a character. */
export function tailsBeginningWith(unit: number): string[] {
  return (tails.get(unit) ?? []).filter((tail) => BASE_TAILS.includes(tail) || !isTwoWords(tail))
}

/** Words by the UTF-16 unit that they begin with, in their order. */
export function byFirstUnit(words: Iterable<string>): ReadonlyMap<number, readonly string[]> {
  const byUnit = new Map<number, string[]>()
  for (const word of words) {
    const unit = word.charCodeAt(0)
    const others = byUnit.get(unit)
    if (others === undefined) byUnit.set(unit, [word])
    else others.push(word)
  }
  return byUnit
}

/** What is done to a thing: a single character before it is that thing (猪养殖, 竹制品). */
export const PROCESS_WORDS: readonly string[] =
  '养殖 种植 加工 制品 饲养 屠宰 产销 购销 收购 繁育 育肥 种养 栽培 产业 配件 辅料'.split(' ')
