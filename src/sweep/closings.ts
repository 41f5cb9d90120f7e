import { sinceOnGitHub } from '../clock.ts'
import { isClosedWithIssue, isOpen, type TicketLink } from '../link/ticket-link.ts'
import { type Announcement, readAnnouncement } from '../marks.ts'
import type { Ticket } from '../model.ts'
import type { World } from '../world.ts'
import { type Listed, readList } from './listed.ts'

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
 * announces. Returns ids of tickets with the reason. It lists each repository's comments since the oldest closing once,
 * so its cost does not depend on the number of tickets. Closings in a repository whose comments can't be listed are left out.
 */
export async function unannouncedClosings(
  closings: Closing[],
  world: World,
): Promise<Listed<[number, string]>> {
  if (!closings.length) return { items: [], failures: [] }
  const first = closings.reduce((least, { at }) => Math.min(least, Date.parse(at)), Number.POSITIVE_INFINITY)
  const oldest = sinceOnGitHub(first, world)
  const repositories = [...new Set(closings.map(({ repository }) => repository))]
  const lists = await Promise.all(
    repositories.map(async repository => ({
      repository,
      ...(await readList(announcedInComments(repository, oldest, world))),
    })),
  )
  const announced = new Set(lists.flatMap(({ items }) => items))
  const unread = lists.filter(({ failures }) => failures.length > 0).map(({ repository }) => repository)

  const isAnnounced = (kind: Announcement['kind'], { ticketId, at }: Closing) =>
    announced.has(announcementKey({ kind, at, ticketUrl: world.freescout.ticketUrl(ticketId) }))
  const items = closings.flatMap((closing): [number, string][] => {
    const { ticketId, isClosed, repository } = closing
    if (unread.includes(repository)) return []
    const isClosingAnnounced = isAnnounced('resolved', closing)
    if (isClosed && !isClosingAnnounced) return [[ticketId, 'was closed and no comment on its issue says so']]
    const isReopeningDue = !isClosed && isClosingAnnounced && !isAnnounced('reopened', closing)
    return isReopeningDue ? [[ticketId, 'was reopened and no comment on its issue says so']] : []
  })
  return { items, failures: lists.flatMap(({ failures }) => failures) }
}

/** Keys of the closings and reopenings that comments by trusted authors in a repository announce. */
async function* announcedInComments(
  repository: string,
  since: string,
  world: World,
): AsyncGenerator<string[], void> {
  for await (const comments of world.github.repositoryComments(repository, since)) {
    const keys: string[] = []
    for (const { body, author } of comments) {
      const announced = readAnnouncement(body)
      if (announced && (await world.isTrusted(author))) keys.push(announcementKey(announced))
    }
    yield keys
  }
}

function announcementKey({ kind, at, ticketUrl }: Announcement): string {
  return `${kind} ${at} ${ticketUrl}`
}
