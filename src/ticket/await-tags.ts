import type { TicketReading } from '../freescout/client.ts'
import { linkedIssue, linkOf } from '../link/ticket-link.ts'
import type { Mailbox, Ticket } from '../model.ts'
import type { World } from '../world.ts'
import { creationBlock } from './criteria.ts'

/** Waits between looks, in milliseconds: 10 s in all. */
const WAITS = [1500, 3500, 5000]
/** How old a ticket is at most, in milliseconds, when its tags may still be on their way. */
const FRESH_MS = 60_000

/** A ticket as it was read last; `undefined` when it is gone. `hasWaited`: it was read more than once. */
export type SettledTicket = { ticket: Ticket | undefined; hasWaited: boolean }

/**
 * Waits for the tags of a new ticket. A program that creates a ticket sets its tags with the next request, and tags
 * cause no webhook. So a ticket that is only seconds old, by FreeScout's own clock, is read again for a while before
 * anybody says that it has no trigger tag.
 */
export async function awaitTags(
  { ticket, at }: TicketReading,
  about: { mailboxes: Mailbox[]; world: World },
): Promise<SettledTicket> {
  const { freescout, clock, log } = about.world
  const isFresh = at.getTime() - Date.parse(ticket.createdAt) < FRESH_MS
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

function lacksOnlyTags(
  ticket: Ticket,
  { mailboxes, world }: { mailboxes: Mailbox[]; world: World },
): boolean {
  const mailbox = mailboxes.find(({ id }) => id === ticket.mailboxId)
  const link = linkOf(ticket, world)
  if (link.unusable || linkedIssue(link)) return false
  return creationBlock(ticket, { mailbox, config: world.config }) === 'no-trigger-tag'
}
