import { LINKED_LABEL } from '../github/client.ts'
import { CLOCK_SKEW_MS } from '../http/clock.ts'
import { readIssueMarker, type TicketRef } from '../marker.ts'
import type { Issue } from '../model.ts'
import type { World } from '../world.ts'
import { targetRepositories } from './repositories.ts'

/** Whether the issue's last line is the marker of this very ticket, on this very FreeScout. */
export function carriesMarkerOf({ body }: Issue, ticket: TicketRef): boolean {
  const marker = readIssueMarker(body)
  return marker?.id === ticket.id && marker.url === ticket.url
}

/**
 * The issues that were made from a ticket: every `freescout-linked` one of every state that carries its marker,
 * by a trusted author, in every configured repository. Lists newest first, no further back than the ticket's
 * creation. Search is not used: it lags.
 */
export async function findMarked(ticket: TicketRef & { createdAt: string }, world: World): Promise<Issue[]> {
  const repositories = targetRepositories(world.config, world.home)
  const found = await Promise.all(repositories.map(repository => listMarked(repository, ticket, world)))
  return trusted(found.flat(), world)
}

async function listMarked(
  repository: string,
  ticket: TicketRef & { createdAt: string },
  { github }: World,
): Promise<Issue[]> {
  const oldest = Date.parse(ticket.createdAt) - CLOCK_SKEW_MS
  const marked: Issue[] = []
  for await (const page of github.issues({ repository, label: LINKED_LABEL })) {
    marked.push(...page.filter(issue => carriesMarkerOf(issue, ticket)))
    if (page.some(({ createdAt }) => Date.parse(createdAt) < oldest)) break
  }
  return marked
}

/**
 * Looks at the newest 100 issues again, labelled or not, right after an issue was made: another run may have made
 * one at the same time.
 */
export async function findMarkedAgain(made: Issue, ticket: TicketRef, world: World): Promise<Issue[]> {
  const { value: newest } = await world.github.issues({ repository: made.repository }).next()
  const others = (newest ?? []).filter(
    issue => carriesMarkerOf(issue, ticket) && issue.number !== made.number,
  )
  return [made, ...(await trusted(others, world))]
}

/** The one that counts: the oldest that was not closed as a duplicate. */
export function canonical(issues: Issue[]): Issue | undefined {
  return issues
    .filter(({ state, stateReason }) => !(state === 'closed' && stateReason === 'duplicate'))
    .toSorted(
      (one, other) =>
        Date.parse(one.createdAt) - Date.parse(other.createdAt) ||
        one.repository.localeCompare(other.repository) ||
        one.number - other.number,
    )[0]
}

async function trusted(issues: Issue[], { trusts }: World): Promise<Issue[]> {
  const verdicts = await Promise.all(issues.map(({ author }) => trusts(author)))
  return issues.filter((_, index) => verdicts[index])
}
