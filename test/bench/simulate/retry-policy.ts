import { isRateLimited, rateLimitWaitMs } from '../../../src/http/rate-limit.ts'
import { REQUEST_BUDGET_MS, RUN_BUDGET_MS } from '../../../src/http/retry.ts'
import type { LimitedRequest, Refusal, TokenLimits } from './github-limits.ts'

/** The requests of one run to GitHub, with the waits of the product after refusals. */
export type Requester = {
  /** Sends one request. It yields the milliseconds that it waits, and gives the refusal that it gives up with. */
  send: (request: LimitedRequest, now: () => number) => Generator<number, Refusal | undefined, void>
}

/**
 * What `createRetryingFetch` does after a refusal, without its promises, because a month has millions of requests. The waits
 * and the budgets are the product's own. A test plays both against the same limits and compares the times.
 */
export function createRequester(limits: TokenLimits, { roundTripMs }: { roundTripMs: number }): Requester {
  let runBudget = RUN_BUDGET_MS
  return {
    *send(request, now) {
      const giveUpAt = now() + REQUEST_BUDGET_MS
      for (let attempt = 1; ; attempt++) {
        const refusal = limits.take(request, now())
        yield roundTripMs
        if (!refusal) return undefined
        if (!isRateLimited(refusal))
          throw new Error('The product does not take this refusal for a rate limit.')
        const backoff = Math.min(1000 * 2 ** (attempt - 1), 30_000)
        const wait = Math.max(rateLimitWaitMs(refusal, now()), backoff)
        const cost = roundTripMs + wait
        if (cost > runBudget || now() + wait >= giveUpAt) return refusal
        runBudget -= cost
        yield wait
      }
    },
  }
}
