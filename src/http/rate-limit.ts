/** The part of a response that says something about rate limits. `text` is its body. */
export type LimitedResponse = {
  status: number
  headers: { get: (name: string) => string | null }
  text: string
}

/** How long GitHub asks to wait, in milliseconds, when a refusal names no time. */
const UNKNOWN_WAIT_MS = 60_000

/**
 * Whether the server refused a request because there were too many. Such a request did nothing. GitHub answers 429, or
 * 403 together with one of three signs.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit
 */
export function isRateLimited({ status, headers, text }: LimitedResponse): boolean {
  if (status === 429) return true
  if (status !== 403) return false
  return headers.get('retry-after') !== null || isQuotaSpent(headers) || /\brate limit\b/i.test(text)
}

/**
 * How long to wait after a rate-limited response, in milliseconds, by the signs in GitHub's order: `retry-after`, then
 * the reset of a spent quota, then a minute.
 */
export function rateLimitWaitMs({ headers }: Pick<LimitedResponse, 'headers'>, now: number): number {
  const resetAt = quotaResetAt(headers)
  return retryAfterMs(headers, now) ?? (resetAt === undefined ? UNKNOWN_WAIT_MS : Math.max(resetAt - now, 0))
}

/** `Retry-After` in milliseconds from now; seconds or a date (RFC 9110, 10.2.3). `undefined` when there is none. */
export function retryAfterMs(headers: LimitedResponse['headers'], now: number): number | undefined {
  const value = headers.get('retry-after')
  if (!value) return undefined
  const seconds = Number(value)
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(value) - now
  return Number.isFinite(ms) ? Math.max(ms, 0) : undefined
}

/** When a spent quota is full again, in milliseconds since the epoch; `undefined` when it is not spent. */
export function quotaResetAt(headers: LimitedResponse['headers']): number | undefined {
  const reset = Number(headers.get('x-ratelimit-reset'))
  return isQuotaSpent(headers) && reset > 0 ? reset * 1000 : undefined
}

/**
 * How many REST requests the token has left this hour; `undefined` when the response does not say. A response of
 * GraphQL shows another quota, which `x-ratelimit-resource` names.
 */
export function restRequestsLeft(headers: LimitedResponse['headers']): number | undefined {
  const left = headers.get('x-ratelimit-remaining')
  const resource = headers.get('x-ratelimit-resource') ?? 'core'
  return left === null || resource !== 'core' ? undefined : Number(left)
}

function isQuotaSpent(headers: LimitedResponse['headers']): boolean {
  return headers.get('x-ratelimit-remaining') === '0'
}
