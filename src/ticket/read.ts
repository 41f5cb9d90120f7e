import type { FreeScout, TicketReading } from '../freescout/client.ts'
import { ahead } from '../http/head-start.ts'
import { issueRepository } from '../link/repositories.ts'
import type { Mailbox, Repository } from '../model.ts'
import type { World } from '../world.ts'

/** The reads that need no configuration, so that they can go out before it is there. */
export type TicketReads = Promise<[TicketReading | undefined, Mailbox[]]>

/** Starts reading a ticket, and the mailboxes that tell its address. */
export function readTicket(id: number, freescout: FreeScout): TicketReads {
  return ahead(Promise.all([freescout.ticket(id), freescout.mailboxes()]))
}

/** What making an issue takes in the usual case; a ticket that is routed elsewhere asks anew. */
export type CreationReads = { repository: string; target: Promise<Repository>; userId: Promise<number> }

/** Asks for what making an issue takes, before the ticket tells whether one is to be made: one round trip less. */
export function readForCreation({
  github,
  newestIssues,
  freescout,
  config,
  home,
}: Omit<World, 'log'>): CreationReads {
  const repository = issueRepository(config, home)
  ahead(newestIssues.pages({ repository }).next())
  return {
    repository,
    target: ahead(github.repository(repository)),
    userId: ahead(freescout.userId(config.user)),
  }
}
