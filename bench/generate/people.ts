import { drawByWeight, type Random, zipfWeights } from './random.ts'
import { givenCharacters, surnames, titles } from './words/people.ts'

const given = [...new Set(givenCharacters)].join('')
const drawSurname = drawByWeight(zipfWeights(surnames.length, 4, 1))
const drawGiven = drawByWeight(zipfWeights(given.length, 12, 0.9))
const titleList = titles.split(' ')

/** A person's name; one in six has one given character. */
export function makePerson(random: Random): string {
  const surname = surnames[drawSurname(random)]
  const first = given[drawGiven(random)]
  return random.chance(1 / 6) ? surname + first : surname + first + given[drawGiven(random)]
}

/** The person as colleagues speak of them: 张经理. */
export function titledPerson(person: string, random: Random): string {
  return person[0] + random.pick(titleList)
}
