import type { CellExample, CellGroup, ColumnProfile, PartProfile, Profile } from '../engine/profile.ts'
import type { Language } from '../model/field-type.ts'
import { alignRows, displayWidth, fitCells, padCells } from './pad.ts'
import { CODED_PARTS, inWords, PHRASES, roleInWords } from './profile-words.ts'

/** Longer cells are cut when they are shown, in cells of the terminal. */
const HEADING_CELLS = 24
const VALUE_CELLS = 44

/** A profile for a person to read: a table of the columns, then each column with examples. */
export function describeProfile(profile: Profile, language: Language): string {
  const words = PHRASES[language]
  const files = profile.inputs.map(({ name, rows }) => `${fitCells(name, VALUE_CELLS)} ${format(rows)}`)
  const problems = Object.entries(profile.problems.counts).map(([code, count]) => `${code} ${format(count)}`)
  const details = profile.columns.flatMap((column) => describeColumn(column, language))
  return `${[
    words.inputs(format(profile.records), profile.columns.length, files.join(words.comma)),
    ...profile.lacking.map(({ field, label }) => words.lacking(label[language], field)),
    ...(problems.length > 0 ? [words.problems(problems.join(words.comma))] : []),
    '',
    ...overview(profile, language),
    words.legend,
    ...details,
  ].join('\n')}\n`
}

const NUMERIC: ReadonlySet<number> = new Set([3, 4, 5, 6, 7, 8, 9])

function overview({ columns, records }: Profile, language: Language): string[] {
  const words = PHRASES[language]
  const rows = columns.map((column) => {
    const { name, role, by, filled, distinct, valid, repaired, generic, unreadable } = column
    const isJudged = column.label !== undefined || role === 'updatedAt'
    const counts = [valid, repaired, generic, unreadable].map(({ rows }) => (isJudged ? orDash(rows) : ''))
    return [
      fitCells(name, HEADING_CELLS),
      labelOf(column, language),
      words.by[by],
      format(filled),
      records === 0 ? '' : `${((100 * filled) / records).toFixed(1)} %`,
      format(distinct),
      ...counts,
    ]
  })
  return alignRows([words.head, ...rows], NUMERIC)
}

function labelOf({ role, label }: ColumnProfile, language: Language): string {
  return roleInWords(role, language) ?? label?.[language] ?? role
}

function describeColumn(column: ColumnProfile, language: Language): string[] {
  const words = PHRASES[language]
  const { name, role, by, valid, repaired, generic, unreadable, parts } = column
  const isKnown = column.label !== undefined
  const groups: [string, CellGroup][] = [
    [isKnown ? words.valid : words.common, isKnown ? valid : onlyRepeated(valid)],
    [words.repaired, repaired],
    [role === 'companyName' ? words.junk : words.generic, generic],
    [words.unreadable, unreadable],
  ]
  const lines = [
    ...groups.flatMap(([label, group]) => describeGroup(label, group, language)),
    ...parts.flatMap((part) => describePart(part, language)),
  ]
  if (lines.length === 0) return []
  const width = Math.max(...lines.map(([label]) => displayWidth(label)))
  const how = `${role === '' ? '' : `${role}${words.comma}`}${words.knownBy[by]}`
  return [
    '',
    `■ ${fitCells(name, HEADING_CELLS)} → ${labelOf(column, language)}${words.open}${how}${words.close}`,
    ...lines.map(([label, text]) => `  ${padCells(label, width)}  ${text}`),
  ]
}

/** Of a column that is not judged only what stands in it more than once is worth a line. */
function onlyRepeated(group: CellGroup): CellGroup {
  return { ...group, examples: group.examples.filter(({ rows }) => rows > 1) }
}

type Line = readonly [label: string, text: string]

function describeGroup(label: string, { reasons, examples }: CellGroup, language: Language): Line[] {
  if (examples.length === 0) return []
  const words = PHRASES[language]
  const shown = examples.map((example) => describeExample(example, reasons.length > 1, language))
  const why = reasons.map(({ reason, rows }) => `${inWords(reason, language)} ${format(rows)}`)
  return [
    ...(why.length > 0 ? [[label, why.join(words.comma)] as const] : []),
    [why.length > 0 ? '' : label, shown.join(words.semicolon)],
  ]
}

function describeExample(example: CellExample, withReason: boolean, language: Language): string {
  const words = PHRASES[language]
  const { value, rows, reason, readAs, sharedBy } = example
  const notes = [
    ...(sharedBy !== undefined ? [words.sharedBy(format(sharedBy))] : []),
    ...(withReason && reason !== '' && sharedBy === undefined ? [inWords(reason, language)] : []),
  ]
  const note = notes.length > 0 ? `${words.open}${notes.join(words.comma)}${words.close}` : ''
  const read = readAs === undefined ? '' : ` → ${fitCells(readAs, VALUE_CELLS)}`
  return `${fitCells(value, VALUE_CELLS)}${read}${rows > 1 ? ` ×${format(rows)}` : ''}${note}`
}

function describePart({ name, label, distinct, commonest }: PartProfile, language: Language): Line[] {
  if (commonest.length === 0) return []
  const words = PHRASES[language]
  const values = commonest.map(({ value, rows }) => {
    const text = CODED_PARTS.has(name) ? inWords(value, language) : fitCells(value, VALUE_CELLS)
    return `${text} ${format(rows)}`
  })
  const more =
    distinct > commonest.length ? `${words.open}${words.kinds(format(distinct))}${words.close}` : ''
  return [[label[language], `${values.join(words.comma)}${more}`]]
}

function orDash(count: number): string {
  return count === 0 ? '–' : format(count)
}

function format(count: number): string {
  return count.toLocaleString('en')
}
