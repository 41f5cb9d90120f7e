import { onlyTrusted } from '../github/trust.ts'
import { type IssueId, isSameIssue } from '../issue-ref.ts'
import { readIssueMarker, readSentinel } from '../marks.ts'
import type { Comment, Issue, IssueRef, Ticket } from '../model.ts'
import type { World } from '../world.ts'
import { learnRepositoryNames } from './moved-issues.ts'
import { isCreatedFrom, linkedIssue, linkFrom, type TicketLink } from './ticket-link.ts'

/** A ticket that is linked to the issue, or was created from it. */
export type LinkedTicket = {
  ticket: Ticket
  url: string
  link: TicketLink
  /** The address that the issue had before, when the ticket still names it by that. */
  movedFrom: IssueId | undefined
  isCreatedFromIssue: boolean
}

/** The ids of the tickets that an issue names: the ticket `originId` that it was created from, and those at `urls`. */
export function linkedTicketIds(originId: number | undefined, urls: string[], world: World): number[] {
  const ids = [originId, ...urls.map(url => ticketIdIn(url, world))]
  return [...new Set(ids.filter(id => id !== undefined))]
}

/** The id of the ticket that the issue was created from, if it has a marker by a trusted author. */
export async function originTicketId(issue: Issue, world: World): Promise<number | undefined> {
  const marker = readIssueMarker(issue.body)
  const id = marker && ticketIdIn(marker.url, world)
  return id !== undefined && (await world.isTrusted(issue.author)) ? id : undefined
}

/**
 * Reads the tickets with these ids. Returns those that are linked to this issue. Drafts, deleted tickets and spam are among
 * them: `writeBlock` says to which of them nothing may be written.
 */
export async function readLinkedTickets(
  ids: number[],
  { issue, world }: { issue: Issue; world: World },
): Promise<LinkedTicket[]> {
  const { freescout } = world
  const readings = await Promise.all(ids.map(id => freescout.ticket(id)))
  const tickets = readings.filter(reading => reading !== undefined).map(({ ticket }) => ticket)
  await learnRepositoryNames(tickets, world, issue)
  const linked = await Promise.all(
    tickets.map(async ticket => {
      const link = linkFrom(ticket, issue, world)
      const named = linkedIssue(link)
      const isHere = isSameIssue(named, issue)
      const movedFrom = isHere ? link.movedFrom : await movedHere(named, issue, world)
      const url = freescout.ticketUrl(ticket.id)
      const isLinked = isHere || movedFrom !== undefined
      return isLinked
        ? { ticket, url, link, movedFrom, isCreatedFromIssue: isCreatedFrom(ticket, issue) }
        : []
    }),
  )
  return linked.flat()
}

/** The issue that a ticket names, when that issue was transferred and is `issue` now. It costs a request. */
async function movedHere(
  named: IssueRef | undefined,
  issue: Issue,
  { github }: World,
): Promise<IssueId | undefined> {
  const found = named && (await github.issue(named))
  const isHere = found && 'gone' in found && found.gone === 'transferred' && isSameIssue(found.to, issue)
  return isHere ? named : undefined
}

/** The URLs of the tickets that sentinel comments by trusted authors name. Other FreeScouts' tickets are left out. */
export async function readLinkedTicketUrls(
  comments: Pick<Comment, 'body' | 'author'>[],
  world: World,
): Promise<string[]> {
  const sentinels = comments
    .map(({ body, author }) => ({ url: readSentinel(body) ?? '', author }))
    .filter(({ url }) => ticketIdIn(url, world) !== undefined)
  return (await onlyTrusted(sentinels, world.isTrusted)).map(({ url }) => url)
}

function ticketIdIn(url: string, { freescout }: World): number | undefined {
  const id = Number(/\/([1-9]\d{0,14})$/.exec(url)?.[1])
  return Number.isSafeInteger(id) && freescout.ticketUrl(id) === url ? id : undefined
}
