import {
  type DedupeResult,
  dedupe,
  evaluateClusters,
  type LinkResult,
  link,
  type RecordInput,
} from '../../src/index.ts'
import { parseCompanyName } from '../../src/normalize/company-name.ts'
import type { Figure } from './figure.ts'
import { pick, readData, rowsOf } from './read-data.ts'
import { reliabilityFigures } from './reliability.ts'

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`

/** The rows of an output table as objects. */
function* objectsOf({
  headings,
  rows,
}: LinkResult['links']): Generator<Readonly<Record<string, string | number>>> {
  for (const row of rows()) yield Object.fromEntries(headings.map((heading, i) => [heading, row[i]]))
}

/** Names as officers typed them, with decoys, against the register: by name alone. */
export async function typed(): Promise<Figure[]> {
  const typedRows = rowsOf(await readData('typed_names.csv'))
  const official = rowsOf(await readData('official.csv'))
  const registry = rowsOf(await readData('registry.csv.gz'))
  const decoys = registry.slice(0, 5000).map(({ name }, i) => ({ id: `decoy${i}`, name }))
  const left = [...pick(typedRows, ['id', 'name']), ...decoys]
  const right = [
    ...official.map(({ id, name, former_name }) => ({ id, name, former_name })),
    ...registry.slice(5000).map(({ name }, i) => ({ id: `registry${i}`, name, former_name: '' })),
  ]
  const { links } = await link(left, right)
  const linked = new Map(
    [...objectsOf(links)]
      .filter(({ verdict }) => verdict === 'merge')
      .map((row) => [row.left_id, row.right_id]),
  )
  const bars: Record<string, readonly [number, number]> = {
    same: [0.995, 1],
    variant: [0.85, 0.02],
    former: [0.97, 1],
  }
  const figures: Figure[] = []
  for (const [kind, [rightBar, wrongBar]] of Object.entries(bars)) {
    const rows = typedRows.filter((row) => row.kind === kind)
    const right = rows.filter(({ id, official_id }) => linked.get(String(id)) === official_id).length
    const wrong = rows.filter(
      ({ id, official_id }) => linked.has(String(id)) && linked.get(String(id)) !== official_id,
    ).length
    figures.push({
      task: 'typed',
      figure: `${kind} right`,
      value: percent(right, rows.length),
      bar: `≥ ${percent(rightBar, 1)}`,
      isMet: right >= rightBar * rows.length,
    })
    figures.push({
      task: 'typed',
      figure: `${kind} wrong`,
      value: percent(wrong, rows.length),
      bar: wrongBar < 1 ? `≤ ${percent(wrongBar, 1)}` : '',
      isMet: wrong <= wrongBar * rows.length,
    })
  }
  const decoysLinked = decoys.filter(({ id }) => linked.has(id)).length
  figures.push({
    task: 'typed',
    figure: 'decoys linked',
    value: percent(decoysLinked, decoys.length),
    bar: '≤ 1.00 %',
    isMet: decoysLinked <= 0.01 * decoys.length,
  })
  // Ids are unique within a side only.
  const truth = [
    ...left.map(({ id }) => ({ id: `left ${id}`, customer: `left ${id}` })),
    ...right.map(({ id }) => ({ id: `right ${id}`, customer: `right ${id}` })),
  ]
  const officialOf = new Map(typedRows.map(({ id, official_id }) => [`left ${id}`, `right ${official_id}`]))
  const named = truth.map(({ id, customer }) => ({ id, customer: officialOf.get(id) ?? customer }))
  const sided = (a: string, b: string) => [`left ${a}`, `right ${b}`] as const
  return [...figures, ...reliabilityFigures('typed', [links], named, sided)]
}

/** Short names of listed companies against their full names among the registry, first hit. */
export async function short(): Promise<Figure[]> {
  const listed = rowsOf(await readData('listed.csv')).filter(({ short_name }) => short_name !== '')
  const registry = rowsOf(await readData('registry.csv.gz'))
  const left = listed.map(({ code, short_name }) => ({ id: code, 简称: short_name }))
  const right = [
    ...listed.map(({ code, full_name }) => ({ id: code, name: full_name })),
    ...registry.map(({ name }, i) => ({ id: `registry${i}`, name })),
  ]
  const { links } = await link(left, right, {
    settings: { map: { companyName: ['name', '简称'] }, thresholds: { merge: 0.2, review: 0.0002 } },
  })
  const linked = new Map([...objectsOf(links)].map((row) => [row.left_id, row.right_id]))
  const hits = listed.filter(({ code }) => linked.get(String(code)) === String(code)).length
  return [
    {
      task: 'short',
      figure: 'first hit right',
      value: percent(hits, listed.length),
      bar: '≥ 90 %',
      isMet: hits >= 0.9 * listed.length,
    },
  ]
}

/** Snapshots of listed companies over years and sources: dedupe by name, address, website, email. */
export async function snapshots(): Promise<Figure[]> {
  const rows = rowsOf(await readData('snapshots.csv'))
  const result = await dedupe(pick(rows, ['id', 'name', 'address', 'website', 'email']))
  const entities = codesOf(rows.map(({ entity_id }) => String(entity_id)))
  const { pairs, bCubed } = evaluateClusters(
    ...align(
      result,
      rows.map(({ id }) => String(id)),
      entities,
    ),
  )
  const show = (value: number) => value.toFixed(4)
  return [
    { task: 'snapshots', figure: 'pairs precision', value: show(pairs.precision), bar: '', isMet: true },
    { task: 'snapshots', figure: 'pairs recall', value: show(pairs.recall), bar: '', isMet: true },
    { task: 'snapshots', figure: 'pairs F1', value: show(pairs.f1), bar: '≥ 0.95', isMet: pairs.f1 >= 0.95 },
    { task: 'snapshots', figure: 'B-cubed F1', value: show(bCubed.f1), bar: '', isMet: true },
    ...reliabilityFigures(
      'snapshots',
      [result.links, result.review],
      rows.map(({ id, entity_id }) => ({ id, customer: entity_id })),
    ),
  ]
}

/** Records that are all different: whatever merges is a false merge. */
export async function apart(): Promise<Figure[]> {
  const registry = rowsOf(await readData('registry.csv.gz'))
  const byNameAndAddress = await dedupe(pick(registry, ['name', 'address']))
  const merged = registry.length - byNameAndAddress.report.junk.rows - byNameAndAddress.customerCount
  const banks = rowsOf(await readData('bank_branches.csv.gz'))
  const byAll = await dedupe(pick(banks, ['id', 'name', 'address', 'phone']))
  const bankOf = new Map(banks.map((row) => [String(row.id), row]))
  const members = new Map<string, RecordInput[]>()
  for (const [id, , customer] of byAll.crosswalk.rows()) {
    const row = bankOf.get(String(id))
    if (customer === '' || row === undefined) continue
    members.set(String(customer), [...(members.get(String(customer)) ?? []), row])
  }
  const surplus = (rows: readonly RecordInput[], of: (row: RecordInput) => string) =>
    new Set(rows.map(of)).size - 1
  let differing = 0
  let unproven = 0
  let otherBranches = 0
  for (const rows of members.values()) {
    const names = surplus(rows, ({ name }) => String(name))
    differing += names
    // One branch often stands under an old and a new code and form: its phone or its address is then the same.
    const isProven =
      surplus(rows, ({ phone }) => String(phone).replaceAll(/\D/g, '').slice(-7)) === 0 ||
      surplus(rows, ({ address }) => String(address).replaceAll(/\s/g, '')) === 0
    if (!isProven) unproven += names
    // 中国银行鸿晋支行 and 中国银行股份有限公司鸿晋支行 differ in name and are one branch.
    otherBranches += surplus(rows, ({ name }) => parseCompanyName(String(name)).branch)
  }
  const rate = (count: number, of: number) => (count * 100_000) / of
  return [
    {
      task: 'apart',
      figure: 'registry, false merges per 100,000',
      value: rate(merged, registry.length).toFixed(1),
      bar: '≤ 10',
      isMet: rate(merged, registry.length) <= 10,
    },
    {
      task: 'apart',
      figure: 'bank branches of different names merged per 100,000',
      value: rate(differing, banks.length).toFixed(1),
      bar: '≤ 20',
      isMet: rate(differing, banks.length) <= 20,
    },
    {
      task: 'apart',
      figure: 'of these, with neither phone nor address in common',
      value: rate(unproven, banks.length).toFixed(1),
      bar: '',
      isMet: true,
    },
    {
      task: 'apart',
      figure: 'of these, with another branch in the name',
      value: rate(otherBranches, banks.length).toFixed(1),
      bar: '',
      isMet: true,
    },
  ]
}

/** The founding case. */
export async function seed(): Promise<Figure[]> {
  const names = ['山西煤业', '山西煤矿', '山西煤产品总公司']
  const linkedByPhone: RecordInput[] = names.map((name, id) => ({ id, name, 电话: '0351-4666688' }))
  const linkedByAddress: RecordInput[] = names.map((name, id) => ({
    id,
    name,
    地址: '太原市迎泽区并州北路21号',
  }))
  const twoByTwo: RecordInput[] = [
    { id: 0, name: names[0], 电话: '0351-4666688', 地址: '' },
    { id: 1, name: names[1], 电话: '(0351)4666688', 地址: '山西省太原市并州北路21号' },
    { id: 2, name: names[2], 电话: '', 地址: '太原市迎泽区并州北路21号' },
  ]
  const counts = await Promise.all(
    [linkedByPhone, linkedByAddress, twoByTwo, names.map((name, id) => ({ id, name }))].map(
      async (rows) => (await dedupe(rows)).customerCount,
    ),
  )
  return ['phone in common', 'address in common', 'phone or address two by two', 'names alone'].map(
    (figure, i) => {
      const wanted = i < 3 ? 1 : 2
      return {
        task: 'seed',
        figure: `customers, ${figure}`,
        value: String(counts[i]),
        bar: `= ${wanted}`,
        isMet: counts[i] === wanted,
      }
    },
  )
}

function codesOf(texts: readonly string[]): Uint32Array {
  const codes = new Map<string, number>()
  return Uint32Array.from(texts, (text) => {
    const code = codes.get(text) ?? codes.size
    codes.set(text, code)
    return code
  })
}

/** The clusters of a result in the order of the ids; a record without a customer is one by itself. */
function align(result: DedupeResult, ids: readonly string[], truth: Uint32Array): [Uint32Array, Uint32Array] {
  const customerOf = new Map<string, string>()
  for (const [id, , customer] of result.crosswalk.rows())
    customerOf.set(String(id), String(customer) || `none ${id}`)
  return [codesOf(ids.map((id) => customerOf.get(id) ?? id)), truth]
}
