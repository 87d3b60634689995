import { expect, test } from 'vitest'
import type { Progress } from '../engine/options.ts'
import { createProgress } from './progress.ts'

/** What is written when progress is shown at those times, in milliseconds. */
function written(isTerminal: boolean, steps: readonly (readonly [number, Progress])[], isQuiet = false) {
  let time = 0
  const texts: string[] = []
  const display = createProgress(isQuiet, {
    isTerminal,
    write: (text) => texts.push(text),
    now: () => time,
  })
  for (const [at, progress] of steps) {
    time = at
    display.show(progress)
  }
  display.end()
  return texts
}

const score = (done: number): Progress => ({ phase: 'score', done, total: 4_000_000 })

test('a terminal has one line with a bar, phase, share, rate and time left, and it is cleared', () => {
  expect(
    written(true, [
      [10_000, score(0)],
      [11_000, score(1_500_000)],
    ]),
  ).toEqual([
    `\r\u001b[K${'░'.repeat(24)} 比对 score 0 %  10 s`,
    `\r\u001b[K${'█'.repeat(9)}${'░'.repeat(15)} 比对 score 37 % 1.5 M pairs/s 2 s left  11 s`,
    '\r\u001b[K',
  ])
})

test('a terminal is drawn ten times a second, and whenever a phase begins', () => {
  const merge: Progress = { phase: 'merge', done: 0, total: 0 }
  const texts = written(true, [
    [0, score(0)],
    [50, score(1)],
    [99, score(2)],
    [100, score(3)],
    [101, merge],
  ])
  expect(texts).toHaveLength(4)
  expect(texts[2]).toBe(`\r\u001b[K${'░'.repeat(24)} 合并 merge  0 s`)
})

test('what is no terminal has a line every five seconds, whole and without control characters', () => {
  const read = (done: number): Progress => ({ phase: 'read', done, total: 0 })
  const texts = written(false, [
    [1000, read(1)],
    [4999, read(2)],
    [5000, read(200_000)],
    [9000, score(9)],
    [10_000, score(2_000_000)],
  ])
  expect(texts).toEqual([
    '读取 read 200,000 50 k rows/s, 5 s\n',
    '比对 score 50 % 2 M pairs/s 1 s left, 10 s\n',
  ])
})

test('more done than there was to do is all', () => {
  expect(written(true, [[1000, { phase: 'block', done: 9, total: 7 }]])[0]).toContain('block 100 %')
})

test('quiet is quiet', () => {
  expect(
    written(
      true,
      [
        [0, score(0)],
        [9000, score(9)],
      ],
      true,
    ),
  ).toEqual([])
})
