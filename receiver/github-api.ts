import { causeCode } from '../src/http/cause.ts'
import { isRateLimited, type LimitedResponse, quotaResetAt, retryAfterMs } from '../src/http/rate-limit.ts'
import { VERSION } from './log.ts'

/** The longest that GitHub may take for one call, to the last byte of its answer, in milliseconds. */
const TIMEOUT_MS = 10_000
/** The longest answer that is read, in bytes. GitHub's answers to the receiver have a few kilobytes. */
export const MAX_ANSWER_BYTES = 1024 * 1024
/** The pause after a failure for which GitHub names no time, in seconds. */
const AFTER_FAILURE_S = 10
/** The pause after a rate limit for which GitHub names no time. GitHub asks for at least a minute. */
const AFTER_LIMIT_S = 60
/** The longest pause. The longest that GitHub asks for is the hour of a rate limit. */
const MAX_PAUSE_S = 3600

/** One HTTP request to GitHub's API. `body` is JSON; a GET has none. */
export type ApiRequest = {
  method: 'GET' | 'POST'
  headers: Record<string, string>
  body?: string
  /** Ends the request, up to the last byte of the answer. */
  signal: AbortSignal
}

/** GitHub's answer, read to its end. `headers` finds names in lower case. */
export type ApiResponse = LimitedResponse

/**
 * Sends one request. It follows no redirect, and reads at most {@link MAX_ANSWER_BYTES}.
 *
 * @throws {Error} when there is no answer, or the answer is too long; its code or name says why
 */
export type SendRequest = (url: string, request: ApiRequest) => Promise<ApiResponse>

/** The result of a read: an answer, or the code of the failure that prevented one. */
export type ApiResult = ({ kind: 'answer' } & ApiResponse) | { kind: 'no-answer'; code: string }

/** GitHub's REST API. A `path` is what follows the API's URL. */
export type GitHubApi = {
  /** Reads something. It never rejects. */
  get: (path: string, call: { token: string; accept?: string }) => Promise<ApiResult>
  /** @throws {GitHubTrouble} for no answer, a 5xx, a rate limit or a redirect; every other status is returned */
  post: (path: string, call: { token: string; body: object }) => Promise<ApiResponse>
  /** @throws {GitHubTrouble} while GitHub has asked for a pause */
  assertReady: () => void
}

/**
 * Why GitHub did not accept something: 503 when it will later (`retryAfter`, in seconds), 502 when somebody has to
 * fix something first. The message goes to the log and holds no secret.
 */
export class GitHubTrouble extends Error {
  readonly status: 502 | 503
  readonly reason: string
  readonly retryAfter: number | undefined

  constructor(
    message: string,
    about: { status: 502 | 503; reason: string; retryAfter?: number; cause?: unknown },
  ) {
    super(message, { cause: about.cause })
    this.name = 'GitHubTrouble'
    this.status = about.status
    this.reason = about.reason
    this.retryAfter = about.retryAfter
  }
}

/**
 * Makes the client for GitHub. After a 5xx or a rate limit it posts nothing until the time that GitHub asked for is
 * over. Until then, `post` and `assertReady` throw the error of the call that caused the pause.
 *
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 *
 * @param now milliseconds since the epoch
 */
export function createGitHubApi({
  send,
  apiUrl,
  now,
}: {
  send: SendRequest
  apiUrl: string
  now: () => number
}): GitHubApi {
  let pause: { until: number; reason: string; message: string } | undefined

  function assertReady(): void {
    if (!pause || now() >= pause.until) return
    const { until, reason, message } = pause
    throw new GitHubTrouble(message, { status: 503, reason, retryAfter: secondsUntil(until, now()) })
  }

  async function get(
    path: string,
    { token, accept }: { token: string; accept?: string },
  ): Promise<ApiResult> {
    try {
      const headers = headersFor(token, accept)
      return { kind: 'answer', ...(await sendInTime(send, `${apiUrl}${path}`, { method: 'GET', headers })) }
    } catch (error) {
      return { kind: 'no-answer', code: failureCode(error) }
    }
  }

  async function post(path: string, { token, body }: { token: string; body: object }): Promise<ApiResponse> {
    assertReady()
    const request = {
      method: 'POST',
      headers: { ...headersFor(token), 'content-type': 'application/json' },
      body: JSON.stringify(body),
    } as const
    const answer = await sendInTime(send, `${apiUrl}${path}`, request).catch((cause: unknown) => {
      const message = `GitHub gave no answer (${failureCode(cause)}). FreeScout will try again.`
      const about = { reason: 'github-unavailable', retryAfter: AFTER_FAILURE_S, cause }
      throw new GitHubTrouble(message, { status: 503, ...about })
    })
    const { status } = answer
    const retryAfter = secondsToWait(answer, now())
    if (retryAfter !== undefined) {
      const reason = status >= 500 ? 'github-unavailable' : 'github-rate-limited'
      const message = `GitHub answered ${status}. Nothing is sent to it for ${retryAfter} s.`
      const until = now() + retryAfter * 1000
      if (!pause || until > pause.until) pause = { until, reason, message }
      throw new GitHubTrouble(message, { status: 503, reason, retryAfter })
    }
    if (status >= 300 && status < 400) {
      const message = `GitHub redirected the call (${status}). Set GITHUB_API_URL to the URL of the API, and GITHUB_REPOSITORY to the repository's current name: no redirect is followed.`
      throw new GitHubTrouble(message, { status: 502, reason: 'github-redirected' })
    }
    return answer
  }

  return { get, post, assertReady }
}

function headersFor(token: string, accept = 'application/vnd.github+json'): Record<string, string> {
  return {
    accept,
    authorization: `Bearer ${token}`,
    'user-agent': `freescout-autolink/${VERSION}`,
    'x-github-api-version': '2022-11-28',
  }
}

/** The timer of `AbortSignal.timeout()` would stay for its full time after every call, so this one is cleared. */
async function sendInTime(
  send: SendRequest,
  url: string,
  request: Omit<ApiRequest, 'signal'>,
): Promise<ApiResponse> {
  const controller = new AbortController()
  const timeout = new DOMException('No answer in time', 'TimeoutError')
  const timer = setTimeout(() => controller.abort(timeout), TIMEOUT_MS)
  try {
    return await send(url, { ...request, signal: controller.signal })
  } finally {
    clearTimeout(timer)
  }
}

/** How many seconds to pause after this answer; `undefined` for an answer that asks for no pause. */
function secondsToWait(answer: ApiResponse, time: number): number | undefined {
  const isFailure = answer.status >= 500
  if (!isFailure && !isRateLimited(answer)) return undefined
  const wanted = retryAfterMs(answer.headers, time)
  if (wanted !== undefined) return secondsUntil(time + wanted, time)
  if (isFailure) return AFTER_FAILURE_S
  const resetAt = quotaResetAt(answer.headers) ?? 0
  return resetAt > time ? secondsUntil(resetAt, time) : AFTER_LIMIT_S
}

function secondsUntil(until: number, time: number): number {
  return Math.min(MAX_PAUSE_S, Math.max(1, Math.ceil((until - time) / 1000)))
}

/** A failure's code or name, such as `ECONNREFUSED` or `TimeoutError`. It never holds anybody's data. */
function failureCode(error: unknown): string {
  return causeCode(error) ?? (error instanceof Error ? error.name : 'unknown')
}
