/**
 * The URL of an issue: `https://host/owner/repo/issues/42`; `$1` is the host, `$2` owner/repo, `$3` the number.
 *
 * Any host may be one of GitHub Enterprise, so the form decides, and the badge names the host. A slash, a query or a
 * fragment at the end is put up with and left out. What the groups let through has no meaning in HTML, and needs no
 * escaping; a path of `.` or `..` would lead elsewhere.
 */
export const ISSUE_URL =
  /^https:\/\/([a-z\d-]+(?:\.[a-z\d-]+)*(?::\d{1,5})?)\/([\w-]+\/(?!\.{1,2}\/)[\w.-]+)\/issues\/([1-9]\d{0,9})\/?(?:[?#].*)?$/i

/**
 * The link's attributes, in terms of `ISSUE_URL`. A new tab, because a reply may be half-written beside the badge;
 * no referrer, because where the tickets are is nobody's business.
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
 * How the link looks. Every colour is made of the text's around it, so that it fits a light page, a dark one, and
 * one with the system's high-contrast colours, whichever way the page decides between them.
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
 * The badge of a ticket's issue, for a console that renders on a server: a link `owner/repo#42` as HTML, to be styled
 * with `BADGE_STYLE`.
 *
 * @param url what is in the ticket's field
 * @returns an empty text when that is empty, or anything but the URL of an issue
 */
export function badge(url: string | null | undefined): string {
  const given = String(url ?? '').trim()
  if (!ISSUE_URL.test(given)) return ''
  const attributes = Object.entries(BADGE_LINK).map(
    ([name, value]) => `${name}="${given.replace(ISSUE_URL, value)}"`,
  )
  return `<a ${attributes.join(' ')}>${given.replace(ISSUE_URL, BADGE_TEXT)}</a>`
}
