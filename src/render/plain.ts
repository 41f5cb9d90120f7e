/**
 * U+200B. Renovate and Dependabot put it after an `@`: it ends the token for GitHub, and nobody sees it.
 * Whatever stood in the hostile text itself is removed by {@link clean}, so every one in our output is ours.
 */
export const ZERO_WIDTH = '\u200B'

/** GitHub's limit for an issue's title, in characters. */
const TITLE_LIMIT = 256

/**
 * Control and format characters: escape codes, bidirectional overrides ("Trojan Source"), invisible spaces, tag
 * characters. Kept: tab, newline, the joiners that emoji and Indic scripts need, Arabic's visible number signs.
 */
const INVISIBLE = /(?!\t|\n)\p{Cc}|(?!\u200C|\u200D|[\u0600-\u0605\u06DD\u070F\u08E2])\p{Cf}/gu

/** 7 to 40 hexadecimal digits standing alone: what GitHub takes for a commit. */
const SHA = /(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])/gi

const ADDRESS_OR_AT =
  /(?<![^\s(<,;:])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?=[.,;:!?]?(?:[\s)>]|$))|@/g

/** Removes what can't be seen, pairs up what is half a character, and makes every line break a `\n`. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
}

/** Whether `word` holds something that GitHub would look up as a commit. */
export function looksLikeCommit(word: string): boolean {
  return word.search(SHA) >= 0
}

/**
 * Makes cleaned text inert on GitHub without changing how it looks: zero-width characters break up mentions,
 * references, bare URLs and our own marks. It judges text as a reader sees it, after entities, escapes and tags
 * are gone, because that is when GitHub looks for references.
 *
 * - Every `@` gets its break, but for one in an e-mail address that stands alone: that mentions nobody and stays
 *   copyable. (`a@b.example@octocat` is no such address: GitHub links the first half, and what is left mentions.)
 * - A `#` counts before a digit and at the end: what follows there may be a tag away (`<b>#</b>1`).
 * - A commit gets its break in front: GitHub wants a space or bracket there, and a double click still takes it whole.
 * - Breaking `://` and `www.` keeps GitHub from linking a bare URL and then reading it as a reference.
 */
export function neutralise(text: string): string {
  return text
    .replace(ADDRESS_OR_AT, found => (found === '@' ? `@${ZERO_WIDTH}` : found))
    .replace(/#(?=\d|$)/g, `#${ZERO_WIDTH}`)
    .replace(/gh-(?=\d|$)/gi, `$&${ZERO_WIDTH}`)
    .replace(/:(?=\/\/)|(?:www|github)(?=\.)|(?:mailto|xmpp)(?=:)/gi, breakAfter)
    .replace(/freescout-(?=autolink)/gi, `$&${ZERO_WIDTH}`)
    .replace(SHA, `${ZERO_WIDTH}$&`)
}

/** The same for inline code. GitHub acts on none of it, but a reply by e-mail comes back without its backticks. */
export function neutraliseCode(text: string): string {
  return text
    .replace(/(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])/g, `@${ZERO_WIDTH}`)
    .replace(/#(?=\d)|gh-(?=\d)|freescout-(?=autolink)/gi, `$&${ZERO_WIDTH}`)
}

/** Keeps fenced code literal but for our own name: no line in it can read as one of our marks. */
export function neutraliseFence(text: string): string {
  return text.replace(/freescout-(?=autolink)/gi, `$&${ZERO_WIDTH}`)
}

/** One line of cleaned text of at most `limit` UTF-16 units, never half a character; `…` says that it was cut. */
export function oneLine(text: string, limit: number): string {
  const line = clean(text).replace(/\s+/g, ' ').trim()
  if (line.length <= limit) return line
  return `${line
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`
}

/**
 * An issue's title made of hostile text: one inert line of 1 to 256 UTF-16 units.
 * `fallback` is taken as it is when nothing visible is left.
 */
export function issueTitle(text: string, fallback: string): string {
  for (let limit = TITLE_LIMIT; limit > 0; limit -= 8) {
    const title = neutralise(oneLine(text, limit))
    if (title.length <= TITLE_LIMIT) return /[\p{L}\p{N}\p{P}\p{S}]/u.test(title) ? title : fallback
  }
  return fallback
}

// `:` and a scheme break before the colon, the other words after them; either way the token ends.
function breakAfter(found: string): string {
  return found === ':' ? `${ZERO_WIDTH}:` : `${found}${ZERO_WIDTH}`
}
