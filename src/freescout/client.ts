import * as v from 'valibot'
import { ServiceError } from '../http/errors.ts'
import type { CustomField, Mailbox, Ticket } from '../model.ts'
import { type Answer, type Call, callFreeScout, type FreeScoutAccess } from './request.ts'
import { conversation, mailboxPage, userPage } from './wire.ts'

/** A ticket as it was at `at`, by FreeScout's own clock. */
export type TicketReading = { ticket: Ticket; at: Date }

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

    setField: (ticketId, { id, value }) =>
      write({
        method: 'PUT',
        path: `/conversations/${safeId(ticketId)}/custom_fields`,
        body: { customFields: [{ id, value }] },
        what: `write the custom field of ticket ${ticketId}`,
      }),

    addNote: (ticketId, { html, userId }) =>
      write({
        method: 'POST',
        path: `/conversations/${safeId(ticketId)}/threads`,
        body: { type: 'note', text: html, user: userId },
        what: `add a note to ticket ${ticketId}`,
      }),

    setTags: (ticketId, tags) =>
      write({
        method: 'PUT',
        path: `/conversations/${safeId(ticketId)}/tags`,
        body: { tags },
        what: `tag ticket ${ticketId}`,
      }),
  }
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
