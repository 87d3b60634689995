import { writeFileSync } from 'node:fs'
import { parseCompanyName } from '../../src/normalize/company-name.ts'
import { TOWNS } from '../../src/normalize/lexicon/towns.ts'
import { hasData, readData, rowsOf } from '../quality/read-data.ts'

/**
 * Counts which characters towns and villages begin and end with, and which the first half of a long brand does, and
 * writes the shipped table of the odds. Towns are those of the lexicon, villages those of the registry's addresses,
 * brands those of firms whose name names no county, since few of them name a village.
 */
const TARGET = new URL('../../src/normalize/lexicon/village-characters.ts', import.meta.url)
const VILLAGE = /[镇乡]([\u4e00-\u9fff]{2})村|街道(?:办事处)?([\u4e00-\u9fff]{2})(?:村|社区)/g
/** Brands of two characters tell less of the halves of long ones. */
const SHORT_BRAND = 0.1
/** Added to the sums of both sides, so that a rare character says little. */
const SMOOTHING = 3000
const LARGEST = 3
/** Odds below this say too little to be worth their bytes. */
const LEAST = 1

if (!hasData()) throw new Error('the measuring data is not here: set GUIHU_DATA to its folder')
const rows = rowsOf(await readData('registry.csv.gz'))

type Counts = Map<string, number>
const count = (counts: Counts, character: string, weight: number): void => {
  counts.set(character, (counts.get(character) ?? 0) + weight)
}

const places = new Set<string>()
for (const [, town = ''] of TOWNS.slice(7).matchAll(/([\u4e00-\u9fff]{2})[;,:]/g)) places.add(town)
for (const { address } of rows)
  for (const [, first, second] of String(address).matchAll(VILLAGE)) {
    const village = first ?? second ?? ''
    if (!/[村号]/.test(village)) places.add(village)
  }
const placeSides: readonly Counts[] = [new Map(), new Map()]
for (const place of places) for (const k of [0, 1]) count(placeSides[k]!, place[k]!, 1)

const brandSides: readonly Counts[] = [new Map(), new Map()]
const names = new Set(rows.map(({ name }) => String(name)))
for (const name of names) {
  const { brand, divisions } = parseCompanyName(name)
  if (!/^(?:[\u4e00-\u9fff]{2}){1,2}$/.test(brand)) continue
  const isOfCounty = divisions.length > 0 && !divisions[0]!.endsWith('00')
  if (brand.length === 4 && isOfCounty) continue
  for (const k of [0, 1]) count(brandSides[k]!, brand[k]!, brand.length === 4 ? 1 : SHORT_BRAND)
}

const sumOf = (counts: Counts): number => [...counts.values()].reduce((sum, n) => sum + n, 0)

/** Natural logarithms of the odds of a place against a brand, in steps of a half, then the characters in a row. */
function formatOdds(place: Counts, brand: Counts): string {
  const shift = Math.log((sumOf(brand) + SMOOTHING) / (sumOf(place) + SMOOTHING))
  const classes = new Map<number, string[]>()
  for (const character of new Set([...place.keys(), ...brand.keys()])) {
    const odds = Math.log(((place.get(character) ?? 0) + 1) / ((brand.get(character) ?? 0) + 1)) + shift
    const rounded = Math.max(-LARGEST, Math.min(LARGEST, Math.round(odds * 2) / 2))
    if (Math.abs(rounded) < LEAST) continue
    const known = classes.get(rounded)
    if (known === undefined) classes.set(rounded, [character])
    else known.push(character)
  }
  return [...classes]
    .sort((a, b) => b[0] - a[0])
    .map(([odds, characters]) => `${odds} ${characters.sort().join('')}`)
    .join('\n')
}

writeFileSync(
  TARGET,
  `/**
 * How much rather a character begins the name of a town or village than that of a brand of four characters: natural
 * logarithms of the odds, to the next half. Characters that are not listed say nothing. Made by
 * bench/train/village-characters.ts; do not edit.
 */
export const VILLAGE_BEGINNINGS = \`
${formatOdds(placeSides[0]!, brandSides[0]!)}
\`

/** The same for the characters that end such a name, against those in the second place of a brand. */
export const VILLAGE_ENDINGS = \`
${formatOdds(placeSides[1]!, brandSides[1]!)}
\`
`,
)
console.log(`${places.size} towns and villages, ${names.size} names`)
