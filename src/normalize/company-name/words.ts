import { MAKING_INDUSTRIES } from '../lexicon/industries-making.ts'
import { PRIMARY_INDUSTRIES } from '../lexicon/industries-primary.ts'
import { SERVICE_INDUSTRIES } from '../lexicon/industries-services.ts'
import { GENERIC_INDUSTRY_WORDS, INDUSTRY_MODIFIERS } from '../lexicon/industry-relations.ts'
import { LEGAL_FORMS } from '../lexicon/legal-forms.ts'

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

const groups: IndustryGroup[] = []
const words = new Map<string, { group: number; tier: IndustryTier }[]>()

const MARKS: Readonly<Record<string, IndustryTier>> = { '~': 'near', '-': 'broad' }

function readGroups(table: string): void {
  for (const line of table.trim().split('\n')) {
    if (line.startsWith('#')) {
      const [id = '', label = '', standard = ''] = line.slice(1).split(' ')
      groups.push({ id, label, standard })
      continue
    }
    const tier = MARKS[line[0] ?? ''] ?? 'core'
    for (const word of (tier === 'core' ? line : line.slice(1)).split(' ')) {
      const known = words.get(word)
      const entry = { group: groups.length - 1, tier }
      if (known === undefined) words.set(word, [entry])
      else if (!known.some((k) => k.group === entry.group)) known.push(entry)
    }
  }
}

for (const table of [PRIMARY_INDUSTRIES, MAKING_INDUSTRIES, SERVICE_INDUSTRIES]) readGroups(table)

const generic: ReadonlySet<string> = new Set(GENERIC_INDUSTRY_WORDS.trim().split(/\s+/))
const TIER_ORDER: Readonly<Record<IndustryTier, number>> = { core: 0, near: 1, broad: 2 }

function toIndustryWord(text: string, entries: { group: number; tier: IndustryTier }[]): IndustryWord {
  if (entries.length === 1) {
    const [{ group }] = entries
    return { text, groups: entries, isGeneric: generic.has(text), concepts: [groups[group]!.id] }
  }
  const sorted = entries.toSorted((a, b) => TIER_ORDER[a.tier] - TIER_ORDER[b.tier])
  const best = sorted[0]?.tier
  const concepts = sorted.filter((e) => e.tier === best).map((e) => groups[e.group]!.id)
  return { text, groups: sorted, isGeneric: generic.has(text), concepts }
}

/** The groups of the industry lexicon, in order. */
export const INDUSTRY_GROUPS: readonly IndustryGroup[] = groups

/** Every industry word by its text. */
export const INDUSTRY_WORDS: ReadonlyMap<string, IndustryWord> = new Map(
  [...words].map(([text, entries]) => [text, toIndustryWord(text, entries)]),
)

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

const isTail = (form: string): boolean =>
  form.length >= SHORTEST_FORM && !BRANDED_FORMS.has(form) && !isTwoWords(form)

function formsAsTails(): string[] {
  const forms: string[] = []
  for (const section of LEGAL_FORMS.trim().split('#')) {
    const [category = '', ...words] = section.split(/\s+/)
    if (FORMS_AS_TAILS.has(category)) forms.push(...words.filter(isTail))
  }
  return forms
}

/** Words that end a name without being a trade of their own. */
export const TAILS: readonly string[] = [
  ...'国际 联合 总院 研究总院 中心 工程局 总局 基地 联盟 联合社 总店 厂 总厂 城 园 馆 行 区 台 吧 港 汇 网 苑 阁 轩 楼 府'.split(
    ' ',
  ),
  ...formsAsTails(),
]

/** What is done to a thing: a single character before it is that thing (猪养殖, 竹制品). */
export const PROCESS_WORDS: readonly string[] =
  '养殖 种植 加工 制品 饲养 屠宰 产销 购销 收购 繁育 育肥 种养 栽培 产业 配件 辅料'.split(' ')
