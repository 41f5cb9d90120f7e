import type { Clock } from '../clock.ts'
import type { Answer } from './https.ts'
import { ATTEMPT_TIMEOUT_MS, type Fetch, isPermanent, wasNeverSent } from './transport.ts'

/** The longest that one request is tried for, from its first attempt to the end of its last. */
export const REQUEST_BUDGET_MS = 90_000
/** The longest that one run spends on failed attempts and the waits after them, all its requests together. */
export const RUN_BUDGET_MS = 300_000

/**
 * Wraps `fetch` so that passing trouble is ridden out, and so that nothing is ever done twice.
 *
 * A refusal (rate limits) means that the server did nothing: any request is sent again, after the wait the
 * server asks for. No answer, a time-out or a 5xx leave that open: only reads and idempotent writes are sent
 * again, a create never is. Bodies are read in here, so that one cut short counts as no answer; so does a page of
 * some proxy where JSON was asked for, even if its status says that all is well.
 *
 * Written here and not taken from a library because of that rule: `@octokit/plugin-retry` repeats creates, and
 * neither it nor undici's retry interceptor knows a budget that a run shares.
 */
export function retryingFetch(fetch: Fetch, clock: Clock): Fetch {
  let runBudget = RUN_BUDGET_MS
  return async (url, init = {}) => {
    const giveUpAt = clock.now() + REQUEST_BUDGET_MS
    const repeatable = isRepeatable(url, init.method)
    for (let attempt = 1; ; attempt++) {
      const startedAt = clock.now()
      const timeoutMs = Math.min(giveUpAt - startedAt, ATTEMPT_TIMEOUT_MS)
      const outcome = await attemptOnce(fetch, url, { ...init, timeoutMs })
      const now = clock.now()
      const wait = delayBeforeRetry(outcome, { repeatable, attempt, now })
      const cost = now - startedAt + (wait ?? 0)
      if (wait === undefined || cost > runBudget || now + wait >= giveUpAt) {
        if ('error' in outcome) {
          runBudget -= now - startedAt
          throw outcome.error
        }
        return outcome.answer
      }
      runBudget -= cost
      await clock.sleep(wait)
    }
  }
}

type Outcome = { answer: Answer; refused: boolean; unreadable: boolean } | { error: unknown }

async function attemptOnce(fetch: Fetch, url: string, init: Parameters<Fetch>[1]): Promise<Outcome> {
  try {
    const received = await fetch(url, init)
    const { status, headers } = received
    const text = await received.text()
    const unreadable = status >= 200 && status < 300 && asksForJson(init?.headers) && !isJson(text)
    // Octokit asks for bytes where it takes an answer for neither JSON nor text.
    const arrayBuffer = async () => new TextEncoder().encode(text).buffer
    const answer = { status, headers, text: async () => text, arrayBuffer }
    return { answer, refused: isRefusal(answer, text), unreadable }
  } catch (error) {
    return { error }
  }
}

/** GitHub gives files as they are when it is asked for the media type `raw`. */
function asksForJson(headers: Record<string, string> = {}): boolean {
  const accept = Object.entries(headers).find(([name]) => name.toLowerCase() === 'accept')?.[1] ?? ''
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

/** Whether the server turned the request away for its rate: 429, or GitHub's 403 with one of its signs. */
function isRefusal({ status, headers }: Answer, text: string): boolean {
  if (status === 429) return true
  if (status !== 403) return false
  return (
    headers.get('retry-after') !== null ||
    headers.get('x-ratelimit-remaining') === '0' ||
    text.includes('secondary rate limit')
  )
}

/**
 * How long to wait before the next attempt, in milliseconds; `undefined` when there must be none.
 * The order of the signs is GitHub's: `retry-after`, then the reset of a spent limit, then at least a minute.
 */
export function delayBeforeRetry(
  outcome: Outcome,
  { repeatable, attempt, now }: { repeatable: boolean; attempt: number; now: number },
): number | undefined {
  const backoff = Math.min(1000 * 2 ** (attempt - 1), 30_000)
  if ('error' in outcome) {
    const { error } = outcome
    return !isPermanent(error) && (repeatable || wasNeverSent(error)) ? backoff : undefined
  }

  const { status, headers } = outcome.answer
  const asked = retryAfterMs(headers, now)
  if (outcome.refused) {
    if (asked !== undefined) return Math.max(asked, backoff)
    const reset = Number(headers.get('x-ratelimit-reset'))
    if (headers.get('x-ratelimit-remaining') === '0' && reset > 0) {
      return Math.max(reset * 1000 - now, backoff)
    }
    return 60_000
  }
  const passing =
    outcome.unreadable ||
    status === 408 ||
    status === 500 ||
    status === 502 ||
    status === 503 ||
    status === 504
  return passing && repeatable ? Math.max(asked ?? 0, backoff) : undefined
}

/** Reads, idempotent writes, and the two POSTs that may come twice: a GraphQL query, and labels put on an issue. */
function isRepeatable(url: string, method = 'GET'): boolean {
  return method !== 'POST' || /\/graphql$|\/issues\/\d+\/labels$/.test(url)
}

function retryAfterMs(headers: Answer['headers'], now: number): number | undefined {
  const value = headers.get('retry-after')
  if (!value) return undefined
  const seconds = Number(value)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now
  return Number.isFinite(ms) ? Math.max(ms, 0) : undefined
}
