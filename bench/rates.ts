import { distance } from 'fastest-levenshtein'
import { parsePhoneNumberFromString } from 'libphonenumber-js'
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'
import { compiled } from './compiled.ts'
import type { Inputs } from './inputs.ts'
import { calibrated, type Figure, rateOf } from './measure.ts'

const {
  parseAddress,
  parseCompanyName,
  parseEmails,
  parseIdentifier,
  parsePerson,
  parsePhones,
  parseWebsite,
} = await compiled<typeof import('../src/index.ts')>('index')
const {
  alignAbbreviation,
  bigramSimilarity,
  createPattern,
  distanceToPattern,
  editDistance,
  foldKey,
  foldNumerals,
  foldText,
  fuzzySoundKey,
  soundKey,
  soundsSame,
  typoDistance,
} = await compiled<typeof import('../src/text/index.ts')>('text/index')

interface Work {
  readonly name: string
  readonly unit: string
  readonly run: (milliseconds: number) => Promise<number>
}

interface Contest {
  readonly ours: Work
  /** The plain library call that ours replaces. */
  readonly plain?: Work
}

/** Measures our own functions beside the plain library calls they replace, on the same input. */
export async function measureRates(
  inputs: Inputs,
  milliseconds: number,
  onFigure: (figure: Figure) => void,
  withPlain = true,
): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { ours, plain } of [...textContests(inputs), ...parserContests(inputs)]) {
    const { measured, calibration } = await calibrated(milliseconds / 4, () => ours.run(milliseconds))
    const figure: Figure = {
      name: ours.name,
      unit: ours.unit,
      rate: measured,
      calibration,
      ...(withPlain && plain && { plain: { name: plain.name, rate: await plain.run(milliseconds) } }),
    }
    onFigure(figure)
    figures.push(figure)
  }
  return figures
}

function work<T>(name: string, unit: string, inputs: readonly T[], one: (input: T) => number): Work {
  return { name, unit, run: (milliseconds) => rateOf(inputs, one, milliseconds) }
}

function textContests({ names, pairs }: Inputs): Contest[] {
  const ofName = (name: string, one: (text: string) => number) => work(name, 'names', names, one)
  const ofPair = (name: string, one: (a: string, b: string) => number) =>
    work(name, 'pairs', pairs, ([a, b]) => one(a, b))
  const toSimplified = Converter({ from: 'tw', to: 'cn' })
  const parts = names.map((name) => [`${name[0]}${name.at(-1)}`, [name.slice(0, 2), name.slice(2)]] as const)
  return [
    {
      ours: ofName('text: foldText', (name) => foldText(name).length),
      plain: ofName('normalize(NFKC) and opencc-js', (name) => toSimplified(name.normalize('NFKC')).length),
    },
    {
      ours: ofName('text: foldKey', (name) => foldKey(name).length),
      plain: ofName('normalize(NFKC) alone', (name) => name.normalize('NFKC').toUpperCase().length),
    },
    { ours: ofName('text: foldNumerals', (name) => foldNumerals(name).length) },
    {
      ours: ofName('text: soundKey', (name) => soundKey(name).length),
      plain: ofName('pinyin-pro', (name) => pinyin(name, { toneType: 'none' }).length),
    },
    { ours: ofName('text: fuzzySoundKey', (name) => fuzzySoundKey(name).length) },
    {
      ours: ofPair('text: soundsSame', soundsSame),
      plain: ofPair('pinyin-pro, twice', (a, b) =>
        pinyin(a, { toneType: 'none' }) === pinyin(b, { toneType: 'none' }) ? 1 : 0,
      ),
    },
    {
      ours: ofPair('text: editDistance', (a, b) => editDistance(a, b)),
      plain: ofPair('fastest-levenshtein', distance),
    },
    {
      ours: oneAgainstMany('text: distanceToPattern', names, (text) => {
        const pattern = createPattern(text)
        return (other) => distanceToPattern(pattern, other)
      }),
      plain: oneAgainstMany('fastest-levenshtein', names, (text) => (other) => distance(text, other)),
    },
    { ours: ofPair('text: typoDistance', (a, b) => typoDistance(a, b)) },
    { ours: ofPair('text: bigramSimilarity', bigramSimilarity) },
    {
      ours: work('text: alignAbbreviation', 'pairs', parts, ([short, segments]) =>
        alignAbbreviation(short, segments),
      ),
    },
  ]
}

/** Every fiftieth text against a hundred others. */
function oneAgainstMany(
  name: string,
  texts: readonly string[],
  prepare: (text: string) => (other: string) => number,
): Work {
  const chosen = texts.filter((_, i) => i % 50 === 0)
  const others = texts.slice(0, 100)
  const run = async (milliseconds: number) => {
    const against = (text: string) => {
      const compare = prepare(text)
      let sum = 0
      for (const other of others) sum += compare(other)
      return sum
    }
    return others.length * (await rateOf(chosen, against, milliseconds))
  }
  return { name, unit: 'pairs', run }
}

function parserContests(inputs: Inputs): Contest[] {
  const { names, addresses, phones, codes, emails, websites, contacts } = inputs
  return [
    { ours: work('parse: parseCompanyName', 'names', names, (text) => parseCompanyName(text).brand.length) },
    { ours: work('parse: parseAddress', 'addresses', addresses, (text) => parseAddress(text).road.length) },
    {
      ours: work('parse: parsePhones', 'phones', phones, (text) => parsePhones(text).length),
      plain: work('libphonenumber-js', 'phones', phones, (text) =>
        parsePhoneNumberFromString(text, 'CN') === undefined ? 0 : 1,
      ),
    },
    { ours: work('parse: parseIdentifier', 'codes', codes, (text) => parseIdentifier(text).text.length) },
    { ours: work('parse: parseEmails', 'emails', emails, (text) => parseEmails(text).length) },
    {
      ours: work('parse: parseWebsite', 'websites', websites, (text) => parseWebsite(text).domain.length),
      plain: work('new URL', 'websites', websites, (text) => new URL(text).hostname.length),
    },
    { ours: work('parse: parsePerson', 'contacts', contacts, (text) => parsePerson(text).name.length) },
  ]
}
