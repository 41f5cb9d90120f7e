import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'
import type { Run } from '../support/runner.ts'

type TicketStatus = 'active' | 'pending' | 'closed' | 'spam'
type IssueStatus = 'open' | 'completed' | 'not_planned' | 'duplicate'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

async function succeed(event: { name: string; payload?: unknown }, inputs: Record<string, string>) {
  const run = await runInProcess(bridge, event, { config: CONFIG, ...inputs })
  expect(run.exitCode, run.log).toBe(0)
  return run
}

const syncTicket = (id: number, config = CONFIG) =>
  succeed({ name: 'workflow_dispatch' }, { command: 'sync', conversation: String(id), config })
const syncIssue = () => succeed({ name: 'workflow_dispatch' }, { command: 'sync', issue: '1' })
const sweep = () => succeed({ name: 'schedule' }, {})

/** Does it once more, and asserts that nothing is written. */
async function expectSettled(rerun: () => Promise<Run>): Promise<void> {
  bridge.forget()
  await rerun()
  expect(bridge.writes()).toEqual([])
}

/** What our comments on the issue announce, in their order. */
const announced = () =>
  bridge.github
    .comments(HOME, 1)
    .flatMap(
      ({ body }) => /^\[freescout-autolink\] FreeScout ticket (resolved|reopened) /.exec(body)?.[1] ?? [],
    )

/** A linked ticket that was given each status after the other, with a run after each. */
async function ticketThrough(statuses: TicketStatus[]): Promise<number> {
  const id = bridge.ticket()
  await syncTicket(id)
  for (const status of statuses) {
    bridge.freescout.clock.advance(60_000)
    bridge.freescout.setStatus(id, status)
    await syncTicket(id)
  }
  return id
}

describe('What the issue hears when the status of its ticket changes', () => {
  const before: Record<TicketStatus, string[]> = { active: [], pending: [], closed: ['resolved'], spam: [] }
  const transitions: [TicketStatus, TicketStatus, string[]][] = [
    ['active', 'pending', []],
    ['active', 'closed', ['resolved']],
    ['active', 'spam', []],
    ['pending', 'active', []],
    ['pending', 'closed', ['resolved']],
    ['pending', 'spam', []],
    ['closed', 'active', ['reopened']],
    ['closed', 'pending', ['reopened']],
    ['closed', 'spam', []],
    ['spam', 'active', []],
    ['spam', 'pending', []],
    ['spam', 'closed', ['resolved']],
  ]
  it.each(transitions)('a ticket that goes from %s to %s announces %j', async (from, to, expected) => {
    const id = await ticketThrough([from])
    expect(announced()).toEqual(before[from])
    bridge.freescout.clock.advance(60_000)
    bridge.freescout.setStatus(id, to)
    await syncTicket(id)
    expect(announced()).toEqual([...before[from], ...expected])
    await expectSettled(() => syncTicket(id))
    await expectSettled(sweep)
  })

  it.each(transitions)(
    'the sweep announces the same for a ticket that goes from %s to %s',
    async (from, to, expected) => {
      const id = await ticketThrough([from])
      bridge.freescout.clock.advance(60_000)
      bridge.freescout.setStatus(id, to)
      await sweep()
      expect(announced()).toEqual([...before[from], ...expected])
    },
  )

  it('a closed ticket that was marked as spam by mistake announces its reopening when it is active again', async () => {
    const id = await ticketThrough(['closed', 'spam', 'active'])
    expect(announced()).toEqual(['resolved', 'reopened'])
    await expectSettled(() => syncTicket(id))
  })

  it.each<[TicketStatus, 'open' | 'closed']>([
    ['active', 'open'],
    ['pending', 'open'],
    ['closed', 'closed'],
    ['spam', 'closed'],
  ])('an issue whose other ticket is %s is %s after its ticket was closed', async (other, state) => {
    const config = `${CONFIG}issue: { on-ticket-closed: close }\n`
    const first = bridge.ticket()
    await syncTicket(first)
    const second = bridge.ticket({ tags: [], fields: { github_issue_url: issueUrl(1) } })
    await syncTicket(second)
    if (other !== 'active') bridge.freescout.setStatus(second, other)
    bridge.freescout.closeTicket(first)
    await syncTicket(first, config)
    expect(bridge.github.issue(HOME, 1).state).toBe(state)
  })
})

describe('What the ticket hears when the state of its issue changes', () => {
  const put = (status: IssueStatus) => {
    bridge.github.clock.advance(60_000)
    if (status === 'open') bridge.github.reopenIssue(HOME, 1)
    else bridge.github.closeIssue(HOME, 1, status)
  }
  const noted = (id: number) =>
    bridge.freescout
      .notes(id)
      .flatMap(note => /key=(closed:\w+|reopened)/.exec(note)?.[1] ?? [])
      .reverse()
  const closings: Exclude<IssueStatus, 'open'>[] = ['completed', 'not_planned', 'duplicate']

  it.each(closings)(
    'an issue that is closed as %s, reopened and closed again is noted three times',
    async reason => {
      const id = bridge.ticket()
      await syncTicket(id)
      for (const status of [reason, 'open', reason] as const) {
        put(status)
        await syncIssue()
        await expectSettled(syncIssue)
      }
      expect(noted(id)).toEqual([`closed:${reason}`, 'reopened', `closed:${reason}`])
    },
  )
})
