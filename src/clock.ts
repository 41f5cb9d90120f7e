/** Time as the action sees it; tests hand in one whose hours take no time. */
export type Clock = {
  /** Milliseconds since the epoch. */
  now: () => number
  sleep: (ms: number) => Promise<void>
}

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: ms => new Promise(resolve => setTimeout(resolve, ms)),
}

/** By how much FreeScout's clock and GitHub's may differ, in milliseconds. */
export const CLOCK_SKEW_MS = 15 * 60_000

/** A time of one server as the other is asked for it: ISO 8601 without fractions, and earlier by what clocks differ. */
export function withClockSkew(time: string | number): string {
  return new Date(new Date(time).getTime() - CLOCK_SKEW_MS).toISOString().replace(/\.\d+/, '')
}
