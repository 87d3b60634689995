import { defineComparison, type FieldType } from '../model/field-type.ts'
import { parseWebsite } from '../normalize/website.ts'
import { parsedCell } from './parsed-cell.ts'

/** 网址. The registrable domain is the evidence; on shop and portal hosts the path with it. */
export const website: FieldType = {
  name: 'website',
  label: { zh: '网址', en: 'website' },
  roles: [
    {
      name: 'website',
      headings: ['网址', '网站', '公司网址', '官网', '公司网站', '主页', 'website', 'url', 'web', 'homepage'],
      fragments: ['网址', '网站', '官网', 'website', 'url'],
    },
  ],
  recognises: (text) => /^(https?:\/\/|www\.)\S+$/i.test(text),
  parts: ['site'],
  generic: 'site',
  parse(text) {
    const { domain, path, isGeneric, reason } = parseWebsite(text)
    const site = isGeneric ? path && `${domain}/${path}` : domain
    return parsedCell({
      entries: site ? [[site]] : [],
      display: text.trim(),
      quality: site ? 1 : 0,
      unreadable: reason,
    })
  },
  comparisons: [
    defineComparison<string>({
      name: 'website',
      label: { zh: '网址', en: 'website' },
      parts: ['site'],
      levels: [
        { name: 'different', label: { zh: '网址不同', en: 'different website' } },
        { name: 'same', label: { zh: '网址相同', en: 'same website' } },
      ],
      prepare: ([site]) => site,
      level: (left, right) => (left === right ? 1 : 0),
    }),
  ],
  keys: [{ name: 'site', label: { zh: '网址', en: 'website' }, of: ([site]) => [site] }],
}
