import type { FreeScout, TicketReading } from '../freescout/client.ts'
import type { Mailbox } from '../model.ts'

/** The reads that need no configuration, so that they can go out before it is there. */
export type TicketReads = Promise<[TicketReading | undefined, Mailbox[]]>

/** Starts reading a ticket, and the mailboxes that tell its address. */
export function readTicket(id: number, freescout: FreeScout): TicketReads {
  const reads = Promise.all([freescout.ticket(id), freescout.mailboxes()])
  // Awaited later; a mistake in the configuration is told first.
  reads.catch(() => {})
  return reads
}
