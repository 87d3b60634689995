import { allocateUint32 } from '../data/buffers.ts'
import { DictionaryBuilder, textOf } from '../data/dictionary.ts'
import type { Column } from '../data/table.ts'
import type { Abbreviations, SpellOut } from '../model/field-type.ts'
import type { Settings } from '../model/settings.ts'
import { foldKey } from '../text/fold.ts'

/** The abbreviations of the settings by their folded short names. */
export function abbreviationsOf({ abbreviations }: Pick<Settings, 'abbreviations'>): Abbreviations {
  return new Map(Object.entries(abbreviations).map(([short, full]) => [foldKey(short), [full].flat()]))
}

/**
 * What the cells of a column say with their abbreviations spelt out, as columns of the same rows: one, or as many as an
 * abbreviation has meanings; none where no cell has one.
 */
export function spellOutCells(column: Column, { texts }: SpellOut, abbreviations: Abbreviations): Column[] {
  if (abbreviations.size === 0) return []
  const { dictionary, codes } = column
  const builders: DictionaryBuilder[] = []
  const meanings: Uint32Array[] = []
  for (let code = 1; code < dictionary.size; code++) {
    texts(textOf(dictionary, code), abbreviations).forEach((text, place) => {
      builders[place] ??= new DictionaryBuilder()
      meanings[place] ??= new Uint32Array(dictionary.size)
      meanings[place][code] = builders[place].encode(text)
    })
  }
  return builders.map((builder, place) => {
    const own = allocateUint32(codes.length)
    for (let row = 0; row < own.length; row++) own[row] = meanings[place][codes[row]]
    return { name: column.name, codes: own, dictionary: builder.finish() }
  })
}
