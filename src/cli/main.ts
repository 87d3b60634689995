#!/usr/bin/env node
import { readFileSync } from 'node:fs'

/** The version of the package that this file is in. */
function versionOfPackage(): string {
  return JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')).version
}

// Who reads the first lines and leaves (guihu … | head) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

// What is asked most often, in scripts, needs nothing else.
const [first, ...more] = process.argv.slice(2)
if (more.length === 0 && (first === '--version' || first === '-V'))
  process.stdout.write(`${versionOfPackage()}\n`)
else {
  const { runProgram } = await import('./run-program.ts')
  await runProgram(versionOfPackage())
}
