import type { Progress } from '../engine/options.ts'

const NAMES: Readonly<Record<Progress['phase'], string>> = {
  read: '读取 read',
  normalize: '解析 normalize',
  block: '分组 block',
  score: '比对 score',
  cluster: '归户 cluster',
  merge: '合并 merge',
  write: '写出 write',
}

const BAR = 24
const TERMINAL_EVERY = 100
const LOG_EVERY = 5000

/** Prints progress to stderr: one line that is redrawn on a terminal, a line every five seconds otherwise. */
export function createProgress(isQuiet: boolean | undefined): {
  show(progress: Progress): void
  end(): void
} {
  if (isQuiet) return { show() {}, end() {} }
  const isTerminal = process.stderr.isTTY === true
  const started = performance.now()
  let last = isTerminal ? 0 : started
  let isDrawn = false
  return {
    show({ phase, done, total }) {
      const now = performance.now()
      if (now - last < (isTerminal ? TERMINAL_EVERY : LOG_EVERY)) return
      last = now
      const share = total > 0 ? Math.min(1, done / total) : 0
      const amount = total > 0 ? `${Math.round(share * 100)} %` : done.toLocaleString('en')
      const seconds = `${((now - started) / 1000).toFixed(0)} s`
      if (!isTerminal) {
        process.stderr.write(`${NAMES[phase]} ${amount}, ${seconds}\n`)
        return
      }
      const filled = Math.round(share * BAR)
      const bar = '█'.repeat(filled) + '░'.repeat(BAR - filled)
      process.stderr.write(`\r\u001b[K${bar} ${NAMES[phase]} ${amount} ${seconds}`)
      isDrawn = true
    },
    end() {
      if (isDrawn) process.stderr.write('\r\u001b[K')
      isDrawn = false
    },
  }
}
