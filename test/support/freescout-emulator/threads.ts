import { createHash } from 'node:crypto'
import { ticketJson } from './json.ts'
import { nameOf } from './people.ts'
import { preview } from './php.ts'
import {
  type FreeScoutState,
  type PersonRef,
  putStatus,
  type Source,
  type StoredThread,
  type StoredTicket,
} from './state.ts'

/** How long an agent may undo a ticket or a reply: their events wait as long. */
export const UNDO_MS = 15_000

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
export function appendThread(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  thread: NewThread,
): StoredThread {
  const customer = freescout.customers.get(ticket.customerId)
  const mailsOut = thread.type === 'note' || thread.type === 'message'
  const stored: StoredThread = {
    id: freescout.next('thread'),
    type: thread.type,
    status: thread.status ?? ticket.status,
    action: thread.action ?? { type: '', text: sentence(freescout, ticket, thread) },
    body: thread.body,
    source: thread.source,
    customerId: thread.customerId === null ? null : ticket.customerId,
    createdBy: thread.by,
    assigneeId: ticket.assigneeId,
    to: mailsOut && customer ? [customer.email] : [],
    createdAt: thread.createdAt ?? freescout.clock.stamp(),
    attachments: (thread.files ?? []).map(file => storeFile(freescout, file)),
  }
  ticket.threads.push(stored)
  return stored
}

/**
 * Stores a thread, then updates its ticket's row, in this order: events hold the row as it was in between, which is
 * why payloads lag behind in `threadsCount`, `preview` and `userUpdatedAt`.
 */
export function writeThread(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  thread: NewThread,
): StoredThread {
  const stored = appendThread(freescout, ticket, thread)
  const isReply = stored.type === 'customer' || stored.type === 'message'
  const isLine = stored.type === 'lineitem'
  if (isReply) {
    ticket.threadsCount += 1
    ticket.lastReply = { at: stored.createdAt, from: stored.createdBy.type }
  }
  if (stored.createdBy.type === 'user') ticket.userUpdatedAt = stored.createdAt
  if (!isLine) ticket.preview = preview(stored.body ?? '')
  ticket.updatedAt = stored.createdAt
  return stored
}

type AgentWriting = { type: 'note' | 'message'; event: string; afterMs: number; thread: AgentThread }

/** What an agent writes, and the status that goes with it, if any. */
export type AgentThread = Omit<NewThread, 'type' | 'status'> & {
  setStatus?: StoredTicket['status'] | undefined
  /** The status fires no `convo.status`, as before version 1.0.82 of the API module. */
  silent?: boolean
}

/** Adds a note, as `POST /conversations/{id}/threads` does. Fires `convo.note.created`. */
export function addNote(freescout: FreeScoutState, ticket: StoredTicket, note: AgentThread): StoredThread {
  return addByAgent(freescout, ticket, {
    type: 'note',
    event: 'convo.note.created',
    afterMs: 0,
    thread: note,
  })
}

/**
 * Adds an agent's reply. Fires `convo.agent.reply.created` once it can't be undone any more. (Not recorded; FreeScout's
 * core ends an agent's reply and an agent's ticket after the same 15 s, and the latter was.)
 */
export function addAgentReply(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  reply: AgentThread,
): StoredThread {
  const event = 'convo.agent.reply.created'
  return addByAgent(freescout, ticket, { type: 'message', event, afterMs: UNDO_MS, thread: reply })
}

/**
 * Adds a customer's reply: it reopens what was closed, forgets who closed it and keeps when. Fires
 * `convo.customer.reply.created` and no `convo.status`.
 */
export function addCustomerReply(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  reply: Omit<NewThread, 'type'>,
): StoredThread {
  const now = freescout.clock.stamp()
  if (ticket.status !== 'spam') putStatus(freescout, ticket, { status: 'active', by: reply.by })
  ticket.updatedAt = now
  ticket.lastReply = { at: now, from: 'customer' }
  const held = { ...ticket }
  const stored = writeThread(freescout, ticket, { ...reply, type: 'customer' })
  fireTicket(freescout, 'convo.customer.reply.created', held)
  return stored
}

/** Fires an event about a ticket: with every thread and the custom fields, never with tags. */
export function fireTicket(
  freescout: FreeScoutState,
  event: string,
  ticket: StoredTicket,
  afterMs = 0,
): void {
  freescout.fire(event, ticketJson(freescout, ticket, { threads: true, tags: false }), afterMs)
}

function addByAgent(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  { type, event, afterMs, thread }: AgentWriting,
): StoredThread {
  const { setStatus = ticket.status, silent = false, ...rest } = thread
  const isChanged = putStatus(freescout, ticket, { status: setStatus, by: rest.by })
  const held = { ...ticket }
  const stored = writeThread(freescout, ticket, { ...rest, type })
  fireTicket(freescout, event, held, afterMs)
  if (isChanged && !silent) fireTicket(freescout, 'convo.status', held)
  return stored
}

/** Notes don't count as threads, so every note on a ticket of notes alone "started a new conversation". */
function sentence(freescout: FreeScoutState, ticket: StoredTicket, { type, by }: NewThread): string {
  const did =
    ticket.threadsCount === 0
      ? 'started a new conversation'
      : type === 'note'
        ? 'added a note to conversation'
        : 'replied to conversation'
  return `${nameOf(freescout, by)} ${did} #${ticket.number}`
}

function storeFile(freescout: FreeScoutState, { fileName, mimeType, data }: FileInput) {
  const id = freescout.next('attachment')
  const token = createHash('sha256').update(`attachment ${id}`).digest('hex')
  return { id, fileName, mimeType, size: Buffer.from(data, 'base64').length, token }
}

/**
 * Notes down the mails that an API call makes FreeScout send. An agent's reply goes to the customer; a customer's new
 * ticket may be auto-replied to (here it always is); agents are notified of everything. `imported` silences them all.
 */
export function mailAbout(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  { type, isNew = false, imported }: { type: string; isNew?: boolean; imported: boolean },
): void {
  if (imported) return
  const ticketId = ticket.id
  if (type === 'message') freescout.mails.push({ to: 'customer', why: 'reply', ticketId })
  if (type === 'customer' && isNew) freescout.mails.push({ to: 'customer', why: 'auto-reply', ticketId })
  freescout.mails.push({ to: 'agents', why: 'notification', ticketId })
}
