import { type IssueId, issueName } from '../issue-ref.ts'
import { movedKey, noteEnd, noteStart } from '../marks.ts'
import type { TitledIssue } from '../model.ts'
import type { Texts } from '../texts/catalogue.ts'
import { whyNotRendered } from './attempt.ts'
import { linkHtml, remarkHtml } from './elements.ts'
import { sanitiseHtml } from './html.ts'
import { clean } from './plain.ts'
import { htmlSentence } from './sentences.ts'

/** What every note is made with: the issue that it names, and the texts. */
export type NoteContext = { issue: TitledIssue; texts: Texts }

/** The note about an issue that was created for the ticket: `GitHub issue #7 filed: url`. */
export function filedNote({ issue, texts }: NoteContext): string {
  return noteHtml({ issue, html: sentence(htmlSentence(texts, 'issue-filed', issueValues(issue))) })
}

/** The note that completes a link that an agent made by hand. */
export function linkedNote({ issue, texts }: NoteContext): string {
  return noteHtml({ issue, html: sentence(htmlSentence(texts, 'issue-linked', issueValues(issue))) })
}

/** The note that says that the issue has another address now. It names the address that the issue had before. */
export function movedNote({ issue, texts }: NoteContext, from: IssueId): string {
  const values = { ...issueValues(issue), from: issueName(from) }
  return noteHtml({
    issue,
    html: sentence(htmlSentence(texts, 'issue-moved', values)),
    keys: [movedKey(from)],
  })
}

/** What a note about a label says: the text that the configuration gives the label, or that the issue has it. */
export type LabelNews = { kind: 'text'; text: string } | { kind: 'label'; label: string }

/** The note about a label. */
export function labelNote({ issue, texts }: NoteContext, news: LabelNews, key: string): string {
  const values = issueValues(issue)
  const html =
    news.kind === 'text'
      ? htmlSentence(texts, 'label-note', { ...values, text: clean(news.text).trim() })
      : htmlSentence(texts, 'labelled', { ...values, label: clean(news.label) })
  return noteHtml({ issue, html: sentence(html), keys: [key] })
}

/** The note on a duplicate ticket. `winner` is the ticket that stays, at the address `url`. */
export function duplicateTicketNote(
  { issue, texts }: NoteContext,
  winner: { key: string; url: string },
): string {
  const values = { ...issueValues(issue), ticket: { html: linkHtml(winner, winner.url) } }
  return noteHtml({
    issue,
    html: sentence(htmlSentence(texts, 'duplicate-ticket', values)),
    keys: [winner.key],
  })
}

/** The note that tells agents that a note stays in FreeScout, because the issue's repository is not private. */
export function notRelayedNote(
  { issue, texts }: NoteContext,
  { command, key }: { command: string; key: string },
): string {
  const values = { ...issueValues(issue), command }
  return noteHtml({ issue, html: sentence(htmlSentence(texts, 'not-relayed', values)), keys: [key] })
}

/** A note as HTML. `warnings` say what it could not show and why; `error` is for the debug log. */
export type WrittenNote = { html: string; warnings: string[]; error?: Error }

/**
 * The first note of a ticket that is created from an issue, with the issue's sanitised text (GitHub's `body_html`). `keys`
 * are the keys of the notes that this note makes unnecessary.
 * @throws RangeError for a key that an HTML comment can't hold.
 */
export function createdTicketNote(
  { issue, texts }: NoteContext,
  { html, keys }: { html: string; keys: string[] },
): WrittenNote {
  const first = sentence(htmlSentence(texts, 'ticket-created', issueValues(issue)))
  const read = sanitiseHtml(html, { issueUrl: issue.url, ending: texts['rest-on-github'] })
  const text = read.kind === 'rendered' ? read.value : remarkHtml(texts['issue-unreadable'])
  const note = noteHtml({ issue, html: first + text, keys })
  if (read.kind === 'rendered') return { html: note, warnings: [] }
  const warning = `The text of ${issueName(issue)} is not shown on its ticket, because ${whyNotRendered(read)}. Read it on GitHub.`
  return { html: note, warnings: [warning], ...(read.error && { error: read.error }) }
}

/**
 * One of our notes: what it says, between the marks by which it is recognised. `html` is safe already.
 * @throws RangeError for a key that an HTML comment can't hold.
 */
export function noteHtml({
  issue,
  html,
  keys = [],
}: {
  issue: TitledIssue
  html: string
  keys?: string[]
}): string {
  return `${noteStart(issue.url)}${html}${noteEnd(issue.url, keys)}`
}

/** The values of the placeholders that every note may use. */
export function issueValues(issue: TitledIssue) {
  return {
    issue: { html: linkHtml(issue, issueName(issue)) },
    number: { html: linkHtml(issue, `#${issue.number}`) },
    url: { html: linkHtml(issue, issue.url) },
    title: clean(issue.title).trim(),
  }
}

/** A paragraph of a note. Line breaks in the text stay. */
export function sentence(html: string): string {
  return `<p>${html.replaceAll('\n', '<br>')}</p>`
}
