import { canSee } from './access.ts'
import {
  type Closer,
  type Comment,
  fullName,
  type GitHubState,
  type IssueEvent,
  type Repository,
  sameName,
  type Token,
} from './state.ts'

/** The queries that the emulator knows, without blanks and commas. */
export const VIEWER = /^(?:query\w*)?\{viewer\{login\}\}$/
export const STATE_CHANGE = /timelineItems\(last:1itemTypes:\[CLOSED_EVENTREOPENED_EVENT\]\)/
export const RECENT_ACTIVITY = /timelineItems\(first:\d+since:\$sinceitemTypes:/

/** One question of RECENT_ACTIVITY, with how many events and comments it asks for. */
const QUESTION =
  /(\w+):issue\(number:(\d+)\)\{timelineItems\(first:(\d+)[^{]*\{pageInfo\{hasNextPage\}nodes\{[^}]*\{label\{name\}\}\}\}(?:comments\(first:(\d+)\))?/g

/** GraphQL's names of the events, of those that have one here. */
const EVENT_TYPES: Partial<Record<IssueEvent['event'], string>> = {
  labeled: 'LabeledEvent',
  reopened: 'ReopenedEvent',
  transferred: 'TransferredEvent',
}

/** What happened to several issues since a time; `asked` is the query without blanks and commas. */
export function recentActivity(
  github: GitHubState,
  caller: Token,
  { asked, variables }: { asked: string; variables: unknown },
): Record<string, unknown> {
  const { owner, repo, since } = variables as { owner: string; repo: string; since: string }
  const repository = github.repositories.find(one => sameName(fullName(one), `${owner}/${repo}`))
  if (!repository || !canSee(caller, repository)) return notResolved(`${owner}/${repo}`)
  const issues = [...asked.matchAll(QUESTION)].map(([, alias, number, events, comments]) => [
    alias,
    activityOf(repository, {
      number: Number(number),
      since,
      events: Number(events),
      comments: comments === undefined ? undefined : Number(comments),
    }),
  ])
  return { data: { repository: Object.fromEntries(issues) } }
}

function activityOf(
  repository: Repository,
  asked: { number: number; since: string; events: number; comments: number | undefined },
): Record<string, unknown> | null {
  const issue = repository.issues.find(one => one.number === asked.number && !one.gone && !one.isPullRequest)
  if (!issue) return null
  const events = issue.events.filter(
    ({ event, createdAt }) => EVENT_TYPES[event] && Date.parse(createdAt) >= Date.parse(asked.since),
  )
  const nodes = events.slice(0, asked.events).map(({ event, label }) => ({
    __typename: EVENT_TYPES[event],
    ...(event === 'labeled' && { label: { name: label?.name } }),
  }))
  return {
    timelineItems: { pageInfo: { hasNextPage: events.length > nodes.length }, nodes },
    ...(asked.comments && { comments: { nodes: issue.comments.slice(0, asked.comments).map(commentNode) } }),
  }
}

function commentNode({ body, author, association }: Comment): Record<string, unknown> {
  return { body, authorAssociation: association, author: actorNode(author) }
}

function actorNode(login: string): Record<string, unknown> {
  return {
    __typename: login.endsWith('[bot]') ? 'Bot' : 'User',
    login: login.replace(/\[bot\]$/, ''),
  }
}

function notResolved(name: string): Record<string, unknown> {
  const message = `Could not resolve to a Repository with the name '${name}'.`
  return { data: { repository: null }, errors: [{ type: 'NOT_FOUND', path: ['repository'], message }] }
}

/** The newest closing or reopening of an issue. What the token may not read is `null`, and `errors` says so. */
export function stateChange(github: GitHubState, caller: Token, variables: unknown): Record<string, unknown> {
  const { owner, repo, number } = variables as { owner: string; repo: string; number: number }
  const repository = github.repositories.find(one => sameName(fullName(one), `${owner}/${repo}`))
  if (!repository || !canSee(caller, repository)) return notResolved(`${owner}/${repo}`)
  const issue = repository.issues.find(one => one.number === number && !one.gone && !one.isPullRequest)
  if (!issue) return { data: { repository: { issue: null } } }
  const event = issue.events.findLast(({ event: kind }) => kind === 'closed' || kind === 'reopened')
  const isHidden = event?.closer !== undefined && !mayRead(github, caller, event.closer)
  return {
    data: { repository: { issue: { closedAt: issue.closedAt, timelineItems: { nodes: nodes() } } } },
    ...(isHidden && {
      errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }],
    }),
  }

  function nodes(): Record<string, unknown>[] {
    return event ? [eventNode(github, { event, isHidden })] : []
  }
}

function eventNode(
  github: GitHubState,
  { event, isHidden }: { event: IssueEvent; isHidden: boolean },
): Record<string, unknown> {
  const actor = actorNode(event.actor)
  if (event.event === 'reopened') return { __typename: 'ReopenedEvent', actor }
  const closer = event.closer && !isHidden ? closerNode(github, event.closer) : null
  return { __typename: 'ClosedEvent', actor, closer }
}

function closerNode({ serverUrl }: GitHubState, closer: Closer): Record<string, unknown> {
  const page = `${serverUrl}/${closer.repository}`
  if ('commit' in closer) {
    return { __typename: 'Commit', oid: closer.commit, url: `${page}/commit/${closer.commit}` }
  }
  const { pullRequest: number, repository } = closer
  return {
    __typename: 'PullRequest',
    number,
    url: `${page}/pull/${number}`,
    repository: { nameWithOwner: repository },
  }
}

/** A pull request of a private repository needs a permission of its own. */
function mayRead(github: GitHubState, caller: Token, closer: Closer): boolean {
  const repository = github.repositories.find(one => sameName(fullName(one), closer.repository))
  if (!repository || !canSee(caller, repository)) return false
  const need = 'commit' in closer ? 'contents' : 'pull_requests'
  return repository.visibility === 'public' || caller.permissions[need] !== undefined
}
