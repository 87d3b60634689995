import {
  type Agreement,
  agree,
  agreeNumbers,
  type Evidence,
  evidenceOf,
  lastNameHeld,
  roadLikeness,
} from './address/evidence.ts'
import { profileOf } from './address/profile.ts'
import type { Address } from './address.ts'
import { type DivisionRelation, relateDivisions } from './relate-divisions.ts'

/** The levels of an address from coarse to fine. */
export const ADDRESS_LEVELS = [
  'province',
  'city',
  'county',
  'town',
  'village',
  'group',
  'road',
  'lane',
  'number',
  'poi',
  'building',
  'unit',
  'floor',
  'room',
] as const
export type AddressLevel = (typeof ADDRESS_LEVELS)[number]

export interface AddressComparison {
  /** The finest level on which both agree and above which nothing conflicts; '' when there is none. */
  readonly finest: AddressLevel | ''
  /** The coarsest level on which both say something and disagree; '' when there is none. */
  readonly conflict: AddressLevel | ''
  /** Levels that one of the two names and the other leaves out. */
  readonly missing: readonly AddressLevel[]
  readonly divisions: DivisionRelation
  /** 0 to 1: how likely both are one place; a logistic sum over the evidence. */
  readonly similarity: number
}

/**
 * Weights of the evidence, in natural log-odds. Fitted by logistic regression on pairs of addresses that people judged,
 * then rounded; {@link Evidence} says what each one measures.
 */
const WEIGHTS: Readonly<Record<keyof Evidence, number>> = {
  overlap: 2.7,
  coverage: 1.7,
  textShared: 3.8,
  nameDiffers: -1.3,
  nameKindSame: 0.3,
  lastNameHeld: 1.4,
  lastKindDiffers: -0.5,
  nameAndBuildingSame: 0.7,
  nameOnOtherRoad: -0.8,
  roadSame: 0.5,
  numberSame: 0.8,
  numberDiffers: -0.3,
  numbersShared: 0.7,
  laneSame: 0.9,
  laneDiffers: -0.7,
  buildingDiffers: -0.9,
  buildingOneSided: -0.5,
  gateOneSided: -1.8,
  divisionApart: -1,
}
const BIAS = -5.8

/**
 * How two addresses lie to each other: where they agree, where they first conflict, what is missing, and how similar
 * they are. Symmetric. Parts missing on one side are neither for nor against. Two addresses equal in every part have
 * similarity 1; one that names nothing below its county has 0, because a county is no place to meet.
 * @example compareAddresses(parseAddress('太原市长风街123号'), parseAddress('山西省太原市小店区长风街一二三号')).finest // 'number'
 */
export function compareAddresses(a: Address, b: Address): AddressComparison {
  const divisions = relateDivisions(a.divisions.join('/'), b.divisions.join('/'))
  let finest: AddressLevel | '' = ''
  let conflict: AddressLevel | '' = ''
  const missing: AddressLevel[] = []
  let isEqual = true
  for (const level of ADDRESS_LEVELS) {
    const agreement = agreeOn(level, a, b, divisions)
    if (agreement === 0 && (a[level] === '') !== (b[level] === '')) missing.push(level)
    if (a[level] !== b[level]) isEqual = false
    if (conflict !== '') continue
    if (agreement === 1) finest = level
    else if (agreement === -1) conflict = level
  }
  isEqual &&= profileOf(a).tokens.size > 0 && a.zone === b.zone && a.crossing === b.crossing
  return { finest, conflict, missing, divisions, similarity: isEqual ? 1 : similarityOf(a, b, divisions) }
}

function similarityOf(a: Address, b: Address, divisions: DivisionRelation): number {
  if (profileOf(a).tokens.size === 0 || profileOf(b).tokens.size === 0) return 0
  // Ties between names are broken by their order: one order for both directions.
  const evidence = a.text <= b.text ? evidenceOf(a, b, divisions) : evidenceOf(b, a, divisions)
  let sum = BIAS
  for (const name of EVIDENCE) sum += WEIGHTS[name] * evidence[name]
  return 1 / (1 + Math.exp(-sum))
}

const EVIDENCE = Object.keys(WEIGHTS) as (keyof Evidence)[]
const TOWN_KIND = /(?:街道|地区|镇|乡|苏木)$/

/** Roads that are alike and names that share most of their own text do not conflict. */
function agreeOn(level: AddressLevel, a: Address, b: Address, divisions: DivisionRelation): Agreement {
  switch (level) {
    case 'province':
    case 'city':
    case 'county': {
      const plain = agree(a[level], b[level])
      return plain === -1 && divisions !== 'apart' ? 0 : plain
    }
    case 'town':
      return agree(a.town.replace(TOWN_KIND, ''), b.town.replace(TOWN_KIND, ''))
    case 'road': {
      const likeness = roadLikeness(profileOf(a).roads, profileOf(b).roads)
      return likeness === 1 ? 1 : likeness >= 0 && likeness < 0.6 ? -1 : 0
    }
    case 'poi':
      return agreeOnNames(a, b)
    case 'number':
    case 'building':
    case 'room':
      return agreeNumbers(a[level], b[level])
    default:
      return agree(a[level], b[level])
  }
}

function agreeOnNames(a: Address, b: Address): Agreement {
  if (a.poi === '' || b.poi === '') return 0
  if (a.poi === b.poi) return 1
  // A name found whole in the other's text comes to some 0.75, since the first character of a run counts little.
  const held = lastNameHeld(profileOf(a), profileOf(b))
  return held >= 0.7 ? 1 : held < 0.4 ? -1 : 0
}
