import { DOMAIN_TYPOS, ENDING_TYPOS, FREE_MAIL_DOMAINS, ROLE_NAMES } from './lexicon/internet-domains.ts'
import { foldAddress, registrableDomain } from './website.ts'

export type EmailProblem = '' | 'noDomain' | 'noName' | 'unreadable'
export type EmailRepair = '' | 'domain' | 'separator'

export interface Email {
  /** The whole address in lower case, to compare; '' when unreadable. */
  readonly text: string
  /** What stands before @. */
  readonly local: string
  /** The registered part of the host, comparable with a website's: example.com for mail.example.com. */
  readonly domain: string
  /** Everything behind @. */
  readonly host: string
  /** Free mail, or an internet provider's: the domain is no evidence, the whole address is. */
  readonly isGeneric: boolean
  /** info@, sales@ and the like: an office, no person. */
  readonly isRole: boolean
  /** test@test.com and the like. */
  readonly isPlaceholder: boolean
  readonly repaired: EmailRepair
  readonly reason: EmailProblem
}

/** A cell is cut off here. */
const MAX_LENGTH = 2048
const MAX_EMAILS = 32

const freeDomains = new Set(FREE_MAIL_DOMAINS.trim().split(/\s+/))
const roleNames = new Set(ROLE_NAMES.trim().split(/\s+/))
const toPairs = (table: string): [string, string][] =>
  table
    .trim()
    .split(/\s+/)
    .map((pair) => pair.split('=') as [string, string])
const domainTypos = new Map(toPairs(DOMAIN_TYPOS))
const endingTypos = new Map(toPairs(ENDING_TYPOS))

/** One address, as most cells hold it: read in one step. */
const PLAIN = /^([A-Za-z0-9][A-Za-z0-9._+-]{0,62}[A-Za-z0-9_])@((?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24})$/

/**
 * All email addresses of a cell in order, each once, at most 32. Width, capitals, blanks around @ and dots, names
 * and labels around the address do not matter; # for @, a comma for a dot and misspelt endings (163.con) are
 * repaired. Empty for a cell without one; an entry with a reason for what was meant as one and cannot be read. Reads
 * the first 2,048 characters; linear; about 0.3 M a second and core.
 *
 * @example parseEmails('Zhang.San＠Mail.Example．com')[0].domain // 'example.com'
 */
export function parseEmails(cell: string): readonly Email[] {
  if (cell.length < 3) return []
  const plain = PLAIN.exec(cell)
  if (plain !== null) return [buildEmail(plain[1]!.toLowerCase(), plain[2]!.toLowerCase(), '')]
  const text = foldAddress(cell.length > MAX_LENGTH ? cell.slice(0, MAX_LENGTH) : cell)
    .replace(/ ?@ ?/g, '@')
    .replace(/(?<=[a-z0-9]) ?\. ?(?=[a-z0-9])/g, '.')
    .replace(/mailto:/g, ' ')
  const found: Email[] = []
  for (const piece of text.split(
    /[\s;|<>()[\]{}"'`“”‘’:/\\]+|,(?!(?:com|cn|net|org)\b)|[\u4e00-\u9fff]+(?=[a-z0-9._+-]*@)/,
  )) {
    if (found.length >= MAX_EMAILS) break
    for (const email of readPiece(piece)) {
      if (!found.some((other) => other.text === email.text)) found.push(email)
    }
  }
  return found
}

/** One address, or a few that were written without anything between them. */
function readPiece(piece: string): readonly Email[] {
  if (piece.length < 3 || piece.length > 320) return []
  const parts = piece.split('@')
  if (parts.length === 1) return readWithoutAt(piece)
  if (parts.length > 2) return [unreadable('unreadable')]
  const [local = '', host = ''] = parts
  return [makeEmail(local, host, '')]
}

/** name#163.com: the sign above the next key. Anything else without @ is no address. */
function readWithoutAt(piece: string): readonly Email[] {
  const match = /^([a-z0-9._+-]{2,64})[#$!]((?:[a-z0-9-]{1,63}\.){1,4}[a-z]{2,6})$/.exec(piece)
  return match === null ? [] : [makeEmail(match[1]!, match[2]!, 'separator')]
}

function unreadable(reason: EmailProblem): Email {
  const empty = { text: '', local: '', domain: '', host: '' }
  return { ...empty, isGeneric: false, isRole: false, isPlaceholder: false, repaired: '', reason }
}

function makeEmail(writtenName: string, writtenHost: string, repair: EmailRepair): Email {
  const local = writtenName.replace(/^[.,\-—]+|[.,]+$/g, '')
  const trimmed = writtenHost.replace(/[^a-z0-9\u4e00-\u9fff].{0,2}$|[\u4e00-\u9fff]+$/, (tail) =>
    /[a-z0-9]/.test(tail) ? tail : '',
  )
  const withDots = trimmed.replaceAll(',', '.').replace(/\.{2,}/g, '.')
  if (!/^[^\s@,]{1,64}$/.test(local)) return unreadable('noName')
  if (!HOST.test(withDots)) return unreadable('noDomain')
  return buildEmail(local, withDots, repair === '' && withDots !== trimmed ? 'domain' : repair)
}

const HOST =
  /^(?:[a-z0-9_\u4e00-\u9fff-]{1,63}\.){1,8}(?:[a-z]{2,24}|[\u4e00-\u9fff]{2,4}|com\.c|xn--[a-z0-9-]{1,50})$/

/** The address of a name and a host that are well formed. */
function buildEmail(local: string, writtenHost: string, repair: EmailRepair): Email {
  const host = correctHost(writtenHost)
  const domain = registrableDomain(host)
  return {
    text: `${local}@${host}`,
    local,
    domain,
    host,
    isGeneric: freeDomains.has(domain) || freeDomains.has(host) || host.startsWith('public.'),
    isRole: roleNames.has(local) || roleNames.has(local.replace(/[0-9._-]{1,12}$/, '')),
    isPlaceholder: isPlaceholder(local, domain),
    repaired: repair !== '' || host === writtenHost ? repair : 'domain',
    reason: '',
  }
}

function correctHost(host: string): string {
  const known = domainTypos.get(host)
  if (known !== undefined) return known
  const last = host.lastIndexOf('.')
  const second = host.lastIndexOf('.', last - 1)
  for (const start of [last + 1, second + 1]) {
    const meant = endingTypos.get(host.slice(start))
    if (meant !== undefined && start > 0) return host.slice(0, start) + meant
  }
  return host
}

const PLACEHOLDER_DOMAINS = new Set([
  'example.com',
  'test.com',
  'abc.com',
  'xxx.com',
  'xx.com',
  'no.com',
  'none.com',
  '1.com',
])
const PLACEHOLDER_NAMES =
  /^(?:test|none|no|null|na|n-a|wu|abc|xxx|aaa|asdf|example|noemail|nomail|(\d)\1*|1?23456?7?8?9?0?)$/

/** Made up to fill a field: a name and a domain that are alike or empty words, digits in order at a free host. */
function isPlaceholder(local: string, domain: string): boolean {
  if (PLACEHOLDER_DOMAINS.has(domain)) return true
  return PLACEHOLDER_NAMES.test(local) && (freeDomains.has(domain) || domain.startsWith(`${local}.`))
}
