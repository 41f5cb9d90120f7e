import { createHash } from 'node:crypto'
import { nameOf } from './people.ts'
import { preview } from './php.ts'
import { presentTicket } from './present.ts'
import type { PersonRef, Source, StoredThread, StoredTicket, World } from './world.ts'

/** A file as the API takes it: `data` is base64. */
export type FileInput = { fileName: string; mimeType: string; data: string }

/** A thread to be written. `status` is the ticket's unless said otherwise. */
export type NewThread = {
  type: StoredThread['type']
  body: string | null
  by: PersonRef
  source: Source
  status?: string
  /** For system lines; what people write gets FreeScout's sentence for it. */
  action?: { type: string; text: string }
  customerId?: null
  files?: FileInput[]
  createdAt?: string
}

/** Stores a thread and leaves its ticket's own row as it is. */
export function appendThread(world: World, ticket: StoredTicket, thread: NewThread): StoredThread {
  const customer = world.customers.get(ticket.customerId)
  const mailsOut = thread.type === 'note' || thread.type === 'message'
  const stored: StoredThread = {
    id: world.next('thread'),
    type: thread.type,
    status: thread.status ?? ticket.status,
    action: thread.action ?? { type: '', text: sentence(world, ticket, thread) },
    body: thread.body,
    source: thread.source,
    customerId: thread.customerId === null ? null : ticket.customerId,
    createdBy: thread.by,
    assigneeId: ticket.assigneeId,
    to: mailsOut && customer ? [customer.email] : [],
    createdAt: thread.createdAt ?? world.clock.stamp(),
    attachments: (thread.files ?? []).map(file => storeFile(world, file)),
  }
  ticket.threads.push(stored)
  return stored
}

/**
 * Stores a thread, then updates its ticket's row, in this order: events hold the row as it was in between, which is
 * why payloads lag behind in `threadsCount`, `preview` and `userUpdatedAt`.
 */
export function writeThread(world: World, ticket: StoredTicket, thread: NewThread): StoredThread {
  const isFirst = ticket.threadsCount === 0
  const stored = appendThread(world, ticket, thread)
  const isReply = stored.type === 'customer' || stored.type === 'message'
  const isLine = stored.type === 'lineitem'
  if (isReply) ticket.threadsCount += 1
  if (isReply || (isFirst && !isLine))
    ticket.lastReply = { at: stored.createdAt, from: stored.createdBy.type }
  if (stored.createdBy.type === 'user') ticket.userUpdatedAt = stored.createdAt
  if (!isLine) ticket.preview = preview(stored.body ?? '')
  ticket.updatedAt = stored.createdAt
  return stored
}

/** Adds a note, as `POST /conversations/{id}/threads` does. Fires `convo.note.created`. */
export function addNote(world: World, ticket: StoredTicket, note: Omit<NewThread, 'type'>): StoredThread {
  const held = { ...ticket }
  const stored = writeThread(world, ticket, { ...note, type: 'note' })
  fireTicket(world, 'convo.note.created', held)
  return stored
}

/**
 * Adds a customer's reply: it reopens what was closed, forgets who closed it and keeps when. Fires
 * `convo.customer.reply.created` and no `convo.status`.
 */
export function addCustomerReply(
  world: World,
  ticket: StoredTicket,
  reply: Omit<NewThread, 'type'>,
): StoredThread {
  const now = world.clock.stamp()
  if (ticket.status !== 'spam') ticket.status = 'active'
  ticket.closedById = null
  ticket.updatedAt = now
  ticket.lastReply = { at: now, from: 'customer' }
  const held = { ...ticket }
  const stored = writeThread(world, ticket, { ...reply, type: 'customer' })
  fireTicket(world, 'convo.customer.reply.created', held)
  return stored
}

/** Adds an agent's reply. Fires `convo.agent.reply.created`. */
export function addAgentReply(
  world: World,
  ticket: StoredTicket,
  reply: Omit<NewThread, 'type'>,
): StoredThread {
  const held = { ...ticket }
  const stored = writeThread(world, ticket, { ...reply, type: 'message' })
  fireTicket(world, 'convo.agent.reply.created', held)
  return stored
}

/** Fires an event about a ticket: with every thread and the custom fields, never with tags. */
export function fireTicket(world: World, event: string, ticket: StoredTicket, afterMs = 0): void {
  world.fire(event, presentTicket(world, ticket, { threads: true, tags: false }), afterMs)
}

/** Notes don't count as threads, so every note on a ticket of notes alone "started a new conversation". */
function sentence(world: World, ticket: StoredTicket, { type, by }: NewThread): string {
  const did =
    ticket.threadsCount === 0
      ? 'started a new conversation'
      : type === 'note'
        ? 'added a note to conversation'
        : 'replied to conversation'
  return `${nameOf(world, by)} ${did} #${ticket.number}`
}

function storeFile(world: World, { fileName, mimeType, data }: FileInput) {
  const id = world.next('attachment')
  const token = createHash('sha256').update(`attachment ${id}`).digest('hex')
  return { id, fileName, mimeType, size: Buffer.from(data, 'base64').length, token }
}
