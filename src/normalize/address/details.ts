/** What the closer look at two addresses needs of each one. */
import { type Weighed, weigh } from './align.ts'
import { rarityWithin } from './difference.ts'
import { outlineOf, type Profile, textsOf } from './profile.ts'
import { sequenceOf, unitsOf } from './sequence.ts'
import { countsOf, type Tally, tallyOf } from './tally.ts'

export interface Details {
  /** The text below the divisions, brackets aside. */
  readonly outer: Weighed
  /** The same with brackets, without signs. */
  readonly full: string
  /** The name that the address ends with, in characters alone, and the last two of them. */
  readonly name: string
  readonly nameEnd: string
  /** The name without the words for kinds of places. */
  readonly core: string
  readonly coreRarity: number
  readonly kind: string
  /** How rare the names of {@link Texts} are without such words, and the roads. */
  readonly placeRarities: readonly number[]
  readonly roadRarities: readonly number[]
  readonly tally: Tally
  /** Numbers of houses and buildings in that name. */
  readonly ownNumbers: readonly string[]
  /** Numbers of houses, of buildings and bare ones. */
  readonly counted: readonly string[]
  /** 50米: says how far it is. */
  readonly hasDistance: boolean
  /** What stands in brackets. */
  readonly asides: readonly string[]
  /** The stems of the town and the village. */
  readonly town: string
  readonly village: string
}

const SIGNS = /[^\u4e00-\u9fffA-Z\d]/g
const NOT_HAN = /[^\u4e00-\u9fff]/g
const DISTANCE = /\d米/
const ASIDE = /\(([^()]{2,60})/g

const details = new WeakMap<Profile, Details>()

export function detailsOf(profile: Profile): Details {
  let known = details.get(profile)
  if (known === undefined) {
    known = createDetails(profile)
    details.set(profile, known)
  }
  return known
}

function createDetails(profile: Profile): Details {
  const sequence = outlineOf(profile).body
  const body = sequence.text
  const { views, names } = textsOf(profile)
  const name = views.name.replace(NOT_HAN, '')
  const { core, kind } = weigh(name)
  const own = countsOf(views.name)
  const tally = tallyOf(body, views.name)
  const full = body.replace(SIGNS, '')
  return {
    outer: views.outer === body ? sequence : sequenceOf(views.outer),
    full,
    name,
    nameEnd: name.slice(-2),
    core,
    coreRarity: rarityOfText(core),
    kind,
    placeRarities: names.map(({ core }) => rarityOfText(core)),
    roadRarities: profile.roads.map(rarityOfText),
    tally,
    ownNumbers: [...own.houses, ...own.buildings],
    counted: [...tally.houses, ...tally.buildings, ...tally.bare],
    hasDistance: DISTANCE.test(full),
    asides: [...body.matchAll(ASIDE)].map(([, aside = '']) => aside),
    town: profile.town,
    village: profile.address.village.replace(/村$/, ''),
  }
}

/** How rare the pairs of characters of a text are together. */
function rarityOfText(text: string): number {
  const units = unitsOf(text)
  return rarityWithin(units, 0, units.length)
}
