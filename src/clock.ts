/** The clock that the action uses. Tests pass one that does not really wait. */
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

/**
 * By how many milliseconds a server's clock is ahead of the runner's. GitHub's clock and the runner's agree.
 *
 * @returns 0 when it is behind, and when its time is not known
 */
export function clockLead(serverTime: Date | undefined, { now }: Pick<Clock, 'now'>): number {
  return Math.max((serverTime?.getTime() ?? 0) - now(), 0)
}

/**
 * Makes a time of one server fit for a query to the other: earlier by the most that their clocks may differ.
 *
 * @returns ISO 8601 without fractions of a second
 */
export function withClockSkew(time: string | number): string {
  return new Date(new Date(time).getTime() - CLOCK_SKEW_MS).toISOString().replace(/\.\d+/, '')
}
