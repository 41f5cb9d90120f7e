import { folded, like } from './php.ts'
import type { FreeScoutState, StoredTicket } from './state.ts'

/** The filters and the order of `GET /conversations`, as its query names them. */
export type ListingQuery = Record<string, string | undefined>

type Filter = (ticket: StoredTicket, wanted: string, freescout: FreeScoutState) => boolean

const FILTERS: Record<string, Filter> = {
  mailboxId: (ticket, wanted) => oneOf(wanted, String(ticket.mailboxId)),
  status: (ticket, wanted) => oneOf(wanted, ticket.status),
  state: (ticket, wanted) => oneOf(wanted, ticket.state),
  number: (ticket, wanted) => String(ticket.number) === wanted,
  subject: (ticket, wanted) => like(ticket.subject, wanted),
  /** One tag only: a comma is part of its name. */
  tag: (ticket, wanted) => ticket.tags.some(name => folded(name) === folded(wanted)),
  customerEmail: (ticket, wanted, freescout) =>
    folded(freescout.customers.get(ticket.customerId)?.email ?? '') === folded(wanted),
  createdSince: (ticket, wanted) => Date.parse(ticket.createdAt) >= Date.parse(wanted),
  updatedSince: (ticket, wanted) => Date.parse(ticket.updatedAt) >= Date.parse(wanted),
}

const SORT_KEYS: Record<string, (ticket: StoredTicket) => string | number> = {
  createdAt: ticket => ticket.createdAt,
  updatedAt: ticket => ticket.updatedAt,
  number: ticket => ticket.number,
  subject: ticket => ticket.subject,
  mailboxId: ticket => ticket.mailboxId,
  waitingSince: ticket => ticket.lastReply?.at ?? '',
}

/**
 * The tickets that pass every filter given, newest first unless `sortField` and `sortOrder` say otherwise.
 * Filters it does not know it passes over, as FreeScout does.
 */
export function listTickets(freescout: FreeScoutState, query: ListingQuery): StoredTicket[] {
  const asked = Object.entries(query).filter(([, wanted]) => wanted !== undefined && wanted !== '')
  const key = SORT_KEYS[query.sortField ?? ''] ?? ((ticket: StoredTicket) => ticket.createdAt)
  const direction = query.sortOrder === 'asc' ? 1 : -1
  return [...freescout.tickets.values()]
    .filter(ticket =>
      asked.every(([name, wanted]) => FILTERS[name]?.(ticket, wanted ?? '', freescout) ?? true),
    )
    .sort((one, other) => direction * (compare(key(one), key(other)) || one.id - other.id))
}

function oneOf(list: string, value: string): boolean {
  return list.split(',').includes(value)
}

function compare(one: string | number, other: string | number): number {
  return one < other ? -1 : one > other ? 1 : 0
}
