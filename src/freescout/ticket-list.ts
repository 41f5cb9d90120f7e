import * as v from 'valibot'
import type { Ticket } from '../model.ts'
import { describeMismatch, type FreeScoutAccess, safeId } from './api.ts'
import { readPages } from './pages.ts'
import { conversation } from './schemas.ts'

/** Which tickets to list. Times are ISO 8601. `subject` may be any part of the subject, `number` is the one that people see. */
export type TicketQuery = {
  number?: number
  tag?: string
  mailboxIds?: number[]
  statuses?: ('active' | 'pending' | 'closed' | 'spam')[]
  updatedSince?: string
  subject?: string
}

/** A row of a list that is no ticket as the API promises it. `reason` names keys and expectations, and no values. */
export type UnreadableTicket = { id?: number; reason: string }

/** A page of tickets. `total` counts the tickets of all pages. */
export type TicketPage = { tickets: Ticket[]; unreadable: UnreadableTicket[]; total: number }

/** Lists tickets, page by page. Throws `ServiceError` when a page can't be read. */
export async function* listTickets(
  access: FreeScoutAccess,
  query: TicketQuery,
): AsyncGenerator<TicketPage, void> {
  const list = { path: '/conversations', key: 'conversations', what: 'list the tickets' }
  const parameters = listParameters(query)
  for await (const { rows, total } of readPages(access, { ...list, parameters, row: v.unknown() })) {
    yield { ...readTickets(rows), total }
  }
}

/** Reads the rows of a list. A row that can't be read does not stop the others. */
function readTickets(rows: unknown[]): Pick<TicketPage, 'tickets' | 'unreadable'> {
  const tickets: Ticket[] = []
  const unreadable: UnreadableTicket[] = []
  for (const row of rows) {
    const read = v.safeParse(conversation, row)
    if (read.success) tickets.push(read.output)
    else {
      const named = v.safeParse(v.object({ id: v.number() }), row)
      unreadable.push({
        ...(named.success && { id: named.output.id }),
        reason: describeMismatch(read.issues),
      })
    }
  }
  return { tickets, unreadable }
}

/**
 * FreeScout compares `subject` by SQL's LIKE, so `%` before and after find a part. Newer versions add both themselves.
 */
function listParameters(query: TicketQuery): URLSearchParams {
  const { number, tag, mailboxIds, statuses, updatedSince, subject } = query
  return new URLSearchParams({
    ...(number !== undefined && { number: String(number) }),
    ...(tag && { tag }),
    ...(mailboxIds && { mailboxId: mailboxIds.map(safeId).join(',') }),
    ...(statuses && { status: statuses.join(',') }),
    ...(updatedSince && { updatedSince }),
    ...(subject && { subject: `%${subject}%` }),
    sortField: 'createdAt',
    sortOrder: 'asc',
    pageSize: '100',
    page: '1',
    embed: 'tags',
  })
}
