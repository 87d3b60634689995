/** What the scanner collects, part by part. */
export interface Draft {
  zone: string
  town: string
  village: string
  group: string
  lane: string
  number: string
  building: string
  unit: string
  floor: string
  room: string
  /** Codes of the finest division: named at the head, or, when none is, inside the address. */
  divisions: readonly string[]
  readonly roads: string[]
  readonly pois: string[]
  readonly remarks: string[]
}

export function createDraft(): Draft {
  return {
    zone: '',
    town: '',
    village: '',
    group: '',
    lane: '',
    number: '',
    building: '',
    unit: '',
    floor: '',
    room: '',
    divisions: [],
    roads: [],
    pois: [],
    remarks: [],
  }
}

export function addOnce(list: string[], value: string): void {
  if (value !== '' && !list.includes(value)) list.push(value)
}
