import { CIRCLE, type FoldPhrase, type FoldTable, PHRASE } from './fold-kinds.ts'

// The steps of folding that look at neighbours. They work in place on the first `length` units of `out`.

const ZERO = 0x3007
const CIRCLE_UNIT = 0x25cb

/** Decides each ambiguous character by the phrase around it, or else by its usual meaning. */
export function resolvePhrases(table: FoldTable, out: Uint16Array, length: number): void {
  for (let i = 0; i < length; i++) {
    if (table.kinds[out[i]!] !== PHRASE) continue
    const phrase = phraseAround(table, out, length, i)
    if (phrase === undefined) {
      out[i] = table.defaults.get(out[i]!) ?? out[i]!
      continue
    }
    const start = i - phrase.offset
    for (let k = 0; k < phrase.after.length; k++) out[start + k] = phrase.after.charCodeAt(k)
    i = start + phrase.after.length - 1
  }
}

function phraseAround(
  table: FoldTable,
  out: Uint16Array,
  length: number,
  at: number,
): FoldPhrase | undefined {
  for (const phrase of table.phrases.get(out[at]!) ?? []) {
    const start = at - phrase.offset
    if (start >= 0 && start + phrase.before.length <= length && standsAt(out, phrase.before, start))
      return phrase
  }
  return undefined
}

function standsAt(out: Uint16Array, phrase: string, start: number): boolean {
  for (let k = 0; k < phrase.length; k++) if (out[start + k] !== phrase.charCodeAt(k)) return false
  return true
}

const NUMERALS = new Set(Array.from('0123456789〇零一二三四五六七八九十百千', (one) => one.charCodeAt(0)))

/** A typed circle is a nought when its run touches a numeral (二○二四, 三○一), else a mark. */
export function resolveCircles(table: FoldTable, out: Uint16Array, length: number): void {
  for (let i = 0; i < length; i++) {
    if (table.kinds[out[i]!] !== CIRCLE) continue
    let end = i + 1
    while (end < length && table.kinds[out[end]!] === CIRCLE) end++
    const isNought = (i > 0 && NUMERALS.has(out[i - 1]!)) || (end < length && NUMERALS.has(out[end]!))
    out.fill(isNought ? ZERO : CIRCLE_UNIT, i, end)
    i = end - 1
  }
}

function isLatinOrDigit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a)
}

/** In a run with a Latin letter or digit and nothing but look-alikes besides, the look-alikes become Latin. */
export function resolveLookAlikes(table: FoldTable, out: Uint16Array, length: number): void {
  for (let i = 0; i < length; i++) {
    let latin = 0
    let foreign = 0
    let other = 0
    let end = i
    for (; end < length; end++) {
      const unit = out[end]!
      if (isLatinOrDigit(unit)) latin++
      else if (table.lookAlikes.has(unit)) foreign++
      else if (unit >= 0x370 && unit <= 0x52f) other++
      else break
    }
    if (latin > 0 && foreign > 0 && other === 0) {
      for (let k = i; k < end; k++) out[k] = table.lookAlikes.get(out[k]!) ?? out[k]!
    }
    i = end
  }
}
