import { describe, expect, it } from 'vitest'
import { FIELD, lineOf } from '../chaos/faulty-bridge.ts'
import type { NetworkTrouble } from '../chaos/network.ts'
import { openSimulatedBridge, type SimulatedBridge } from '../chaos/simulated-bridge.ts'
import { tagged } from '../chaos/situation.ts'
import { type Bridge, HOME, issueUrl, startBridge } from '../support/bridge.ts'
import type { Trouble } from '../support/server.ts'

/** Does something with the bundle between its own two servers; several tests may run at once. */
async function withBridge(test: (bridge: Bridge) => Promise<void>): Promise<void> {
  const bridge = await startBridge()
  try {
    await test(bridge)
    expect(bridge.github.violations).toEqual([])
    expect(bridge.freescout.mails.filter(({ to }) => to === 'customer')).toEqual([])
  } finally {
    await bridge.close()
  }
}

/** The next request of this kind is in trouble. */
function befall({ freescout, github }: Bridge, request: RegExp, trouble: Trouble): void {
  for (const server of [freescout, github]) {
    server.faults.push({ match: asked => request.test(lineOf(asked)), trouble })
  }
}

const WRITES_OF_A_TICKET: [string, RegExp][] = [
  ['the issue', /^POST \/repos\/.*\/issues$/],
  ['the field', /^PUT .*\/custom_fields$/],
  ['the note', /^POST .*\/threads$/],
  ['the tag', /^PUT .*\/tags$/],
]
const WRITES_OF_AN_ISSUE: [string, RegExp][] = [
  ['the ticket', /^POST \/api\/conversations$/],
  ['the tags', /^PUT .*\/tags$/],
  ['the sentinel comment', /\/comments$/],
]

describe('With the bundle and a lost answer', () => {
  it.concurrent.for(WRITES_OF_A_TICKET)(
    'after a lost answer to the request that writes %s of a ticket, it is there once, and a rerun writes nothing',
    ([, request]) =>
      withBridge(async bridge => {
        const id = bridge.ticket()
        befall(bridge, request, { dropAfter: true })
        const run = await bridge.dispatch(id)
        expect(run.exitCode, run.log).toBe(0)
        expect(bridge.github.issues(HOME)).toHaveLength(1)
        expect(bridge.freescout.field(id, FIELD)).toBe(issueUrl(1))
        expect(bridge.freescout.notes(id)).toHaveLength(1)
        expect([...bridge.freescout.ticket(id).tags]).toEqual(['bug', 'auto-linked'])
        await bridge.again(() => bridge.dispatch(id))
      }),
  )

  it.concurrent.for(WRITES_OF_AN_ISSUE)(
    'after a lost answer to the request that writes %s of an issue, it is there once, and a rerun writes nothing',
    ([, request]) =>
      withBridge(async bridge => {
        const { number } = bridge.github.addIssue(HOME, { title: 'Orders time out' })
        befall(bridge, request, { dropAfter: true })
        const run = await bridge.label(number, 'regression')
        expect(run.exitCode, run.log).toBe(0)
        expect(bridge.freescout.tickets.size).toBe(1)
        expect([...bridge.freescout.ticket(1).tags]).toEqual(['_from_github', 'bug', 'regression'])
        expect(bridge.github.comments(HOME, number)).toHaveLength(1)
        await bridge.again(() => bridge.label(number, 'regression', { again: true }))
      }),
  )

  it.concurrent('after a lost answer to the comment on a closing, the comment is there once', () =>
    withBridge(async bridge => {
      const id = bridge.ticket()
      await bridge.dispatch(id)
      bridge.freescout.closeTicket(id)
      befall(bridge, /\/comments$/, { dropAfter: true })
      const run = await bridge.dispatch(id)
      expect(run.exitCode, run.log).toBe(0)
      expect(bridge.github.comments(HOME, 1)).toHaveLength(1)
      await bridge.again(() => bridge.dispatch(id))
    }))
})

