import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  type FreeScoutEmulator,
  type FreeScoutOptions,
  sign,
  startFreeScout,
} from '../support/freescout-emulator/index.ts'
import { type EmulatorServer, serve } from '../support/server.ts'

const MINUTE = 60_000

let freescout: FreeScoutEmulator
let receiver: EmulatorServer
let received: { event: string | null; signature: string | null; raw: string }[]
let answerWith: () => Promise<Response>

beforeEach(async () => {
  received = []
  answerWith = async () => new Response('{}')
  receiver = await serve(async request => {
    const { headers } = request
    const raw = await request.text()
    received.push({
      event: headers.get('x-freescout-event'),
      signature: headers.get('x-freescout-signature'),
      raw,
    })
    return answerWith()
  })
  await begin()
})

afterEach(async () => {
  await freescout.close()
  await receiver.close()
})

async function begin(options: FreeScoutOptions = {}): Promise<void> {
  await freescout?.close()
  const start = new Date('2026-03-16T14:00:00Z')
  freescout = await startFreeScout({ now: () => start, ...options })
  freescout.subscribe(receiver.url)
}

const call = (method: string, path: string, body: unknown) =>
  fetch(`${freescout.url}/api${path}`, {
    method,
    headers: { 'x-freescout-api-key': freescout.apiKey },
    body: JSON.stringify(body),
  })
const events = async () => (await freescout.deliver()).map(({ event }) => event)
const fail = async () => new Response(null, { status: 500 })

describe('a delivery', () => {
  test('a delivery is signed over its bytes, spelled as PHP does', async () => {
    freescout.addTicket({ subject: 'Zürich/Ops' })
    await freescout.deliver()
    const { raw, signature } = received.at(-1) ?? { raw: '' }
    expect(raw).toContain('"subject":"Z\\u00fcrich\\/Ops"')
    expect(signature).toBe(sign(raw, freescout.secret))
    expect(signature).not.toBe(sign(raw, 'another secret'))
  })

  test('the delivery of a new ticket is late, has its fields, and never its tags', async () => {
    freescout.addTicket({ subject: 'x', tags: ['bug'], fields: { incident_severity: 'sev2' } })
    await freescout.deliver()
    const payload = JSON.parse(received.at(-1)?.raw ?? '')
    expect(payload).toMatchObject({ id: 1, number: 1000, threadsCount: 0, preview: '' })
    expect(payload._embedded).not.toHaveProperty('tags')
    expect(payload.customFields).toHaveLength(3)
  })

  test('a delivery waits until it is asked for', async () => {
    freescout.addTicket({ subject: 'x' })
    expect(received).toEqual([])
    expect(await events()).toEqual(['customer.created', 'convo.created'])
    expect(await events()).toEqual([])
  })

  test('a delivery can be held back, or sent in another order', async () => {
    const { id } = freescout.addTicket({ subject: 'x' })
    freescout.agentNote(id, 'y')
    const sent = await freescout.deliver(due => due.toReversed().slice(0, 2))
    expect(sent.map(({ event }) => event)).toEqual(['convo.note.created', 'convo.created'])
    expect(await events()).toEqual(['customer.created'])
  })

  test('a delivery goes only to webhooks that are subscribed to its event', async () => {
    for (const webhook of freescout.webhooks.values()) webhook.events = ['convo.status']
    freescout.closeTicket(freescout.addTicket({ subject: 'x' }).id)
    expect(await events()).toEqual(['convo.status'])
  })
})

