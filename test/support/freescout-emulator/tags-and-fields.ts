import type { FreeScoutState, StoredTicket } from './state.ts'

/**
 * Replaces a ticket's tags by these names, trimmed and lower-cased. `updatedAt` stays, no event fires; a workflow
 * may hear of it.
 */
export function setTags(freescout: FreeScoutState, ticket: StoredTicket, names: string[]): void {
  const tags = [...new Set(names.map(name => name.trim().toLowerCase()).filter(Boolean))]
  const added = tags.filter(name => !ticket.tags.includes(name))
  for (const name of tags) if (!freescout.tags.has(name)) freescout.tags.set(name, freescout.next('tag'))
  ticket.tags = tags
  forgetUnusedTags(freescout)
  if (added.length > 0) freescout.onTagged(ticket, added)
}

/** Forgets the tags that no ticket carries: when they come back, they have a new id (recorded). */
export function forgetUnusedTags(freescout: FreeScoutState): void {
  const used = new Set([...freescout.tickets.values()].flatMap(({ tags }) => tags))
  for (const name of freescout.tags.keys()) if (!used.has(name)) freescout.tags.delete(name)
}

/** How many tickets carry a tag. */
export function tagCount(freescout: FreeScoutState, name: string): number {
  return [...freescout.tickets.values()].filter(({ tags }) => tags.includes(name)).length
}

/**
 * Writes custom fields as the API does: any id is taken, also another mailbox's or one that does not exist, and an
 * empty value changes nothing (recorded: a field can't be cleared this way).
 */
export function writeFields(ticket: StoredTicket, fields: { id: number; value: string }[]): void {
  for (const { id, value } of fields) if (value !== '') ticket.fieldValues.set(id, value)
}

/** Sets a field by its name in the ticket's mailbox, as an agent does on the page. `''` clears it. */
export function setFieldByName(
  freescout: FreeScoutState,
  ticket: StoredTicket,
  name: string,
  value: string,
): void {
  const field = fieldByName(freescout, ticket, name)
  const option = Object.entries(field.options ?? {}).find(([, label]) => label === value)
  if (value === '') ticket.fieldValues.delete(field.id)
  else ticket.fieldValues.set(field.id, option?.[0] ?? value)
}

/** A field's value by its name in the ticket's mailbox; of a dropdown, the option's id. `''` when unset. */
export function fieldValueByName(freescout: FreeScoutState, ticket: StoredTicket, name: string): string {
  return ticket.fieldValues.get(fieldByName(freescout, ticket, name).id) ?? ''
}

function fieldByName(freescout: FreeScoutState, ticket: StoredTicket, name: string) {
  const mailbox = freescout.mailboxes.get(ticket.mailboxId)
  const field = mailbox?.fields.find(candidate => candidate.name === name)
  if (!field) throw new Error(`The emulated mailbox ${mailbox?.name} has no custom field ${name}`)
  return field
}
