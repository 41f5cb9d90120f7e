/**
 * U+200B. Renovate and Dependabot put it after an `@`: GitHub's token ends there, and nobody sees it.
 * {@link clean} removes it from the hostile text, so every U+200B in our output is our own.
 */
export const ZERO_WIDTH = '\u200B'

/** GitHub's limit for an issue's title, in characters. */
export const TITLE_LIMIT = 256

/**
 * Control and format characters: escape codes, bidirectional overrides ("Trojan Source"), invisible spaces, tag
 * characters. Not among them: tab, newline, the joiners of emoji and Indic scripts, Arabic's visible number signs.
 */
const INVISIBLE = /(?!\t|\n)\p{Cc}|(?!\u200C|\u200D|[\u0600-\u0605\u06DD\u070F\u08E2])\p{Cf}/gu

/** 7 to 40 hexadecimal digits that stand alone. GitHub reads them as a commit. */
const SHA = /(?<![A-Za-z0-9])[0-9a-f]{7,40}(?![A-Za-z0-9])/gi

const ADDRESS_OR_AT =
  /(?<![^\s(<,;:"'“„‘«‹[{|=])[\w.+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}(?=[.,;:!?]?(?:[\s)>"'”’»›\]}|]|$))|@/g

/** Removes invisible characters, replaces half characters, and turns every line break into `\n`. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(INVISIBLE, '')
}

/** Whether GitHub would look up a commit for `word`. */
export function looksLikeCommit(word: string): boolean {
  return word.search(SHA) >= 0
}

/**
 * Makes cleaned text inert on GitHub without changing its look: zero-width characters break up mentions,
 * references, bare URLs and our own marks. It takes the text without entities, escapes and tags, because GitHub
 * looks for references in that form.
 *
 * - Every `@` is broken, except in an e-mail address that stands alone: that mentions nobody and stays copyable.
 *   (`a@b.example@octocat` is no such address: GitHub links the first half, and the rest mentions somebody.)
 * - A `#` is broken before a digit and at the end, because a digit may follow behind a tag (`<b>#</b>1`).
 * - The break stands before a commit: GitHub links it only after a space or bracket. A double click selects all of it.
 * - Broken `://` and `www.` keep GitHub from linking a bare URL and from reading it as a reference.
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

/**
 * Does the same for inline code. GitHub ignores references there, but a reply by e-mail quotes it without backticks.
 */
export function neutraliseCode(text: string): string {
  return text
    .replace(/(?<![A-Za-z0-9_])@(?=[A-Za-z0-9])/g, `@${ZERO_WIDTH}`)
    .replace(/#(?=\d)|gh-(?=\d)|freescout-(?=autolink)/gi, `$&${ZERO_WIDTH}`)
}

/** Breaks up only our own name in fenced code, so that no line in it reads as one of our marks. */
export function neutraliseFence(text: string): string {
  return text.replace(/freescout-(?=autolink)/gi, `$&${ZERO_WIDTH}`)
}

/** Whether a reader sees anything of a text: a letter, a digit or a sign. */
export function isVisible(text: string): boolean {
  return /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)
}

/** One line of cleaned text of at most `limit` UTF-16 units, without half characters; a cut line ends in `…`. */
export function oneLine(text: string, limit: number): string {
  const line = clean(text).replace(/\s+/g, ' ').trim()
  if (line.length <= limit) return line
  return `${line
    .slice(0, limit - 1)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()}…`
}

/**
 * Makes an issue's title from hostile text: one inert line of 1 to 256 UTF-16 units.
 * Returns `fallback` unchanged when nothing visible is left.
 */
export function issueTitle(text: string, fallback: string): string {
  for (let limit = TITLE_LIMIT; limit > 0; limit -= 8) {
    const title = neutralise(oneLine(text, limit))
    if (title.length <= TITLE_LIMIT) return isVisible(title) ? title : fallback
  }
  return fallback
}

// The break stands before the colon of `://`, and after the last letter of a word. Both end GitHub's token.
function breakAfter(found: string): string {
  return found === ':' ? `${ZERO_WIDTH}:` : `${found}${ZERO_WIDTH}`
}
