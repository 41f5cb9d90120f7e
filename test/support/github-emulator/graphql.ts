import { canSee } from './access.ts'
import { type Closer, fullName, type GitHubState, type IssueEvent, sameName, type Token } from './state.ts'

/** The queries that the emulator knows, without blanks and commas. */
export const VIEWER = /^(?:query\w*)?\{viewer\{login\}\}$/
export const STATE_CHANGE = /timelineItems\(last:1itemTypes:\[CLOSED_EVENTREOPENED_EVENT\]\)/

/** The newest closing or reopening of an issue. What the token may not read is `null`, and `errors` says so. */
export function stateChange(github: GitHubState, caller: Token, variables: unknown): Record<string, unknown> {
  const { owner, repo, number } = variables as { owner: string; repo: string; number: number }
  const repository = github.repositories.find(one => sameName(fullName(one), `${owner}/${repo}`))
  if (!repository || !canSee(caller, repository)) {
    const message = `Could not resolve to a Repository with the name '${owner}/${repo}'.`
    return { data: { repository: null }, errors: [{ type: 'NOT_FOUND', path: ['repository'], message }] }
  }
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
  const isBot = event.actor.endsWith('[bot]')
  const actor = { __typename: isBot ? 'Bot' : 'User', login: event.actor.replace(/\[bot\]$/, '') }
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
