import type { Clock } from '../../src/clock.ts'
import type { HttpFetch } from '../../src/http/http-client.ts'
import { ServiceError } from '../../src/service-error.ts'

export const NOON = Date.parse('2026-11-22T12:00:00Z')

/** A clock on which waiting takes no time: it moves on by what is waited, and notes it down. */
export type FakeClock = Clock & { sleeps: number[]; advance: (ms: number) => void }

/** Starts at noon of 22 November 2026. */
export function fakeClock(): FakeClock {
  let now = NOON
  const sleeps: number[] = []
  return {
    now: () => now,
    sleep: async ms => {
      sleeps.push(ms)
      now += ms
    },
    sleeps,
    advance: ms => {
      now += ms
    },
  }
}

/** What a scripted server does with one request: answers, or fails. */
export type Turn = Response | Error | (() => Response | Error)

/** A `fetch` that plays its turns one by one, the last one for ever, and counts the requests. */
export function scripted(...turns: Turn[]): HttpFetch & { sent: () => number } {
  let sent = 0
  const fetch: HttpFetch = async () => {
    const turn = turns[Math.min(sent++, turns.length - 1)]
    const outcome = typeof turn === 'function' ? turn() : turn
    if (outcome instanceof Response) return outcome.clone()
    throw outcome
  }
  return Object.assign(fetch, { sent: () => sent })
}

/** An answer with this status. */
export function answer(status: number, headers: Record<string, string> = {}, body = ''): Response {
  return new Response(status === 204 ? null : body, { status, headers })
}

/** A failure as `fetch` gives it: the system's code is at its cause. */
export function failure(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
}

/** An answer that breaks off after its first bytes. */
export function cutShort(): Response {
  const chunks = [new TextEncoder().encode('{"id": 1')]
  return new Response(
    new ReadableStream({
      pull(controller) {
        const chunk = chunks.shift()
        if (chunk) controller.enqueue(chunk)
        else controller.error(failure('ECONNRESET'))
      },
    }),
  )
}

/** What a call failed with; a call that does not fail is a failure. */
export async function failureOf(call: Promise<unknown>): Promise<ServiceError> {
  const error = await call.then(
    () => new Error('It did not fail.'),
    cause => cause,
  )
  if (error instanceof ServiceError) return error
  throw error
}
