import { sinceOnGitHub } from '../clock.ts'
import type { FieldDefinition, FreeScout, TicketReading } from '../freescout/client.ts'
import type { Gone } from '../github/client.ts'
import { onlyTrusted } from '../github/trust.ts'
import { type IssueId, isSameIssue } from '../issue-ref.ts'
import {
  canonicalIssue,
  findIssuesWithMarker,
  findIssuesWithSentinel,
  hasMarkerOf,
} from '../link/issues-from-ticket.ts'
import { followMoved, learnRepositoryNames } from '../link/moved-issues.ts'
import {
  isClosedWithIssue,
  isComplete,
  linkedIssue,
  linkOf,
  type TicketLink,
  writeBlock,
} from '../link/ticket-link.ts'
import { readAnnouncement, readSentinel } from '../marks.ts'
import type { Comment, Issue, IssueRef, Mailbox, Repository, Ticket } from '../model.ts'
import { hasTag, isSameName, LINKED_TAG } from '../names.ts'
import { hasTakenInAnother, wasMoved } from '../threads.ts'
import type { World } from '../world.ts'
import { awaitTags } from './await-tags.ts'
import { creationBlock, hasTriggerTag } from './criteria.ts'
import { chooseRepository } from './new-issue.ts'
import { findOlderTicket, findOtherOpenTickets } from './other-tickets.ts'
import { mayRelayTo, type NotesToRelay, notesToRelay, relayedSince, unrelayedNotes } from './relays.ts'

/** A ticket and its issue as they are now. Only what the plan needs was read. */
export type ObservedTicket = {
  ticket: Ticket
  ticketUrl: string
  mailbox: Mailbox | undefined
  /** Addresses that the configuration names and FreeScout does not have. Most likely they are typos. */
  unknownMailboxes: string[]
  link: TicketLink
  /** The link is complete on the ticket, so GitHub was read only if a closing may have to be announced there. */
  onlyClosings: boolean
  /**
   * The issue of the ticket. It is the linked issue when somebody linked it by hand. When issues were created from this
   * ticket, it is the canonical one of them. `undefined`: there is none, or there is nothing to announce on it.
   */
  issue: Issue | Gone | undefined
  /** The address that `issue` had before, when the ticket still names it by that. */
  movedFrom: IssueId | undefined
  /** Whether `issue` was created from this ticket: it carries the ticket's marker, by a trusted author. */
  hasOurMarker: boolean
  /** An older ticket that was created from the same issue. This ticket is then a duplicate of it. */
  duplicateOf?: number | undefined
  /** Other open issues that were created from this ticket. They are duplicates. */
  duplicates: Issue[]
  /** The sentinels and announcements about this ticket on the issue, by trusted authors. */
  ourComments: Comment[]
  /** The notes that ask to be relayed, and that no comment on the issue holds. */
  relays: NotesToRelay
  /** Other tickets that are linked to the issue and open. Read when closing this one may close the issue. */
  otherOpenTickets: number[]
  /** Where a new issue would go; read only when one may be created. */
  targetRepository: Repository | undefined
  /** The fields of the mailbox, with types that a ticket does not show; read only when an issue may be created. */
  mailboxFields: FieldDefinition[] | undefined
  /** The user who signs notes; looked up only when there may be one to write. */
  userId: number | undefined
}

/** The first reads for a ticket. They need no configuration. */
export type FirstRead = Promise<[TicketReading | undefined, Mailbox[]]>

/** Reads a ticket, and the mailboxes, because a ticket has only its mailbox's id and not the address. */
export function readTicket(id: number, freescout: FreeScout): FirstRead {
  return Promise.all([freescout.ticket(id), freescout.mailboxes()])
}

/** `firstRead`: a read that was started before. `thorough`: read GitHub even if the link is complete on the ticket. */
export type HowToObserve = { firstRead?: FirstRead | undefined; thorough?: boolean }