describe('a change', () => {
  test.each<[string, (id: number) => unknown, string[]]>([
    ['a closing', id => freescout.closeTicket(id), ['convo.status']],
    ['a closing twice, once', id => [1, 2].map(() => freescout.closeTicket(id)), ['convo.status']],
    ["a customer's reply", id => freescout.customerReply(id), ['convo.customer.reply.created']],
    ['a closing by reply', id => freescout.closeByReply(id), ['convo.status', 'convo.agent.reply.created']],
    [
      'a closing by reply in older versions',
      id => freescout.closeByReply(id, 'Done', { silent: true }),
      ['convo.agent.reply.created'],
    ],
    ['a move', id => freescout.move(id, 'support@raxx.app'), ['convo.moved']],
    ['a tag, not at all', id => freescout.setTags(id, ['bug']), []],
    ['a custom field, not at all', id => freescout.setField(id, 'component_tag', 'x'), []],
    [
      'our own note',
      id => call('POST', `/conversations/${id}/threads`, { type: 'note', text: 'x', user: 1 }),
      ['convo.note.created'],
    ],
    [
      'our own closing',
      id => call('PUT', `/conversations/${id}`, { status: 'closed', byUser: 1 }),
      ['convo.status'],
    ],
    [
      'an assignment',
      id => call('PUT', `/conversations/${id}`, { assignTo: 1, byUser: 1 }),
      ['convo.assigned'],
    ],
  ])('FreeScout fires the events of %s', async (_name, change, expected) => {
    const { id } = freescout.addTicket({ subject: 'x' })
    await freescout.deliver()
    await change(id)
    freescout.clock.advance(15_000)
    expect(await events()).toEqual(expected)
  })

  test('a closing by reply says closed in both, and one of them 15 seconds later', async () => {
    const { id } = freescout.addTicket({ subject: 'x' })
    await freescout.deliver()
    freescout.closeByReply(id)
    const [status, ...others] = await freescout.deliver()
    expect([status?.event, others]).toEqual(['convo.status', []])
    freescout.clock.advance(15_000)
    const [reply] = await freescout.deliver()
    expect(reply?.event).toBe('convo.agent.reply.created')
    for (const { body } of [status, reply].filter(result => result !== undefined))
      expect(JSON.parse(body)).toMatchObject({ status: 'closed', closedAt: '2026-03-16T14:00:00Z' })
  })

  test('an unassignment and a merge fire no event', async () => {
    const [one, other] = ['x', 'y'].map(subject => freescout.addTicket({ subject }).id) as [number, number]
    await call('PUT', `/conversations/${one}`, { assignTo: 1, byUser: 1 })
    await freescout.deliver()
    await call('PUT', `/conversations/${one}`, { assignTo: null, byUser: 1 })
    freescout.merge(one, other)
    expect(await events()).toEqual([])
    expect(freescout.ticket(one)).toMatchObject({ state: 'deleted', threads: [] })
    expect(freescout.ticket(other).threadsCount).toBe(2)
  })
})

describe('time', () => {
  test('the delivery of an agent’s ticket waits 15 seconds', async () => {
    const thread = { type: 'note', text: 'x', user: 1 }
    const customer = { email: 'github@raxx.app' }
    await call('POST', '/conversations', {
      type: 'email',
      mailboxId: 1,
      subject: 'x',
      customer,
      threads: [thread],
    })
    freescout.clock.advance(14_999)
    expect(await events()).toEqual(['customer.created'])
    freescout.clock.advance(1)
    expect(await events()).toEqual(['convo.created'])
  })

  test('a refused delivery comes again, unchanged, after 2, 4, 6 … minutes, ten times in all', async () => {
    const { id } = freescout.addTicket({ subject: 'before' })
    await freescout.deliver(due => due.slice(0, 1))
    answerWith = fail
    const attempts = [await freescout.deliver()]
    freescout.ticket(id).subject = 'after'
    for (let attempt = 2; attempt <= 10; attempt += 1) {
      freescout.clock.advance(2 * (attempt - 1) * MINUTE - 1)
      expect(await freescout.deliver()).toEqual([])
      freescout.clock.advance(1)
      attempts.push(await freescout.deliver())
    }
    expect(attempts.flat().map(({ attempt }) => attempt)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(new Set(attempts.flat().map(({ body }) => JSON.parse(body).subject))).toEqual(new Set(['before']))
    expect(freescout.pending).toEqual([])
  })

  test('a delivery times out at a receiver that does not answer', async () => {
    await begin({ webhookTimeoutMs: 20 })
    answerWith = () => new Promise(resolve => setTimeout(resolve, 200, new Response()))
    freescout.addTicket({ subject: 'x' })
    expect((await freescout.deliver()).map(({ status }) => status)).toEqual([0, 0])
    expect(freescout.pending.map(({ attempt }) => attempt)).toEqual([2, 2])
  })

  test('deliveries are sent by themselves when autoDeliver is on', async () => {
    await begin({ autoDeliver: true })
    freescout.addTicket({ subject: 'x' })
    await freescout.settled()
    expect(received.map(({ event }) => event)).toEqual(['customer.created', 'convo.created'])
  })
})

describe('a workflow on a tag', () => {
  beforeEach(() => freescout.workflows.onTag('bug', 'autolink.tagged', { mailbox: 'ops@raxx.app' }))
  const tag = (id: number, ...tags: string[]) => call('PUT', `/conversations/${id}/tags`, { tags })

  test('a workflow on a tag delivers its event 0.4 seconds later, once per ticket', async () => {
    const { id } = freescout.addTicket({ subject: 'x' })
    await freescout.deliver()
    await tag(id, 'Bug')
    expect(await events()).toEqual([])
    freescout.clock.advance(400)
    expect(await events()).toEqual(['autolink.tagged'])
    await tag(id)
    await tag(id, 'bug')
    freescout.clock.advance(400)
    expect(await events()).toEqual([])
  })

  test('a workflow on a tag acts only for its own mailbox and its own tag', async () => {
    await tag(freescout.addTicket({ subject: 'x', mailbox: 'support@raxx.app' }).id, 'bug')
    await tag(freescout.addTicket({ subject: 'y' }).id, 'question')
    freescout.clock.advance(400)
    expect(await events()).not.toContain('autolink.tagged')
  })
})
