/** The numbers of an address by what they count, read off the text: also those that the parts have no room for. */

export interface Counts {
  /** All numbers, and of 甲12-3 both. */
  readonly all: readonly string[]
  readonly houses: readonly string[]
  readonly buildings: readonly string[]
  readonly bare: readonly string[]
}

export interface Tally extends Counts {
  /** Letters that stand alone or before what they count: A座, B区, C3. */
  readonly letters: readonly string[]
  /** 东区, 南苑, 北院: which of several parts. */
  readonly sections: readonly string[]
  readonly directions: readonly string[]
}

const NUMBER =
  /([A-Z]*)(\d+)(?:[-,/](\d+))?(?:[A-Z]?)(号楼|楼号|号院|号|栋|幢|座|单元|楼|层|F|室|弄|巷|期|区|组|队|米|门)?/g
const LETTER = /(?<![A-Z\d])[A-Z](?=[号栋幢座楼区期组单\d]|$)/g
const SECTION = /[东西南北中](?=[区苑院园门座栋里村街路])/g
const DIRECTION = /[东西南北]/g

type Kind = 'houses' | 'buildings' | 'bare'
const KINDS: Readonly<Record<string, Kind>> = {
  号: 'houses',
  号楼: 'buildings',
  楼号: 'buildings',
  号院: 'buildings',
  栋: 'buildings',
  幢: 'buildings',
  座: 'buildings',
}

const distinct = (list: readonly string[]): readonly string[] => (list.length < 2 ? list : [...new Set(list)])
const found = (text: string, pattern: RegExp): readonly string[] => distinct(text.match(pattern) ?? [])

/** Numbers and letters of a whole text; sections and directions of the name in it. */
export function tallyOf(text: string, name: string): Tally {
  return {
    ...countsOf(text),
    letters: found(text, LETTER),
    sections: found(name, SECTION),
    directions: found(name, DIRECTION),
  }
}

export function countsOf(text: string): Counts {
  const lists: Record<Kind | 'all', string[]> = { all: [], houses: [], buildings: [], bare: [] }
  for (const [, letters = '', first = '', second, unit] of text.matchAll(NUMBER)) {
    lists.all.push(first)
    if (second !== undefined) lists.all.push(second)
    const kind = unit === undefined ? 'bare' : KINDS[unit]
    if (kind !== undefined) lists[kind].push(letters + first)
  }
  return {
    all: distinct(lists.all),
    houses: distinct(lists.houses),
    buildings: distinct(lists.buildings),
    bare: distinct(lists.bare),
  }
}
