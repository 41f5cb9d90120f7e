import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueMarker } from '../../src/marks.ts'
import { type Bridge, dispatchOf, HOME, issueUrl, lines, startBridge } from '../support/bridge.ts'
import type { TicketInput } from '../support/freescout-emulator/index.ts'
import { instantClock, runInProcess } from '../support/in-process.ts'

/*
 * A ticket that a program made seconds ago, without a trigger tag: its tags may be on their way, so the run waits for a while.
 */

type Source = NonNullable<TicketInput['source']>

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(async () => {
  expect(bridge.github.violations).toEqual([])
  await bridge.close()
})

/** Runs for the ticket; `meanwhile` happens in the first wait. Gives the outputs and what was slept, in seconds. */
async function sync(id: number, meanwhile: () => void = () => {}) {
  const clock = instantClock(() => {
    if (clock.sleeps.length === 1) meanwhile()
  })
  const event = { name: 'repository_dispatch', payload: dispatchOf(id, bridge.github) }
  const run = await runInProcess(bridge, event, {}, { clock })
  expect(run.exitCode, run.log).toBe(0)
  return { outputs: run.outputs, waited: clock.sleeps.map(ms => ms / 1000) }
}

/** A ticket that a program has just made through the API, as FreeScout reports it. */
const fresh = (fields: Record<string, string> = {}, source: Source = { type: 'api', via: 'customer' }) =>
  bridge.freescout.addTicket({ subject: 'Orders are rejected', fields, source }).id

describe('A ticket that is seconds old', () => {
  it('a run looks at a fresh ticket again until its tags are there', async () => {
    const id = fresh()
    const { outputs, waited } = await sync(id, () => bridge.freescout.setTags(id, ['bug']))
    expect(outputs.result).toBe('created')
    expect(waited).toEqual([1.5])
  })

  it.each<Source>([
    { type: 'email', via: 'customer' },
    { type: 'web', via: 'user' },
  ])(
    'a run does not wait for the tags of a fresh ticket that did not come through the API: %o',
    async source => {
      const { outputs, waited } = await sync(fresh({}, source))
      expect(outputs.reason).toBe('no-trigger-tag')
      expect(waited).toEqual([])
    },
  )

  it('a mail that a Workflow tags after its run is found by the next sweep', async () => {
    const id = fresh({}, { type: 'email', via: 'customer' })
    expect((await sync(id)).outputs.reason).toBe('no-trigger-tag')
    bridge.freescout.setTags(id, ['bug'])
    const swept = await runInProcess(bridge, { name: 'schedule' })
    expect(swept.exitCode, swept.log).toBe(0)
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe(issueUrl(1))
  })

  it('a run gives up a fresh ticket without tags after ten seconds', async () => {
    const { outputs, waited } = await sync(fresh())
    expect(outputs.reason).toBe('no-trigger-tag')
    expect(waited).toEqual([1.5, 3.5, 5])
  })

  it('a fresh ticket that is moved meanwhile to a mailbox that nobody watches becomes no issue', async () => {
    const id = fresh()
    const { outputs } = await sync(id, () => {
      bridge.freescout.move(id, 'internal@raxx.app')
      bridge.freescout.setTags(id, ['bug'])
    })
    expect(outputs.reason).toBe('mailbox-not-watched')
    expect(bridge.github.issues(HOME)).toEqual([])
    expect(lines(bridge.writes())).toEqual([])
  })

  it('a fresh ticket gets no second issue when another run has filed one meanwhile and did not finish', async () => {
    const id = fresh()
    const { outputs } = await sync(id, () => {
      const url = `${bridge.freescout.url}/conversation/${id}`
      const body = issueMarker({ id, url })
      bridge.github.addIssue(HOME, { title: 'Orders are rejected', body, author: 'github-actions[bot]' })
      bridge.freescout.setTags(id, ['bug'])
    })
    expect(outputs.result).toBe('adopted')
    expect(bridge.github.issues(HOME)).toHaveLength(1)
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe(issueUrl(1))
  })

  it('a fresh ticket that is deleted meanwhile is no error', async () => {
    const id = fresh()
    const { outputs } = await sync(id, () => void bridge.freescout.tickets.delete(id))
    expect(outputs).toMatchObject({ result: 'skipped', reason: 'ticket-not-found' })
  })

  it('a run does not wait for the tags of a fresh ticket that is linked already', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Known' })
    const { outputs, waited } = await sync(fresh({ github_issue_url: issueUrl(number) }))
    expect(outputs.result).toBe('linked')
    expect(waited).toEqual([])
  })
})
