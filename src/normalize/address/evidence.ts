/** What two addresses say for and against being one place, as numbers that the similarity adds up. */
import type { DivisionRelation } from '../relate-divisions.ts'
import { sharedWeight, type Weighed } from './align.ts'
import { sharedInBags } from './bag.ts'
import { CLOSER_EVIDENCE, gatherCloser } from './closer-evidence.ts'
import { agreeNumbers } from './numbers.ts'
import {
  type Names,
  namesOf,
  numbersOf,
  outlineOf,
  type Profile,
  type Texts,
  textsOf,
  weighedRoadsOf,
} from './profile.ts'
import { sharedRun } from './sequence.ts'
import { beginEvidence, haveCommon, put, putClaim } from './write-evidence.ts'

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
  'bodyAligned',
  /** How much of the name at the end the other's text holds: the better of both, the worse of both. */
  'eitherNameHeld',
  'bothNamesHeld',
  'lastKindDiffers',
  /** Of the last numbers of both names, those that the other does not have. */
  'lastNumberMissing',
  'shorter',
  'longer',
  'nameAndBuildingSame',
  'roadLikeness',
  'roadMissing',
  'numberSame',
  'numberDiffers',
  'laneDiffers',
  'buildingSame',
  'buildingDiffers',
  'gateOneSided',
  'noCity',
  'divisionApart',
  ...CLOSER_EVIDENCE,
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
export function roadLikeness(p: Profile, q: Profile): number {
  if (p.roads.length === 0 || q.roads.length === 0) return -1
  for (const road of p.roads) if (q.roads.includes(road)) return 1
  let likeness = 0
  for (const x of weighedRoadsOf(p)) {
    for (const y of weighedRoadsOf(q))
      likeness = Math.max(likeness, 0.9 * share(2 * sharedWeight(x, y), x.total + y.total))
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
/** Nor are two whose first four shares come to less than this together; it spares the closer look. */
const LEAST_SHARES = 1.2

/**
 * Writes all evidence about a pair to `out`, the same for (q, p); false when too little is shared to look closer. Texts
 * are laid side by side in one order, since ties could fall otherwise.
 */
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
  const overlapping = overlap(parts, a.parts.total, b.parts.total, 0.5)
  const covered = overlap(parts, a.parts.total, b.parts.total, 0.9)
  const gramsHeld = held(grams, Math.min(a.wholeGrams.total, b.wholeGrams.total))
  const bodyGramsHeld = held(shared, Math.max(gramsA.total, gramsB.total))
  if (overlapping + covered + gramsHeld + bodyGramsHeld < LEAST_SHARES) return false
  beginEvidence(out)
  put(overlapping)
  put(covered)
  put(gramsHeld)
  put(bodyGramsHeld)
  put(Math.min(sharedRun(bodyA, bodyB), 12) / 12)
  put(Math.min(sharedWeight(bodyA, bodyB), 10) / 10)
  putNames(p, q, a, b)
  putPlaces(p, q, a, b)
  putClaim(p.address.city === '' && q.address.city === '')
  putClaim(divisions === 'apart')
  if (p.address.text < q.address.text) gatherCloser(p, q, divisions)
  else gatherCloser(q, p, divisions)
  return true
}

function putNames(p: Profile, q: Profile, a: Texts, b: Texts): void {
  const ofA = held(sharedWeight(a.name, b.whole), a.name.total)
  const ofB = held(sharedWeight(b.name, a.whole), b.name.total)
  put(Math.max(ofA, ofB))
  put(Math.min(ofA, ofB))
  const [kindA, kindB] = [namesOf(p).last.kind, namesOf(q).last.kind]
  putClaim(kindA !== '' && kindB !== '' && kindA !== kindB)
  put(is(isMissing(a.lastNumber, b.numbers)) + is(isMissing(b.lastNumber, a.numbers)))
  const [x, y] = [a.whole.units.length, b.whole.units.length]
  put(Math.min(x, y, 40) / 40)
  put(Math.min(Math.max(x, y), 40) / 40)
}

function putPlaces(p: Profile, q: Profile, a: Texts, b: Texts): void {
  const road = roadLikeness(p, q)
  const number = road === 1 ? agreeNumbers(numbersOf(p, 'number'), numbersOf(q, 'number')) : 0
  const building =
    a.buildings.length * b.buildings.length === 0 ? 0 : haveCommon(a.buildings, b.buildings) ? 1 : -1
  putClaim(building === 1 && haveCommonCore(a.names, b.names))
  put(Math.max(road, 0))
  putClaim(road < 0)
  putClaim(number === 1)
  putClaim(number === -1)
  const [lane, other] = [p.address.lane, q.address.lane]
  putClaim(lane !== '' && other !== '' && lane !== other)
  putClaim(building === 1)
  putClaim(building === -1)
  putClaim(a.isGate !== b.isGate)
}

const isMissing = (number: number, among: readonly number[]): boolean =>
  number !== 0 && !among.includes(number)

/** Claims that a name of one holds, kind words aside, a name of the other. */
function haveCommonCore(a: readonly Weighed[], b: readonly Weighed[]): boolean {
  for (const { core: x } of a) {
    for (const { core: y } of b) {
      if (x.length > 1 && y.length > 1 && (x.length < y.length ? y.includes(x) : x.includes(y))) return true
    }
  }
  return false
}
