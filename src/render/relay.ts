import type { BlockContent, PhrasingContent } from 'mdast'
import { commentKey, relayMark } from '../marks.ts'
import type { IssueRef, Person, Thread, Ticket } from '../model.ts'
import { PREFIX } from '../names.ts'
import { type GaveUp, whyNotRendered } from './attempt.ts'
import { type AfterCommand, afterCommand } from './command.ts'
import { cutTree } from './cut.ts'
import { sanitiseHtml } from './html.ts'
import { people } from './issue.ts'
import { htmlToBlocks, serialise } from './markdown.ts'
import { link, safeKeys, type WrittenNote } from './note.ts'
import { neutralise, oneLine } from './plain.ts'
import { findPeople, redaction } from './redact.ts'

/** A comment on an issue that goes to a ticket. `html` is GitHub's `body_html`, `author` a login, `url` its address. */
export type RelayedComment = { id: number; url: string; author: string; html: string }

/**
 * The note that a comment becomes on a ticket: who wrote it, a link to it, its sanitised text without the command, and its
 * key. The issue's URL can be read in the text, because the receiver recognises our notes by it.
 */
export function relayedCommentNote(
  { id, url, author, html }: RelayedComment,
  { issue, command }: { issue: IssueRef; command: string },
): WrittenNote {
  const comment = link({ url: url || issue.url }, `Comment by ${author}`)
  const head = `<p>${PREFIX} ${comment} on ${link(issue, issue.url)}:</p>`
  const write = (text: string) => `${head}${text}${safeKeys([commentKey(id)])}`
  const read = afterCommand(html, command)
  const text =
    read.kind === 'rendered' ? sanitiseHtml(read.value?.html ?? html, { issueUrl: issue.url }) : read
  if (text.kind === 'rendered') {
    const cut = isCut(read) ? '<p><em>… cut: the rest is on GitHub.</em></p>' : ''
    const shown = text.value || '<p><em>The comment has no text.</em></p>'
    return { html: write(shown + cut), warnings: [] }
  }
  const hint = '<p><em>The text of the comment can’t be shown here. Please read it on GitHub.</em></p>'
  const warning = `The text of ${url} is not shown on its ticket, because ${whyNotRendered(text)}. Read it on GitHub.`
  return { html: write(hint), warnings: [warning], ...(text.error && { error: text.error }) }
}

function isCut(read: { kind: 'rendered'; value: AfterCommand } | GaveUp): boolean {
  return read.kind === 'rendered' && (read.value?.cut ?? false)
}

/** What the agents read when a note stays in FreeScout. */
export function notPublicText(command: string): string {
  return (
    `this repository is not private, so the note that begins with ${command} was not relayed and stays here. ` +
    'To allow it, set relay.public in the configuration. Then write a new note, because this one is never relayed.'
  )
}

/** Longer notes are cut. Markdown is at most about three times as long as its text, and GitHub takes 65,536 characters. */
const TEXT_LIMIT = 16_000
const COMMENT_LIMIT = 65_536

/** A note that goes to an issue. Addresses are without a slash at their end. */
export type RelayInput = {
  ticket: Ticket
  thread: Thread
  ticketUrl: string
  command: string
  freescoutUrl: string
  serverUrl: string
  /** Whether to name the user who wrote the note. */
  nameAgent: boolean
  /** Whether the customer may be named. If so, nothing is redacted. */
  includeCustomer: boolean
}

/** A comment's text. `warnings` say what is not shown and why, without quoting the note. */
type WrittenComment = { body: string; warnings: string[]; error?: Error }

/**
 * The comment that a note becomes on an issue: which ticket it is from, the note as an inert quote without the command, and
 * its mark on the last line. No text of the note can act on GitHub, and none makes this throw.
 */
export function relayedNoteComment(input: RelayInput): WrittenComment {
  const { ticket, thread, ticketUrl, nameAgent, includeCustomer } = input
  const name = nameAgent && thread.createdBy ? nameOf(thread.createdBy) : ''
  const from: PhrasingContent = {
    type: 'link',
    url: ticketUrl,
    children: [text(`FreeScout ticket #${ticket.number}`)],
  }
  const intro = paragraph(text(name ? `Note by ${name} on ` : 'Note on '), from, text(':'))
  const mark = relayMark({ ticketId: ticket.id, threadId: thread.id })
  const assemble = (blocks: BlockContent[]) => `${PREFIX} ${serialise([intro, ...blocks])}\n\n${mark}`

  const hidden = includeCustomer ? undefined : people(ticket)
  const redact = hidden ? redaction(hidden) : (same: string) => same
  const mail = { signature: 'keep' as const, findPeople: hidden && findPeople(hidden) }
  const read = afterCommand(thread.body, input.command)
  const quoted =
    read.kind === 'rendered' ? htmlToBlocks(read.value?.html ?? '', { ...input, redact }, mail) : read
  if (quoted.kind === 'gave-up') {
    const warning = `The note ${thread.id} of ticket #${ticket.number} is not shown in its issue, because ${whyNotRendered(quoted)}. Read it in FreeScout.`
    const body = assemble([remark('The note can’t be shown here. Please read it in FreeScout.')])
    return { body, warnings: [warning], ...(quoted.error && { error: quoted.error }) }
  }
  if (quoted.value.blocks.length === 0)
    return { body: assemble([remark('The note has no text.')]), warnings: [] }
  const all: BlockContent = { type: 'blockquote', children: quoted.value.blocks as BlockContent[] }
  const { node, whole } = cutTree(all, TEXT_LIMIT)
  const isWhole = whole && !quoted.value.cut && !isCut(read)
  const body = assemble([node, ...(isWhole ? [] : [remark('… cut. The whole note is in FreeScout.')])])
  if (body.length <= COMMENT_LIMIT) return { body, warnings: [] }
  const warning = `The note ${thread.id} of ticket #${ticket.number} is too long for a comment. Read it in FreeScout.`
  return {
    body: assemble([remark('The note is too long. Please read it in FreeScout.')]),
    warnings: [warning],
  }
}

function nameOf({ firstName, lastName }: Person): string {
  return neutralise(oneLine([firstName, lastName].filter(Boolean).join(' '), 100))
}

function paragraph(...children: PhrasingContent[]): BlockContent {
  return { type: 'paragraph', children }
}

function remark(value: string): BlockContent {
  return paragraph({ type: 'emphasis', children: [text(value)] })
}

function text(value: string): PhrasingContent {
  return { type: 'text', value }
}
