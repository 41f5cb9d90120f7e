import type { FreeScoutState, StoredTicket } from './state.ts'

/**
 * Notes down the mails that an API call makes FreeScout send. An agent's reply goes to the customer; a customer's new
 * ticket may be auto-replied to (here it always is); agents are notified of everything. `imported` silences them all.
 */
export function mailAbout(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  { type, isNew = false, imported }: { type: string; isNew?: boolean; imported: boolean },
): void {
  if (imported) return
  const ticketId = ticket.id
  if (type === 'message') freescout.mails.push({ to: 'customer', why: 'reply', ticketId })
  if (type === 'customer' && isNew) freescout.mails.push({ to: 'customer', why: 'auto-reply', ticketId })
  freescout.mails.push({ to: 'agents', why: 'notification', ticketId })
}
