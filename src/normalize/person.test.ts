import { describe, expect, it } from 'vitest'
import { isLikelyPerson, parsePerson, relatePersons } from './person.ts'

describe('parsePerson', () => {
  it.each([
    ['张建国', '张建国', '张', '建国', ''],
    ['张经理', '张', '张', '', '经理'],
    ['联系人：张建国经理 13800001111', '张建国', '张', '建国', '经理'],
    ['欧阳娜', '欧阳娜', '欧阳', '娜', ''],
    ['欧阳先生', '欧阳', '欧阳', '', '先生'],
    ['王女士/0351-4012345', '王', '王', '', '女士'],
    ['李 明', '李明', '李', '明', ''],
    ['張偉', '张伟', '张', '伟', ''],
    ['张', '', '', '', ''],
    ['鸿运煤业', '', '', '', ''],
    ['', '', '', '', ''],
  ])('%s', (text, name, surname, givenName, title) => {
    expect(parsePerson(text)).toMatchObject({ name, surname, givenName, title })
  })
})

describe('isLikelyPerson', () => {
  it.each(['张建国', '王女士', '李娜', '欧阳娜'])('%s is one', (text) => {
    expect(isLikelyPerson(text)).toBe(true)
  })

  it.each(['华为', '万科', '金龙鱼', '老干妈', '方正', '小米'])('%s is none', (text) => {
    expect(isLikelyPerson(text)).toBe(false)
  })
})

describe('relatePersons', () => {
  it.each([
    ['张建国', '張建國', 'same'],
    ['张建国', '张经理', 'fits'],
    ['张经理', '张总', 'fits'],
    ['张建国', '张建军', 'different'],
    ['张经理', '王经理', 'different'],
    ['张建国', '', 'missing'],
  ])('%s and %s: %s', (a, b, relation) => {
    expect(relatePersons(parsePerson(a), parsePerson(b))).toBe(relation)
    expect(relatePersons(parsePerson(b), parsePerson(a))).toBe(relation)
  })
})
