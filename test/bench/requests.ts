import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { IncomingMessage } from 'node:http'
import type { Figures } from './figures.ts'

/** One request as the servers of this process had it; times in milliseconds on the clock of `performance.now()`. */
export type Timed = { line: string; startedAt: number; endedAt: number }

/** Follows every request to a server of this process until it is stopped; `stop` gives those that were answered. */
export function watchRequests(): { stop: () => Timed[] } {
  const requests = new Map<IncomingMessage, Timed>()
  const onStart = (message: unknown) => {
    const { request } = message as { request: IncomingMessage }
    const line = `${request.method} ${request.url}`
    requests.set(request, { line, startedAt: performance.now(), endedAt: Number.NaN })
  }
  const onFinish = (message: unknown) => {
    const timed = requests.get((message as { request: IncomingMessage }).request)
    if (timed) timed.endedAt = performance.now()
  }
  // https://nodejs.org/api/diagnostics_channel.html#http
  subscribe('http.server.request.start', onStart)
  subscribe('http.server.response.finish', onFinish)
  return {
    stop: () => {
      unsubscribe('http.server.request.start', onStart)
      unsubscribe('http.server.response.finish', onFinish)
      return [...requests.values()].filter(({ endedAt }) => !Number.isNaN(endedAt))
    },
  }
}

/**
 * The longest chain of requests of which each was sent after the one before had been answered: the run's round trips.
 * With servers that answer at once, requests sent together may be answered one after the other, and count as a chain.
 */
export function roundTrips(requests: Timed[]): Timed[] {
  const chain: Timed[] = []
  for (const request of requests.toSorted((one, other) => one.endedAt - other.endedAt)) {
    const last = chain.at(-1)
    if (!last || request.startedAt >= last.endedAt) chain.push(request)
  }
  return chain
}

/** How many answers a run waits for, by how much longer it takes when each takes longer: a check on the log. */
export function roundTripsByTime(slow: SlowedDown, fast: SlowedDown): number {
  return (slow.wall.median - fast.wall.median) / (slow.delayMs - fast.delayMs)
}

/** Runs between servers whose every answer takes `delayMs`; both in milliseconds. */
type SlowedDown = { delayMs: number; wall: Figures }
