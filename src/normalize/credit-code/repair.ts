import { CODE_CONFUSIONS } from '../lexicon/offices.ts'
import { isCreditCharacter, isDigits } from './check-digits.ts'
import { classify, type Identifier, type IdentifierRepair, readCreditCode } from './classify.ts'

const MAX_CANDIDATES = 64

const confusions = new Map<string, string>()
for (const line of CODE_CONFUSIONS.trim().split('\n')) {
  const [written = '', meant = ''] = line.split(' ')
  confusions.set(written, meant)
}

/**
 * Whether a credit code can hold the character at this place: digits up to the office, 0-9 or X before the end. An
 * organisation code that begins with a digit goes on in digits; all 195,000 that were looked at do.
 */
function fitsPlace(code: string, character: string, place: number): boolean {
  const unit = character.charCodeAt(0)
  const digit = unit >= 48 && unit <= 57
  if (place === 0) return (digit && unit > 48) || character === 'A' || character === 'N' || character === 'Y'
  if (place < 8) return digit
  if (place === 16) return digit || character === 'X'
  if (place > 8 && place < 16 && isDigits(code, 8, 9)) return digit
  return isCreditCharacter(unit)
}

/** What the character at a place may have meant, itself not among them. */
function meantAt(code: string, place: number): string[] {
  // A digit that opens an organisation code is not doubted: that would open the rest of it to letters.
  if (place === 8 && isDigits(code, 8, 9)) return []
  return [...(confusions.get(code.charAt(place)) ?? '')].filter((character) =>
    fitsPlace(code, character, place),
  )
}

const replaceAt = (code: string, place: number, character: string): string =>
  code.slice(0, place) + character + code.slice(place + 1)

/** Every way to replace the characters that cannot stand where they stand; empty when one has no replacement. */
function replaceImpossible(code: string): string[] {
  let candidates = [code]
  for (let place = 0; place < 18; place++) {
    if (fitsPlace(code, code.charAt(place), place)) continue
    const meant = meantAt(code, place)
    candidates = candidates.flatMap((candidate) =>
      meant.map((character) => replaceAt(candidate, place, character)),
    )
    if (candidates.length === 0 || candidates.length > MAX_CANDIDATES) return []
  }
  return candidates
}

/** The candidates with one more character replaced that could stand, but may have been mistaken. */
function replaceOneMore(candidates: readonly string[]): string[] {
  return candidates.flatMap((candidate) => {
    const found: string[] = []
    for (let place = 0; place < 18; place++) {
      for (const character of meantAt(candidate, place)) found.push(replaceAt(candidate, place, character))
    }
    return found
  })
}

/** One of each pair of equal neighbours left out. */
function removeDoubled(code: string): string[] {
  const found: string[] = []
  for (let i = 1; i < code.length; i++) {
    if (code[i] === code[i - 1] && code[i] !== code[i - 2]) found.push(code.slice(0, i) + code.slice(i + 1))
  }
  return found
}

/** The only candidate that passes both check characters; undefined when none does or several do. */
function onlySound(candidates: readonly string[]): Identifier | undefined {
  const sound = new Set(candidates.filter((code) => readCreditCode(code)?.grade === 'checked'))
  const [first] = sound
  return sound.size === 1 && first !== undefined ? readCreditCode(first) : undefined
}

function repairCreditCode(code: string): [Identifier | undefined, IdentifierRepair] {
  if (code.length === 19) return [onlySound(removeDoubled(code)), 'doubledCharacter']
  const candidates = replaceImpossible(code)
  const isPossible = candidates.length === 1 && candidates[0] === code
  // The most certain repair first: only if it leads nowhere is a second mistake supposed.
  const found = isPossible ? undefined : onlySound(candidates)
  return [found ?? onlySound([...candidates, ...replaceOneMore(candidates)]), 'lookAlike']
}

/** The digit a letter may have been meant for, itself when there is none. */
function digitFor(character: string): string {
  return /[0-9]/.test(character)
    ? character
    : (/[0-9]/.exec(confusions.get(character) ?? '')?.[0] ?? character)
}

/** A registration number of 15 digits in which one or two were written as letters. */
function repairRegistration(code: string): Identifier | undefined {
  const digits = [...code].map(digitFor).join('')
  const letters = code.replace(/[0-9]/g, '').length
  if (code.length !== 15 || letters === 0 || letters > 2 || !isDigits(digits)) return undefined
  const found = classify(digits)
  return found.kind === 'registrationNumber' && found.grade === 'checked' ? found : undefined
}

/**
 * The number that was meant by a broken one, when exactly one passes every check character: letters for digits and
 * the like in a credit code, one further look-alike, one doubled character; letters in a registration number. Else
 * undefined.
 */
export function repairIdentifier(code: string): Identifier | undefined {
  if (code.length === 18 || code.length === 19) {
    const [found, repaired] = repairCreditCode(code)
    return found === undefined ? undefined : { ...found, repaired }
  }
  const found = repairRegistration(code)
  return found === undefined ? undefined : { ...found, repaired: 'lookAlike' }
}
