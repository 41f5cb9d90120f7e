import type { Config } from '../config/schema.ts'
import { plainWords } from '../config/values.ts'
import { writeBlock } from '../link/ticket-link.ts'
import type { Mailbox, Ticket } from '../model.ts'
import { FROM_GITHUB_TAG, hasTag } from '../names.ts'
import type { Reason } from '../outcome.ts'
import { shownText } from '../render/tree.ts'
import { firstCustomerMessage } from '../threads.ts'

/** A ticket, and everything else that decides whether an issue may be created from it. */
type Candidate = { ticket: Ticket; mailbox: Mailbox | undefined; config: Config }

/** The rules for tickets that may be written to, in their order. The first that holds gives the reason. */
const RULES: { reason: Reason; holds: (candidate: Candidate) => boolean }[] = [
  { reason: 'from-github', holds: ({ ticket }) => hasTag(ticket, FROM_GITHUB_TAG) },
  { reason: 'mailbox-not-watched', holds: ({ mailbox, config }) => !isWatched(mailbox, config) },
  { reason: 'no-trigger-tag', holds: triggerTagIsMissing },
  { reason: 'keyword-missing', holds: requiredKeywordIsMissing },
]

/**
 * Why no issue may be created from this ticket, or `undefined` when one may. A closed ticket may get an issue, too.
 * This is only about new issues: a ticket with a link is kept up to date in any mailbox.
 */
export function creationBlock(
  ticket: Ticket,
  about: { mailbox: Mailbox | undefined; config: Config },
): Reason | undefined {
  return writeBlock(ticket) ?? RULES.find(({ holds }) => holds({ ticket, ...about }))?.reason
}

/** Whether tickets of this mailbox may become issues. No mailbox is watched by default. */
export function isWatched(mailbox: Mailbox | undefined, { mailboxes }: Config): boolean {
  return mailbox !== undefined && mailboxes.includes(mailbox.email.toLowerCase())
}

/** Whether the ticket has one of the tags that ask for an issue. */
export function hasTriggerTag(ticket: Ticket, { criteria }: Config): boolean {
  return criteria.tags.some(tag => hasTag(ticket, tag))
}

/** With the keyword mode `also`, a keyword counts like a tag. */
function triggerTagIsMissing({ ticket, config }: Candidate): boolean {
  if (hasTriggerTag(ticket, config)) return false
  return config.criteria.keywords.mode !== 'also' || !hasKeyword(ticket, config)
}

function requiredKeywordIsMissing({ ticket, config }: Candidate): boolean {
  return config.criteria.keywords.mode === 'require' && !hasKeyword(ticket, config)
}

/**
 * Whether a ticket from a list may get an issue once its messages are read. A list has no messages, so a keyword may be
 * in the first one.
 */
export function mayHaveKeyword(
  ticket: Ticket,
  about: { mailbox: Mailbox | undefined; config: Config },
): boolean {
  const { mode } = about.config.criteria.keywords
  const block = creationBlock(ticket, about)
  return (
    (mode === 'require' && block === 'keyword-missing') || (mode === 'also' && block === 'no-trigger-tag')
  )
}

/** HTML beyond this many characters is not searched for keywords. */
const SEARCHED_CHARACTERS = 256 * 1024

/**
 * Searches the subject and the first customer message, ignoring case, from the start of a word: `crash` finds
 * "crashes", `bug` does not find "debug".
 */
function hasKeyword(ticket: Ticket, { criteria }: Config): boolean {
  const html = firstCustomerMessage(ticket)?.body.slice(0, SEARCHED_CHARACTERS) ?? ''
  const text = plainWords(`${ticket.subject} ${messageText(html)}`)
  return criteria.keywords.words.some(word => startsAWord(text, plainWords(word)))
}

/** The text of a message. HTML that was built to exhaust a parser only loses its tags. */
function messageText(html: string): string {
  const shown = shownText(html)
  return shown.kind === 'rendered' ? shown.value : html.replace(/<[^<>]*>/g, ' ')
}

/** A word without a letter or a sign is nowhere. The configuration refuses it. */
function startsAWord(text: string, word: string): boolean {
  if (word === '') return false
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(text.slice(Math.max(at - 2, 0), at))) return true
  }
  return false
}
