import { createMovableClock, type MovableClock, stampOf } from '../movable-clock.ts'
import { type EmulatorServer, serve } from '../server.ts'
import { type Controls, createControls } from './controls.ts'
import type { CommentListener, Dispatch, DispatchListener, IssueListener } from './event-types.ts'
import { asDocumented, createHandler, UNPLAYED } from './handler.ts'
import { type SecondaryLimit, secondaryLimitFault } from './limits.ts'
import { gitHubChecker } from './openapi.ts'
import {
  ACTIONS_BOT,
  type App,
  type GitHubState,
  type Permissions,
  type RateLimit,
  type Visibility,
} from './state.ts'

export type { GivenIssue } from './controls.ts'
export type { Dispatch, DispatchEvent, IssueHookEvent } from './event-types.ts'
export type { SecondaryLimit } from './limits.ts'
export type {
  App,
  Comment,
  Issue,
  IssueEvent,
  Label,
  Permissions,
  RateLimit,
  StateReason,
  Token,
} from './state.ts'

export type GitHubOptions = {
  port?: number
  now?: () => Date
  repositories?: { name: string; visibility: Visibility }[]
  /** The secret of the token that stands for `GITHUB_TOKEN`. */
  token?: string
  /** What that token may do; the default is enough for the action and for dispatches. */
  permissions?: Permissions
  app?: App
  /** Compare every exchange with GitHub's own description (13 MB, read on the first request). */
  checkOpenApi?: boolean
}

export type GitHubEmulator = EmulatorServer &
  Controls & {
    clock: MovableClock
    /** Where issues' pages are; only links, nothing answers there. */
    serverUrl: string
    /** Every repository_dispatch taken, oldest first. */
    dispatches: Dispatch[]
    /** What was asked or answered against GitHub's description. Faults on demand are not in it. */
    violations: string[]
    rateLimit: RateLimit
    onDispatch: (listener: DispatchListener) => void
    onIssueEvent: (listener: IssueListener) => void
    /** Comments on issues and on pull requests. */
    onCommentEvent: (listener: CommentListener) => void
    /** The next requests are refused for writing too much too fast. */
    secondaryLimit: (limit?: SecondaryLimit) => void
    /** Labels of new issues are silently dropped. */
    dropLabels: boolean
    /** Lists of issues lack the newest so many. */
    staleLists: number
    /** Lists of issues can be paged by cursor only. */
    cursorPaging: boolean
  }

/**
 * Starts a GitHub on loopback: REST for repositories, issues, labels, comments, files, dispatches and Apps,
 * and three queries of GraphQL. It knows `raxx-app/TradeMasterAPI` (private) and the token `ghs_test`.
 */
export async function startGitHub(options: GitHubOptions = {}): Promise<GitHubEmulator> {
  const clock = createMovableClock(options.now)
  const github = createState(clock.now, options)
  const violations: string[] = []
  const handle = createHandler(github)
  const check = options.checkOpenApi ?? true

  const server = await serve(
    async received => {
      const request = asDocumented(github, received)
      if (!check) return handle(request)
      const asked = request.clone()
      const response = await handle(request)
      const found = await gitHubChecker()(asked, response.clone())
      if (found.length === 0 && response.headers.has(UNPLAYED)) {
        found.push(`${request.method} ${new URL(request.url).pathname}: the emulator doesn't play this yet`)
      }
      violations.push(...found)
      return response
    },
    { port: options.port ?? 0, now: clock.now },
  )
  github.apiUrl = server.url

  const { switches } = github
  return {
    ...server,
    ...createControls(github),
    clock,
    serverUrl: github.serverUrl,
    dispatches: github.dispatches,
    violations,
    rateLimit: github.rateLimit,
    onDispatch: (listener: DispatchListener) => void github.listeners.dispatch.push(listener),
    onIssueEvent: (listener: IssueListener) => void github.listeners.issue.push(listener),
    onCommentEvent: (listener: CommentListener) => void github.listeners.comment.push(listener),
    secondaryLimit: (limit?: SecondaryLimit) => void server.faults.push(secondaryLimitFault(github, limit)),
    get dropLabels() {
      return switches.dropLabels
    },
    set dropLabels(drop) {
      switches.dropLabels = drop
    },
    get staleLists() {
      return switches.staleLists
    },
    set staleLists(newest) {
      switches.staleLists = newest
    },
    get cursorPaging() {
      return switches.cursorPaging
    },
    set cursorPaging(only) {
      switches.cursorPaging = only
    },
  }
}

function createState(
  now: () => Date,
  {
    repositories = [{ name: 'raxx-app/TradeMasterAPI', visibility: 'private' }],
    token = 'ghs_test',
    permissions = { metadata: 'read', contents: 'write', issues: 'write', pull_requests: 'read' },
    app,
  }: GitHubOptions,
): GitHubState {
  // Beyond 32 bits, as GitHub's ids are by now; nobody can mistake one for an issue's number.
  let lastId = 5_000_000_000
  const nextId = () => ++lastId
  const start = now()
  return {
    apiUrl: '',
    serverUrl: 'https://github.com',
    now,
    nextId,
    repositories: repositories.map(({ name, visibility }) => {
      const [owner = '', bare = ''] = name.split('/')
      return {
        id: nextId(),
        owner,
        name: bare,
        visibility,
        defaultBranch: 'main',
        createdAt: stampOf(start),
        issues: [],
        labels: [],
        issueTypes: ['Task', 'Bug', 'Feature'],
        files: new Map(),
        oldNames: [],
        isProtected: false,
        rules: [],
      }
    }),
    tokens: [{ token, login: ACTIONS_BOT, type: 'Bot', permissions }],
    app,
    dispatches: [],
    listeners: { dispatch: [], issue: [], comment: [] },
    switches: { dropLabels: false, staleLists: 0, frozenAt: undefined, cursorPaging: false },
    rateLimit: { limit: 5000, remaining: 5000, used: 0, reset: Math.floor(start.getTime() / 1000) + 3600 },
  }
}
