import type { Clock } from '../clock.ts'
import { isPermanent, wasNeverSent } from './failure.ts'
import { ATTEMPT_TIMEOUT_MS, type HttpFetch, type HttpRequest, type HttpResponse } from './http-client.ts'
import { isRateLimited, rateLimitWaitMs, retryAfterMs } from './rate-limit.ts'

/** The longest that one request is tried, in milliseconds, from its first attempt to the end of its last. */
export const REQUEST_BUDGET_MS = 90_000
/** The longest that all requests of a run spend on failed attempts and on waits, in milliseconds. */
export const RUN_BUDGET_MS = 300_000
/** No attempt starts with less time than this, in milliseconds. */
const SHORTEST_ATTEMPT_MS = 100

/**
 * A request. `idempotent` says whether it may be sent twice; by default, only a GET may. When the body may be out of date
 * after a wait, `bodyForRepeat` gives the body of each later attempt. What it throws ends the request.
 */
export type RetriableRequest = HttpRequest & {
  idempotent?: boolean | undefined
  bodyForRepeat?: (() => Promise<string>) | undefined
}

/** A `fetch` that tries again when that is safe. */
export type RetryingFetch = (url: string, request?: RetriableRequest) => Promise<HttpResponse>

/**
 * Wraps `fetch`. A temporary failure then does not make a run fail, and no write happens twice.
 *
 * A server does nothing for a rate-limited request. So every such request is sent again, after the wait that the server
 * asks for. After no answer, a time-out or a 5xx, nobody knows whether the server acted. So only idempotent requests
 * are sent again, and never one that creates something. A body that is cut short counts as no answer. So does a web
 * page where JSON was asked for, because it comes from a proxy.
 *
 * This is own code because `@octokit/plugin-retry` repeats creates. Neither that plugin nor undici's retry interceptor
 * has a budget that all requests of a run share.
 */
export function createRetryingFetch(fetch: HttpFetch, clock: Clock): RetryingFetch {
  let runBudget = RUN_BUDGET_MS
  return async (url, { idempotent, bodyForRepeat, ...request } = {}) => {
    let { body } = request
    const giveUpAt = clock.now() + REQUEST_BUDGET_MS
    const repeatable = idempotent ?? (request.method ?? 'GET') === 'GET'
    for (let attempt = 1; ; attempt++) {
      const startedAt = clock.now()
      const timeoutMs = Math.min(giveUpAt - startedAt, ATTEMPT_TIMEOUT_MS)
      const result = await tryOnce(fetch, url, { ...request, body, timeoutMs })
      const now = clock.now()
      const wait = waitBeforeRetry(result, { repeatable, attempt, now })
      const cost = now - startedAt + (wait ?? 0)
      if (wait === undefined || cost > runBudget || now + wait >= giveUpAt) {
        if (result.kind === 'failure') runBudget -= now - startedAt
        return responseOf(result)
      }
      runBudget -= cost
      await clock.sleep(wait)
      if (bodyForRepeat) body = await bodyForRepeat()
      // All of this may take longer. When too little time is left for another attempt, this one's result counts.
      if (giveUpAt - clock.now() < SHORTEST_ATTEMPT_MS) return responseOf(result)
    }
  }
}

/** @throws the error of an attempt that got no response */
function responseOf(result: Attempt): HttpResponse {
  if (result.kind === 'failure') throw result.error
  return result.response
}

/** The result of one attempt. `isUnreadable`: the status is 2xx, but the body is not the JSON that was asked for. */
type Attempt =
  | { kind: 'response'; response: HttpResponse; body: string; isUnreadable: boolean }
  | { kind: 'failure'; error: unknown }

async function tryOnce(fetch: HttpFetch, url: string, request: HttpRequest): Promise<Attempt> {
  try {
    const received = await fetch(url, request)
    const { status, headers } = received
    const body = await received.text()
    const isUnreadable = status >= 200 && status < 300 && asksForJson(request.headers) && !isJson(body)
    // Octokit reads bytes when the content type is neither JSON nor text.
    const arrayBuffer = async () => new TextEncoder().encode(body).buffer
    const response = { status, headers, text: async () => body, arrayBuffer }
    return { kind: 'response', response, body, isUnreadable }
  } catch (error) {
    return { kind: 'failure', error }
  }
}

/** For a media type with `raw` and `json` in it, GitHub sends the file itself, which need not be JSON. */
function asksForJson(headers: Record<string, string> = {}): boolean {
  const accept = new Headers(headers).get('accept') ?? ''
  return /\bjson\b/.test(accept) && !/\braw\b/.test(accept)
}

/** An empty body counts as JSON, because FreeScout answers writes with an empty body. */
function isJson(text: string): boolean {
  try {
    if (text) JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** How long to wait before the next attempt, in milliseconds; `undefined` when there must be none. */
function waitBeforeRetry(
  attempted: Attempt,
  { repeatable, attempt, now }: { repeatable: boolean; attempt: number; now: number },
): number | undefined {
  const backoff = Math.min(1000 * 2 ** (attempt - 1), 30_000)
  if (attempted.kind === 'failure') {
    const { error } = attempted
    return !isPermanent(error) && (repeatable || wasNeverSent(error)) ? backoff : undefined
  }
  const { response, body, isUnreadable } = attempted
  const { status, headers } = response
  if (isRateLimited({ status, headers, text: body }))
    return Math.max(rateLimitWaitMs({ headers }, now), backoff)
  const isTemporary = isUnreadable || [408, 500, 502, 503, 504].includes(status)
  return isTemporary && repeatable ? Math.max(retryAfterMs(headers, now) ?? 0, backoff) : undefined
}
