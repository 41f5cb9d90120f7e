import { PREFIX } from '../src/names.ts'
import { type Delivery, fieldValue } from './delivery.ts'
import { OTHER } from './log.ts'

/** Why a genuine delivery is not forwarded. */
export type IgnoreReason = 'event-not-forwarded' | 'mailbox-not-watched' | 'nothing-to-do'

/** What the operator chose; `null` means no choice. */
export type FilterSettings = { events: string[] | null; mailboxIds: number[] | null; issueField: string }

type Case = { event: string; delivery: Delivery; settings: FilterSettings }

/** The rules in their order; the first that holds gives the reason. */
const RULES: { reason: IgnoreReason; holds: (about: Case) => boolean }[] = [
  { reason: 'event-not-forwarded', holds: ({ event }) => isNeverForwarded(event) },
  { reason: 'event-not-forwarded', holds: eventIsNotWanted },
  { reason: 'event-not-forwarded', holds: isReplyThatChangesNothing },
  { reason: 'mailbox-not-watched', holds: mailboxIsNotWatched },
  { reason: 'nothing-to-do', holds: isEchoOfOurNote },
  { reason: 'nothing-to-do', holds: isUnlinkedSpam },
]

/**
 * Why this delivery needs no run, or `undefined` to forward it. A run costs money, but a delivery that is
 * dropped wrongly loses work: what can't be judged passes, so when in doubt it forwards.
 *
 * The event's name is not signed. All it can do is to have a delivery ignored.
 */
export function reasonToIgnore(about: Case): IgnoreReason | undefined {
  return RULES.find(rule => rule.holds(about))?.reason
}

/** Events whose object is no ticket (`customer.*`: the id is a customer's) or is gone (`convo.deleted*`). */
export function isNeverForwarded(event: string): boolean {
  return event.startsWith('customer.') || event.startsWith('convo.deleted')
}

/** With a list: what isn't on it, unless it has no name to look up. Without: an assignment changes no link. */
function eventIsNotWanted({ event, settings }: Case): boolean {
  if (settings.events) return event !== OTHER && !settings.events.includes(event)
  return event === 'convo.assigned'
}

/**
 * Of replies only those matter that may have closed or reopened a linked ticket: FreeScout before API & Webhooks
 * 1.0.82 sends no `convo.status` for "send and close". An operator who lists replies gets them all.
 */
function isReplyThatChangesNothing({ event, delivery, settings }: Case): boolean {
  if (event !== 'convo.agent.reply.created' && event !== 'convo.customer.reply.created') return false
  if (settings.events) return false
  return isSurelyUnlinked(delivery, settings) || wasSurelyNeverClosed(delivery)
}

/**
 * Another mailbox's ticket, unless it is linked or was just moved: an existing link is kept up wherever the
 * ticket goes, and moving it hides the field (its new mailbox has its own).
 */
function mailboxIsNotWatched({ event, delivery, settings }: Case): boolean {
  if (!settings.mailboxIds || delivery.mailboxId === null) return false
  if (event === 'convo.moved' || fieldValue(delivery, settings.issueField)) return false
  return !settings.mailboxIds.includes(delivery.mailboxId)
}

/** Our own note coming back: it names the very issue in the field, and the ticket was never closed. */
function isEchoOfOurNote({ delivery, settings }: Case): boolean {
  const url = fieldValue(delivery, settings.issueField)
  if (!url || delivery.newestThread?.type !== 'note' || !wasSurelyNeverClosed(delivery)) return false
  const text = delivery.newestThread.body.replace(/<[^<>]*>/g, ' ').trim()
  return text.startsWith(PREFIX) && containsUrl(text, url)
}

/** Spam that no issue is linked to. Where the mailbox hasn't the field, the link may be in a note: forwarded. */
function isUnlinkedSpam({ delivery, settings }: Case): boolean {
  return delivery.status === 'spam' && fieldValue(delivery, settings.issueField) === ''
}

function isSurelyUnlinked(delivery: Delivery, settings: FilterSettings): boolean {
  return delivery.fields !== null && !fieldValue(delivery, settings.issueField)
}

function wasSurelyNeverClosed({ status, closedAt }: Delivery): boolean {
  return status !== null && status !== 'closed' && closedAt === null
}

/** Whether the whole URL stands in the text: `…/issues/4` does not stand in `…/issues/42`. */
function containsUrl(text: string, url: string): boolean {
  for (let at = text.indexOf(url); at >= 0; at = text.indexOf(url, at + 1)) {
    if (!/[\w/?#-]/.test(text.charAt(at + url.length))) return true
  }
  return false
}
