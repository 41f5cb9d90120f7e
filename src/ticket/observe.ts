import { withClockSkew } from '../clock.ts'
import type { Gone } from '../github/client.ts'
import { isSameIssue } from '../issue-ref.ts'
import { canonicalIssue, findIssuesWithMarker, hasMarkerOf } from '../link/issues-with-marker.ts'
import { linkedTicketIds, readLinkedTickets, readLinkedTicketUrls } from '../link/linked-tickets.ts'
import { isComplete, isCreatedFrom, linkedIssue, linkOf, type TicketLink } from '../link/ticket-link.ts'
import { findTicketsFromIssue } from '../link/tickets-from-issue.ts'
import { hasSentinel, readAnnouncement, readSentinel } from '../marks.ts'
import type { Comment, Issue, IssueRef, Mailbox, Repository, Ticket } from '../model.ts'
import { FROM_GITHUB_TAG, LINKED_TAG } from '../names.ts'
import type { World } from '../world.ts'
import { awaitTags } from './await-tags.ts'
import { creationBlock, hasTriggerTag } from './criteria.ts'
import { chooseRepository } from './new-issue.ts'
import { type CreationReads, readTicket, type TicketReads } from './read.ts'

/** Both sides as they are now, read no further than the plan needs. */
export type ObservedTicket = {
  ticket: Ticket
  ticketUrl: string
  mailbox: Mailbox | undefined
  /** Addresses that the configuration names and FreeScout does not have: typos, most likely. */
  unknownMailboxes: string[]
  link: TicketLink
  /** The ticket's side is complete, so that GitHub's side was read no further than for the ticket's closings. */
  skipGitHub: boolean
  /**
   * The issue that the ticket belongs to: the one it is linked to, unless that was made from this ticket and is not
   * the canonical one; else the canonical one. `undefined`: there is none, or nothing is left to tell it.
   */
  issue: Issue | Gone | undefined
  /** The issue carries this ticket's marker, by a trusted author. */
  hasOurMarker: boolean
  /** An older ticket was made for the same issue: this one is a race's leftover. */
  duplicateOf?: number | undefined
  /** Other open issues that were made from this ticket: races' leftovers. */
  duplicates: Issue[]
  /** Our own comments about this ticket on the issue, by trusted authors. */
  ourComments: Comment[]
  /** Other tickets that are linked to the issue and not closed; read when closing this one may close the issue. */
  otherOpenTickets: number[]
  /** Where a new issue would go; only read when one may be made. */
  targetRepository: Repository | undefined
  /** Who signs notes; only looked up when there may be one to write. */
  userId: number | undefined
}

/**
 * `reads` and `forCreation` went out before; `thorough` looks at GitHub's side even if the ticket's side is complete.
 * `onUnlinked` is called when an issue may have to be made, while GitHub is asked.
 */
export type HowToObserve = {
  onUnlinked?: (() => void) | undefined
  reads?: TicketReads | undefined
  forCreation?: CreationReads | undefined
  thorough?: boolean
}

/** Observes a ticket and what belongs to it; `undefined` when FreeScout has no such ticket. */
export async function observeTicket(
  id: number,
  world: World,
  { reads = readTicket(id, world.freescout), forCreation, thorough = false, onUnlinked }: HowToObserve = {},
): Promise<ObservedTicket | undefined> {
  const [reading, mailboxes] = await reads
  const ticket = reading && (await awaitTags(reading, { mailboxes, world }))
  if (!ticket) return undefined
  // What was asked ahead is as old as the wait for the tags was long.
  const hasWaited = ticket !== reading.ticket
  if (hasWaited) world.newestIssues.forget()

  const link = linkOf(ticket, world)
  const seen: ObservedTicket = {
    ticket,
    ticketUrl: world.freescout.ticketUrl(id),
    mailbox: mailboxes.find(mailbox => mailbox.id === ticket.mailboxId),
    unknownMailboxes: world.config.mailboxes.filter(address => !hasAddress(mailboxes, address)),
    link,
    skipGitHub: isComplete(ticket, link) && !thorough,
    issue: undefined,
    hasOurMarker: false,
    duplicates: [],
    ourComments: [],
    otherOpenTickets: [],
    targetRepository: undefined,
    userId: undefined,
  }
  if (link.unusable) return seen
  const linked = linkedIssue(link)
  return linked
    ? observeLinked(seen, linked, world)
    : observeUnlinked(seen, { how: hasWaited ? { onUnlinked } : { onUnlinked, forCreation }, world })
}

async function observeLinked(seen: ObservedTicket, linked: IssueRef, world: World): Promise<ObservedTicket> {
  const { ticket, skipGitHub } = seen
  const { freescout, github, config } = world
  if (skipGitHub && !ticket.closedAt) return seen
  const [issue, userId] = await Promise.all([
    github.issue(linked),
    skipGitHub ? undefined : freescout.userId(config.user),
  ])
  if ('gone' in issue) return { ...seen, issue, userId }
  const isOurs = hasMarkerOf(issue, refOf(seen)) && (await world.isTrusted(issue.author))
  const marked = isOurs && !skipGitHub ? await searchMarked(seen, world) : []
  return observeComments(
    { ...seen, userId, ...(isOurs ? chooseCanonical([issue, ...marked], issue) : { issue }) },
    world,
  )
}

