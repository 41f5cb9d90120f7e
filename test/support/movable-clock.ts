/** An emulator's clock. Everything that shows a time asks it: stored times, `Date` headers, deliveries that are due. */
export type MovableClock = {
  now: () => Date
  /** Moves the clock forward, as if so many milliseconds had passed. */
  advance: (ms: number) => void
  /** The time as both services write it, whole seconds in UTC: `2026-11-22T03:35:32Z`. */
  stamp: () => string
}

/** Makes a clock that runs beside `source` (the real time by default) and can be moved forward. */
export function createMovableClock(source: () => Date = () => new Date()): MovableClock {
  let movedMs = 0
  const now = () => new Date(source().getTime() + movedMs)
  return {
    now,
    advance: ms => {
      movedMs += ms
    },
    stamp: () => stampOf(now()),
  }
}

/** A time as both services write it, whole seconds in UTC. */
export function stampOf(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z')
}
