import * as v from 'valibot'
import { ServiceError } from '../http/errors.ts'
import type { CustomField, Mailbox, Ticket } from '../model.ts'
import { type Answer, type Call, callFreeScout, type FreeScoutAccess } from './request.ts'
import { conversation, conversationPage, fieldPage, mailboxPage, userPage } from './wire.ts'

/** A ticket as it was at `at`, by FreeScout's own clock. */
export type TicketReading = { ticket: Ticket; at: Date }

/** Which tickets to list. Times are ISO 8601; `subject` is searched for as a part. */
export type TicketQuery = {
  tag?: string
  mailboxIds?: number[]
  statuses?: ('active' | 'pending' | 'closed' | 'spam')[]
  updatedSince?: string
  subject?: string
}

/** `total` counts the tickets of all pages. */
export type TicketPage = { tickets: Ticket[]; total: number }

/** A custom field as a mailbox defines it. `type` is `singleline`, `multiline`, `dropdown`, `number`, `date`. */
export type FieldDefinition = { id: number; name: string; type: string }

/** A ticket to be made; `html` is its note. */
export type TicketDraft = {
  mailboxId: number
  subject: string
  customerEmail: string
  html: string
  userId: number
  field: { id: number; value: string }
  silent: boolean
}

/** The few calls of FreeScout's API that the action makes. Every one throws {@link ServiceError}. */
export type FreeScout = {
  /** The address that tickets' pages start with, without a trailing slash. */
  url: string
  /** A ticket's page for agents; its id, not its number. */
  ticketUrl: (id: number) => string
  /** A ticket with threads and tags; `undefined` when there is none. */
  ticket: (id: number) => Promise<TicketReading | undefined>
  /** A ticket's fields and tags as they are now, without its threads. */
  fieldsAndTags: (id: number) => Promise<{ fields: CustomField[]; tags: string[] }>
  mailboxes: () => Promise<Mailbox[]>
  /** The numeric id of the user with this address; ids are handed through. */
  userId: (user: string | number) => Promise<number>
  /** Answers 204 even when nothing was stored: read it back. Writing '' does not empty a field. */
  setField: (ticketId: number, field: { id: number; value: string }) => Promise<void>
  /** Adds an internal note; `html` is kept as it is sent. It mails no customer. */
  addNote: (ticketId: number, note: { html: string; userId: number }) => Promise<void>
  /** Replaces all tags. */
  setTags: (ticketId: number, tags: string[]) => Promise<void>
  setStatus: (ticketId: number, status: { status: 'active' | 'closed'; userId: number }) => Promise<void>
  /** Pages of up to 100 tickets with fields and tags, but without threads; oldest first. */
  tickets: (query: TicketQuery) => AsyncGenerator<TicketPage, void>
  /** The custom fields of a mailbox; `undefined` when the module is off. */
  mailboxFields: (mailboxId: number) => Promise<FieldDefinition[] | undefined>
  /**
   * Creates a ticket whose only thread is a note, which mails the customer nothing; `silent` spares the agents
   * too. Gives its id. Never repeated by itself: after a lost answer look for the subject.
   */
  createTicket: (draft: TicketDraft) => Promise<number>
}

