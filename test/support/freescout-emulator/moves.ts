import { nameOf } from './people.ts'
import { putStatus } from './status.ts'
import { fireTicket, writeThread } from './threads.ts'
import type { PersonRef, StoredTicket, World } from './world.ts'

const SOURCE = { type: 'web', via: 'user' } as const

/** Changes a ticket's status as an agent does. Fires `convo.status`; an unchanged status is no change. */
export function changeStatus(
  world: World,
  ticket: StoredTicket,
  { status, by }: { status: StoredTicket['status']; by: PersonRef },
): void {
  if (!putStatus(world, ticket, { status, by })) return
  const title = `${status.charAt(0).toUpperCase()}${status.slice(1)}`
  writeLine(world, ticket, {
    by,
    status,
    type: 'changed-ticket-status',
    text: `${nameOf(world, by)} marked as ${title} conversation #${ticket.number}`,
  })
  fireTicket(world, 'convo.status', ticket)
}

/** Assigns a ticket to an agent, or to nobody (`null`), of which no event tells. */
export function assign(
  world: World,
  ticket: StoredTicket,
  { to, by }: { to: number | null; by: PersonRef },
): void {
  if (ticket.assigneeId === to) return
  ticket.assigneeId = to
  const whom = to === null ? 'unassigned' : `assigned ${nameOf(world, { type: 'user', id: to })}`
  writeLine(world, ticket, {
    by,
    status: 'nochange',
    type: 'changed-ticket-assignee',
    text: `${nameOf(world, by)} ${whom} conversation #${ticket.number}`,
  })
  if (to !== null) fireTicket(world, 'convo.assigned', ticket)
}

/** Moves a ticket to another mailbox, whose own custom fields it shows from then on. Fires `convo.moved`. */
export function moveTicket(
  world: World,
  ticket: StoredTicket,
  { mailboxId, by }: { mailboxId: number; by: PersonRef },
): void {
  if (ticket.mailboxId === mailboxId) return
  ticket.mailboxId = mailboxId
  ticket.updatedAt = world.clock.stamp()
  const held = { ...ticket }
  writeThread(world, ticket, {
    type: 'lineitem',
    body: '',
    by,
    source: SOURCE,
    action: {
      type: 'moved-from-mailbox',
      text: `${nameOf(world, by)} moved conversation from another mailbox`,
    },
  })
  fireTicket(world, 'convo.moved', held)
}

function writeLine(
  world: World,
  ticket: StoredTicket,
  { by, status, type, text }: { by: PersonRef; status: string; type: string; text: string },
): void {
  writeThread(world, ticket, {
    type: 'lineitem',
    body: null,
    by,
    source: SOURCE,
    status,
    action: { type, text },
  })
}
