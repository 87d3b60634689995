import { type PartColumn, UNSETTLED } from '../model/field-type.ts'

/** Stands between the parts of a joined address. */
export const SEPARATOR = '\t'

/** The parts of a joined address, in order. */
const PARTS = [
  ...['division', 'text', 'province', 'city', 'county', 'zone', 'town', 'village', 'group', 'road'],
  ...['crossing', 'lane', 'number', 'poi', 'building', 'unit', 'floor', 'room', 'remark'],
]
export const SEPARATORS = PARTS.length - 1

const numberOf = (part: string) => PARTS.indexOf(part)
/** The parts below the divisions that may agree, from coarse to fine; what roads cross stands for the road where it is given. */
const LEVELS = [
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
]
const levels = Uint8Array.from(LEVELS, numberOf)
const [ROAD, CROSSING] = ['road', 'crossing'].map(numberOf)
const NUMBER = LEVELS.indexOf('number')
/** Of these, texts that differ are a conflict, whatever they say. */
const isPlain = Uint8Array.from(
  LEVELS,
  (level) => +['village', 'group', 'lane', 'unit', 'floor'].includes(level),
)

/** Where each part of two addresses begins, and behind the last one. */
const [own, other] = [new Float64Array(PARTS.length + 1), new Float64Array(PARTS.length + 1)]

/** What two addresses reach that share a number or what is finer: with nothing in conflict above, and else. */
export interface SettledLevels {
  readonly same: number
  readonly sameNumber: number
}

/**
 * The level of two joined addresses whose divisions are not apart, as far as equal parts tell it: it is where both name the
 * same number, building or room, and what else they name is the same or spelt the same way. Symmetric.
 * @param left the code of the one, `right` that of the other.
 */
export function settleAddresses(
  { units, starts }: PartColumn['dictionary'],
  left: number,
  right: number,
  { same, sameNumber }: SettledLevels,
): number {
  findParts(units, starts[left], starts[left + 1], own)
  findParts(units, starts[right], starts[right + 1], other)
  let isDeep = false
  for (let level = 0; level < levels.length; level++) {
    const part = levels[level]
    const [a, b] = part === ROAD ? [roadOf(own), roadOf(other)] : [part, part]
    const [from, to] = [own[a], own[a + 1] - 1]
    const [otherFrom, otherTo] = [other[b], other[b + 1] - 1]
    if (from === to || otherFrom === otherTo) continue
    if (areEqual(units, from, to, otherFrom, otherTo)) isDeep ||= level >= NUMBER
    else return isPlain[level] === 1 && isDeep ? sameNumber : UNSETTLED
  }
  return isDeep ? same : UNSETTLED
}

function findParts(units: Uint16Array, start: number, end: number, starts: Float64Array): void {
  starts[0] = start
  let part = 1
  for (let at = start; at < end && part < PARTS.length; at++) if (units[at] === TAB) starts[part++] = at + 1
  starts[part] = end + 1
}

const TAB = SEPARATOR.charCodeAt(0)

function roadOf(starts: Float64Array): number {
  return starts[CROSSING + 1] - 1 > starts[CROSSING] ? CROSSING : ROAD
}

function areEqual(units: Uint16Array, from: number, to: number, otherFrom: number, otherTo: number): boolean {
  if (to - from !== otherTo - otherFrom) return false
  for (let i = from, j = otherFrom; i < to; i++, j++) if (units[i] !== units[j]) return false
  return true
}
