/**
 * The URL of an issue: `https://host/owner/repo/issues/42`; `$1` is the host, `$2` owner/repo, `$3` the number.
 *
 * The host must be that of the server which the console trusts. A slash, a query or a fragment at the end is ignored.
 * The groups match no character that has a meaning in HTML, so they need no escaping. An owner or a repository called
 * `.` or `..` is refused, because the link would lead elsewhere.
 */
export const ISSUE_URL =
  /^https:\/\/([a-z\d-]+(?:\.[a-z\d-]+)*(?::\d{1,5})?)\/([\w-]+\/(?!\.{1,2}\/)[\w.-]+)\/issues\/([1-9]\d{0,9})\/?(?:[?#].*)?$/i

/** The URL of the issue's server, in terms of `ISSUE_URL`. */
export const ISSUE_SERVER = 'https://$1'

/** The server that the badge trusts unless the console names another one. */
export const DEFAULT_SERVER = 'https://github.com'

/**
 * The link's attributes, in terms of `ISSUE_URL`. It opens a new tab, because the agent may be writing a reply beside
 * the badge. It sends no referrer, because the address of the tickets is private.
 */
export const BADGE_LINK = {
  class: 'github-issue-badge',
  href: 'https://$1/$2/issues/$3',
  target: '_blank',
  rel: 'noopener noreferrer',
  'aria-label': 'GitHub issue $2#$3',
  title: 'Opens $1 in a new tab',
}

/** The link's text, in terms of `ISSUE_URL`. */
export const BADGE_TEXT = '$2#$3'

/**
 * The style of the link. Every colour is derived from the surrounding text's. So the badge fits light pages, dark pages
 * and the system's high-contrast colours.
 */
export const BADGE_STYLE = `
.github-issue-badge {
  display: inline-block; box-sizing: border-box; max-width: 100%; padding: 0 .6em; border-radius: .8em;
  border: 1px solid; border-color: color-mix(in srgb, currentColor 30%, transparent);
  background: color-mix(in srgb, currentColor 6%, transparent);
  color: inherit; font-size: .875em; line-height: 1.5; overflow-wrap: anywhere; text-decoration: none;
}
.github-issue-badge::before {
  content: ""; display: inline-block; box-sizing: border-box; width: .75em; height: .75em; margin-inline-end: .4em;
  border: .11em solid; border-radius: 50%; background: radial-gradient(currentColor 28%, transparent 34%);
  opacity: .75; vertical-align: -.06em;
}
.github-issue-badge:hover { border-color: currentColor; text-decoration: underline; }
.github-issue-badge:focus-visible { outline: 2px solid; outline-offset: 1px; }
`

/**
 * The badge of a ticket's issue, for a console that renders on a server: a link `owner/repo#42` as HTML. `BADGE_STYLE`
 * holds its style.
 *
 * @param url the value of the ticket's field. Anybody who may edit a ticket may write any URL into it.
 * @param server the URL of the only server whose issues are linked, such as `https://github.example.org`
 * @returns an empty text when the value is empty, or not the URL of an issue on this server
 */
export function badge(
  url: string | null | undefined,
  { server }: { server?: string | null | undefined } = {},
): string {
  const given = String(url ?? '').trim()
  const trusted = String(server ?? '').trim() || DEFAULT_SERVER
  if (!ISSUE_URL.test(given)) return ''
  if (given.replace(ISSUE_URL, ISSUE_SERVER).toLowerCase() !== trusted.replace(/\/$/, '').toLowerCase())
    return ''
  const attributes = Object.entries(BADGE_LINK).map(
    ([name, value]) => `${name}="${given.replace(ISSUE_URL, value)}"`,
  )
  return `<a ${attributes.join(' ')}>${given.replace(ISSUE_URL, BADGE_TEXT)}</a>`
}
