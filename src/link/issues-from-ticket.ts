import { sinceOnGitHub } from '../clock.ts'
import { onlyTrusted } from '../github/trust.ts'
import { isDuplicateComment, readIssueMarker, readSentinel, type TicketRef } from '../marks.ts'
import type { Issue, IssueComment, IssueRef } from '../model.ts'
import { LINKED_LABEL } from '../names.ts'
import type { Done } from '../reconcile.ts'
import { duplicateComment } from '../render/comment.ts'
import type { World } from '../world.ts'
import { targetRepositories } from './repositories.ts'

/** Whether the issue carries the marker of this ticket on this FreeScout. */
export function hasMarkerOf({ body }: Issue, ticket: TicketRef): boolean {
  const marker = readIssueMarker(body)
  return marker?.id === ticket.id && marker.url === ticket.url
}

/** How many pages of all issues are searched. After these, only labelled issues are searched. */
export const UNLABELLED_PAGES = 2

/**
 * Finds the issues that were created from a ticket. They carry its marker, and their author is trusted. It lists the
 * issues of every configured repository, open and closed, back to the ticket's creation. GitHub's search is not used,
 * because its index is updated late.
 *
 * The first pages list all issues, because a new issue may lack its label. GitHub may leave labels out, and a run may
 * end before it adds them. The later pages list only issues with the label `freescout-linked`.
 */
export async function findIssuesWithMarker(
  ticket: TicketRef & { createdAt: string },
  world: World,
): Promise<Issue[]> {
  const repositories = targetRepositories(world.config, world.home)
  const found = await Promise.all(repositories.map(repository => listWithMarker(repository, ticket, world)))
  return onlyTrusted(found.flat(), world.isTrusted)
}

async function listWithMarker(
  repository: string,
  ticket: TicketRef & { createdAt: string },
  world: World,
): Promise<Issue[]> {
  const { newestIssues } = world
  const oldest = Date.parse(sinceOnGitHub(ticket.createdAt, world))
  const isLast = (page: Issue[]) => page.some(({ createdAt }) => Date.parse(createdAt) < oldest)
  const found = new Map<number, Issue>()
  const addFrom = (page: Issue[]) => {
    for (const issue of page) if (hasMarkerOf(issue, ticket)) found.set(issue.number, issue)
  }
  let pages = 0
  for await (const page of newestIssues.pages({ repository })) {
    addFrom(page)
    if (isLast(page)) return [...found.values()]
    if (++pages === UNLABELLED_PAGES) break
  }
  if (pages < UNLABELLED_PAGES) return [...found.values()]
  for await (const page of newestIssues.pages({ repository, label: LINKED_LABEL })) {
    addFrom(page)
    if (isLast(page)) break
  }
  return [...found.values()]
}

/**
 * Finds the issues whose sentinel comment names the ticket. Somebody may have removed the marker from such an issue. It
 * lists each repository's comments since the ticket's creation, so call it only for a ticket that had a link before.
 */
export async function findIssuesWithSentinel(
  ticket: TicketRef & { createdAt: string },
  world: World,
): Promise<Issue[]> {
  const since = sinceOnGitHub(ticket.createdAt, world)
  const found = await Promise.all(
    targetRepositories(world.config, world.home).map(async repository => {
      const numbers = await numbersWithSentinel(ticket.url, { repository, since }, world)
      return Promise.all(numbers.map(number => world.github.issue({ repository, number })))
    }),
  )
  return found.flat().filter((issue): issue is Issue => !('gone' in issue))
}

async function numbersWithSentinel(
  ticketUrl: string,
  { repository, since }: { repository: string; since: string },
  { github, isTrusted }: World,
): Promise<number[]> {
  const naming: IssueComment[] = []
  for await (const comments of github.repositoryComments(repository, since)) {
    naming.push(...comments.filter(({ body }) => readSentinel(body) === ticketUrl))
  }
  return [...new Set((await onlyTrusted(naming, isTrusted)).map(({ issueNumber }) => issueNumber))]
}

/**
 * Reads the newest issues again right after one was created, because another run may have created one at the same
 * time. This costs a request only when the new number does not follow the highest listed one (see `NewestIssues`).
 */
export async function lookAgainForMarker(created: Issue, ticket: TicketRef, world: World): Promise<Issue[]> {
  world.newestIssues.add(created)
  const { value: newest } = await world.newestIssues.pages({ repository: created.repository }).next()
  const others = (newest ?? []).filter(issue => hasMarkerOf(issue, ticket) && issue.number !== created.number)
  return [created, ...(await onlyTrusted(others, world.isTrusted))]
}

/**
 * The issue that counts: the oldest that was not closed as a duplicate. Within a repository that is the lowest number,
 * because the clocks of GitHub's servers may differ; among repositories it is the earliest.
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

/**
 * Closes a duplicate issue. Before that, it adds the comment that names the issue that counts, if there is none yet.
 */
export async function* closeDuplicateIssue(
  duplicate: IssueRef,
  { winner, world }: { winner: IssueRef; world: World },
): AsyncGenerator<Done, void> {
  const { github, texts } = world
  const isAnnounced = (await github.comments(duplicate)).some(({ body }) => isDuplicateComment(body))
  if (!isAnnounced) {
    await github.comment(duplicate, duplicateComment({ duplicate, winner }, texts))
    yield { change: 'comment' }
  }
  await github.closeIssue(duplicate, 'duplicate')
  yield { change: 'close-duplicate', line: `close-duplicate: ${duplicate.url}, because ${winner.url} counts` }
}
