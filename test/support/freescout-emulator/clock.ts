/** The emulator's clock. Everything that tells a time asks it: rows, `Date` headers, due deliveries. */
export type Clock = {
  now: () => Date
  /** Moves the clock on, as if `ms` milliseconds had passed. */
  advance: (ms: number) => void
  /** The time as FreeScout writes it, whole seconds in UTC: `2026-11-22T03:35:32Z`. */
  stamp: () => string
}

/** A clock that runs beside `source` (the real time by default) and can be moved on. */
export function createClock(source: () => Date = () => new Date()): Clock {
  let ahead = 0
  const now = () => new Date(source().getTime() + ahead)
  return {
    now,
    advance: ms => {
      ahead += ms
    },
    stamp: () => stampOf(now()),
  }
}

/** A time as FreeScout writes it, whole seconds in UTC. */
export function stampOf(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`
}