describe('With the bundle', () => {
  it.concurrent('a proxy’s page with status 200 instead of a comment is no comment', () =>
    withBridge(async bridge => {
      const { number } = bridge.github.addIssue(HOME, { title: 'Known' })
      const id = bridge.ticket({ tags: [], fields: { [FIELD]: issueUrl(number) } })
      befall(bridge, /^POST .*\/comments$/, { answer: { status: 200, headers: HTML, body: PAGE } })
      const run = await bridge.dispatch(id)
      expect(run.exitCode, run.log).toBe(0)
      expect(bridge.github.comments(HOME, number)).toHaveLength(1)
    }))

  it.concurrent('an expired API key stops the run, which says what to do and what was done', () =>
    withBridge(async bridge => {
      const id = bridge.ticket()
      befall(bridge, /^POST .*\/threads$/, { answer: { status: 401, body: '{"message":"Not Authorized"}' } })
      const run = await bridge.dispatch(id)
      expect(run.exitCode).toBe(1)
      expect(run.outputs.changes).toBe('["create-issue","set-field"]')
      expect(run.log).toContain('Check the secret FREESCOUT_API_KEY')
      expect((await bridge.dispatch(id)).outputs.changes).toBe('["add-note","add-tag"]')
    }))

  it.concurrent('a run does not repeat a create that failed; the next run makes it', () =>
    withBridge(async bridge => {
      const id = bridge.ticket()
      befall(bridge, /^POST \/repos\/.*\/issues$/, { answer: { status: 502, headers: HTML, body: PAGE } })
      const run = await bridge.dispatch(id)
      expect(run.exitCode).toBe(1)
      expect(run.log).toContain('It is not created a second time now. Run the workflow again')
      expect((await bridge.dispatch(id)).outputs.result).toBe('created')
      expect(bridge.github.issues(HOME)).toHaveLength(1)
    }))
})

const HTML = { 'content-type': 'text/html' }
const PAGE = '<!doctype html><title>Bad gateway</title>'
const answer = (status: number, headers: Record<string, string> = {}, body = '{"message":"x"}'): Trouble => ({
  answer: { status, headers, body },
})
const SECONDARY = '{"message":"You have exceeded a secondary rate limit."}'

/** In simulated time: a tagged ticket, and trouble with the requests that match. */
async function filing(
  { trouble, request, times = 1 }: { trouble: NetworkTrouble; request: RegExp; times?: number },
  test: (
    simulated: SimulatedBridge,
    outcome: { exitCode: number; seconds: number; log: string; changes: string },
  ) => Promise<void> | void,
): Promise<void> {
  const simulated = await openSimulatedBridge()
  try {
    const ticket = tagged(simulated)
    simulated.addFault({ match: asked => request.test(lineOf(asked)), times, trouble })
    const [end] = await simulated.run([{ ticket }])
    simulated.clearFaults()
    const { exitCode = -1, took = 0, log = '', outputs } = end ?? {}
    await test(simulated, { exitCode, seconds: took / 1000, log, changes: outputs?.changes ?? '' })
    await simulated.run([{ ticket }])
    expect(simulated.github.issues(HOME)).toHaveLength(1)
    expect(simulated.freescout.field(ticket, FIELD)).toBe(issueUrl(1))
    expect(simulated.freescout.notes(ticket)).toHaveLength(1)
    expect([...simulated.freescout.ticket(ticket).tags]).toEqual(['bug', 'auto-linked'])
  } finally {
    await simulated.close()
  }
}

const FIELD_WRITE = /^PUT .*custom_fields$/
const ISSUE_CREATE = /^POST .*\/issues$/
const TICKET_READ = /^GET \/api\/conversations\/1$/

