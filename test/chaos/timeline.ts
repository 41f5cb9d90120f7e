import { setTimeout as realTime, setImmediate as turn } from 'node:timers/promises'
import type { Clock } from '../../src/clock.ts'

/** Something that happens at a moment; it may take real time, but none of the simulated. */
type Happening = { at: number; order: number; happen: () => void | Promise<void> }

/** Simulated time: nothing takes any, but what is said to. */
export type Timeline = Clock & {
  /** Lets something happen in so many simulated milliseconds. */
  after: (ms: number, happen: () => void | Promise<void>) => void
  /** Lets time pass, from one happening to the next, until the work is done. Gives what it gives. */
  passUntil: <T>(work: Promise<T>) => Promise<T>
  /** Lets everything happen that is still to come. */
  runOut: () => Promise<void>
  /** Puts the clock on; nothing happens in between. */
  skip: (ms: number) => void
}

/** When simulated time starts. */
const START = Date.parse('2026-11-23T12:00:00Z')
/** How many real milliseconds the code may take for a file or a module, before it counts as stuck. */
const PATIENCE = 5000

/**
 * A clock that runs from one happening to the next: it moves only once everything that could be done at this moment
 * is done, so an hour's wait takes no time, and two waits at once pass at once.
 */
export function startTimeline(): Timeline {
  let now = START
  let order = 0
  let happenings: Happening[] = []

  /** Waits until no code has anything left to do at this moment. */
  async function quiet(): Promise<void> {
    for (let still = 0, seen = order; still < 3; still++) {
      await turn()
      if (order !== seen) still = 0
      seen = order
    }
  }

  async function happenNext(): Promise<void> {
    const [first] = happenings.toSorted((one, other) => one.at - other.at || one.order - other.order)
    if (!first) return
    happenings = happenings.filter(happening => happening !== first)
    now = Math.max(now, first.at)
    await first.happen()
    await quiet()
  }

  return {
    now: () => now,
    sleep: ms => new Promise(resolve => happenings.push({ at: now + ms, order: order++, happen: resolve })),
    after: (ms, happen) => {
      happenings.push({ at: now + ms, order: order++, happen })
    },
    async passUntil(work) {
      let done = false
      const settled = () => {
        done = true
      }
      work.then(settled, settled)
      await quiet()
      for (let waited = 0; !done; waited++) {
        if (happenings.length) {
          await happenNext()
          waited = 0
        } else if (waited < PATIENCE) {
          await realTime(1)
        } else {
          throw new Error('Nothing is left to happen, and the work is not done.')
        }
      }
      return work
    },
    async runOut() {
      while (happenings.length) await happenNext()
    },
    skip: ms => {
      now += ms
    },
  }
}
