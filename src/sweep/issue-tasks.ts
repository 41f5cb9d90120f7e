import { withClockSkew } from '../clock.ts'
import type { IssueQuery } from '../github/client.ts'
import { type IssueId, issueName } from '../issue-ref.ts'
import { asksForTicket, ticketBlock } from '../link/tickets-from-issue.ts'
import type { Issue } from '../model.ts'
import { hasName, LINKED_LABEL } from '../names.ts'
import type { ServiceError } from '../service-error.ts'
import type { World } from '../world.ts'
import { readLists } from './listed.ts'

/** An issue to look at. `createdAt` is ISO 8601. */
export type IssueTask = { kind: 'issue'; ref: IssueId; reason: string; createdAt: string }

/** A listed issue of the home repository. `url` is in lower case; `isLinked`: it has the label of linked issues. */
type ListedIssue = { number: number; url: string; reason: string; createdAt: string; isLinked: boolean }

/**
 * A sweep looks at issues that changed within this time, in milliseconds. GitHub rarely loses an event about a label or
 * a closing, but no list would show that one was lost.
 */
export const RECENT_MS = 3 * 3_600_000

/** What a sweep reads of the home repository's issues. */
type ListedIssues = {
  /** Open issues with a label that creates a ticket, and without the label of linked issues. */
  unlinked: ListedIssue[]
  /** Issues that changed lately, and have the label of linked issues or a label with an action. */
  changed: ListedIssue[]
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
  const updatedSince = withClockSkew(clock.now() - RECENT_MS)
  const [changed, unlinked] = await Promise.all([
    readLists([LINKED_LABEL, ...labels].map(label => recentlyChanged({ label, updatedSince }, world))),
    readLists(creating.map(([label]) => withoutTicket(label, world))),
  ])
  return {
    unlinked: unlinked.items,
    changed: changed.items,
    failures: [...unlinked.failures, ...changed.failures],
  }
}

/** Without the issues that may get a ticket. */
export function linkedOnly({ changed, failures }: ListedIssues): ListedIssues {
  return { unlinked: [], changed: changed.filter(({ isLinked }) => isLinked), failures }
}

/**
 * The tasks about issues, each issue once. An issue that a ticket's field names needs no ticket. `waiting` may be issues of
 * any repository, the others are of `repository`.
 */
export function issueTasks(
  { unlinked, changed }: Pick<ListedIssues, 'unlinked' | 'changed'>,
  {
    linkedIssueUrls,
    waiting,
    repository,
  }: { linkedIssueUrls: ReadonlySet<string>; waiting: IssueTask[]; repository: string },
): IssueTask[] {
  const tasks = new Map<string, IssueTask>()
  const add = (task: IssueTask) => {
    const name = issueName(task.ref).toLowerCase()
    if (!tasks.has(name)) tasks.set(name, task)
  }
  const needed = unlinked.filter(({ url }) => !linkedIssueUrls.has(url))
  for (const { number, reason, createdAt } of [...needed, ...changed]) {
    add({ kind: 'issue', ref: { repository, number }, reason, createdAt })
  }
  waiting.forEach(add)
  return [...tasks.values()]
}

async function* withoutTicket(label: string, world: World): AsyncGenerator<ListedIssue[], void> {
  const reason = `is labelled ${label} and has no ticket`
  for await (const { issues } of world.github.issues({ repository: world.home, label, state: 'open' })) {
    const unlinked = issues.filter(({ labels }) => !hasName(labels, LINKED_LABEL))
    yield unlinked.map(issue => listed(issue, reason))
  }
}

async function* recentlyChanged(
  query: Pick<IssueQuery, 'label' | 'updatedSince'>,
  { github, home: repository }: World,
): AsyncGenerator<ListedIssue[], void> {
  for await (const { issues } of github.issues({ repository, ...query })) {
    yield issues.map(issue => listed(issue, 'changed lately'))
  }
}

function listed({ number, url, createdAt, labels }: Issue, reason: string): ListedIssue {
  return { number, url: url.toLowerCase(), reason, createdAt, isLinked: hasName(labels, LINKED_LABEL) }
}
