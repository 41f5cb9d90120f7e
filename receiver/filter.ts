import { PREFIX } from '../src/names.ts'
import { customFieldValue, type DeliveredThread, type Delivery } from './delivery.ts'
import { isFreeScoutsOwn } from './events.ts'
import { OTHER } from './log.ts'

/** Why a genuine delivery is not forwarded. */
type IgnoreReason = 'event-not-forwarded' | 'mailbox-not-watched' | 'nothing-to-do'

/**
 * What the operator set; `null` for a variable that is not set. `tagEvents`: the events with which a Workflow announces
 * every ticket that gets a trigger tag.
 */
export type FilterSettings = {
  events: string[] | null
  tagEvents: string[] | null
  mailboxIds: number[] | null
  issueField: string
}

type Case = { event: string; delivery: Delivery; settings: FilterSettings }

/** The rules in their order. The first that holds gives the reason. */
const RULES: { reason: IgnoreReason; holds: (about: Case) => boolean }[] = [
  { reason: 'event-not-forwarded', holds: ({ event }) => isNeverForwarded(event) },
  { reason: 'event-not-forwarded', holds: eventIsNotWanted },
  { reason: 'event-not-forwarded', holds: isReplyThatChangesNothing },
  { reason: 'mailbox-not-watched', holds: mailboxIsNotWatched },
  { reason: 'nothing-to-do', holds: isEchoOfOwnNote },
  { reason: 'nothing-to-do', holds: isAboutCompleteLink },
  { reason: 'nothing-to-do', holds: isUnlinkedSpam },
  { reason: 'nothing-to-do', holds: isUnlinkedAndUntagged },
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
 * The event that our own note causes: the note names the issue in the field. Any other event of a ticket that was once
 * closed may announce a closing or reopening, so it is forwarded.
 *
 * FreeScout builds a body some time after its event. So when a note of a person stands right before ours, this may be the
 * event of that one.
 */
function isEchoOfOwnNote({ event, delivery, settings }: Case): boolean {
  const url = customFieldValue(delivery, settings.issueField)
  const [newest, before] = delivery.threads ?? []
  if (!url || !newest || !isOwnNote(newest) || !containsUrl(newest.body, url)) return false
  const isAfterNote = before?.type === 'note' && !isOwnNote(before)
  if (wasSurelyNeverClosed(delivery)) return !(isAfterNote && mayBeCommand(before))
  return event === 'convo.note.created' && !isAfterNote
}

/**
 * A note or a new status of a ticket whose link is complete, as far as a delivery shows it, and that was never closed. The
 * run would only read the ticket: nothing is to be announced, and no note asks to be relayed. A delivery does not show the
 * tags. So if a run ended right before it set the tag, the sweep sets it. After a merge the link may be another ticket's.
 */
function isAboutCompleteLink({ event, delivery, settings }: Case): boolean {
  if (event !== 'convo.note.created' && event !== 'convo.status') return false
  const url = customFieldValue(delivery, settings.issueField)
  const { threads } = delivery
  if (!url || !threads || !wasSurelyNeverClosed(delivery)) return false
  const notes = threads.filter(({ type }) => type === 'note')
  const own = notes.filter(isOwnNote)
  const isNoted = own.length > 0 && own.every(({ body }) => containsUrl(body, url))
  const wasMerged = threads.some(({ action }) => action === 'merged')
  return isNoted && !wasMerged && !notes.some(note => !isOwnNote(note) && mayBeCommand(note))
}

function isOwnNote({ type, body }: DeliveredThread): boolean {
  return type === 'note' && textOf(body).startsWith(PREFIX)
}

/**
 * A word in a note that may be the command with which people relay it, such as `/github`. The configuration may name any
 * word. It counts anywhere, because what a browser hides may stand before it, and also when its first character is encoded.
 */
const COMMAND = /(?<![\w/:.])[/!][A-Za-z0-9]|&(?:#|sol|excl)/

function mayBeCommand({ body }: DeliveredThread): boolean {
  return COMMAND.test(textOf(body))
}

function textOf(html: string): string {
  return html.replace(/<[^<>]*>/g, ' ').trim()
}

/** Spam without a linked issue. Without the field, the link may be in a note, so the delivery is forwarded. */
function isUnlinkedSpam({ delivery, settings }: Case): boolean {
  return delivery.status === 'spam' && customFieldValue(delivery, settings.issueField) === ''
}

/**
 * A ticket without a link, when a Workflow announces every ticket that gets a trigger tag. Its other events create nothing.
 * A moved ticket may have its link in a note.
 */
function isUnlinkedAndUntagged({ event, delivery, settings }: Case): boolean {
  if (!settings.tagEvents || !isFreeScoutsOwn(event) || settings.tagEvents.includes(event)) return false
  if (event === 'convo.moved' || event === 'convo.restored') return false
  const hasOwnNote = delivery.threads?.some(isOwnNote) ?? false
  return isSurelyUnlinked(delivery, settings) && !hasOwnNote
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
