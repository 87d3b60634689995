/** The closer look at two addresses: how their names, texts, numbers and parts differ. */
import type { DivisionRelation } from '../relate-divisions.ts'
import { sharedWeight, type Weighed } from './align.ts'
import { type Details, detailsOf } from './details.ts'
import { type Difference, differenceOf } from './difference.ts'
import { type Profile, textsOf } from './profile.ts'
import { haveCommon, put, putBoth, putClaim, putLists, putPart } from './write-evidence.ts'

const named = <T extends string, U extends string>(of: readonly T[], ends: readonly U[]) =>
  of.flatMap((name) => ends.map((end) => `${name}${end}` as const))

const DIFFERENCE = [
  'Shared',
  'Replaced',
  'ReplacedInside',
  'ReplacedAhead',
  'Added',
  'LeastAlone',
  'MostAlone',
  'Longest',
  'LongestRarity',
  'Rarity',
  'HeldOfPoorer',
  'HeldOfRicher',
  'ReplacedShare',
] as const
const AGREEMENT = ['Same', 'Differs', 'OneSided'] as const
const BOTH = ['Less', 'More'] as const

/** The names in the order in which {@link gatherCloser} writes. */
export const CLOSER_EVIDENCE = [
  ...named(['name', 'body'], DIFFERENCE),
  /** The name at the end without the words for kinds of places: the same, one within the other, in the other's text. */
  'coreSame',
  'coreWithin',
  'coreElsewhere',
  ...named(['coreRarity'], BOTH),
  'nameLength',
  'endsAlike',
  'kindDiffers',
  /** Of all names: the rarest that one has within a name of the other, and how much two of them share at most. */
  'placeRarity',
  'placeHeld',
  ...named(['houses', 'buildings', 'bare', 'letters', 'sections', 'directions'], AGREEMENT),
  'numbersInCommon',
  ...named(['numbersAlone', 'ownNumberHeld'], BOTH),
  'countedInCommon',
  'longestNumber',
  'houseDistance',
  ...named(['roads'], AGREEMENT),
  'roadCount',
  'roadRarity',
  'roadElsewhere',
  ...named(['town', 'village', 'zone'], AGREEMENT),
  'villageElsewhere',
  ...named(['province', 'city', 'county'], AGREEMENT),
  'divisionMissing',
  'noProvince',
  'asides',
  'asideHeld',
  'distance',
] as const

export function gatherCloser(p: Profile, q: Profile, divisions: DivisionRelation): void {
  const a = detailsOf(p)
  const b = detailsOf(q)
  putDifference(textsOf(p).name, textsOf(q).name)
  putDifference(a.outer, b.outer)
  putNames(p, q, a, b)
  putNumbers(a, b)
  putRoads(p, q, a, b)
  putParts(p, q, a, b)
  putClaim(divisions === 'missing')
  putClaim(p.address.province === '' && q.address.province === '')
  putAsides(a, b)
}

function putDifference(a: Weighed, b: Weighed): void {
  const difference: Difference = differenceOf(a, b)
  const { shared, replaced, replacedInside, replacedAhead, added, leastAlone, mostAlone } = difference
  put(shared)
  put(replaced)
  put(replacedInside)
  put(replacedAhead)
  put(added)
  put(leastAlone)
  put(mostAlone)
  put(difference.longest)
  put(difference.longestRarity)
  put(difference.rarity)
  put(shared / (Math.min(a.total, b.total) + 0.4))
  put(shared / (Math.max(a.total, b.total) + 0.4))
  put(replaced / (shared + replaced + 0.1))
}

/** Claims that a name of two characters or more stands in a text. */
const stands = (name: string, text: string): boolean => name.length > 1 && text.includes(name)
const either = (first: boolean, second: boolean): number => (first ? 1 : 0) + (second ? 1 : 0)

function putNames(p: Profile, q: Profile, a: Details, b: Details): void {
  const [x, y] = [a.core, b.core]
  putClaim(x.length > 1 && x === y)
  putClaim(stands(x, y) || stands(y, x))
  put(either(stands(x, b.full), stands(y, a.full)))
  putBoth(a.coreRarity, b.coreRarity)
  put(Math.min(a.name.length, b.name.length))
  putClaim(a.nameEnd === b.nameEnd)
  putClaim(a.kind !== '' && b.kind !== '' && a.kind !== b.kind)
  putPlaces(textsOf(p).names, a.placeRarities, textsOf(q).names, b.placeRarities)
}

