import type { IssueRef, Repository, TitledIssue } from './model.ts'
import {
  type Change,
  type ItemOutcome,
  isCreation,
  REASONS,
  type Reason,
  type ReasonDetails,
  type Result,
  type TicketName,
} from './outcome.ts'
import { isLostAnswer, ServiceError } from './service-error.ts'
import { detailWords, resultInLog } from './wording.ts'
import type { World } from './world.ts'

/** How many times a run reads both sides at most. It reads them again after the answer to a write was lost. */
const MAX_ATTEMPTS = 3
/** The wait before it reads them again, in milliseconds. */
const WAIT_BEFORE_ATTEMPT_MS = 3000

/** What every step says: the change that it makes. */
type AnyStep = { do: Change }

/** The steps to carry out, and the result of a run that carries them out. Without steps, `reason` says why. */
export type Plan<Step extends AnyStep> = {
  steps: Step[]
  result: Result
  reason?: Reason
  details?: ReasonDetails | undefined
  issue?: IssueRef
  warnings: string[]
}

/** One thing that a step did. A step yields one of these for each thing, right after it happened. */
export type Done = {
  change?: Change
  /** What people want to know of the change: see `Made`. */
  about?: string | undefined
  /** A line for the log, with ids and URLs only. */
  line?: string
  /** The issue or ticket that the run is about from here on. */
  issue?: TitledIssue
  ticket?: TicketName
  warning?: string
  /** Another run created an issue or a ticket first. That one counts, and this run's steps end here. */
  lostRace?: true
}

/** How `reconcile` treats a ticket, or an issue. `Seen` is what was observed of it. */
export type Direction<Seen, Step extends AnyStep, O extends ItemOutcome> = {
  /** The name of the ticket or issue in the log and in errors: `Ticket id 12`. */
  name: string
  /** The outcome before anything was read. */
  start: O
  /** Reads both sides; `undefined` when there is nothing to look at. `attempt` counts from 1. */
  observe: (attempt: number) => Promise<Seen | undefined>
  /** Decides what to do, only from what was observed. It reads and writes nothing. */
  plan: (seen: Seen) => Plan<Step>
  /** What people want to know of a step: see `Made`. */
  about: (step: Step, seen: Seen) => string | undefined
  /** The ticket that was observed, when there is one. */
  ticketOf: (seen: Seen) => TicketName | undefined
  /** Carries out the plan's steps in their order, and yields what it did. */
  apply: (plan: Plan<Step>, seen: Seen) => AsyncGenerator<Done, void>
}

/**
 * Observes both sides, plans what is missing, and applies the plan. When the answer to a write is lost, it observes and
 * plans again, so that it repeats no write that happened. A run creates an issue or a ticket at most once.
 *
 * @returns the outcome, with an error in it when there was one. It never throws.
 */
export async function reconcile<Seen, Step extends AnyStep, O extends ItemOutcome>(
  { name, start, observe, plan: planFor, about, ticketOf, apply }: Direction<Seen, Step, O>,
  { dryRun, clock, log, homeInEvent }: Pick<World, 'dryRun' | 'clock' | 'log' | 'homeInEvent'>,
): Promise<O> {
  let outcome = start
  let hasCreated = false
  let lost: unknown
  try {
    for (let attempt = 1; ; attempt++) {
      const seen = await observe(attempt)
      if (seen === undefined) break
      const planned = planFor(seen)
      const plan = { ...planned, details: readableDetails(planned.details, homeInEvent) }
      outcome = withPlan(outcome, { plan, ticket: ticketOf(seen), isFirst: attempt === 1 })
      if (dryRun) {
        const changes = plan.steps.map(step => ({ change: step.do, about: about(step, seen) }))
        outcome = { ...outcome, changes }
        break
      }
      const creates = plan.steps.some(step => isCreation(step.do))
      if (creates && hasCreated) throw wasRefused(lost) ? lost : creationLost(name, start.kind)
      hasCreated ||= creates
      try {
        for await (const done of apply(plan, seen)) {
          outcome = withDone(outcome, done)
          if (done.line) log(done.line)
        }
        break
      } catch (error) {
        if (!isLostAnswer(error) || attempt === MAX_ATTEMPTS) throw error
        lost = error
        log(`${error instanceof Error ? error.message : error} Looking at both sides again.`)
        await clock.sleep(WAIT_BEFORE_ATTEMPT_MS)
      }
    }
  } catch (error) {
    const failure = error instanceof Error ? error : new Error(String(error))
    outcome = { ...outcome, result: 'failed', reason: undefined, details: undefined, error: failure }
  }
  const { reason, details } = outcome
  const why = reason ? ` – ${REASONS[reason]}${details ? `. ${detailWords(details)}` : ''}` : ''
  log(`${name}: ${resultInLog({ ...outcome, dryRun })}${why}`)
  return outcome
}

/** A later plan without steps keeps the result of the earlier plan: its write happened, only the answer was lost. */
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
  return { ...known, result: plan.result, reason: plan.reason, details: plan.details }
}

/**
 * The same details, with the ticket's tags only if the workflow runs in a private repository. Elsewhere more people can read
 * the run than the tickets.
 */
function readableDetails(
  details: ReasonDetails | undefined,
  home: Repository | undefined,
): ReasonDetails | undefined {
  if (details?.kind !== 'tags' || home?.visibility === 'private') return details
  const { onTicket } = details
  return { ...details, onTicket: typeof onTicket === 'number' ? onTicket : onTicket.length }
}

function withDone<O extends ItemOutcome>(
  outcome: O,
  { change, about, issue, ticket, warning, lostRace }: Done,
): O {
  return {
    ...outcome,
    changes: change ? [...outcome.changes, { change, about }] : outcome.changes,
    warnings: warning ? [...outcome.warnings, warning] : outcome.warnings,
    ...(issue && { issue }),
    ...(ticket && { ticket }),
    ...(lostRace && { result: 'adopted' }),
  }
}

/** Whether a creation was refused. When the next look does not find it either, the refusal says why. */
function wasRefused(error: unknown): boolean {
  return error instanceof ServiceError && error.status === 400
}

/**
 * The error of a run that can't find what it created. A run for a ticket creates on GitHub, one for an issue in
 * FreeScout.
 */
function creationLost(name: string, startsFrom: 'ticket' | 'issue'): ServiceError {
  return new ServiceError({
    service: startsFrom === 'ticket' ? 'GitHub' : 'FreeScout',
    call: `finish ${name.charAt(0).toLowerCase()}${name.slice(1)}`,
    happened: 'The answer to a creation was lost, and the lists do not show the result (yet)',
    todo:
      'It is not created a second time now. Run the workflow again: the next run finds it, ' +
      'or creates it if there is none.',
    mayHaveActed: true,
  })
}

/** The id of the user who signs notes. A run looks it up whenever there may be something to write. */
export function requireUserId({ userId }: { userId: number | undefined }): number {
  if (userId === undefined) throw new Error('The signing user was not looked up.')
  return userId
}

/** Starts a read before its answer is needed. A failure is thrown only where the read is awaited. */
export function startEarly<Answer>(read: Promise<Answer>): Promise<Answer> {
  read.catch(() => {})
  return read
}
