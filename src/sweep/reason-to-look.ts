import { isCreatedFrom, type TicketLink } from '../link/ticket-link.ts'
import type { Mailbox, Ticket } from '../model.ts'
import { FROM_GITHUB_TAG, LINKED_TAG } from '../names.ts'
import { creationBlock } from '../ticket/criteria.ts'
import type { World } from '../world.ts'

/**
 * Why a listed ticket has to be looked at, or `undefined` when it need not. Listed tickets have fields and tags but
 * no threads: enough to tell a link that is complete. Closings are judged apart.
 */
export function reasonToLook(
  ticket: Ticket,
  { link, mailbox, world }: { link: TicketLink; mailbox: Mailbox | undefined; world: World },
): string | undefined {
  if (ticket.state !== 'published') return undefined
  const { field, unusable, inField } = link
  if (unusable) return undefined
  if (inField && isCreatedFrom(ticket, inField)) {
    return ticket.tags.includes(FROM_GITHUB_TAG) ? undefined : 'was made from an issue and is not finished'
  }
  if (inField) return ticket.tags.includes(LINKED_TAG) ? undefined : 'has a link that is not complete'
  const wasLinked = ticket.tags.includes(LINKED_TAG) || looksCreatedFromIssue(ticket)
  if (wasLinked) return field && 'was linked and has an empty field'
  const isOpen = ticket.status === 'active' || ticket.status === 'pending'
  const mayBecomeIssue = isOpen && creationBlock(ticket, { mailbox, config: world.config }) === undefined
  return mayBecomeIssue ? 'should have an issue and has none' : undefined
}

/** A ticket that was made from an issue, and moved to a mailbox where its field is empty. */
function looksCreatedFromIssue({ subject, tags, source }: Ticket): boolean {
  const isOurs = tags.includes(FROM_GITHUB_TAG) && source.type === 'api' && source.via === 'user'
  return isOurs && /^\[[\w.-]+\/[\w.-]+#\d+\]/.test(subject)
}
