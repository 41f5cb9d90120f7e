import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { LeftOut } from './step.ts'
import { privateUrl } from './url-privacy.ts'
import { unwrapUrl } from './wrapped-links.ts'

/** A bare URL in a text. URLs of link wrappers are long. */
const BARE_URL = /https?:\/\/[^\s<>"`]{3,8000}/gi
/** What follows a URL in a sentence and does not belong to it. */
const TAIL = /[.,;:!?'’”“»*_~)\]}]{1,20}$/
/** A user, perhaps with a password, before the host. */
const NAMES_USER = /^\s*https?:\/\/[^/?#]*@/i
/** The same program writes it in angle brackets. */
const BRACKETED = /(\S?)<(https?:\/\/[^\s<>]{3,8000})>(?=(\S?))/gi
/** A program that turns HTML into plain text writes a link's URL behind its text, also when the text is the URL. */
const SAID_TWICE = /(?<!\S)(\S{1,500}?) ?<(?:mailto:)?\1\/?>/gi

/**
 * Replaces URLs of link wrappers by their targets, and removes tracking parameters and secrets, in links and in text.
 * Reports each URL as it was.
 */
export function simplifyLinks(tree: Root): LeftOut[] {
  const leftOut: LeftOut[] = []
  visit(tree, node => {
    if (node.type === 'text') {
      node.value = node.value
        .replace(BARE_URL, found => {
          const tail = TAIL.exec(found)?.[0] ?? ''
          const isClosed = tail.startsWith(')') && found.includes('(')
          const url = isClosed || tail === '' ? found : found.slice(0, -tail.length)
          return simplified(url) + found.slice(url.length)
        })
        .replace(SAID_TWICE, '$1')
        .replace(BRACKETED, (_, before, url, after) => {
          const space = /[\p{L}\p{N}]/u
          return `${before}${before && ' '}${url}${space.test(after) ? ' ' : ''}`
        })
    } else if (node.type === 'element' && node.tagName === 'a' && typeof node.properties.href === 'string') {
      // A URL that names a user is a trap (`https://github.com@evil.example`). It stays, and is not linked later.
      const { href } = node.properties
      if (!NAMES_USER.test(href)) node.properties.href = simplified(href)
    }
  })
  return leftOut

  function simplified(url: string): string {
    const target = unwrapUrl(url)
    const result = privateUrl(target)
    if (result === url) return url
    leftOut.push({ rule: target === url ? 'url-parameter' : 'wrapped-link', text: url })
    return result
  }
}
