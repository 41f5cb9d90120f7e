import type { BlockContent, PhrasingContent } from 'mdast'
import { commentKey, relayMark } from '../marks.ts'
import type { Person, Thread, Ticket } from '../model.ts'
import type { Texts } from '../texts/catalogue.ts'
import { type GaveUp, whyNotRendered } from './attempt.ts'
import { type AfterCommand, afterCommand } from './command.ts'
import { markedComment } from './comment.ts'
import { cutTree } from './cut.ts'
import { linkHtml, paragraph, remark, remarkHtml, textNode } from './elements.ts'
import { sanitiseHtml } from './html.ts'
import { htmlToBlocks, serialise } from './markdown.ts'
import { issueValues, type NoteContext, noteHtml, sentence, type WrittenNote } from './note.ts'
import { neutralise, oneLine } from './plain.ts'
import { findPeople, peopleToRedact, redaction } from './redact.ts'
import { htmlSentence, markdownSentence, plainSentence } from './sentences.ts'

/** A comment on an issue that goes to a ticket. `html` is GitHub's `body_html`, `author` a login, `url` its address. */
export type RelayedComment = { id: number; url: string; author: string; html: string }

/**
 * The note that a comment becomes on a ticket: who wrote it, with a link to it, and its sanitised text without the command.
 */
export function relayedCommentNote(
  { issue, texts }: NoteContext,
  { id, url, author, html }: RelayedComment,
  command: string,
): WrittenNote {
  const by = { html: linkHtml({ url: url || issue.url }, author) }
  const first = sentence(htmlSentence(texts, 'comment-relayed', { ...issueValues(issue), author: by }))
  const write = (shown: string) => noteHtml({ issue, html: first + shown, keys: [commentKey(id)] })
  const read = afterCommand(html, command)
  const ending = texts['rest-on-github']
  const shown =
    read.kind === 'rendered' ? sanitiseHtml(read.value?.html ?? html, { issueUrl: issue.url, ending }) : read
  if (shown.kind === 'rendered') {
    const body = shown.value || remarkHtml(texts['comment-empty'])
    return { html: write(isCut(read) ? body + remarkHtml(ending) : body), warnings: [] }
  }
  const warning = `The text of ${url} is not shown on its ticket, because ${whyNotRendered(shown)}. Read it on GitHub.`
  const note = write(remarkHtml(texts['comment-unreadable']))
  return { html: note, warnings: [warning], ...(shown.error && { error: shown.error }) }
}

function isCut(read: { kind: 'rendered'; value: AfterCommand } | GaveUp): boolean {
  return read.kind === 'rendered' && (read.value?.cut ?? false)
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
  texts: Texts
}

/** A comment's text. `warnings` say what is not shown and why, without quoting the note. */
type WrittenComment = { body: string; warnings: string[]; error?: Error }

/**
 * The comment that a note becomes on an issue: which ticket it is from, the note as an inert quote without the command, and
 * its mark on the last line. No text of the note can act on GitHub, and none makes this throw.
 */
export function relayedNoteComment(input: RelayInput): WrittenComment {
  const { ticket, thread, includeCustomer, texts } = input
  const mark = relayMark({ ticketId: ticket.id, threadId: thread.id })
  const first = paragraph(...firstLine(input))
  const write = (...blocks: BlockContent[]) => markedComment(serialise([first, ...blocks]), mark)

  const hidden = includeCustomer ? undefined : peopleToRedact(ticket)
  const redact = hidden ? redaction(hidden) : (same: string) => same
  const mail = { signature: 'keep' as const, findPeople: hidden && findPeople(hidden), texts }
  const read = afterCommand(thread.body, input.command)
  const quoted =
    read.kind === 'rendered' ? htmlToBlocks(read.value?.html ?? '', { ...input, redact }, mail) : read
  if (quoted.kind === 'gave-up') {
    const warning = `The note ${thread.id} of ticket #${ticket.number} is not shown in its issue, because ${whyNotRendered(quoted)}. Read it in FreeScout.`
    const body = write(remark(texts['note-unreadable']))
    return { body, warnings: [warning], ...(quoted.error && { error: quoted.error }) }
  }
  const { blocks, cut } = quoted.value
  if (blocks.length === 0) return { body: write(remark(texts['note-empty'])), warnings: [] }
  const all: BlockContent = { type: 'blockquote', children: blocks as BlockContent[] }
  const { node, whole } = cutTree(all, TEXT_LIMIT)
  const isWhole = whole && !cut && !isCut(read)
  const body = write(node, ...(isWhole ? [] : [remark(texts['note-cut'])]))
  if (body.length <= COMMENT_LIMIT) return { body, warnings: [] }
  const warning = `The note ${thread.id} of ticket #${ticket.number} is too long for a comment. Read it in FreeScout.`
  return { body: write(remark(texts['note-too-long'])), warnings: [warning] }
}

/** Which ticket the note is from, and who wrote it if that may be said. */
function firstLine({ ticket, thread, ticketUrl, nameAgent, texts }: RelayInput): PhrasingContent[] {
  const named = plainSentence(texts, 'ticket-name', { number: String(ticket.number) })
  const from: PhrasingContent[] = [{ type: 'link', url: ticketUrl, children: [textNode(named)] }]
  const agent = nameAgent && thread.createdBy ? nameOf(thread.createdBy) : ''
  return agent
    ? markdownSentence(texts, 'agent-note-relayed', { ticket: from, agent: [textNode(agent)] })
    : markdownSentence(texts, 'note-relayed', { ticket: from })
}

function nameOf({ firstName, lastName }: Person): string {
  return neutralise(oneLine([firstName, lastName].filter(Boolean).join(' '), 100))
}
