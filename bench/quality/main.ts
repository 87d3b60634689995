import { divisions } from './divisions.ts'
import type { Figure } from './figure.ts'
import { generated } from './generated.ts'
import { hasData } from './read-data.ts'
import { apart, seed, short, snapshots, typed } from './tasks.ts'

/** Prints the quality figures on real and generated records beside their bars. Arguments name tasks; all without. */
const TASKS: Readonly<Record<string, () => Promise<Figure[]>>> = {
  seed,
  divisions,
  snapshots,
  typed,
  short,
  apart,
  generated,
}

const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(TASKS)
if (!hasData()) {
  console.log('The measuring data is not here (set GUIHU_DATA to its folder): no quality figures.')
} else {
  for (const name of wanted) {
    const task = TASKS[name]
    if (task === undefined) throw new Error(`no task '${name}'; there are ${Object.keys(TASKS).join(', ')}`)
    const started = performance.now()
    const figures = await task()
    for (const { figure, value, bar, isMet } of figures) {
      console.log(
        `${isMet ? '✓' : '✗'} ${name.padEnd(10)} ${figure.padEnd(64)} ${value.padStart(10)}  ${bar}`,
      )
    }
    console.log(`  ${name.padEnd(10)} ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
}
