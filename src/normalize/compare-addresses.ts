import { EVIDENCE, gatherEvidence, lastNameHeld, roadLikeness } from './address/evidence.ts'
import { judge } from './address/network.ts'
import { type Agreement, agree, agreeNumbers } from './address/numbers.ts'
import { numbersOf, type Profile, profileOf } from './address/profile.ts'
import type { Address } from './address.ts'
import { type DivisionRelation, relateDivisionSets } from './relate-divisions.ts'

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

export interface AddressRelation {
  /** The finest level on which both agree and above which nothing conflicts; '' when there is none. */
  readonly finest: AddressLevel | ''
  /** The coarsest level on which both say something and disagree; '' when there is none. */
  readonly conflict: AddressLevel | ''
}

export interface AddressComparison extends AddressRelation {
  /** Levels that one of the two names and the other leaves out. */
  readonly missing: readonly AddressLevel[]
  readonly divisions: DivisionRelation
  /** 0 to 1: how likely both are one place, judged from all the evidence. */
  readonly similarity: number
}

/**
 * How two addresses lie to each other: where they agree, where they first conflict, what is missing, and how similar
 * they are. Symmetric. Parts missing on one side are neither for nor against. Two addresses equal in every part have
 * similarity 1; one that names nothing below its county has 0, because a county is no place to meet.
 * @example compareAddresses(parseAddress('太原市长风街123号'), parseAddress('山西省太原市小店区长风街一二三号')).finest // 'number'
 */
export function compareAddresses(a: Address, b: Address): AddressComparison {
  const p = profileOf(a)
  const q = profileOf(b)
  const divisions = relateDivisionSets(p.division, q.division)
  const { finest, conflict } = relateProfiles(p, q, divisions)
  const missing = ADDRESS_LEVELS.filter((level) => (a[level] === '') !== (b[level] === ''))
  return { finest, conflict, missing, divisions, similarity: similarityOf(p, q, divisions) }
}

/** Where two addresses agree and where they first conflict; the cheap half of {@link compareAddresses}. */
export function relateProfiles(p: Profile, q: Profile, divisions: DivisionRelation): AddressRelation {
  let finest: AddressLevel | '' = ''
  for (const level of ADDRESS_LEVELS) {
    const agreement = agreeOn(level, p, q, divisions)
    if (agreement === 1) finest = level
    else if (agreement === -1) return { finest, conflict: level }
  }
  return { finest, conflict: '' }
}

/** How likely two addresses are one place, from 0 to 1; 0 as well when next to nothing below the divisions is shared. */
export function similarityOf(p: Profile, q: Profile, divisions: DivisionRelation): number {
  if (!gatherEvidence(p, q, divisions, evidence)) return 0
  if (isEqual(p.address, q.address)) return 1
  return 1 / (1 + Math.exp(-judge(evidence)))
}

const evidence = new Float64Array(EVIDENCE.length)

/** Claims that all parts are equal, remarks aside. */
const isEqual = (a: Address, b: Address): boolean =>
  a.zone === b.zone && a.crossing === b.crossing && ADDRESS_LEVELS.every((level) => a[level] === b[level])

/** Roads that are alike and names that share most of their own text do not conflict. */
function agreeOn(level: AddressLevel, p: Profile, q: Profile, divisions: DivisionRelation): Agreement {
  switch (level) {
    case 'province':
    case 'city':
    case 'county': {
      const plain = agree(p.address[level], q.address[level])
      return plain === -1 && divisions !== 'apart' ? 0 : plain
    }
    case 'town':
      return agree(p.town, q.town)
    case 'road': {
      const likeness = roadLikeness(p, q)
      return likeness === 1 ? 1 : likeness >= 0 && likeness < 0.6 ? -1 : 0
    }
    case 'poi':
      return agreeOnNames(p, q)
    case 'number':
    case 'building':
    case 'room':
      return agreeNumbers(numbersOf(p, level), numbersOf(q, level))
    default:
      return agree(p.address[level], q.address[level])
  }
}

function agreeOnNames(p: Profile, q: Profile): Agreement {
  const plain = agree(p.address.poi, q.address.poi)
  if (plain >= 0) return plain
  // A name found whole in the other's text comes to some 0.75, since the first character of a run counts little.
  const held = lastNameHeld(p, q)
  return held >= 0.7 ? 1 : held < 0.4 ? -1 : 0
}
