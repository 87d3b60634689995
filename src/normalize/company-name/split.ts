import { indexOfPair } from '../../text/index-of-pair.ts'
import { foldNumerals } from '../../text/numerals.ts'
import { findDivisions } from '../divisions.ts'
import { DEPARTMENTS, STATUS_WORDS } from '../lexicon/name-noise.ts'
import { parseFoldedPerson } from '../person.ts'
import { branchKindOf, completeBranch, formlessHeadEnd, headEnd } from './branch.ts'
import type { CleanName } from './clean.ts'
import { contactStart, mayBePerson } from './contact.ts'
import { formBefore, type LegalForm } from './forms.ts'

/** A name cut into what stands before the form, the form, and what stands behind it. */
export interface SplitName {
  /** The head with its form. */
  readonly head: string
  /** The head without its form. */
  readonly stem: string
  readonly form: LegalForm | undefined
  readonly branch: string
  readonly branchKind: string
  readonly contact: string
  readonly noise: readonly string[]
}

const departments: ReadonlySet<string> = new Set(DEPARTMENTS.split(' '))
const status: ReadonlySet<string> = new Set(STATUS_WORDS.split(' '))
const SEPARATORS = /^[-_/ ,.:;·—|、]+/
const WHOLE_NAME = /(?:^|[^分支子])公司$/
const ANOTHER = /^ ?[/、;|]/
const FORM_AGAIN = /^(?:有限(?:责任)?公司|股份有限公司|公司|集团有限公司|集团公司|集团|有限)+$/
const COMPANY = '公司'
/** 分公司, 支公司. */
const BEFORE_BRANCH = '分支'

/** Where the head of a name ends: behind its first company form, else behind a bank, factory … that has branches. */
function endOfHead(text: string): number {
  const company = indexOfPair(text, COMPANY, 0)
  if (company >= 2) {
    const end = company + COMPANY.length
    // 公司 inside a longer word or at the head of an office (总公司驻…) is still the form.
    const mayBeBranch = BEFORE_BRANCH.includes(text[company - 1]!)
    const formless = mayBeBranch ? formlessHeadEnd(text.slice(0, end)) : 0
    return formless > 0 ? formless : end < text.length ? end : 0
  }
  return company < 0 ? headEnd(text) || formlessHeadEnd(text) : 0
}

interface Tail {
  branch: string
  contact: string
  noise: string[]
}

const NO_TAIL: Tail = { branch: '', contact: '', noise: [] }

/** Files what stands behind the form: a branch, a department, a contact or noise. */
function readTail(rest: string): Tail {
  const tail: Tail = { branch: '', contact: '', noise: [] }
  const text = completeBranch(rest.replace(SEPARATORS, ''))
  if (text === '') return tail
  if (FORM_AGAIN.test(text) || departments.has(text) || status.has(text)) {
    tail.noise.push(text)
    return tail
  }
  // Another firm in the same cell.
  if (ANOTHER.test(rest) && (branchKindOf(text) === '' || WHOLE_NAME.test(text)))
    return { ...tail, noise: [text] }
  const separator = text.search(/[ ,;:/]/)
  if (separator > 0) {
    const first = readTail(text.slice(0, separator))
    const second = readTail(text.slice(separator + 1))
    return {
      branch: first.branch + second.branch,
      contact: first.contact || second.contact,
      noise: [...first.noise, ...second.noise],
    }
  }
  const isPlace = findDivisions(text).length > 0
  const kind = branchKindOf(text)
  const person = kind === '' ? behindBranch(text) : text.length
  if (person < text.length) return { ...tail, branch: text.slice(0, person), contact: text.slice(person) }
  if (!isPlace && (kind === '' || text.length <= 3)) {
    const person = parseFoldedPerson(text)
    const isShort = person.givenName.length > 0 && text.length <= 3
    if (person.name !== '' && (person.title !== '' || isShort) && kind === '') {
      tail.contact = text
      return tail
    }
  }
  if (kind !== '' || isPlace || text.length > 3) tail.branch = text
  else tail.noise.push(text)
  return tail
}

/** Where the person behind a branch begins: 太原分公司|张建国; the length of the text when there is none. */
function behindBranch(text: string): number {
  for (const start of [text.length - 3, text.length - 2]) {
    // 司 is a surname, and the end of 分公司.
    if (start < 3 || text.startsWith(COMPANY, start - 1)) continue
    if (branchKindOf(text.slice(0, start)) !== '' && mayBePerson(text.slice(start))) return start
  }
  return text.length
}

/** Another unit beside the branch: its bracket, not all of which may be left of a name cut short. */
const besidesOf = ({ besides }: CleanName): string => (besides === '' ? '' : `(${besides.slice(0, 3)})`)

/** Cuts branch, contact and form off a cleaned name. */
export function splitName(whole: string, clean: CleanName, isPlain: boolean): SplitName {
  let text = whole
  let end = endOfHead(text)
  let contact = ''
  if (end === 0 && formBefore(text, text.length) === undefined) {
    const start = contactStart(text)
    contact = text.slice(start)
    text = text.slice(0, start)
    if (contact !== '') end = endOfHead(text)
  }
  let head = end > 0 ? text.slice(0, end) : text
  let tail = NO_TAIL
  if (end > 0) tail = readTail(text.slice(end))
  else if (!isPlain) {
    const cut = text.search(/[ ,;:/]/)
    if (cut > 3 && formBefore(text, cut) !== undefined) {
      head = text.slice(0, cut)
      tail = readTail(text.slice(cut))
    }
  }
  let form = formBefore(head, head.length)
  // A form needs something before it that it is the form of.
  if (form !== undefined && form.text.length >= head.length) form = undefined
  if (form !== undefined && form.text.length === 1 && head.length < 4) form = undefined
  const stem = form === undefined ? head : head.slice(0, head.length - form.text.length)
  const written = tail.branch !== '' ? tail.branch : clean.branch
  const folded = written === '' ? '' : foldNumerals(written)
  const branch = folded === '' ? '' : folded + besidesOf(clean)
  return {
    head,
    stem,
    form,
    branch,
    branchKind: folded === '' ? '' : branchKindOf(folded),
    contact: tail.contact !== '' || contact === '' ? tail.contact : contact.replace(SEPARATORS, ''),
    noise: tail.noise,
  }
}
