import { pinyin } from 'pinyin-pro'
import { drawByWeight, type Random } from './random.ts'
import { typoWeights } from './rates.ts'
import { brandCharacters, rareBrandCharacters } from './words/brands.ts'
import { shapeGroups } from './words/shapes.ts'

/** Characters that people may type: the 3,755 of GB 2312's first level. */
const commonCharacters = readFirstLevel()
const soundOf = new Map<string, string>()
const strictSounds = groupBySound((sound) => sound)
const looseSounds = groupBySound(loosen)
/** Share of typos by sound that cross a line some speakers do not hear. */
const LOOSE_SHARE = 0.2
const sameShape = groupByShape()
const drawKind = drawByWeight(Object.values(typoWeights))
const kinds = Object.keys(typoWeights) as (keyof typeof typoWeights)[]

/**
 * The text with one typing error: a character of the same or nearly the same sound, one that looks alike, one
 * lost, doubled, or swapped with its neighbour. Never the text itself, save when it is shorter than 2 characters.
 */
export function mistype(text: string, random: Random): string {
  if (text.length < 2) return text
  const at = random.below(text.length)
  const wrong = spoil(text, at, kinds[drawKind(random)], random)
  return wrong !== text ? wrong : spoil(text, at, 'lost', random)
}

function spoil(text: string, at: number, kind: keyof typeof typoWeights, random: Random): string {
  const before = text.slice(0, at)
  const after = text.slice(at + 1)
  switch (kind) {
    case 'sound':
      return before + replacement(soundAlikes(text[at], random), text[at], random) + after
    case 'shape':
      return before + replacement(sameShape.get(text[at]), text[at], random) + after
    case 'lost':
      return before + after
    case 'doubled':
      return before + text[at] + text[at] + after
    case 'swapped':
      return at === 0
        ? text[1] + text[0] + text.slice(2)
        : text.slice(0, at - 1) + text[at] + text[at - 1] + after
  }
}

function replacement(candidates: string | undefined, character: string, random: Random): string {
  const others = candidates?.replaceAll(character, '') ?? ''
  return others === '' ? character : random.character(others)
}

/** The pinyin of a text without tones, for email and web names; letters only, others are left out. */
export function spell(text: string): string {
  let spelt = ''
  for (let i = 0; i < text.length; i++) spelt += soundOfCharacter(text[i])
  return spelt
}

function soundOfCharacter(character: string): string {
  const known = soundOf.get(character)
  if (known !== undefined) return known
  const sound = pinyin(character, { toneType: 'none', v: true }).replace(/[^a-z]/g, '')
  soundOf.set(character, sound)
  return sound
}

function soundAlikes(character: string, random: Random): string | undefined {
  const sound = soundOfCharacter(character)
  return random.chance(LOOSE_SHARE) ? looseSounds.get(loosen(sound)) : strictSounds.get(sound)
}

// Many speakers do not tell l from n, z from zh, an from ang.
function loosen(sound: string): string {
  return sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^n/, 'l')
    .replace(/([aei])ng$/, '$1n')
}

function groupBySound(key: (sound: string) => string): Map<string, string> {
  const groups = new Map<string, string>()
  // Input methods offer the usual characters first: those of names stand three times.
  const likely = [...new Set(brandCharacters + rareBrandCharacters)].join('')
  for (const character of likely + likely + commonCharacters) {
    const sound = key(soundOfCharacter(character))
    groups.set(sound, (groups.get(sound) ?? '') + character)
  }
  return groups
}

function groupByShape(): Map<string, string> {
  const groups = new Map<string, string>()
  for (const group of shapeGroups.split(' ')) {
    for (const character of group) groups.set(character, (groups.get(character) ?? '') + group)
  }
  return groups
}

function readFirstLevel(): string {
  const bytes: number[] = []
  for (let row = 0xb0; row <= 0xd7; row++) {
    for (let cell = 0xa1; cell <= (row === 0xd7 ? 0xf9 : 0xfe); cell++) bytes.push(row, cell)
  }
  return new TextDecoder('gb18030').decode(Uint8Array.from(bytes))
}
