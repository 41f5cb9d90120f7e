import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueMarker } from '../../src/marks.ts'
import { ticketLinkComment } from '../../src/render/comment.ts'
import { ENGLISH } from '../../src/texts/english.ts'
import {
  type Bridge,
  CONFIG,
  closeUnharmed,
  dispatchOf,
  HOME,
  issueUrl,
  startBridge,
} from '../support/bridge.ts'
import { instantClock, runInProcess } from '../support/in-process.ts'

/*
 * A busy repository: issues of tickets change all the time, and nothing of it concerns a ticket. A sweep finds what does,
 * and asks about nothing else.
 */

const HOUR = 3_600_000
const DAY = 24 * HOUR
const BOT = { author: 'github-actions[bot]', association: 'NONE' }

let bridge: Bridge
/** By how much the clocks of both services and of the runs are ahead of the machine's, in milliseconds. */
let ahead: number

beforeEach(async () => {
  bridge = await startBridge()
  ahead = 0
})

afterEach(() => closeUnharmed(bridge))

function pass(ms: number): void {
  ahead += ms
  bridge.freescout.clock.advance(ms)
  bridge.github.clock.advance(ms)
}

async function run(event: { name: string; payload?: unknown }, config = CONFIG) {
  const clock = instantClock()
  const later = { ...clock, now: () => clock.now() + ahead }
  const done = await runInProcess(bridge, event, { config }, { clock: later })
  expect(done.exitCode, done.log).toBe(0)
  return done
}

const sweep = (config?: string) => run({ name: 'schedule' }, config)
const ticketUrl = (id: number) => `${bridge.freescout.url}/conversation/${id}`
const asked = () => bridge.github.log.filter(({ path }) => path === '/graphql')
/** The requests about one issue. */
const perIssue = () => bridge.github.log.filter(({ path }) => /\/issues\/\d/.test(path))

/** Tickets that were linked three weeks ago, each with an issue of its own that was made from it. */
function linkedTickets(count: number): void {
  const createdAt = new Date(Date.now() - 20 * DAY)
  for (let at = 1; at <= count; at++) {
    const tags = ['bug', 'auto-linked']
    const { id } = bridge.freescout.addTicket({ subject: `Linked ${at}`, tags, createdAt })
    const { number } = bridge.github.addIssue(HOME, {
      title: `Linked ${at}`,
      body: `Text.\n\n${issueMarker({ id, url: ticketUrl(id) })}`,
      labels: ['bug', 'freescout-linked'],
      createdAt: createdAt.toISOString(),
      ...BOT,
    })
    bridge.freescout.setField(id, 'github_issue_url', issueUrl(number))
  }
}

/** Issue 1, made from a ticket by a run long ago. Gives the ticket's id. */
async function linkedLongAgo(): Promise<number> {
  const id = bridge.ticket()
  await run({ name: 'repository_dispatch', payload: dispatchOf(id, bridge.github) })
  pass(DAY)
  return id
}

/** Issue 1, from which a run made ticket 1 long ago. */
async function ticketFromIssue(): Promise<number> {
  bridge.github.addIssue(HOME, { title: 'Orders time out' })
  bridge.github.label(HOME, 1, 'customer-reported')
  await run({
    name: 'issues',
    payload: {
      action: 'labeled',
      issue: { number: 1 },
      label: { name: 'customer-reported' },
      repository: { full_name: HOME },
    },
  })
  pass(DAY)
  return 1
}

const touch = (number = 1) => bridge.github.editIssue(HOME, number, { title: `Touched ${number}` })

describe('What a sweep costs when issues change', () => {
  it('a sweep over 2,000 linked tickets whose issues all changed links 20 others, and asks about none of the 2,000', async () => {
    linkedTickets(2000)
    for (let number = 1; number <= 2000; number++) touch(number)
    for (let at = 0; at < 20; at++) bridge.ticket({ subject: `Unlinked ${at}` })
    bridge.forget()
    await sweep()
    const requests = [...bridge.freescout.log, ...bridge.github.log]
    const lists = requests.filter(({ method, path }) => method === 'GET' && path.includes('page'))
    console.log(
      `2,000 changed issues, 20 tickets to link: ${requests.length} requests, ${lists.length} of them pages.`,
    )
    expect(bridge.github.issues(HOME)).toHaveLength(2020)
    expect(requests.length).toBeLessThanOrEqual(lists.length + 7 * 20 + 20)
    expect(bridge.github.log.length).toBeLessThanOrEqual(200)
    await bridge.again(sweep)
    expect(perIssue()).toEqual([])
    expect(asked()).toEqual([])
  }, 60_000)

  it('a sweep asks once about 50 changed issues of which the lists do not say enough', async () => {
    linkedTickets(120)
    for (let number = 1; number <= 120; number++) bridge.github.label(HOME, number, 'needs-customer-confirm')
    pass(DAY)
    for (let number = 1; number <= 120; number++) touch(number)
    bridge.forget()
    const swept = await sweep()
    expect(swept.outputs.changes).toBe('[]')
    expect(perIssue()).toEqual([])
    expect(asked()).toHaveLength(3)
  })

  it('a sweep over a quiet repository makes no more requests than its lists have pages', async () => {
    await linkedLongAgo()
    bridge.forget()
    await sweep()
    expect(bridge.github.log.map(({ method }) => method)).toEqual(Array.from({ length: 8 }, () => 'GET'))
  })
})

