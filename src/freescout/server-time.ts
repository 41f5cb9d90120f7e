import type { HttpResponse } from '../http/http-client.ts'
import type { RetryingFetch } from '../http/retry.ts'

/** The time by the server's clock (RFC 9110, 6.6.1); `undefined` when the answer does not say it. */
export function readServerTime(headers: HttpResponse['headers']): Date | undefined {
  const time = Date.parse(headers.get('date') ?? '')
  return Number.isNaN(time) ? undefined : new Date(time)
}

/** The same `fetch`, and the time by the server's own clock at its newest answer; `undefined` before the first. */
export function watchServerTime(fetch: RetryingFetch): {
  fetch: RetryingFetch
  serverTime: () => Date | undefined
} {
  let newest: Date | undefined
  return {
    fetch: async (url, request) => {
      const response = await fetch(url, request)
      newest = readServerTime(response.headers) ?? newest
      return response
    },
    serverTime: () => newest,
  }
}
