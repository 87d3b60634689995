import type { Phase, Progress } from '../engine/options.ts'

const NAMES: Readonly<Record<Phase, string>> = {
  read: '读取 read',
  normalize: '解析 normalize',
  block: '分组 block',
  score: '比对 score',
  cluster: '归户 cluster',
  merge: '合并 merge',
  write: '写出 write',
}

/** What is counted in a phase, where its rate says something. */
const UNITS: Readonly<Partial<Record<Phase, string>>> = { read: 'rows', normalize: 'cells', score: 'pairs' }

const BAR = 24
const TERMINAL_EVERY = 100
const LOG_EVERY = 5000
/** A rate over less than this says nothing yet. */
const LEAST_TIME = 500

/** Where progress is shown. */
export interface ProgressScreen {
  readonly isTerminal: boolean
  readonly write: (text: string) => void
  /** Milliseconds. */
  readonly now: () => number
}

/** Shows how far a run is. */
export interface ProgressDisplay {
  show(progress: Progress): void
  /** Clears what is drawn. */
  end(): void
}

const stderr: ProgressScreen = {
  isTerminal: process.stderr.isTTY === true,
  write: (text) => process.stderr.write(text),
  now: () => performance.now(),
}

/**
 * Shows progress with phase, rate and time left on stderr: one line that is redrawn on a terminal, a line every five
 * seconds otherwise, nothing when quiet.
 */
export function createProgress(isQuiet = false, screen: ProgressScreen = stderr): ProgressDisplay {
  if (isQuiet) return { show() {}, end() {} }
  const { isTerminal, write, now } = screen
  const started = now()
  let last = isTerminal ? Number.NEGATIVE_INFINITY : started
  let isDrawn = false
  let phase: Phase | undefined
  let phaseStarted = started
  return {
    show(progress) {
      const time = now()
      // Not before it is shown: the first report of a phase comes when it has begun.
      const isNew = progress.phase !== phase
      if (isNew) phaseStarted = time
      phase = progress.phase
      if (time - last < (isTerminal ? TERMINAL_EVERY : LOG_EVERY) && !(isNew && isTerminal)) return
      last = time
      const words = [describe(progress, time - phaseStarted), `${seconds(time - started)} s`]
      if (isTerminal) write(`\r\u001b[K${barOf(progress)} ${words.join('  ')}`)
      else write(`${words.join(', ')}\n`)
      isDrawn = isTerminal
    },
    end() {
      if (isDrawn) write('\r\u001b[K')
      isDrawn = false
    },
  }
}

/** Shows how far reading is. Of one file the rows that are to come are told from its bytes. */
export function showReading({ show }: ProgressDisplay, files: number) {
  return ({ part, rows }: { readonly part: number; readonly rows: number }) =>
    show({ phase: 'read', done: rows, total: files === 1 && part > 0 ? Math.ceil(rows / part) : 0 })
}

const shareOf = ({ done, total }: Progress): number => (total > 0 ? Math.min(1, done / total) : 0)

function barOf(progress: Progress): string {
  const filled = Math.round(shareOf(progress) * BAR)
  return '█'.repeat(filled) + '░'.repeat(BAR - filled)
}

/** Phase, how much of it is done, how fast it goes, and how long it will take still. */
function describe(progress: Progress, elapsed: number): string {
  const { phase, done, total } = progress
  const words = [NAMES[phase]]
  if (total > 0) words.push(`${Math.floor(shareOf(progress) * 100)} %`)
  else if (done > 0) words.push(done.toLocaleString('en'))
  if (done > 0 && elapsed >= LEAST_TIME) {
    const perSecond = (done / elapsed) * 1000
    const unit = UNITS[phase]
    if (unit !== undefined) words.push(`${shortNumber(perSecond)} ${unit}/s`)
    if (total > done) words.push(`${Math.ceil((total - done) / perSecond)} s left`)
  }
  return words.join(' ')
}

/** Three figures: 1.23 M, 456 k, 78.9. */
function shortNumber(count: number): string {
  const [scaled, unit] = count >= 1e6 ? [count / 1e6, ' M'] : count >= 1e3 ? [count / 1e3, ' k'] : [count, '']
  return `${Number(scaled.toPrecision(3))}${unit}`
}

const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(0)
