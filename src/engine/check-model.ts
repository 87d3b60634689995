import type * as z from 'zod'
import { fieldTypes } from '../fields/index.ts'
import { type Model, modelSchema } from '../model/model-schema.ts'

/** A model that cannot be used: `mistakes` names each wrong place, and what is wrong there. */
export class ModelError extends Error {
  override readonly name = 'ModelError'
  readonly code = 'wrong-model'
  readonly mistakes: readonly string[]
  constructor(name: string, mistakes: readonly string[]) {
    const shown = mistakes.slice(0, MISTAKES_SHOWN).join('; ')
    const more = mistakes.length - MISTAKES_SHOWN
    const count = mistakes.length === 1 ? 'one mistake' : `${mistakes.length} mistakes`
    super(`${count} in the model${name && ` ${name}`}: ${shown}${more > 0 ? `; and ${more} more` : ''}`)
    this.mistakes = mistakes
  }
}

const MISTAKES_SHOWN = 5

/**
 * Checks a model that was saved as JSON: its form, and that every field, comparison and level it names exists. What it
 * does not name weighs nothing. `name` is the file's, for the sentence.
 * @throws ModelError that names all mistakes at once.
 * @example const model = checkModel(JSON.parse(text))
 */
export function checkModel(input: unknown, name = ''): Model {
  const result = modelSchema.safeParse(input)
  const mistakes = result.success ? unknownNames(result.data) : result.error.issues.map(describeIssue)
  if (!result.success || mistakes.length > 0) throw new ModelError(name, mistakes)
  return result.data
}

function describeIssue({ path, message }: z.core.$ZodIssue): string {
  return `${path.length === 0 ? 'the model' : path.map(String).join('.')}: ${message}`
}

function unknownNames({ comparisons }: Model): string[] {
  return Object.entries(comparisons).flatMap(([field, byName]) => {
    const type = fieldTypes.find(({ name }) => name === field)
    if (type === undefined) return [notKnown(`comparisons.${field}`, 'field', names(fieldTypes))]
    return Object.entries(byName).flatMap(([comparison, levels]) => {
      const known = type.comparisons.find(({ name }) => name === comparison)
      const at = `comparisons.${field}.${comparison}`
      if (known === undefined) return [notKnown(at, 'comparison', names(type.comparisons))]
      return Object.keys(levels)
        .filter((level) => !names(known.levels).includes(level))
        .map((level) => notKnown(`${at}.${level}`, 'level', names(known.levels)))
    })
  })
}

function names(list: readonly { readonly name: string }[]): string[] {
  return list.map(({ name }) => name)
}

function notKnown(at: string, kind: string, known: readonly string[]): string {
  return `${at} is no ${kind} (known: ${known.join(', ')})`
}
