import { parseConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/config/schema.ts'
import type { FieldDefinition } from '../../src/freescout/client.ts'
import type { Gone } from '../../src/github/client.ts'
import { hasMarkerOf } from '../../src/link/issues-from-ticket.ts'
import { isComplete, readTicketLink } from '../../src/link/ticket-link.ts'
import { issueMarker } from '../../src/marks.ts'
import type { Comment, Issue, Mailbox, Person, Repository, Thread, Ticket } from '../../src/model.ts'
import { announcementComment, ticketLinkComment } from '../../src/render/comment.ts'
import { linkedNote } from '../../src/render/note.ts'
import { ENGLISH } from '../../src/texts/english.ts'
import type { ObservedTicket } from '../../src/ticket/observe.ts'
import type { NotesToRelay } from '../../src/ticket/relays.ts'

export const HOME = 'raxx-app/TradeMasterAPI'
export const TICKET_URL = 'https://tickets.example.org/conversation/12'
export const SERVER = 'https://github.com'

export const ops: Mailbox = { id: 1, name: 'Ops', email: 'ops@raxx.app' }
export const internal: Mailbox = { id: 3, name: 'Internal', email: 'internal@raxx.app' }

export const rodney: Person = {
  id: 3,
  type: 'customer',
  firstName: 'Rodney',
  lastName: 'Robertson',
  email: 'rodney@example.org',
}
export const ada: Person = { id: 1, type: 'user', firstName: 'Ada', lastName: 'Admin', email: 'ada@raxx.app' }

/** A configuration with two watched mailboxes; `yaml` is added to it. */
export function configOf(yaml = ''): Config {
  return parseConfig(`mailboxes: [ops@raxx.app, support@raxx.app]\nuser: 1\n${yaml}`, { source: 'test' })
}

/** The address of an issue. */
export function issueUrl(number: number, repository = HOME): string {
  return `${SERVER}/${repository}/issues/${number}`
}

/** A thread of a ticket; by default a customer's message. */
export function threadOf(thread: Partial<Thread> = {}): Thread {
  return {
    id: 1,
    type: 'customer',
    state: 'published',
    body: '<p>It is broken.</p>',
    action: '',
    createdBy: rodney,
    createdAt: '2026-11-22T12:00:00Z',
    attachments: [],
    ...thread,
  }
}

/** Our own note that names the issue with this number. */
export function ourNote(number: number): Thread {
  const issue = { repository: HOME, number, url: issueUrl(number), title: 'Orders are rejected' }
  return threadOf({ type: 'note', body: linkedNote({ issue, texts: ENGLISH }), createdBy: ada })
}

/** A ticket that a customer mailed to a watched mailbox and an agent tagged `bug`. */
export function ticketOf(ticket: Partial<Ticket> = {}): Ticket {
  return {
    id: 12,
    number: 1042,
    subject: 'Orders are rejected',
    status: 'active',
    state: 'published',
    mailboxId: ops.id,
    createdAt: '2026-11-22T12:00:00Z',
    updatedAt: '2026-11-22T12:00:00Z',
    preview: 'It is broken.',
    closedAt: null,
    createdBy: rodney,
    closedBy: null,
    customer: rodney,
    source: { type: 'email', via: 'customer' },
    tags: ['bug'],
    fields: [{ id: 3, name: 'github_issue_url', value: '', text: '' }],
    threads: [threadOf()],
    ...ticket,
  }
}

/** An issue filed by hand. */
export function issueOf(issue: Partial<Issue> = {}): Issue {
  const { number = 7, repository = HOME } = issue
  return {
    repository,
    number,
    url: issueUrl(number, repository),
    title: 'Orders are rejected',
    body: 'Seen in production.',
    state: 'open',
    stateReason: null,
    labels: ['freescout-linked'],
    type: null,
    author: { login: 'octo-dev', association: 'MEMBER' },
    createdAt: '2026-11-22T12:01:00Z',
    closedAt: null,
    ...issue,
  }
}

/** An issue that was made from the ticket: it carries its marker. */
export function ownIssue(issue: Partial<Issue> = {}): Issue {
  return issueOf({ body: `Text.\n\n${issueMarker({ id: 12, url: TICKET_URL })}`, ...issue })
}

const commentOf = (body: string): Comment => ({
  id: 1,
  body,
  author: { login: 'github-actions[bot]', association: 'NONE' },
  url: `${issueUrl(7)}#issuecomment-1`,
  createdAt: '2026-11-22T12:02:00Z',
  updatedAt: '2026-11-22T12:02:00Z',
  reactions: [],
})

/** What we said on the issue: where the ticket is, or that it was resolved or reopened. */
export const said = {
  link: commentOf(ticketLinkComment(TICKET_URL, ENGLISH)),
  resolved: (at: string) =>
    commentOf(announcementComment({ kind: 'resolved', at, ticketUrl: TICKET_URL }, ENGLISH)),
  reopened: (at: string) =>
    commentOf(announcementComment({ kind: 'reopened', at, ticketUrl: TICKET_URL }, ENGLISH)),
}

/** What a test says about both sides; everything else is as by default, an unlinked ticket tagged `bug`. */
export type ObservedTicketInput = {
  ticket?: Partial<Ticket>
  tags?: string[]
  /** What the link field holds; `null` when the mailbox has no such field. */
  field?: string | null
  /** Numbers of the issues that our own notes name, newest first. */
  notes?: number[]
  mailbox?: Mailbox | undefined
  /** The custom fields of the mailbox; by default only the one for the link, a single line. */
  mailboxFields?: FieldDefinition[]
  issue?: Issue | Gone
  /** The canonical issue, when it is not the linked one. */
  canonical?: Issue
  surplus?: Issue[]
  unknownMailboxes?: string[]
  marks?: Comment[]
  /** Ids of other tickets of the issue that are not closed. */
  stillOpen?: number[]
  visibility?: Repository['visibility']
  allowed?: string[]
  relays?: NotesToRelay
}

/** Both sides as the plan sees them. */
export function observed(input: ObservedTicketInput = {}): ObservedTicket {
  const { field = '', notes = [], mailbox = ops, visibility = 'private', allowed = [HOME] } = input
  const ticket = ticketOf({
    mailboxId: mailbox.id,
    tags: input.tags ?? ['bug'],
    fields: field === null ? [] : [{ id: 3, name: 'github_issue_url', value: field, text: '' }],
    threads: [...notes.map(ourNote), threadOf()],
    ...input.ticket,
  })
  const issue = input.canonical ?? input.issue
  const link = readTicketLink(ticket, 'github_issue_url', { serverUrl: SERVER, allowed })
  return {
    ticket,
    ticketUrl: TICKET_URL,
    mailbox,
    unknownMailboxes: input.unknownMailboxes ?? [],
    link,
    onlyClosings: isComplete(ticket, link),
    issue,
    movedFrom: link.movedFrom,
    hasOurMarker:
      issue !== undefined && !('gone' in issue) && hasMarkerOf(issue, { id: ticket.id, url: TICKET_URL }),
    duplicates: input.surplus ?? [],
    ourComments: input.marks ?? [],
    relays: input.relays ?? { notes: [], isAllowed: false },
    otherOpenTickets: input.stillOpen ?? [],
    targetRepository: { name: HOME, visibility },
    mailboxFields:
      field === null
        ? []
        : (input.mailboxFields ?? [{ id: 3, name: 'github_issue_url', type: 'singleline' }]),
    userId: 1,
  }
}
