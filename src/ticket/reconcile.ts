import type { TicketOutcome } from '../outcome.ts'
import { reconcile } from '../reconcile.ts'
import type { World } from '../world.ts'
import { applyTicketPlan } from './apply.ts'
import { type HowToObserve, observeTicket } from './observe.ts'
import { planTicket } from './plan.ts'

/** Reconciles one ticket with its issue. It never throws. */
export function reconcileTicket(id: number, world: World, how: HowToObserve = {}): Promise<TicketOutcome> {
  const url = world.freescout.ticketUrl(id)
  const start: TicketOutcome = {
    kind: 'ticket',
    result: 'skipped',
    reason: 'ticket-not-found',
    ticket: { id, url },
    changes: [],
    warnings: [],
    dryRun: world.dryRun,
  }
  return reconcile(
    {
      name: `Ticket ${id}`,
      start,
      observe: attempt => {
        if (attempt === 1) return observeTicket(id, world, how)
        world.newestIssues.forget()
        return observeTicket(id, world, { thorough: true })
      },
      plan: seen => planTicket(seen, world.config),
      ticketOf: ({ ticket }) => ({ id, number: ticket.number, url }),
      apply: (plan, seen) => applyTicketPlan(plan, seen, world),
    },
    world,
  )
}
