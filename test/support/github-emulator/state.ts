import type { CommentListener, Dispatch, DispatchListener, IssueListener } from './event-types.ts'

/** GitHub's permission levels by name, as a workflow's or an App's `permissions` spell them. */
export type Permissions = Record<string, 'read' | 'write'>

/** Who a request is made by. `repositories` (full names, lower case) is left out when all can be seen. */
export type Token = {
  token: string
  login: string
  type: 'User' | 'Bot'
  permissions: Permissions
  repositories?: string[]
  /** Milliseconds since 1970; tokens minted for an App last an hour. */
  expiresAt?: number
}

/** A GitHub App with one installation. `publicKey` is PEM; JWTs are checked against it. */
export type App = {
  id: number
  clientId: string
  slug: string
  publicKey: string
  installationId: number
  permissions: Permissions
}

export type Label = { id: number; name: string; color: string; description: string | null }

export type Comment = {
  id: number
  body: string
  author: string
  association: string
  createdAt: string
  updatedAt: string
  /** One of a kind for each user, by GitHub's names. */
  reactions: { user: string; content: string }[]
}

/** One entry of an issue's history. */
export type IssueEvent = {
  id: number
  event: 'labeled' | 'unlabeled' | 'closed' | 'reopened' | 'renamed' | 'transferred'
  actor: string
  createdAt: string
  label?: { name: string; color: string }
  stateReason?: StateReason
  /** What closed it, as GraphQL names it: a pull request or a commit of a repository. */
  closer?: Closer
  rename?: { from: string; to: string }
}

/** `repository` is a full name. */
export type Closer = { repository: string } & ({ pullRequest: number } | { commit: string })

export type StateReason = 'completed' | 'not_planned' | 'duplicate' | 'reopened'

/** An issue, or a pull request: they share a counter. Times are ISO 8601 in UTC, whole seconds. */
export type Issue = {
  id: number
  number: number
  isPullRequest: boolean
  title: string
  /** `null` when there is none, as GitHub keeps it. */
  body: string | null
  state: 'open' | 'closed'
  stateReason: StateReason | null
  labels: string[]
  type: string | null
  author: string
  association: string
  createdAt: string
  updatedAt: string
  closedAt: string | null
  closedBy: string | null
  comments: Comment[]
  events: IssueEvent[]
  /** Why it can't be found under its number any more. */
  gone?: 'deleted' | { repository: string; number: number }
}

export type Visibility = 'private' | 'public' | 'internal'

export type Repository = {
  id: number
  owner: string
  name: string
  /** Full names that it had before. They redirect to it. */
  oldNames: string[]
  visibility: Visibility
  defaultBranch: string
  createdAt: string
  issues: Issue[]
  labels: Label[]
  /** The issue types of its owner, an organisation; none for a person. */
  issueTypes: string[]
  files: Map<string, string>
  /** Classic branch protection of the default branch. */
  isProtected: boolean
  /** Rules of rulesets that apply to the default branch, as GitHub shows them. */
  rules: Record<string, unknown>[]
}

/** Everything the emulator knows. Handlers and helpers read it; only `changes.ts` and `controls.ts` write. */
export type GitHubState = {
  apiUrl: string
  serverUrl: string
  now: () => Date
  nextId: () => number
  repositories: Repository[]
  tokens: Token[]
  app: App | undefined
  dispatches: Dispatch[]
  listeners: { dispatch: DispatchListener[]; issue: IssueListener[]; comment: CommentListener[] }
  switches: Switches
  rateLimit: RateLimit
}

/** What a test may turn while the emulator runs. */
export type Switches = {
  /** Labels of new issues are dropped without a word, as for a token without push access. */
  dropLabels: boolean
  /** Lists of issues leave out the newest so many. */
  staleLists: number
  /** Lists of issues leave out whatever has this id or a higher one. */
  frozenAt: number | undefined
  /** Lists of issues are paged by cursor only, as in a repository with very many of them. */
  cursorPaging: boolean
}

/** The primary rate limit, shared by all tokens. `reset` is in seconds since 1970. */
export type RateLimit = { limit: number; remaining: number; reset: number; used: number }

/** The login behind `GITHUB_TOKEN`; what it writes starts no workflow, but for a dispatch. */
export const ACTIONS_BOT = 'github-actions[bot]'

export function fullName({ owner, name }: Pick<Repository, 'owner' | 'name'>): string {
  return `${owner}/${name}`
}

/** Whether two names mean the same to GitHub, which ignores case in owners, repositories and labels. */
export function sameName(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase()
}

/** The repository of that full name, for helpers that tests call: a wrong name is the test's mistake. */
export function repositoryNamed(github: GitHubState, name: string): Repository {
  const found = github.repositories.find(repository => sameName(fullName(repository), name))
  if (!found) throw new Error(`The GitHub emulator has no repository ${name}. Name it in startGitHub().`)
  return found
}

/** The issue of that number, for helpers that tests call. */
export function issueNumbered(github: GitHubState, name: string, number: number): Issue {
  const found = repositoryNamed(github, name).issues.find(issue => issue.number === number)
  if (!found) throw new Error(`The GitHub emulator has no issue ${name}#${number}.`)
  return found
}
