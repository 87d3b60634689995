import { foldText } from '../text/fold.ts'
import {
  COMPOUND_SURNAMES,
  GIVEN_NAME_CHARACTERS,
  PERSON_TITLES,
  SINGLE_GIVEN_NAMES,
  SURNAMES,
} from './lexicon/surnames.ts'

/** A person's name in parts; a part that is missing is ''. */
export interface Person {
  /** The folded text without phone numbers and labels. */
  readonly text: string
  /** Surname and given name, '' when the text is no person's name. */
  readonly name: string
  readonly surname: string
  readonly givenName: string
  /** 经理, 先生 … as written. */
  readonly title: string
}

/** How two persons' names relate; `fits`: one gives less (张经理, 张建国) and they do not contradict each other. */
export type PersonRelation = 'same' | 'fits' | 'different' | 'missing'

const surnames: ReadonlySet<string> = new Set(SURNAMES)
const compound: ReadonlySet<string> = new Set(COMPOUND_SURNAMES.split(' '))
const givenCharacters: ReadonlySet<string> = new Set(GIVEN_NAME_CHARACTERS)
const titles: readonly string[] = PERSON_TITLES.split(' ').toSorted((a, b) => b.length - a.length)
/** Surnames so common that two characters with one of them are more likely a person than a brand. */
const common: ReadonlySet<string> = new Set(SURNAMES.slice(0, 60))
const commonest: ReadonlySet<string> = new Set(SURNAMES.slice(0, 30))
/** Given names of one character that nothing else is called by. */
const single: ReadonlySet<string> = new Set(SINGLE_GIVEN_NAMES)

/** 1 by the first unit of all surnames. */
const isHead = new Uint8Array(65536)
for (const surname of [...surnames, ...compound]) isHead[surname.charCodeAt(0)] = 1

const HAN = /^[㐀-鿿]+$/
const LABEL = /^(?:联系人|经办人|负责人|收货人|收件人|采购人|法人|法定代表人|姓名)[ :]*/
const TAIL = /[ ,/;:(-]*(?:\+?\d[\d -]{4,24}\)?)?[ ,/;:]*$/

const surnameOf = (text: string): string => {
  if (text.length > 2 && compound.has(text.slice(0, 2))) return text.slice(0, 2)
  return surnames.has(text[0] ?? '') ? (text[0] ?? '') : ''
}

const titleOf = (text: string): string =>
  titles.find((title) => text.length > title.length && text.endsWith(title)) ?? ''

/**
 * A person's name with title, in parts. Phone numbers behind it and labels before it are left out. What does not begin
 * with a surname, or is longer than a surname and two characters, gives an empty name. '' gives all parts ''.
 * @example parsePerson('联系人:张建国经理 13800001111') // { name: '张建国', surname: '张', givenName: '建国', title: '经理' … }
 */
export function parsePerson(text: string): Person {
  const folded = foldText(text.length > 64 ? text.slice(0, 64) : text)
    .replace(LABEL, '')
    .replace(TAIL, '')
    .replaceAll(' ', '')
  return parseFoldedPerson(folded)
}

/** {@link parsePerson} of text that is folded and free of labels and numbers. */
export function parseFoldedPerson(text: string): Person {
  const none: Person = { text, name: '', surname: '', givenName: '', title: '' }
  if (text.length < 2 || text.length > 10 || isHead[text.charCodeAt(0)] === 0 || !HAN.test(text)) return none
  const title = titleOf(text)
  const name = text.slice(0, text.length - title.length)
  const surname = name.length === 1 && surnames.has(name) ? name : compound.has(name) ? name : surnameOf(name)
  const givenName = name.slice(surname.length)
  if (surname === '' || givenName.length > 2 || (title === '' && givenName === '')) return none
  return { text, name, surname, givenName, title }
}

/**
 * Claims that a text that could be a brand is more likely a person's name: a surname and given names from characters
 * that people are called by, or a surname with a title.
 */
export function isLikelyPerson(text: string): boolean {
  const { surname, givenName, title } = parseFoldedPerson(text)
  if (surname === '') return false
  if (title.length > 1) return true
  if (givenName === '' || (surname.length === 1 && !common.has(surname))) return false
  for (const one of givenName) if (!givenCharacters.has(one)) return false
  if (givenName.length === 2 || surname.length === 2 || title !== '') return true
  return commonest.has(surname) && single.has(givenName)
}

/**
 * How two persons' names relate. Titles are not compared; a surname alone fits every name with it. '' is missing.
 * @example relatePersons(parsePerson('张经理'), parsePerson('张建国')) // 'fits'
 */
export function relatePersons(a: Person, b: Person): PersonRelation {
  if (a.name === '' || b.name === '') return 'missing'
  if (a.name === b.name) return a.givenName === '' ? 'fits' : 'same'
  return a.surname === b.surname && (a.givenName === '' || b.givenName === '') ? 'fits' : 'different'
}
