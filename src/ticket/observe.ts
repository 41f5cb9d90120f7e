import type { Gone } from '../github/client.ts'
import { safelyBefore } from '../http/clock.ts'
import { namedTickets, readLinked, toldTickets } from '../link/linked-tickets.ts'
import { canonical, carriesMarkerOf, findMarked } from '../link/marked.ts'
import { linkableRepositories } from '../link/repositories.ts'
import { isComplete, LINKED_TAG, linkedIssue, readTicketLink, type TicketLink } from '../link/ticket-link.ts'
import { readAnnouncement, readSentinel } from '../marker.ts'
import type { Comment, Issue, IssueRef, Mailbox, Repository, Ticket } from '../model.ts'
import type { World } from '../world.ts'
import { creationBlock, hasTriggerTag } from './criteria.ts'
import { targetRepository } from './draft.ts'
import { readTicket, type TicketReads } from './read.ts'

/** Both sides as they are now, read no further than the plan needs. */
export type Observed = {
  ticket: Ticket
  ticketUrl: string
  mailbox: Mailbox | undefined
  link: TicketLink
  /** The issue that the ticket is linked to; `undefined` when it is not linked, or nothing is left to tell it. */
  issue: Issue | Gone | undefined
  /** The oldest issue that carries this ticket's marker; `undefined` when there is none, or none was looked for. */
  canonical: Issue | undefined
  /** Our own comments about this ticket on the linked issue, by trusted authors. */
  marks: Comment[]
  /** Other tickets that are linked to the issue and not closed; read when closing this one may close the issue. */
  stillOpen: number[]
  /** Where a new issue would go; only read when one may be made. */
  target: Repository | undefined
  /** Who signs notes; only looked up when there may be one to write. */
  userId: number | undefined
}

/** Waits between looks at a ticket whose tags may still come, in milliseconds: 10 s in all. */
const TAG_WAITS = [1500, 3500, 5000]
const FRESH_MS = 60_000

/** Observes a ticket and what belongs to it; `undefined` when FreeScout has no such ticket. */
export async function observeTicket(
  id: number,
  world: World,
  reads: TicketReads = readTicket(id, world.freescout),
): Promise<Observed | undefined> {
  const [reading, mailboxes] = await reads
  if (!reading) return undefined
  const mailbox = mailboxes.find(({ id }) => id === reading.ticket.mailboxId)
  const ticket = await awaitTags(reading, mailbox, world)
  if (!ticket) return undefined

  const { config, home, serverUrl } = world
  const rules = { serverUrl, allowed: linkableRepositories(config, home) }
  const link = readTicketLink(ticket, config.fields['issue-url'], rules)
  const seen: Observed = {
    ticket,
    ticketUrl: world.freescout.ticketUrl(id),
    mailbox,
    link,
    issue: undefined,
    canonical: undefined,
    marks: [],
    stillOpen: [],
    target: undefined,
    userId: undefined,
  }
  if (link.unusable) return seen
  const linked = linkedIssue(link)
  return linked ? observeLinked(seen, linked, world) : observeUnlinked(seen, world)
}

/**
 * Tags set by the request that follows a ticket's creation come late, and cause no webhook: looks again for a
 * while before "no trigger tag" is said about a ticket that is seconds old, by FreeScout's own clock.
 */
async function awaitTags(
  { ticket, at }: { ticket: Ticket; at: Date },
  mailbox: Mailbox | undefined,
  { freescout, config, clock, log }: World,
): Promise<Ticket | undefined> {
  let latest: Ticket | undefined = ticket
  if (at.getTime() - Date.parse(ticket.createdAt) >= FRESH_MS) return latest
  for (const wait of TAG_WAITS) {
    if (!latest || creationBlock(latest, { mailbox, config }) !== 'no-trigger-tag') return latest
    log(`Ticket ${ticket.id} is seconds old and has no trigger tag yet: looking again in ${wait / 1000} s.`)
    await clock.sleep(wait)
    latest = (await freescout.ticket(ticket.id))?.ticket
  }
  return latest
}

async function observeLinked(seen: Observed, linked: IssueRef, world: World): Promise<Observed> {
  const { ticket, link } = seen
  const { freescout, github, config } = world
  const complete = isComplete(ticket, link)
  if (complete && !ticket.closedAt) return seen

  const mayClose = ticket.status === 'closed' && config.issue['on-ticket-closed'] === 'close'
  // Our word about a closing is younger than the closing; everything else may stand anywhere.
  const since = complete && !mayClose && ticket.closedAt ? safelyBefore(ticket.closedAt) : undefined
  const [issue, userId] = await Promise.all([
    github.issue(linked),
    complete ? undefined : freescout.userId(config.user),
  ])
  if ('gone' in issue) return { ...seen, issue, userId }
  const comments = await github.comments(linked, since)
  const ticketRef = { id: ticket.id, url: seen.ticketUrl }
  const [marks, canonicalIssue, stillOpen] = await Promise.all([
    marksAbout(seen, { comments, world }),
    !complete && carriesMarkerOf(issue, ticketRef) ? searchCanonical(seen, world) : undefined,
    mayClose && issue.state === 'open' ? othersOpen(seen, { issue, comments, world }) : [],
  ])
  return { ...seen, issue, userId, marks, canonical: canonicalIssue, stillOpen }
}

async function othersOpen(
  { ticket }: Observed,
  { issue, comments, world }: { issue: Issue; comments: Comment[]; world: World },
): Promise<number[]> {
  const ids = await namedTickets(issue, await toldTickets(comments, world), world)
  const others = await readLinked(
    ids.filter(id => id !== ticket.id),
    { issue, world },
  )
  return others.filter(other => other.ticket.status !== 'closed').map(other => other.ticket.id)
}

async function observeUnlinked(seen: Observed, world: World): Promise<Observed> {
  const { ticket, mailbox } = seen
  const { freescout, github, config, home } = world
  const mayCreate = creationBlock(ticket, { mailbox, config }) === undefined
  const mayHaveBeenMade =
    hasTriggerTag(ticket, config) || ticket.tags.includes(LINKED_TAG) || wasMoved(ticket)
  if (!mayCreate && !mayHaveBeenMade) return seen
  const [canonicalIssue, target, userId] = await Promise.all([
    searchCanonical(seen, world),
    mayCreate ? github.repository(targetRepository(ticket, { mailbox, config, home })) : undefined,
    freescout.userId(config.user),
  ])
  return { ...seen, canonical: canonicalIssue, target, userId }
}

async function searchCanonical({ ticket, ticketUrl }: Observed, world: World): Promise<Issue | undefined> {
  return canonical(await findMarked({ id: ticket.id, url: ticketUrl, createdAt: ticket.createdAt }, world))
}

function wasMoved({ threads }: Ticket): boolean {
  return threads.some(({ action }) => action === 'moved-from-mailbox')
}

async function marksAbout(
  { ticketUrl }: Observed,
  { comments, world }: { comments: Comment[]; world: World },
): Promise<Comment[]> {
  const ours = comments.filter(
    ({ body }) => readSentinel(body) === ticketUrl || readAnnouncement(body)?.ticketUrl === ticketUrl,
  )
  const trusted = await Promise.all(ours.map(({ author }) => world.trusts(author)))
  return ours.filter((_, index) => trusted[index])
}
