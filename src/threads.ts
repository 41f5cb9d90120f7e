import { type NoteMark, readNote } from './marks.ts'
import type { Thread, Ticket } from './model.ts'

/** The customer's first message. A draft or a deleted message does not count. */
export function firstCustomerMessage(ticket: Pick<Ticket, 'threads'>): Thread | undefined {
  return newestFirst(ticket).findLast(({ type, state }) => type === 'customer' && state === 'published')
}

/** What our own notes on a ticket say, newest first. A draft or a deleted note does not count. */
export function ourNotes(ticket: Pick<Ticket, 'threads'>): NoteMark[] {
  return newestFirst(ticket)
    .filter(({ type, state }) => type === 'note' && state === 'published')
    .map(({ body }) => readNote(body))
    .filter(note => note !== undefined)
}

/** Whether the ticket was ever moved to another mailbox. */
export function wasMoved({ threads }: Pick<Ticket, 'threads'>): boolean {
  return threads.some(({ action }) => action === 'moved-from-mailbox')
}

/**
 * Whether another ticket was merged into this one. Field, note and tag may then come from that one, so they do not say that
 * the issue names this ticket.
 */
export function hasTakenInAnother({ threads }: Pick<Ticket, 'threads'>): boolean {
  return threads.some(({ action }) => action === 'merged')
}

/** FreeScout lists threads by time, but only to the second. Ids ascend with time, so they decide. */
function newestFirst({ threads }: Pick<Ticket, 'threads'>): Thread[] {
  return threads.toSorted((one, other) => other.id - one.id)
}
