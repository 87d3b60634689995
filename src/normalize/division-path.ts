import { divisionOf } from './divisions.ts'

/**
 * The province, city and county codes a division lies in, '' where there is none. The city of the four municipalities is
 * the province itself; a county directly under its province has no city.
 * @example divisionPath('110105') // { province: '110000', city: '110000', county: '110105' }
 */
export function divisionPath(code: string): DivisionPath {
  let path = paths.get(code)
  if (path === undefined) {
    path = findPath(code)
    if (divisionOf(code)?.code === code) paths.set(code, path)
  }
  return path
}

export interface DivisionPath {
  readonly province: string
  readonly city: string
  readonly county: string
}

const paths = new Map<string, DivisionPath>()
const NOWHERE: DivisionPath = { province: '', city: '', county: '' }

function findPath(code: string): DivisionPath {
  const division = divisionOf(code)
  if (division === undefined) return NOWHERE
  const province = `${division.code.slice(0, 2)}0000`
  const above = MUNICIPALITIES.has(province) ? province : ''
  if (division.level === 'province') return { province, city: above, county: '' }
  if (division.level === 'city') return { province, city: division.code, county: '' }
  return { province, city: division.parent === province ? above : division.parent, county: division.code }
}

const MUNICIPALITIES: ReadonlySet<string> = new Set(['110000', '120000', '310000', '500000'])
