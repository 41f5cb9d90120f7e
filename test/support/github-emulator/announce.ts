import type { CommentEvent, Dispatch, DispatchEvent, IssueHookEvent } from './event-types.ts'
import { commentJson, issueJson } from './issue-json.ts'
import { labelJson, userJson } from './json.ts'
import { repositoryJson } from './repository-json.ts'
import {
  ACTIONS_BOT,
  type Comment,
  fullName,
  type GitHubState,
  type Issue,
  type Label,
  type Repository,
} from './state.ts'

/** Keeps a dispatch and calls the listeners, whoever sent it: even `GITHUB_TOKEN` may start these runs. */
export function announceDispatch(
  github: GitHubState,
  { repository, actor, ...sent }: { repository: Repository; actor: string } & Omit<Dispatch, 'repository'>,
): void {
  github.dispatches.push({ repository: fullName(repository), ...sent })
  const event: DispatchEvent = {
    action: sent.event_type,
    branch: repository.defaultBranch,
    client_payload: sent.client_payload,
    repository: repositoryJson(github, repository),
    sender: userJson(github, actor),
  }
  for (const listener of github.listeners.dispatch) listener(structuredClone(event))
}

/** What happened to which issue, and by whom. */
export type IssueChange = {
  action: IssueHookEvent['action']
  repository: Repository
  issue: Issue
  actor: string
  label?: Label
}

/**
 * Calls the listeners, unless `GITHUB_TOKEN` did it: "events triggered by the GITHUB_TOKEN will not create
 * a new workflow run" (docs.github.com, Triggering a workflow).
 */
export function announceIssue(
  github: GitHubState,
  { action, repository, issue, actor, label }: IssueChange,
): void {
  if (actor === ACTIONS_BOT || issue.isPullRequest) return
  const event: IssueHookEvent = {
    action,
    issue: issueJson(github, repository, issue),
    ...(label && { label: labelJson(github, repository, label) }),
    repository: repositoryJson(github, repository),
    sender: userJson(github, actor),
  }
  for (const listener of github.listeners.issue) listener(structuredClone(event))
}

/** Calls the listeners about a new comment, unless `GITHUB_TOKEN` wrote it. */
export function announceComment(
  github: GitHubState,
  { repository, issue, comment }: { repository: Repository; issue: Issue; comment: Comment },
): void {
  if (comment.author === ACTIONS_BOT) return
  const event: CommentEvent = {
    action: 'created',
    issue: issueJson(github, repository, issue),
    comment: commentJson(github, { repository, issue, comment }),
    repository: repositoryJson(github, repository),
    sender: userJson(github, comment.author),
  }
  for (const listener of github.listeners.comment) listener(structuredClone(event))
}
