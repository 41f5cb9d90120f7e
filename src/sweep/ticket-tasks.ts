import { withClockSkew } from '../clock.ts'
import type { TicketQuery, UnreadableTicket } from '../freescout/ticket-list.ts'
import { isSameIssue } from '../issue-ref.ts'
import { learnRepositoryNames } from '../link/moved-issues.ts'
import { linkOf } from '../link/ticket-link.ts'
import type { Mailbox, Ticket } from '../model.ts'
import { FROM_GITHUB_TAG } from '../names.ts'
import type { ServiceError } from '../service-error.ts'
import { isWatched } from '../ticket/criteria.ts'
import type { World } from '../world.ts'
import type { TicketLinks } from './changed-issues.ts'
import { type Closing, recentClosing, unannouncedClosings } from './closings.ts'
import { readComments } from './comments.ts'
import type { Duplicates } from './duplicates.ts'
import type { IssueTask } from './issue-tasks.ts'
import { findKeywords } from './keyword-search.ts'
import { type Listed, readLists } from './listed.ts'
import { type ReasonToLook, reasonToLook } from './reason-to-look.ts'
import { type RecentNote, recentNote, ticketsWithUnrelayedNotes } from './recent-notes.ts'

/**
 * A ticket to look at. `thorough`: read GitHub even if the link is complete on the ticket. `createdAt` is ISO 8601. It and
 * `number` are `undefined` when the ticket is in no list.
 */
export type TicketTask = {
  kind: 'ticket'
  id: number
  number: number | undefined
  reason: string
  thorough: boolean
  createdAt: string | undefined
}

/**
 * What a search through tickets needs: the tickets with several issues, and the issues (URLs in lower case) and tickets about
 * which it says which names which.
 */
type TicketSearch = {
  mailboxes: Mailbox[]
  duplicates: Duplicates[]
  issueUrls: ReadonlySet<string>
  ticketIds: ReadonlySet<number>
}

/** What a sweep keeps of a listed ticket. `number` and `createdAt` are `undefined` when the list could not be read there. */
type Finding = {
  id: number
  number: number | undefined
  createdAt: string | undefined
  look: ReasonToLook | undefined
  closing: Closing | undefined
  note: RecentNote | undefined
  /** The URL of the issue in the ticket's field, in lower case, if the search is about it or about the ticket; or ''. */
  issueUrl: string | undefined
  /** Several issues were created from the ticket, and its field does not name the canonical one. */
  lacksCanonicalIssue: boolean
}

/**
 * Finds the tickets that no event announced. Those with several issues come first, then the others, newest first. A
 * sweep handles only `sweep.limit` tickets, so old tickets that fail every time must not come before new ones.
 * `links` are the URLs that tickets' fields name, as far as the search is about them. They are `undefined` when a list of
 * tickets could not be read, because a ticket in it may name any issue.
 * `waiting` are the issues with a comment that was not relayed, because the same list of comments shows them.
 */
export async function findTicketTasks(
  world: World,
  search: TicketSearch,
): Promise<{
  tasks: TicketTask[]
  waiting: IssueTask[]
  links: TicketLinks | undefined
  failures: ServiceError[]
}> {
  const { items: findings, failures } = await inspectTickets(world, search)
  const uncertain = findings.filter(({ look }) => look?.dependsOnMessages).map(({ id }) => id)
  const withKeyword = await findKeywords([...new Set(uncertain)], { world, mailboxes: search.mailboxes })
  const closings = [
    ...new Map(findings.flatMap(({ id, closing }) => (closing ? [[id, closing]] : []))).values(),
  ]
  const notes = [...new Map(findings.flatMap(({ id, note }) => (note ? [[id, note]] : []))).values()]
  const comments = await readComments({ closings, notes }, world)
  const reasons = new Map([
    ...ticketsWithUnrelayedNotes(notes, comments),
    ...unannouncedClosings(closings, { ...comments, freescout: world.freescout }),
    ...findings.flatMap(({ id, look }): [number, string][] =>
      look && (!look.dependsOnMessages || withKeyword.has(id)) ? [[id, look.reason]] : [],
    ),
  ])
  const thorough = new Set([
    ...search.duplicates
      .filter(({ openDuplicates }) => openDuplicates.length)
      .map(({ ticketId }) => ticketId),
    ...findings.filter(({ lacksCanonicalIssue }) => lacksCanonicalIssue).map(({ id }) => id),
  ])
  const listed = new Map(findings.map(finding => [finding.id, finding]))
  const ticketTask = (about: Pick<TicketTask, 'id' | 'reason' | 'thorough'>): TicketTask => ({
    kind: 'ticket',
    number: listed.get(about.id)?.number,
    createdAt: listed.get(about.id)?.createdAt,
    ...about,
  })
  const others = [...reasons].filter(([id]) => !thorough.has(id)).toSorted(([one], [other]) => other - one)
  return {
    tasks: [
      ...[...thorough].map(id => ticketTask({ id, reason: 'has more than one issue', thorough: true })),
      ...others.map(([id, reason]) => ticketTask({ id, reason, thorough: false })),
    ],
    links: failures.length > 0 ? undefined : linksIn(findings),
    failures: [...failures, ...comments.failures],
    waiting: comments.waiting,
  }
}

