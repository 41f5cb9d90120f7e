import { VERSION } from './version.ts'

/** How long GitHub is given for one call, to the last byte of its answer. */
const TIMEOUT_MS = 10_000
/** What a caller is asked to wait when GitHub failed without saying for how long. */
const AFTER_FAILURE_S = 10
/** GitHub's word: at least a minute, when it limits without a header. */
const AFTER_LIMIT_S = 60
/** The longest that calls are held back. A rate limit's hour is the longest that GitHub asks for. */
const MAX_WAIT_S = 3600

/** For the way that calls take where a process makes them: what GitHub answers has a few kilobytes. */
export const CALL_LIMITS = { idleMs: 15_000, maxBytes: 1024 * 1024 }

/** The part of `fetch` that calls to GitHub need; the global one fits. It must follow no redirect. */
export type Fetch = (
  url: string,
  init: {
    method: 'GET' | 'POST'
    headers: Record<string, string>
    /** Empty for GET. */
    body: string
    redirect: 'manual'
    signal: AbortSignal
  },
) => Promise<FetchAnswer>

/** The part of a `Response` that is read. */
export type FetchAnswer = {
  status: number
  headers: { get: (name: string) => string | null }
  text: () => Promise<string>
}

/** GitHub's answer to a call. */
export type Answer = { status: number; body: string }

/** A call to GitHub's REST API, `path` being what comes after the API's URL. */
export type Post = (path: string, call: { token: string; body: object }) => Promise<Answer>

/**
 * Why GitHub did not take something: 503 when it will later (`retryAfter`, in seconds), 502 when it won't until
 * someone puts it right. The message goes to the log and holds no secret.
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
 * Makes the one way to GitHub. After a 5xx or a rate limit nothing is sent until the time is up that GitHub
 * asked for; `assertReady` throws the same trouble as the call that met it.
 *
 * Rate limits: https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function createCalls({ fetch, apiUrl, now }: { fetch: Fetch; apiUrl: string; now: () => number }): {
  post: Post
  assertReady: () => void
} {
  let pause: { until: number; trouble: GitHubTrouble } | undefined

  function assertReady(): void {
    if (!pause || now() >= pause.until) return
    const { message, reason } = pause.trouble
    throw new GitHubTrouble(message, { status: 503, reason, retryAfter: secondsUntil(pause.until, now()) })
  }

  async function post(path: string, { token, body }: { token: string; body: object }): Promise<Answer> {
    assertReady()
    const { status, headers, text } = await send(fetch, `${apiUrl}${path}`, { token, body })
    const retryAfter = secondsToWait({ status, headers, text }, now())
    if (retryAfter !== undefined) {
      const reason = status >= 500 ? 'github-unavailable' : 'github-rate-limited'
      const message = `GitHub answered ${status}. Nothing is sent to it for ${retryAfter} s.`
      const trouble = new GitHubTrouble(message, { status: 503, reason, retryAfter })
      const until = now() + retryAfter * 1000
      if (!pause || until > pause.until) pause = { until, trouble }
      throw trouble
    }
    if (status >= 300 && status < 400) {
      const message = `GitHub redirected the call (${status}). Set GITHUB_API_URL to the API itself, and GITHUB_REPOSITORY to the repository's present name: no redirect is followed.`
      throw new GitHubTrouble(message, { status: 502, reason: 'github-redirected' })
    }
    return { status, body: text }
  }

  return { post, assertReady }
}

type Received = { status: number; headers: FetchAnswer['headers']; text: string }

async function send(fetch: Fetch, url: string, call: { token: string; body: object }): Promise<Received> {
  // Not AbortSignal.timeout(): its timers stay for their full time after every call that went well.
  const abort = new AbortController()
  const timer = setTimeout(
    () => abort.abort(new DOMException('No answer in time', 'TimeoutError')),
    TIMEOUT_MS,
  )
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        accept: 'application/vnd.github+json',
        authorization: `Bearer ${call.token}`,
        'content-type': 'application/json',
        'user-agent': `freescout-autolink/${VERSION}`,
        'x-github-api-version': '2022-11-28',
      },
      body: JSON.stringify(call.body),
      redirect: 'manual',
      signal: abort.signal,
    })
    return { status: answer.status, headers: answer.headers, text: await answer.text() }
  } catch (cause) {
    const message = `GitHub gave no answer (${nameOf(cause)}). FreeScout will try again.`
    const about = { status: 503, reason: 'github-unavailable', retryAfter: AFTER_FAILURE_S, cause } as const
    throw new GitHubTrouble(message, about)
  } finally {
    clearTimeout(timer)
  }
}

/** Seconds to hold calls back, in GitHub's order: its `retry-after`, a spent limit's reset, at least a minute. */
function secondsToWait({ status, headers, text }: Received, time: number): number | undefined {
  const asked = retryAfter(headers.get('retry-after'), time)
  if (status >= 500) return asked ?? AFTER_FAILURE_S
  const spent = headers.get('x-ratelimit-remaining') === '0'
  const limited =
    status === 429 || (status === 403 && (asked !== undefined || spent || /rate limit/i.test(text)))
  if (!limited) return undefined
  if (asked !== undefined) return asked
  const reset = Number(headers.get('x-ratelimit-reset')) * 1000
  return spent && reset > time ? secondsUntil(reset, time) : AFTER_LIMIT_S
}

/** `Retry-After` is either seconds or a date (RFC 9110, 10.2.3). */
function retryAfter(header: string | null, time: number): number | undefined {
  if (!header) return undefined
  const until = /^\d+$/.test(header) ? time + Number(header) * 1000 : Date.parse(header)
  return Number.isNaN(until) ? undefined : secondsUntil(until, time)
}

function secondsUntil(until: number, time: number): number {
  return Math.min(MAX_WAIT_S, Math.max(1, Math.ceil((until - time) / 1000)))
}

/** A failure's code or name, such as `ECONNREFUSED` or `TimeoutError`: enough to act on, and nobody's data. */
export function nameOf(error: unknown): string {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code
  }
  return error instanceof Error ? error.name : 'unknown'
}
