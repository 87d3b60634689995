import { type DictionaryBuilder, MOST_AT_ONCE } from './dictionary.ts'

/** Texts that wait to be encoded many at once; it holds at most MOST_AT_ONCE. */
export class TextQueue {
  #units = new Uint16Array(MOST_AT_ONCE)
  readonly #ends = new Uint32Array(MOST_AT_ONCE)
  #count = 0
  #end = 0

  put(text: string): void {
    const { length } = text
    const from = this.#end
    const end = from + length
    if (end > this.#units.length) {
      const larger = new Uint16Array(end * 2)
      larger.set(this.#units)
      this.#units = larger
    }
    const units = this.#units
    for (let i = 0; i < length; i++) units[from + i] = text.charCodeAt(i)
    this.#end = end
    this.#ends[this.#count++] = end
  }

  /** Writes the codes of all texts that wait, in their order; none waits any more. */
  encode(builder: DictionaryBuilder, codes: Uint32Array): void {
    builder.encodeMany(this.#units, this.#ends, this.#count, codes)
    this.#count = 0
    this.#end = 0
  }
}
