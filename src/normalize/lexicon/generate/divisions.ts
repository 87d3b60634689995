/** Builds the table of current and former divisions from npm packages and our own table of successors. */
import { createRequire } from 'node:module'
import { areaList } from '@vant/area-data'
import { shortName } from '../../division-names.ts'
import { ADDED, DROPPED, FORMER_BY_HAND } from './successors.ts'

const require = createRequire(import.meta.url)

/** Development zones carry statistical codes from 71 to 79 and 90 to 99; towns of cities without counties carry others. */
const STATISTICAL = /(?:^(?!419|429|469|659)\d{4}(?:7\d|9\d)$)|^(?:4419|4420|4604|6202)(?!00)\d\d$/
/** Placeholders above the counties: 市辖区 of the four municipalities, 省直辖县. */
const PLACEHOLDER = /^(?:1101|1201|3101|500[12]|4190|4290|4690|6590)00$/
const NOT_A_PLACE = /^(?:市辖区|县|市|省直辖.*|自治区直辖.*|行政区划.*)$/
/** Below a county of Taiwan stand towns, which the address grammar reads by their suffix. */
const TAIWAN_TOWN = /^71.*(?:乡|镇|其它区|钓鱼台|太鲁阁)$/

/** Code to name of every division in use. */
export function currentDivisions(): Map<string, string> {
  const all: [string, string][] = [areaList.province_list, areaList.city_list, areaList.county_list].flatMap(
    (list) => Object.entries(list) as [string, string][],
  )
  const kept = all.filter(
    ([code, name]) =>
      !STATISTICAL.test(code) &&
      !PLACEHOLDER.test(code) &&
      !DROPPED.has(code) &&
      !TAIWAN_TOWN.test(code + name),
  )
  return new Map([...kept, ...ADDED].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Every name a code ever had in the packages, as `code name` lines. */
function everKnown(): Set<string> {
  const known = new Set<string>()
  const add = (code: string, name: string) => known.add(`${code} ${name.trim()}`)
  const { provinces, citys, areas } = require('idcard/lib/province_city_area_code.js')
  for (const list of [provinces, citys, areas]) {
    for (const { code, text } of Object.values(list) as { code: string; text: string }[]) add(code, text)
  }
  for (const revision of require('gb2260/lib/revisions.json')) {
    for (const [code, name] of Object.entries(require(`gb2260/lib/${revision}.json`))) add(code, String(name))
  }
  return known
}

/** Provinces that were carved out of another one. */
const HEIRS: Readonly<Record<string, string>> = { 51: '50', 44: '46' }
const levelOf = (code: string) =>
  code.endsWith('0000') ? 'province' : code.endsWith('00') ? 'city' : 'county'

/** The current divisions that a retired code stands for when no hand entry says so: the same stem nearby, or the same code. */
function successorByStem(
  code: string,
  name: string,
  byStem: Map<string, string[]>,
  current: Map<string, string>,
) {
  const same = (byStem.get(shortName(name)) ?? []).filter((c) => levelOf(c) === levelOf(code))
  const inCity = same.filter((c) => c.slice(0, 4) === code.slice(0, 4))
  if (inCity.length > 0) return inCity
  if (current.has(code)) return [code]
  const inProvince = same.filter((c) => c.slice(0, 2) === code.slice(0, 2))
  if (inProvince.length > 0) return inProvince
  return same.filter((c) => c.slice(0, 2) === HEIRS[code.slice(0, 2)])
}

export interface Former {
  readonly code: string
  readonly name: string
  readonly successors: readonly string[]
}

/** Every retired (code, name) with its current codes; the second list holds those nobody could resolve. */
export function formerDivisions(current: Map<string, string>): { former: Former[]; lost: string[] } {
  const byStem = new Map<string, string[]>()
  for (const [code, name] of current) {
    const stem = shortName(name)
    byStem.set(stem, [...(byStem.get(stem) ?? []), code])
  }
  const byHand = new Map<string, readonly string[]>()
  for (const { code, name, successors } of FORMER_BY_HAND) byHand.set(`${code} ${name}`, successors)
  for (const { code, name, successors } of FORMER_BY_HAND) {
    const unknown = successors.filter((s) => !current.has(s))
    if (unknown.length > 0) throw new Error(`${code} ${name}: no division in use has the code ${unknown}`)
  }
  const former: Former[] = []
  const lost: string[] = []
  for (const line of [...new Set([...everKnown(), ...byHand.keys()])].sort()) {
    const code = line.slice(0, 6)
    const name = line.slice(7)
    if (current.get(code) === name || NOT_A_PLACE.test(name)) continue
    const successors = byHand.get(line) ?? successorByStem(code, name, byStem, current)
    if (successors.length > 0) former.push({ code, name, successors })
    else lost.push(line)
  }
  return { former, lost }
}

/** One line per city: `1306` then the last two digits and the name of each county. */
export function formatCurrent(current: Map<string, string>): string {
  const lines: string[] = []
  let prefix = ''
  for (const [code, name] of current) {
    if (code.slice(0, 4) !== prefix) {
      prefix = code.slice(0, 4)
      lines.push(prefix)
    }
    lines[lines.length - 1] += ` ${code.slice(4)}${name}`
  }
  return lines.join('\n')
}

/** As the current table; `>` and the successors follow a name, two digits when they lie in the same city. */
export function formatFormer(former: readonly Former[]): string {
  const lines: string[] = []
  let prefix = ''
  for (const { code, name, successors } of former) {
    if (code.slice(0, 4) !== prefix) {
      prefix = code.slice(0, 4)
      lines.push(prefix)
    }
    const heirs = successors.map((s) => (s.startsWith(prefix) ? s.slice(4) : s)).join('/')
    lines[lines.length - 1] += ` ${code.slice(4)}${name}>${heirs}`
  }
  return lines.join('\n')
}
