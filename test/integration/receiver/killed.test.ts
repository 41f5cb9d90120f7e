import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import * as fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type FreeScoutEmulator, startFreeScout } from '../../support/freescout-emulator/index.ts'
import { type DispatchEvent, type GitHubEmulator, startGitHub } from '../../support/github-emulator/index.ts'
import { runInProcess } from '../../support/in-process.ts'
import { SECRET } from '../../support/receiver.ts'
import { listening } from '../../support/receiver-homes/home.ts'
import { ENV } from '../../support/receiver-requests.ts'

/*
 * The receiver has no queue that it could lose. FreeScout sends again what was not answered when the receiver was
 * killed. GitHub then gets some dispatches twice, and the action must not create anything twice.
 */

const NODE = join(import.meta.dirname, '..', '..', '..', 'receiver', 'node.ts')
const REPOSITORY = ENV.GITHUB_REPOSITORY
const TICKETS = 24
/** Repeats a run: SEED=… npx vitest run test/integration/receiver/killed.test.ts */
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000)
/** The receiver is killed while GitHub accepts one of these dispatches, counted from the start: five at random. */
const KILLED_AT =
  fc
    .sample(fc.uniqueArray(fc.integer({ min: 1, max: TICKETS }), { minLength: 5, maxLength: 5 }), {
      seed: SEED,
      numRuns: 1,
    })[0]
    ?.toSorted((one, other) => one - other) ?? []
/** A port that the system gives to nobody else: its own choice begins at 32768. */
const PORT = 20_000 + (process.pid % 10_000)
/** FreeScout's workers. */
const SENDERS = 6

let freescout: FreeScoutEmulator
let github: GitHubEmulator
/** The dispatches that GitHub accepted, as the workflow gets them. */
let dispatches: DispatchEvent[]
let child: ChildProcess | undefined
/** The latest restart. */
let reviving: Promise<unknown>

beforeEach(async () => {
  reviving = Promise.resolve()
  dispatches = []
  freescout = await startFreeScout({ secret: SECRET })
  github = await startGitHub({ checkOpenApi: false })
})

afterEach(async () => {
  await reviving.catch(() => {})
  child?.kill('SIGKILL')
  await Promise.all([freescout.close(), github.close()])
})

/** Starts the receiver on a port, the same one after each death. */
async function start(port: number): Promise<number> {
  const env = {
    ...ENV,
    GITHUB_TOKEN: 'ghs_test',
    GITHUB_API_URL: github.url,
    MAX_DISPATCHES_PER_MINUTE: '100000',
  }
  const starting = spawn(process.execPath, [NODE], {
    env: { ...env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const listensAt = await listening(starting)
  child = starting
  return listensAt
}

/** Sends what is due, then lets FreeScout's minutes pass and sends again what had no 2xx, until all is delivered. */
async function deliverAll(): Promise<{ attempts: number; failed: number }> {
  const count = { attempts: 0, failed: 0 }
  for (let round = 0; freescout.pending.length > 0; round++) {
    if (round > 60) throw new Error('FreeScout has still not delivered everything.')
    const sent = await Promise.all(Array.from({ length: SENDERS }, () => freescout.deliver()))
    for (const { status } of sent.flat()) {
      count.attempts++
      if (status !== 202 && status !== 200) count.failed++
    }
    freescout.clock.advance(2 * 60_000)
    // FreeScout's minutes are simulated, so wait for the restart.
    await reviving
  }
  return count
}

it('Every ticket is linked exactly once when the receiver is killed several times under load', async () => {
  const port = await start(PORT)
  freescout.subscribe(`http://127.0.0.1:${port}/api/webhooks/freescout/ops`)
  console.log(`Killed at the dispatches ${KILLED_AT.join(', ')} (SEED=${SEED}).`)
  let deaths = 0
  github.onDispatch(event => {
    dispatches.push(event)
    const victim = child
    const due = KILLED_AT[deaths]
    if (!victim || victim.killed || due === undefined || dispatches.length < due) return
    // GitHub has accepted the dispatch, and the receiver never learns about it.
    deaths++
    victim.kill('SIGKILL')
    reviving = once(victim, 'exit').then(() => start(port))
  })

  const ids = Array.from({ length: TICKETS }, (_, i) => {
    return freescout.addTicket({ subject: `Orders time out, ${i}`, tags: ['bug'] }).id
  })
  const { failed } = await deliverAll()
  expect(deaths).toBe(KILLED_AT.length)
  expect(failed).toBeGreaterThanOrEqual(deaths)
  const dispatched = dispatches.map(({ client_payload }) => client_payload.conversation_id)
  expect(new Set(dispatched)).toEqual(new Set(ids))
  expect(dispatched.length).toBeGreaterThan(TICKETS)

  await runAll()
  const issues = github.issues(REPOSITORY)
  expect(issues).toHaveLength(TICKETS)
  const urls = ids.map(id => freescout.field(id, 'github_issue_url'))
  expect(new Set(urls).size).toBe(TICKETS)
  for (const [i, id] of ids.entries()) {
    const issue = issues.find(({ number }) => urls[i]?.endsWith(`/issues/${number}`))
    expect(issue?.body).toContain(`ticket=${id} `)
    expect(freescout.notes(id)).toHaveLength(1)
  }
})

/** Runs the action for every dispatch, those included that its own writes cause. */
async function runAll(): Promise<void> {
  for (let next = 0; ; ) {
    for (; next < dispatches.length; next++) {
      const event = { name: 'repository_dispatch', payload: dispatches[next] }
      const { exitCode, log } = await runInProcess({ freescout, github }, event)
      expect(exitCode, log).toBe(0)
    }
    await deliverAll()
    if (next === dispatches.length) return
  }
}
