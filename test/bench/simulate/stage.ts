import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { HttpFetch } from '../../../src/http/http-client.ts'
import { main } from '../../../src/main.ts'
import { type Attempt, createNetwork, type Network } from '../../chaos/network.ts'
import { startTimeline, type Timeline } from '../../chaos/timeline.ts'
import { dispatchOf, HOME } from '../../support/bridge.ts'
import { createFakeCore, nothingWritten } from '../../support/fake-core.ts'
import { type FreeScoutEmulator, startFreeScout } from '../../support/freescout-emulator/index.ts'
import { type GitHubEmulator, startGitHub } from '../../support/github-emulator/index.ts'
import { type Run, variables } from '../../support/runner.ts'

/** Where the configuration is: in the repository, or in the workflow. */
export type ConfigPlace = 'file' | 'input'

/** The least that both directions need; everything else as by default. */
export const CONFIG = `
mailboxes: [ops@raxx.app, support@raxx.app]
user: ada@example.org
ticket: { mailbox: ops@raxx.app, customer: github@raxx.app }
`

/** How long a request takes until its answer is there: the longest of the benchmark's delays. */
export const ROUND_TRIP_MS = 200

/** An event of GitHub's, as a run gets it. */
export type StageEvent = { name: string; payload?: unknown }

/** Both emulators and the real code between them, in this process and in simulated time. */
export type Stage = {
  freescout: FreeScoutEmulator
  github: GitHubEmulator
  network: Network
  timeline: Timeline
  /** Plays one run of the action. It resolves when the run has ended; somebody has to let time pass. */
  play: (event: StageEvent, options?: PlayOptions) => Promise<Run>
  /** Plays one run, lets time pass until it has ended, and gives its requests. */
  record: (event: StageEvent, options?: PlayOptions) => Promise<Recorded>
  close: () => Promise<void>
}

export type PlayOptions = { inputs?: Record<string, string>; fetch?: HttpFetch }

/** One run and its requests. Times are in milliseconds of simulated time. */
export type Recorded = { run: Run; attempts: Attempt[]; startedAt: number; endedAt: number }

/** Opens a stage. Every request takes {@link ROUND_TRIP_MS}. */
export async function openStage(place: ConfigPlace, config = CONFIG): Promise<Stage> {
  const timeline = startTimeline()
  const now = () => new Date(timeline.now())
  const [freescout, github] = await Promise.all([
    startFreeScout({ now }),
    startGitHub({ now, repositories: [{ name: HOME, visibility: 'private' }], checkOpenApi: false }),
  ])
  if (place === 'file') github.setFile(HOME, '.github/freescout.yml', config)
  const oneWay = ROUND_TRIP_MS / 2
  const network = createNetwork(timeline, { latency: { least: oneWay, most: oneWay } })
  const folder = await mkdtemp(join(tmpdir(), 'simulate-'))
  let runs = 0

  const play: Stage['play'] = async ({ name, payload = {} }, { inputs = {}, fetch } = {}) => {
    const id = runs++
    const event = join(folder, `event-${id}.json`)
    await writeFile(event, JSON.stringify(payload))
    const files = { event, output: join(folder, 'output'), summary: join(folder, 'summary') }
    const given = {
      enabled: 'true',
      'freescout-url': freescout.url,
      'freescout-api-key': freescout.apiKey,
      config: place === 'input' ? config : '',
      ...inputs,
    }
    const job = { event: { name, payload }, inputs: given, apiUrl: github.url, repository: HOME }
    const env = await variables(job, { folder, files })
    const run = nothingWritten()
    const runner = { id, look: () => 1, dead: () => false, kill: () => {} }
    await main({
      env,
      core: createFakeCore(env, run),
      clock: { now: timeline.now, sleep: timeline.sleep },
      fetch: fetch ?? network.fetchOf(runner),
    })
    return run
  }

  return {
    freescout,
    github,
    network,
    timeline,
    play,
    async record(event, options) {
      network.attempts.length = 0
      const startedAt = timeline.now()
      const run = await timeline.passUntil(play(event, options))
      const endedAt = timeline.now()
      const attempts = [...network.attempts]
      await timeline.runOut()
      return { run, attempts, startedAt, endedAt }
    },
    async close() {
      await Promise.all([freescout.close(), github.close(), rm(folder, { recursive: true })])
    },
  }
}

/** The event of a dispatch for a ticket. */
export function ticketEvent(id: number, github: GitHubEmulator): StageEvent {
  return { name: 'repository_dispatch', payload: dispatchOf(id, github) }
}

/** The event of an issue that somebody closed. */
export function issueClosedEvent(number: number): StageEvent {
  const repository = { full_name: HOME }
  return { name: 'issues', payload: { action: 'closed', issue: { number }, repository } }
}

/** The event of the workflow's schedule. */
export const SWEEP: StageEvent = { name: 'schedule' }
