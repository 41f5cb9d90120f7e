import type { UnreadableTicket } from '../freescout/ticket-list.ts'
import type { IssueId } from '../issue-ref.ts'
import { learnRepositoryNames } from '../link/moved-issues.ts'
import { isOpen, linkOf, writeBlock } from '../link/ticket-link.ts'
import type { IssueRef, Mailbox, Ticket } from '../model.ts'
import { hasName } from '../names.ts'
import { ServiceError } from '../service-error.ts'
import { SetupError } from '../setup-error.ts'
import type { World } from '../world.ts'

/** An open ticket whose field names an issue. `mailbox` is an address, if the configuration names that mailbox. */
export type LinkedOpenTicket = Pick<Ticket, 'id' | 'number' | 'createdAt'> & {
  url: string
  mailbox: string | undefined
  issue: IssueRef
}

/** An open issue that a ticket is linked to. */
export type OpenIssue = IssueId & { labels: string[] }

/** The list of a repository's open issues: those that tickets are linked to, or why GitHub does not list any. */
export type IssueList = { repository: string } & (
  | { kind: 'listed'; issues: OpenIssue[] }
  | { kind: 'refused'; error: ServiceError }
)

/** What a report is made of. */
export type ObservedDemand = {
  tickets: LinkedOpenTicket[]
  /** Rows of FreeScout's list that can't be read. Nobody knows whether they are linked. */
  unreadable: UnreadableTicket[]
  /** One list for each repository that a ticket names. */
  lists: IssueList[]
  /** Whether only those who can read the private home repository can read the run. */
  isRunPrivate: boolean
}

/**
 * Reads all open tickets, and the open issues of the repositories that they name. It reads lists only: its requests grow
 * with the pages of these lists.
 *
 * @throws {SetupError} when FreeScout shows no custom fields, because then nobody sees a link
 */
export async function observeDemand(world: World): Promise<ObservedDemand> {
  const [mailboxes, isRunPrivate] = await Promise.all([world.freescout.mailboxes(), isHomePrivate(world)])
  const { tickets, unreadable } = await listLinkedTickets(mailboxes, world)
  const repositories = new Map(tickets.map(({ issue }) => [issue.repository.toLowerCase(), issue.repository]))
  const lists = [...repositories.values()].map(name => listOpenIssues(name, { tickets, world }))
  return { tickets, unreadable, lists: await Promise.all(lists), isRunPrivate }
}

/** Whether the home repository is private. One that the token can't see counts as not private. */
async function isHomePrivate({ github, home }: World): Promise<boolean> {
  try {
    return (await github.repository(home)).visibility === 'private'
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

/**
 * Lists the open tickets of every mailbox, because a link counts in any of them. While pages are read, tickets may move
 * between them; so each ticket counts once.
 */
async function listLinkedTickets(
  mailboxes: Mailbox[],
  world: World,
): Promise<Pick<ObservedDemand, 'tickets' | 'unreadable'>> {
  const addressOf = configuredAddresses(mailboxes, world)
  const linked = new Map<number, LinkedOpenTicket>()
  const unreadable: UnreadableTicket[] = []
  let without = 0
  let all = 0
  for await (const page of world.freescout.tickets({ statuses: ['active', 'pending'] })) {
    await learnRepositoryNames(page.tickets, world)
    unreadable.push(...page.unreadable)
    all += page.tickets.length
    without += page.tickets.filter(({ fields }) => fields === null).length
    for (const ticket of page.tickets) {
      const issue = linkOf(ticket, world).inField
      if (!issue || !isOpen(ticket) || writeBlock(ticket)) continue
      const { id, number, createdAt, mailboxId } = ticket
      const url = world.freescout.ticketUrl(id)
      linked.set(id, { id, number, createdAt, url, mailbox: addressOf.get(mailboxId), issue })
    }
  }
  if (all > 0 && without === all) throw fieldsNotShown()
  return { tickets: [...linked.values()], unreadable }
}

/** The mailboxes whose addresses the configuration names. Readers of the run know these, and may not know the others. */
function configuredAddresses(mailboxes: Mailbox[], { config }: World): Map<number, string> {
  const known = [...config.mailboxes, ...(config.ticket ? [config.ticket.mailbox] : [])]
  return new Map(
    mailboxes.filter(({ email }) => hasName(known, email)).map(({ id, email }) => [id, email.toLowerCase()]),
  )
}

/** Lists the open issues of a repository. A repository that can't be listed does not stop the report. */
async function listOpenIssues(
  repository: string,
  { tickets, world }: { tickets: LinkedOpenTicket[]; world: World },
): Promise<IssueList> {
  const wanted = new Set(
    tickets.filter(({ issue }) => issue.repository === repository).map(({ issue }) => issue.number),
  )
  const found: OpenIssue[] = []
  try {
    for await (const { issues } of world.github.issues({ repository, state: 'open' })) {
      const named = issues.filter(({ number }) => wanted.has(number))
      found.push(...named.map(({ number, labels }) => ({ repository, number, labels })))
    }
    return { kind: 'listed', repository, issues: found }
  } catch (error) {
    if (isRefusal(error)) return { kind: 'refused', repository, error }
    throw error
  }
}

/** What GitHub answers about a repository that moved, that the token can't see, or that has no issues. */
const REFUSALS = [301, 403, 404, 410]

function isRefusal(error: unknown): error is ServiceError {
  return (
    error instanceof ServiceError && REFUSALS.includes(error.status ?? 0) && error.code !== 'rate-limited'
  )
}

function fieldsNotShown(): SetupError {
  return new SetupError([
    'FreeScout shows no custom fields, so nobody can see which tickets are linked. ' +
      'Activate the module Custom Fields under Manage » Modules.',
  ])
}
