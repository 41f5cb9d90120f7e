import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { createDispatcher } from '../../../receiver/dispatcher.ts'
import { sendByFetch } from '../../../receiver/fetch-sender.ts'
import type { SendRequest } from '../../../receiver/github-api.ts'
import { createUndiciSender } from '../../../receiver/undici-sender.ts'
import {
  conversation,
  deferred,
  delivery,
  type FakeAnswer,
  fakeGitHub,
  forwarded,
  receiver,
  refused,
  START,
  settings,
} from '../../support/receiver.ts'

let id = 0
/** A delivery that is no replay of another. */
const fresh = () => delivery(conversation({ id: ++id }))

/** A receiver whose GitHub gives these answers in turn, and then takes everything. */
function answering(...answers: FakeAnswer[]) {
  return receiver({}, { github: fakeGitHub(() => answers.shift() ?? { status: 204 }) })
}

describe('A permanent refusal', () => {
  it.each([
    [401, 'GITHUB_TOKEN'],
    [403, 'Contents: write'],
    [404, 'GITHUB_REPOSITORY'],
    [422, 'GITHUB_REPOSITORY'],
    [400, 'GITHUB_API_URL'],
    [200, 'GITHUB_API_URL'],
  ])(
    'After GitHub’s %i the receiver answers 502, logs what to check, and tries the next delivery',
    async (status, hint) => {
      const { send, entries, calls } = answering({ status, body: '{"message":"no"}' })
      expect(await send(fresh())).toEqual(refused(502, 'github-refused'))
      expect(entries()[0]?.detail).toContain(String(status))
      expect(entries()[0]?.detail).toContain(hint)
      expect(await send(fresh())).toEqual(forwarded)
      expect(calls).toHaveLength(2)
    },
  )

  it.each([301, 302, 307, 308])('A redirect (%i) is answered with 502 and not followed', async status => {
    const { send, calls, entries } = answering({ status, headers: { location: 'https://evil.example/' } })
    expect(await send(fresh())).toEqual(refused(502, 'github-redirected'))
    expect(calls).toHaveLength(1)
    expect(entries()[0]?.detail).toContain('GITHUB_REPOSITORY')
  })
})

describe('Temporary trouble', () => {
  const inAQuarter = new Date(Date.parse('2026-11-22T12:15:00Z'))

  it.each<[string, FakeAnswer, string, number]>([
    ['500', { status: 500 }, 'github-unavailable', 10],
    ['502', { status: 502, body: '<html>' }, 'github-unavailable', 10],
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '33' } }, 'github-unavailable', 33],
    [
      '503 with a date',
      { status: 503, headers: { 'retry-after': inAQuarter.toUTCString() } },
      'github-unavailable',
      900,
    ],
    ['503 with nonsense', { status: 503, headers: { 'retry-after': 'soon' } }, 'github-unavailable', 10],
    ['429', { status: 429 }, 'github-rate-limited', 60],
    ['429 with Retry-After', { status: 429, headers: { 'retry-after': '7' } }, 'github-rate-limited', 7],
    ['429 with Retry-After 0', { status: 429, headers: { 'retry-after': '0' } }, 'github-rate-limited', 1],
    ['429 with a week', { status: 429, headers: { 'retry-after': '604800' } }, 'github-rate-limited', 3600],
    ['403 with Retry-After', { status: 403, headers: { 'retry-after': '90' } }, 'github-rate-limited', 90],
    [
      '403 with a spent limit',
      {
        status: 403,
        headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(inAQuarter.getTime() / 1000) },
      },
      'github-rate-limited',
      900,
    ],
    [
      '403 with a spent limit whose reset is over',
      { status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' } },
      'github-rate-limited',
      60,
    ],
    [
      '403 in words',
      { status: 403, body: '{"message":"You have exceeded a secondary rate limit."}' },
      'github-rate-limited',
      60,
    ],
  ])(
    'After GitHub’s %s the receiver answers 503 with Retry-After, and makes no call until then',
    async (_name, answer, reason, seconds) => {
      const { send, calls, clock } = answering(answer)
      expect(await send(fresh())).toEqual({ ...refused(503, reason), retryAfter: String(seconds) })
      clock.now += seconds * 1000 - 1
      expect(await send(fresh())).toEqual({ ...refused(503, reason), retryAfter: '1' })
      expect(calls).toHaveLength(1)
      clock.now += 1
      expect(await send(fresh())).toEqual(forwarded)
      expect(calls).toHaveLength(2)
    },
  )

  it('A dispatch that is not sent does not count for the limit', async () => {
    const github = fakeGitHub(call => ({
      status: call.body.client_payload && github.calls.length === 1 ? 503 : 204,
    }))
    const { send, clock } = receiver({ dispatchesPerMinute: 2 }, { github })
    for (let i = 0; i < 5; i++) expect((await send(fresh())).reason).toBe('github-unavailable')
    clock.now += 10_000
    expect(await send(fresh())).toEqual(forwarded)
  })

  it.each([
    [
      'a connection that is refused',
      Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
      'ECONNREFUSED',
    ],
    [
      'a failed fetch',
      new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENOTFOUND' }) }),
      'ENOTFOUND',
    ],
    ['a time-out', new DOMException('The operation timed out', 'TimeoutError'), 'TimeoutError'],
  ])(
    'After %s the receiver answers 503 with Retry-After, and tries the next delivery',
    async (_name, error, hint) => {
      let calls = 0
      const failing: SendRequest = async () => {
        calls++
        throw error
      }
      const { send, entries } = receiver({}, { send: failing })
      for (let i = 0; i < 2; i++) {
        expect(await send(fresh())).toEqual({ ...refused(503, 'github-unavailable'), retryAfter: '10' })
      }
      expect(calls).toBe(2)
      expect(entries()[0]?.detail).toContain(hint)
    },
  )

  it.each([
    ['undici', createUndiciSender({ proxy: undefined })],
    ['fetch', sendByFetch],
  ])('An answer that breaks off counts as no answer: %s', async (_name, send) => {
    const server = createServer((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setImmediate(() => response.destroy())
    })
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    onTestFinished(() => void server.close())
    const { port } = server.address() as AddressInfo
    const apiUrl = `http://127.0.0.1:${port}`
    expect(await receiver({ apiUrl }, { send }).send(fresh())).toMatchObject({
      status: 503,
      reason: 'github-unavailable',
    })
  })

  it('Every call names its API version', async () => {
    const versions: unknown[] = []
    const accepting: SendRequest = async (_url, { headers }) => {
      versions.push(headers['x-github-api-version'])
      return { status: 204, headers: new Headers(), text: '' }
    }
    await receiver({}, { send: accepting }).send(fresh())
    expect(versions).toEqual(['2022-11-28'])
  })
})

