import type { MovableClock } from '../movable-clock.ts'

/** Who did something: an agent or a customer, by id. */
export type PersonRef = { type: 'user' | 'customer'; id: number }

/** Where a ticket or a thread came from. */
export type Source = { type: 'api' | 'email' | 'web'; via: 'user' | 'customer' }

/** A custom field of one mailbox. A dropdown's options are labels by id. */
export type StoredField = {
  id: number
  name: string
  type: 'singleline' | 'multiline' | 'dropdown' | 'number' | 'date'
  options: Record<string, string> | null
}

export type StoredMailbox = {
  id: number
  name: string
  email: string
  createdAt: string
  updatedAt: string
  fields: StoredField[]
}

/** An agent. `robot` is the Workflows module's own user, which no listing shows. */
export type StoredUser = {
  id: number
  firstName: string
  lastName: string
  email: string
  role: 'admin' | 'user'
  robot?: boolean
  createdAt: string
}

export type StoredCustomer = {
  id: number
  firstName: string | null
  lastName: string | null
  email: string
  createdAt: string
}

export type StoredAttachment = {
  id: number
  fileName: string
  mimeType: string
  size: number
  token: string
}

export type StoredThread = {
  id: number
  type: 'customer' | 'message' | 'note' | 'lineitem'
  status: string
  action: { type: string; text: string }
  body: string | null
  source: Source
  customerId: number | null
  createdBy: PersonRef
  assigneeId: number | null
  to: string[]
  createdAt: string
  attachments: StoredAttachment[]
}

/** A ticket as FreeScout's database holds it. Times as FreeScout writes them, `2026-11-22T03:35:32Z`. */
export type StoredTicket = {
  id: number
  number: number
  subject: string
  status: 'active' | 'pending' | 'closed' | 'spam'
  state: 'draft' | 'published' | 'deleted'
  mailboxId: number
  assigneeId: number | null
  preview: string
  /** Replies of customers and agents; notes and system lines don't count. */
  threadsCount: number
  createdBy: PersonRef
  customerId: number
  source: Source
  createdAt: string
  updatedAt: string
  closedAt: string | null
  closedById: number | null
  userUpdatedAt: string | null
  lastReply: { at: string; from: 'user' | 'customer' } | null
  /** Names. Replaced as a whole, never changed in place. */
  tags: string[]
  /** Values by field id, those of other mailboxes' fields included: a move brings them up. */
  fieldValues: Map<number, string>
  /** Oldest first. */
  threads: StoredThread[]
}

/** A mail that FreeScout would have sent because of an API call. */
export type Mail = {
  to: 'customer' | 'agents'
  why: 'reply' | 'auto-reply' | 'notification'
  ticketId: number
}

/** What can be switched while the emulator runs. */
export type Switches = {
  modules: { customFields: boolean; tags: boolean }
  maintenance: boolean
  fieldWritesIgnored: boolean
  /** FreeScout lists threads newest first, but only to the second. This turns those of one second round. */
  sameSecondReversed: boolean
}

/** Everything the emulator knows, and how its parts reach each other. */
export type FreeScoutState = {
  /** Where it is served; known once it is. */
  url: string
  clock: MovableClock
  mailboxes: Map<number, StoredMailbox>
  users: Map<number, StoredUser>
  customers: Map<number, StoredCustomer>
  tickets: Map<number, StoredTicket>
  /** Tag ids by name. A tag that no ticket carries any more is forgotten, and gets a new id when it comes back. */
  tags: Map<string, number>
  mails: Mail[]
  switches: Switches
  /** The next number of a counter, from 1; ticket numbers from `firstNumber`. */
  next: (counter: 'ticket' | 'number' | 'thread' | 'customer' | 'tag' | 'attachment') => number
  /** Queues an event for the webhooks, due `afterMs` from now. The payload is written down at once. */
  fire: (event: string, payload: unknown, afterMs?: number) => void
  /** Called with the tags a ticket did not carry before. */
  onTagged: (ticket: StoredTicket, added: string[]) => void
}

/** An empty FreeScout. Its first ticket has id 1 and number `firstNumber`. */
export function createState(
  clock: MovableClock,
  { firstNumber, fire }: { firstNumber: number; fire: FreeScoutState['fire'] },
): FreeScoutState {
  const counters = new Map<string, number>([['number', firstNumber - 1]])
  return {
    url: '',
    clock,
    mailboxes: new Map(),
    users: new Map(),
    customers: new Map(),
    tickets: new Map(),
    tags: new Map(),
    mails: [],
    switches: {
      modules: { customFields: true, tags: true },
      maintenance: false,
      fieldWritesIgnored: false,
      sameSecondReversed: false,
    },
    next: counter => {
      const value = (counters.get(counter) ?? 0) + 1
      counters.set(counter, value)
      return value
    },
    fire,
    onTagged: () => {},
  }
}

/** The ticket with this id; throws when there is none, which is a mistake of the test. */
export function ticketOf(freescout: FreeScoutState, id: number): StoredTicket {
  const ticket = freescout.tickets.get(id)
  if (!ticket) throw new Error(`The emulated FreeScout has no ticket with id ${id}`)
  return ticket
}

/** Whether FreeScout knows this status. */
export function isStatus(name: unknown): name is StoredTicket['status'] {
  return name === 'active' || name === 'pending' || name === 'closed' || name === 'spam'
}

/**
 * Sets a ticket's status in its row, and returns whether it has changed. `closedAt` is set on closing and
 * stays after a reopening; `closedBy` does not.
 */
export function putStatus(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  { status, by }: { status: StoredTicket['status']; by: PersonRef },
): boolean {
  if (ticket.status === status) return false
  const now = freescout.clock.stamp()
  ticket.status = status
  ticket.closedById = status === 'closed' && by.type === 'user' ? by.id : null
  if (status === 'closed') ticket.closedAt = now
  if (by.type === 'user') ticket.userUpdatedAt = now
  ticket.updatedAt = now
  return true
}
