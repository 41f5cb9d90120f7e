import { PREFIX } from '../src/names.ts'
import { customFieldValue, type Delivery } from './delivery.ts'
import { OTHER } from './log.ts'

/** Why a genuine delivery is not forwarded. */
type IgnoreReason = 'event-not-forwarded' | 'mailbox-not-watched' | 'nothing-to-do'

/** What the operator set; `null` for a variable that is not set. */
export type FilterSettings = { events: string[] | null; mailboxIds: number[] | null; issueField: string }

type Case = { event: string; delivery: Delivery; settings: FilterSettings }

/** The rules in their order. The first that holds gives the reason. */
const RULES: { reason: IgnoreReason; holds: (about: Case) => boolean }[] = [
  { reason: 'event-not-forwarded', holds: ({ event }) => isNeverForwarded(event) },
  { reason: 'event-not-forwarded', holds: eventIsNotWanted },
  { reason: 'event-not-forwarded', holds: isReplyThatChangesNothing },
  { reason: 'mailbox-not-watched', holds: mailboxIsNotWatched },
  { reason: 'nothing-to-do', holds: isEchoOfOwnNote },
  { reason: 'nothing-to-do', holds: isUnlinkedSpam },
]

/**
 * Why this delivery needs no run, or `undefined` to forward it. A needless run costs money, but a delivery that is
 * wrongly ignored may leave a ticket without its issue. So an unclear delivery is forwarded.
 *
 * FreeScout does not sign the event's name. A forged name can only make the receiver ignore a delivery.
 */
export function reasonToIgnore(about: Case): IgnoreReason | undefined {
  return RULES.find(rule => rule.holds(about))?.reason
}

/** Whether the event is about a customer (the id in `customer.*` is a customer's) or about a deleted ticket. */
export function isNeverForwarded(event: string): boolean {
  return event.startsWith('customer.') || event.startsWith('convo.deleted')
}

/**
 * With a list of events, every event that is not in it, except one without a usable name. Without a list, only
 * assignments, because they change no link.
 */
function eventIsNotWanted({ event, settings }: Case): boolean {
  if (settings.events) return event !== OTHER && !settings.events.includes(event)
  return event === 'convo.assigned'
}

/**
 * A reply matters only if it may have closed or reopened a linked ticket: before version 1.0.82 of API & Webhooks,
 * FreeScout sends no `convo.status` for "send and close". An operator who lists replies gets all of them.
 */
function isReplyThatChangesNothing({ event, delivery, settings }: Case): boolean {
  if (event !== 'convo.agent.reply.created' && event !== 'convo.customer.reply.created') return false
  if (settings.events) return false
  return isSurelyUnlinked(delivery, settings) || wasSurelyNeverClosed(delivery)
}

/**
 * A ticket of another mailbox, unless it is linked or was just moved. A link stays up to date in every mailbox.
 * Moving a ticket hides its field, because the new mailbox has its own fields.
 */
function mailboxIsNotWatched({ event, delivery, settings }: Case): boolean {
  if (!settings.mailboxIds || delivery.mailboxId === null) return false
  if (event === 'convo.moved' || customFieldValue(delivery, settings.issueField)) return false
  return !settings.mailboxIds.includes(delivery.mailboxId)
}

/**
 * The event that our own note causes: the note names the issue in the field, and the ticket was never closed. FreeScout
 * builds a body some time after its event. So when a note with a command stands right before our note, this may be the
 * event of that one.
 */
function isEchoOfOwnNote({ delivery, settings }: Case): boolean {
  const url = customFieldValue(delivery, settings.issueField)
  if (!url || delivery.newestThread?.type !== 'note' || !wasSurelyNeverClosed(delivery)) return false
  if (delivery.threadBefore?.type === 'note' && COMMAND.test(textOf(delivery.threadBefore.body))) return false
  const text = textOf(delivery.newestThread.body)
  return text.startsWith(PREFIX) && containsUrl(text, url)
}

/** The beginning of a note that may have to be relayed: any word that the configuration may name, such as `/github`. */
const COMMAND = /^[/!][A-Za-z0-9]/

function textOf(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ').trim()
}

/** Spam without a linked issue. Without the field, the link may be in a note, so the delivery is forwarded. */
function isUnlinkedSpam({ delivery, settings }: Case): boolean {
  return delivery.status === 'spam' && customFieldValue(delivery, settings.issueField) === ''
}

function isSurelyUnlinked(delivery: Delivery, settings: FilterSettings): boolean {
  return delivery.fields !== null && !customFieldValue(delivery, settings.issueField)
}

function wasSurelyNeverClosed({ status, closedAt }: Delivery): boolean {
  return status !== null && status !== 'closed' && closedAt === null
}

/** Whether the text contains the whole URL: `…/issues/42` does not contain `…/issues/4`. */
function containsUrl(text: string, url: string): boolean {
  for (let at = text.indexOf(url); at >= 0; at = text.indexOf(url, at + 1)) {
    if (!/[\w/?#-]/.test(text.charAt(at + url.length))) return true
  }
  return false
}
