const MINUTE_MS = 60_000

/** Bounds how many runs a minute can start. */
export type Limits = {
  /**
   * Counts one dispatch, if there is room for it.
   *
   * @param signature what two deliveries have in common when one is the other's replay
   * @returns 0 when it was counted; else the seconds (whole, at least 1) until there is room again
   */
  take: (signature: string) => number
}

/**
 * A sliding window over the last minute, in this process. FreeScout's deliveries have neither id nor time, so a
 * captured one can be replayed for ever: one and the same signature gets a tenth of the window (at least one),
 * checked first, so that the replay uses up its own share and leaves the others theirs.
 */
export function createLimits({ perMinute, now }: { perMinute: number; now: () => number }): Limits {
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
      // What lies in the future was counted before the clock was set back.
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
