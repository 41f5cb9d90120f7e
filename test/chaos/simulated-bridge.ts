import { main } from '../../src/main.ts'
import { createFakeCore } from '../support/fake-core.ts'
import { startFreeScout } from '../support/freescout-emulator/index.ts'
import { startGitHub } from '../support/github-emulator/index.ts'
import {
  CONFIG,
  type FaultyBridge,
  HOME,
  inputsFor,
  REPOSITORIES,
  type RunEnd,
  type Subject,
  TICKETS,
} from './faulty-bridge.ts'
import { createNetwork, type Latency, type Network } from './network.ts'
import { randomFrom } from './random.ts'
import { startTimeline, type Timeline } from './timeline.ts'

/** A bridge on which time is simulated; `network` lists every request that was made. */
export type SimulatedBridge = FaultyBridge & {
  timeline: Timeline
  network: Network
  /** From now on every wait of a run ends so many milliseconds late, as on a machine that has too much to do. */
  endWaitsLate: (lateBy: () => number) => void
}

/** How long after its start a run is started at the latest, when several are started "at once". */
export type Options = { seed?: number; latency?: Latency; startWithinMs?: number; checkOpenApi?: boolean }

/** Opens a bridge in this process: `main()` gets a simulated clock and network between the emulators. */
export async function openSimulatedBridge(options: Options = {}): Promise<SimulatedBridge> {
  const timeline = startTimeline()
  const random = randomFrom(options.seed ?? 0)
  const now = () => new Date(timeline.now())
  const [freescout, github] = await Promise.all([
    startFreeScout({ now }),
    startGitHub({ now, repositories: REPOSITORIES, checkOpenApi: options.checkOpenApi ?? true }),
  ])
  const network = createNetwork(timeline, { random, ...(options.latency && { latency: options.latency }) })
  let runs = 0
  let lateBy = () => 0

  async function runOne(subject: Subject, config: string): Promise<RunEnd> {
    await timeline.sleep(options.startWithinMs ? random.below(options.startWithinMs) : 0)
    const startedAt = timeline.now()
    const end: RunEnd = { exitCode: 0, log: '', outputs: {}, summary: '', killed: false, took: 0 }
    let kill = () => {}
    const killed = new Promise<void>(resolve => {
      kill = () => {
        end.killed = true
        resolve()
      }
    })
    const env = variablesFor(inputsFor(subject, { freescout }, config), github.url)
    const work = main({
      env,
      core: createFakeCore(env, end),
      clock: {
        now: timeline.now,
        sleep: ms => (end.killed ? new Promise(() => {}) : timeline.sleep(ms + lateBy())),
      },
      fetch: network.fetchOf({
        id: runs++,
        look: () => end.log.split('Looking at both sides again').length,
        dead: () => end.killed,
        kill: () => kill(),
      }),
    })
    await Promise.race([work, killed])
    end.took = timeline.now() - startedAt
    return end
  }

  return {
    timeline,
    network,
    freescout,
    github,
    async run(subjects, config = CONFIG + TICKETS) {
      const ends = await timeline.passUntil(Promise.all(subjects.map(subject => runOne(subject, config))))
      await timeline.runOut()
      return ends
    },
    pass: timeline.skip,
    addFault: fault => void network.faults.push(fault),
    endWaitsLate: late => {
      lateBy = late
    },
    clearFaults: () => {
      network.faults.length = 0
      lateBy = () => 0
    },
    close: async () => {
      await Promise.all([freescout.close(), github.close()])
    },
  }
}

function variablesFor(inputs: Record<string, string>, apiUrl: string): Record<string, string> {
  const all = { 'github-token': 'ghs_test', ...inputs }
  return {
    GITHUB_EVENT_NAME: 'workflow_dispatch',
    GITHUB_API_URL: apiUrl,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: HOME,
    ...Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  }
}
