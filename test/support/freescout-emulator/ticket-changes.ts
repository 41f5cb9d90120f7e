import { nameOf } from './people.ts'
import { type FreeScoutState, type PersonRef, putStatus, type StoredTicket } from './state.ts'
import { fireTicket, writeThread } from './threads.ts'

const SOURCE = { type: 'web', via: 'user' } as const

/** Changes a ticket's status as an agent does. Fires `convo.status`; an unchanged status is no change. */
export function changeStatus(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  { status, by }: { status: StoredTicket['status']; by: PersonRef },
): void {
  if (!putStatus(freescout, ticket, { status, by })) return
  const title = `${status.charAt(0).toUpperCase()}${status.slice(1)}`
  writeLine(freescout, ticket, {
    by,
    status,
    type: 'changed-ticket-status',
    text: `${nameOf(freescout, by)} marked as ${title} conversation #${ticket.number}`,
  })
  fireTicket(freescout, 'convo.status', ticket)
}

/** Assigns a ticket to an agent, or to nobody (`null`), which fires no event. */
export function assign(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  { to, by }: { to: number | null; by: PersonRef },
): void {
  if (ticket.assigneeId === to) return
  ticket.assigneeId = to
  const whom = to === null ? 'unassigned' : `assigned ${nameOf(freescout, { type: 'user', id: to })}`
  writeLine(freescout, ticket, {
    by,
    status: 'nochange',
    type: 'changed-ticket-assignee',
    text: `${nameOf(freescout, by)} ${whom} conversation #${ticket.number}`,
  })
  if (to !== null) fireTicket(freescout, 'convo.assigned', ticket)
}

/** Moves a ticket to another mailbox; from then on it shows that mailbox's custom fields. Fires `convo.moved`. */
export function moveTicket(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  { mailboxId, by }: { mailboxId: number; by: PersonRef },
): void {
  if (ticket.mailboxId === mailboxId) return
  ticket.mailboxId = mailboxId
  ticket.updatedAt = freescout.clock.stamp()
  const held = { ...ticket }
  writeThread(freescout, ticket, {
    type: 'lineitem',
    body: '',
    by,
    source: SOURCE,
    action: {
      type: 'moved-from-mailbox',
      text: `${nameOf(freescout, by)} moved conversation from another mailbox`,
    },
  })
  fireTicket(freescout, 'convo.moved', held)
}

function writeLine(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  { by, status, type, text }: { by: PersonRef; status: string; type: string; text: string },
): void {
  writeThread(freescout, ticket, {
    type: 'lineitem',
    body: null,
    by,
    source: SOURCE,
    status,
    action: { type, text },
  })
}
