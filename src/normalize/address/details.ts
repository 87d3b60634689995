/** What the closer look at two addresses needs of each one. */
import { type Weighed, weigh } from './align.ts'
import { rarityWithin } from './difference.ts'
import { outlineOf, type Profile, textsOf } from './profile.ts'
import { sequenceOf } from './sequence.ts'
import { type Tally, tallyOf } from './tally.ts'

export interface Details {
  /** The text below the divisions, brackets aside. */
  readonly outer: Weighed
  /** The same with brackets, without signs. */
  readonly full: string
  /** The name that the address ends with, in characters alone. */
  readonly name: string
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
  /** What stands in brackets. */
  readonly asides: readonly string[]
  /** The stems of the town and the village. */
  readonly town: string
  readonly village: string
}

const SIGNS = /[^\u4e00-\u9fffA-Z\d]/g
const NOT_HAN = /[^\u4e00-\u9fff]/g
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
  const { views } = outlineOf(profile)
  const name = views.name.replace(NOT_HAN, '')
  const { core, kind } = weigh(name)
  const { houses, buildings } = tallyOf(views.name, '')
  return {
    outer: sequenceOf(views.outer),
    full: views.body.replace(SIGNS, ''),
    name,
    core,
    coreRarity: rarityOfText(core),
    kind,
    placeRarities: textsOf(profile).names.map(({ core }) => rarityOfText(core)),
    roadRarities: profile.roads.map(rarityOfText),
    tally: tallyOf(views.body, views.name),
    ownNumbers: [...houses, ...buildings],
    asides: [...views.body.matchAll(ASIDE)].map(([, aside = '']) => aside),
    town: profile.town,
    village: profile.address.village.replace(/村$/, ''),
  }
}

/** How rare the pairs of characters of a text are together. */
function rarityOfText(text: string): number {
  const sequence = sequenceOf(text)
  return rarityWithin(sequence, 0, sequence.units.length)
}
