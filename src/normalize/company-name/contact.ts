import { findDivisions } from '../divisions.ts'
import { isLikelyPerson, parseFoldedPerson } from '../person.ts'
import { branchKindOf, formlessHeadEnd, headEnd } from './branch.ts'
import { formBefore } from './forms.ts'

const AFTER_SEPARATOR = /[-_ ,;:/|]([㐀-鿿]{2,5})$/
const LEAST_NAME = 4
/** 张伟, 张小伟. */
const LENGTHS = [3, 2] as const

/**
 * Where a person's name behind a name begins: behind a separator (恒通煤业-张建国), or right behind a branch or an
 * institution (郑州市第一中学张建国). The length of the text when there is none.
 */
export function contactStart(text: string): number {
  const found = AFTER_SEPARATOR.exec(text)
  if (found !== null && found.index >= LEAST_NAME) {
    if (mayBePerson(found[1]!)) return found.index
  }
  for (const length of LENGTHS) {
    const start = text.length - length
    if (start < LEAST_NAME || !mayBePerson(text.slice(start))) continue
    const name = text.slice(0, start)
    if (endsInBranch(name) || (isLikelyPerson(text.slice(start)) && endsInForm(name))) return start
  }
  return text.length
}

/** Whether a text can be read as a person's name, where nothing else is to be expected. */
export function mayBePerson(text: string): boolean {
  const { givenName, title } = parseFoldedPerson(text)
  return (givenName !== '' || title !== '') && branchKindOf(text) === '' && findDivisions(text).length === 0
}

const endsInBranch = (text: string) =>
  branchKindOf(text) !== '' && (headEnd(text) > 0 || formlessHeadEnd(text) > 0)

function endsInForm(text: string): boolean {
  const form = formBefore(text, text.length)
  return form !== undefined && form.text.length >= 2 && form.text.length < text.length
}
