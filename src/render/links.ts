/** Where links may lead. A URL that `redact` would change is not linked. */
export type LinkPolicy = {
  /** FreeScout's base URL. Its `/storage/` URLs carry access tokens and must not leave FreeScout. */
  freescoutUrl: string
  /** GitHub's base URL, `https://github.com` or an Enterprise server's. */
  serverUrl: string
  redact: (text: string) => string
}

/** Longer URLs are not linked. */
const MAX_URL_LENGTH = 2_000

/** Replaces a FreeScout storage URL. */
const STORED_FILE = '[file in FreeScout]'

/**
 * Reads an `href` as an absolute http, https or mailto URL. Returns `undefined` for another scheme, a relative URL,
 * and a URL with a user or password in it (`https://github.com@evil.example`).
 */
export function safeUrl(href: string): URL | undefined {
  const trimmed = href.trim()
  if (trimmed.length > MAX_URL_LENGTH || !URL.canParse(trimmed)) return undefined
  const url = new URL(trimmed)
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) return undefined
  return url.username || url.password || url.href.length > MAX_URL_LENGTH ? undefined : url
}

/**
 * The URL that a link in an issue may have, or `undefined` when only the link's text may stay. github.com becomes
 * redirect.github.com, as Renovate and Dependabot write it. It leads to the same page, but GitHub neither links back
 * from there nor obeys a "closes" before it. An Enterprise server has no such host, so nothing is linked there.
 */
export function hrefInIssue(
  href: string,
  { freescoutUrl, serverUrl, redact }: LinkPolicy,
): string | undefined {
  const url = safeUrl(href)
  if (!url) return undefined
  if ([href, url.href].map(decode).some(form => redact(form) !== form || isStored(form, freescoutUrl))) {
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

/** Replaces every word that is a FreeScout storage URL, absolute or relative. */
export function hideStored(text: string, freescoutUrl: string): string {
  if (!/storage/i.test(decode(text))) return text
  return text.replace(/[^\s<>"'()]+/g, word => (isStored(word, freescoutUrl) ? STORED_FILE : word))
}

function isStored(url: string, freescoutUrl: string): boolean {
  const plain = decode(url).toLowerCase()
  if (!plain.includes('/storage/')) return false
  return plain.includes(new URL(freescoutUrl).hostname) || /[?&]token=/.test(plain)
}

/** Undoes percent-encoding piece by piece, so that one broken escape doesn't hide the others. */
function decode(text: string): string {
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
