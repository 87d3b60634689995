import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'

const ROOT = join(import.meta.dirname, '..')
const text = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const exists = (path: string) => existsSync(join(ROOT, path))

const exported = z.union([z.string(), z.strictObject({ types: z.string(), default: z.string() })])
const manifest = z
  .object({
    version: z.string().regex(/^\d+\.\d+\.\d+$/),
    license: z.string(),
    type: z.string(),
    engines: z.record(z.string(), z.string()),
    bin: z.record(z.string(), z.string()),
    exports: z.record(z.string(), exported),
    files: z.array(z.string()),
    sideEffects: z.boolean(),
    dependencies: z.record(z.string(), z.string()),
  })
  .parse(JSON.parse(text('package.json')))

/** The source that a built file is made of. */
function sourceOf(built: string): string {
  return built.replace(/^(\.\/)?dist\//, 'src/').replace(/(\.d\.ts|\.js)$/, '.ts')
}

const targets = [
  ...Object.values(manifest.bin),
  ...Object.values(manifest.exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  ),
].filter((path) => path !== './package.json')

describe('package.json', () => {
  test.each(targets)('%s is built from a file that is there', (path) => {
    expect(path).toMatch(/^(\.\/)?dist\/.+\.(js|d\.ts)$/)
    expect(exists(sourceOf(path))).toBe(true)
  })

  test.runIf(exists('dist/index.js'))('what it points to is there after a build', () => {
    expect(targets.filter((path) => !exists(path))).toEqual([])
  })

  test('the pure entries and the one that knows Node are all there is', () => {
    expect(Object.keys(manifest.exports)).toEqual(['.', './node', './text', './towns', './package.json'])
  })

  test('the command starts with Node wherever that is', () => {
    expect(Object.keys(manifest.bin)).toEqual(['guihu'])
    expect(text(sourceOf(manifest.bin.guihu))).toMatch(/^#!\/usr\/bin\/env node\n/)
  })

  test('what is packed is there, and tests are not packed', () => {
    const packed = manifest.files.filter((path) => !path.startsWith('!'))
    const made = ['dist', 'CHANGELOG.md']
    expect(packed.filter((path) => !made.includes(path) && !exists(path))).toEqual([])
    expect(manifest.files).toContain('!dist/**/*.test.*')
  })

  test('it is ESM for Node 20 and later, under a licence that is there', () => {
    expect(manifest.type).toBe('module')
    expect(manifest.engines).toEqual({ node: '>=20' })
    expect(text('LICENSE')).toMatch(new RegExp(`^${manifest.license} License`))
    expect(manifest.sideEffects).toBe(false)
  })

  // Each costs every user something: a line here is a decision.
  test('the packages it needs at run time are these', () => {
    expect(Object.keys(manifest.dependencies).sort()).toEqual([
      'commander',
      'hyparquet',
      'hyparquet-compressors',
      'hyparquet-writer',
      'zod',
    ])
  })
})

// The package has a zod of its own, since loading the files of zod took a fifth of the start.
test.runIf(exists('dist/index.js'))('schemas of the package go with the zod that a user has', async () => {
  const { settingsSchema } = await import(pathToFileURL(join(ROOT, 'dist/index.js')).href)
  expect(settingsSchema).toBeInstanceOf(z.ZodObject)
  const own = z.object({ port: z.number(), guihu: settingsSchema })
  expect(own.parse({ port: 1, guihu: {} })).toMatchObject({ guihu: { language: 'zh' } })
  const { error } = own.safeParse({ port: 1, guihu: { language: 'fr' } })
  expect(error?.issues.map(({ path }) => path)).toEqual([['guihu', 'language']])
  expect(z.toJSONSchema(own)).toMatchObject({
    properties: { guihu: { properties: { language: { enum: ['zh', 'en'] } } } },
  })
})

test.runIf(exists('CHANGELOG.md'))('the newest entry of the changelog is this version', () => {
  const newest = /^## \[?v?(\d+\.\d+\.\d+)/m.exec(text('CHANGELOG.md'))
  expect(newest?.[1]).toBe(manifest.version)
})
