import type { FreeScoutEmulator } from '../test/support/freescout-emulator/index.ts'
import type { GitHubEmulator } from '../test/support/github-emulator/index.ts'
import { runAction } from '../test/support/runner.ts'
import type { LoggedRequest } from '../test/support/server.ts'
import type { Costs, Emit, RunEnd, Side } from './events.ts'

/** What starts a run: GitHub's event, why in a few words, and inputs beyond those of every run. */
export type Order = {
  event: { name: string; payload: unknown }
  cause: string
  inputs?: Record<string, string>
}

/** GitHub's runner, as far as the demo needs one. */
export type Runs = {
  /** Starts a run of the committed bundle once those before it are over, as the concurrency group does. */
  start: (order: Order) => Promise<RunEnd>
  /** How many runs are under way or waiting. */
  left: () => number
  /** Resolves when no run is left. */
  settled: () => Promise<void>
}

type RunServices = {
  freescout: FreeScoutEmulator
  github: GitHubEmulator
  repository: string
  /** What stands for `GITHUB_TOKEN`. */
  token: string
  emit: Emit
}

/** One side's request log, how far it was read, and which of its requests had no answer yet. */
type Watched = {
  side: Side
  log: LoggedRequest[]
  next: number
  open: LoggedRequest[]
  isOurs: (request: LoggedRequest) => boolean
}

/** GitHub takes a while to start a run. Here it is long enough for the receiver to hear that it was taken. */
const STARTS_AFTER_MS = 60
/** People who try the demo write too; their requests are not the run's. */
const BY_HAND = /^(curl|wget|httpie|mozilla)/i

/** Creates the runner: it runs one job at a time and reports each as it goes. */
export function createRuns(services: RunServices): Runs {
  let queue: Promise<unknown> = Promise.resolve()
  let count = 0
  let left = 0
  return {
    start: order => {
      left += 1
      const run = queue.then(async () => {
        await new Promise(resolve => setTimeout(resolve, STARTS_AFTER_MS))
        count += 1
        return startRun(order, count, services)
      })
      queue = run
        .catch(() => {})
        .finally(() => {
          left -= 1
        })
      return run
    },
    left: () => left,
    settled: async () => {
      for (let seen: typeof queue | undefined; seen !== queue; ) {
        seen = queue
        await seen
      }
    },
  }
}

async function startRun(
  { event, cause, inputs }: Order,
  run: number,
  services: RunServices,
): Promise<RunEnd> {
  const { freescout, github, repository, token, emit } = services
  const startedAt = performance.now()
  emit({ kind: 'run-started', run, cause })
  const watch = watchRequests(run, services)
  let line = ''
  const { exitCode, log, outputs, summary } = await runAction({
    event,
    apiUrl: github.url,
    repository,
    token,
    env: { GITHUB_RUN_ID: String(run) },
    inputs: {
      enabled: 'true',
      'freescout-url': freescout.url,
      'freescout-api-key': freescout.apiKey,
      ...inputs,
    },
    onLog: chunk => {
      // After each write the action logs a line: what was asked up to here comes before it.
      watch.look()
      const lines = (line + chunk).split('\n')
      line = lines.pop() ?? ''
      for (const whole of lines)
        if (!whole.startsWith('::add-mask::')) emit({ kind: 'said', run, line: whole })
    },
  })
  watch.look(true)
  const ended: RunEnd = {
    kind: 'run-ended',
    run,
    exitCode,
    log,
    outputs,
    summary,
    costs: watch.costs,
    ms: Math.round(performance.now() - startedAt),
  }
  emit(ended)
  return ended
}

/** Follows both servers' request logs from now on, and reports what a run sends to them. */
function watchRequests(run: number, { freescout, github, repository, token, emit }: RunServices) {
  const costs: Costs = { freescout: { reads: 0, writes: 0 }, github: { reads: 0, writes: 0 } }
  const sides: Watched[] = [
    {
      ...{ side: 'github', log: github.log, next: github.log.length, open: [] },
      isOurs: ({ headers }) => headers.authorization?.endsWith(` ${token}`) ?? false,
    },
    {
      ...{ side: 'freescout', log: freescout.log, next: freescout.log.length, open: [] },
      isOurs: ({ headers }) => !BY_HAND.test(headers['user-agent'] ?? ''),
    },
  ]

  /** What has no answer yet is looked at next time; once the run `isOver`, there will be none. */
  function look(isOver = false): void {
    for (const watched of sides) {
      const requests = [...watched.open, ...watched.log.slice(watched.next).filter(watched.isOurs)]
      watched.next = watched.log.length
      watched.open = isOver ? [] : requests.filter(({ status }) => status === 0)
      for (const request of requests) if (isOver || request.status !== 0) note(watched.side, request)
    }
  }

  function note(side: Side, request: LoggedRequest): void {
    if (request.method === 'GET' || request.path === '/graphql') {
      costs[side].reads += 1
      return
    }
    costs[side].writes += 1
    const isNewIssue = side === 'github' && request.path.endsWith('/issues') && request.status === 201
    const made = isNewIssue ? github.issues(repository).at(-1)?.number : undefined
    emit({ kind: 'wrote', run, side, request, ...(made && { made }) })
  }

  return { costs, look }
}
