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
 * Makes a time of one server fit for a query to the other: earlier by the most that their clocks may differ.
 *
 * @returns ISO 8601 without fractions of a second
 */
export function withClockSkew(time: string | number): string {
  return new Date(new Date(time).getTime() - CLOCK_SKEW_MS).toISOString().replace(/\.\d+/, '')
}

/**
 * Makes a time of FreeScout fit for a query to GitHub, also when FreeScout's clock is ahead by hours. The runner's clock
 * agrees with GitHub's. `serverTime` is the time by FreeScout's clock at its newest answer.
 *
 * @returns ISO 8601 without fractions of a second
 */
export function sinceOnGitHub(
  time: string | number,
  { freescout, clock }: { freescout: { serverTime: () => Date | undefined }; clock: Pick<Clock, 'now'> },
): string {
  const lead = Math.max((freescout.serverTime()?.getTime() ?? 0) - clock.now(), 0)
  return withClockSkew(new Date(time).getTime() - lead)
}

const DAY_MS = 86_400_000

/** The whole days from a time to `now` (milliseconds); `undefined` for a time that is not known or can't be read. */
export function daysSince(time: string | undefined, now: number): number | undefined {
  const at = Date.parse(time ?? '')
  return Number.isNaN(at) ? undefined : Math.max(0, Math.floor((now - at) / DAY_MS))
}
