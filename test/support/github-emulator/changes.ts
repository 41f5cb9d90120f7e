import { stampOf } from '../movable-clock.ts'
import { announceIssue } from './announce.ts'
import {
  type Closer,
  type Comment,
  type GitHubState,
  type Issue,
  type IssueEvent,
  type Label,
  type Repository,
  type StateReason,
  sameName,
} from './state.ts'

/** Which issue, and who does it. */
export type Change = { repository: Repository; issue: Issue; actor: string }

export type NewIssue = {
  title: string
  body: string | null
  labels: string[]
  type?: string | null
  author: string
  association: string
  createdAt?: string | undefined
  isPullRequest?: boolean
}

/** Files an issue: `opened` first, then one `labeled` for each label, as GitHub reports it. */
export function createIssue(
  github: GitHubState,
  repository: Repository,
  { createdAt = stampOf(github.now()), isPullRequest = false, labels, type = null, ...given }: NewIssue,
): Issue {
  const issue: Issue = {
    id: github.nextId(),
    number: repository.issues.reduce((highest, { number }) => Math.max(highest, number), 0) + 1,
    isPullRequest,
    state: 'open',
    stateReason: null,
    labels: [],
    type,
    createdAt,
    updatedAt: createdAt,
    closedAt: null,
    closedBy: null,
    comments: [],
    events: [],
    ...given,
  }
  repository.issues.push(issue)
  const change = { repository, issue, actor: given.author }
  announceIssue(github, { action: 'opened', ...change })
  addLabels(github, change, labels)
  issue.updatedAt = createdAt
  return issue
}

/** Puts labels on an issue, creating the ones the repository lacks; those it has already stay as they are. */
export function addLabels(github: GitHubState, change: Change, names: string[]): void {
  for (const name of names) {
    const label = ensureLabel(github, change.repository, name)
    if (change.issue.labels.includes(label.name)) continue
    change.issue.labels.push(label.name)
    record(github, change, { event: 'labeled', label: { name: label.name, color: label.color } })
    announceIssue(github, { action: 'labeled', ...change, label })
  }
}

/** Takes a label off; `false` when the issue doesn't have it. */
export function removeLabel(github: GitHubState, change: Change, name: string): boolean {
  const label = change.repository.labels.find(known => sameName(known.name, name))
  const index = label ? change.issue.labels.indexOf(label.name) : -1
  if (!label || index < 0) return false
  change.issue.labels.splice(index, 1)
  record(github, change, { event: 'unlabeled', label: { name: label.name, color: label.color } })
  announceIssue(github, { action: 'unlabeled', ...change, label })
  return true
}

/** The repository's label of that name, whatever its case; made with GitHub's default grey if it is new. */
export function ensureLabel(
  github: GitHubState,
  repository: Repository,
  name: string,
  { color = 'ededed', description = null }: { color?: string; description?: string | null } = {},
): Label {
  const known = repository.labels.find(label => sameName(label.name, name))
  if (known) return known
  const label = { id: github.nextId(), name, color, description }
  repository.labels.push(label)
  return label
}

/** Closes or reopens. Nothing happens, not even to the reason, when the state stays the same. */
export function changeState(
  github: GitHubState,
  change: Change & { closer?: Closer },
  state: Issue['state'],
  reason: StateReason | null = null,
): void {
  const { issue } = change
  if (issue.state === state) return
  const closing = state === 'closed'
  issue.state = state
  issue.stateReason = closing ? (reason ?? 'completed') : 'reopened'
  issue.closedAt = closing ? stampOf(github.now()) : null
  issue.closedBy = closing ? change.actor : null
  record(
    github,
    change,
    closing
      ? {
          event: 'closed',
          stateReason: issue.stateReason,
          ...(change.closer && { closer: change.closer }),
        }
      : { event: 'reopened' },
  )
  announceIssue(github, { action: closing ? 'closed' : 'reopened', ...change })
}

/** Rewrites title or body. */
export function edit(
  github: GitHubState,
  change: Change,
  to: { title?: string; body?: string | null },
): void {
  const { issue } = change
  const from = issue.title
  if (to.body !== undefined) issue.body = to.body
  if (to.title !== undefined && to.title !== from) {
    issue.title = to.title
    record(github, change, { event: 'renamed', rename: { from, to: to.title } })
  }
  issue.updatedAt = stampOf(github.now())
  announceIssue(github, { action: 'edited', ...change })
}

export function addComment(
  github: GitHubState,
  issue: Issue,
  given: { body: string; author: string; association: string },
): Comment {
  const at = stampOf(github.now())
  const comment = { id: github.nextId(), createdAt: at, updatedAt: at, reactions: [], ...given }
  issue.comments.push(comment)
  issue.updatedAt = at
  return comment
}

/** Adds a reaction; `false` when this user has reacted in that way already. */
export function addReaction(comment: Comment, reaction: { user: string; content: string }): boolean {
  const isThere = comment.reactions.some(
    ({ user, content }) => sameName(user, reaction.user) && content === reaction.content,
  )
  if (!isThere) comment.reactions.push(reaction)
  return !isThere
}

/** Moves an issue to another repository, under a new number; the old number remembers where it went. */
export function transfer(github: GitHubState, change: Change, to: Repository): Issue {
  const { title, body, labels, author, association, createdAt } = change.issue
  announceIssue(github, { action: 'transferred', ...change })
  const arrived = createIssue(github, to, { title, body, labels, author, association, createdAt })
  record(github, { ...change, issue: arrived, repository: to }, { event: 'transferred' })
  arrived.comments = change.issue.comments
  arrived.state = change.issue.state
  arrived.stateReason = change.issue.stateReason
  arrived.closedAt = change.issue.closedAt
  change.issue.gone = { repository: `${to.owner}/${to.name}`, number: arrived.number }
  return arrived
}

function record(
  github: GitHubState,
  { issue, actor }: Change,
  what: Omit<IssueEvent, 'id' | 'actor' | 'createdAt'>,
): void {
  const at = stampOf(github.now())
  issue.events.push({ id: github.nextId(), actor, createdAt: at, ...what })
  issue.updatedAt = at
}