describe('A slow GitHub', () => {
  it('GitHub has 10 s for a call', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const called = deferred<AbortSignal>()
      const silent: SendRequest = (_url, { signal }) => {
        called.resolve(signal)
        return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)))
      }
      const { send, entries } = receiver({}, { send: silent })
      const answer = send(fresh())
      const signal = await called.promise
      vi.advanceTimersByTime(9_999)
      expect(signal.aborted).toBe(false)
      vi.advanceTimersByTime(1)
      expect(await answer).toEqual({ ...refused(503, 'github-unavailable'), retryAfter: '10' })
      expect(entries()[0]?.detail).toContain('TimeoutError')
    } finally {
      vi.useRealTimers()
    }
  })

  it('A 65th dispatch is refused even when the caller does not ask first', async () => {
    const github = fakeGitHub(() => new Promise(() => {}))
    const { dispatch } = createDispatcher({ settings: settings(), send: github.send, now: () => START })
    const payload = {
      event: 'e',
      conversation_id: 1,
      number: 1,
      mailbox_id: 1,
      source: 'ops',
      received_at: '',
    }
    for (let i = 0; i < 64; i++) void dispatch(payload)
    await expect(dispatch(payload)).rejects.toMatchObject({
      status: 503,
      reason: 'github-busy',
      retryAfter: 1,
    })
  })

  it('GitHub gets 64 calls at a time; further deliveries get 503 until one has ended', async () => {
    const gate = deferred<FakeAnswer>()
    const full = deferred<void>()
    const github = fakeGitHub(() => {
      if (github.calls.length === 64) full.resolve()
      return github.calls.length <= 64 ? gate.promise : { status: 204 }
    })
    const { send } = receiver({}, { github })
    const waiting = Array.from({ length: 64 }, () => send(fresh()))
    await full.promise
    expect(await send(fresh())).toEqual({ ...refused(503, 'github-busy'), retryAfter: '1' })
    expect(github.calls).toHaveLength(64)
    gate.resolve({ status: 204 })
    expect(await Promise.all(waiting)).toEqual(Array(64).fill(forwarded))
    expect(await send(fresh())).toEqual(forwarded)
  })

  it('A call that failed makes room for another one', async () => {
    const github = fakeGitHub(() => ({ status: 404 }))
    const { send } = receiver({}, { github })
    for (let i = 0; i < 100; i++) expect((await send(fresh())).reason).toBe('github-refused')
  })
})
