import type { Outcome } from '../outcome.ts'
import { reconcile } from '../reconcile.ts'
import type { World } from '../world.ts'
import { applyTicketPlan } from './apply.ts'
import { type HowToObserve, observeTicket } from './observe.ts'
import { planTicket } from './plan.ts'

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
  return reconcile({ name: `Ticket ${id}`, outcome }, world, async attempt => {
    const seen = await observeTicket(id, world, attempt === 1 ? how : { thorough: true })
    if (!seen) return undefined
    const plan = planTicket(seen, world.config)
    return {
      plan,
      ticket: { id, number: seen.ticket.number, url },
      apply: progress => applyTicketPlan(plan.steps, { seen, world, progress }),
    }
  })
}
