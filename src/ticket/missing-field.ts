import type { Mailbox, Ticket } from '../model.ts'

/** The ticket has nowhere to keep the link: nothing is created, for it could not be found again. */
export class MissingFieldError extends Error {
  override name = 'MissingFieldError'
}

/** The Custom Fields module is off. */
export const moduleIsOff =
  'FreeScout shows no custom fields on this ticket, so the link has nowhere to live and no issue was made. ' +
  'Activate the module Custom Fields under Manage » Modules.'

/** The watched mailbox lacks the field. */
export function fieldIsMissing(mailbox: Mailbox | undefined, field: string): string {
  return (
    `The mailbox ${mailbox?.email ?? 'of this ticket'} has no custom field "${field}", so the link has nowhere to live and no issue was made. ` +
    'Create the field there (type: single line) under Manage » Mailboxes » Custom Fields.'
  )
}

/** A linked ticket was moved to a mailbox that lacks the field. */
export function movedWithoutField({
  ticket,
  mailbox,
}: {
  ticket: Ticket
  mailbox: Mailbox | undefined
}): string {
  return (
    `Ticket ${ticket.id} is linked, but its mailbox ${mailbox?.email ?? ticket.mailboxId} has no field for the link. ` +
    'Create the field there too; until then the newest note of ours holds the link.'
  )
}
