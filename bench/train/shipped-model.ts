import { writeFileSync } from 'node:fs'
import { hashText } from '../../src/data/hash.ts'
import { type Model, type RecordInput, type TrainReport, train } from '../../src/index.ts'
import { hasData, readData, rowsOf } from '../quality/read-data.ts'
import { HAND_SET, KEPT_BY_HAND, M_KEPT_BY_HAND } from './hand-set.ts'

/**
 * Makes the model that guihu ships: counts m and u with `train` on labelled records. Snapshots and official names show how one
 * firm is written over years, typed names how names are mistyped, branches of banks that stand twice how phones differ;
 * firms of the register are strangers. What stays set by hand, and why, is in hand-set.ts.
 */
const TARGET = new URL('../../src/model/shipped-model.ts', import.meta.url)

/** Of the snapshots one firm in so many: with all of them, the few names typed with a mistake would count for nothing. */
const SNAPSHOTS_STEP = 5
/** Firms of the register among the random pairs. */
const STRANGERS = 20_000

/** A typed name that is right says nothing of how names are mistyped, one without any likeness nothing at all. */
const TYPED_KINDS = ['variant', 'former']

if (!hasData()) {
  console.log(
    'The measuring data is not here (set GUIHU_DATA to its folder): the shipped model stays as it is.',
  )
} else {
  const { records, labels } = await readLabelled()
  const map = { companyName: 'name', formerName: 'former_name', address: 'address', phone: 'phone' }
  const { model, report } = await train(records, { labels, model: HAND_SET, settings: { map } })
  writeFileSync(TARGET, write(keepByHand(model), report))
  console.log(
    `${records.length} records, ${report.truePairs} pairs of one customer, ${report.randomPairs} of two`,
  )
}

async function readLabelled(): Promise<{ records: RecordInput[]; labels: RecordInput[] }> {
  const records: RecordInput[] = []
  const labels: RecordInput[] = []
  const add = (id: string, row: RecordInput, customer: string): void => {
    const { name, former_name = '', address = '', phone = '', website = '', email = '' } = row
    records.push({ id, name, former_name, address, phone, website, email })
    labels.push({ id, customer })
  }
  for (const row of rowsOf(await readData('snapshots.csv'))) {
    if (hashText(String(row.entity_id)) % SNAPSHOTS_STEP === 0)
      add(`snapshot ${row.id}`, row, `entity ${row.entity_id}`)
  }
  for (const row of rowsOf(await readData('official.csv')))
    add(`official ${row.id}`, row, `official ${row.id}`)
  for (const { id, name, kind, official_id } of rowsOf(await readData('typed_names.csv'))) {
    if (TYPED_KINDS.includes(String(kind))) add(`typed ${id}`, { name }, `official ${official_id}`)
  }
  for (const [i, row] of rowsOf(await readData('registry.csv.gz'))
    .slice(0, STRANGERS)
    .entries()) {
    add(`registry ${i}`, { name: row.name, address: row.address }, `registry ${i}`)
  }
  // A bank's branch that stands under two codes has the same name.
  for (const row of rowsOf(await readData('bank_branches.csv.gz')))
    add(`bank ${row.id}`, row, `bank ${row.name}`)
  return { records, labels }
}

/** The model with the figures of hand-set.ts where those are to stay. */
function keepByHand({ comparisons, ...rest }: Model): Model {
  const kept = Object.entries(comparisons).map(([field, own]) => {
    const figures = Object.entries(own).map(([comparison, levels]) => {
      const known = HAND_SET.comparisons[field]?.[comparison] ?? {}
      const key = `${field}.${comparison}`
      if (key in KEPT_BY_HAND) return [comparison, known]
      if (!(key in M_KEPT_BY_HAND)) return [comparison, levels]
      const mixed = Object.entries(levels).map(([name, level]) => [
        name,
        { ...level, m: known[name]?.m ?? level.m },
      ])
      return [comparison, Object.fromEntries(mixed)]
    })
    return [field, Object.fromEntries(figures)]
  })
  return { ...rest, comparisons: Object.fromEntries(kept) }
}

function write({ comparisons, prior, sisterPrior }: Model, report: TrainReport): string {
  const fields = Object.entries(comparisons).map(([field, own]) => {
    const blocks = Object.entries(own).map(([comparison, levels]) => {
      const lines = Object.entries(levels).map(([name, { m, u, s }]) => {
        return `        ${name}: { m: ${m}, u: ${u}${s === undefined ? '' : `, s: ${s}`} },`
      })
      const origin = originOf(field, comparison, report).map((line) => `      // ${line}`)
      return [...origin, `      ${comparison}: {`, ...lines, '      },'].join('\n')
    })
    return `    ${field}: {\n${blocks.join('\n')}\n    },`
  })
  return `import type { Model } from './model.ts'

/**
 * The model that guihu ships: works with no training. m is the share of pairs of one customer that reach a level, u the share of
 * pairs of strangers, s that of sister firms. Made by bench/train/shipped-model.ts, do not edit.
 */
export const shippedModel: Model = {
  version: 1,
  origin: 'counted on labelled pairs of real records; what they do not tell is set by hand',
  prior: ${prior},
  sisterPrior: ${sisterPrior},
  comparisons: {
${fields.join('\n')}
  },
}
`
}

/** Where the figures of a comparison come from, in words; s is always set by hand. */
function originOf(field: string, comparison: string, { comparisons }: TrainReport): string[] {
  const reason = KEPT_BY_HAND[`${field}.${comparison}`]
  if (reason !== undefined) return [`By hand: ${reason}.`]
  const found = comparisons.find((other) => other.field === field && other.comparison === comparison)
  if (found === undefined) return ['By hand: no labelled pairs.']
  const keptM = found.levels.filter(({ keepsM }) => keepsM).map(({ level }) => level)
  const keptU = found.levels.filter(({ keepsU }) => keepsU).map(({ level }) => level)
  const mByHand = M_KEPT_BY_HAND[`${field}.${comparison}`]
  const thin = [
    mByHand === undefined && keptM.length > 0 ? `m of ${keptM.join(', ')}` : '',
    keptU.length > 0 ? `u of ${keptU.join(', ')}` : '',
  ].filter((text) => text !== '')
  return [
    `Counted on ${found.truePairs} pairs of one customer and ${found.randomPairs} of two.`,
    ...(mByHand === undefined ? [] : [`${mByHand.charAt(0).toUpperCase()}${mByHand.slice(1)}.`]),
    ...(thin.length === 0 ? [] : [`Too thin to count: ${thin.join('; ')}.`]),
  ]
}
