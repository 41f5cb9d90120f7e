const MINUTE_MS = 60_000

/** Limits how many dispatches the receiver sends in a minute. */
type DispatchLimits = {
  /**
   * Counts one dispatch, if the limits allow it.
   *
   * @param signature the key that a delivery and its replay have in common
   * @returns 0 when the dispatch was counted; else the seconds (whole, at least 1) until one is allowed again
   */
  take: (signature: string) => number
}

/**
 * A sliding window over the last minute, in this process. FreeScout's deliveries have neither an id nor a time, so
 * anybody who captured one can replay it. One signature therefore gets a tenth of the window (at least one). This
 * share is checked first, so that a replay takes nothing from other deliveries.
 *
 * @param now milliseconds since the epoch
 */
export function createDispatchLimits({
  perMinute,
  now,
}: {
  perMinute: number
  now: () => number
}): DispatchLimits {
  const perSignature = Math.max(1, Math.floor(perMinute / 10))
  /** Oldest first. */
  const taken: { at: number; signature: string }[] = []
  const counts = new Map<string, number>()

  const count = (signature: string, by: 1 | -1) => {
    const sum = (counts.get(signature) ?? 0) + by
    if (sum === 0) counts.delete(signature)
    else counts.set(signature, sum)
  }

  return {
    take(signature) {
      const time = now()
      // An entry in the future was counted before somebody set the clock back.
      for (let oldest = taken[0]; oldest && !isWithinMinute(oldest.at, time); oldest = taken[0]) {
        taken.shift()
        count(oldest.signature, -1)
      }
      const blocking =
        (counts.get(signature) ?? 0) >= perSignature
          ? taken.find(entry => entry.signature === signature)
          : taken.length >= perMinute
            ? taken[0]
            : undefined
      if (blocking) return Math.max(1, Math.ceil((blocking.at + MINUTE_MS - time) / 1000))
      taken.push({ at: time, signature })
      count(signature, 1)
      return 0
    },
  }
}

function isWithinMinute(at: number, time: number): boolean {
  return at <= time && time < at + MINUTE_MS
}
