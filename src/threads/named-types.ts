import { fieldTypes } from '../fields/index.ts'
import type { FieldType } from '../model/field-type.ts'

/** Field types go by their names, since functions cannot be sent. */
export type Named<Field extends { readonly type: { readonly name: string } }> = Omit<Field, 'type'> & {
  readonly type: string
}

/** The field type of that name. Throws when there is none: a programmer's error. */
export function typeNamed(name: string): FieldType {
  const type = fieldTypes.find((known) => known.name === name)
  if (type === undefined) throw new Error(`no field type '${name}'`)
  return type
}
