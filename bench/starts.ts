import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { calibrated, type Figure, medianOf } from './measure.ts'

const LIBRARY = new URL('../dist/index.js', import.meta.url).href
const COMMAND = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url))

/** What is waited for before the first work is done, each as the arguments of Node. */
const STARTS: readonly (readonly [name: string, args: readonly string[]])[] = [
  ['start: node alone', ['--eval', '0']],
  ['start: guihu --version', [COMMAND, '--version']],
  [
    'start: one explain',
    [
      '--input-type=module',
      '--eval',
      `import { explain } from '${LIBRARY}'; explain({ 客户名称: '山西煤业' }, { 客户名称: '山西煤产品总公司' })`,
    ],
  ],
]

/** How often a second a process starts, does one small thing and ends; the medians of several. */
export async function measureStarts(runs: number, milliseconds: number): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const [name, args] of STARTS) {
    const { measured, calibration } = await calibrated(milliseconds, async () =>
      Array.from({ length: runs }, () => timeOf(args)),
    )
    figures.push({ name, unit: 'starts', rate: 1000 / medianOf(measured), calibration })
  }
  return figures
}

function timeOf(args: readonly string[]): number {
  const begun = performance.now()
  execFileSync(process.execPath, args, { stdio: ['ignore', 'ignore', 'inherit'] })
  return performance.now() - begun
}
