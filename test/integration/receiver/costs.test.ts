import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createReceiver } from '../../../receiver/app.ts'
import { sendByFetch } from '../../../receiver/fetch-sender.ts'
import { type FreeScoutEmulator, startFreeScout } from '../../support/freescout-emulator/index.ts'
import { type DispatchEvent, type GitHubEmulator, startGitHub } from '../../support/github-emulator/index.ts'
import { runInProcess } from '../../support/in-process.ts'
import { SECRET, settings } from '../../support/receiver.ts'
import { type EmulatorServer, serve } from '../../support/server.ts'

/* What a ticket costs in its life: the figures of docs/receiver-internals.md, replayed through the emulators. */

let freescout: FreeScoutEmulator
let github: GitHubEmulator
let receiver: EmulatorServer
let dispatches: DispatchEvent[]

beforeEach(async () => {
  freescout = await startFreeScout({ secret: SECRET })
  github = await startGitHub({ checkOpenApi: false })
  dispatches = []
  github.onDispatch(event => dispatches.push(event))
  const chosen = settings({ apiUrl: github.url, credentials: { kind: 'token', token: 'ghs_test' } })
  receiver = await serve(createReceiver({ settings: chosen, send: sendByFetch, log: () => {} }).fetch)
  freescout.subscribe(`${receiver.url}/api/webhooks/freescout/ops`)
})

afterEach(async () => {
  await Promise.all([freescout.close(), github.close(), receiver.close()])
})

const PAGE = readFileSync(new URL('../../../docs/receiver-internals.md', import.meta.url), 'utf8')

/** Does each step, and compares its cost with the PAGE's table. */
async function live(life: Record<string, () => unknown>): Promise<void> {
  for (const [name, act] of Object.entries(life)) {
    const { events, runs } = await costOf(act)
    expect(PAGE).toContain(`| ${name} | ${events} | ${runs} |`)
  }
}

/** Does something, waits for all its consequences, and counts the events that came in and the runs that went out. */
async function costOf(act: () => unknown): Promise<{ events: number; runs: number }> {
  const before = { events: receiver.log.length, runs: dispatches.length }
  act()
  for (let next = dispatches.length; ; ) {
    freescout.clock.advance(60_000)
    await freescout.deliver()
    if (next === dispatches.length && freescout.pending.length === 0) break
    for (; next < dispatches.length; next++) {
      const event = { name: 'repository_dispatch', payload: dispatches[next] }
      const { exitCode, log } = await runInProcess({ freescout, github }, event)
      expect(exitCode, log).toBe(0)
    }
  }
  return { events: receiver.log.length - before.events, runs: dispatches.length - before.runs }
}

it('A linked ticket costs as many runs as the page says', async () => {
  let id = 0
  await live({
    'a customer writes, a rule tags it': () => {
      id = freescout.addTicket({ subject: 'Orders time out', tags: ['bug'] }).id
    },
    'the customer adds something': () => freescout.customerReply(id),
    'an agent leaves a note': () => freescout.agentNote(id, '<p>Known since May.</p>'),
    'an agent answers and closes': () => freescout.closeByReply(id),
    'the customer writes again': () => freescout.customerReply(id),
    'an agent closes': () => freescout.closeTicket(id),
  })
})

it('A ticket that is never linked costs as many runs as the page says', async () => {
  let id = 0
  await live({
    'a customer writes': () => {
      id = freescout.addTicket({ subject: 'How do I pay?' }).id
    },
    'the customer adds something': () => freescout.customerReply(id),
    'an agent answers and closes': () => freescout.closeByReply(id),
  })
})
