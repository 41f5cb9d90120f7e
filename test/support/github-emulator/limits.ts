import type { Fault } from '../server.ts'
import { Refusal } from './responses.ts'
import type { GitHubState } from './state.ts'

const HOUR = 3600

/** Counts a request against the primary limit; throws GitHub's 403 once nothing is left before the reset. */
export function spend(github: GitHubState): void {
  const { rateLimit } = github
  const now = Math.floor(github.now().getTime() / 1000)
  if (now >= rateLimit.reset) {
    Object.assign(rateLimit, { remaining: rateLimit.limit, used: 0, reset: now + HOUR })
  }
  if (rateLimit.remaining <= 0) {
    throw new Refusal(403, {
      message:
        'API rate limit exceeded for installation ID 1. If you reach out to GitHub Support for help, please include the request ID 0000:EMUL.',
      documentation_url: 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api',
    })
  }
  rateLimit.remaining -= 1
  rateLimit.used += 1
}

/** The headers that every answer of GitHub's carries about the limit. */
export function rateLimitHeaders({ rateLimit }: GitHubState): Record<string, string> {
  return {
    'x-ratelimit-limit': String(rateLimit.limit),
    'x-ratelimit-remaining': String(rateLimit.remaining),
    'x-ratelimit-reset': String(rateLimit.reset),
    'x-ratelimit-used': String(rateLimit.used),
    'x-ratelimit-resource': 'core',
  }
}

/** How the next requests run into the secondary limit. `retryAfter` is in seconds; without it, no such header. */
export type SecondaryLimit = {
  times?: number
  retryAfter?: number
  status?: 403 | 429
  match?: Fault['match']
}

/** The refusal that GitHub's documentation describes for whoever writes too much too fast. */
export function secondaryLimitFault(
  github: GitHubState,
  { times = 1, retryAfter, status = 403, match = () => true }: SecondaryLimit = {},
): Fault {
  const { body } = new Refusal(status, {
    message:
      'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. If you reach out to GitHub Support for help, please include the request ID 0000:EMUL.',
    documentation_url:
      'https://docs.github.com/free-pro-team@latest/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
  })
  return {
    match,
    times,
    trouble: {
      answer: {
        status,
        headers: {
          'content-type': 'application/json; charset=utf-8',
          ...rateLimitHeaders(github),
          ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
        },
        body: JSON.stringify(body),
      },
    },
  }
}
