import { describe, expect, it, test } from 'vitest'
import { areaCodeOf, divisionsOfAreaCode, parsePhones } from '../phone.ts'
import { areaOf } from './plan.ts'

const areaCodes = Array.from({ length: 1000 }, (_, n) => `0${n}`).filter((code) => areaOf(code) !== undefined)

describe('area codes', () => {
  test.each([
    ['350200', '0592'],
    ['350203', '0592'],
    ['3502', '0592'],
    ['110108', '010'],
    ['500101', '023'],
    ['429004', '0728'],
    ['419001', '0391'],
    ['469005', '0898'],
    ['632801', '0979'],
    ['632802', '0977'],
    ['540600', '0896'],
    ['', ''],
    ['99', ''],
  ])('%s is served by %s', (division, code) => {
    expect(areaCodeOf(division)).toBe(code)
  })

  it('name the divisions they serve', () => {
    expect(divisionsOfAreaCode('0391')).toEqual(['410800', '419001'])
    expect(divisionsOfAreaCode('010')).toEqual(['110000'])
    expect(divisionsOfAreaCode('0852')).toEqual(['520300'])
    expect(divisionsOfAreaCode('10')).toEqual([])
    expect(divisionsOfAreaCode('0999x')).toEqual([])
    expect(divisionsOfAreaCode('')).toEqual([])
  })

  it('lead from every division back to a code that serves it', () => {
    for (const code of areaCodes) {
      if (areaOf(code)?.successor !== '') continue
      for (const division of divisionsOfAreaCode(code)) {
        expect(divisionsOfAreaCode(areaCodeOf(division))).toContain(division)
      }
    }
  })

  it('fill in what a cell leaves out', () => {
    expect(parsePhones('5678901', { city: '350200' })[0]?.national).toBe('05925678901')
    expect(parsePhones('5678901', { city: '350200', areaCode: '0591' })[0]?.areaCode).toBe('0591')
    expect(parsePhones('62781235', { city: '350200' })[0]?.areaCode).toBe('')
  })
})
