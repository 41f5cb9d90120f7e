import type { StoredTicket, World } from './world.ts'

/**
 * Notes down the mails that an API call makes FreeScout send. An agent's reply goes to the customer; a customer's new
 * ticket may be auto-replied to (here it always is); agents are told of everything. `imported` silences them all.
 */
export function mailAbout(
  world: World,
  ticket: StoredTicket,
  { type, isNew = false, imported }: { type: string; isNew?: boolean; imported: boolean },
): void {
  if (imported) return
  const ticketId = ticket.id
  if (type === 'message') world.mails.push({ to: 'customer', why: 'reply', ticketId })
  if (type === 'customer' && isNew) world.mails.push({ to: 'customer', why: 'auto-reply', ticketId })
  world.mails.push({ to: 'agents', why: 'notification', ticketId })
}
