import { describe, expect, it } from 'vitest'
import { createBodyReader } from '../../../receiver/body.ts'
import {
  conversation,
  delivery,
  forwarded,
  ignored,
  receiver,
  refused,
  sign,
} from '../../support/receiver.ts'

/** A request whose body must not be touched. */
function untouchable(headers: Record<string, string>): { request: Request; touched: () => boolean } {
  let touched = false
  const body = new ReadableStream(
    {
      pull() {
        touched = true
      },
    },
    { highWaterMark: 0 },
  )
  const url = 'http://receiver.example/api/webhooks/freescout/ops'
  const request = new Request(url, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
  return { request, touched: () => touched }
}

describe('Routes', () => {
  it.each([
    '/',
    '/api/webhooks/freescout',
    '/api/webhooks/freescout/',
    '/api/webhooks/freescout/ops/more',
    '/healthz/x',
  ])('The receiver answers 404 to %s', async path => {
    const request = new Request(`http://receiver.example${path}`, { method: 'POST' })
    expect(await receiver().send(request)).toEqual(refused(404, 'not-found'))
  })

  it.each([
    ['GET', '/api/webhooks/freescout/ops', 'POST'],
    ['PUT', '/api/webhooks/freescout/ops', 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
  ])('The receiver answers 405 to %s %s', async (method, path, allow) => {
    const response = await receiver().fetch(new Request(`http://receiver.example${path}`, { method }))
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe(allow)
    expect(await response.json()).toEqual({ forwarded: false, reason: 'method-not-allowed' })
  })

  it.each([true, false])('/healthz shows the version and the flag (%s), and no secret', async enabled => {
    const response = await receiver({ enabled }).fetch(new Request('http://receiver.example/healthz'))
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual({
      status: 'ok',
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
      enabled,
    })
  })

  it('Every answer is JSON', async () => {
    for (const request of [
      delivery(conversation()),
      delivery('', { signature: null }),
      new Request('http://receiver.example/'),
    ]) {
      const response = await receiver().fetch(request)
      expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    }
  })
})

describe('The order of checks', () => {
  it('A request without a signature is answered with 401 before a byte of the body is read', async () => {
    const { request, touched } = untouchable({})
    expect(await receiver().send(request)).toEqual(refused(401, 'missing-signature'))
    expect(touched()).toBe(false)
  })

  it('A malformed signature is answered with 401 before a byte of the body is read, whatever its size', async () => {
    const { request, touched } = untouchable({
      'x-freescout-signature': 'nope',
      'content-length': '99999999',
    })
    expect(await receiver().send(request)).toEqual(refused(401, 'bad-signature'))
    expect(touched()).toBe(false)
  })

  it('A body that is too large is answered with 413 before a byte of it is read, whatever the signature', async () => {
    const { request, touched } = untouchable({
      'x-freescout-signature': sign('another body'),
      'content-length': String(10 * 1024 * 1024 + 1),
    })
    expect(await receiver().send(request)).toEqual(refused(413, 'too-large'))
    expect(touched()).toBe(false)
  })

  it('A body without room is answered with 503 and Retry-After, whatever the signature', async () => {
    const { send } = receiver({}, { readBody: createBodyReader({ maxBuffered: 10 }) })
    const request = delivery(conversation(), { signature: sign('another body') })
    expect(await send(request)).toEqual({ ...refused(503, 'receiver-busy'), retryAfter: '5' })
  })

  it('The room of a body is free before GitHub is called', async () => {
    const body = JSON.stringify(conversation())
    const { send } = receiver({}, { readBody: createBodyReader({ maxBuffered: body.length }) })
    for (let i = 0; i < 5; i++) expect(await send(delivery(body))).toEqual(forwarded)
  })

  it.each(['convo.created', 'customer.created'])(
    'A wrong signature is answered with 401, flag on or off, whatever the body (%s)',
    async event => {
      for (const enabled of [true, false]) {
        for (const body of [JSON.stringify(conversation()), '', '[]', '{']) {
          const request = delivery(body, { event, signature: sign(body, 'wrong') })
          expect(await receiver({ enabled }).send(request)).toEqual(refused(401, 'bad-signature'))
        }
      }
    },
  )

  it('A wrong signature is logged with what to compare, and the answer does not say it', async () => {
    const { send, lines } = receiver()
    expect(await send(delivery('{}', { signature: sign('{}', 'wrong') }))).toEqual(
      refused(401, 'bad-signature'),
    )
    expect(lines[0]).toContain('compare FREESCOUT_WEBHOOK_SECRET with the secret key in FreeScout')
  })

  it.each([JSON.stringify(conversation()), '', '[]', '{}', '{', '{"no":"id"}'])(
    'While the flag is off, a delivery is answered with 200 and disabled, whatever the body (%j)',
    async body => {
      const { send, calls } = receiver({ enabled: false })
      expect(await send(delivery(body))).toEqual(ignored('disabled'))
      expect(calls).toEqual([])
    },
  )

  it.each(['', '[]', '{}'])('An empty body (%j) is answered with 200, whatever the event', async body => {
    expect(await receiver().send(delivery(body, { event: 'customer.created' }))).toEqual(
      ignored('empty-body'),
    )
  })

  it('A body that is not JSON is answered with 400, whatever the event', async () => {
    expect(await receiver().send(delivery('{"id":', { event: 'customer.created' }))).toEqual(
      refused(400, 'not-json'),
    )
  })

  it('A body without a conversation id is answered with 400, whatever the event', async () => {
    const request = delivery({ subject: 'x' }, { event: 'customer.created' })
    expect(await receiver().send(request)).toEqual(refused(400, 'no-conversation-id'))
  })

  it('An ignored delivery causes no dispatch and does not count for the limit', async () => {
    const { send, calls } = receiver({ dispatchesPerMinute: 1 })
    expect(await send(delivery(conversation(), { event: 'convo.assigned' }))).toEqual(
      ignored('event-not-forwarded'),
    )
    expect(calls).toEqual([])
    expect(await send(delivery(conversation()))).toEqual(forwarded)
  })

  it('A body that breaks off is answered with 400', async () => {
    const body = new ReadableStream({ pull: controller => controller.error(new Error('lost')) })
    const headers = { 'x-freescout-signature': sign('') }
    const url = 'http://receiver.example/api/webhooks/freescout/ops'
    const request = new Request(url, { method: 'POST', body, headers, duplex: 'half' } as RequestInit)
    expect(await receiver().send(request)).toEqual(refused(400, 'body-cut-short'))
  })

  it('A bug is answered with 500, and the log has its place but not its message', async () => {
    const { send, lines } = receiver(
      {},
      { readBody: async () => Promise.reject(new TypeError('rodney@example.org')) },
    )
    expect(await send(delivery(conversation()))).toEqual(refused(500, 'internal-error'))
    expect(lines[0]).toContain('TypeError at ')
    expect(lines[0]).not.toContain('rodney')
  })
})

describe('Limits', () => {
  it('A replayed delivery gets a tenth of the limit, and the others continue', async () => {
    const { send, calls, clock } = receiver({ dispatchesPerMinute: 20 })
    for (const expected of [202, 202, 503, 503]) {
      expect(await send(delivery(conversation()))).toMatchObject({ status: expected })
    }
    const again = await send(delivery(conversation(), { source: 'support', event: 'convo.status' }))
    expect(again).toEqual({ ...refused(503, 'too-many-dispatches'), retryAfter: '60' })
    expect(await send(delivery(conversation({ id: 13 })))).toEqual(forwarded)
    expect(calls).toHaveLength(3)
    clock.now += 60_000
    expect(await send(delivery(conversation()))).toEqual(forwarded)
  })

  it('All deliveries together have a limit', async () => {
    const { send, calls } = receiver({ dispatchesPerMinute: 10 })
    for (let id = 1; id <= 10; id++) expect(await send(delivery(conversation({ id })))).toEqual(forwarded)
    expect(await send(delivery(conversation({ id: 11 })))).toEqual({
      ...refused(503, 'too-many-dispatches'),
      retryAfter: '60',
    })
    expect(calls).toHaveLength(10)
  })
})

describe('Names that are not signed', () => {
  it.each([
    ['an odd source', { source: 'a%20b' }, { source: 'other', event: 'convo.created' }],
    ['a source that is too long', { source: 'x'.repeat(65) }, { source: 'other', event: 'convo.created' }],
    [
      'a source in broken percent-encoding',
      { source: '%E0%A4%A' },
      { source: 'other', event: 'convo.created' },
    ],
    ['an odd event', { event: 'tag bug {x}' }, { source: 'ops', event: 'other' }],
    ['an event that is too long', { event: 'x'.repeat(65) }, { source: 'ops', event: 'other' }],
    [
      'names with every allowed character',
      { source: 'A-z_0.9:x', event: 'a:b-c_D.9' },
      { source: 'A-z_0.9:x', event: 'a:b-c_D.9' },
    ],
  ])('The receiver repeats only a safe name: %s', async (_name, sent, shown) => {
    const { send, calls, entries } = receiver()
    expect(await send(delivery(conversation(), sent))).toEqual(forwarded)
    expect(calls[0]?.body.client_payload).toMatchObject(shown)
    expect(entries()[0]).toMatchObject(shown)
  })

  it('A delivery without an event is forwarded as other', async () => {
    const { send, calls } = receiver()
    const request = delivery(conversation())
    request.headers.delete('x-freescout-event')
    expect(await send(request)).toEqual(forwarded)
    expect(calls[0]?.body.client_payload).toMatchObject({ event: 'other' })
  })
})
