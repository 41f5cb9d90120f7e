import { safelyBefore } from '../http/clock.ts'
import { linkOf } from '../link/ticket-link.ts'
import { type Announcement, readAnnouncement } from '../marker.ts'
import type { Ticket } from '../model.ts'
import type { World } from '../world.ts'

/**
 * Which of the listed tickets were closed, or reopened after a told closing, without a word to their issue; by the
 * ticket's id, with the reason. All comments since the oldest closing are listed at once, whatever the number of
 * tickets.
 */
export async function untoldClosings(tickets: Ticket[], world: World): Promise<Map<number, string>> {
  const { config, clock, freescout } = world
  if (config.issue['on-ticket-closed'] === 'nothing') return new Map()
  const since = clock.now() - config.sweep.since.ms
  const closings = tickets.flatMap(ticket => {
    const issue = linkOf(ticket, world).inField
    const at = ticket.closedAt
    return issue && at && ticket.state === 'published' && Date.parse(at) >= since
      ? [{ ticket, issue, at }]
      : []
  })
  if (!closings.length) return new Map()
  const oldest = safelyBefore(Math.min(...closings.map(({ at }) => Date.parse(at))))
  const repositories = [...new Set(closings.map(({ issue }) => issue.repository))]
  const told = new Set((await Promise.all(repositories.map(name => toldIn(name, oldest, world)))).flat())

  const isTold = (kind: Announcement['kind'], ticket: Ticket, at: string) =>
    told.has(nameOf({ kind, at, ticketUrl: freescout.ticketUrl(ticket.id) }))
  const untold = closings.flatMap(({ ticket, at }): [number, string][] => {
    if (ticket.status === 'closed') {
      return isTold('resolved', ticket, at) ? [] : [[ticket.id, 'was closed and the issue was not told']]
    }
    const isUntold = isTold('resolved', ticket, at) && !isTold('reopened', ticket, at)
    return isUntold ? [[ticket.id, 'was reopened and the issue was not told']] : []
  })
  return new Map(untold)
}

/** Names of the closings and reopenings that trusted comments of a repository tell. */
async function toldIn(repository: string, since: string, world: World): Promise<string[]> {
  const told: string[] = []
  for await (const comments of world.github.repositoryComments(repository, since)) {
    for (const { body, author } of comments) {
      const announced = readAnnouncement(body)
      if (announced && (await world.trusts(author))) told.push(nameOf(announced))
    }
  }
  return told
}

function nameOf({ kind, at, ticketUrl }: Announcement): string {
  return `${kind} ${at} ${ticketUrl}`
}