/** Observes a ticket and what belongs to it; `undefined` when FreeScout has no such ticket. */
export async function observeTicket(
  id: number,
  world: World,
  { firstRead = readTicket(id, world.freescout), thorough = false }: HowToObserve = {},
): Promise<ObservedTicket | undefined> {
  const [reading, mailboxes] = await firstRead
  const { ticket, hasWaited } = reading
    ? await awaitTags(reading, { mailboxes, world })
    : { ticket: undefined, hasWaited: false }
  if (!ticket) return undefined
  // A list of issues from before the wait is too old.
  if (hasWaited) world.newestIssues.forget()

  await learnRepositoryNames([ticket], world)
  const link = linkOf(ticket, world)
  const seen: ObservedTicket = {
    ticket,
    ticketUrl: world.freescout.ticketUrl(id),
    mailbox: mailboxes.find(mailbox => mailbox.id === ticket.mailboxId),
    unknownMailboxes: world.config.mailboxes.filter(
      address => !mailboxes.some(({ email }) => isSameName(email, address)),
    ),
    link,
    onlyClosings: isComplete(ticket, link) && !thorough && !hasTakenInAnother(ticket),
    issue: undefined,
    movedFrom: link.movedFrom,
    hasOurMarker: false,
    duplicates: [],
    ourComments: [],
    relays: { notes: writeBlock(ticket) ? [] : notesToRelay(ticket, world), isAllowed: false },
    otherOpenTickets: [],
    targetRepository: undefined,
    mailboxFields: undefined,
    userId: undefined,
  }
  if (link.unusable || writeBlock(ticket)) return seen
  const linked = linkedIssue(link)
  return linked ? observeLinked(seen, linked, world) : observeUnlinked(seen, world)
}

async function observeLinked(seen: ObservedTicket, linked: IssueRef, world: World): Promise<ObservedTicket> {
  const { ticket, onlyClosings } = seen
  const { freescout, github, config } = world
  const hasRelays = seen.relays.notes.length > 0
  const mayAnnounce = ticket.closedAt && !isClosedWithIssue(ticket, config)
  if (onlyClosings && !mayAnnounce && !hasRelays) return seen
  const [issue, userId] = await Promise.all([
    github.issue(linked),
    onlyClosings && !hasRelays ? undefined : freescout.userId(config.user),
  ])
  if ('gone' in issue) {
    const followed = await followMoved(issue, world)
    if ('gone' in followed) return { ...seen, issue, userId }
    return observeLinked({ ...seen, movedFrom: linked, onlyClosings: false }, followed, world)
  }
  const isOurs = hasMarkerOf(issue, refOf(seen)) && (await world.isTrusted(issue.author))
  const withMarker = isOurs && !onlyClosings ? await searchMarker(seen, world) : []
  const chosen = isOurs ? chooseCanonical([issue, ...withMarker], issue) : { issue }
  return observeComments({ ...seen, userId, ...chosen }, world)
}

async function observeUnlinked(seen: ObservedTicket, world: World): Promise<ObservedTicket> {
  const { ticket, mailbox } = seen
  const { freescout, config } = world
  const mayCreate = creationBlock(ticket, { mailbox, config }) === undefined
  const mayHaveIssueAlready = hasTriggerTag(ticket, config) || hasTag(ticket, LINKED_TAG) || wasMoved(ticket)
  if (!mayCreate && !mayHaveIssueAlready) return seen
  const [withMarker, targetRepository, mailboxFields, userId] = await Promise.all([
    searchMarker(seen, world),
    mayCreate ? readTargetRepository(seen, world) : undefined,
    mayCreate ? freescout.mailboxFields(ticket.mailboxId) : undefined,
    freescout.userId(config.user),
  ])
  const canonical = canonicalIssue(withMarker)
  const chosen = canonical
    ? chooseCanonical(withMarker, canonical)
    : { issue: await findIssueThatLostItsMarker(seen, world) }
  if (!chosen.issue) {
    const { notes } = seen.relays
    const mayRelay = notes.length > 0 && targetRepository !== undefined
    const isAllowed = mayRelay && (await mayRelayTo(targetRepository.name, world, targetRepository))
    return { ...seen, relays: { notes, isAllowed }, targetRepository, mailboxFields, userId }
  }
  return observeComments({ ...seen, targetRepository, userId, ...chosen }, world)
}

