import type { IssueRef } from './model.ts'
import {
  type Change,
  type IssueOutcome,
  REASONS,
  type Reason,
  type Result,
  type TicketName,
  type TicketOutcome,
} from './outcome.ts'
import { isLostAnswer, ServiceError } from './service-error.ts'
import type { World } from './world.ts'

/** How often a run looks at both sides when answers to its writes get lost. */
const MAX_ATTEMPTS = 3
/** The wait before the next look, in milliseconds. */
const WAIT_BEFORE_ATTEMPT_MS = 3000

/** What every step says: the change that it makes. */
type AnyStep = { do: Change }

/** Steps to carry out, and the result once they are. Without steps, `reason` says why. */
export type Plan<Step extends AnyStep> = {
  steps: Step[]
  result: Result
  reason?: Reason
  issue?: IssueRef
  warnings: string[]
}

/** What a step did. A step may do several things: it yields one of these for each, right after it happened. */
export type Done = {
  change?: Change
  /** A line for the log, with ids and URLs only. */
  line?: string
  /** The issue or ticket that the run is about from here on. */
  issue?: IssueRef
  ticket?: TicketName
  warning?: string
  /** Another run was first. Its issue or ticket counts, and the steps end here. */
  lostRace?: true
}

type ItemOutcome = TicketOutcome | IssueOutcome

/** One direction of the bridge, as the reconcile loop needs it. `Seen` is what was observed. */
export type Direction<Seen, Step extends AnyStep, O extends ItemOutcome> = {
  /** How the log calls the ticket or issue: `Ticket 12`. */
  name: string
  /** The outcome as long as nothing is known. */
  start: O
  /** Reads both sides; `undefined` when there is nothing to look at. `attempt` counts from 1. */
  observe: (attempt: number) => Promise<Seen | undefined>
  /** Decides from what was observed. It does nothing else. */
  plan: (seen: Seen) => Plan<Step>
  /** The ticket that was observed, when there is one. */
  ticketOf: (seen: Seen) => TicketName | undefined
  /** Carries out the plan's steps in their order, and yields what it did. */
  apply: (plan: Plan<Step>, seen: Seen) => AsyncGenerator<Done, void>
}

/**
 * Brings both sides to where they should be: observe, plan, apply. When the answer to a write is lost, it observes and
 * plans again, so that only what did not happen is done. A run creates an issue or a ticket at most once.
 *
 * @returns the outcome. It never throws: an error is in there, with what was done before it.
 */
export async function reconcile<Seen, Step extends AnyStep, O extends ItemOutcome>(
  { name, start, observe, plan: planFor, ticketOf, apply }: Direction<Seen, Step, O>,
  { dryRun, clock, log }: Pick<World, 'dryRun' | 'clock' | 'log'>,
): Promise<O> {
  let outcome = start
  let hasCreated = false
  try {
    for (let attempt = 1; ; attempt++) {
      const seen = await observe(attempt)
      if (seen === undefined) break
      const plan = planFor(seen)
      outcome = withPlan(outcome, { plan, ticket: ticketOf(seen), isFirst: attempt === 1 })
      if (dryRun) {
        outcome = { ...outcome, changes: plan.steps.map(step => step.do) }
        break
      }
      const creates = plan.steps.some(step => step.do === 'create-issue' || step.do === 'create-ticket')
      if (creates && hasCreated) throw creationLost(name, start.kind)
      hasCreated ||= creates
      try {
        for await (const done of apply(plan, seen)) {
          outcome = withDone(outcome, done)
          if (done.line) log(done.line)
        }
        break
      } catch (error) {
        if (!isLostAnswer(error) || attempt === MAX_ATTEMPTS) throw error
        log(`${error instanceof Error ? error.message : error} Looking at both sides again.`)
        await clock.sleep(WAIT_BEFORE_ATTEMPT_MS)
      }
    }
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error))
    outcome = { ...outcome, result: 'failed', reason: undefined, error: failure }
  }
  const { result, reason } = outcome
  log(`${name}: ${dryRun ? 'dry run, would be ' : ''}${result}${reason ? ` – ${REASONS[reason]}` : ''}`)
  return outcome
}

/** A later plan without steps keeps the first one's result: the steps of before were carried out after all. */
function withPlan<O extends ItemOutcome>(
  outcome: O,
  { plan, ticket, isFirst }: { plan: Plan<AnyStep>; ticket: TicketName | undefined; isFirst: boolean },
): O {
  const known = {
    ...outcome,
    warnings: [...new Set([...outcome.warnings, ...plan.warnings])],
    ...(ticket && { ticket }),
    ...(plan.issue && { issue: plan.issue }),
  }
  if (!isFirst && plan.steps.length === 0) return known
  return { ...known, result: plan.result, reason: plan.reason }
}

function withDone<O extends ItemOutcome>(outcome: O, { change, issue, ticket, warning, lostRace }: Done): O {
  return {
    ...outcome,
    changes: change ? [...outcome.changes, change] : outcome.changes,
    warnings: warning ? [...outcome.warnings, warning] : outcome.warnings,
    ...(issue && { issue }),
    ...(ticket && { ticket }),
    ...(lostRace && { result: 'adopted' }),
  }
}

/** A run that starts from a ticket creates issues, and the other way round. */
function creationLost(name: string, startsFrom: 'ticket' | 'issue'): ServiceError {
  return new ServiceError({
    service: startsFrom === 'ticket' ? 'GitHub' : 'FreeScout',
    call: `finish ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    happened: 'The answer to a creation was lost, and what was created is not listed (yet)',
    todo:
      'It is not created a second time now. Run the workflow again: the next run finds it by its mark, ' +
      'or creates it if there is none.',
    mayHaveActed: true,
  })
}

/** The user who signs what a step writes. It is looked up whenever there may be something to write. */
export function requireUserId({ userId }: { userId: number | undefined }): number {
  if (userId === undefined) throw new Error('The signing user was not looked up.')
  return userId
}

/** Starts a read early. A failure surfaces where it is awaited, and not as an unhandled rejection before. */
export function startEarly<Answer>(read: Promise<Answer>): Promise<Answer> {
  read.catch(() => {})
  return read
}
