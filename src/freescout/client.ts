import type { CustomField, Mailbox, Ticket } from '../model.ts'
import { ServiceError } from '../service-error.ts'
import {
  askFreeScout,
  callFreeScout,
  type FreeScoutAccess,
  type FreeScoutCall,
  getCall,
  isModuleOff,
  notFound,
  readAnswer,
  safeId,
} from './api.ts'
import { findUser, readPages } from './pages.ts'
import { conversation, createdConversation, fieldRow, mailboxRow } from './schemas.ts'
import { watchServerTime } from './server-time.ts'
import { listTickets, type TicketPage, type TicketQuery } from './ticket-list.ts'

/** A ticket as it was at `at`, by FreeScout's own clock. */
export type TicketReading = { ticket: Ticket; at: Date }

/** A custom field as a mailbox defines it. `type` is `singleline`, `multiline`, `dropdown`, `number`, `date`. */
export type FieldDefinition = { id: number; name: string; type: string }

/** A ticket's fields and tags, without its threads. */
type FieldsAndTags = { fields: CustomField[]; tags: string[] }

/** A ticket to create; `html` is its note. */
export type TicketDraft = {
  mailboxId: number
  subject: string
  customerEmail: string
  html: string
  userId: number
  field: { id: number; value: string }
  silent: boolean
}

/** The calls of FreeScout's API that the action makes. Every one throws {@link ServiceError}. */
export type FreeScout = {
  /** The address that the pages of tickets start with, without a trailing slash. */
  url: string
  /** The URL of a ticket's page for agents. It takes the id, not the number. */
  ticketUrl: (id: number) => string
  /** The time by FreeScout's own clock at its newest answer; `undefined` before the first. */
  serverTime: () => Date | undefined

  /** A ticket with threads and tags; `undefined` when there is none. */
  ticket: (id: number) => Promise<TicketReading | undefined>
  /**
   * A ticket's fields and tags as they are now. It throws when FreeScout sends no tags, because unknown tags are not the
   * same as none: whoever writes tags would remove them.
   */
  fieldsAndTags: (id: number) => Promise<FieldsAndTags>
  /** Pages of up to 100 tickets with fields and tags, but without threads; oldest first. Rows that can't be read are named. */
  tickets: (query: TicketQuery) => AsyncGenerator<TicketPage, void>
  mailboxes: () => Promise<Mailbox[]>
  /** The custom fields of a mailbox; `undefined` when the module is off. */
  mailboxFields: (mailboxId: number) => Promise<FieldDefinition[] | undefined>
  /** Looks up the user with this address or id, and gives the id. FreeScout checks an id only when a note is written. */
  userId: (user: string | number) => Promise<number>

  /**
   * Read the value back, because FreeScout answers 204 even when it stored nothing. Writing '' does not empty a field.
   */
  setField: (ticketId: number, field: { id: number; value: string }) => Promise<void>
  /** Adds an internal note; `html` is kept as it is sent. It mails no customer. */
  addNote: (ticketId: number, note: { html: string; userId: number }) => Promise<void>
  /**
   * Adds tags to those that the ticket has, `now`. FreeScout can only replace all tags, so read `now` right before. After
   * a wait it reads them again, because somebody may have set one meanwhile. It is not sent again after a lost answer.
   */
  addTags: (ticketId: number, tags: { add: string[]; now: string[] }) => Promise<void>
  setStatus: (ticketId: number, status: { status: 'active' | 'closed'; userId: number }) => Promise<void>
  /**
   * Creates a ticket whose only thread is a note, so the customer gets no mail. With `silent`, FreeScout does not
   * notify the agents either. It is never sent twice. After a lost or an odd answer, search for the subject.
   */
  createTicket: (draft: TicketDraft) => Promise<{ id: number; number: number }>
}

