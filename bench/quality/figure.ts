/** One figure of a task, and the bar it is held to. */
export interface Figure {
  readonly task: string
  readonly figure: string
  readonly value: string
  readonly bar: string
  readonly isMet: boolean
}
