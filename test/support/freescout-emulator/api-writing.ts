import { agent, type CustomerInput, customerFor } from './people.ts'
import { badRequest, fieldsIn, isObject, missing, objectsIn } from './responses.ts'
import {
  type FreeScoutState,
  isStatus,
  type PersonRef,
  type StoredCustomer,
  type StoredThread,
  type StoredTicket,
} from './state.ts'
import { addAgentReply, addCustomerReply, addNote, type FileInput, mailAbout } from './threads.ts'
import { createTicket } from './tickets.ts'

type Body = Record<string, unknown>

/**
 * `POST /conversations`. Checked in this order: what is missing, the customer's address, the mailbox; so that a
 * refusal over the mailbox has made the customer already (recorded: `customer.created` came all the same).
 */
export function postTicket(freescout: FreeScoutState, body: Body): StoredTicket {
  for (const name of ['subject', 'type', 'mailboxId', 'customer', 'threads'])
    if (body[name] === undefined || body[name] === '') throw missing(name)
  const threads = objectsIn(body.threads)
  const [first] = threads
  if (!first) throw missing('threads')
  const customer = customerIn(freescout, body.customer)
  const mailboxId = Number(body.mailboxId)
  if (!freescout.mailboxes.has(mailboxId)) throw badRequest('mailboxId', 'Mailbox not found')
  const by = authorOf(freescout, first, customer)

  const ticket = createTicket(freescout, {
    mailboxId,
    subject: String(body.subject),
    customerId: customer.id,
    by,
    source: { type: 'api', via: by.type },
    ...(isStatus(body.status) ? { status: body.status } : {}),
    fields: freescout.switches.fieldWritesIgnored ? [] : fieldsIn(body.customFields),
    threads: threads.map(thread => ({
      type: typeOf(thread),
      body: String(thread.text ?? ''),
      files: filesIn(thread),
    })),
  })
  mailAbout(freescout, ticket, { type: typeOf(first), isNew: true, imported: body.imported === true })
  return ticket
}

/** `POST /conversations/{id}/threads`: a note, an agent's message or a customer's reply. */
export function postThread(freescout: FreeScoutState, ticket: StoredTicket, body: Body): StoredThread {
  const type = typeOf(body)
  if (body.text === undefined || body.text === '') throw missing('text')
  const customer = type === 'customer' ? customerIn(freescout, body.customer) : undefined
  const by = authorOf(freescout, body, customer)
  const thread = {
    by,
    body: String(body.text),
    source: { type: 'api', via: by.type } as const,
    files: filesIn(body),
  }
  const setStatus = isStatus(body.status) ? body.status : undefined
  const stored =
    type === 'customer'
      ? addCustomerReply(freescout, ticket, thread)
      : (type === 'note' ? addNote : addAgentReply)(freescout, ticket, { ...thread, setStatus })
  mailAbout(freescout, ticket, { type, imported: body.imported === true })
  return stored
}

function typeOf({ type }: Body): 'customer' | 'message' | 'note' {
  if (type === 'customer' || type === 'message' || type === 'note') return type
  throw type === undefined ? missing('type') : badRequest('type', 'Invalid type')
}

function authorOf(freescout: FreeScoutState, thread: Body, customer: StoredCustomer | undefined): PersonRef {
  if (typeOf(thread) === 'customer') {
    if (!customer) throw missing('customer')
    return { type: 'customer', id: customer.id }
  }
  const user = agent(freescout, thread.user)
  if (!user) throw missing('user')
  return { type: 'user', id: user.id }
}

function customerIn(freescout: FreeScoutState, value: unknown): StoredCustomer {
  if (!isObject(value) || typeof value.email !== 'string') throw missing('customer')
  const input: CustomerInput = { email: value.email }
  if (typeof value.firstName === 'string') input.firstName = value.firstName
  if (typeof value.lastName === 'string') input.lastName = value.lastName
  const customer = customerFor(freescout, input)
  if (!customer) throw badRequest('emails', `Invalid email: ${input.email}`)
  return customer
}

function filesIn(thread: Body): FileInput[] {
  return objectsIn(thread.attachments).map(({ fileName, mimeType, data }) => ({
    fileName: String(fileName),
    mimeType: String(mimeType),
    data: String(data ?? ''),
  }))
}
