import type { Outcome } from '../outcome.ts'
import { reconcile } from '../reconcile.ts'
import type { World } from '../world.ts'
import { applyTicketPlan } from './apply.ts'
import { observeTicket } from './observe.ts'
import { planTicket } from './plan.ts'
import type { TicketReads } from './read.ts'

/** Reconciles one ticket with its issue; `reads` are those that went out before the configuration was there. */
export function reconcileTicket(id: number, world: World, reads?: TicketReads): Promise<Outcome> {
  const url = world.freescout.ticketUrl(id)
  const outcome: Outcome = {
    result: 'skipped',
    reason: 'ticket-not-found',
    ticket: { id, url },
    changes: [],
    warnings: [],
  }
  return reconcile({ name: `Ticket ${id}`, outcome }, world, async attempt => {
    const seen = await observeTicket(id, world, attempt === 1 ? reads : undefined)
    if (!seen) return undefined
    const plan = planTicket(seen, world.config)
    return {
      plan,
      ticket: { id, number: seen.ticket.number, url },
      apply: progress => applyTicketPlan(plan.steps, { seen, world, progress }),
    }
  })
}