describe('A sweep finds what no event announced', () => {
  it.each<[string, string, () => void]>([
    ['a closing', 'closed as completed', () => bridge.github.closeIssue(HOME, 1, 'completed')],
    ['a label', 'confirm the fix', () => bridge.github.label(HOME, 1, 'needs-customer-confirm')],
  ])('of an issue that was made from a ticket: %s', async (_, text, happen) => {
    const id = await linkedLongAgo()
    happen()
    pass(2 * HOUR)
    await sweep()
    expect(bridge.freescout.notes(id).at(0)).toContain(text)
    await bridge.again(sweep)
  })

  it.each<[string, string, () => void]>([
    ['a closing', 'closed as completed', () => bridge.github.closeIssue(HOME, 1, 'completed')],
    ['a label', 'confirm the fix', () => bridge.github.label(HOME, 1, 'needs-customer-confirm')],
  ])('of an issue from which a ticket was made: %s', async (_, text, happen) => {
    const id = await ticketFromIssue()
    happen()
    pass(2 * HOUR)
    await sweep()
    expect(bridge.freescout.notes(id).at(0)).toContain(text)
    await bridge.again(sweep)
  })

  it('a reopening of an issue whose closing was announced', async () => {
    const id = await linkedLongAgo()
    bridge.github.closeIssue(HOME, 1, 'completed')
    await sweep()
    pass(DAY)
    bridge.github.reopenIssue(HOME, 1)
    pass(2 * HOUR)
    await sweep()
    expect(bridge.freescout.notes(id).at(0)).toContain('reopened')
    await bridge.again(sweep)
  })

  it('a comment that named the ticket and was deleted', async () => {
    const id = await ticketFromIssue()
    const [comment] = bridge.github.comments(HOME, 1)
    bridge.github.deleteComment(HOME, 1, Number(comment?.id))
    touch()
    await sweep()
    expect(bridge.github.comments(HOME, 1).map(({ body }) => body)).toEqual([
      ticketLinkComment(ticketUrl(id), ENGLISH),
    ])
    await bridge.again(sweep)
  })

  it('a comment that named the ticket and was edited', async () => {
    const id = await ticketFromIssue()
    const [comment] = bridge.github.comments(HOME, 1)
    bridge.github.editComment(HOME, 1, Number(comment?.id), 'Never mind.')
    touch()
    await sweep()
    expect(bridge.github.comments(HOME, 1).at(-1)?.body).toBe(ticketLinkComment(ticketUrl(id), ENGLISH))
    await bridge.again(sweep)
  })

  it('a closed issue with a label that asks for a ticket', async () => {
    bridge.github.addIssue(HOME, { title: 'Orders time out' })
    bridge.github.label(HOME, 1, 'customer-reported')
    bridge.github.closeIssue(HOME, 1, 'completed')
    await sweep()
    expect(bridge.freescout.field(1, 'github_issue_url')).toBe(issueUrl(1))
    await bridge.again(sweep)
  })

  it('a change that GitHub does not answer about is looked at', async () => {
    const id = await linkedLongAgo()
    bridge.github.label(HOME, 1, 'needs-customer-confirm')
    bridge.github.faults.push({
      match: ({ path }) => path === '/graphql',
      trouble: { answer: { status: 403, body: '{"message":"Resource not accessible by integration"}' } },
    })
    const swept = await sweep()
    expect(swept.log).toContain('Looking at 1 changed issues one by one.')
    expect(bridge.freescout.notes(id).at(0)).toContain('confirm the fix')
  })
})

describe('A sweep asks nothing about a changed issue', () => {
  it('that was closed long ago', async () => {
    await linkedLongAgo()
    bridge.github.closeIssue(HOME, 1, 'completed')
    await sweep()
    pass(DAY)
    touch()
    bridge.forget()
    await sweep()
    expect([...perIssue(), ...asked()]).toEqual([])
  })

  it.each<[string, () => void]>([
    ['got its label', () => bridge.github.label(HOME, 1, 'needs-customer-confirm')],
    [
      'was reopened',
      () => {
        bridge.github.closeIssue(HOME, 1, 'completed')
        bridge.github.reopenIssue(HOME, 1)
      },
    ],
  ])('one by one that %s long ago: one question is enough', async (_, happen) => {
    await linkedLongAgo()
    happen()
    await sweep()
    pass(DAY)
    touch()
    bridge.forget()
    await sweep()
    expect(perIssue()).toEqual([])
    expect(asked()).toHaveLength(1)
  })
})
