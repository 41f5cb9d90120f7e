import { describe, expect, it } from 'vitest'
import {
  createRetryingFetch,
  REQUEST_BUDGET_MS,
  type RetriableRequest,
  RUN_BUDGET_MS,
} from '../../../src/http/retry.ts'
import { answer, cutShort, failure, fakeClock, NOON, scripted, type Turn } from '../../support/http.ts'

const URL = 'https://tickets.example.org/api/x'
const ok = answer(200, {}, '{}')
const seconds = (sleeps: number[]) => sleeps.map(ms => ms / 1000)

/** Sends one request to a server that plays these turns. */
async function send(method: string, ...turns: Turn[]) {
  return sendRequest({ method }, ...turns)
}

async function sendRequest(request: RetriableRequest, ...turns: Turn[]) {
  const clock = fakeClock()
  const fetch = scripted(...turns)
  const result = await createRetryingFetch(fetch, clock)(URL, request).catch((error: Error) => error)
  return {
    status: result instanceof Error ? undefined : result.status,
    error: result instanceof Error ? result : undefined,
    sent: fetch.sent(),
    waited: seconds(clock.sleeps),
  }
}

const lost: [string, Turn][] = [
  ['a dropped connection', failure('ECONNRESET')],
  ['a broken pipe', failure('EPIPE')],
  ['a time-out', () => new DOMException('The operation was aborted due to timeout', 'TimeoutError')],
  ['a body cut short', cutShort],
  ['a 408', answer(408)],
  ['a 500', answer(500)],
  ['a 502', answer(502)],
  ['a 503', answer(503)],
  ['a 503 that asks to come back', answer(503, { 'retry-after': '1' })],
  ['a 504', answer(504)],
]

describe('When it is not known what a request did,', () => {
  it.each(lost)('a read rides out %s', async (_, trouble) => {
    expect(await send('GET', trouble, trouble, ok)).toMatchObject({ status: 200, sent: 3, waited: [1, 2] })
  })

  it.each(lost)('an idempotent write is sent again after %s', async (_, trouble) => {
    for (const method of ['PUT', 'PATCH', 'POST']) {
      const request = { method, idempotent: true }
      expect(await sendRequest(request, trouble, ok)).toMatchObject({ status: 200, sent: 2 })
    }
  })

  it.each(lost)('a create is never sent again after %s', async (_, trouble) => {
    const { sent, waited } = await send('POST', trouble, ok)
    expect({ sent, waited }).toEqual({ sent: 1, waited: [] })
  })

  it.each(lost)(
    'a write that does not say it is idempotent is not sent again after %s',
    async (_, trouble) => {
      for (const method of ['PUT', 'PATCH', 'DELETE']) {
        expect(await send(method, trouble, ok)).toMatchObject({ sent: 1, waited: [] })
      }
    },
  )

  it('the result of the last attempt is handed on', async () => {
    expect((await send('POST', answer(502))).status).toBe(502)
    expect((await send('POST', failure('ECONNRESET'))).error).toMatchObject({
      cause: expect.objectContaining({ code: 'ECONNRESET' }),
    })
    expect((await send('POST', cutShort)).error).toBeInstanceOf(Error)
  })
})

