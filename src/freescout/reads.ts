import { ServiceError } from '../http/errors.ts'
import type { CustomField, Mailbox, Ticket } from '../model.ts'
import { ask, get, isModuleOff, safeId, understood } from './ask.ts'
import { callFreeScout, type FreeScoutAccess } from './request.ts'
import { conversation, conversationPage, fieldPage, mailboxPage, userPage } from './schemas.ts'

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

/** What the action reads. Every call throws {@link ServiceError}. */
export type FreeScoutReads = {
  /** A ticket with threads and tags; `undefined` when there is none. */
  ticket: (id: number) => Promise<TicketReading | undefined>
  /** A ticket's fields and tags as they are now, without its threads. */
  fieldsAndTags: (id: number) => Promise<{ fields: CustomField[]; tags: string[] }>
  mailboxes: () => Promise<Mailbox[]>
  /** The numeric id of the user with this address; ids are handed through. */
  userId: (user: string | number) => Promise<number>
  /** Pages of up to 100 tickets with fields and tags, but without threads; oldest first. */
  tickets: (query: TicketQuery) => AsyncGenerator<TicketPage, void>
  /** The custom fields of a mailbox; `undefined` when the module is off. */
  mailboxFields: (mailboxId: number) => Promise<FieldDefinition[] | undefined>
}

/** The reads of one FreeScout. */
export function freescoutReads(access: FreeScoutAccess): FreeScoutReads {
  return {
    async ticket(id) {
      const call = get(`/conversations/${safeId(id)}?embed=threads,tags`, `read ticket ${id}`)
      const answer = await callFreeScout(access, call)
      return answer && { ticket: understood(conversation, answer, call), at: answer.at }
    },

    async fieldsAndTags(id) {
      const call = get(`/conversations/${safeId(id)}?embed=tags`, `read ticket ${id} back`)
      const { fields, tags } = await ask(access, call, conversation)
      return { fields: fields ?? [], tags }
    },

    async mailboxes() {
      const mailboxes: Mailbox[] = []
      for (let page = 1, pages = 1; page <= pages; page++) {
        const call = get(`/mailboxes${page > 1 ? `?page=${page}` : ''}`, 'list the mailboxes')
        const found = await ask(access, call, mailboxPage)
        mailboxes.push(...found._embedded.mailboxes)
        pages = found.page.totalPages
      }
      return mailboxes
    },

    async userId(user) {
      if (typeof user === 'number') return user
      const call = get(`/users?email=${encodeURIComponent(user)}`, 'look up the signing user')
      const { users } = (await ask(access, call, userPage))._embedded
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

    async *tickets(query) {
      for (let page = 1, pages = 1; page <= pages; page++) {
        const call = get(`/conversations?${listParameters(query, page)}`, 'list the tickets')
        const found = await ask(access, call, conversationPage)
        pages = found.page.totalPages
        yield { tickets: found._embedded.conversations, total: found.page.totalElements }
      }
    },

    async mailboxFields(mailboxId) {
      const call = get(`/mailboxes/${safeId(mailboxId)}/custom_fields`, 'list the custom fields')
      try {
        return (await ask(access, call, fieldPage))._embedded.custom_fields
      } catch (error) {
        if (isModuleOff(error)) return undefined
        throw error
      }
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