function putPlaces(
  a: readonly Weighed[],
  raritiesOfA: readonly number[],
  b: readonly Weighed[],
  raritiesOfB: readonly number[],
): void {
  let rarity = 0
  let held = 0
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const [x, y] = [a[i] as Weighed, b[j] as Weighed]
      if (stands(x.core, y.core) || stands(y.core, x.core))
        rarity = Math.max(rarity, Math.min(raritiesOfA[i] as number, raritiesOfB[j] as number))
      const shared = x.text === y.text ? x.total : sharedWeight(x, y)
      held = Math.max(held, shared / (Math.min(x.total, y.total) + 0.4))
    }
  }
  put(rarity)
  put(held)
}

function putNumbers(a: Details, b: Details): void {
  const [s, t] = [a.tally, b.tally]
  putLists(s.houses, t.houses)
  putLists(s.buildings, t.buildings)
  putLists(s.bare, t.bare)
  putLists(s.letters, t.letters)
  putLists(s.sections, t.sections)
  putLists(s.directions, t.directions)
  const common = s.all.filter((number) => t.all.includes(number))
  put(common.length)
  putBoth(s.all.length - common.length, t.all.length - common.length)
  putBoth(heldIn(a.ownNumbers, t.all), heldIn(b.ownNumbers, s.all))
  putClaim(haveCommon(a.counted, b.counted))
  put(common.reduce((length, number) => Math.max(length, number.length), 0))
  put(distanceOf(s.houses, t.houses))
}

/** 1 one of the numbers stands among the others, −1 none does, 0 there are none. */
const heldIn = (numbers: readonly string[], among: readonly string[]): number =>
  numbers.length === 0 ? 0 : haveCommon(numbers, among) ? 1 : -1

const lowest = (numbers: readonly string[]): number =>
  numbers.reduce((least, number) => Math.min(least, Number.parseInt(number, 10) || least), 1e9)

/** How far the houses lie from each other along the street, as a logarithm; −1 when either has none. */
function distanceOf(a: readonly string[], b: readonly string[]): number {
  const [x, y] = [lowest(a), lowest(b)]
  return x === 1e9 || y === 1e9 ? -1 : Math.log1p(Math.min(Math.abs(x - y), 1000))
}

function putRoads(p: Profile, q: Profile, a: Details, b: Details): void {
  putLists(p.roads, q.roads)
  put(p.roads.length + q.roads.length)
  let rarity = 0
  for (let i = 0; i < p.roads.length; i++)
    if (q.roads.includes(p.roads[i] as string)) rarity = Math.max(rarity, a.roadRarities[i] as number)
  put(rarity)
  put(
    either(
      p.roads.some((road) => b.full.includes(road)),
      q.roads.some((road) => a.full.includes(road)),
    ),
  )
}

function putParts({ address: x }: Profile, { address: y }: Profile, a: Details, b: Details): void {
  putPart(a.town, b.town)
  putPart(a.village, b.village)
  putPart(x.zone, y.zone)
  put(either(stands(a.village, b.full), stands(b.village, a.full)))
  putPart(x.province, y.province)
  putPart(x.city, y.city)
  putPart(x.county, y.county)
}

function putAsides(a: Details, b: Details): void {
  put(Math.max(a.asides.length, b.asides.length))
  put(Math.max(asideHeld(a.asides, b.full), asideHeld(b.asides, a.full)))
  putClaim(a.hasDistance || b.hasDistance)
}

/** How many pairs of characters of what stands in brackets the other's text has; −1 when there are no brackets. */
function asideHeld(asides: readonly string[], text: string): number {
  let most = -1
  for (const aside of asides) {
    let held = 0
    for (let i = 1; i < aside.length; i++) if (text.includes(aside.slice(i - 1, i + 1))) held++
    most = Math.max(most, held / (aside.length - 1))
  }
  return most
}
