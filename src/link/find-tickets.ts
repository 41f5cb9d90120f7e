import { withClockSkew } from '../clock.ts'
import type { TicketQuery, UnreadableTicket } from '../freescout/ticket-list.ts'
import { isSameIssue, issueName } from '../issue-ref.ts'
import { subjectPrefix } from '../marks.ts'
import type { Issue, IssueRef, Ticket } from '../model.ts'
import { hasName, LINKED_TAG } from '../names.ts'
import { ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import { isCreatedFrom, linkFrom } from './ticket-link.ts'

/** The lists to search, and the tickets in them that count. */
type Search = { queries: TicketQuery[]; isFound: (ticket: Ticket) => boolean }

/**
 * Finds the published tickets that we created from this issue. It searches by subject, but anybody can write a subject,
 * and FreeScout takes `_` for any character. So it checks the other signs of each ticket, too.
 *
 * @returns them without threads, the one with the lowest id first
 */
export function findTicketsFromIssue(issue: IssueRef, world: World): Promise<Ticket[]> {
  const isFound = (ticket: Ticket) =>
    ticket.state === 'published' &&
    isCreatedFrom(ticket, issue) &&
    isSameIssue(linkFrom(ticket, issue, world).inField, issue)
  return search({ queries: [{ subject: subjectPrefix(issue) }], isFound }, { issue, world })
}

/**
 * Finds the tickets whose field names the issue. FreeScout can't search by field. So it lists the tickets with our tag
 * that changed since the issue was created, because the note about the link changed them. It also lists the watched
 * mailboxes' tickets of the sweep's period, because somebody may have removed the tag. Call it only for an issue that
 * was linked before.
 *
 * @returns them without threads, the one with the lowest id first
 */
export async function findTicketsNaming(issue: Issue, world: World): Promise<Ticket[]> {
  const { freescout, config, clock } = world
  const mailboxes = config.mailboxes.length > 0 ? await freescout.mailboxes() : []
  const mailboxIds = mailboxes.filter(({ email }) => hasName(config.mailboxes, email)).map(({ id }) => id)
  const createdAt = Date.parse(issue.createdAt)
  const recent = Math.max(createdAt, clock.now() - config.sweep.since.ms)
  const queries: TicketQuery[] = [
    { tag: LINKED_TAG, updatedSince: withClockSkew(createdAt) },
    ...(mailboxIds.length > 0 ? [{ mailboxIds, updatedSince: withClockSkew(recent) }] : []),
  ]
  const isFound = (ticket: Ticket) => isSameIssue(linkFrom(ticket, issue, world).inField, issue)
  return search({ queries, isFound }, { issue, world })
}

async function search(
  { queries, isFound }: Search,
  { issue, world }: { issue: IssueRef; world: World },
): Promise<Ticket[]> {
  const searchList = async (query: TicketQuery) => {
    const found: Ticket[] = []
    for await (const { tickets, unreadable } of world.freescout.tickets(query)) {
      const [odd] = unreadable
      if (odd) throw unreadableTicket(issue, odd)
      found.push(...tickets.filter(isFound))
    }
    return found
  }
  const found = (await Promise.all(queries.map(searchList))).flat()
  const byId = new Map(found.map(ticket => [ticket.id, ticket]))
  return [...byId.values()].toSorted((one, other) => one.id - other.id)
}

/** One of the unreadable tickets may be the one that was created, so a second one must not follow. */
function unreadableTicket(issue: IssueRef, { id, reason }: UnreadableTicket): ServiceError {
  return new ServiceError({
    service: 'FreeScout',
    call: `find the ticket of ${issueName(issue)}`,
    happened: `FreeScout lists ticket ${id ?? 'without an id'} in a way that can't be read, at ${reason}`,
    todo: 'Open that ticket in FreeScout and save it again, or check the version of the API & Webhooks module.',
  })
}
