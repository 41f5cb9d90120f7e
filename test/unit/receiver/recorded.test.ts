import { describe, expect, it } from 'vitest'
import {
  delivery,
  fakeGitHub,
  fixture,
  forwarded,
  ignored,
  receiver,
  recorded,
  refused,
  SECRET,
  TOKEN,
} from '../../support/receiver.ts'

/** The answer to each delivery that a real FreeScout sent, in the order of the recording. */
const EXPECTED = [
  ['customer.created', ignored('event-not-forwarded')],
  ['convo.created', forwarded],
  ['convo.note.created', forwarded],
  ['convo.status', forwarded],
  ['convo.customer.reply.created', forwarded],
  ['convo.assigned', ignored('event-not-forwarded')],
  ['convo.moved', forwarded],
  ['customer.created', ignored('event-not-forwarded')],
  ['convo.created', forwarded],
  ['convo.created', forwarded],
  ['convo.created', forwarded],
  ['customer.created', ignored('event-not-forwarded')],
  ['convo.created', forwarded],
  ['convo.created', forwarded],
  ['convo.status', ignored('nothing-to-do')],
  ['customer.created', ignored('event-not-forwarded')],
  ['convo.deleted_forever', ignored('event-not-forwarded')],
  ['convo.note.created', forwarded],
  ['autolink.tagged', forwarded],
] as const

function replay({ headers, body }: { headers: Record<string, string>; body: string }): Request {
  return new Request('http://receiver.example/api/webhooks/freescout/ops', { method: 'POST', headers, body })
}

describe('The recorded deliveries', () => {
  it('The table has every recorded delivery', () => {
    expect(recorded.map(({ event }) => event)).toEqual(EXPECTED.map(([event]) => event))
  })

  it.each(
    recorded.map((one, i) => ({
      ...one,
      name: `${i}: ${one.event}, ${one.step}`,
      expected: EXPECTED[i]?.[1],
    })),
  )('A recorded delivery is answered as expected: $name', async ({ expected, ...one }) => {
    const { send, calls } = receiver()
    expect(await send(replay(one))).toEqual(expected)
    expect(calls).toHaveLength(expected?.forwarded ? 1 : 0)
  })

  it.each(recorded.map((one, i) => ({ ...one, name: `${i}: ${one.event}` })))(
    'A recorded delivery is refused when one byte of it was changed: $name',
    async one => {
      const { send, calls } = receiver()
      expect(await send(replay({ ...one, body: one.body.replace('"id":', '"id": ') }))).toEqual(
        refused(401, 'bad-signature'),
      )
      expect(calls).toEqual([])
    },
  )

  it('The recorded deliveries become dispatches that carry identity only', async () => {
    const { send, calls } = receiver()
    for (const one of recorded) await send(replay(one))
    expect(calls[5]).toEqual({
      url: 'https://api.github.example/repos/raxx-app/TradeMasterAPI/dispatches',
      authorization: `Bearer ${TOKEN}`,
      body: {
        event_type: 'freescout',
        client_payload: {
          event: 'convo.created',
          conversation_id: 2,
          number: 2,
          mailbox_id: 1,
          source: 'ops',
          received_at: '2026-11-22T12:00:00.000Z',
        },
      },
    })
  })

  it('Neither the log nor a dispatch holds a secret or personal data, whatever GitHub answers', async () => {
    const personal = new Set(recorded.flatMap(({ body }) => textsOf(JSON.parse(body))))
    expect(personal).toContain('rodney@example.org')
    expect(personal).toContain('Still broken')
    for (const status of [204, 401, 422, 500]) {
      const { send, lines, calls } = receiver({}, { github: fakeGitHub(() => ({ status })) })
      for (const one of recorded) await send(replay(one))
      expect(lines).toHaveLength(recorded.length)
      const written = `${lines.join('\n')}\n${JSON.stringify(calls.map(call => call.body))}`
      for (const text of personal) expect(written).not.toContain(text)
      expect(lines.join('\n')).not.toContain(TOKEN)
      expect(written).not.toContain(SECRET)
    }
  })
})

describe('A sample payload with an older vocabulary', () => {
  const sample = fixture('seed-delivery.json')

  it.each(['convo.created', 'convo.status', 'convo.moved', 'convo.note.created', 'autolink.tagged'])(
    'The older sample payload is forwarded as %s',
    async event => {
      const { send, calls } = receiver({ mailboxIds: [15] })
      expect(await send(delivery(sample, { event }))).toEqual(forwarded)
      expect(calls[0]?.body.client_payload).toMatchObject({ conversation_id: 1, number: 3, mailbox_id: 15 })
    },
  )

  it.each(['convo.customer.reply.created', 'convo.agent.reply.created'])(
    'The older sample payload is forwarded as %s, because it is closed and has no custom fields',
    async event => expect(await receiver().send(delivery(sample, { event }))).toEqual(forwarded),
  )

  it('The older sample payload is forwarded when its signature is an HMAC-SHA256', async () => {
    const { createHmac } = await import('node:crypto')
    const signature = createHmac('sha256', SECRET).update(sample).digest('hex')
    expect(await receiver().send(delivery(sample, { signature }))).toEqual(forwarded)
  })
})

/** Subjects, texts, addresses and last names, which must not leak. Short ones would be found by chance. */
function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, found]) => {
    const isText = /^(subject|preview|body|email|lastName|value)$/.test(key)
    if (isText && typeof found === 'string' && found.length > 4 && !found.startsWith('https://github.com/'))
      return [found]
    return textsOf(found)
  })
}
