import { stat } from 'node:fs/promises'
import { type Command, InvalidArgumentError } from 'commander'
import type { Records } from '../data/records.ts'
import { estimateMemory } from '../engine/estimate-memory.ts'

/** The option of the commands that can say beforehand what memory they need. */
export interface MemoryFlags {
  /** Bytes. */
  readonly memory?: number
}

/** Adds that option. */
export function addMemoryOption(command: Command): Command {
  return command.option(
    '--memory <size>',
    'refuse, before the work begins, what would need more (4GB, 800MB)',
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

/**
 * The peak that the run is expected to reach, in bytes.
 * @throws MemoryError where it is above what is allowed
 */
export function checkRecordsFit(records: Records, threads: number, { memory }: MemoryFlags): number {
  const estimated = estimateMemory(records, threads)
  if (memory !== undefined && estimated > memory) {
    const rows = records.table.rowCount.toLocaleString('en')
    throw new MemoryError(
      `${rows} records need about ${inMegabytes(estimated)} MB in ${threads} ${threads === 1 ? 'thread' : 'threads'}, and --memory allows ${inMegabytes(memory)} MB; allow more, take fewer --threads, or split the records by region and run them one by one`,
    )
  }
  return estimated
}

/** The peak that was expected and the peak so far, in 10^6 bytes, as report.json holds them. */
export function memoryReport(estimated: number): {
  readonly estimatedMegabytes: number
  readonly peakMegabytes: number
} {
  // maxRSS is in kilobytes.
  const peak = process.resourceUsage().maxRSS * 1024
  return { estimatedMegabytes: inMegabytes(estimated), peakMegabytes: inMegabytes(peak) }
}

const inMegabytes = (bytes: number): number => Math.ceil(bytes / 1e6)
