import { defineComparison, type FieldType } from '../model/field-type.ts'
import { parseWebsites } from '../normalize/website.ts'
import { parsedCell } from './parsed-cell.ts'

/**
 * 网址. The registrable domain is the evidence, with the subdomain of a group's daughter or the path on a host that many
 * share; such a host alone is none. Several sites in a cell are several entries.
 */
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
  parts: ['site', 'domain'],
  generic: 'site',
  parse(text) {
    const websites = parseWebsites(text)
    const sites = websites.filter(({ text: site }) => site !== '')
    return parsedCell({
      entries: sites.map(({ text: site, domain, isGeneric }) => [site, isGeneric ? '' : domain]),
      display: text.trim(),
      quality: sites.length > 0 ? 1 : 0,
      unreadable: sites.length > 0 ? '' : (websites.find(({ reason }) => reason !== '')?.reason ?? ''),
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
      // A site of the firm itself goes with all of its subdomains; two subdomains may be two daughters.
      level: (left, right) =>
        left === right || left.startsWith(`${right}/`) || right.startsWith(`${left}/`) ? 1 : 0,
    }),
  ],
  keys: [
    {
      name: 'site',
      label: { zh: '网址', en: 'website' },
      write([site, domain], keys) {
        keys.put(site)
        keys.end()
        if (domain === site) return
        keys.put(domain)
        keys.end()
      },
    },
  ],
}