describe('Trouble that passes', () => {
  const passing: [string, RegExp, Trouble, number][] = [
    ['a 500', FIELD_WRITE, answer(500), 1],
    ['a 502 with a proxy’s page', TICKET_READ, answer(502, HTML, PAGE), 1],
    ['a 503', TICKET_READ, answer(503), 1],
    ['a 503 that asks for 20 s', FIELD_WRITE, answer(503, { 'retry-after': '20' }), 20],
    ['a 429, by a minute', ISSUE_CREATE, answer(429), 60],
    ['a 429 that asks for 30 s', ISSUE_CREATE, answer(429, { 'retry-after': '30' }), 30],
    ['the secondary limit, by a minute', ISSUE_CREATE, answer(403, {}, SECONDARY), 60],
    [
      'the secondary limit that asks for 30 s',
      ISSUE_CREATE,
      answer(403, { 'retry-after': '30' }, SECONDARY),
      30,
    ],
    ['an answer that takes 20 s', FIELD_WRITE, { delayMs: 20_000 }, 20],
    ['an answer that takes too long', FIELD_WRITE, { delayMs: 45_000 }, 31],
    ['a page with status 200 where JSON should be', TICKET_READ, answer(200, HTML, PAGE), 1],
    [
      'JSON that is cut short',
      TICKET_READ,
      { garble: body => ({ body: body.slice(0, body.length / 2) }) },
      1,
    ],
    [
      'JSON from GitHub that is cut short',
      /^GET \/repos\//,
      { garble: body => ({ body: body.slice(0, body.length / 2) }) },
      1,
    ],
  ]
  it.for(passing)('a run survives trouble that passes: %s', ([, request, trouble, waits]) =>
    filing({ request, trouble }, (_, { exitCode, seconds, log }) => {
      expect(exitCode, log).toBe(0)
      expect(Math.floor(seconds)).toBe(waits)
    }),
  )
})

describe('Trouble that lasts', () => {
  const lasting: [string, RegExp, NetworkTrouble, RegExp][] = [
    [
      'FreeScout in maintenance',
      /\/api\//,
      answer(503),
      /perhaps in maintenance\): could not .+\. Run the workflow again/,
    ],
    [
      'a field that can’t be written',
      FIELD_WRITE,
      answer(500),
      /FreeScout is not working right now \(500\): could not .+\. Run the workflow again/,
    ],
    [
      'a field that takes for ever',
      FIELD_WRITE,
      { arriveAfterMs: 600_000 },
      /FreeScout gave no answer .*run the workflow again/,
    ],
    [
      'a 204 that writes nothing',
      FIELD_WRITE,
      answer(204, {}, ''),
      /holds something else.*run the workflow again/,
    ],
    ['a login page', TICKET_READ, answer(200, HTML, PAGE), /answered with a web page instead of JSON/],
    [
      'an expired token',
      /^GET \/repos\//,
      answer(401),
      /GitHub refused the token \(401\): could not .+\. Check the input github-token/,
    ],
    [
      'a limit that lasts',
      ISSUE_CREATE,
      answer(429),
      /GitHub limits our requests \(429\): could not .+\. Run the workflow again/,
    ],
  ]
  it.for(lasting)(
    'a run ends within five minutes when trouble lasts, and the rerun completes it: %s',
    ([, request, trouble, words]) =>
      filing(
        { request, trouble, times: Number.POSITIVE_INFINITY },
        (simulated, { exitCode, seconds, log, changes }) => {
          expect(exitCode).toBe(1)
          expect(log).toMatch(words)
          expect(seconds).toBeLessThanOrEqual(300)
          const made = simulated.github.issues(HOME).length
          const noted = simulated.freescout.notes(1).length
          expect(JSON.parse(changes)).toEqual([
            ...(made ? ['create-issue'] : []),
            ...(noted ? ['set-field', 'add-note'] : []),
          ])
          expect([...simulated.freescout.ticket(1).tags]).toEqual(['bug'])
        },
      ),
  )

  it('a sweep ends when FreeScout stops answering in the middle of it, and the next one files the rest', async () => {
    const simulated = await openSimulatedBridge()
    const tickets = Array.from({ length: 20 }, () => tagged(simulated))
    simulated.addFault({
      match: ({ path }) => path.startsWith('/api/conversations/'),
      times: Number.POSITIVE_INFINITY,
      trouble: { delayMs: 600_000 },
    })
    const [end] = await simulated.run(['sweep'])
    expect(end?.exitCode).toBe(1)
    expect(end?.log).toContain('left for the next sweep')
    expect(end?.took).toBeLessThanOrEqual(300_000)
    simulated.clearFaults()
    await simulated.run(['sweep'])
    expect(simulated.github.issues(HOME)).toHaveLength(tickets.length)
    await simulated.close()
  })
})

