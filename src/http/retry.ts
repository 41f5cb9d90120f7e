import type { Clock } from '../clock.ts'
import { isPermanent, wasNeverSent } from './failure.ts'
import { ATTEMPT_TIMEOUT_MS, type HttpFetch, type HttpRequest, type HttpResponse } from './http-client.ts'
import { isRateLimited, rateLimitWaitMs, retryAfterMs } from './rate-limit.ts'

/** The longest that one request is tried, in milliseconds, from its first attempt to the end of its last. */
export const REQUEST_BUDGET_MS = 90_000
/** The longest that one run spends on failed attempts and the waits after them, in milliseconds, for all its requests. */
export const RUN_BUDGET_MS = 300_000
/** Less time than this is not worth an attempt. */
const SHORTEST_ATTEMPT_MS = 100

/** A request that says whether the server may get it twice. Without a word, only a GET may be repeated. */
export type RetriableRequest = HttpRequest & { idempotent?: boolean | undefined }

/** A `fetch` that tries again when that is safe. */
export type RetryingFetch = (url: string, request?: RetriableRequest) => Promise<HttpResponse>

/**
 * Wraps `fetch` so that passing trouble does not fail a run, and so that nothing happens twice.
 *
 * A rate-limited request did nothing, so any request is sent again after the wait that the server asks for. After no
 * answer, a time-out or a 5xx nobody knows what happened, so only idempotent requests are sent again, never a create.
 * The body is read in here: one that is cut short counts as no answer, and so does a proxy's page instead of JSON.
 *
 * This is our own code because of that rule. `@octokit/plugin-retry` repeats creates, and neither it nor undici's
 * retry interceptor knows a budget that a run shares.
 */
export function createRetryingFetch(fetch: HttpFetch, clock: Clock): RetryingFetch {
  let runBudget = RUN_BUDGET_MS
  return async (url, { idempotent, ...request } = {}) => {
    const giveUpAt = clock.now() + REQUEST_BUDGET_MS
    const repeatable = idempotent ?? (request.method ?? 'GET') === 'GET'
    for (let attempt = 1; ; attempt++) {
      const startedAt = clock.now()
      const timeoutMs = Math.min(giveUpAt - startedAt, ATTEMPT_TIMEOUT_MS)
      const result = await tryOnce(fetch, url, { ...request, timeoutMs })
      const now = clock.now()
      const wait = waitBeforeRetry(result, { repeatable, attempt, now })
      const cost = now - startedAt + (wait ?? 0)
      if (wait === undefined || cost > runBudget || now + wait >= giveUpAt) {
        if (result.kind === 'response') return result.response
        runBudget -= now - startedAt
        throw result.error
      }
      runBudget -= cost
      await clock.sleep(wait)
      // A sleep may end late. Then the answer of before is the result, and no attempt without time is made.
      if (giveUpAt - clock.now() < SHORTEST_ATTEMPT_MS) {
        if (result.kind === 'response') return result.response
        throw result.error
      }
    }
  }
}

/** The result of one attempt. `isUnreadable`: JSON was asked for, and something else came with a good status. */
type Attempt =
  | { kind: 'response'; response: HttpResponse; body: string; isUnreadable: boolean }
  | { kind: 'failure'; error: unknown }

async function tryOnce(fetch: HttpFetch, url: string, request: HttpRequest): Promise<Attempt> {
  try {
    const received = await fetch(url, request)
    const { status, headers } = received
    const body = await received.text()
    const isUnreadable = status >= 200 && status < 300 && asksForJson(request.headers) && !isJson(body)
    // Octokit asks for bytes where it takes an answer for neither JSON nor text.
    const arrayBuffer = async () => new TextEncoder().encode(body).buffer
    const response = { status, headers, text: async () => body, arrayBuffer }
    return { kind: 'response', response, body, isUnreadable }
  } catch (error) {
    return { kind: 'failure', error }
  }
}

/** GitHub gives files as they are when it is asked for the media type `raw`. */
function asksForJson(headers: Record<string, string> = {}): boolean {
  const accept = new Headers(headers).get('accept') ?? ''
  return /\bjson\b/.test(accept) && !/\braw\b/.test(accept)
}

/** An empty body is fine: FreeScout answers writes with none. */
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
  const isPassing = isUnreadable || [408, 500, 502, 503, 504].includes(status)
  return isPassing && repeatable ? Math.max(retryAfterMs(headers, now) ?? 0, backoff) : undefined
}
