import type { TicketOutcome } from '../outcome.ts'
import type { World } from '../world.ts'

/**
 * Adds a hint to the outcome of a ticket that does not exist, when a ticket has the given id as its number. People see the
 * number, and the input takes the id.
 *
 * @param about.asked what the input `conversation` named; `undefined` when an event named the ticket, by its id
 */
export async function withNumberHint(
  outcome: TicketOutcome,
  { asked, world }: { asked: number | undefined; world: Pick<World, 'freescout' | 'debug'> },
): Promise<TicketOutcome> {
  if (asked === undefined || outcome.reason !== 'ticket-not-found') return outcome
  const id = await idOfNumber(asked, world)
  if (id === undefined) return outcome
  const hint = `No ticket has the id ${asked}, but number ${asked} is ticket id ${id}. Run it again with conversation: ${id}.`
  return { ...outcome, warnings: [...outcome.warnings, hint] }
}

/**
 * Finds the id by the number, with one request. A FreeScout that does not know the parameter lists any tickets, so each
 * ticket's number is compared. Without an answer there is no hint, because the run itself did not fail.
 */
async function idOfNumber(
  number: number,
  { freescout, debug }: Pick<World, 'freescout' | 'debug'>,
): Promise<number | undefined> {
  try {
    const { value: page } = await freescout.tickets({ number }).next()
    return page?.tickets.find(ticket => ticket.number === number && ticket.state !== 'deleted')?.id
  } catch (error) {
    if (error instanceof Error) debug(error)
    return undefined
  }
}