describe('When GitHub’s lists lag', () => {
  it('a run ends after a lost answer while the lists lag, and the next run adopts the issue', async () => {
    const simulated = await openSimulatedBridge()
    const ticket = tagged(simulated)
    simulated.github.freezeLists()
    simulated.addFault({ match: asked => ISSUE_CREATE.test(lineOf(asked)), trouble: { dropAfter: true } })
    const [end] = await simulated.run([{ ticket }])
    expect(end?.exitCode).toBe(1)
    expect(end?.log).toContain('the lists do not show the result (yet)')
    simulated.github.catchUp()
    const [next] = await simulated.run([{ ticket }])
    expect(next?.outputs.result).toBe('adopted')
    expect(simulated.github.issues(HOME)).toHaveLength(1)
    await simulated.close()
  })

  it('the next sweep leaves one issue open when two runs have filed one each', async () => {
    const simulated = await openSimulatedBridge()
    const ticket = tagged(simulated)
    simulated.github.freezeLists()
    await simulated.run([{ ticket }, { ticket }])
    simulated.github.catchUp()
    await simulated.run(['sweep'])
    expect(simulated.github.issues(HOME).map(({ stateReason }) => stateReason)).toEqual([null, 'duplicate'])
    expect(simulated.freescout.field(ticket, FIELD)).toBe(issueUrl(1))
    expect(simulated.freescout.notes(ticket)[0]).toContain(issueUrl(1))
    await simulated.close()
  })
})

describe('A link that FreeScout does not store', () => {
  it('a duplicate issue stays open until the field names the issue that counts, and no note is written twice', async () => {
    const simulated = await openSimulatedBridge()
    const ticket = tagged(simulated)
    simulated.github.freezeLists()
    await simulated.run([{ ticket }, { ticket }])
    simulated.github.catchUp()
    simulated.freescout.setField(ticket, FIELD, issueUrl(2))
    const notesBefore = simulated.freescout.notes(ticket).length
    simulated.addFault({
      match: ({ method, path }) => method === 'PUT' && path.endsWith('/custom_fields'),
      trouble: { answer: { status: 204 } },
    })
    const [failed] = await simulated.run(['sweep'])
    expect(failed?.exitCode, failed?.log).toBe(1)
    expect(simulated.github.issue(HOME, 2).state).toBe('open')
    await simulated.run(['sweep'])
    await simulated.run(['sweep'])
    expect(simulated.freescout.field(ticket, FIELD)).toBe(issueUrl(1))
    expect(simulated.github.issue(HOME, 2).stateReason).toBe('duplicate')
    expect(simulated.freescout.notes(ticket).length - notesBefore).toBeLessThanOrEqual(1)
    await simulated.close()
  })
})

describe('A token that may not label', () => {
  it('later runs find an issue that the token could not label, and file no second one', async () => {
    const simulated = await openSimulatedBridge()
    const ticket = tagged(simulated)
    simulated.github.dropLabels = true
    simulated.addFault({
      match: ({ path }) => path.endsWith('/labels'),
      times: Number.POSITIVE_INFINITY,
      trouble: answer(403, {}, '{"message":"Resource not accessible by integration"}'),
    })
    simulated.addFault({ match: ({ path }) => path.endsWith('/custom_fields'), trouble: answer(400) })
    await simulated.run([{ ticket }])
    await simulated.run([{ ticket }])
    await simulated.run(['sweep'])
    expect(simulated.github.issues(HOME)).toHaveLength(1)
    await simulated.close()
  })
})
