/** Where links may lead. `redact` is applied to what the URL says; a URL that changes by it is not linked. */
export type LinkPolicy = {
  /** FreeScout's base URL: its `/storage/` URLs carry access tokens and stay inside. */
  freescoutUrl: string
  /** GitHub's base URL, `https://github.com` or an Enterprise server's. */
  serverUrl: string
  redact: (text: string) => string
}

/** Longer ones are not links that people follow. */
const LONGEST_URL = 2_000

/** What stands where a FreeScout storage URL stood. */
export const STORED_FILE = '[file in FreeScout]'

/**
 * Gives the absolute http, https or mailto URL that `href` means, or `undefined` when it can't be a link:
 * another scheme, a relative URL, one with a user or password in it (`https://github.com@evil.example`).
 */
export function safeUrl(href: string): URL | undefined {
  const trimmed = href.trim()
  if (trimmed.length > LONGEST_URL || !URL.canParse(trimmed)) return undefined
  const url = new URL(trimmed)
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return undefined
  return url.username || url.password || url.href.length > LONGEST_URL ? undefined : url
}

/**
 * Gives the URL that a link in an issue may have, or `undefined` when only its text may stay. github.com becomes
 * redirect.github.com, as Renovate and Dependabot write it: it leads to the same page, but GitHub neither links
 * back from there nor takes "closes" before it for an order. An Enterprise server has no such host: no link.
 */
export function issueLink(href: string, { freescoutUrl, serverUrl, redact }: LinkPolicy): string | undefined {
  const url = safeUrl(href)
  if (!url) return undefined
  if ([href, url.href].map(decode).some(said => redact(said) !== said || isStored(said, freescoutUrl))) {
    return undefined
  }
  const host = bareHost(url)
  if (host === 'github.com') {
    url.protocol = 'https:'
    url.host = 'redirect.github.com'
    url.port = ''
  } else if (host === bareHost(new URL(serverUrl))) return undefined
  return url.href
}

/** Replaces every word that is a FreeScout storage URL, whole or relative, linked or not, in text and in code. */
export function hideStored(text: string, freescoutUrl: string): string {
  if (!/storage/i.test(decode(text))) return text
  return text.replace(/[^\s<>"'()]+/g, word => (isStored(word, freescoutUrl) ? STORED_FILE : word))
}

function isStored(url: string, freescoutUrl: string): boolean {
  const plain = decode(url).toLowerCase()
  if (!plain.includes('/storage/')) return false
  return plain.includes(new URL(freescoutUrl).hostname) || /[?&]token=/.test(plain)
}

/** Undoes percent-encoding piece by piece: one broken escape doesn't hide the others. */
export function decode(text: string): string {
  return text.replace(/(?:%[0-9a-f]{2})+/gi, escapes => {
    try {
      return decodeURIComponent(escapes)
    } catch {
      return escapes
    }
  })
}

function bareHost(url: URL): string {
  return url.hostname.replace(/\.$/, '').replace(/^www\./, '')
}
