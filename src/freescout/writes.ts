import { ask, notFound, safeId } from './ask.ts'
import { type Call, callFreeScout, type FreeScoutAccess } from './request.ts'
import { conversation } from './schemas.ts'

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

/** What the action writes. Every call throws `ServiceError`. */
export type FreeScoutWrites = {
  /** Answers 204 even when nothing was stored: read it back. Writing '' does not empty a field. */
  setField: (ticketId: number, field: { id: number; value: string }) => Promise<void>
  /** Adds an internal note; `html` is kept as it is sent. It mails no customer. */
  addNote: (ticketId: number, note: { html: string; userId: number }) => Promise<void>
  /** Replaces all tags. */
  setTags: (ticketId: number, tags: string[]) => Promise<void>
  setStatus: (ticketId: number, status: { status: 'active' | 'closed'; userId: number }) => Promise<void>
  /**
   * Creates a ticket whose only thread is a note, which mails the customer nothing; `silent` spares the agents
   * too. Gives its id. Never repeated by itself: after a lost answer look for the subject.
   */
  createTicket: (draft: TicketDraft) => Promise<{ id: number; number: number }>
}

/** The writes to one FreeScout. */
export function freescoutWrites(access: FreeScoutAccess): FreeScoutWrites {
  const write = async (call: Call) => {
    if (!(await callFreeScout(access, call))) throw notFound(call)
  }

  return {
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

    async createTicket({ mailboxId, subject, customerEmail, html, userId, field, silent }) {
      const call: Call = {
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
      const { id, number } = await ask(access, call, conversation)
      return { id, number }
    },
  }
}
