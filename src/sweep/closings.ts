import { isClosedWithIssue, isOpen, type TicketLink } from '../link/ticket-link.ts'
import type { Announcement } from '../marks.ts'
import type { Ticket } from '../model.ts'
import type { World } from '../world.ts'

/** A closing of a linked ticket within the sweep's period. `isClosed` is false when the ticket was reopened since. */
export type Closing = { ticketId: number; isClosed: boolean; at: string; repository: string }

/** The ticket's closing, if a comment on its issue may have to announce it; else `undefined`. */
export function recentClosing(
  ticket: Ticket,
  { inField: issue }: TicketLink,
  { config, clock }: World,
): Closing | undefined {
  const { id: ticketId, status, state, closedAt: at } = ticket
  const isClosed = status === 'closed'
  if (config.issue['on-ticket-closed'] === 'nothing' || !at || state !== 'published') return undefined
  if ((!isClosed && !isOpen(ticket)) || isClosedWithIssue(ticket, config)) return undefined
  if (!issue || Date.parse(at) < clock.now() - config.sweep.since.ms) return undefined
  return { ticketId, isClosed, at, repository: issue.repository }
}

/**
 * Finds the tickets with a closing, or with a reopening after an announced closing, that no comment on their issue
 * announces. `announced` are the keys of those that comments announce. Returns the reason by ticket id.
 * Closings in the repositories `unread`, whose comments can't be listed, are left out.
 */
export function unannouncedClosings(
  closings: Closing[],
  {
    announced,
    unread,
    freescout,
  }: { announced: ReadonlySet<string>; unread: ReadonlySet<string> } & Pick<World, 'freescout'>,
): Map<number, string> {
  const isAnnounced = (kind: Announcement['kind'], { ticketId, at }: Closing) =>
    announced.has(announcementKey({ kind, at, ticketUrl: freescout.ticketUrl(ticketId) }))
  const unannounced = closings.flatMap((closing): [number, string][] => {
    const { ticketId, isClosed, repository } = closing
    if (unread.has(repository)) return []
    const isClosingAnnounced = isAnnounced('resolved', closing)
    if (isClosed && !isClosingAnnounced) return [[ticketId, 'was closed and no comment on its issue says so']]
    const isReopeningDue = !isClosed && isClosingAnnounced && !isAnnounced('reopened', closing)
    return isReopeningDue ? [[ticketId, 'was reopened and no comment on its issue says so']] : []
  })
  return new Map(unannounced)
}

/** Identifies a closing or a reopening among those of all tickets. */
export function announcementKey({ kind, at, ticketUrl }: Announcement): string {
  return `${kind} ${at} ${ticketUrl}`
}
