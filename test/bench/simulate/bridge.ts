import type { Agenda } from './agenda.ts'
import type { TokenLimits } from './github-limits.ts'
import type { Scripts } from './run-kinds.ts'
import type { RunQueue } from './run-queue.ts'
import type { SweepCosts } from './sweep-costs.ts'
import type { Repository, SimulatedTicket } from './tickets.ts'

/** How runs of one bridge ended. */
export type RunCounts = {
  ended: number
  /** The limits refused a request for longer than the product waits. */
  failed: number
  sweeps: number
  /** Sweeps that could not read a list, or stopped early because few requests were left. */
  cutSweeps: number
  /** Sweeps that created nothing, because it would have been more than `sweep.max-new`. */
  brakedSweeps: number
  /** `sweeps` are those of `github` that sweeps made. */
  requests: { github: number; sweeps: number; freescout: number }
}

/** A repository with the workflow, and everything that its runs work with. */
export type Bridge = {
  /** The sources whose tickets it links. */
  sources: number[]
  agenda: Agenda
  scripts: Scripts
  sweepCosts: SweepCosts
  /** The limits of the token that its runs have. */
  limits: TokenLimits
  queue: RunQueue
  repository: Repository
  /** Open tickets with a trigger tag that are not linked, and linked ones whose issue lacks a comment. */
  unlinked: Set<SimulatedTicket>
  unannounced: Set<SimulatedTicket>
  /** GitHub sends events for what its runs write, because they have an App's token. */
  hearsItself: boolean
  /** `sweep.since`, in milliseconds. */
  sinceMs: number
  counts: RunCounts
  /** FreeScout sends a webhook. */
  fire: (event: string, ticket: SimulatedTicket) => void
}

/** No runs so far. */
export function noRuns(): RunCounts {
  return {
    ended: 0,
    failed: 0,
    sweeps: 0,
    cutSweeps: 0,
    brakedSweeps: 0,
    requests: { github: 0, sweeps: 0, freescout: 0 },
  }
}
