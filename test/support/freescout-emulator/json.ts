import { createHash } from 'node:crypto'
import type {
  FreeScoutState,
  PersonRef,
  StoredAttachment,
  StoredCustomer,
  StoredField,
  StoredMailbox,
  StoredThread,
  StoredTicket,
  StoredUser,
} from './state.ts'

/** What a ticket is shown with beyond itself. */
export type Embed = { threads: boolean; tags: boolean }

/** A ticket as the API and the webhooks show it. The order of keys is FreeScout's. */
export function ticketJson(freescout: FreeScoutState, ticket: StoredTicket, embed: Embed) {
  const assignee = userRef(ticket.assigneeId)
  return {
    id: ticket.id,
    number: ticket.number,
    threadsCount: ticket.threadsCount,
    type: 'email',
    folderId: folderOf(ticket),
    status: ticket.status,
    state: ticket.state,
    subject: ticket.subject,
    preview: ticket.preview,
    mailboxId: ticket.mailboxId,
    assignee: personJson(freescout, assignee),
    createdBy: personJson(freescout, ticket.createdBy),
    createdAt: ticket.createdAt,
    updatedAt: ticket.updatedAt,
    closedBy: ticket.closedById,
    closedByUser: personJson(freescout, userRef(ticket.closedById)),
    closedAt: ticket.closedAt,
    userUpdatedAt: ticket.userUpdatedAt,
    customerWaitingSince: {
      time: ticket.lastReply?.at ?? null,
      friendly: 'Just now',
      latestReplyFrom: ticket.lastReply?.from ?? '',
    },
    source: ticket.source,
    cc: [],
    bcc: [],
    customer: personJson(freescout, { type: 'customer', id: ticket.customerId }),
    _embedded: {
      threads: embed.threads ? threadsOf(freescout, ticket).map(thread => threadJson(freescout, thread)) : [],
      ...(embed.tags && freescout.switches.modules.tags ? { tags: tagsOf(freescout, ticket) } : {}),
    },
    ...(freescout.switches.modules.customFields ? { customFields: fieldsOf(freescout, ticket) } : {}),
  }
}

/** A thread as the API and the webhooks show it. */
export function threadJson(freescout: FreeScoutState, thread: StoredThread) {
  return {
    id: thread.id,
    type: thread.type,
    status: thread.status,
    state: 'published',
    action: { ...thread.action, associatedEntities: [] },
    body: thread.body,
    source: thread.source,
    customer: personJson(
      freescout,
      thread.customerId === null ? null : { type: 'customer', id: thread.customerId },
    ),
    createdBy: personJson(freescout, thread.createdBy),
    assignedTo: personJson(freescout, userRef(thread.assigneeId)),
    to: thread.to,
    cc: [],
    bcc: [],
    createdAt: thread.createdAt,
    openedAt: null,
    _embedded: { attachments: thread.attachments.map(file => attachmentJson(freescout, file)) },
  }
}

/** A customer as `customer.created` shows one. */
export function customerJson(customer: StoredCustomer) {
  return {
    id: customer.id,
    firstName: customer.firstName,
    lastName: customer.lastName,
    jobTitle: null,
    company: null,
    photoType: 'unknown',
    photoUrl: '',
    createdAt: customer.createdAt,
    updatedAt: customer.createdAt,
    notes: null,
    _embedded: {
      emails: [{ id: customer.id, value: customer.email, type: 'work' }],
      phones: [],
      social_profiles: [],
      websites: [],
      address: { city: null, state: null, zip: null, country: null, address: null },
    },
  }
}

/** A mailbox as `GET /mailboxes` lists it. */
export function mailboxJson({ id, name, email, createdAt, updatedAt }: StoredMailbox) {
  return { id, name, email, createdAt, updatedAt }
}

/** A custom field as a mailbox's listing shows it. */
export function fieldJson({ id, name, type, options }: StoredField, index: number) {
  return { id, name, type, options, required: false, sortOrder: index + 1 }
}

/** An agent as `GET /users` lists one. */
export function userJson(user: StoredUser) {
  return {
    id: user.id,
    firstName: user.firstName,
    lastName: user.lastName,
    email: user.email,
    role: user.role,
    alternateEmails: null,
    jobTitle: null,
    phone: null,
    timezone: 'UTC',
    photoUrl: '',
    language: null,
    createdAt: user.createdAt,
    updatedAt: user.createdAt,
  }
}

/** A ticket's tags, `{id, name}`, by id. */
export function tagsOf(freescout: FreeScoutState, ticket: StoredTicket): { id: number; name: string }[] {
  return ticket.tags
    .map(name => ({ id: freescout.tags.get(name) ?? 0, name }))
    .sort((one, other) => one.id - other.id)
}

/** The custom fields of the mailbox a ticket is in now, with the ticket's values. */
function fieldsOf(freescout: FreeScoutState, ticket: StoredTicket) {
  const fields = freescout.mailboxes.get(ticket.mailboxId)?.fields ?? []
  return fields.map(({ id, name, options }) => {
    const value = ticket.fieldValues.get(id) ?? ''
    return { id, name, value, text: options?.[value] ?? '' }
  })
}

function personJson(freescout: FreeScoutState, ref: PersonRef | null) {
  const person = ref && (ref.type === 'user' ? freescout.users.get(ref.id) : freescout.customers.get(ref.id))
  if (!person) return null
  const { id, firstName, lastName, email } = person
  return { id, type: ref.type, firstName, lastName, photoUrl: '', email }
}

/** The folders come from the first two digits of the id's MD5, as on the recorded instance. */
function attachmentJson(
  freescout: FreeScoutState,
  { id, fileName, mimeType, size, token }: StoredAttachment,
) {
  const [a, b] = createHash('md5').update(String(id)).digest('hex').replace(/\D/g, '')
  const fileUrl = `${freescout.url}/storage/attachment/${a}/${b}/1/${fileName}?id=${id}&token=${token}`
  return { id, fileName, fileUrl, mimeType, size }
}

/** Each mailbox has eight folders in a row: unassigned, drafts, assigned, closed, spam, deleted and two personal. */
function folderOf({ mailboxId, state, status, assigneeId }: StoredTicket): number {
  const first = 8 * (mailboxId - 1) + 1
  if (state === 'deleted') return first + 5
  if (status === 'spam') return first + 4
  if (status === 'closed') return first + 3
  return assigneeId === null ? first : first + 2
}

function userRef(id: number | null): PersonRef | null {
  return id === null ? null : { type: 'user', id }
}

function threadsOf({ switches }: FreeScoutState, { threads }: StoredTicket): StoredThread[] {
  const direction = switches.sameSecondReversed ? -1 : 1
  return threads.toSorted(
    (one, other) => other.createdAt.localeCompare(one.createdAt) || direction * (other.id - one.id),
  )
}
