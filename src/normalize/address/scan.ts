/** Reads what follows the divisions of an address, left to right, by the characters that end its parts. */
import { readCount } from './count.ts'
import { type Cursor, flush } from './cursor.ts'
import { addOnce, type Draft } from './draft.ts'
import { readTown, readVillage, readZone } from './places.ts'
import { readJoin, readNumberedRoad, readRoad } from './roads.ts'

const PLAIN = 0
const SEPARATOR = 1
const OPEN = 2
const COUNT = 3
const ROAD = 4
const TOWN = 5
const VILLAGE = 6
const ZONE = 7
const JOIN = 8
const BLOCK = 9

const kinds = new Uint8Array(65536)
const mark = (chars: string, kind: number) => {
  for (const char of chars) kinds[char.charCodeAt(0)] = kind
}
mark(' ,、,。;:|_!?"\'·/-*+.', SEPARATOR)
mark('(', OPEN)
mark('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ甲乙丙丁负临附付特增地', COUNT)
mark('路街道巷线同弄条环', ROAD)
mark('镇乡办处木', TOWN)
mark('村会屯庄寨查组队社', VILLAGE)
mark('区', ZONE)
mark('与和交', JOIN)
mark('楼座栋幢单层塔', BLOCK)

/** Scans `text` from `from` into the draft. */
export function scanAddress(text: string, from: number, draft: Draft): void {
  const cursor: Cursor = { text, from, start: from }
  let at = from
  while (at < text.length) {
    const kind = kinds[text.charCodeAt(at)]
    at = kind === PLAIN ? at + 1 : step(cursor, at, kind as number, draft)
  }
  flush(cursor, text.length, draft)
}

/** Reads what ends or begins at a telling character; returns where to go on. */
function step(cursor: Cursor, at: number, kind: number, draft: Draft): number {
  switch (kind) {
    case SEPARATOR:
      flush(cursor, at, draft)
      cursor.start = at + 1
      return at + 1
    case OPEN:
      return readBracket(cursor, at, draft)
    case COUNT:
      return readNumber(cursor, at, draft)
    case ROAD:
      return readRoad(cursor, at, draft)
    case TOWN:
      return readTown(cursor, at, draft)
    case VILLAGE:
      return readVillage(cursor, at, draft)
    case ZONE:
      return readZone(cursor, at, draft)
    case JOIN:
      return readJoin(cursor, at, draft)
    default:
      return readBlock(cursor, at, draft)
  }
}

function readBracket(cursor: Cursor, at: number, draft: Draft): number {
  const close = cursor.text.indexOf(')', at)
  const end = close < 0 ? cursor.text.length : close
  flush(cursor, at, draft)
  addOnce(draft.remarks, cursor.text.slice(at + 1, end))
  cursor.start = end + (close < 0 ? 0 : 1)
  return cursor.start
}

function readNumber(cursor: Cursor, at: number, draft: Draft): number {
  const { text } = cursor
  const road = readNumberedRoad(cursor, at, draft)
  if (road !== undefined) return road
  const counted = readCount(text, at, text.slice(cursor.start, at), draft)
  if (counted.isName) {
    let end = at + 1
    while (end < text.length && (kinds[text.charCodeAt(end)] === COUNT || text[end] === '-')) end++
    return end
  }
  flush(cursor, at, draft)
  cursor.start = counted.end
  return counted.end
}

const NAMED_BLOCK = /(?:^|[^大茶酒钟鼓写综办教宿家门高洋红])([东西南北中主副裙附前后甲乙丙丁]{1,2})$/

/** 北座, 主楼, 东单元, 首层: buildings, units and floors with a word for a number. */
function readBlock(cursor: Cursor, at: number, draft: Draft): number {
  const { text, start } = cursor
  const suffix = text[at]
  if (suffix === '层') return readWordFloor(cursor, at, draft)
  const word = NAMED_BLOCK.exec(text.slice(Math.max(start, at - 3), at))?.[1]
  if (word === undefined) return at + 1
  if (suffix === '单') return readWordUnit(cursor, at, word, draft)
  const isAlone = start === at - word.length && draft.pois.length + draft.roads.length === 0
  if (draft.building !== '' || (suffix === '楼' && isAlone)) return at + 1
  flush(cursor, at - word.length, draft)
  draft.building = word
  cursor.start = at + 1
  return at + 1
}

function readWordUnit(cursor: Cursor, at: number, word: string, draft: Draft): number {
  if (cursor.text[at + 1] !== '元' || draft.unit !== '') return at + 1
  flush(cursor, at - word.length, draft)
  draft.unit = word
  cursor.start = at + 2
  return at + 2
}

const WORD_FLOORS: Readonly<Record<string, string>> = { 首: '1', 底: '1', 顶: '顶', 夹: '夹' }

function readWordFloor(cursor: Cursor, at: number, draft: Draft): number {
  const floor = WORD_FLOORS[cursor.text[at - 1] ?? '']
  if (floor === undefined || at === cursor.start) return at + 1
  flush(cursor, at - 1, draft)
  if (draft.floor === '') draft.floor = floor
  cursor.start = at + 1
  return at + 1
}
