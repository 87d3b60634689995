import { readingsOf } from '../../text/sound.ts'
import { divisionOf } from '../divisions.ts'
import { ENGLISH_PLACES } from '../lexicon/english-names.ts'

let places: Map<string, string[]> | undefined

const two = (n: number): string => String(n).padStart(2, '0')

/** Pinyin of the short names of all divisions; made when the first English name is met. */
function build(): Map<string, string[]> {
  const table = new Map<string, string[]>()
  const hand = new Set<string>()
  for (const [name, code] of ENGLISH_PLACES) {
    table.set(name.replaceAll(' ', ''), [code])
    hand.add(name.replaceAll(' ', ''))
  }
  const add = (code: string): boolean => {
    const division = divisionOf(code)
    if (division === undefined || division.code !== code) return false
    const short = division.short
    if (short.length < 2) return true
    let pinyin = ''
    for (const one of short) pinyin += (readingsOf(one)[0] ?? '').toUpperCase()
    if (hand.has(pinyin)) return true
    const known = table.get(pinyin)
    // Provinces come before cities before counties: a county never shadows a city.
    if (known === undefined) table.set(pinyin, [code])
    else if (known.every((k) => k.endsWith('00') === code.endsWith('00'))) known.push(code)
    return true
  }
  for (let p = 11; p <= 82; p++) add(`${p}0000`)
  for (let p = 11; p <= 82; p++)
    if (divisionOf(`${p}0000`) !== undefined) for (let c = 1; c < 100; c++) add(`${p}${two(c)}00`)
  for (let p = 11; p <= 66; p++) {
    if (divisionOf(`${p}0000`) === undefined) continue
    for (let c = 1; c <= 90; c++) for (let n = 1; n < 90; n++) add(`${p}${two(c)}${two(n)}`)
  }
  return table
}

/**
 * The current codes of a place written in pinyin or English, without blanks and in capitals; [] when it is none.
 * @example placeInLatin('SUZHOU') // ['320500', '341300'], 苏州 and 宿州
 */
export function placeInLatin(name: string): readonly string[] {
  places ??= build()
  return places.get(name) ?? []
}
