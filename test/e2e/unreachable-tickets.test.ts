import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const byHand = (inputs: Record<string, string>) =>
  runInProcess(bridge, { name: 'workflow_dispatch' }, { command: 'sync', config: CONFIG, ...inputs })
const syncTicket = (id: number) => byHand({ conversation: String(id) })
const syncIssue = (number = 1) => byHand({ issue: String(number) })
const sweep = () => runInProcess(bridge, { name: 'schedule' }, { config: CONFIG })

type Case = { name: string; reason: string; happen: (id: number) => void }

const CASES: Case[] = [
  {
    name: 'was merged into another',
    reason: 'ticket-not-published',
    happen: id => bridge.freescout.merge(id, bridge.ticket({ subject: 'Survivor', tags: [] })),
  },
  {
    name: 'was deleted',
    reason: 'ticket-not-published',
    happen: id => {
      bridge.freescout.ticket(id).state = 'deleted'
    },
  },
  {
    name: 'is a draft',
    reason: 'ticket-not-published',
    happen: id => {
      bridge.freescout.ticket(id).state = 'draft'
    },
  },
  {
    name: 'is spam',
    reason: 'ticket-is-spam',
    happen: id => bridge.freescout.setStatus(id, 'spam'),
  },
]

/** A ticket with its issue, whose tag is missing, so that something is left to complete. */
async function linkedTicket(): Promise<number> {
  const id = bridge.ticket()
  await syncTicket(id)
  bridge.freescout.setTags(id, ['bug'])
  return id
}

const writesTo = (id: number) =>
  bridge.writes().filter(({ path }) => new RegExp(`/conversations/${id}(/|$)`).test(path))

describe('A linked ticket to which nothing may be written', () => {
  it.each(CASES)(
    'nothing is written when a linked ticket $name, and the run says why',
    async ({ reason, happen }) => {
      const id = await linkedTicket()
      bridge.freescout.closeTicket(id)
      happen(id)
      bridge.forget()
      const run = await syncTicket(id)
      expect(run.exitCode, run.log).toBe(0)
      expect(run.outputs).toMatchObject({ result: 'skipped', reason, 'conversation-id': String(id) })
      expect(bridge.writes()).toEqual([])
    },
  )

  it.each(CASES)(
    'a ticket that $name hears nothing of its issue, and the run says why',
    async ({ reason, happen }) => {
      const id = await linkedTicket()
      happen(id)
      bridge.github.closeIssue(HOME, 1)
      bridge.forget()
      const run = await syncIssue()
      expect(run.exitCode, run.log).toBe(0)
      expect(run.outputs).toMatchObject({ result: 'skipped', reason, 'conversation-id': String(id) })
      expect(run.log).not.toContain('::warning')
      expect(bridge.writes()).toEqual([])
    },
  )

  it.each(CASES)('a sweep writes nothing to a linked ticket that $name', async ({ happen }) => {
    const id = await linkedTicket()
    bridge.freescout.closeTicket(id)
    happen(id)
    bridge.github.closeIssue(HOME, 1)
    bridge.forget()
    const run = await sweep()
    expect(run.exitCode, run.log).toBe(0)
    expect(writesTo(id)).toEqual([])
  })

  it.each(CASES)('an issue gets no second ticket when its ticket $name', async ({ reason, happen }) => {
    const { number } = bridge.github.addIssue(HOME, { title: 'It is back' })
    bridge.github.label(HOME, number, 'regression')
    expect((await syncIssue(number)).outputs.result).toBe('created')
    happen(1)
    const before = bridge.freescout.tickets.size
    bridge.forget()
    const run = await syncIssue(number)
    expect(run.outputs, run.log).toMatchObject({ result: 'skipped', reason })
    expect(bridge.freescout.tickets.size).toBe(before)
    expect(bridge.writes()).toEqual([])
  })

  it('a ticket beside a spam ticket hears of their issue', async () => {
    const spam = await linkedTicket()
    const other = bridge.ticket({ tags: [], fields: { github_issue_url: issueUrl(1) } })
    await syncTicket(other)
    bridge.freescout.setStatus(spam, 'spam')
    bridge.github.closeIssue(HOME, 1)
    bridge.forget()
    const run = await syncIssue()
    expect(run.outputs, run.log).toMatchObject({ result: 'noted', 'conversation-id': String(other) })
    expect(writesTo(spam)).toEqual([])
  })
})
