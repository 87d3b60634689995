import { STANDING } from './company-name-parts.ts'

const { short, group, stock } = STANDING

/**
 * The level two standings reach: 0 one is a group and the other not, 1 a short name and a firm without shares, 2 a short
 * name and a firm with shares, 3 both groups; −1 when they tell nothing.
 */
export function compareStandings(left: string, right: string): number {
  const isOneGroup = left.includes(group) !== right.includes(group)
  if (!isOneGroup && left.includes(group)) return 3
  if (left.includes(short) === right.includes(short)) return isOneGroup ? 0 : -1
  const [brief, full] = left.includes(short) ? [left, right] : [right, left]
  // 恒通集团 is a group; 恒通股份 and 恒通 may be one that does not say so.
  if (brief.includes(group)) return 0
  if (brief.includes(stock)) return full.includes(stock) ? 2 : -1
  return full.includes(stock) ? 2 : 1
}
