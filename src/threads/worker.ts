import { parentPort } from 'node:worker_threads'
import { normalizeField } from '../engine/normalize-field.ts'
import { scorePairs } from '../engine/score-pairs.ts'
import { fieldTypes } from '../fields/index.ts'
import type { FieldType } from '../model/field-type.ts'
import type { Request } from './protocol.ts'

/** Answers requests, one at a time, in the order in which they came. */
parentPort?.on('message', ({ id, request }: { readonly id: number; readonly request: Request }) => {
  parentPort?.postMessage({ id, reply: answer(request) })
})

function answer(request: Request): unknown {
  if (request.kind === 'normalize') {
    const { columns, cells } = normalizeField(typeNamed(request.type), request.columns, request.rowCount)
    return { columns, cells }
  }
  const { rules, prior, sisterPrior, keepWeight, part, parts } = request
  const fields = request.fields.map(({ type, columns, weights }) => ({
    type: typeNamed(type),
    columns,
    weights,
  }))
  return scorePairs(rules, { fields, prior, sisterPrior, generic: [] }, keepWeight, {
    share: { part, parts },
  })
}

function typeNamed(name: string): FieldType {
  const type = fieldTypes.find((known) => known.name === name)
  if (type === undefined) throw new Error(`no field type '${name}'`)
  return type
}
