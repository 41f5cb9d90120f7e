import type { LoggedRequest } from '../test/support/server.ts'

/** The two sides of the bridge. */
export type Side = 'freescout' | 'github'

/** How many requests a run cost each side. */
export type Costs = Record<Side, { reads: number; writes: number }>

/** One thing that happened in the demo: a request, an answer, or a step of a run. */
export type DemoEvent =
  | { kind: 'ticket'; id: number; number: number; subject: string; mailbox: string; status: number }
  | { kind: 'tags'; id: number; tags: string[]; status: number }
  /** FreeScout sends a delivery; `ticketId` is `null` for what is about no ticket. */
  | {
      kind: 'webhook'
      event: string
      ticketId: number | null
      body: string
      signature: string
      attempt: number
      /** Not by FreeScout: somebody changed it on the way. */
      forged: boolean
    }
  /** GitHub has taken a `repository_dispatch`. */
  | { kind: 'dispatch'; type: string; payload: Record<string, unknown> }
  /** What the receiver says it answered, by its own log. */
  | Answer
  /** The receiver has no log line for what FreeScout sent; `status` is 0 when nobody answered. */
  | { kind: 'unanswered'; event: string; status: number }
  | { kind: 'run-started'; run: number; cause: string }
  /** A line of the run's log, without the runner's commands. */
  | { kind: 'said'; run: number; line: string }
  /** A run has changed something, as the server saw it; `made` is the number of an issue that came of it. */
  | { kind: 'wrote'; run: number; side: Side; request: LoggedRequest; made?: number }
  | RunEnd

/** The receiver's answer to one delivery. `ms` is how long it took. */
export type Answer = {
  kind: 'answer'
  event: string
  ticketId: number | null
  status: number
  reason: string | undefined
  ms: number
}

/** What a run left behind. */
export type RunEnd = {
  kind: 'run-ended'
  run: number
  exitCode: number
  log: string
  outputs: Record<string, string>
  /** Markdown. */
  summary: string
  costs: Costs
  ms: number
}

/** An event and its time, in milliseconds since the installation was started. */
export type TimedEvent = DemoEvent & { at: number }

/** Reports an event to everybody who listens. */
export type Emit = (happening: DemoEvent) => void
