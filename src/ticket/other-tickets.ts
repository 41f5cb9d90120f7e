import { findTicketsFromIssue } from '../link/find-tickets.ts'
import {
  linkedTicketIds,
  originTicketId,
  readLinkedTickets,
  readLinkedTicketUrls,
} from '../link/linked-tickets.ts'
import { isCreatedFrom, isOpen, writeBlock } from '../link/ticket-link.ts'
import { hasSentinel } from '../marks.ts'
import type { Comment, Issue, Ticket } from '../model.ts'
import { FROM_GITHUB_TAG, hasTag } from '../names.ts'
import type { World } from '../world.ts'

/**
 * Finds an older ticket of the issue. Only an unfinished ticket from an issue can be a duplicate, so others cost no
 * request.
 */
export async function findOlderTicket(
  { ticket, ourComments }: { ticket: Ticket; ourComments: Comment[] },
  { issue, world }: { issue: Issue; world: World },
): Promise<number | undefined> {
  const isFinished = hasSentinel(ourComments) && hasTag(ticket, FROM_GITHUB_TAG)
  if (!isCreatedFrom(ticket, issue) || isFinished) return undefined
  return (await findTicketsFromIssue(issue, world)).find(({ id }) => id < ticket.id)?.id
}

/** Finds the other tickets of the issue that are open. `comments` are all comments on the issue. */
export async function findOtherOpenTickets(
  { ticket }: { ticket: Ticket },
  { issue, comments, world }: { issue: Issue; comments: Comment[]; world: World },
): Promise<number[]> {
  const urls = await readLinkedTicketUrls(comments, world)
  const ids = linkedTicketIds(await originTicketId(issue, world), urls, world).filter(id => id !== ticket.id)
  const others = await readLinkedTickets(ids, { issue, world })
  return others
    .filter(({ ticket: other }) => !writeBlock(other) && isOpen(other))
    .map(other => other.ticket.id)
}
