import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importsOf, scanModule } from '../fixtures/scan-module.ts'
import { fieldTypes } from './fields/index.ts'

const ROOT = import.meta.dirname

const STAGES = ['block', 'compare', 'score', 'cluster', 'merge', 'archive']
const CORE = ['data', 'text', 'normalize', 'model', 'fields', ...STAGES, 'engine']
/** Rooms that know files, clocks and processes. */
const EDGES = ['files', 'threads', 'duckdb', 'spark', 'review', 'cli']

/** What each room may import besides itself. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  data: [],
  text: [],
  normalize: ['text'],
  model: ['data'],
  fields: ['normalize', 'text', 'model'],
  ...Object.fromEntries(STAGES.map((stage) => [stage, ['data', 'model']])),
  compare: ['data', 'model', 'text'],
  engine: CORE,
  ...Object.fromEntries(EDGES.map((room) => [room, CORE])),
  review: [...CORE, 'files'],
  cli: [...CORE, ...EDGES],
  'index.ts': CORE,
  'node.ts': [...CORE, ...EDGES.filter((room) => room !== 'cli')],
}

/** Packages that run anywhere: the only ones the core may need. */
const PURE_PACKAGES = ['fastest-levenshtein', 'libphonenumber-js', 'zod']

const NODE_GLOBALS = [
  'process',
  'Buffer',
  'require',
  '__dirname',
  '__filename',
  'setImmediate',
  'clearImmediate',
]

interface SourceFile {
  /** From `src/`, with slashes. */
  readonly path: string
  readonly room: string
  readonly lineCount: number
  readonly imports: readonly string[]
  /** The files of ours that it imports, as paths from `src/`. */
  readonly ours: readonly string[]
  readonly globals: readonly string[]
  readonly strings: readonly string[]
}

function readSource(path: string): SourceFile {
  const source = readFileSync(join(ROOT, path), 'utf8')
  const tokens = scanModule(source)
  const imports = importsOf(tokens)
  const isGlobal = (i: number) =>
    tokens[i].kind === 'word' &&
    NODE_GLOBALS.includes(tokens[i].text) &&
    tokens[i - 1]?.text !== '.' &&
    tokens[i + 1]?.text !== ':'
  return {
    path,
    room: path.split('/')[0],
    lineCount: source.split('\n').length - 1,
    imports,
    ours: imports
      .filter((name) => name.startsWith('.'))
      .map((name) => withSlashes(join(dirname(path), name))),
    globals: tokens.flatMap((token, i) => (isGlobal(i) ? [token.text] : [])),
    strings: tokens.filter(({ kind }) => kind === 'string').map(({ text }) => text),
  }
}

function withSlashes(path: string): string {
  return path.split(sep).join('/')
}

/** The files of the package: no tests, and none of the scripts that make lexicons. */
const files = readdirSync(ROOT, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.d.ts'))
  .map((entry) => withSlashes(join(relative(ROOT, entry.parentPath), entry.name)))
  .filter((path) => !path.endsWith('.test.ts') && !path.split('/').includes('generate'))
  .sort()
  .map(readSource)
const byPath = new Map(files.map((file) => [file.path, file]))

/** All that a file needs, itself included. */
function reachableFrom(path: string, seen = new Set<string>()): Set<string> {
  if (seen.has(path)) return seen
  seen.add(path)
  for (const next of byPath.get(path)?.ours ?? []) reachableFrom(next, seen)
  return seen
}

const inCore = files.filter(({ room }) => CORE.includes(room) || room === 'index.ts')

describe('the house', () => {
  test('has no room without a place in the plan', () => {
    expect(files.filter(({ room }) => MAY_IMPORT[room] === undefined).map(({ path }) => path)).toEqual([])
  })

  test('has no arrow that runs the wrong way', () => {
    const wrong = files.flatMap(({ path, room, ours }) =>
      ours
        .filter((target) => {
          const other = target.split('/')[0]
          return other !== room && !MAY_IMPORT[room]?.includes(other)
        })
        .map((target) => `${path} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('has no import of a file that is not there, not ours, a test, or a script', () => {
    const wrong = files.flatMap(({ path, ours }) =>
      ours.filter((target) => !byPath.has(target)).map((target) => `${path} imports ${target}`),
    )
    expect(wrong).toEqual([])
  })

  test('has no circle of imports', () => {
    const circles: string[] = []
    const done = new Set<string>()
    const walk = (path: string, trail: readonly string[]): void => {
      const start = trail.indexOf(path)
      if (start >= 0) circles.push([...trail.slice(start), path].join(' → '))
      if (start >= 0 || done.has(path)) return
      for (const next of byPath.get(path)?.ours ?? []) walk(next, [...trail, path])
      done.add(path)
    }
    for (const { path } of files) walk(path, [])
    expect(circles).toEqual([])
  })

  test('has only files that can be read in one sitting, save lexicons', () => {
    const long = files.filter(
      ({ path, lineCount }) => lineCount > 300 && !path.split('/').includes('lexicon'),
    )
    expect(long.map(({ path, lineCount }) => `${path}: ${lineCount} lines`)).toEqual([])
  })
})

describe('the core', () => {
  test('needs no module of Node and no package that does', () => {
    const isAllowed = (name: string) =>
      name.startsWith('.') || PURE_PACKAGES.some((known) => name === known || name.startsWith(`${known}/`))
    const wrong = inCore.flatMap(({ path, imports }) =>
      imports.filter((name) => !isAllowed(name)).map((name) => `${path} imports ${name}`),
    )
    expect(wrong).toEqual([])
  })

  test('uses no global of Node', () => {
    expect(inCore.flatMap(({ path, globals }) => globals.map((name) => `${path} uses ${name}`))).toEqual([])
  })

  test('is all that index.ts reaches', () => {
    const reached = [...reachableFrom('index.ts')]
    expect(reached).toContain('engine/dedupe.ts')
    expect(reached.filter((path) => !inCore.some((file) => file.path === path))).toEqual([])
  })
})

test('no stage asks which field it has before it', () => {
  const names = new Set(fieldTypes.map(({ name }) => name))
  const asking = files
    .filter(({ room }) => STAGES.includes(room))
    .flatMap(({ path, strings }) =>
      strings.filter((text) => names.has(text)).map((text) => `${path}: '${text}'`),
    )
  expect(asking).toEqual([])
})
