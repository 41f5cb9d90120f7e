import { withClockSkew } from '../clock.ts'
import type { TicketLink } from '../link/ticket-link.ts'
import { type Announcement, readAnnouncement } from '../marks.ts'
import type { Ticket } from '../model.ts'
import type { World } from '../world.ts'

/** A closing within the sweep's period, of a ticket that is linked. */
export type Closing = { ticketId: number; isClosed: boolean; at: string; repository: string }

/** The closing that an issue may have to be told of; a ticket that was reopened has one too. */
export function recentClosing(
  ticket: Ticket,
  { inField: issue }: TicketLink,
  { config, clock }: World,
): Closing | undefined {
  const { id: ticketId, status, state, closedAt: at } = ticket
  if (config.issue['on-ticket-closed'] === 'nothing' || !at || state !== 'published') return undefined
  if (!issue || Date.parse(at) < clock.now() - config.sweep.since.ms) return undefined
  return { ticketId, isClosed: status === 'closed', at, repository: issue.repository }
}

/**
 * Which tickets were closed, or reopened after a told closing, without a word to their issue; by the ticket's id, with
 * the reason. All comments since the oldest closing are listed at once, whatever the number of tickets.
 */
export async function unannouncedClosings(closings: Closing[], world: World): Promise<Map<number, string>> {
  if (!closings.length) return new Map()
  const { freescout } = world
  const oldest = withClockSkew(
    closings.reduce((least, { at }) => Math.min(least, Date.parse(at)), Number.POSITIVE_INFINITY),
  )
  const repositories = [...new Set(closings.map(({ repository }) => repository))]
  const told = new Set((await Promise.all(repositories.map(name => toldIn(name, oldest, world)))).flat())

  const isTold = (kind: Announcement['kind'], { ticketId, at }: Closing) =>
    told.has(nameOf({ kind, at, ticketUrl: freescout.ticketUrl(ticketId) }))
  const untold = closings.flatMap((closing): [number, string][] => {
    const { ticketId, isClosed } = closing
    if (isClosed)
      return isTold('resolved', closing) ? [] : [[ticketId, 'was closed and the issue was not told']]
    const isUntold = isTold('resolved', closing) && !isTold('reopened', closing)
    return isUntold ? [[ticketId, 'was reopened and the issue was not told']] : []
  })
  return new Map(untold)
}

/** Names of the closings and reopenings that trusted comments of a repository tell. */
async function toldIn(repository: string, since: string, world: World): Promise<string[]> {
  const told: string[] = []
  for await (const comments of world.github.repositoryComments(repository, since)) {
    for (const { body, author } of comments) {
      const announced = readAnnouncement(body)
      if (announced && (await world.isTrusted(author))) told.push(nameOf(announced))
    }
  }
  return told
}

function nameOf({ kind, at, ticketUrl }: Announcement): string {
  return `${kind} ${at} ${ticketUrl}`
}
