import { CN_SECOND_LEVELS, PLAIN_SUBDOMAINS, SHARED_HOSTS, SUFFIXES } from './lexicon/internet-domains.ts'

export type WebsiteProblem = '' | 'unreadable' | 'placeholder'

export interface Website {
  /**
   * What to compare: the domain, and behind a slash the subdomain that stands for a firm of its own, as those of a
   * group's daughters do; on a shared host the firm's subdomain and path. '' when nothing tells firms apart.
   */
  readonly text: string
  /** Lower case, without www. */
  readonly host: string
  /** The part of the host that is registered: example.com.cn for shop.example.com.cn. */
  readonly domain: string
  /** A host that many firms share; only `path` tells them apart. */
  readonly isGeneric: boolean
  /** Path without slashes at its ends. On a shared host the firm's subdomain stands in front of it. */
  readonly path: string
  readonly reason: WebsiteProblem
}

/** A cell is cut off here; browsers give up at 2,083. */
const MAX_LENGTH = 2048
const MAX_WEBSITES = 16

const cnSecondLevels = new Set(CN_SECOND_LEVELS.trim().split(/\s+/))
const suffixes = new Set(SUFFIXES.trim().split(/\s+/))
const plainSubdomains = new Set(PLAIN_SUBDOMAINS.trim().split(/\s+/))
const sharedHosts = new Set(SHARED_HOSTS.trim().split(/\s+/))

const NONE: Website = { text: '', host: '', domain: '', isGeneric: false, path: '', reason: '' }

/**
 * The part of a host that someone registered: one label and the public ending behind it; the host itself when it
 * has no more. Knows the endings of two labels that occur in Chinese data.
 * @example registrableDomain('mail.sc.example.com.cn') // 'example.com.cn'
 */
export function registrableDomain(host: string): string {
  const last = host.lastIndexOf('.')
  if (last < 0 || /^[0-9.]+$/.test(host)) return host
  const second = host.lastIndexOf('.', last - 1)
  if (second < 0) return host
  const ending = host.slice(second + 1)
  const isPublic = host.endsWith('.cn')
    ? cnSecondLevels.has(host.slice(second + 1, last))
    : suffixes.has(ending)
  if (!isPublic) return ending
  return host.slice(host.lastIndexOf('.', second - 1) + 1)
}

/** Full-width and Chinese punctuation as typed in an address, to ASCII, in lower case. Keeps Han names. */
export function foldAddress(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g, '')
    .normalize('NFKC')
    .replace(/[。．｡]/g, '.')
    .replace(/[、；]/g, ';')
    .replace(/[—–‐‑−]/g, '-')
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .slice(0, MAX_LENGTH)
}

/**
 * The first website of a cell; all fields '' when there is none. Scheme, www, width, capitals, blanks behind dots
 * and reversed slashes do not matter. Reads the first 2,048 characters; linear; about 0.4 M a second and core.
 *
 * @example parseWebsite('HTTP：//WWW．Example．com．cn/index.html').domain // 'example.com.cn'
 */
export function parseWebsite(text: string): Website {
  return parseWebsites(text)[0] ?? NONE
}

/** http:// and what becomes of it: ttp://, http:/, https；//, http//. */
const SCHEME = /(?:http|(?<![a-z])(?:htp|t?tp))s?(?: ?[:;]\/*| ?[.,]?\/+)/g

/** One host, as most cells hold it: read in one step. */
const PLAIN = /^(?:https?:\/\/)?([A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5})\/?$/

/** All websites of a cell, each domain once, at most 16; one unreadable entry for text that holds none. */
export function parseWebsites(cell: string): readonly Website[] {
  if (cell === '') return []
  const plain = PLAIN.exec(cell)
  if (plain !== null) {
    const website = readWebsite(plain[1]!.toLowerCase())
    if (website !== undefined) return [website]
  }
  const text = foldAddress(cell.length > MAX_LENGTH ? cell.slice(0, MAX_LENGTH) : cell)
    .replaceAll('\\', '/')
    .replace(/\/{3,}/g, '//')
    .replace(/ ?\. ?(?=[a-z0-9])/g, '.')
    .replace(SCHEME, ' ')
  const found: Website[] = []
  for (const piece of text.split(
    /[\s,;|<>()[\]{}"'`“”‘’]+|\/+(?=www\.)|(?<=[a-z0-9/])[和或及](?=[a-z0-9])/,
  )) {
    if (piece === '' || found.length >= MAX_WEBSITES) continue
    const website = readWebsite(piece)
    if (website === undefined || found.some((other) => other.text === website.text)) continue
    found.push(website)
  }
  if (found.length > 0 || !/[a-z0-9]/.test(text)) return found
  return [{ ...NONE, reason: 'unreadable' }]
}

const HOST =
  /^([a-z0-9_\u4e00-\u9fff-]{1,63}(?:\.[a-z0-9_\u4e00-\u9fff-]{1,63}){1,8})\.?(?::\d{1,5})?(?=[/?#:：]|$)/

function readWebsite(piece: string): Website | undefined {
  // An address of a person is no website, though its domain may be.
  if (/^[^/]{1,64}@/.test(piece)) return undefined
  const label = piece.replace(/^[\u4e00-\u9fff]{1,6}[:：]/, '').replace(/[.:]+$/, '')
  const match = HOST.exec(label)
  if (match === null) return undefined
  const whole = match[1]!
  const host = whole.replace(/^(?:[^.]{0,12}w{3,5}\d?\.)+(?=[^.]+\.)/, '')
  const ending = host.slice(host.lastIndexOf('.') + 1)
  if (!host.includes('.') || !isEnding(ending, host)) return undefined
  const path = label
    .slice(match[0].length)
    .replace(/[?#].*$/, '')
    .replace(/^\/+|\/+$/g, '')
  return makeWebsite(host, path)
}

/** Whether a host can end so: letters or Han, two at least, or a numeric address. */
function isEnding(ending: string, host: string): boolean {
  if (/^(?:[a-z]{2,24}|xn--[a-z0-9-]{2,60}|[\u4e00-\u9fff]{2,8})$/.test(ending)) return true
  return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(host)
}

const PLACEHOLDERS = new Set([
  'example.com',
  'example.cn',
  'test.com',
  'xxx.com',
  'abc.com',
  'xx.com',
  '127.0.0.1',
])

function makeWebsite(host: string, path: string): Website {
  const domain = registrableDomain(host)
  if (PLACEHOLDERS.has(domain)) return { ...NONE, reason: 'placeholder' }
  const isGeneric = sharedHosts.has(domain)
  const subdomain = ownSubdomain(host, domain)
  if (!isGeneric) {
    return {
      text: subdomain === '' ? domain : `${domain}/${subdomain}`,
      host,
      domain,
      isGeneric,
      path,
      reason: '',
    }
  }
  const own = subdomain !== '' && path !== '' ? `${subdomain}/${path}` : subdomain || path
  return { text: own === '' ? '' : `${domain}/${own}`, host, domain, isGeneric, path: own, reason: '' }
}

/** What stands in front of the domain, without the labels that name no firm; '' for nothing. */
function ownSubdomain(host: string, domain: string): string {
  if (host.length === domain.length) return ''
  return host
    .slice(0, -domain.length - 1)
    .split('.')
    .filter((label) => !plainSubdomains.has(label))
    .join('.')
}