async function observeUnlinked(
  seen: ObservedTicket,
  { how: { forCreation, onUnlinked }, world }: { how: HowToObserve; world: World },
): Promise<ObservedTicket> {
  const { ticket, mailbox } = seen
  const { freescout, github, config, home } = world
  const mayCreate = creationBlock(ticket, { mailbox, config }) === undefined
  const mayHaveBeenMade =
    hasTriggerTag(ticket, config) || ticket.tags.includes(LINKED_TAG) || wasMoved(ticket)
  if (!mayCreate && !mayHaveBeenMade) return seen
  if (mayCreate) onUnlinked?.()
  const [marked, targetRepository, userId] = await Promise.all([
    searchMarked(seen, world),
    mayCreate ? readTarget() : undefined,
    forCreation?.userId ?? freescout.userId(config.user),
  ])
  const found = canonicalIssue(marked)
  if (!found) return { ...seen, targetRepository, userId }
  return observeComments({ ...seen, targetRepository, userId, ...chooseCanonical(marked, found) }, world)

  function readTarget(): Promise<Repository> {
    const repository = chooseRepository(ticket, { mailbox, config, home })
    return forCreation?.repository === repository ? forCreation.target : github.repository(repository)
  }
}

/** What the issue was told already. A new closing is told later than it happened, so older comments don't matter. */
async function observeComments(seen: ObservedTicket, world: World): Promise<ObservedTicket> {
  const { ticket, issue, hasOurMarker, skipGitHub } = seen
  if (!issue || 'gone' in issue) return seen
  const mayClose = ticket.status === 'closed' && world.config.issue['on-ticket-closed'] === 'close'
  const needsAll = mayClose || !(skipGitHub || hasOurMarker)
  if (!needsAll && !ticket.closedAt) return seen
  const since = !needsAll && ticket.closedAt ? withClockSkew(ticket.closedAt) : undefined
  const comments = await world.github.comments(issue, since)
  const [ourComments, otherOpenTickets] = await Promise.all([
    marksAbout(seen, { comments, world }),
    mayClose && issue.state === 'open' ? othersOpen(seen, { issue, comments, world }) : [],
  ])
  return {
    ...seen,
    ourComments,
    otherOpenTickets,
    duplicateOf: await elderOf({ ...seen, ourComments }, { issue, world }),
  }
}

/** Only a ticket that was born and not finished may be a leftover; the others are not asked about. */
async function elderOf(
  { ticket, ourComments }: ObservedTicket,
  { issue, world }: { issue: Issue; world: World },
): Promise<number | undefined> {
  if (!isCreatedFrom(ticket, issue) || (hasSentinel(ourComments) && ticket.tags.includes(FROM_GITHUB_TAG)))
    return undefined
  return (await findTicketsFromIssue(issue, world)).find(id => id < ticket.id)
}

async function othersOpen(
  { ticket }: ObservedTicket,
  { issue, comments, world }: { issue: Issue; comments: Comment[]; world: World },
): Promise<number[]> {
  const ids = await linkedTicketIds(issue, await readLinkedTicketUrls(comments, world), world)
  const others = await readLinkedTickets(
    ids.filter(id => id !== ticket.id),
    { issue, world },
  )
  return others.filter(other => other.ticket.status !== 'closed').map(other => other.ticket.id)
}

/** Of issues made from the same ticket, the one that counts and the open ones that don't. */
function chooseCanonical(
  marked: Issue[],
  fallback: Issue,
): Pick<ObservedTicket, 'issue' | 'hasOurMarker' | 'duplicates'> {
  const issue = canonicalIssue(marked) ?? fallback
  const duplicates = marked.filter((other, at) => {
    const isFirst = marked.findIndex(one => isSameIssue(one, other)) === at
    return isFirst && other.state === 'open' && !isSameIssue(other, issue)
  })
  return { issue, hasOurMarker: true, duplicates }
}

function searchMarked(seen: ObservedTicket, world: World): Promise<Issue[]> {
  return findIssuesWithMarker({ ...refOf(seen), createdAt: seen.ticket.createdAt }, world)
}

function refOf({ ticket, ticketUrl }: ObservedTicket): { id: number; url: string } {
  return { id: ticket.id, url: ticketUrl }
}

function hasAddress(mailboxes: Mailbox[], address: string): boolean {
  return mailboxes.some(({ email }) => email.toLowerCase() === address)
}

function wasMoved({ threads }: Ticket): boolean {
  return threads.some(({ action }) => action === 'moved-from-mailbox')
}

async function marksAbout(
  { ticketUrl }: ObservedTicket,
  { comments, world }: { comments: Comment[]; world: World },
): Promise<Comment[]> {
  const ours = comments.filter(
    ({ body }) => readSentinel(body) === ticketUrl || readAnnouncement(body)?.ticketUrl === ticketUrl,
  )
  const trusted = await Promise.all(ours.map(({ author }) => world.isTrusted(author)))
  return ours.filter((_, index) => trusted[index])
}
