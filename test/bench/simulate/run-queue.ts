import type { Random } from '../../chaos/random.ts'
import type { Agenda } from './agenda.ts'

/** Why GitHub never starts a run. */
export type Dropped = 'over 500 in 10 s' | 'over 100 pending'

/** Begins a run. It calls `ended` when the run has ended. Simulated time stands still until its promise is kept. */
export type Start = (ended: () => void) => void | Promise<void>

/** The runs of the workflow in one repository. */
export type RunQueue = {
  /** Queues a run. Gives the reason when GitHub drops it. */
  add: (group: string, start: Start) => Dropped | undefined
  /** Queues a run whose job is skipped by its `if`. It takes no job, but counts for the 500 in 10 s. */
  skip: () => void
  counts: { queued: number; skipped: number; dropped: number }
}

/** The jobs that may run at the same time. */
export type Jobs = { free: number; waiting: (() => void)[] }

/** What GitHub allows to one repository. */
export type QueueLimits = { runsIn10s: number; pendingPerGroup: number }

/**
 * 500 runs queued in 10 s and repository. With `queue: max`, 100 runs wait in a concurrency group.
 * https://docs.github.com/actions/reference/limits
 * https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax#concurrency
 */
export const QUEUE_LIMITS: QueueLimits = { runsIn10s: 500, pendingPerGroup: 100 }

/** The jobs that a Free plan runs at the same time, the fewest of all: https://docs.github.com/actions/reference/limits */
export const FREE_PLAN_JOBS = 20

const TEN_SECONDS_MS = 10_000
/** A hosted runner takes so long until the first step of the action: an assumption. */
const JOB_START_MS = { least: 5000, most: 15_000 }

/** One run at a time in a group; the others wait in their order. A run also waits for a free job. */
export function createRunQueue(
  agenda: Pick<Agenda, 'now' | 'after'>,
  { jobs, random, limits = QUEUE_LIMITS }: { jobs: Jobs; random: Random; limits?: QueueLimits },
): RunQueue {
  /** The runs that wait, by group. A group with a run that is under way has an entry. */
  const groups = new Map<string, (() => void)[]>()
  let recent: number[] = []
  const counts = { queued: 0, skipped: 0, dropped: 0 }

  function takeJob(group: string, start: Start): void {
    if (jobs.free === 0) {
      jobs.waiting.push(() => takeJob(group, start))
      return
    }
    jobs.free--
    const { least, most } = JOB_START_MS
    agenda.after(least + random.below(most - least + 1), () => start(() => release(group)))
  }

  function release(group: string): void {
    jobs.free++
    jobs.waiting.shift()?.()
    const next = groups.get(group)?.shift()
    if (next) next()
    else groups.delete(group)
  }

  function isDropped(): boolean {
    recent = recent.filter(at => at > agenda.now() - TEN_SECONDS_MS)
    if (recent.length >= limits.runsIn10s) return true
    recent.push(agenda.now())
    return false
  }

  return {
    counts,
    skip() {
      counts.skipped++
      isDropped()
    },
    add(group, start) {
      counts.queued++
      if (isDropped()) {
        counts.dropped++
        return 'over 500 in 10 s'
      }
      const pending = groups.get(group)
      if (!pending) {
        groups.set(group, [])
        takeJob(group, start)
        return undefined
      }
      if (pending.length >= limits.pendingPerGroup) {
        counts.dropped++
        return 'over 100 pending'
      }
      pending.push(() => takeJob(group, start))
      return undefined
    },
  }
}
