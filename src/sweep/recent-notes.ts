import { beginsWithCommand } from '../commands.ts'
import { type TicketLink, writeBlock } from '../link/ticket-link.ts'
import type { Ticket } from '../model.ts'
import type { World } from '../world.ts'

/** A sweep finds comments and notes to relay that were written within this time, in milliseconds. */
export const RELAY_PERIOD_MS = 24 * 3_600_000

/** A linked ticket whose newest message or note may have to be relayed to `repository`. `at` is ISO 8601. */
export type RecentNote = { ticketId: number; repository: string; at: string }

/**
 * The ticket's newest note, if it may have to be relayed. A list shows only the beginning of the newest message or note,
 * and not who wrote it. So the ticket's own run decides.
 */
export function recentNote(
  ticket: Ticket,
  { inField: issue }: TicketLink,
  { config, clock }: Pick<World, 'config' | 'clock'>,
): RecentNote | undefined {
  const command = config.relay['to-issue']
  const { id: ticketId, preview, updatedAt: at } = ticket
  if (command === false || !issue || writeBlock(ticket)) return undefined
  if (!beginsWithCommand(preview.trimStart(), command)) return undefined
  return Date.parse(at) >= clock.now() - RELAY_PERIOD_MS
    ? { ticketId, repository: issue.repository, at }
    : undefined
}

/**
 * The reasons to look at tickets, by their ids: those of which no comment since the note says that it was relayed. Tickets of
 * the repositories `unread`, whose comments can't be listed, are left out.
 */
export function ticketsWithUnrelayedNotes(
  notes: RecentNote[],
  { relayed, unread }: { relayed: ReadonlyMap<number, number>; unread: ReadonlySet<string> },
): Map<number, string> {
  const waiting = notes.filter(
    ({ ticketId, repository, at }) =>
      !unread.has(repository) && (relayed.get(ticketId) ?? 0) < Date.parse(at),
  )
  return new Map(
    waiting.map(({ ticketId }) => [ticketId, 'has a note for its issue that may not be relayed']),
  )
}
