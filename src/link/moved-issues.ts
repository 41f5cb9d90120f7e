import type { Gone } from '../github/client.ts'
import { isSameRepository } from '../github/repository-names.ts'
import { type IssueId, isSameIssue, issueIdIn } from '../issue-ref.ts'
import { readMovedKey, splitKeys } from '../marks.ts'
import type { Issue, IssueRef, Ticket } from '../model.ts'
import { hasName, isSameName } from '../names.ts'
import { ourNotes } from '../threads.ts'
import type { World } from '../world.ts'
import { linkableRepositories } from './repositories.ts'

/**
 * Learns what repositories are called now when a ticket's field or notes name one that may not be linked under that name.
 * For other tickets it costs no request. `issue` is the issue that the run is about: its repository counts as allowed.
 */
export async function learnRepositoryNames(tickets: Ticket[], world: World, issue?: IssueRef): Promise<void> {
  const { config, home, serverUrl } = world
  const allowed = linkableRepositories(config, home)
  const known = issue ? [...allowed, issue.repository] : allowed
  const foreign = tickets
    .flatMap(ticket => namedIssues(ticket, config.fields['issue-url'], serverUrl))
    .map(({ repository }) => repository)
    .filter(repository => !hasName(known, repository))
  if (foreign.length === 0) return
  await learnWithAllowed(foreign, world)
}

/** Learns these names, and those of the configuration: one of them may be an old name. `home` is a current name. */
async function learnWithAllowed(repositories: string[], { config, home, names }: World): Promise<void> {
  const others = linkableRepositories(config, home).filter(name => !isSameName(name, home))
  await names.learn([...repositories, ...others])
}

/** The issues on this server that the field and our notes name. A note that says that an issue moved explains its old one. */
function namedIssues(ticket: Ticket, fieldName: string, serverUrl: string): IssueId[] {
  const value = ticket.fields?.find(({ name }) => name === fieldName)?.value ?? ''
  const notes = ourNotes(ticket)
  const explained = notes.flatMap(({ key }) => formerIssueIn(key))
  const inNotes = notes.flatMap(({ url }) => issueIdIn(url, serverUrl) ?? [])
  const inField = issueIdIn(value, serverUrl)
  return [...(inField ? [inField] : []), ...inNotes.filter(id => !has(explained, id))]
}

/** The issues that are this issue under the addresses that it had before, as our notes on the ticket say. */
export function formerIssues(ticket: Ticket, issue: IssueId, serverUrl: string): IssueId[] {
  const moves = ourNotes(ticket).flatMap(({ url, key }) =>
    formerIssueIn(key).map(from => ({ from, to: issueIdIn(url, serverUrl) })),
  )
  const former: IssueId[] = []
  for (let found: IssueId[] = [issue]; found.length > 0; ) {
    const next = moves.filter(({ from, to }) => found.some(one => isSameIssue(one, to)) && !has(former, from))
    found = next.map(({ from }) => from)
    former.push(...found)
  }
  return former
}

/** Whether one of our notes on the ticket says that the issue moved from there. */
export function isMoveAnnounced(ticket: Ticket, from: IssueId): boolean {
  return has(
    ourNotes(ticket).flatMap(({ key }) => formerIssueIn(key)),
    from,
  )
}

function has(issues: IssueId[], issue: IssueId): boolean {
  return issues.some(one => isSameIssue(one, issue))
}

function formerIssueIn(key: string | undefined): IssueId[] {
  return splitKeys(key ?? '').flatMap(one => readMovedKey(one) ?? [])
}

/**
 * The issue at its new place, when it moved to a repository that may be linked, or its repository was renamed. Everything
 * else is returned as it is.
 */
export async function followMoved(found: Issue | Gone, world: World): Promise<Issue | Gone> {
  if (!('gone' in found) || found.gone !== 'transferred' || !found.to) return found
  const { config, home, names } = world
  const { repository } = found.to
  const allowed = linkableRepositories(config, home)
  if (!hasName(allowed, repository)) await learnWithAllowed([repository], world)
  return allowed.some(one => isSameRepository(one, repository, names)) ? found.to : found
}
