import { ahead, headStart } from '../http/head-start.ts'
import type { Outcome } from '../outcome.ts'
import { reconcile } from '../reconcile.ts'
import type { World } from '../world.ts'
import { type HowToObserve, observeTicket } from './observe.ts'
import { planTicket } from './plan.ts'

/** Loaded by runs that write something: with the parser of HTML, it is the largest part of the action. */
const loadApply = () => import('./apply.ts')

/** Reconciles one ticket with its issue. */
export function reconcileTicket(id: number, world: World, how: HowToObserve = {}): Promise<Outcome> {
  const url = world.freescout.ticketUrl(id)
  const outcome: Outcome = {
    result: 'skipped',
    reason: 'ticket-not-found',
    ticket: { id, url },
    changes: [],
    warnings: [],
  }
  const onUnlinked = () => void ahead(headStart().then(loadApply))
  return reconcile({ name: `Ticket ${id}`, outcome }, world, async attempt => {
    if (attempt > 1) world.newestIssues.forget()
    const seen = await observeTicket(id, world, attempt === 1 ? { ...how, onUnlinked } : { thorough: true })
    if (!seen) return undefined
    const plan = planTicket(seen, world.config)
    return {
      plan,
      ticket: { id, number: seen.ticket.number, url },
      apply: async progress => (await loadApply()).applyTicketPlan(plan.steps, { seen, world, progress }),
    }
  })
}