/** Makes a client for one FreeScout. Facts about its API: docs/freescout-api.md. */
export function createFreeScout(given: FreeScoutAccess): FreeScout {
  const { fetch, serverTime } = watchServerTime(given.fetch)
  const access = { ...given, fetch }
  const write = async (call: FreeScoutCall) => {
    if (!(await callFreeScout(access, call))) throw notFound(access, call)
  }

  const fieldsAndTags: FreeScout['fieldsAndTags'] = async id => {
    const call = getCall(`/conversations/${safeId(id)}?embed=tags`, `read ticket id ${id} back`)
    const { fields, tags } = await askFreeScout(access, call, conversation)
    if (tags === null) throw tagsNotSent(call)
    return { fields: fields ?? [], tags }
  }

  return {
    url: access.url,
    ticketUrl: id => `${access.url}/conversation/${id}`,
    serverTime,

    async ticket(id) {
      const call = getCall(`/conversations/${safeId(id)}?embed=threads,tags`, `read ticket id ${id}`)
      const answer = await callFreeScout(access, call)
      return answer && { ticket: readAnswer(conversation, answer, call), at: answer.at }
    },

    fieldsAndTags,

    tickets: query => listTickets(access, query),

    async mailboxes() {
      const list = { path: '/mailboxes', key: 'mailboxes', what: 'list the mailboxes', row: mailboxRow }
      const mailboxes: Mailbox[] = []
      for await (const { rows } of readPages(access, list)) mailboxes.push(...rows)
      return mailboxes
    },

    async mailboxFields(mailboxId) {
      const path = `/mailboxes/${safeId(mailboxId)}/custom_fields`
      const list = { path, key: 'custom_fields', what: 'list the custom fields', row: fieldRow }
      try {
        const fields: FieldDefinition[] = []
        for await (const { rows } of readPages(access, list)) fields.push(...rows)
        return fields
      } catch (error) {
        if (isModuleOff(error)) return undefined
        throw error
      }
    },

    async userId(user) {
      const found = await findUser(access, user)
      if (found) return found.id
      throw new ServiceError({
        service: 'FreeScout',
        call: 'look up the signing user',
        happened: `FreeScout has no user that fits user: ${user}`,
        todo: 'Create that user, or correct "user" in the configuration. This user signs the notes.',
      })
    },

    setField: (ticketId, { id, value }) =>
      write({
        method: 'PUT',
        path: `/conversations/${safeId(ticketId)}/custom_fields`,
        body: { customFields: [{ id, value }] },
        idempotent: true,
        what: `write the custom field of ticket id ${ticketId}`,
      }),

    addNote: (ticketId, { html, userId }) =>
      write({
        method: 'POST',
        path: `/conversations/${safeId(ticketId)}/threads`,
        body: { type: 'note', text: html, user: userId },
        what: `add a note to ticket id ${ticketId}`,
      }),

    addTags: (ticketId, { add, now }) => {
      const body = (tags: string[]) => ({ tags: [...new Set([...tags, ...add])] })
      return write({
        method: 'PUT',
        path: `/conversations/${safeId(ticketId)}/tags`,
        body: body(now),
        bodyForRepeat: async () => body((await fieldsAndTags(ticketId)).tags),
        what: `tag ticket id ${ticketId}`,
      })
    },

    setStatus: (ticketId, { status, userId }) =>
      write({
        method: 'PUT',
        path: `/conversations/${safeId(ticketId)}`,
        body: { status, byUser: userId },
        idempotent: true,
        what: `set the status of ticket id ${ticketId}`,
      }),

    async createTicket({ mailboxId, subject, customerEmail, html, userId, field, silent }) {
      const call: FreeScoutCall = {
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
        mayActWhenRefused: true,
        what: 'create the ticket',
      }
      return askFreeScout(access, call, createdConversation)
    },
  }
}

function tagsNotSent({ what }: FreeScoutCall): ServiceError {
  return new ServiceError({
    service: 'FreeScout',
    call: what,
    happened: 'FreeScout did not send the tags of the ticket',
    todo: 'Check that the module Tags is active. No tag was written, because that would remove the tags that are there.',
  })
}
