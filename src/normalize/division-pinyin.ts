import { soundKey } from '../text/sound.ts'
import { type Division, type DivisionMatch, divisionOf, divisions } from './divisions.ts'
import { DIVISION_READINGS, DIVISION_SPELLINGS } from './lexicon/division-aliases.ts'

let built: ReadonlyMap<string, readonly DivisionMatch[]> | undefined

const KIND =
  /(?:AUTONOMOUS(?:REGION|PREFECTURE|COUNTY)|MUNICIPALITY|PROVINCE|PREFECTURE|DISTRICT|NEWAREA|COUNTY|CITY|SHI|SHENG|XIAN|QU)$/

/** HARBIN, Kunshan City, xi'an: capitals without blanks, apostrophes and hyphens. */
const fold = (latin: string): string =>
  latin
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toUpperCase()

function spell(division: Division): string {
  return DIVISION_READINGS[division.short] ?? fold(soundKey(division.short))
}

function build(): ReadonlyMap<string, readonly DivisionMatch[]> {
  const table = new Map<string, DivisionMatch[]>()
  const add = (spelling: string, { code, level }: Division, full: boolean) => {
    const matches = table.get(spelling) ?? []
    if (matches.some((match) => match.codes[0] === code)) return
    table.set(spelling, [...matches, { codes: [code], level, full, former: false }])
  }
  for (const [spelling, code] of DIVISION_SPELLINGS) {
    const division = divisionOf(code)
    if (division !== undefined) add(spelling, division, false)
  }
  for (const level of ['province', 'city', 'county'] as const) {
    for (const division of divisions()) if (division.level === level) add(spell(division), division, false)
  }
  return table
}

/**
 * Every division a pinyin or English name may mean, large ones first: with or without its kind, in any case, blanks
 * and apostrophes ignored; [] when unknown. The first call reads all names aloud and takes some 100 ms.
 * @example findDivisionByPinyin('Kunshan City')[0]?.codes // ['320583']
 */
export function findDivisionByPinyin(latin: string): readonly DivisionMatch[] {
  if (latin.length > 60) return []
  built ??= build()
  const name = fold(latin)
  const exact = built.get(name)
  if (exact !== undefined) return exact
  const stem = name.replace(KIND, '')
  return stem.length < 4 ? [] : (built.get(stem) ?? [])
}
