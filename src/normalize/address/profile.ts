/** What the comparison of addresses needs of each one, worked out once per address. */
import type { Address } from '../address.ts'
import { type Weighed, weigh } from './align.ts'

export interface Profile {
  /** Pairs of neighbouring sounds in the names and roads, and the numbers with what they count, with their weights. */
  readonly tokens: ReadonlyMap<string | number, number>
  readonly total: number
  readonly roads: readonly string[]
  readonly names: readonly Weighed[]
  /** The last name: the place itself, after what it stands in. */
  readonly last: Weighed
  readonly text: Weighed
  readonly numbers: ReadonlySet<string>
  readonly buildings: readonly string[]
}

const split = (text: string, by: string): string[] => (text === '' ? [] : text.split(by))

/** How much the tokens of a part weigh. */
const NAME = 1
const ROAD = 0.5
const ZONE = 0.5
const TOWN = 0.2
const ASIDE = 0.7
const HOUSE = 1.5
const BUILDING = 1
const INNER = 0.5

const profiles = new WeakMap<Address, Profile>()

export function profileOf(address: Address): Profile {
  let profile = profiles.get(address)
  if (profile === undefined) {
    profile = createProfile(address)
    profiles.set(address, profile)
  }
  return profile
}

function createProfile(address: Address): Profile {
  const { zone, town, village, poi, remark, lane, number } = address
  const roads = split(address.crossing === '' ? address.road : address.crossing, '/')
  const places = split(poi, ' ')
  const asides = remark.split(' ').filter((word) => word.length > 3)
  const buildings = split(address.building, '-')
  if (roads.length === 0 && lane === '') buildings.push(...split(number, '-'))
  const tokens = new Map<string | number, number>()
  for (const name of [...places, ...split(village, ' ')]) addGrams(tokens, name, NAME)
  for (const road of roads) addGrams(tokens, road, ROAD)
  addGrams(tokens, zone, ZONE)
  addGrams(tokens, town, TOWN)
  for (const aside of asides) addGrams(tokens, aside, ASIDE)
  addNumbers(tokens, '号', number, HOUSE)
  addNumbers(tokens, '弄', lane, NAME)
  addNumbers(tokens, '栋', buildings.join('-'), BUILDING)
  addNumbers(tokens, '单元', address.unit, INNER)
  addNumbers(tokens, '层', address.floor, INNER / 5)
  addNumbers(tokens, '组', address.group, INNER)
  let total = 0
  for (const weight of tokens.values()) total += weight
  return {
    tokens,
    total,
    roads,
    names: [...places, ...split(village, ' '), ...asides].map(weigh),
    last: weigh(places.at(-1) ?? ''),
    text: weigh([zone, town, village, roads.join(''), poi, remark].join(' ')),
    numbers: new Set(address.text.match(/\d+/g)),
    buildings,
  }
}

function addGrams(tokens: Map<string | number, number>, name: string, weight: number): void {
  if (name === '') return
  const { sounds, weights } = weigh(name)
  for (let i = 1; i < sounds.length; i++) {
    const key = (sounds[i - 1] as number) * 65536 + (sounds[i] as number)
    const value = weight * Math.sqrt((weights[i - 1] as number) * (weights[i] as number))
    if (value > (tokens.get(key) ?? 0)) tokens.set(key, value)
  }
}

function addNumbers(
  tokens: Map<string | number, number>,
  kind: string,
  numbers: string,
  weight: number,
): void {
  if (numbers === '') return
  for (const number of numbers.split(/[-,/]/)) if (number !== '') tokens.set(kind + number, weight)
}

/** The weight of the tokens that two addresses share. */
export function sharedTokens(a: Profile, b: Profile): number {
  const [few, many] = a.tokens.size < b.tokens.size ? [a, b] : [b, a]
  let shared = 0
  for (const [token, weight] of few.tokens) {
    const other = many.tokens.get(token)
    if (other !== undefined) shared += Math.min(weight, other)
  }
  return shared
}
