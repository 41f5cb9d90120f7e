import { type IssueId, issueName } from '../issue-ref.ts'
import { movedKey, noteKey, splitKeys } from '../marks.ts'
import type { IssueRef } from '../model.ts'
import { PREFIX } from '../names.ts'
import { whyNotRendered } from './attempt.ts'
import { sanitiseHtml } from './html.ts'
import { clean } from './plain.ts'

/** One of our notes: its issue, its plain text, and a key if a ticket must get the note only once. */
type Note = { issue: IssueRef; text: string; key?: string }

/** The note about an issue that was created for the ticket: `[freescout-autolink] GitHub issue #7 filed: url`. */
export function filedNote({ issue }: { issue: IssueRef }): string {
  return about(issue, 'filed')
}

/** The note that completes a link that an agent made by hand. */
export function linkedNote({ issue }: { issue: IssueRef }): string {
  return about(issue, 'linked')
}

/**
 * Any other note, as HTML. It shows the issue's URL, because the receiver recognises our notes by it. The URL comes
 * before the text, because `readNote` takes the first issue URL.
 * @throws RangeError for a key that an HTML comment can't hold.
 */
export function noteHtml({ issue, text, key }: Note): string {
  const lines = escaped(clean(text).trim()).replaceAll('\n', '<br>')
  return `<p>${PREFIX} ${link(issue, issue.url)}: ${lines}</p>${key === undefined ? '' : safeKeys([key])}`
}

/** The note that says that the issue has another address now. It names the address that the issue had before. */
export function movedNote({ issue, from }: { issue: IssueRef; from: IssueId }): string {
  return noteHtml({ issue, text: movedText(from), key: movedKey(from) })
}

/** What the note says that is about an issue with a new address. */
export function movedText(from: IssueId): string {
  return `moved here from ${issueName(from)}.`
}

/** An issue and its text (GitHub's `body_html`). `keys` are the keys of the notes that this note makes unnecessary. */
type IssueText = { issue: IssueRef & { title: string }; html: string; keys: string[] }

/** A note as HTML. `warnings` say what it could not show and why; `error` is for the debug log. */
export type WrittenNote = { html: string; warnings: string[]; error?: Error }

/**
 * The first note of a ticket that is created from an issue, with the issue's sanitised text.
 * @throws RangeError for a key that an HTML comment can't hold.
 */
export function createdTicketNote({ issue, html, keys }: IssueText): WrittenNote {
  const title = `<p>${PREFIX} ${link(issue, issueName(issue))}: <strong>${escaped(clean(issue.title).trim())}</strong></p>`
  const end = keys.length ? safeKeys(keys) : ''
  const text = sanitiseHtml(html, { issueUrl: issue.url })
  if (text.kind === 'rendered') return { html: `${title}${text.value}${end}`, warnings: [] }
  const hint = '<p><em>The text of the issue can’t be shown here. Please read it on GitHub.</em></p>'
  const warning = `The text of ${issueName(issue)} is not shown on its ticket, because ${whyNotRendered(text)}. Read it on GitHub.`
  return { html: `${title}${hint}${end}`, warnings: [warning], ...(text.error && { error: text.error }) }
}

/**
 * The invisible end of a note, with its keys.
 * @throws RangeError for a key that an HTML comment can't hold.
 */
export function safeKeys(keys: string[]): string {
  const joined = keys.join('+')
  const isSafe = /^[\w.:+-]{1,1000}$/.test(joined) && !joined.includes('--')
  if (isSafe && splitKeys(joined).length === keys.length) return noteKey(joined)
  throw new RangeError(
    'A note holds keys of 1 to 1000 letters, digits or . : + - _ (no "--"). ' +
      `Each starts with a letter and has no "+" before a letter, not ${JSON.stringify(joined)}.`,
  )
}

function about(issue: IssueRef, verb: string): string {
  return `<p>${PREFIX} GitHub issue ${link(issue, `#${issue.number}`)} ${verb}: ${link(issue, issue.url)}</p>`
}

/** A link as HTML. */
export function link({ url }: Pick<IssueRef, 'url'>, text: string): string {
  return `<a href="${escaped(url)}">${escaped(text)}</a>`
}

/** Plain text as HTML, for an element or an attribute. */
export function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, character => entities[character] ?? character)
}
