import type { Config } from '../config/schema.ts'
import type { Mailbox, Ticket } from '../model.ts'
import { FROM_GITHUB_TAG } from '../names.ts'
import type { Reason } from '../outcome.ts'
import { firstCustomerMessage } from '../threads.ts'

/** HTML beyond this is not searched for keywords. */
const SEARCHED_CHARACTERS = 256 * 1024

/**
 * Why no issue may be made from this ticket, or `undefined` when one may. An existing link is never judged by
 * this: it keeps its lifecycle whatever the mailbox or origin. The status does not matter here.
 */
export function creationBlock(
  ticket: Ticket,
  { mailbox, config }: { mailbox: Mailbox | undefined; config: Config },
): Reason | undefined {
  if (ticket.state !== 'published') return 'ticket-not-published'
  if (ticket.status === 'spam') return 'ticket-is-spam'
  if (ticket.tags.includes(FROM_GITHUB_TAG)) return 'from-github'
  if (!isWatched(mailbox, config)) return 'mailbox-not-watched'
  return criteriaBlock(ticket, config)
}

/** Whether tickets of this mailbox may become issues. Nothing is watched by default. */
export function isWatched(mailbox: Mailbox | undefined, { mailboxes }: Config): boolean {
  return mailbox !== undefined && mailboxes.includes(mailbox.email.toLowerCase())
}

/** Whether the ticket has one of the tags that make an issue. */
export function hasTriggerTag(ticket: Ticket, { criteria }: Config): boolean {
  return ticket.tags.some(tag => criteria.tags.includes(tag))
}

function criteriaBlock(ticket: Ticket, config: Config): Reason | undefined {
  const { mode, words } = config.criteria.keywords
  const tagged = hasTriggerTag(ticket, config)
  switch (mode) {
    case 'off':
      return tagged ? undefined : 'no-trigger-tag'
    case 'also':
      return tagged || hasKeyword(ticket, words) ? undefined : 'no-trigger-tag'
    case 'require':
      if (!tagged) return 'no-trigger-tag'
      return hasKeyword(ticket, words) ? undefined : 'keyword-missing'
  }
}

/**
 * Looks for the words in the subject and the first customer message, ignoring case, from the start of a word:
 * `crash` finds "crashes", `bug` does not find "debug".
 */
function hasKeyword(ticket: Ticket, words: string[]): boolean {
  const html = firstCustomerMessage(ticket)?.body.slice(0, SEARCHED_CHARACTERS) ?? ''
  const text = plainWords(`${ticket.subject} ${html.replace(/<[^<>]*>/g, ' ')}`)
  return words.some(word => startsAWord(text, plainWords(word)))
}

/** Lower case, with single spaces: a phrase is found across a line break too. */
function plainWords(text: string): string {
  return text
    .replace(/&nbsp;|&#160;/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase()
}

function startsAWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (!/[\p{L}\p{N}]$/u.test(text.slice(Math.max(at - 2, 0), at))) return true
  }
  return false
}
