import { expect, test } from 'vitest'
import { EdgeList } from './edges.ts'

test('gives back every edge, also past its first room', () => {
  const list = new EdgeList()
  for (let i = 0; i < 3000; i++) list.push(i, i + 1, i / 3 - 50, (i % 3) - 1)
  const { count, left, right, weights, vetoes } = list.finish()
  expect(count).toBe(3000)
  for (const i of [0, 1, 1023, 1024, 1025, 2047, 2048, 2999]) {
    expect([left[i], right[i], weights[i], vetoes[i]]).toEqual([i, i + 1, i / 3 - 50, (i % 3) - 1])
  }
  expect([left, right, weights, vetoes].map(({ length }) => length)).toEqual([3000, 3000, 3000, 3000])
})
