import { expect, it } from 'vitest'
import { createRetryingFetch } from '../../../src/http/retry.ts'
import { createTokenLimits, type LimitedRequest } from '../../bench/simulate/github-limits.ts'
import { createRequester } from '../../bench/simulate/retry-policy.ts'

const START = Date.parse('2026-11-02T10:00:00Z')
const ROUND_TRIP_MS = 200
const MINUTE = 60_000

/** Requests of one run, each so many milliseconds after the answer to the one before. */
type Case = {
  name: string
  requests: LimitedRequest[]
  pauseMs: number
  used: LimitedRequest[]
  perHour: number
}

const READ: LimitedRequest = { resource: 'core', writes: false, creates: false }
const CREATE: LimitedRequest = { resource: 'core', writes: true, creates: true }
const times = (count: number, request: LimitedRequest) => Array.from({ length: count }, () => request)

const CASES: Case[] = [
  { name: 'nothing is refused', requests: times(5, READ), pauseMs: 100, used: [], perHour: 100 },
  {
    name: 'the hour ends within the minute and a half',
    requests: times(3, READ),
    pauseMs: 0,
    used: times(10, READ),
    perHour: 10,
  },
  {
    name: 'the minute is full of creations',
    requests: [READ, CREATE, READ],
    pauseMs: 0,
    used: times(80, CREATE),
    perHour: 5000,
  },
  {
    name: 'a long run is refused again and again, until its budget is spent',
    requests: times(600, CREATE),
    pauseMs: 0,
    used: [],
    perHour: 5000,
  },
]

/** When each answer came and whether it was a refusal, by the product's own client. */
async function playReal(
  { requests, pauseMs, used, perHour }: Case,
  startsAfterMs: number,
): Promise<string[]> {
  const limits = createTokenLimits({ perHour })
  for (const request of used) limits.take(request, START)
  let now = START + startsAfterMs
  let current = READ
  const fetch = createRetryingFetch(
    async () => {
      const refusal = limits.take(current, now)
      now += ROUND_TRIP_MS
      const { status, headers, text } = refusal ?? { status: 200, headers: new Headers(), text: '{}' }
      return { status, headers, text: async () => text }
    },
    {
      now: () => now,
      sleep: async ms => {
        now += ms
      },
    },
  )
  const answers: string[] = []
  for (const request of requests) {
    current = request
    const { status } = await fetch('https://api.github.example/', { method: request.writes ? 'POST' : 'GET' })
    answers.push(`${status === 200} at ${now - START}`)
    now += pauseMs
  }
  return answers
}

function playSimulated({ requests, pauseMs, used, perHour }: Case, startsAfterMs: number): string[] {
  const limits = createTokenLimits({ perHour })
  for (const request of used) limits.take(request, START)
  let now = START + startsAfterMs
  const requester = createRequester(limits, { roundTripMs: ROUND_TRIP_MS })
  return requests.map(request => {
    const sending = requester.send(request, () => now)
    let next = sending.next()
    for (; !next.done; next = sending.next()) now += next.value
    const answer = `${next.value === undefined} at ${now - START}`
    now += pauseMs
    return answer
  })
}

const STARTS = [0, 58.6 * MINUTE, 59.5 * MINUTE]

it.each(CASES)('the simulation waits and gives up as the product does: $name', async played => {
  for (const startsAfterMs of STARTS) {
    expect(playSimulated(played, startsAfterMs)).toEqual(await playReal(played, startsAfterMs))
  }
})
