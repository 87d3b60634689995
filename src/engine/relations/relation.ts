import type { FoundPair } from '../../data/edges.ts'
import type { ResolvedRun } from '../finished-run.ts'

/** Two records that belong together. */
export interface Relation {
  /** 'branch', 'group' or 'former-name', or what else a field calls it. */
  readonly word: string
  readonly left: number
  readonly right: number
  /** What shows it beside the evidence of the pair, in words; '' where that says it. */
  readonly told: string
  /** What was found of the pair, where it was compared already. */
  readonly found?: FoundPair
}

/** A number for two customers, whichever comes first. */
export function pairKeyOf({ customers: { ofRow } }: ResolvedRun): (left: number, right: number) => number {
  const count = ofRow.length + 1
  return (left, right) => {
    const [a, b] = [ofRow[left], ofRow[right]]
    return Math.min(a, b) * count + Math.max(a, b)
  }
}
