import { isLostAnswer } from '../http/errors.ts'
import type { Outcome } from '../outcome.ts'
import { REASONS } from '../outcome.ts'
import type { World } from '../world.ts'
import { applyTicketPlan, type Progress } from './apply.ts'
import { observeTicket, type TicketReads } from './observe.ts'
import { planTicket } from './plan.ts'

/** How often a run looks at both sides when answers to its writes get lost, and the wait before the next look. */
const LOOKS = 3
const WAIT_BEFORE_LOOK_MS = 3000

/**
 * Brings one ticket and its issue to where they should be: observe, plan, apply. When the answer to a write is
 * lost, it observes and plans anew, so that only what did not happen is done; but an issue is created at most
 * once in a run. Never throws: what goes wrong is in the outcome, with what was done before it.
 */
export async function reconcileTicket(id: number, world: World, reads?: TicketReads): Promise<Outcome> {
  const outcome: Outcome = {
    result: 'skipped',
    reason: 'ticket-not-found',
    ticket: { id, url: world.freescout.ticketUrl(id) },
    changes: [],
    warnings: [],
  }
  try {
    await reconcile(outcome, { id, world, reads })
  } catch (error) {
    outcome.result = 'failed'
    delete outcome.reason
    outcome.error = error instanceof Error ? error : new Error(String(error))
  }
  world.log(`Ticket ${id}: ${outcome.result}${outcome.reason ? ` – ${REASONS[outcome.reason]}` : ''}`)
  return outcome
}

async function reconcile(
  outcome: Outcome,
  { id, world, reads }: { id: number; world: World; reads: TicketReads | undefined },
): Promise<void> {
  let created = false
  for (let look = 1; ; look++) {
    const seen = await observeTicket(id, world, look === 1 ? reads : undefined)
    if (!seen) return
    outcome.ticket = { id, number: seen.ticket.number, url: seen.ticketUrl }
    const plan = planTicket(seen, world.config)
    tell(outcome, plan)
    if (world.dryRun) {
      outcome.changes = plan.steps.map(step => step.do)
      return
    }

    const creates = plan.steps.some(step => step.do === 'create-issue')
    if (creates && created) throw new Error(lostIssue(id))
    created ||= creates
    const progress: Progress = { changes: outcome.changes, issue: plan.issue, lostRace: false }
    try {
      await applyTicketPlan(plan.steps, { seen, world, progress })
      if (progress.lostRace) outcome.result = 'adopted'
      return
    } catch (error) {
      if (!isLostAnswer(error) || look === LOOKS) throw error
      world.log(`${(error as Error).message} Looking at both sides again.`)
      await world.clock.sleep(WAIT_BEFORE_LOOK_MS)
    } finally {
      if (progress.issue) outcome.issue = progress.issue
    }
  }
}

/** Takes over what the plan says; the result of an earlier look is kept when this one has nothing left to do. */
function tell(outcome: Outcome, plan: ReturnType<typeof planTicket>): void {
  const isFirst = outcome.reason === 'ticket-not-found'
  outcome.warnings = plan.warnings
  if (plan.issue) outcome.issue = plan.issue
  if (!isFirst && !plan.steps.length) return
  outcome.result = plan.result
  if (plan.reason) outcome.reason = plan.reason
  else delete outcome.reason
}

function lostIssue(id: number): string {
  return (
    `GitHub's answer to the creation of an issue for ticket ${id} was lost, and the issue is not listed (yet). ` +
    'It is not made a second time now. Run the workflow again: it will be found by its marker, or made if there is none.'
  )
}
