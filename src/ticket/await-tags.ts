import type { TicketReading } from '../freescout/client.ts'
import { linkedIssue, linkOf } from '../link/ticket-link.ts'
import type { Mailbox, Ticket } from '../model.ts'
import type { World } from '../world.ts'
import { creationBlock } from './criteria.ts'

/** The waits before the ticket is read again, in milliseconds: 10 s in all. */
const WAITS = [1500, 3500, 5000]
/** A ticket is fresh up to this age, in milliseconds: its tags may not be set yet. */
export const FRESH_MS = 60_000

/** A ticket as it was read last; `undefined` when it is gone. `hasWaited`: it was read more than once. */
type LatestTicket = { ticket: Ticket | undefined; hasWaited: boolean }

/**
 * Waits for the tags of a new ticket. A program that creates a ticket through the API sets its tags with the next request,
 * and FreeScout sends no webhook for tags. So it reads such a ticket, when it is fresh and has no trigger tag, up to three
 * times again. It does not wait for the tags of other tickets: a run starts seconds after the webhook. A Workflow has tagged a
 * mail by then, and a person takes longer. The age of the ticket counts by FreeScout's own clock.
 */
export async function awaitTags(
  { ticket, at }: TicketReading,
  about: { mailboxes: Mailbox[]; world: World },
): Promise<LatestTicket> {
  const { freescout, clock, log } = about.world
  const isFresh = ticket.source.type === 'api' && at.getTime() - Date.parse(ticket.createdAt) < FRESH_MS
  let latest: Ticket | undefined = ticket
  let hasWaited = false
  for (const wait of isFresh ? WAITS : []) {
    if (!latest || !lacksOnlyTags(latest, about)) break
    log(`Ticket ${ticket.id} is seconds old and has no trigger tag yet: looking again in ${wait / 1000} s.`)
    await clock.sleep(wait)
    latest = (await freescout.ticket(ticket.id))?.ticket
    hasWaited = true
  }
  return { ticket: latest, hasWaited }
}

/** Whether only a trigger tag is missing for this ticket to get an issue. */
function lacksOnlyTags(
  ticket: Ticket,
  { mailboxes, world }: { mailboxes: Mailbox[]; world: World },
): boolean {
  const mailbox = mailboxes.find(({ id }) => id === ticket.mailboxId)
  const link = linkOf(ticket, world)
  if (link.unusable || linkedIssue(link)) return false
  return creationBlock(ticket, { mailbox, config: world.config }) === 'no-trigger-tag'
}
