import { LINKED_LABEL } from '../github/client.ts'
import { hasLabel } from '../github/labels.ts'
import { safelyBefore } from '../http/clock.ts'
import { FROM_GITHUB_TAG, linkOf } from '../link/ticket-link.ts'
import type { IssueRef, Mailbox, Ticket } from '../model.ts'
import { isWatched } from '../ticket/criteria.ts'
import type { World } from '../world.ts'
import { untoldClosings } from './closings.ts'
import { findDuplicates } from './duplicates.ts'
import { needOf } from './need.ts'

/** Something that the sweep has to look at, and why. `thorough`: GitHub's side too, whatever the ticket says. */
export type Task =
  | { kind: 'ticket'; id: number; why: string; thorough: boolean }
  | { kind: 'issue'; ref: Pick<IssueRef, 'repository' | 'number'>; why: string }

/**
 * Issues that something happened to this lately are looked at again: events of labels and closings get lost
 * rarely, and what they should have caused shows in no list.
 */
const RECENT_MS = 3 * 3_600_000

/**
 * Finds what no event announced, by lists alone: its cost is that of the pages listed, however many tickets are
 * linked and complete. Tickets come before issues, and new ones before old ones, so that those which can't be
 * finished never keep others from their turn.
 */
export async function collect(world: World, mailboxes: Mailbox[]): Promise<Task[]> {
  const watched = mailboxes.filter(mailbox => isWatched(mailbox, world.config))
  const listed = watched.length ? await listTickets(world, watched) : []
  const [born, duplicates] = await Promise.all([listBorn(world), findDuplicates(world)])
  const tickets = [...new Map([...listed, ...born].map(ticket => [ticket.id, ticket])).values()]
  const closings = await untoldClosings(tickets, world)
  const urls = new Map(tickets.map(ticket => [ticket.id, urlOf(ticket, world)]))
  const tasks = new Map<number, Task>()
  for (const { ticketId, canonical, surplus } of duplicates) {
    const isElsewhere = urls.has(ticketId) && urls.get(ticketId) !== canonical.url.toLowerCase()
    if (!surplus.length && !isElsewhere) continue
    tasks.set(ticketId, { kind: 'ticket', id: ticketId, why: 'has more than one issue', thorough: true })
  }
  for (const ticket of tickets.toSorted((one, other) => other.id - one.id)) {
    const mailbox = mailboxes.find(({ id }) => id === ticket.mailboxId)
    const why = needOf(ticket, { mailbox, world }) ?? closings.get(ticket.id)
    if (why && !tasks.has(ticket.id)) {
      tasks.set(ticket.id, { kind: 'ticket', id: ticket.id, why, thorough: false })
    }
  }
  const linked = new Set([...urls.values()].filter(url => url !== undefined))
  return [...tasks.values(), ...(await listIssues(world, linked))]
}

/**
 * Tagged tickets whatever their age, for tags touch no time stamp; and every ticket of a watched mailbox that was
 * made or changed lately, which finds links made by hand, half-made ones, and closings.
 */
async function listTickets(world: World, watched: Mailbox[]): Promise<Ticket[]> {
  const { freescout, config, clock } = world
  const mailboxIds = watched.map(({ id }) => id)
  const updatedSince = safelyBefore(clock.now() - config.sweep.since.ms)
  const lists = await Promise.all([
    ...config.criteria.tags.map(tag =>
      all(freescout.tickets({ tag, mailboxIds, statuses: ['active', 'pending'] })),
    ),
    all(freescout.tickets({ mailboxIds, updatedSince })),
  ])
  return [...new Map(lists.flat().map(ticket => [ticket.id, ticket])).values()]
}

async function listBorn({ freescout, config }: World): Promise<Ticket[]> {
  return config.ticket ? all(freescout.tickets({ tag: FROM_GITHUB_TAG })) : []
}

async function all(pages: AsyncIterable<{ tickets: Ticket[] }>): Promise<Ticket[]> {
  const tickets: Ticket[] = []
  for await (const page of pages) tickets.push(...page.tickets)
  return tickets
}

/** Issues with a mapped label and no ticket, and those that something happened to lately. */
async function listIssues(world: World, linked: Set<string>): Promise<Task[]> {
  const { config, home, clock } = world
  const creating = Object.entries(config.labels).filter(
    ([, { action }]) => config.ticket && action === 'create',
  )
  const updatedSince = safelyBefore(clock.now() - RECENT_MS)
  const lists = await Promise.all([
    ...creating.map(([label]) => issuesWithout(linked, { label, world })),
    recentlyChanged({ world, updatedSince }),
  ])
  const tasks = new Map<number, Task>()
  for (const { number, why } of lists.flat()) {
    if (!tasks.has(number)) tasks.set(number, { kind: 'issue', ref: { repository: home, number }, why })
  }
  return [...tasks.values()]
}

type Found = { number: number; why: string }

async function issuesWithout(
  linked: Set<string>,
  { label, world }: { label: string; world: World },
): Promise<Found[]> {
  const found: Found[] = []
  for await (const { issues } of world.github.issues({ repository: world.home, label, state: 'open' })) {
    const lacking = issues.filter(
      ({ url, labels }) => !linked.has(url.toLowerCase()) && !hasLabel(labels, LINKED_LABEL),
    )
    found.push(...lacking.map(({ number }) => ({ number, why: `is labelled ${label} and has no ticket` })))
  }
  return found
}

async function recentlyChanged({
  world,
  updatedSince,
}: {
  world: World
  updatedSince: string
}): Promise<Found[]> {
  const labels = [LINKED_LABEL, ...Object.keys(world.config.labels)]
  const lists = labels.map(async label => {
    const found: Found[] = []
    for await (const { issues } of world.github.issues({ repository: world.home, label, updatedSince })) {
      found.push(...issues.map(({ number }) => ({ number, why: 'changed lately' })))
    }
    return found
  })
  return (await Promise.all(lists)).flat()
}

/** The issue that a ticket's field names; GitHub ignores the case of repositories. */
function urlOf(ticket: Ticket, world: World): string | undefined {
  return linkOf(ticket, world).inField?.url.toLowerCase()
}
