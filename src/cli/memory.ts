import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Command, InvalidArgumentError } from 'commander'
import type { Records } from '../data/records.ts'
import type { DiskStorage } from '../files/disk-storage.ts'

/** The option of the commands that can say beforehand what memory they need. */
export interface MemoryFlags {
  /** Bytes. */
  readonly memory?: number
}

/** Adds that option. */
export function addMemoryOption(command: Command): Command {
  return command.option(
    '--memory <size>',
    'keep within so much (4GB, 800MB): what can wait is put on the disk, and what would need more is refused before the work begins',
    parseSize,
  )
}

const UNITS: Readonly<Record<string, number>> = { MB: 1e6, GB: 1e9, MIB: 2 ** 20, GIB: 2 ** 30 }

/** @example parseSize('1.5GB') // => 1.5e9 */
export function parseSize(text: string): number {
  const [, amount, unit] = /^(\d{1,6}(?:\.\d{1,3})?) ?([MG]i?B)$/i.exec(text) ?? []
  if (amount === undefined) throw new InvalidArgumentError('a size such as 4GB or 800MB is wanted')
  return Number(amount) * UNITS[unit.toUpperCase()]
}

/** More memory would be needed than --memory allows. */
export class MemoryError extends Error {
  override readonly name = 'MemoryError'
}

/**
 * Refuses files whose text alone is larger than the memory allowed, before they are read.
 * @throws MemoryError
 */
export async function checkFilesFit(files: readonly string[], { memory }: MemoryFlags): Promise<void> {
  if (memory === undefined) return
  const sizes = await Promise.all(
    files.map((file) =>
      stat(file).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  )
  const size = sizes.reduce((sum, one) => sum + one, 0)
  if (size > memory) {
    throw new MemoryError(
      `the files have ${inMegabytes(size)} MB, and --memory allows ${inMegabytes(memory)} MB; allow more, or take fewer records`,
    )
  }
}

/** How a run keeps within its memory. */
export interface MemoryPlan {
  /** The peak that is expected, in bytes. */
  readonly estimated: number
  /** Whether it takes less memory at the price of time: the cells of the input wait on the disk. */
  readonly isLean: boolean
  /** In how many it is worked: each takes memory of its own. */
  readonly threads: number
}

/**
 * The run as it is where that fits, else a lean one, in as many threads as there is room for.
 * @throws MemoryError where that is above what is allowed in one thread too
 */
export async function planMemory(
  records: Records,
  threads: number,
  { memory }: MemoryFlags,
): Promise<MemoryPlan> {
  const { estimateMemory } = await import('./engine.ts')
  const usual = { estimated: estimateMemory(records, threads), isLean: false, threads }
  if (memory === undefined || usual.estimated <= memory) return usual
  for (let count = threads; count >= 1; count--) {
    const estimated = estimateMemory(records, count, true)
    if (estimated <= memory) return { estimated, isLean: true, threads: count }
  }
  const least = inMegabytes(estimateMemory(records, 1, true))
  const rows = records.table.rowCount.toLocaleString('en')
  throw new MemoryError(
    `${rows} records need about ${least} MB in one thread, with what can wait on the disk, and --memory allows ${inMegabytes(memory)} MB; allow more, or split the records by region and run them one by one`,
  )
}

/**
 * A place beside the output for what a lean run puts aside, and threads that collect their garbage early: by itself a heap grows to
 * several times what it holds.
 */
export async function openStorage(out: string): Promise<DiskStorage> {
  const { setFlagsFromString } = await import('node:v8')
  setFlagsFromString(`--heap-growing-percent=${LEAN_GROWTH}`)
  const { diskStorage } = await import('./files.ts')
  const { nearestExisting } = await import('./check-output.ts')
  return diskStorage(await nearestExisting(resolve(out)))
}

/** Of what lives, in per cent. */
const LEAN_GROWTH = 20

/** The threads, the peak that was expected, the peak so far, and what was put on the disk, in 10^6 bytes, as report.json holds them. */
export function memoryReport(
  { estimated, threads }: MemoryPlan,
  storage: DiskStorage | undefined,
): {
  readonly threads: number
  readonly estimatedMegabytes: number
  readonly peakMegabytes: number
  readonly diskMegabytes: number
} {
  // maxRSS is in kilobytes.
  const peak = process.resourceUsage().maxRSS * 1024
  return {
    threads,
    estimatedMegabytes: inMegabytes(estimated),
    peakMegabytes: inMegabytes(peak),
    diskMegabytes: inMegabytes(storage?.size() ?? 0),
  }
}

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1e6)
