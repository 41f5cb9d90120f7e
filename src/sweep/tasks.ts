import { withClockSkew } from '../clock.ts'
import type { TicketQuery } from '../freescout/client.ts'
import { linkOf } from '../link/ticket-link.ts'
import type { IssueRef, Mailbox, Ticket } from '../model.ts'
import { FROM_GITHUB_TAG, hasName, LINKED_LABEL } from '../names.ts'
import { isWatched } from '../ticket/criteria.ts'
import type { World } from '../world.ts'
import { type Closing, recentClosing, unannouncedClosings } from './closings.ts'
import { findDuplicates } from './duplicates.ts'
import { reasonToLook } from './reason-to-look.ts'

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
 * linked and complete, and of those no more is kept than that they were closed. Tickets come before issues, and new
 * ones before old ones, so that those which can't be finished never keep others from their turn.
 */
export async function findTasks(world: World, mailboxes: Mailbox[]): Promise<Task[]> {
  const [duplicates, issues] = await Promise.all([findDuplicates(world), listIssues(world)])
  const doubled = new Map(duplicates.map(found => [found.ticketId, found]))
  const thorough = new Set(duplicates.filter(({ surplus }) => surplus.length).map(({ ticketId }) => ticketId))
  const needs = new Map<number, string>()
  const closings = new Map<number, Closing>()
  await forEachTicket(world, mailboxes, ticket => {
    const { id, mailboxId } = ticket
    const link = linkOf(ticket, world)
    const issue = link.inField?.url.toLowerCase()
    const mailbox = mailboxes.find(({ id }) => id === mailboxId)
    const need = reasonToLook(ticket, { link, mailbox, world })
    const closing = recentClosing(ticket, link, world)
    if (issue) issues.unlinked.delete(issue)
    if (need) needs.set(id, need)
    if (closing) closings.set(id, closing)
    const canonical = doubled.get(id)?.canonical.url.toLowerCase()
    if (canonical && issue !== canonical) thorough.add(id)
  })
  const untold = await unannouncedClosings([...closings.values()], world)
  const whys = [...new Map([...untold, ...needs])].toSorted(([one], [other]) => other - one)
  return [
    ...[...thorough].map(id => ticketTask(id, { why: 'has more than one issue', thorough: true })),
    ...whys.filter(([id]) => !thorough.has(id)).map(([id, why]) => ticketTask(id, { why, thorough: false })),
    ...issueTasks([...issues.unlinked.values(), ...issues.changed], world),
  ]
}

function ticketTask(id: number, how: { why: string; thorough: boolean }): Task {
  return { kind: 'ticket', id, ...how }
}

function issueTasks(found: Found[], { home: repository }: World): Task[] {
  const whys = new Map(found.toReversed().map(({ number, why }) => [number, why]))
  const numbers = [...new Set(found.map(({ number }) => number))]
  return numbers.map(number => ({ kind: 'issue', ref: { repository, number }, why: whys.get(number) ?? '' }))
}

/**
 * Tagged tickets whatever their age, for tags touch no time stamp; every ticket of a watched mailbox that was made or
 * changed lately, which finds links made by hand, half-made ones, and closings; and those made from issues. Some are in
 * several lists. Each list is read page by page, so that the memory this takes does not grow with the lists.
 */
async function forEachTicket(
  world: World,
  mailboxes: Mailbox[],
  visit: (ticket: Ticket) => void,
): Promise<void> {
  const { freescout, config, clock } = world
  const mailboxIds = mailboxes.filter(mailbox => isWatched(mailbox, config)).map(({ id }) => id)
  const updatedSince = withClockSkew(clock.now() - config.sweep.since.ms)
  const tagged = config.criteria.tags.map(
    (tag): TicketQuery => ({ tag, mailboxIds, statuses: ['active', 'pending'] }),
  )
  const queries = [
    ...(mailboxIds.length ? [...tagged, { mailboxIds, updatedSince }] : []),
    ...(config.ticket ? [{ tag: FROM_GITHUB_TAG }] : []),
  ]
  await Promise.all(
    queries.map(async query => {
      for await (const { tickets } of freescout.tickets(query)) tickets.forEach(visit)
    }),
  )
}

type Found = { number: number; why: string }

/** Issues with a mapped label and no link on their side, by URL in lower case; and those that something happened to. */
async function listIssues(world: World): Promise<{ unlinked: Map<string, Found>; changed: Found[] }> {
  const { config, clock } = world
  const creating = Object.entries(config.labels).filter(
    ([, { action }]) => config.ticket && action === 'create',
  )
  const [changed, ...labelled] = await Promise.all([
    recentlyChanged({ world, updatedSince: withClockSkew(clock.now() - RECENT_MS) }),
    ...creating.map(([label]) => labelledIssues(label, world)),
  ])
  const unlinked = new Map<string, Found>()
  for (const { url, number, why } of labelled.flat()) {
    if (!unlinked.has(url)) unlinked.set(url, { number, why })
  }
  return { unlinked, changed }
}

async function labelledIssues(label: string, world: World): Promise<(Found & { url: string })[]> {
  const found: (Found & { url: string })[] = []
  for await (const { issues } of world.github.issues({ repository: world.home, label, state: 'open' })) {
    const lacking = issues.filter(({ labels }) => !hasName(labels, LINKED_LABEL))
    const why = `is labelled ${label} and has no ticket`
    found.push(...lacking.map(({ number, url }) => ({ number, url: url.toLowerCase(), why })))
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
