import { type LabelEvent, mappedLabels } from '../../src/issue/labels.ts'
import type { ObservedIssue } from '../../src/issue/observe.ts'
import type { Relays } from '../../src/issue/relays.ts'
import type { LinkedTicket } from '../../src/link/linked-tickets.ts'
import { isCreatedFrom, readTicketLink } from '../../src/link/ticket-link.ts'
import { splitKeys } from '../../src/marks.ts'
import type { Issue, StateChange, Ticket } from '../../src/model.ts'
import type { Reason } from '../../src/outcome.ts'
import { noteHtml } from '../../src/render/note.ts'
import { ada, configOf, HOME, issueOf, issueUrl, SERVER, threadOf, ticketOf } from './observed-ticket.ts'

/** Where tickets are made, for configurations that say so. */
export const TICKET_TARGET = 'ticket: { mailbox: ops@raxx.app, customer: github@raxx.app }'

/**
 * A ticket of issue 7. `keys`: the keys of its notes, with `+` between those of one note; `isCreatedFromIssue`: it was
 * created from the issue.
 */
export type LinkedTicketInput = Partial<Pick<Ticket, 'id' | 'status' | 'tags'>> & {
  keys?: string[]
  isCreatedFromIssue?: boolean
}

/** What a test says about issue 7 and its tickets; by default it has none, and no labels. */
export type ObservedIssueInput = {
  issue?: Partial<Issue>
  /** Labels with the event that put each on last. */
  labels?: Record<string, number>
  tickets?: LinkedTicketInput[]
  /** Tickets to which nothing may be written, such as spam. */
  unreachable?: LinkedTicketInput[]
  /** Ids of the tickets that sentinel comments name; those of `tickets` unless this says otherwise. */
  namedTickets?: number[]
  isFromTicket?: boolean
  /** The id of the ticket in its marker. */
  originId?: number
  ticketBlock?: Reason
  /** Who closed or reopened it last. */
  stateChange?: StateChange
  relays?: Partial<Relays>
}

/** The page of a ticket. */
export function ticketPage(id: number): string {
  return `https://tickets.example.org/conversation/${id}`
}

/** Both sides as the plan for an issue sees them. */
export function observedIssue(input: ObservedIssueInput = {}, yaml = TICKET_TARGET): ObservedIssue {
  const { labels = {}, tickets = [], namedTickets = tickets.map(({ id = 12 }) => id) } = input
  const issue = issueOf({ labels: Object.keys(labels), ...input.issue })
  return {
    issue,
    tickets: tickets.map(ticket => linkedTicket(ticket, issue)),
    unreachable: (input.unreachable ?? []).map(ticket => linkedTicket(ticket, issue)),
    linkedTicketUrls: namedTickets.map(ticketPage),
    originId: input.originId,
    isFromTicket: input.isFromTicket ?? input.originId !== undefined,
    ticketBlock: input.ticketBlock,
    relays: { comments: [], isRefused: false, ...input.relays },
    labelEvents: mappedLabels(issue, configOf(yaml)).map((mapped): LabelEvent => {
      const [, eventId = 0] =
        Object.entries(labels).find(([name]) => name.toLowerCase() === mapped.label.toLowerCase()) ?? []
      return { ...mapped, eventId }
    }),
    stateChange: input.stateChange,
    userId: 1,
    ticketTarget: { mailboxId: 1, fieldId: 3 },
    html: '<p>Seen in production.</p>',
  }
}

function linkedTicket(
  { id = 12, status = 'active', tags = [], keys = [], isCreatedFromIssue = false }: LinkedTicketInput,
  issue: Issue,
): LinkedTicket {
  const notes = keys.map(key =>
    threadOf({
      type: 'note',
      body: noteHtml({ issue, html: '<p>Announced.</p>', keys: splitKeys(key) }),
      createdBy: ada,
    }),
  )
  const ticket = ticketOf({
    id,
    status,
    tags,
    fields: [{ id: 3, name: 'github_issue_url', value: issueUrl(7), text: '' }],
    threads: [...notes, threadOf()],
    ...(isCreatedFromIssue && {
      subject: `[${HOME}#7] Orders are rejected`,
      createdBy: ada,
      source: { type: 'api', via: 'user' },
    }),
  })
  const link = readTicketLink(ticket, 'github_issue_url', { serverUrl: SERVER, allowed: [HOME] })
  const isCreated = isCreatedFrom(ticket, issue)
  return { ticket, url: ticketPage(id), link, movedFrom: link.movedFrom, isCreatedFromIssue: isCreated }
}
