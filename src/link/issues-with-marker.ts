import { CLOCK_SKEW_MS } from '../clock.ts'
import { readIssueMarker, type TicketRef } from '../marks.ts'
import type { Issue } from '../model.ts'
import { LINKED_LABEL } from '../names.ts'
import type { World } from '../world.ts'
import { targetRepositories } from './repositories.ts'

/** Whether the issue's last line is the marker of this very ticket, on this very FreeScout. */
export function hasMarkerOf({ body }: Issue, ticket: TicketRef): boolean {
  const marker = readIssueMarker(body)
  return marker?.id === ticket.id && marker.url === ticket.url
}

/** Pages of all issues that are looked through before only labelled ones are. */
const UNLABELLED_PAGES = 2

/**
 * The issues that were made from a ticket: every one of every state that carries its marker, by a trusted author, in
 * every configured repository. Lists newest first, no further back than the ticket's creation: at first all issues,
 * for GitHub may leave out the labels of a new one, and a run may have ended before it saw to that; further back
 * only `freescout-linked` ones. Search is not used: it lags.
 */
export async function findIssuesWithMarker(
  ticket: TicketRef & { createdAt: string },
  world: World,
): Promise<Issue[]> {
  const repositories = targetRepositories(world.config, world.home)
  const found = await Promise.all(repositories.map(repository => listMarked(repository, ticket, world)))
  return trusted(found.flat(), world)
}

async function listMarked(
  repository: string,
  ticket: TicketRef & { createdAt: string },
  { newestIssues }: World,
): Promise<Issue[]> {
  const oldest = Date.parse(ticket.createdAt) - CLOCK_SKEW_MS
  const marked = new Map<number, Issue>()
  const reachesBack = (page: Issue[]): boolean => {
    for (const issue of page) if (hasMarkerOf(issue, ticket)) marked.set(issue.number, issue)
    return page.some(({ createdAt }) => Date.parse(createdAt) < oldest)
  }
  let pages = 0
  for await (const page of newestIssues.pages({ repository })) {
    if (reachesBack(page)) return [...marked.values()]
    if (++pages === UNLABELLED_PAGES) break
  }
  if (pages < UNLABELLED_PAGES) return [...marked.values()]
  for await (const page of newestIssues.pages({ repository, label: LINKED_LABEL })) {
    if (reachesBack(page)) break
  }
  return [...marked.values()]
}

/**
 * Looks at the newest issues again, labelled or not, right after an issue was made: another run may have made one at the
 * same time. That takes a request only when the new number leaves a gap (see `NewestIssues`).
 */
export async function lookAgainForMarker(made: Issue, ticket: TicketRef, world: World): Promise<Issue[]> {
  world.newestIssues.add(made)
  const { value: newest } = await world.newestIssues.pages({ repository: made.repository }).next()
  const others = (newest ?? []).filter(issue => hasMarkerOf(issue, ticket) && issue.number !== made.number)
  return [made, ...(await trusted(others, world))]
}

/**
 * The one that counts: the oldest that was not closed as a duplicate. Within a repository that is the lowest number,
 * whatever the clocks of GitHub's servers said; among repositories, the time.
 */
export function canonicalIssue(issues: Issue[]): Issue | undefined {
  const counting = issues.filter(
    ({ state, stateReason }) => !(state === 'closed' && stateReason === 'duplicate'),
  )
  const firsts = [...Map.groupBy(counting, ({ repository }) => repository).values()].map(group =>
    group.reduce((first, other) => (other.number < first.number ? other : first)),
  )
  return firsts.toSorted(
    (one, other) =>
      Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
      one.repository.localeCompare(other.repository),
  )[0]
}

async function trusted(issues: Issue[], { isTrusted }: World): Promise<Issue[]> {
  const verdicts = await Promise.all(issues.map(({ author }) => isTrusted(author)))
  return issues.filter((_, index) => verdicts[index])
}
