import type { Dispatch, DispatchEvent, IssueHookEvent } from './hooks.ts'
import { presentLabel, presentUser } from './present.ts'
import { presentIssue } from './present-issue.ts'
import { presentRepository } from './present-repository.ts'
import { ACTIONS_BOT, fullName, type Issue, type Label, type Repository, type World } from './world.ts'

/** Keeps a dispatch and tells the listeners, whoever sent it: even `GITHUB_TOKEN` may start these runs. */
export function announceDispatch(
  world: World,
  { repository, actor, ...sent }: { repository: Repository; actor: string } & Omit<Dispatch, 'repository'>,
): void {
  world.dispatches.push({ repository: fullName(repository), ...sent })
  const event: DispatchEvent = {
    action: sent.event_type,
    branch: repository.defaultBranch,
    client_payload: sent.client_payload,
    repository: presentRepository(world, repository),
    sender: presentUser(world, actor),
  }
  for (const listener of world.listeners.dispatch) listener(structuredClone(event))
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
 * Tells the listeners, unless `GITHUB_TOKEN` did it: "events triggered by the GITHUB_TOKEN will not create
 * a new workflow run" (docs.github.com, Triggering a workflow).
 */
export function announceIssue(world: World, { action, repository, issue, actor, label }: IssueChange): void {
  if (actor === ACTIONS_BOT || issue.isPullRequest) return
  const event: IssueHookEvent = {
    action,
    issue: presentIssue(world, repository, issue),
    ...(label && { label: presentLabel(world, repository, label) }),
    repository: presentRepository(world, repository),
    sender: presentUser(world, actor),
  }
  for (const listener of world.listeners.issue) listener(structuredClone(event))
}
