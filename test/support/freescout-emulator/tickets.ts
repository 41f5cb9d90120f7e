import { stampOf } from '../movable-clock.ts'
import { nameOf } from './people.ts'
import type { FreeScoutState, PersonRef, Source, StoredTicket } from './state.ts'
import { forgetUnusedTags, setTags, writeFields } from './tags-and-fields.ts'
import { fireTicket, type NewThread, UNDO_MS, writeThread } from './threads.ts'

/** A ticket to be made. Threads come in the order they are written. */
export type NewTicket = {
  mailboxId: number
  subject: string
  customerId: number
  by: PersonRef
  source: Source
  status?: StoredTicket['status']
  state?: StoredTicket['state']
  createdAt?: Date
  fields?: { id: number; value: string }[]
  threads: Omit<NewThread, 'by' | 'source'>[]
}

/**
 * Makes a ticket and fires `convo.created`, with the row as it was before its first thread was counted
 * (`threadsCount: 0, preview: ""`): at once for a customer's, 15 s later for an agent's.
 */
export function createTicket(freescout: FreeScoutState, order: NewTicket): StoredTicket {
  const { by, source } = order
  const createdAt = order.createdAt ? stampOf(order.createdAt) : freescout.clock.stamp()
  const ticket: StoredTicket = {
    id: freescout.next('ticket'),
    number: freescout.next('number'),
    subject: order.subject,
    status: order.status ?? 'active',
    state: order.state ?? 'published',
    mailboxId: order.mailboxId,
    assigneeId: null,
    preview: '',
    threadsCount: 0,
    createdBy: by,
    customerId: order.customerId,
    source,
    createdAt,
    updatedAt: createdAt,
    closedAt: order.status === 'closed' ? createdAt : null,
    closedById: order.status === 'closed' && by.type === 'user' ? by.id : null,
    userUpdatedAt: null,
    lastReply: by.type === 'customer' ? { at: createdAt, from: 'customer' } : null,
    tags: [],
    fieldValues: new Map(),
    threads: [],
  }
  freescout.tickets.set(ticket.id, ticket)
  writeFields(ticket, order.fields ?? [])
  const held = { ...ticket }
  for (const thread of order.threads) writeThread(freescout, ticket, { createdAt, ...thread, by, source })
  if (by.type === 'user') ticket.lastReply = { at: createdAt, from: 'user' }
  fireTicket(freescout, 'convo.created', held, by.type === 'user' ? UNDO_MS : 0)
  return ticket
}

/** Deletes a ticket for good. Fires `convo.deleted_forever`, whose payload has no threads. */
export function deleteForever(freescout: FreeScoutState, ticket: StoredTicket): void {
  freescout.tickets.delete(ticket.id)
  forgetUnusedTags(freescout)
  fireTicket(freescout, 'convo.deleted_forever', { ...ticket, threads: [] })
}

/** Moves a ticket's threads, tags and the values of its fields to another and leaves it `deleted`. No event says so. */
export function mergeTickets(
  freescout: FreeScoutState,
  from: StoredTicket,
  into: StoredTicket,
  by: PersonRef,
): void {
  into.threads.push(...from.threads)
  into.threadsCount += from.threadsCount
  setTags(freescout, into, [...into.tags, ...from.tags])
  for (const [id, value] of from.fieldValues) if (!into.fieldValues.has(id)) into.fieldValues.set(id, value)
  from.threads = []
  from.threadsCount = 0
  from.state = 'deleted'
  writeThread(freescout, into, {
    type: 'lineitem',
    body: '',
    by,
    source: { type: 'web', via: 'user' },
    action: {
      type: 'merged',
      text: `${nameOf(freescout, by)} merged conversation #${from.number} into this conversation`,
    },
  })
}
