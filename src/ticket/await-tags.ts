import type { TicketReading } from '../freescout/client.ts'
import { linkedIssue, linkOf } from '../link/ticket-link.ts'
import type { Mailbox, Ticket } from '../model.ts'
import type { World } from '../world.ts'
import { creationBlock } from './criteria.ts'

/** Waits between looks, in milliseconds: 10 s in all. */
const WAITS = [1500, 3500, 5000]
/** How old a ticket is, at most, for its tags to be still on their way. */
const FRESH_MS = 60_000

/**
 * Tags set by the request that follows a ticket's creation come late, and cause no webhook: looks again for a
 * while before "no trigger tag" is said about a ticket that is seconds old, by FreeScout's own clock. Gives the
 * ticket as it was last; `undefined` when it is gone.
 */
export async function awaitTags(
  { ticket, at }: TicketReading,
  { mailboxes, world }: { mailboxes: Mailbox[]; world: World },
): Promise<Ticket | undefined> {
  let latest: Ticket | undefined = ticket
  if (at.getTime() - Date.parse(ticket.createdAt) >= FRESH_MS) return latest
  for (const wait of WAITS) {
    if (!latest || !lacksOnlyTags(latest, { mailboxes, world })) return latest
    world.log(
      `Ticket ${ticket.id} is seconds old and has no trigger tag yet: looking again in ${wait / 1000} s.`,
    )
    await world.clock.sleep(wait)
    latest = (await world.freescout.ticket(ticket.id))?.ticket
  }
  return latest
}

function lacksOnlyTags(
  ticket: Ticket,
  { mailboxes, world }: { mailboxes: Mailbox[]; world: World },
): boolean {
  const mailbox = mailboxes.find(({ id }) => id === ticket.mailboxId)
  const link = linkOf(ticket, world)
  if (link.unusable || linkedIssue(link)) return false
  return creationBlock(ticket, { mailbox, config: world.config }) === 'no-trigger-tag'
}
