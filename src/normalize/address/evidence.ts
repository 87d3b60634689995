/** What two addresses say for and against being one place, as numbers that the similarity adds up. */
import type { DivisionRelation } from '../relate-divisions.ts'
import { sharedWeight, type Weighed, weigh } from './align.ts'
import { sharedInBags } from './bag.ts'
import { agreeNumbers } from './numbers.ts'
import { type Names, namesOf, outlineOf, type Profile, type Texts, textsOf } from './profile.ts'
import { sharedRun } from './sequence.ts'

/** The evidence in the order in which {@link gatherEvidence} writes it. */
export const EVIDENCE = [
  /** Parts shared, as Dice's coefficient, and leaning on the poorer address. */
  'overlap',
  'coverage',
  /** How much of the poorer whole text is shared in pairs of characters, and of the richer text below the divisions. */
  'gramsHeld',
  'bodyGramsHeld',
  /** The longest stretch in common and all that aligns, below the divisions. */
  'run',
  'bodyShared',
  /** How much of the name at the end the other's text holds: the better of both, the worse of both. */
  'eitherNameHeld',
  'bothNamesHeld',
  'lastKindDiffers',
  'nameAndBuildingSame',
  /** Of the last numbers of both names, those that the other does not have. */
  'lastNumberMissing',
  'numbersShared',
  'shorter',
  'longer',
  'shorterName',
  'roadLikeness',
  'roadMissing',
  'numberSame',
  'numberDiffers',
  'laneDiffers',
  'buildingSame',
  'buildingDiffers',
  'gateOneSided',
  'noCounty',
  'noCity',
  'divisionApart',
] as const
export type EvidenceName = (typeof EVIDENCE)[number]

const is = (claim: boolean): number => (claim ? 1 : 0)
const share = (shared: number, whole: number): number => Math.min(1, shared / Math.max(whole, 0.8))
/** The share of a text that is held; short texts are never held whole. */
const held = (shared: number, whole: number): number => shared / (whole + 0.4)

/** Shared weight over shared weight and what either has alone; `lean` is the say of the poorer address. */
function overlap(shared: number, a: number, b: number, lean: number): number {
  const poorer = Math.min(a, b) - shared
  const richer = Math.max(a, b) - shared
  const whole = shared + lean * poorer + (1 - lean) * richer
  return whole <= 0 ? 0 : shared / whole
}

/** 1 the same road, below 1 alike (中山路, 中山北路), 0 others, −1 missing. */
export function roadLikeness(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return -1
  for (const x of a) if (b.includes(x)) return 1
  let likeness = 0
  for (const x of a) {
    const p = weigh(x)
    for (const y of b) {
      const q = weigh(y)
      likeness = Math.max(likeness, 0.9 * share(2 * sharedWeight(p, q), p.total + q.total))
    }
  }
  return likeness
}

/** How much of an address's last name the other's whole text holds. */
const lastHeld = (a: Names, b: Names): number =>
  a.last.total === 0 ? 0 : share(sharedWeight(a.last, b.text), a.last.total)

/** How much of either's last name the other holds, the better of the two. */
export function lastNameHeld(p: Profile, q: Profile): number {
  const [a, b] = [namesOf(p), namesOf(q)]
  return Math.max(lastHeld(a, b), lastHeld(b, a))
}

/** Two addresses that share less than this in pairs of characters, below their divisions, are not one place. */
const LEAST_SHARED = 1.2

/** Writes all evidence about a pair to `out`, the same for (q, p); false when too little is shared to look closer. */
export function gatherEvidence(
  p: Profile,
  q: Profile,
  divisions: DivisionRelation,
  out: Float64Array,
): boolean {
  const { body: bodyA, bodyGrams: gramsA } = outlineOf(p)
  const { body: bodyB, bodyGrams: gramsB } = outlineOf(q)
  const shared = sharedInBags(gramsA, gramsB)
  if (shared < LEAST_SHARED) return false
  const a = textsOf(p)
  const b = textsOf(q)
  if (a.parts.total === 0 || b.parts.total === 0) return false
  const parts = sharedInBags(a.parts, b.parts)
  const grams = sharedInBags(a.wholeGrams, b.wholeGrams)
  out[0] = overlap(parts, a.parts.total, b.parts.total, 0.5)
  out[1] = overlap(parts, a.parts.total, b.parts.total, 0.9)
  out[2] = held(grams, Math.min(a.wholeGrams.total, b.wholeGrams.total))
  out[3] = held(shared, Math.max(gramsA.total, gramsB.total))
  out[4] = Math.min(sharedRun(bodyA, bodyB), 12) / 12
  out[5] = Math.min(sharedWeight(bodyA, bodyB), 10) / 10
  gatherNames(p, q, a, b, out)
  gatherPlaces(p, q, a, b, out)
  out[24] = is(p.address.city === '' && q.address.city === '')
  out[25] = is(divisions === 'apart')
  return true
}

function gatherNames(p: Profile, q: Profile, a: Texts, b: Texts, out: Float64Array): void {
  const ofA = held(sharedWeight(a.name, b.whole), a.name.total)
  const ofB = held(sharedWeight(b.name, a.whole), b.name.total)
  out[6] = Math.max(ofA, ofB)
  out[7] = Math.min(ofA, ofB)
  const [kindA, kindB] = [namesOf(p).last.kind, namesOf(q).last.kind]
  out[8] = is(kindA !== '' && kindB !== '' && kindA !== kindB)
  out[10] = is(isMissing(a.lastNumber, b.numbers)) + is(isMissing(b.lastNumber, a.numbers))
  out[11] = Math.min(countShared(a.numbers, b.numbers), 3)
  const [x, y] = [a.whole.units.length, b.whole.units.length]
  out[12] = Math.min(x, y, 40) / 40
  out[13] = Math.min(Math.max(x, y), 40) / 40
  out[14] = Math.min(a.name.units.length, b.name.units.length, 20) / 20
}

/** 小区(东门): an entrance, not the place. */
const GATE = /门\)?$/

function gatherPlaces(p: Profile, q: Profile, a: Texts, b: Texts, out: Float64Array): void {
  const road = roadLikeness(p.roads, q.roads)
  const number = road === 1 ? agreeNumbers(p.number, q.number) : 0
  const building =
    a.buildings.length * b.buildings.length === 0
      ? 0
      : a.buildings.some((x) => b.buildings.includes(x))
        ? 1
        : -1
  out[9] = is(building === 1 && haveCommonCore(a.names, b.names))
  out[15] = Math.max(road, 0)
  out[16] = is(road < 0)
  out[17] = is(number === 1)
  out[18] = is(number === -1)
  const [lane, other] = [p.address.lane, q.address.lane]
  out[19] = is(lane !== '' && other !== '' && lane !== other)
  out[20] = is(building === 1)
  out[21] = is(building === -1)
  out[22] = is(GATE.test(p.address.text) !== GATE.test(q.address.text))
  out[23] = is(p.address.county === '' && q.address.county === '')
}

const isMissing = (number: number, among: readonly number[]): boolean =>
  number !== 0 && !among.includes(number)

function countShared(a: readonly number[], b: readonly number[]): number {
  let shared = 0
  for (const number of a) if (b.includes(number)) shared++
  return shared
}

/** Claims that a name of one holds, kind words aside, a name of the other. */
function haveCommonCore(a: readonly Weighed[], b: readonly Weighed[]): boolean {
  for (const { core: x } of a) {
    for (const { core: y } of b) {
      if (x.length > 1 && y.length > 1 && (x.length < y.length ? y.includes(x) : x.includes(y))) return true
    }
  }
  return false
}
