import { withClockSkew } from '../clock.ts'
import { type IssueId, issueName } from '../issue-ref.ts'
import { asksForTicket, ticketBlock } from '../link/tickets-from-issue.ts'
import { hasName, LINKED_LABEL } from '../names.ts'
import type { ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import { type ChangedIssue, findDueIssues, readChangedIssue, type TicketLinks } from './changed-issues.ts'
import { readLists } from './listed.ts'

/** An issue to look at. `createdAt` is ISO 8601. */
export type IssueTask = { kind: 'issue'; ref: IssueId; reason: string; createdAt: string }

/** A listed issue of the home repository. `url` is in lower case. */
type ListedIssue = { number: number; url: string; reason: string; createdAt: string }

/**
 * A sweep finds what happened to issues within this time, in milliseconds: labels, closings, reopenings. GitHub rarely loses
 * an event about one, but no list would show that it was lost.
 */
export const RECENT_MS = 3 * 3_600_000

/** What a sweep reads of the home repository's issues. */
type ListedIssues = {
  /** Open issues with a label that creates a ticket, and without the label of linked issues. */
  unlinked: ListedIssue[]
  /** Issues that changed lately, and have the label of linked issues or a label with an action. */
  changed: ChangedIssue[]
  /** The beginning of the time that counts as lately, ISO 8601. */
  since: string
  failures: ServiceError[]
}

/** Lists the issues that may need a ticket, and those that changed lately. */
export async function listIssues(world: World): Promise<ListedIssues> {
  const { config, clock, home } = world
  const labels = Object.keys(config.labels)
  const mayCreate = ticketBlock(home, world) === undefined
  const creating = Object.entries(mayCreate ? config.labels : {}).filter(([, action]) =>
    asksForTicket(action),
  )
  const since = withClockSkew(clock.now() - RECENT_MS)
  const [changed, unlinked] = await Promise.all([
    readLists([LINKED_LABEL, ...labels].map(label => changedSince({ label, since }, world))),
    readLists(creating.map(([label]) => withoutTicket(label, world))),
  ])
  return {
    unlinked: unlinked.items,
    changed: changed.items,
    since,
    failures: [...unlinked.failures, ...changed.failures],
  }
}

/** Without the issues that may get a ticket. */
export function linkedOnly(issues: ListedIssues): ListedIssues {
  return { ...issues, unlinked: [], changed: issues.changed.filter(({ isLinked }) => isLinked) }
}

/** What the lists of tickets must tell about the issues: which tickets name them, and what the tickets name that they name. */
export function ticketsInQuestion({ unlinked, changed }: ListedIssues): {
  issueUrls: ReadonlySet<string>
  ticketIds: ReadonlySet<number>
} {
  return {
    issueUrls: new Set([...unlinked, ...changed].map(({ url }) => url)),
    ticketIds: new Set(changed.flatMap(({ ticketId }) => ticketId ?? [])),
  }
}

/**
 * The tasks about issues, each issue once. An issue that a ticket's field names needs no ticket: `links` are the URLs in
 * fields, by ticket id. They are `undefined` when a list of tickets could not be read. `waiting` may be issues of any
 * repository, the others are of the home repository.
 */
export async function issueTasks(
  { unlinked, changed, since }: ListedIssues,
  { links, waiting, world }: { links: TicketLinks | undefined; waiting: IssueTask[]; world: World },
): Promise<IssueTask[]> {
  const tasks = new Map<string, IssueTask>()
  const add = (task: IssueTask) => {
    const name = issueName(task.ref).toLowerCase()
    if (!tasks.has(name)) tasks.set(name, task)
  }
  const named = new Set(links?.values())
  const needed = unlinked.filter(({ url }) => !named.has(url))
  const isNeeded = new Set(needed.map(({ number }) => number))
  const others = changed.filter(({ number }) => !isNeeded.has(number))
  const due = await findDueIssues(others, { links, since, world })
  const found = [...needed, ...due.map(({ issue, reason }) => ({ ...issue, reason }))]
  for (const { number, reason, createdAt } of found) {
    add({ kind: 'issue', ref: { repository: world.home, number }, reason, createdAt })
  }
  waiting.forEach(add)
  return [...tasks.values()]
}

async function* withoutTicket(label: string, world: World): AsyncGenerator<ListedIssue[], void> {
  const reason = `is labelled ${label} and has no ticket`
  for await (const { issues } of world.github.issues({ repository: world.home, label, state: 'open' })) {
    const unlinked = issues.filter(({ labels }) => !hasName(labels, LINKED_LABEL))
    yield unlinked.map(({ number, url, createdAt }) => ({
      number,
      url: url.toLowerCase(),
      reason,
      createdAt,
    }))
  }
}

async function* changedSince(
  { label, since }: { label: string; since: string },
  world: World,
): AsyncGenerator<ChangedIssue[], void> {
  const query = { repository: world.home, label, updatedSince: since }
  for await (const { issues } of world.github.issues(query)) {
    yield await Promise.all(issues.map(issue => readChangedIssue(issue, since, world)))
  }
}
