import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runInProcess } from '../e2e/in-process.ts'
import { type FreeScoutEmulator, startFreeScout } from '../emulator/freescout/index.ts'
import { type GitHubEmulator, startGitHub } from '../emulator/github/index.ts'
import { listening } from './homes/home.ts'
import { ENV } from './requests.ts'
import { SECRET } from './support.ts'

/*
 * The receiver has no queue of its own to lose: what it had not answered when it was killed is FreeScout's to send
 * again, and what GitHub had taken already comes twice, which the action is made for.
 */

const NODE = join(import.meta.dirname, '..', '..', 'receiver', 'node.ts')
const REPOSITORY = ENV.GITHUB_REPOSITORY
const TICKETS = 24
/** Killed while GitHub is taking one of these dispatches, counted from the start. */
const KILLED_AT = [3, 4, 11, 19, 27]
/** FreeScout's workers. */
const SENDERS = 6

let freescout: FreeScoutEmulator
let github: GitHubEmulator
let child: ChildProcess | undefined

beforeEach(async () => {
  freescout = await startFreeScout({ secret: SECRET })
  github = await startGitHub({ checkOpenApi: false })
})

afterEach(async () => {
  child?.kill('SIGKILL')
  await Promise.all([freescout.close(), github.close()])
})

/** Starts the receiver on a port, the same one after each death. */
async function start(port: number): Promise<number> {
  const env = { ...ENV, GITHUB_TOKEN: 'ghs_test', GITHUB_API_URL: github.url, MAX_DISPATCHES_PER_MINUTE: '100000' }
  child = spawn(process.execPath, [NODE], {
    env: { ...env, HOST: '127.0.0.1', PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return listening(child)
}

/** Sends what is due, then lets FreeScout's minutes pass and sends again what had no 2xx, until all is delivered. */
async function deliverAll(): Promise<{ attempts: number; failed: number }> {
  const count = { attempts: 0, failed: 0 }
  for (let round = 0; freescout.pending.length > 0; round++) {
    if (round > 30) throw new Error('FreeScout has still not delivered everything.')
    const sent = await Promise.all(Array.from({ length: SENDERS }, () => freescout.deliver()))
    for (const { status } of sent.flat()) {
      count.attempts++
      if (status !== 202 && status !== 200) count.failed++
    }
    freescout.clock.advance(2 * 60_000)
    await child?.exitCode
  }
  return count
}

it('killed again and again under load: every ticket is dispatched, and linked exactly once', async () => {
  const port = await start(0)
  freescout.subscribe(`http://127.0.0.1:${port}/api/webhooks/freescout/ops`)
  let reviving: Promise<unknown> = Promise.resolve()
  let deaths = 0
  github.onDispatch(() => {
    // GitHub has taken it, and the receiver will never know.
    if (github.dispatches.length !== KILLED_AT[deaths] || !child) return
    deaths++
    const dying = once(child, 'exit')
    child.kill('SIGKILL')
    reviving = dying.then(() => start(port))
  })

  const ids = Array.from({ length: TICKETS }, (_, i) => {
    return freescout.addTicket({ subject: `Orders time out, ${i}`, tags: ['bug'] }).id
  })
  const { failed } = await deliverAll()
  await reviving
  expect(deaths).toBe(KILLED_AT.length)
  expect(failed).toBeGreaterThanOrEqual(deaths)
  const dispatched = github.dispatches.map(({ client_payload }) => client_payload.conversation_id)
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
    for (; next < github.dispatches.length; next++) {
      const event = { name: 'repository_dispatch', payload: github.dispatches[next] }
      const { exitCode, log } = await runInProcess({ freescout, github }, event)
      expect(exitCode, log).toBe(0)
    }
    await deliverAll()
    if (next === github.dispatches.length) return
  }
}
