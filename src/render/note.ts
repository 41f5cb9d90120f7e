import { type IssueId, issueName } from '../issue-ref.ts'
import { movedKey, noteEnd, noteStart } from '../marks.ts'
import type { TitledIssue } from '../model.ts'
import type { TextName, Texts } from '../texts/catalogue.ts'
import { whyNotRendered } from './attempt.ts'
import { linkHtml, remarkHtml } from './elements.ts'
import { sanitiseHtml } from './html.ts'
import { clean, neutraliseFence } from './plain.ts'
import { type Html, htmlSentence, type Values } from './sentences.ts'

/** What every note is made with: the issue that it names, and the texts. */
export type NoteContext = { issue: TitledIssue; texts: Texts }

/** The note about an issue that was created for the ticket: `GitHub issue #7 filed: url`. */
export function filedNote(about: NoteContext): string {
  return sentenceNote(about, 'issue-filed', { values: {} })
}

/** The note that completes a link that an agent made by hand. */
export function linkedNote(about: NoteContext): string {
  return sentenceNote(about, 'issue-linked', { values: {} })
}

/** The note that says that the issue has another address now. It names the address that the issue had before. */
export function movedNote(about: NoteContext, from: IssueId): string {
  return sentenceNote(about, 'issue-moved', { values: { from: issueName(from) }, key: movedKey(from) })
}

/** What a note about a label says: the text that the configuration gives the label, or that the issue has it. */
export type LabelNews = { kind: 'text'; text: string } | { kind: 'label'; label: string }

/** The note about a label. */
export function labelNote(about: NoteContext, news: LabelNews, key: string): string {
  return news.kind === 'text'
    ? sentenceNote(about, 'label-note', { values: { text: clean(news.text).trim() }, key })
    : sentenceNote(about, 'labelled', { values: { label: clean(news.label) }, key })
}

/** The note on a duplicate ticket. `winner` is the ticket that stays, at the address `url`. */
export function duplicateTicketNote(about: NoteContext, winner: { key: string; url: string }): string {
  const ticket = { html: linkHtml(winner, winner.url) }
  return sentenceNote(about, 'duplicate-ticket', { values: { ticket }, key: winner.key })
}

/** The note that tells agents that a note stays in FreeScout, because the issue's repository is not private. */
export function notRelayedNote(
  about: NoteContext,
  { command, key }: { command: string; key: string },
): string {
  return sentenceNote(about, 'not-relayed', { values: { command }, key })
}

/**
 * A note that is one sentence about its issue. `values` are those besides the issue's own.
 * @throws RangeError for a key that an HTML comment can't hold.
 */
export function sentenceNote<Name extends TextName>(
  { issue, texts }: NoteContext,
  name: Name,
  {
    values,
    key,
  }: { values: Omit<Values<Name, string | Html>, keyof ReturnType<typeof issueValues>>; key?: string },
): string {
  const all = { ...issueValues(issue), ...values } as Values<Name, string | Html>
  const html = sentence(htmlSentence(texts, name, all))
  return noteHtml({ issue, html, keys: key === undefined ? [] : [key] })
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

/**
 * The values of the placeholders that every note may use. FreeScout's editor removes the invisible start of a note. Then a
 * title at the start must not read as one.
 */
export function issueValues(issue: TitledIssue) {
  return {
    issue: { html: linkHtml(issue, issueName(issue)) },
    number: { html: linkHtml(issue, `#${issue.number}`) },
    url: { html: linkHtml(issue, issue.url) },
    title: neutraliseFence(clean(issue.title)).trim(),
  }
}

/** A paragraph of a note. Line breaks in the text stay. */
export function sentence(html: string): string {
  return `<p>${html.replaceAll('\n', '<br>')}</p>`
}
