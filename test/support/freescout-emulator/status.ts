import type { FreeScoutState, PersonRef, StoredTicket } from './state.ts'

/** Whether FreeScout knows this status. */
export function isStatus(name: unknown): name is StoredTicket['status'] {
  return name === 'active' || name === 'pending' || name === 'closed' || name === 'spam'
}

/**
 * Sets a ticket's status in its row, and returns whether it has changed. `closedAt` is set on closing and
 * stays after a reopening; `closedBy` does not.
 */
export function putStatus(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  { status, by }: { status: StoredTicket['status']; by: PersonRef },
): boolean {
  if (ticket.status === status) return false
  const now = freescout.clock.stamp()
  ticket.status = status
  ticket.closedById = status === 'closed' && by.type === 'user' ? by.id : null
  if (status === 'closed') ticket.closedAt = now
  if (by.type === 'user') ticket.userUpdatedAt = now
  ticket.updatedAt = now
  return true
}
