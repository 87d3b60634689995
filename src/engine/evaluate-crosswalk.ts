import { alignLabels } from './align-labels.ts'
import { type ClusterEvaluation, evaluateClusters } from './evaluate.ts'
import { evaluateLinks, type ReliabilityRow, type ThresholdRow } from './evaluate-links.ts'
import { type ErrorGroup, findErrors } from './evaluation-errors.ts'
import { readLabels } from './read-labels.ts'
import { type RecordsInput, toRecords } from './to-records.ts'

/** How a crosswalk is measured. */
export interface EvaluateOptions {
  /** Lists of links with their weights (links.csv, review.csv), for the table of thresholds and the reliability. */
  readonly links?: readonly RecordsInput[]
  /** How many of the worst errors of each kind are named; 5 when not given. */
  readonly examples?: number
}

/** How well a crosswalk meets the truth, over the records that the truth names. */
export interface Evaluation extends ClusterEvaluation {
  /** Records of the crosswalk that the truth does not name; they are not measured. */
  readonly unlabelled: number
  /** Records of the truth that the crosswalk lacks; they count as alone. */
  readonly missing: number
  readonly errors: readonly ErrorGroup[]
  /** [] without links. */
  readonly thresholds: readonly ThresholdRow[]
  readonly reliability: readonly ReliabilityRow[]
}

/**
 * Measures a crosswalk (record_id, source, customer_id) against a truth (record_id or id, customer or entity_id, and
 * source where ids are unique within a source only). A record without a customer stands alone.
 * @throws TruthError where a column is missing, ids are not unique, or the two have no record in common.
 * @example evaluate(crosswalkRows, [{ id: 1, customer: 'A' }, { id: 2, customer: 'A' }]).pairs.f1
 */
export function evaluate(
  crosswalk: RecordsInput,
  truth: RecordsInput,
  { links = [], examples = 5 }: EvaluateOptions = {},
): Evaluation {
  const labels = alignLabels(
    readLabels(toRecords(crosswalk), 'the crosswalk'),
    readLabels(toRecords(truth), 'the truth'),
  )
  const { thresholds, reliability } = evaluateLinks(links.map(toRecords), labels)
  return {
    ...evaluateClusters(labels.predicted, labels.truth),
    unlabelled: labels.unlabelled,
    missing: labels.missing,
    errors: findErrors(labels, examples),
    thresholds,
    reliability,
  }
}
