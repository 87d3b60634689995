import { allocateUint32 } from './buffers.ts'
import { type Dictionary, DictionaryBuilder, textOf } from './dictionary.ts'

/** One column of text: row `i` holds the text of `codes[i]`; code 0 is a missing cell. */
export interface Column {
  readonly name: string
  readonly codes: Uint32Array
  readonly dictionary: Dictionary
}

/** Columns of equal length. A table is never changed; the functions here make new ones. */
export interface Table {
  readonly rowCount: number
  readonly columns: readonly Column[]
}

/**
 * The text of a cell; '' when missing.
 * @example cellText(table.columns[0], 3) // => '山西煤业'
 */
export function cellText(column: Column, row: number): string {
  return textOf(column.dictionary, column.codes[row])
}

/** The rows of `order` in that order (row `i` of the new table is row `order[i]` of the old); dictionaries are shared. */
export function gatherRows(table: Table, order: Uint32Array): Table {
  const columns = table.columns.map(({ name, codes, dictionary }) => {
    const gathered = allocateUint32(order.length)
    for (let i = 0; i < order.length; i++) gathered[i] = codes[order[i]]
    return { name, codes: gathered, dictionary }
  })
  return { rowCount: order.length, columns }
}

/** A column that holds the same text in every row. */
export function constantColumn(name: string, text: string, rowCount: number): Column {
  const builder = new DictionaryBuilder()
  const codes = allocateUint32(rowCount).fill(builder.encode(text))
  return { name, codes, dictionary: builder.finish() }
}

/**
 * Collects rows into columns of codes. Columns are known by name; one that appears late is
 * missing in the rows before it.
 * @example
 * const builder = new TableBuilder()
 * const places = builder.places(['客户名称', '电话'])
 * builder.startRow(); builder.set(places[0], '山西煤业'); builder.finish()
 */
export class TableBuilder {
  #names: string[] = []
  #dictionaries: DictionaryBuilder[] = []
  #codes: Uint32Array[] = []
  #rowCount = 0
  #capacity = 1024

  get rowCount(): number {
    return this.#rowCount
  }

  /** The places of the named columns, made where new. Names within one call must differ. */
  places(names: readonly string[]): number[] {
    return names.map((name) => {
      const known = this.#names.indexOf(name)
      if (known >= 0) return known
      this.#dictionaries.push(new DictionaryBuilder())
      this.#codes.push(new Uint32Array(this.#capacity))
      return this.#names.push(name) - 1
    })
  }

  /** Opens the next row, all of its cells missing, and gives its number. */
  startRow(): number {
    if (this.#rowCount === this.#capacity) this.#grow()
    return this.#rowCount++
  }

  /** Sets a cell of the open row; '' leaves it missing. */
  set(place: number, text: string): void {
    this.#codes[place][this.#rowCount - 1] = this.#dictionaries[place].encode(text)
  }

  finish(): Table {
    const columns = this.#names.map((name, place) => {
      const codes = allocateUint32(this.#rowCount)
      codes.set(this.#codes[place].subarray(0, this.#rowCount))
      return { name, codes, dictionary: this.#dictionaries[place].finish() }
    })
    return { rowCount: this.#rowCount, columns }
  }

  #grow(): void {
    this.#capacity *= 2
    this.#codes = this.#codes.map((codes) => {
      const larger = new Uint32Array(this.#capacity)
      larger.set(codes)
      return larger
    })
  }
}
