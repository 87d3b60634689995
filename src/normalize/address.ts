import { foldText } from '../text/fold.ts'
import { createDraft, type Draft } from './address/draft.ts'
import { isLatin, readLatin } from './address/latin.ts'
import { prepareAddress } from './address/prepare.ts'
import { readDivisions, settleDivisions } from './address/read-divisions.ts'
import { scanAddress } from './address/scan.ts'
import { type DivisionPath, divisionPath } from './division-path.ts'
import { NO_ADDRESS } from './lexicon/address-words.ts'
import { divisionsOfAreaCode } from './phone/plan.ts'

/** An address in parts; every part is folded text, '' when missing. Divisions are current GB/T 2260 codes. */
export interface Address {
  readonly text: string
  readonly province: string
  readonly city: string
  readonly county: string
  /** The finest division named; several codes when it is ambiguous or was split. */
  readonly divisions: readonly string[]
  /** A development zone or park: no administrative unit. */
  readonly zone: string
  readonly town: string
  readonly village: string
  readonly group: string
  readonly road: string
  /** The roads of a crossing or of several named in a row, sorted and joined by '/'. */
  readonly crossing: string
  readonly lane: string
  readonly number: string
  /** Names of places, in order, joined by a blank. */
  readonly poi: string
  readonly building: string
  readonly unit: string
  readonly floor: string
  readonly room: string
  readonly remark: string
}

export interface AddressHints {
  /** Codes that the record speaks for elsewhere (phone, credit code, company name); they decide between places of one name. */
  readonly divisions?: readonly string[]
  /** The area code of the record's landline, with its 0. */
  readonly areaCode?: string
}

/** Longer cells are no addresses; what follows is left unread. */
const LONGEST = 400

/**
 * Reads an address into its parts: divisions (old names led to current codes, a missing province or city inferred),
 * zone, town, village, road, numbers, names of places, building to room. Numerals in numeric places become digits,
 * traditional script simplified; what says only how to get there goes to `remark`. Never throws; '' and 不详 give empty parts; what follows
 * the first 400 characters is left unread.
 * About 100,000 different addresses a second and core.
 * @example parseAddress('襄樊市长虹路十二号附三号2栋1单元201室').number // '12-3'
 */
export function parseAddress(address: string, hints: AddressHints = {}): Address {
  const text = foldText(address.length > LONGEST ? address.slice(0, LONGEST) : address)
  const draft = createDraft()
  if (text.length <= LONGEST_NOTHING && NO_ADDRESS.has(text)) return finish(text, [], draft)
  const codes = isLatin(text) ? scanLatin(text, draft) : scanHan(prepareAddress(text), draft)
  return finish(text, codes.length < 2 ? codes : settleDivisions(codes, likelyDivisions(hints)), draft)
}

/** No cell that says that there is no address is longer. */
const LONGEST_NOTHING = Math.max(...Array.from(NO_ADDRESS, (cell) => cell.length))

function likelyDivisions({ divisions = [], areaCode = '' }: AddressHints): readonly string[] {
  return areaCode === '' ? divisions : [...divisions, ...divisionsOfAreaCode(areaCode)]
}

function scanHan(prepared: string, draft: Draft): readonly string[] {
  const head = readDivisions(prepared)
  draft.divisions = head.codes
  scanAddress(prepared, head.end, draft)
  return draft.divisions
}

function scanLatin(text: string, draft: Draft): readonly string[] {
  const { codes, rest } = readLatin(text)
  draft.pois.push(rest)
  return codes
}

function finish(text: string, codes: readonly string[], draft: Draft): Address {
  const { province, city, county } = commonPath(codes)
  const { roads } = draft
  return {
    text,
    province,
    city,
    county,
    divisions: codes,
    zone: draft.zone,
    town: draft.town,
    village: draft.village,
    group: draft.group,
    road: roads.at(-1) ?? '',
    crossing: roads.length > 1 ? [...roads].sort().join('/') : '',
    lane: draft.lane,
    number: draft.number,
    poi: listed(draft.pois),
    building: draft.building,
    unit: draft.unit,
    floor: draft.floor,
    room: draft.room,
    remark: listed(draft.remarks),
  }
}

/** Most lists have one item or none. */
const listed = (items: readonly string[]): string => (items.length < 2 ? (items[0] ?? '') : items.join(' '))

/** The province, city and county that all codes share. */
function commonPath(codes: readonly string[]): DivisionPath {
  let path = divisionPath(codes[0] ?? '')
  for (let i = 1; i < codes.length; i++) {
    const other = divisionPath(codes[i] ?? '')
    path = {
      province: path.province === other.province ? path.province : '',
      city: path.city === other.city ? path.city : '',
      county: path.county === other.county ? path.county : '',
    }
  }
  return path
}
