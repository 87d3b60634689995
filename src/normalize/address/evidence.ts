/** What two addresses say for and against being one place, as numbers from 0 to 1 that the similarity adds up. */
import type { Address } from '../address.ts'
import type { DivisionRelation } from '../relate-divisions.ts'
import { sharedWeight, type Weighed, weigh } from './align.ts'
import { type Profile, profileOf, sharedTokens } from './profile.ts'

export type Agreement = -1 | 0 | 1
/** 1 equal, −1 different, 0 when either is missing. */
export const agree = (a: string, b: string): Agreement => (a === '' || b === '' ? 0 : a === b ? 1 : -1)

const RANGE = /^(\d+)-(\d+)$/

/**
 * {@link agree} for numbers of houses and rooms: 110 lies in 108-114 and in 110,112; 118 and 118-1 neither agree nor
 * differ, since one of them may only be more exact.
 */
export function agreeNumbers(a: string, b: string): Agreement {
  const plain = agree(a, b)
  if (plain >= 0) return plain
  const [p, q] = [rangesOf(a), rangesOf(b)]
  if (p.some(([from, to]) => q.some(([start, end]) => from <= end && start <= to))) return 1
  return mainNumber(a) === mainNumber(b) ? 0 : -1
}

const mainNumber = (number: string): string => /^[A-Z]?\d+/.exec(number)?.[0] ?? number

function rangesOf(numbers: string): [number, number][] {
  const ranges: [number, number][] = []
  for (const item of numbers.split(/[,/]/)) {
    const [, from, to] = RANGE.exec(item) ?? []
    if (from !== undefined && to !== undefined && Number(to) > Number(from))
      ranges.push([Number(from), Number(to)])
    else if (/^\d+$/.test(item)) ranges.push([Number(item), Number(item)])
  }
  return ranges
}

const share = (shared: number, whole: number): number => Math.min(1, shared / Math.max(whole, 0.8))
const is = (claim: boolean): number => (claim ? 1 : 0)

/** Shared weight over shared weight and what either has alone; `lean` is the say of the poorer address. */
function overlap(shared: number, a: number, b: number, lean: number): number {
  const poorer = Math.min(a, b) - shared
  const richer = Math.max(a, b) - shared
  const whole = shared + lean * poorer + (1 - lean) * richer
  return whole <= 0 ? 0 : shared / whole
}

/** The pair of names that have most in common. */
function bestNames(a: Profile, b: Profile): { x: Weighed; y: Weighed; shared: number } | undefined {
  let best: { x: Weighed; y: Weighed; shared: number } | undefined
  let most = 0
  for (const x of a.names) {
    for (const y of b.names) {
      const shared = sharedWeight(x, y)
      const merit = shared + share(shared, Math.min(x.total, y.total))
      if (merit <= most) continue
      most = merit
      best = { x, y, shared }
    }
  }
  return best
}

/** 1 the same road, below 1 alike (中山路, 中山北路), 0 others, −1 missing. */
export function roadLikeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return -1
  let likeness = 0
  for (const x of a) {
    if (b.includes(x)) return 1
    const p = weigh(x)
    for (const y of b) {
      const q = weigh(y)
      likeness = Math.max(likeness, 0.9 * share(2 * sharedWeight(p, q), p.total + q.total))
    }
  }
  return likeness
}

function numbersShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const least = Math.min(a.size, b.size)
  if (least === 0) return 0
  let shared = 0
  for (const number of a) if (b.has(number)) shared++
  return shared / least
}

/** How much of an address's last name the other's whole text holds. */
const lastHeld = (a: Profile, b: Profile): number =>
  a.last.total === 0 ? 0 : share(sharedWeight(a.last, b.text), a.last.total)

/** How much of either's last name the other holds, the better of the two. */
export const lastNameHeld = (p: Profile, q: Profile): number => Math.max(lastHeld(p, q), lastHeld(q, p))

/** 小区(东门): an entrance, not the place. */
const GATE = /门\)?$/

/** All evidence about a pair; the same for (b, a). */
export function evidenceOf(a: Address, b: Address, divisions: DivisionRelation) {
  const p = profileOf(a)
  const q = profileOf(b)
  const tokens = sharedTokens(p, q)
  const names = bestNames(p, q)
  const road = roadLikeness(p.roads, q.roads)
  const number = agreeNumbers(a.number, b.number)
  const building =
    p.buildings.length * q.buildings.length === 0
      ? 0
      : p.buildings.some((x) => q.buildings.includes(x))
        ? 1
        : -1
  const lane = agree(a.lane, b.lane)
  const core = names === undefined ? 0 : commonCore(names.x, names.y)
  return {
    /** Tokens shared, as Dice's coefficient, and leaning on the poorer address. */
    overlap: overlap(tokens, p.total, q.total, 0.5),
    coverage: overlap(tokens, p.total, q.total, 0.9),
    /** Length of the common text. */
    textShared: Math.min(sharedWeight(p.text, q.text), 12) / 12,
    /** What the poorer of the two best names has alone. */
    nameDiffers:
      names === undefined ? 0 : Math.min(Math.min(names.x.total, names.y.total) - names.shared, 6) / 6,
    nameKindSame: is(names !== undefined && names.x.kind !== '' && names.x.kind === names.y.kind),
    lastNameHeld: lastNameHeld(p, q),
    lastKindDiffers: is(p.last.kind !== '' && q.last.kind !== '' && p.last.kind !== q.last.kind),
    nameAndBuildingSame: is(core > 1 && building === 1),
    nameOnOtherRoad: road >= 0 && road < 0.5 ? Math.min(core, 6) / 6 : 0,
    roadSame: is(road === 1),
    numberSame: is(number === 1 && road === 1),
    numberDiffers: is(number === -1 && road === 1),
    numbersShared: numbersShared(p.numbers, q.numbers),
    laneSame: is(lane === 1),
    laneDiffers: is(lane === -1),
    buildingDiffers: is(building === -1),
    buildingOneSided: is(p.buildings.length > 0 !== q.buildings.length > 0),
    gateOneSided: is(GATE.test(a.text) !== GATE.test(b.text)),
    divisionApart: is(divisions === 'apart'),
  }
}

export type Evidence = ReturnType<typeof evidenceOf>

/** The length of the names' own part, kind words aside, when one holds the other; 0 otherwise. */
function commonCore(x: Weighed, y: Weighed): number {
  const [short, long] = x.core.length < y.core.length ? [x.core, y.core] : [y.core, x.core]
  return short.length > 1 && long.includes(short) ? short.length : 0
}
