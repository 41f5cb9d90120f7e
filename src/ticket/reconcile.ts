import type { TicketOutcome } from '../outcome.ts'
import { reconcile } from '../reconcile.ts'
import type { World } from '../world.ts'
import { aboutTicketStep } from './about-step.ts'
import { applyTicketPlan } from './apply.ts'
import { type HowToObserve, observeTicket } from './observe.ts'
import { planTicket } from './plan.ts'

/** `number` is the ticket's number, if the event or a list named it. It names the ticket until the ticket was read. */
type HowToReconcile = HowToObserve & { number?: number | undefined }

/** Reconciles one ticket with its issue. It never throws. */
export function reconcileTicket(
  id: number,
  world: World,
  { number, ...how }: HowToReconcile = {},
): Promise<TicketOutcome> {
  const url = world.freescout.ticketUrl(id)
  const start: TicketOutcome = {
    kind: 'ticket',
    result: 'skipped',
    reason: 'ticket-not-found',
    ticket: { id, url, ...(number !== undefined && { number }) },
    changes: [],
    warnings: [],
    dryRun: world.dryRun,
  }
  return reconcile(
    {
      name: `Ticket id ${id}`,
      start,
      observe: attempt => {
        if (attempt === 1) return observeTicket(id, world, how)
        world.newestIssues.forget()
        return observeTicket(id, world, { thorough: true })
      },
      plan: seen => planTicket(seen, world.config),
      about: aboutTicketStep,
      ticketOf: ({ ticket }) => ({ id, number: ticket.number, url }),
      apply: (plan, seen) => applyTicketPlan(plan, seen, world),
    },
    world,
  )
}