const refusals: [string, Turn, number][] = [
  ['429 without a word', answer(429), 60],
  ['429 with seconds to wait', answer(429, { 'retry-after': '7' }), 7],
  ['429 with a date to wait for', answer(429, { 'retry-after': new Date(NOON + 9000).toUTCString() }), 9],
  ['429 with a date that is past', answer(429, { 'retry-after': new Date(NOON - 9000).toUTCString() }), 1],
  ['429 with nonsense', answer(429, { 'retry-after': 'soon' }), 60],
  ['a spent limit with its reset', spent(429, 20), 20],
  ['403 for a spent limit', spent(403, 20), 20],
  ['403 for a limit whose reset is past', spent(403, -20), 1],
  ['403 for a spent limit, without its reset', answer(403, { 'x-ratelimit-remaining': '0' }), 60],
  [
    '403 for a spent limit, with nonsense for its reset',
    answer(403, { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': 'soon' }),
    60,
  ],
  ['403 with seconds to wait', answer(403, { 'retry-after': '30' }), 30],
  ['403 with both: the seconds count', answer(403, { 'retry-after': '5', 'x-ratelimit-remaining': '0' }), 5],
  [
    '403 for the secondary limit, without a header',
    answer(403, { 'x-ratelimit-remaining': '4000' }, 'You have exceeded a secondary rate limit.'),
    60,
  ],
]

function spent(status: number, inSeconds: number): Response {
  return answer(status, {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(NOON / 1000 + inSeconds),
  })
}

describe('When a request was turned away for its rate,', () => {
  it.each(refusals)('any request is sent again, a create too: %s', async (_, refusal, wait) => {
    for (const method of ['GET', 'PUT', 'POST']) {
      expect(await send(method, refusal, ok)).toMatchObject({ status: 200, sent: 2, waited: [wait] })
    }
  })

  it('Retry-After: 0 does not hammer', async () => {
    const { waited } = await send(
      'POST',
      answer(429, { 'retry-after': '0' }),
      answer(429, { 'retry-after': '0' }),
      ok,
    )
    expect(waited).toEqual([1, 2])
  })

  it('a wait beyond the budget is not begun', async () => {
    expect(await send('POST', answer(429, { 'retry-after': '3600' }))).toMatchObject({
      status: 429,
      sent: 1,
      waited: [],
    })
    expect(await send('GET', spent(403, 3600))).toMatchObject({ status: 403, sent: 1, waited: [] })
  })
})

describe('When the connection was never made,', () => {
  it.each(['ECONNREFUSED', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'])(
    'even a create is sent again: %s',
    async code => {
      expect(await send('POST', failure(code), ok)).toMatchObject({ status: 200, sent: 2, waited: [1] })
    },
  )
})

describe('When a body may be out of date after a wait,', () => {
  /** Sends one request whose later bodies are `now 1`, `now 2` …, and returns the bodies that arrived. */
  async function sendDated(
    turns: Turn[],
    read: (count: number) => Promise<string> = async count => `now ${count}`,
    clock = fakeClock(),
  ) {
    const server = scripted(...turns)
    const bodies: (string | undefined)[] = []
    const fetch = createRetryingFetch(async (url, request) => {
      bodies.push(request?.body)
      return server(url, request)
    }, clock)
    let reads = 0
    const request = { method: 'PUT', body: 'first', bodyForRepeat: () => read(++reads) }
    const result = await fetch(URL, request).catch((error: Error) => error)
    return { bodies, reads, result }
  }

  it('the first attempt sends the body, and asks for no other', async () => {
    expect(await sendDated([ok])).toMatchObject({ bodies: ['first'], reads: 0 })
  })

  it.each([
    ['a 429', answer(429, { 'retry-after': '7' })],
    ['a connection that was never made', failure('ECONNREFUSED')],
  ])('each later attempt asks for its body right before: after %s', async (_, trouble) => {
    const { bodies } = await sendDated([trouble, trouble, ok])
    expect(bodies).toEqual(['first', 'now 1', 'now 2'])
  })

  it('a lost answer still ends the request, because nobody knows what it did', async () => {
    expect(await sendDated([failure('ECONNRESET'), ok])).toMatchObject({ bodies: ['first'], reads: 0 })
  })

  it('the request ends with the error of a read for its body', async () => {
    const { bodies, result } = await sendDated([answer(429), ok], async () => {
      throw new Error('FreeScout is not working right now')
    })
    expect(bodies).toEqual(['first'])
    expect(result).toMatchObject({ message: 'FreeScout is not working right now' })
  })

  it('the time that such a read takes counts: when too little is left, the refusal is the result', async () => {
    const clock = fakeClock()
    const slow = async () => {
      clock.advance(REQUEST_BUDGET_MS)
      return 'late'
    }
    const { bodies, result } = await sendDated([answer(429), ok], slow, clock)
    expect(bodies).toEqual(['first'])
    expect(result).toMatchObject({ status: 429 })
  })
})

describe('When trying again can’t help,', () => {
  it.each([
    'ENOTFOUND',
    'CERT_HAS_EXPIRED',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'SELF_SIGNED_CERT_IN_CHAIN',
    'ERR_TLS_CERT_ALTNAME_INVALID',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  ])('it is told at once: %s', async code => {
    expect(await send('GET', failure(code), ok)).toMatchObject({ sent: 1, waited: [] })
  })
})

describe('What is no passing trouble is handed on at once:', () => {
  it.each([200, 201, 204, 301, 304, 400, 401, 403, 404, 405, 409, 410, 422, 501])('%i', async status => {
    for (const method of ['GET', 'PUT', 'POST']) {
      const body = [204, 304].includes(status) ? null : 'x'
      expect(await send(method, () => unclonable(status, body))).toMatchObject({
        status,
        sent: 1,
        waited: [],
      })
    }
  })

  it('status, headers and body are those of the server', async () => {
    const fetch = createRetryingFetch(scripted(answer(201, { 'resource-id': '7' }, '{"id":7}')), fakeClock())
    const response = await fetch(URL, { method: 'POST' })
    expect(response.status).toBe(201)
    expect(response.headers.get('resource-id')).toBe('7')
    expect(await response.text()).toBe('{"id":7}')
  })

  it('a request without a method is a read', async () => {
    const fetch = scripted(answer(502), ok)
    await createRetryingFetch(fetch, fakeClock())(URL)
    expect(fetch.sent()).toBe(2)
  })
})

function unclonable(status: number, body: string | null): Response {
  return new Response(body, { status })
}

describe('Patience ends', () => {
  it('for one request after 90 s, its waits growing to 30 s', async () => {
    const { waited, status } = await send('GET', answer(503))
    expect(status).toBe(503)
    expect(waited).toEqual([1, 2, 4, 8, 16, 30])
    expect(waited.reduce((sum, wait) => sum + wait)).toBeLessThanOrEqual(REQUEST_BUDGET_MS / 1000)
  })

  it('for one request after 90 s, the time its attempts took included', async () => {
    const clock = fakeClock()
    const slow = scripted(() => {
      clock.advance(30_000)
      return new DOMException('timeout', 'TimeoutError')
    })
    await expect(createRetryingFetch(slow, clock)(URL)).rejects.toThrow('timeout')
    expect(slow.sent()).toBe(3)
    expect(clock.sleeps).toEqual([1000, 2000])
  })

  it('when a wait ends late: the refusal is the result, and no attempt without time is made', async () => {
    const clock = fakeClock()
    const late = { ...clock, sleep: async (ms: number) => clock.sleep(ms + 1_500) }
    const refusing = scripted(answer(429, { 'retry-after': '89' }), ok)
    const response = await createRetryingFetch(refusing, late)(URL, { method: 'POST' })
    expect(response.status).toBe(429)
    expect(refusing.sent()).toBe(1)
  })

  it('for a whole run after 5 minutes: later requests are tried once', async () => {
    const clock = fakeClock()
    const refusing = scripted(
      answer(429, { 'retry-after': '80' }),
      ok,
      answer(429, { 'retry-after': '80' }),
      ok,
      answer(429, { 'retry-after': '80' }),
      ok,
      answer(429, { 'retry-after': '80' }),
    )
    const fetch = createRetryingFetch(refusing, clock)
    const statuses = []
    for (let request = 0; request < 4; request++) statuses.push((await fetch(URL)).status)
    expect(statuses).toEqual([200, 200, 200, 429])
    expect(clock.sleeps).toEqual([80_000, 80_000, 80_000])
    expect(240_000 + 80_000).toBeGreaterThan(RUN_BUDGET_MS)
  })

  it('for a whole run, with requests that go out together: they share the budget', async () => {
    const sleeps: number[] = []
    const clock = {
      now: () => NOON,
      sleep: async (ms: number) => {
        sleeps.push(ms)
        await new Promise(resolve => setImmediate(resolve))
      },
    }
    const fetch = createRetryingFetch(scripted(answer(429, { 'retry-after': '80' })), clock)
    const responses = await Promise.all(Array.from({ length: 6 }, () => fetch(URL)))
    expect(responses.map(({ status }) => status)).toEqual(Array(6).fill(429))
    expect(sleeps).toEqual([80_000, 80_000, 80_000])
  })

  it('never for requests that succeed, however long the run', async () => {
    const clock = fakeClock()
    const slow = scripted(() => {
      clock.advance(60_000)
      return ok
    })
    const fetch = createRetryingFetch(slow, clock)
    for (let request = 0; request < 10; request++) expect((await fetch(URL)).status).toBe(200)
    const after = scripted(answer(502), ok)
    expect((await createRetryingFetch(after, clock)(URL)).status).toBe(200)
  })

  it('apart for another run', async () => {
    const clock = fakeClock()
    for (let run = 0; run < 5; run++) {
      const fetch = createRetryingFetch(scripted(answer(429, { 'retry-after': '80' }), ok), clock)
      expect((await fetch(URL)).status).toBe(200)
    }
  })
})
