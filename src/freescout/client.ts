import { type FreeScoutReads, freescoutReads } from './reads.ts'
import type { FreeScoutAccess } from './request.ts'
import { type FreeScoutWrites, freescoutWrites } from './writes.ts'

export type { FieldDefinition, TicketPage, TicketQuery, TicketReading } from './reads.ts'
export type { TicketDraft } from './writes.ts'

/** The few calls of FreeScout's API that the action makes. Every one throws `ServiceError`. */
export type FreeScout = FreeScoutReads &
  FreeScoutWrites & {
    /** The address that tickets' pages start with, without a trailing slash. */
    url: string
    /** A ticket's page for agents; its id, not its number. */
    ticketUrl: (id: number) => string
  }

/** A client for one FreeScout. Facts about its API: docs/how-it-works.md. */
export function freescout(access: FreeScoutAccess): FreeScout {
  return {
    url: access.url,
    ticketUrl: id => `${access.url}/conversation/${id}`,
    ...freescoutReads(access),
    ...freescoutWrites(access),
  }
}
