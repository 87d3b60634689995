/** What can be wrong with a cell, row or file that a run goes on after. */
export type ProblemCode =
  | 'too-few-cells'
  | 'too-many-cells'
  | 'cell-too-long'
  | 'undecodable-bytes'
  | 'unclosed-quote'
  | 'unreadable-line'
  | 'duplicate-record-id'
  | 'missing-record-id'
  | 'renamed-column'
  | 'unreadable-value'
  | 'repaired-value'
  | 'empty-file'
  | 'skipped-title-row'
  | 'lost-digits'
  | 'truncated-file'
  | 'unknown-record'
  | 'unreadable-judgement'
  | 'contradictory-decision'

/** One thing that was wrong: where (file, 1-based row of the file with its header as row 1, column) and what. */
export interface Problem {
  readonly code: ProblemCode
  readonly file: string
  /** 0 when it concerns the file as a whole. */
  readonly row: number
  /** '' when it concerns the whole row. */
  readonly column: string
  /** The offending text, cut to 80 characters. */
  readonly value: string
  /** Why, in a short English phrase where the code alone does not say it. */
  readonly detail: string
}

/** All problems counted by code, the first hundred of each kept: a million bad rows stay readable. */
export interface Problems {
  readonly counts: Readonly<Partial<Record<ProblemCode, number>>>
  readonly examples: readonly Problem[]
}

const KEPT_PER_CODE = 100
const KEPT_CHARACTERS = 80

/** Collects problems while a run goes on. */
export class ProblemLog {
  #counts: Partial<Record<ProblemCode, number>> = {}
  #examples: Problem[] = []

  add(problem: { code: ProblemCode } & Partial<Problem>): void {
    const count = (this.#counts[problem.code] ?? 0) + 1
    this.#counts[problem.code] = count
    if (count > KEPT_PER_CODE) return
    const { code, file = '', row = 0, column = '', value = '', detail = '' } = problem
    this.#examples.push({ code, file, row, column, value: shorten(value), detail })
  }

  addAll(problems: Problems): void {
    for (const problem of problems.examples) this.add(problem)
    for (const [code, count] of Object.entries(problems.counts) as [ProblemCode, number][]) {
      const kept = problems.examples.filter((problem) => problem.code === code).length
      this.#counts[code] = (this.#counts[code] ?? 0) + count - kept
    }
  }

  finish(): Problems {
    return { counts: { ...this.#counts }, examples: [...this.#examples] }
  }
}

/** Those of two steps of a run as one. */
export function joinProblems(first: Problems, second: Problems): Problems {
  const log = new ProblemLog()
  log.addAll(first)
  log.addAll(second)
  return log.finish()
}

/** The text cut for a message; a 1 MB cell must not fill a log. */
export function shorten(text: string): string {
  if (text.length <= KEPT_CHARACTERS) return text
  // Half a character is no text.
  return `${text.slice(0, KEPT_CHARACTERS).replace(/[\uD800-\uDBFF]$/, '')}…`
}