function linksIn(findings: Finding[]): TicketLinks {
  return new Map(
    findings.flatMap(({ id, issueUrl }): [number, string][] =>
      issueUrl === undefined ? [] : [[id, issueUrl]],
    ),
  )
}

/**
 * Inspects every listed ticket. A ticket may be in several lists. A ticket that is linked and complete gives no
 * finding, so memory does not grow with the lists.
 */
function inspectTickets(world: World, search: TicketSearch): Promise<Listed<Finding>> {
  const inspect = createInspection(world, search)
  async function* inspectList(query: TicketQuery) {
    for await (const { tickets, unreadable } of world.freescout.tickets(query)) {
      await learnRepositoryNames(tickets, world)
      yield [...tickets.flatMap(inspect), ...unreadable.flatMap(ticket => unreadableFinding(ticket, world))]
    }
  }
  return readLists(ticketQueries(search.mailboxes, world).map(inspectList))
}

/** A ticket that a list shows in an unreadable way is read on its own. If that fails too, its item of the sweep fails. */
function unreadableFinding({ id, reason }: UnreadableTicket, { log }: World): Finding[] {
  log(`FreeScout lists ticket ${id ?? 'without an id'} in a way that can't be read, at ${reason}`)
  if (id === undefined) return []
  const look = { reason: "is listed in a way that can't be read", dependsOnMessages: false }
  const unknown = {
    number: undefined,
    createdAt: undefined,
    closing: undefined,
    note: undefined,
    issueUrl: undefined,
  }
  return [{ id, look, lacksCanonicalIssue: false, ...unknown }]
}

/**
 * The lists of a sweep:
 * - Tickets with a trigger tag, of any age, because a new tag does not change the time of the last change.
 * - Tickets of watched mailboxes that changed within the period. They show links by hand, incomplete links and
 *   closings.
 * - Tickets that were created from issues.
 */
function ticketQueries(mailboxes: Mailbox[], { config, clock }: World): TicketQuery[] {
  const mailboxIds = mailboxes.filter(mailbox => isWatched(mailbox, config)).map(({ id }) => id)
  const updatedSince = withClockSkew(clock.now() - config.sweep.since.ms)
  const tagged = config.criteria.tags.map(
    (tag): TicketQuery => ({ tag, mailboxIds, statuses: ['active', 'pending'] }),
  )
  return [
    ...(mailboxIds.length ? [...tagged, { mailboxIds, updatedSince }] : []),
    ...(config.ticket ? [{ tag: FROM_GITHUB_TAG }] : []),
  ]
}

/** Returns a function that gives one finding about a ticket, or none when the sweep can leave it alone. */
function createInspection(world: World, { mailboxes, duplicates, issueUrls, ticketIds }: TicketSearch) {
  const canonicalIssues = new Map(duplicates.map(({ ticketId, canonical }) => [ticketId, canonical]))
  return (ticket: Ticket): Finding[] => {
    const link = linkOf(ticket, world)
    const mailbox = mailboxes.find(({ id }) => id === ticket.mailboxId)
    const url = link.inField?.url.toLowerCase() ?? ''
    const canonical = canonicalIssues.get(ticket.id)
    const finding: Finding = {
      id: ticket.id,
      number: ticket.number,
      createdAt: ticket.createdAt,
      look: reasonToLook({ ticket, link, mailbox, config: world.config }),
      closing: recentClosing(ticket, link, world),
      note: recentNote(ticket, link, world),
      issueUrl: ticketIds.has(ticket.id) || issueUrls.has(url) ? url : undefined,
      lacksCanonicalIssue: canonical !== undefined && !isSameIssue(link.inField, canonical),
    }
    const isNotable =
      finding.look ||
      finding.closing ||
      finding.note ||
      finding.issueUrl !== undefined ||
      finding.lacksCanonicalIssue
    return isNotable ? [finding] : []
  }
}
