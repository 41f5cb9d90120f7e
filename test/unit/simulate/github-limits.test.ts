import { describe, expect, it } from 'vitest'
import { isRateLimited, rateLimitWaitMs } from '../../../src/http/rate-limit.ts'
import {
  createTokenLimits,
  type LimitedRequest,
  type TokenLimits,
} from '../../bench/simulate/github-limits.ts'

const READ: LimitedRequest = { resource: 'core', writes: false, creates: false }
const CREATE: LimitedRequest = { resource: 'core', writes: true, creates: true }
const GRAPHQL: LimitedRequest = { resource: 'graphql', writes: false, creates: false }
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const NOW = Date.parse('2026-11-02T10:00:00Z')

/** Sends so many requests, each so many milliseconds after the one before; gives how many were refused. */
function send(
  limits: TokenLimits,
  request: LimitedRequest,
  { times, from = NOW, everyMs = 0 }: Sending,
): number {
  let refused = 0
  for (let at = 0; at < times; at++) if (limits.take(request, from + at * everyMs)) refused++
  return refused
}
type Sending = { times: number; from?: number; everyMs?: number }

describe('The limits of a token', () => {
  it('a token has its requests for an hour that begins with the first of them', () => {
    const limits = createTokenLimits({ perHour: 100 })
    expect(send(limits, READ, { times: 100 })).toBe(0)
    expect(limits.left(NOW + 59 * MINUTE)).toBe(0)
    expect(send(limits, READ, { times: 5, from: NOW + 59 * MINUTE })).toBe(5)
    expect(limits.left(NOW + HOUR)).toBe(100)
    expect(send(limits, READ, { times: 1, from: NOW + HOUR })).toBe(0)
    expect(limits.refused['requests an hour']).toBe(5)
    expect(limits.busiestHour()).toBe(100)
  })

  it('the product reads the end of the hour off a refusal', () => {
    const limits = createTokenLimits({ perHour: 1 })
    limits.take(READ, NOW)
    const refusal = limits.take(READ, NOW + 20 * MINUTE)
    expect(refusal && isRateLimited(refusal)).toBe(true)
    expect(refusal && rateLimitWaitMs(refusal, NOW + 20 * MINUTE)).toBe(40 * MINUTE)
  })

  it('GraphQL has its own quota', () => {
    const limits = createTokenLimits({ perHour: 1 })
    limits.take(READ, NOW)
    expect(limits.take(GRAPHQL, NOW)).toBeUndefined()
    expect(limits.take(GRAPHQL, NOW)?.limit).toBe('requests an hour')
  })

  it('80 creations fit into a minute, and the product waits a minute after the next', () => {
    const limits = createTokenLimits({ perHour: 5000 })
    expect(send(limits, CREATE, { times: 80, everyMs: 700 })).toBe(0)
    const refusal = limits.take(CREATE, NOW + 57_000)
    expect(refusal?.limit).toBe('creations a minute')
    expect(refusal && isRateLimited(refusal)).toBe(true)
    expect(refusal && rateLimitWaitMs(refusal, NOW)).toBe(MINUTE)
    expect(limits.take(READ, NOW + 57_000)).toBeUndefined()
    expect(limits.take(CREATE, NOW + MINUTE + 1)).toBeUndefined()
  })

  it('500 creations fit into an hour', () => {
    const limits = createTokenLimits({ perHour: 5000 })
    expect(send(limits, CREATE, { times: 501, everyMs: 1000 })).toBe(1)
    expect(limits.refused['creations an hour']).toBe(1)
    expect(limits.take(CREATE, NOW + HOUR + 1)).toBeUndefined()
  })

  it('900 points fit into a minute: a read is one, a write five', () => {
    const limits = createTokenLimits({ perHour: 5000 })
    expect(send(limits, READ, { times: 901 })).toBe(1)
    const dispatches = createTokenLimits({ perHour: 5000 })
    expect(send(dispatches, { resource: 'core', writes: true, creates: false }, { times: 181 })).toBe(1)
  })
})