/** Finds the issue of a ticket that was linked before, by the comment on it that names the ticket. */
async function findIssueThatLostItsMarker(seen: ObservedTicket, world: World): Promise<Issue | undefined> {
  const { ticket } = seen
  if (!hasTag(ticket, LINKED_TAG) && !wasMoved(ticket)) return undefined
  return canonicalIssue(await findIssuesWithSentinel({ ...refOf(seen), createdAt: ticket.createdAt }, world))
}

/** Reads the repository of a new issue. The event may have described the home repository, which saves a request. */
async function readTargetRepository({ ticket, mailbox }: ObservedTicket, world: World): Promise<Repository> {
  const { config, home, homeInEvent, github } = world
  const name = chooseRepository(ticket, { mailbox, config, home })
  return homeInEvent && isSameName(homeInEvent.name, name) ? homeInEvent : github.repository(name)
}

/** Reads our comments on the issue. A closing is announced after it happened, so older comments don't matter. */
async function observeComments(seen: ObservedTicket, world: World): Promise<ObservedTicket> {
  const { ticket, issue, hasOurMarker, onlyClosings } = seen
  if (!issue || 'gone' in issue) return seen
  const mayClose = ticket.status === 'closed' && world.config.issue['on-ticket-closed'] === 'close'
  const needsAllComments = mayClose || !(onlyClosings || hasOurMarker)
  const starts = [
    ticket.closedAt && sinceOnGitHub(ticket.closedAt, world),
    relayedSince(seen.relays.notes, world),
  ]
  const [first] = starts.filter(start => typeof start === 'string').toSorted()
  if (!needsAllComments && !first) return seen
  const comments = await world.github.comments(issue, needsAllComments ? undefined : first)
  const [ourComments, relays, otherOpenTickets] = await Promise.all([
    commentsAbout(seen, { comments, world }),
    observeRelays(seen, { issue, comments, world }),
    mayClose && issue.state === 'open' ? findOtherOpenTickets(seen, { issue, comments, world }) : [],
  ])
  const observed = { ...seen, ourComments, relays, otherOpenTickets }
  return { ...observed, duplicateOf: await findOlderTicket(observed, { issue, world }) }
}

/** Keeps the notes that no comment holds. Only for those it asks who can read the issue's repository. */
async function observeRelays(
  { relays }: ObservedTicket,
  { issue, comments, world }: { issue: Issue; comments: Comment[]; world: World },
): Promise<NotesToRelay> {
  const notes = await unrelayedNotes(relays.notes, { comments, world })
  return { notes, isAllowed: notes.length > 0 && (await mayRelayTo(issue.repository, world)) }
}

/** Of the issues created from the same ticket, the one that counts, and the open ones that do not. */
function chooseCanonical(
  withMarker: Issue[],
  fallback: Issue,
): Pick<ObservedTicket, 'issue' | 'hasOurMarker' | 'duplicates'> {
  const issue = canonicalIssue(withMarker) ?? fallback
  const duplicates = withMarker.filter((other, at) => {
    const isFirst = withMarker.findIndex(one => isSameIssue(one, other)) === at
    return isFirst && other.state === 'open' && !isSameIssue(other, issue)
  })
  return { issue, hasOurMarker: true, duplicates }
}

function searchMarker(seen: ObservedTicket, world: World): Promise<Issue[]> {
  return findIssuesWithMarker({ ...refOf(seen), createdAt: seen.ticket.createdAt }, world)
}

function refOf({ ticket, ticketUrl }: ObservedTicket): { id: number; url: string } {
  return { id: ticket.id, url: ticketUrl }
}

function commentsAbout(
  { ticketUrl }: ObservedTicket,
  { comments, world }: { comments: Comment[]; world: World },
): Promise<Comment[]> {
  const aboutTicket = comments.filter(
    ({ body }) => readSentinel(body) === ticketUrl || readAnnouncement(body)?.ticketUrl === ticketUrl,
  )
  return onlyTrusted(aboutTicket, world.isTrusted)
}
