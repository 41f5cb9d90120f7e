import { noteKey } from '../marks.ts'
import type { IssueRef } from '../model.ts'
import { PREFIX } from '../names.ts'
import { clean } from './plain.ts'

/** A note of ours: what it is about, what it says (plain text, escaped here), and its key if it must be unique. */
export type Note = { issue: IssueRef; text: string; key?: string }

/** The note that tells a ticket its new issue: "[freescout-autolink] GitHub issue #7 filed: url". */
export function filedNote({ issue }: { issue: IssueRef }): string {
  return about(issue, 'filed')
}

/** The note that completes a link which an agent made by hand. */
export function linkedNote({ issue }: { issue: IssueRef }): string {
  return about(issue, 'linked')
}

/**
 * Any other note, as HTML. It shows the issue's URL, by which the receiver knows our own note when it comes back.
 * The issue comes first, whatever the text holds: `readNote` takes the first issue URL.
 * @throws RangeError for a key that would not survive in an HTML comment.
 */
export function noteHtml({ issue, text, key }: Note): string {
  const lines = escaped(clean(text).trim()).replaceAll('\n', '<br>')
  return `<p>${PREFIX} ${link(issue, issue.url)}: ${lines}</p>${key === undefined ? '' : safeKey(key)}`
}

/** What a ticket is born with: the issue's text as sanitised HTML (`undefined`: it can't be shown), and what is told by it. */
export type CreatedTicketNote = {
  issue: IssueRef & { title: string }
  html: string | undefined
  keys: string[]
}

/** The note that a ticket made from an issue consists of. */
export function createdTicketNote({ issue, html, keys }: CreatedTicketNote): string {
  const title = escaped(clean(issue.title).trim())
  const text = html ?? '<p><em>The text of the issue can’t be shown here. Please read it on GitHub.</em></p>'
  return `<p>${PREFIX} ${link(issue, name(issue))}: <strong>${title}</strong></p>${text}${keys.length ? safeKey(keys.join('+')) : ''}`
}

function safeKey(key: string): string {
  if (/^[\w.:+-]{1,1000}$/.test(key) && !key.includes('--')) return noteKey(key)
  throw new RangeError(
    `A note's key is 1 to 1000 letters, digits or . : + - _ (no "--"), not ${JSON.stringify(key)}.`,
  )
}

function name({ repository, number }: IssueRef): string {
  return `${repository}#${number}`
}

function about(issue: IssueRef, verb: string): string {
  return `<p>${PREFIX} GitHub issue ${link(issue, `#${issue.number}`)} ${verb}: ${link(issue, issue.url)}</p>`
}

function link({ url }: IssueRef, text: string): string {
  return `<a href="${escaped(url)}">${escaped(text)}</a>`
}

function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[&<>"']/g, character => entities[character] ?? character)
}
