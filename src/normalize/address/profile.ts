/** What the comparison of addresses needs of each one, worked out once per address. */
import type { Address } from '../address.ts'
import { type DivisionSet, divisionSetOf } from '../relate-divisions.ts'
import { type Weighed, weigh, weighAnew } from './align.ts'
import { type Bag, closeBag, openBag, putIn } from './bag.ts'
import { type NumberSet, numberSetOf } from './numbers.ts'
import { gramsOf, joinSequences, sequenceOf, wordId, wordsOf } from './sequence.ts'
import { sectionsOf, type Views, viewsOf } from './views.ts'

export interface Profile {
  readonly address: Address
  readonly division: DivisionSet
  /** The town without its kind. */
  readonly town: string
  readonly roads: readonly string[]
  /** What only some comparisons need is worked out when the first of them does. */
  number: NumberSet | undefined
  building: NumberSet | undefined
  room: NumberSet | undefined
  names: Names | undefined
  outline: Outline | undefined
  texts: Texts | undefined
  weighedRoads: readonly Weighed[] | undefined
}

export interface Names {
  /** The last name: the place itself, after what it stands in. */
  readonly last: Weighed
  /** Names, roads, town and zone. */
  readonly text: Weighed
}

/** The text below the divisions: enough to see that two addresses share next to nothing. */
export interface Outline {
  readonly head: string
  readonly body: Weighed
  readonly bodyGrams: Bag
}

/** The texts of an address ready to be compared. */
export interface Texts {
  /** Pairs of neighbouring sounds in the names and roads, and the numbers with what they count. */
  readonly parts: Bag
  readonly views: Views
  readonly whole: Weighed
  readonly wholeGrams: Bag
  /** The name that the address ends with. */
  readonly name: Weighed
  readonly names: readonly Weighed[]
  readonly numbers: readonly number[]
  readonly lastNumber: number
  readonly buildings: readonly string[]
  /** 小区(东门): an entrance, not the place. */
  readonly isGate: boolean
}

const split = (text: string, by: string): readonly string[] => (text === '' ? [] : text.split(by))

/** How much the tokens of a part weigh. */
const NAME = 1
const ROAD = 0.5
const ZONE = 0.5
const TOWN = 0.2
const ASIDE = 0.7
const HOUSE = 1.5
const BUILDING = 1
const INNER = 0.5

const GATE = /门\)?$/
const TOWN_KIND = /(?:街道|地区|镇|乡|苏木)$/

const profiles = new WeakMap<Address, Profile>()

/** The profile of an address, made once for each. */
export function profileOf(address: Address): Profile {
  let profile = profiles.get(address)
  if (profile === undefined) {
    profile = createProfile(address)
    profiles.set(address, profile)
  }
  return profile
}

/** A profile for who keeps it: looking it up by its address costs as much as making it. */
export function createProfile(address: Address): Profile {
  return {
    address,
    division: divisionSetOf(address.divisions.join('/')),
    town: address.town.replace(TOWN_KIND, ''),
    roads: split(address.crossing === '' ? address.road : address.crossing, '/'),
    number: undefined,
    building: undefined,
    room: undefined,
    names: undefined,
    outline: undefined,
    texts: undefined,
    weighedRoads: undefined,
  }
}

/** The numbers of a house, a building or a room. */
export function numbersOf(profile: Profile, level: 'number' | 'building' | 'room'): NumberSet {
  profile[level] ??= numberSetOf(profile.address[level])
  return profile[level]
}

export function weighedRoadsOf(profile: Profile): readonly Weighed[] {
  profile.weighedRoads ??= profile.roads.map(weigh)
  return profile.weighedRoads
}

export function namesOf(profile: Profile): Names {
  profile.names ??= createNames(profile)
  return profile.names
}

function createNames({ address, roads }: Profile): Names {
  const { zone, town, village, poi, remark } = address
  return {
    last: weigh(split(poi, ' ').at(-1) ?? ''),
    text: weighAnew(`${zone} ${town} ${village} ${roads.join('')} ${poi} ${remark}`),
  }
}

export function outlineOf(profile: Profile): Outline {
  profile.outline ??= createOutline(profile.address)
  return profile.outline
}

function createOutline({ text }: Address): Outline {
  const sections = sectionsOf(text)
  const body = sequenceOf(sections.body)
  return { head: sections.head, body, bodyGrams: gramsOf(body) }
}

export function textsOf(profile: Profile): Texts {
  profile.texts ??= createTexts(profile, outlineOf(profile))
  return profile.texts
}

function createTexts({ address, roads }: Profile, { head, body, bodyGrams }: Outline): Texts {
  const views = viewsOf(body.text)
  const places = [...split(address.poi, ' '), ...split(address.village, ' ')]
  const asides = address.remark.split(' ').filter((word) => word.length > 3)
  const buildings = [...split(address.building, '-')]
  if (roads.length === 0 && address.lane === '') buildings.push(...split(address.number, '-'))
  const whole = joinSequences(sequenceOf(head), body)
  const name = views.name === body.text ? body : sequenceOf(views.name)
  return {
    parts: partTokens(address, roads, places, asides, buildings),
    views,
    whole,
    wholeGrams: whole === body ? bodyGrams : gramsOf(whole),
    name,
    names: [...places, ...asides].map(weigh),
    numbers: [...new Set(wordsOf(whole))],
    lastNumber: wordsOf(name).at(-1) ?? 0,
    buildings,
    isGate: GATE.test(address.text),
  }
}

function partTokens(
  { zone, town, number, lane, unit, floor, group }: Address,
  roads: readonly string[],
  places: readonly string[],
  asides: readonly string[],
  buildings: readonly string[],
): Bag {
  openBag()
  for (const name of places) addGrams(name, NAME)
  for (const road of roads) addGrams(road, ROAD)
  addGrams(zone, ZONE)
  addGrams(town, TOWN)
  for (const aside of asides) addGrams(aside, ASIDE)
  addNumbers('号', number, HOUSE)
  addNumbers('弄', lane, NAME)
  addNumbers('栋', buildings.join('-'), BUILDING)
  addNumbers('单元', unit, INNER)
  addNumbers('层', floor, INNER / 5)
  addNumbers('组', group, INNER)
  return closeBag()
}

function addGrams(name: string, weight: number): void {
  if (name === '') return
  const { sounds, weights } = weigh(name)
  for (let i = 1; i < sounds.length; i++) {
    const key = (sounds[i - 1] as number) * 65536 + (sounds[i] as number)
    putIn(key, weight * Math.sqrt((weights[i - 1] as number) * (weights[i] as number)))
  }
}

function addNumbers(kind: string, numbers: string, weight: number): void {
  if (numbers === '') return
  for (const number of numbers.split(/[-,/]/)) if (number !== '') putIn(wordId(kind + number) * 65536, weight)
}
