import { allocateUint32, copyUint32, plainUint32 } from './buffers.ts'
import { type Dictionary, DictionaryBuilder, MOST_AT_ONCE, textOf } from './dictionary.ts'
import { TextQueue } from './text-queue.ts'

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
  #columns: ColumnBuilder[] = []
  #rowCount = 0

  get rowCount(): number {
    return this.#rowCount
  }

  /** The places of the named columns, made where new. Names within one call must differ. */
  places(names: readonly string[]): number[] {
    return names.map((name) => {
      const known = this.#names.indexOf(name)
      if (known >= 0) return known
      this.#columns.push(new ColumnBuilder())
      return this.#names.push(name) - 1
    })
  }

  /** Opens the next row, all of its cells missing, and gives its number. */
  startRow(): number {
    return this.#rowCount++
  }

  /** Sets a cell of the open row; '' leaves it missing. */
  set(place: number, text: string): void {
    this.#columns[place].set(this.#rowCount - 1, text)
  }

  /** The names of the columns so far, by place. */
  get names(): readonly string[] {
    return this.#names
  }

  /** How many distinct texts a column has so far; some of its last rows may wait. */
  countDistinct(place: number): number {
    return this.#columns[place].distinct.size - 1
  }

  /** The distinct texts of a column from code `from` up to `to`, as a dictionary of their own: those codes it keeps. */
  cutDistinct(place: number, from: number, to: number): Dictionary {
    return this.#columns[place].distinct.cut(from, to)
  }

  finish(): Table {
    const columns = this.#names.map((name, place) => ({
      name,
      ...this.#columns[place].finish(this.#rowCount),
    }))
    return { rowCount: this.#rowCount, columns }
  }
}

/** A column that grows. Its cells are gathered, and encoded many at once. */
class ColumnBuilder {
  #dictionary = new DictionaryBuilder()
  #codes = new Uint32Array(1024)
  readonly #rows = new Uint32Array(MOST_AT_ONCE)
  readonly #queue = new TextQueue(MOST_AT_ONCE)
  #count = 0

  get distinct(): DictionaryBuilder {
    return this.#dictionary
  }

  set(row: number, text: string): void {
    if (this.#count === MOST_AT_ONCE) this.#encode()
    this.#rows[this.#count++] = row
    this.#queue.put(text)
  }

  finish(rowCount: number): { readonly codes: Uint32Array; readonly dictionary: Dictionary } {
    this.#encode()
    this.#makeRoom(rowCount)
    const codes = copyUint32(this.#codes.subarray(0, rowCount))
    const dictionary = this.#dictionary.finish()
    // What it grew in is let go before the next column is copied.
    this.#dictionary = new DictionaryBuilder()
    return { codes, dictionary }
  }

  #encode(): void {
    const count = this.#count
    if (count === 0) return
    this.#makeRoom(this.#rows[count - 1] + 1)
    this.#queue.encode(this.#dictionary, encoded)
    this.#queue.clear()
    for (let i = 0; i < count; i++) this.#codes[this.#rows[i]] = encoded[i]
    this.#count = 0
  }

  #makeRoom(rows: number): void {
    if (rows <= this.#codes.length) return
    const larger = plainUint32(rows * 2)
    larger.set(this.#codes)
    this.#codes = larger
  }
}

const encoded = new Uint32Array(MOST_AT_ONCE)