/** A client for one FreeScout. Facts about its API: docs/how-it-works.md. */
export function freescout(access: FreeScoutAccess): FreeScout {
  const call = (request: Call) => callFreeScout(access, request)
  const write = async (request: Call) => {
    if (!(await call(request))) throw notFound(request)
  }

  return {
    url: access.url,
    ticketUrl: id => `${access.url}/conversation/${id}`,

    async ticket(id) {
      const request = read(`/conversations/${safeId(id)}?embed=threads,tags`, `read ticket ${id}`)
      const answer = await call(request)
      return answer && { ticket: understood(conversation, answer, request), at: answer.at }
    },

    async fieldsAndTags(id) {
      const request = read(`/conversations/${safeId(id)}?embed=tags`, `read ticket ${id} back`)
      const answer = await call(request)
      if (!answer) throw notFound(request)
      const { fields, tags } = understood(conversation, answer, request)
      return { fields: fields ?? [], tags }
    },

    async mailboxes() {
      const mailboxes: Mailbox[] = []
      for (let page = 1, pages = 1; page <= pages; page++) {
        const request = read(`/mailboxes${page > 1 ? `?page=${page}` : ''}`, 'list the mailboxes')
        const answer = await call(request)
        if (!answer) throw notFound(request)
        const found = understood(mailboxPage, answer, request)
        mailboxes.push(...found._embedded.mailboxes)
        pages = found.page.totalPages
      }
      return mailboxes
    },

    async userId(user) {
      if (typeof user === 'number') return user
      const request = read(`/users?email=${encodeURIComponent(user)}`, 'look up the signing user')
      const answer = await call(request)
      if (!answer) throw notFound(request)
      const { users } = understood(userPage, answer, request)._embedded
      const found = users.find(({ email }) => email.toLowerCase() === user.toLowerCase())
      if (!found) {
        throw new ServiceError(
          `FreeScout has no user with the address that "user" names in the configuration. ` +
            'Create that user, or name another one: notes are signed by it.',
          { service: 'FreeScout' },
        )
      }
      return found.id
    },

    setField: async (ticketId, { id, value }) =>
      write({
        method: 'PUT',
        path: `/conversations/${safeId(ticketId)}/custom_fields`,
        body: { customFields: [{ id, value }] },
        what: `write the custom field of ticket ${ticketId}`,
      }),

    addNote: async (ticketId, { html, userId }) =>
      write({
        method: 'POST',
        path: `/conversations/${safeId(ticketId)}/threads`,
        body: { type: 'note', text: html, user: userId },
        what: `add a note to ticket ${ticketId}`,
      }),

    setTags: async (ticketId, tags) =>
      write({
        method: 'PUT',
        path: `/conversations/${safeId(ticketId)}/tags`,
        body: { tags },
        what: `tag ticket ${ticketId}`,
      }),

    setStatus: async (ticketId, { status, userId }) =>
      write({
        method: 'PUT',
        path: `/conversations/${safeId(ticketId)}`,
        body: { status, byUser: userId },
        what: `set the status of ticket ${ticketId}`,
      }),

    async *tickets(query) {
      for (let page = 1, pages = 1; page <= pages; page++) {
        const request = read(`/conversations?${listParameters(query, page)}`, 'list the tickets')
        const answer = await call(request)
        if (!answer) throw notFound(request)
        const found = understood(conversationPage, answer, request)
        pages = found.page.totalPages
        yield { tickets: found._embedded.conversations, total: found.page.totalElements }
      }
    },

    async mailboxFields(mailboxId) {
      const request = read(`/mailboxes/${safeId(mailboxId)}/custom_fields`, 'list the custom fields')
      try {
        const answer = await call(request)
        if (!answer) throw notFound(request)
        return understood(fieldPage, answer, request)._embedded.custom_fields
      } catch (error) {
        if (error instanceof ServiceError && error.status === 400) return undefined
        throw error
      }
    },

    async createTicket({ mailboxId, subject, customerEmail, html, userId, field, silent }) {
      const request: Call = {
        method: 'POST',
        path: '/conversations',
        body: {
          type: 'email',
          mailboxId,
          subject,
          customer: { email: customerEmail },
          threads: [{ type: 'note', text: html, user: userId }],
          customFields: [{ id: field.id, value: field.value }],
          imported: silent,
          status: 'active',
        },
        what: 'create the ticket',
      }
      const answer = await call(request)
      if (!answer) throw notFound(request)
      return understood(conversation, answer, request).id
    },
  }
}

/** `subject` is a SQL LIKE, so a part is searched for between `%`; newer versions add them themselves. */
function listParameters(query: TicketQuery, page: number): URLSearchParams {
  const { tag, mailboxIds, statuses, updatedSince, subject } = query
  return new URLSearchParams({
    ...(tag && { tag }),
    ...(mailboxIds && { mailboxId: mailboxIds.map(safeId).join(',') }),
    ...(statuses && { status: statuses.join(',') }),
    ...(updatedSince && { updatedSince }),
    ...(subject && { subject: `%${subject}%` }),
    sortField: 'createdAt',
    sortOrder: 'asc',
    pageSize: '100',
    page: String(page),
    embed: 'tags',
  })
}

function read(path: string, what: string): Call {
  return { method: 'GET', path, what }
}

/** An id may only reach a URL as digits. */
function safeId(id: number): number {
  if (!Number.isSafeInteger(id) || id < 1) throw new RangeError(`${id} is not a ticket's id.`)
  return id
}

function notFound({ what }: Call): ServiceError {
  return new ServiceError(
    `FreeScout does not find what it should (404): could not ${what}. Was the ticket deleted meanwhile? ` +
      'If not, check freescout-url and that the API & Webhooks module is active.',
    { service: 'FreeScout', status: 404 },
  )
}

/** Reads an answer by its schema; the error names paths and expectations, never the values found. */
function understood<S extends v.GenericSchema>(schema: S, answer: Answer, { what }: Call): v.InferOutput<S> {
  const result = v.safeParse(schema, answer.json)
  if (result.success) return result.output
  const where = result.issues
    .map(issue => `${v.getDotPath(issue) ?? 'answer'} (${issue.expected})`)
    .join(', ')
  throw new ServiceError(
    `FreeScout's answer is not what its API promises: could not ${what}. Unexpected: ${where}. ` +
      'Check the version of the API & Webhooks module (1.0.82 is known to work).',
    { service: 'FreeScout' },
  )
}
