import { isLostAnswer, ServiceError } from './http/errors.ts'
import type { IssueRef } from './model.ts'
import { type Change, type Outcome, REASONS, type Reason, type Result } from './outcome.ts'
import type { World } from './world.ts'

/** How often a run looks at both sides when answers to its writes get lost, and the wait before the next look. */
const LOOKS = 3
const WAIT_BEFORE_LOOK_MS = 3000

/** What is to be done, and what that will have been. Without steps, `reason` says why. */
export type Plan<Step extends { do: Change }> = {
  steps: Step[]
  result: Result
  reason?: Reason
  issue?: IssueRef
  warnings: string[]
}

/** What has been done so far; apply fills it step by step, so that a failure can tell what came before it. */
export type Progress = {
  changes: Change[]
  /** Known from the start, or made by a step. */
  issue: IssueRef | undefined
  ticket: Outcome['ticket']
  /** What people should look at; a step may add to it. */
  warnings: string[]
  /** Another run's object turned out to be the one that counts, and ours was closed as its duplicate. */
  lostRace: boolean
}

/** One look at both sides, and what follows from it. `undefined`: there is nothing to look at. */
export type Look<Step extends { do: Change }> =
  | { plan: Plan<Step>; ticket?: Outcome['ticket']; apply: (progress: Progress) => Promise<void> }
  | undefined

/** What a reconcile is about, for the log, and what its outcome says before anything is known. */
export type Subject = { name: string; outcome: Outcome }

/**
 * Brings both sides to where they should be: observe, plan, apply. When the answer to a write is lost, it looks
 * and plans anew, so that only what did not happen is done; but an issue or a ticket is created at most once in a
 * run. Never throws: what goes wrong is in the outcome, with what was done before it.
 */
export async function reconcile<Step extends { do: Change }>(
  { name, outcome }: Subject,
  world: World,
  look: (attempt: number) => Promise<Look<Step>>,
): Promise<Outcome> {
  try {
    await settle(outcome, { name, world, look })
  } catch (error) {
    outcome.result = 'failed'
    delete outcome.reason
    outcome.error = error instanceof Error ? error : new Error(String(error))
  }
  world.log(
    `${name}: ${world.dryRun ? 'dry run, would be ' : ''}${outcome.result}${outcome.reason ? ` – ${REASONS[outcome.reason]}` : ''}`,
  )
  return outcome
}

async function settle<Step extends { do: Change }>(
  outcome: Outcome,
  about: { name: string; world: World; look: (attempt: number) => Promise<Look<Step>> },
): Promise<void> {
  const { name, world, look } = about
  let created = false
  for (let attempt = 1; ; attempt++) {
    const found = await look(attempt)
    if (!found) return
    const { plan, ticket, apply } = found
    takeOver(outcome, { plan, ticket, isFirst: attempt === 1 })
    if (world.dryRun) {
      outcome.changes = plan.steps.map(step => step.do)
      return
    }
    const creates = plan.steps.some(step => step.do === 'create-issue' || step.do === 'create-ticket')
    if (creates && created) throw creationLost(name)
    created ||= creates

    const progress: Progress = {
      changes: outcome.changes,
      issue: plan.issue,
      ticket: outcome.ticket,
      warnings: outcome.warnings,
      lostRace: false,
    }
    try {
      await apply(progress)
      if (progress.lostRace) outcome.result = 'adopted'
      return
    } catch (error) {
      if (!isLostAnswer(error) || attempt === LOOKS) throw error
      world.log(`${(error as Error).message} Looking at both sides again.`)
      await world.clock.sleep(WAIT_BEFORE_LOOK_MS)
    } finally {
      if (progress.issue) outcome.issue = progress.issue
      if (progress.ticket) outcome.ticket = progress.ticket
    }
  }
}

/**
 * Takes over what a plan says; a later look that has nothing left to do keeps the first one's result. Warnings stay:
 * some are about what earlier steps came to.
 */
function takeOver<Step extends { do: Change }>(
  outcome: Outcome,
  { plan, ticket, isFirst }: { plan: Plan<Step>; ticket: Outcome['ticket']; isFirst: boolean },
): void {
  outcome.warnings = [...new Set([...outcome.warnings, ...plan.warnings])]
  if (ticket) outcome.ticket = ticket
  if (plan.issue) outcome.issue = plan.issue
  if (!isFirst && !plan.steps.length) return
  outcome.result = plan.result
  delete outcome.reason
  if (plan.reason) outcome.reason = plan.reason
}

/** Who signs what a step writes; looked up when there may be something to write. */
export function signer({ userId }: { userId: number | undefined }): number {
  if (userId === undefined) throw new Error('The signing user was not looked up.')
  return userId
}

function creationLost(name: string): ServiceError {
  return new ServiceError(
    `${name}: the answer to a creation was lost, and what was created is not listed (yet). It is not made a second ` +
      'time now. Run the workflow again: it will be found by its mark, or made if there is none.',
    { service: name.startsWith('Ticket') ? 'GitHub' : 'FreeScout', mayHaveActed: true },
  )
}
