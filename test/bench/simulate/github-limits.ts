/** A request as GitHub's limits see it. `creates`: it makes an issue, a comment or the like. */
export type LimitedRequest = { resource: 'core' | 'graphql'; writes: boolean; creates: boolean }

/** How GitHub refuses a request. Header names are in lower case. */
export type Refusal = { status: 403; headers: Headers; text: string; limit: Limit }

/** Which limit refused a request. */
export type Limit = 'requests an hour' | 'creations a minute' | 'creations an hour' | 'points a minute'

/** The limits of one token. */
export type TokenLimits = {
  /** Counts the request, or says how GitHub refuses it. */
  take: (request: LimitedRequest, now: number) => Refusal | undefined
  /** How many REST requests are left this hour. */
  left: (now: number) => number
  /** REST requests that were answered in the hour in which there were most. */
  busiestHour: () => number
  /** Refusals so far. */
  refused: Record<Limit, number>
}

const SECOND_MS = 1000
const MINUTE_MS = 60_000
const HOUR_MS = 3_600_000

/**
 * Requests an hour, by the kind of token.
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export const HOURLY = { GITHUB_TOKEN: 1000, App: 5000, personal: 5000 } as const

/**
 * GitHub's secondary limits: content that is made in a minute and in an hour, and points in a minute (a read is 1, a write 5).
 * https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits
 */
export const SECONDARY = { creationsPerMinute: 80, creationsPerHour: 500, pointsPerMinute: 900 } as const

/** The `retry-after` of a secondary refusal. GitHub names a minute most of the time, and asks for one if it names none. */
const RETRY_AFTER_S = 60

/**
 * Makes the limits of one token. The hourly quota starts with the first request after the end of the one before. The
 * secondary limits are sliding windows. REST and GraphQL have a quota each. A refused request counts for nothing.
 */
export function createTokenLimits({
  perHour,
  secondary = SECONDARY,
}: {
  perHour: number
  secondary?: { creationsPerMinute: number; creationsPerHour: number; pointsPerMinute: number }
}): TokenLimits {
  const quotas = { core: createQuota(perHour), graphql: createQuota(perHour) }
  const inMinute = createWindow(MINUTE_MS)
  const inHour = createWindow(HOUR_MS)
  const points = createWindow(MINUTE_MS)
  const refused: Record<Limit, number> = {
    'requests an hour': 0,
    'creations a minute': 0,
    'creations an hour': 0,
    'points a minute': 0,
  }
  const perClockHour = new Map<number, number>()

  function secondaryLimit(
    { cost, creates }: { cost: number; creates: boolean },
    now: number,
  ): Limit | undefined {
    if (points.sum(now) + cost > secondary.pointsPerMinute) return 'points a minute'
    if (creates && inMinute.sum(now) >= secondary.creationsPerMinute) return 'creations a minute'
    if (creates && inHour.sum(now) >= secondary.creationsPerHour) return 'creations an hour'
    return undefined
  }

  return {
    refused,
    left: now => quotas.core.left(now),
    busiestHour: () => Math.max(0, ...perClockHour.values()),
    take({ resource, writes, creates }, now) {
      const quota = quotas[resource]
      if (quota.left(now) === 0) {
        refused['requests an hour']++
        return refusal('requests an hour', {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': String(Math.ceil(quota.resetAt() / SECOND_MS)),
          'x-ratelimit-resource': resource,
        })
      }
      const cost = writes ? 5 : 1
      const exceeded = secondaryLimit({ cost, creates }, now)
      if (exceeded) {
        refused[exceeded]++
        return refusal(exceeded, { 'retry-after': String(RETRY_AFTER_S) })
      }
      quota.spend(now)
      points.add(cost, now)
      if (creates) {
        inMinute.add(1, now)
        inHour.add(1, now)
      }
      const hour = Math.floor(now / HOUR_MS)
      if (resource === 'core') perClockHour.set(hour, (perClockHour.get(hour) ?? 0) + 1)
      return undefined
    },
  }
}

function refusal(limit: Limit, headers: Record<string, string>): Refusal {
  const text = `{"message":"You have exceeded a ${limit === 'requests an hour' ? '' : 'secondary '}rate limit."}`
  return { status: 403, headers: new Headers(headers), text, limit }
}

/** A number of requests in a fixed hour. */
function createQuota(limit: number) {
  let used = 0
  let resetAt = Number.NEGATIVE_INFINITY
  return {
    left: (now: number) => (now >= resetAt ? limit : limit - used),
    resetAt: () => resetAt,
    spend(now: number) {
      if (now >= resetAt) {
        used = 0
        resetAt = now + HOUR_MS
      }
      used++
    },
  }
}

/** A sum over the last so many milliseconds. */
function createWindow(ms: number) {
  let entries: { at: number; amount: number }[] = []
  let first = 0
  let total = 0
  return {
    sum(now: number) {
      for (let entry = entries[first]; entry && entry.at <= now - ms; entry = entries[first]) {
        total -= entry.amount
        first++
      }
      if (first > 1000) {
        entries = entries.slice(first)
        first = 0
      }
      return total
    },
    add(amount: number, now: number) {
      entries.push({ at: now, amount })
      total += amount
    },
  }
}
