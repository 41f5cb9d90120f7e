import { type CustomerInput, customerFor } from './people.ts'
import { type FreeScoutState, type PersonRef, type StoredTicket, ticketOf } from './state.ts'
import { fieldValueByName, setFieldByName, setTags } from './tags-and-fields.ts'
import { addAgentReply, addCustomerReply, addNote } from './threads.ts'
import { changeStatus, moveTicket } from './ticket-changes.ts'
import { createTicket, mergeTickets } from './tickets.ts'

/** A ticket as a customer's mail would make it. Everything but the subject has a default. */
export type TicketInput = {
  subject: string
  /** A mailbox's address; `ops@raxx.app` by default. */
  mailbox?: string
  /** Set after the ticket was made, so that no `convo.created` knows of them. */
  tags?: string[]
  html?: string
  status?: StoredTicket['status']
  state?: StoredTicket['state']
  customer?: CustomerInput
  createdAt?: Date
  /** How it came in: by mail unless this says otherwise. */
  source?: StoredTicket['source']
  /** Values by the fields' names. */
  fields?: Record<string, string>
}

/**
 * What people do to a FreeScout: customers by mail, agents in their browser. Each action fires its webhooks. `mails`
 * does not get the mails of these actions, because it holds only those that an API call causes.
 */
export type PeopleActions = {
  addTicket: (input: TicketInput) => StoredTicket
  /** A customer's reply by mail; it reopens a closed ticket. */
  customerReply: (id: number, html?: string) => void
  /** An agent's reply that closes the ticket. FreeScout's API module before 1.0.82 was `silent` about the status. */
  closeByReply: (id: number, html?: string, options?: { silent?: boolean }) => void
  closeTicket: (id: number) => void
  reopenTicket: (id: number) => void
  setStatus: (id: number, status: StoredTicket['status']) => void
  agentNote: (id: number, html: string) => void
  /** Replaces the body of every thread that is `from`. FreeScout sends no webhook for an edited thread. */
  editThread: (id: number, from: string, to: string) => void
  move: (id: number, mailbox: string) => void
  merge: (fromId: number, intoId: number) => void
  setTags: (id: number, names: string[]) => void
  /** Sets a field by its name in the ticket's mailbox; a dropdown by label or id; `''` clears it. */
  setField: (id: number, name: string, value: string) => void
}

const RODNEY = { email: 'rodney@example.org', firstName: 'Rodney', lastName: 'Robertson' }

/** Creates the actions of a FreeScout's people. The agent is its first user. */
export function createPeopleActions(freescout: FreeScoutState): PeopleActions {
  const setStatus: PeopleActions['setStatus'] = (id, status) =>
    changeStatus(freescout, ticketOf(freescout, id), { status, by: firstAgent(freescout) })
  const agents = (html: string) => ({
    body: html,
    by: firstAgent(freescout),
    source: { type: 'web', via: 'user' } as const,
  })
  return {
    addTicket: input => addTicket(freescout, input),
    customerReply: (id, html = '<p>Still broken</p>') => {
      const ticket = ticketOf(freescout, id)
      const by = { type: 'customer', id: ticket.customerId } as const
      addCustomerReply(freescout, ticket, { body: html, by, source: { type: 'email', via: 'customer' } })
    },
    closeByReply: (id, html = '<p>Fixed, thank you.</p>', { silent = false } = {}) => {
      addAgentReply(freescout, ticketOf(freescout, id), { ...agents(html), setStatus: 'closed', silent })
    },
    closeTicket: id => setStatus(id, 'closed'),
    reopenTicket: id => setStatus(id, 'active'),
    setStatus,
    editThread: (id, from, to) => {
      for (const thread of ticketOf(freescout, id).threads) if (thread.body === from) thread.body = to
    },
    agentNote: (id, html) => {
      addNote(freescout, ticketOf(freescout, id), agents(html))
    },
    move: (id, mailbox) =>
      moveTicket(freescout, ticketOf(freescout, id), {
        mailboxId: mailboxAt(freescout, mailbox),
        by: firstAgent(freescout),
      }),
    merge: (fromId, intoId) =>
      mergeTickets(
        freescout,
        ticketOf(freescout, fromId),
        ticketOf(freescout, intoId),
        firstAgent(freescout),
      ),
    setTags: (id, names) => setTags(freescout, ticketOf(freescout, id), names),
    setField: (id, name, value) => setFieldByName(freescout, ticketOf(freescout, id), name, value),
  }
}

/** What a test wants to know of a ticket without asking the API. */
export type TicketReads = {
  ticket: (id: number) => StoredTicket
  field: (id: number, name: string) => string
  /** The bodies of a ticket's notes, newest first. */
  notes: (id: number) => string[]
}

/** Creates the reads that a test makes without asking the API. */
export function createTicketReads(freescout: FreeScoutState): TicketReads {
  return {
    ticket: id => ticketOf(freescout, id),
    field: (id, name) => fieldValueByName(freescout, ticketOf(freescout, id), name),
    notes: id =>
      ticketOf(freescout, id)
        .threads.filter(({ type }) => type === 'note')
        .map(({ body }) => body ?? '')
        .reverse(),
  }
}

function addTicket(freescout: FreeScoutState, input: TicketInput): StoredTicket {
  const { subject, mailbox = 'ops@raxx.app', html = '<p>It is broken.</p>', tags = [] } = input
  const customer = customerFor(freescout, input.customer ?? RODNEY)
  if (!customer) throw new Error(`Not an address: ${input.customer?.email}`)
  const mailboxId = mailboxAt(freescout, mailbox)
  const ticket = createTicket(freescout, {
    mailboxId,
    subject,
    customerId: customer.id,
    by: { type: 'customer', id: customer.id },
    source: input.source ?? { type: 'email', via: 'customer' },
    threads: [{ type: 'customer', body: html }],
    ...(input.status ? { status: input.status } : {}),
    ...(input.state ? { state: input.state } : {}),
    ...(input.createdAt ? { createdAt: input.createdAt } : {}),
  })
  for (const [name, value] of Object.entries(input.fields ?? {}))
    setFieldByName(freescout, ticket, name, value)
  if (tags.length > 0) setTags(freescout, ticket, tags)
  return ticket
}

function mailboxAt(freescout: FreeScoutState, email: string): number {
  const mailbox = [...freescout.mailboxes.values()].find(candidate => candidate.email === email)
  if (!mailbox) throw new Error(`The emulated FreeScout has no mailbox ${email}`)
  return mailbox.id
}

function firstAgent(freescout: FreeScoutState): PersonRef {
  const user = [...freescout.users.values()].find(candidate => !candidate.robot)
  if (!user) throw new Error('The emulated FreeScout has no user')
  return { type: 'user', id: user.id }
}
