import { noteKey, PREFIX } from '../marker.ts'
import type { IssueRef } from '../model.ts'
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
 * Any other note, as HTML. The issue comes first, whatever the text holds: `readNote` takes the first issue URL.
 * @throws RangeError for a key that would not survive in an HTML comment.
 */
export function noteHtml({ issue, text, key }: Note): string {
  if (key !== undefined && (!/^[\w.:+-]{1,200}$/.test(key) || key.includes('--'))) {
    throw new RangeError(
      `A note's key is 1 to 200 letters, digits or . : + - _ (no "--"), not ${JSON.stringify(key)}.`,
    )
  }
  const lines = escaped(clean(text).trim()).replaceAll('\n', '<br>')
  const name = `${issue.repository}#${issue.number}`
  return `<p>${PREFIX} ${link(issue, name)}: ${lines}</p>${key === undefined ? '' : noteKey(key)}`
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
