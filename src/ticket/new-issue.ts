import type { When } from '../config/issue-section.ts'
import type { Config } from '../config/schema.ts'
import type { FieldValue } from '../config/values.ts'
import { issueRepository } from '../link/repositories.ts'
import type { Mailbox, Ticket } from '../model.ts'
import { hasTag, LINKED_LABEL } from '../names.ts'

/** The repository of a new issue for this ticket: the first route that fits, else the default repository. */
export function chooseRepository(
  ticket: Ticket,
  { mailbox, config, home }: { mailbox: Mailbox | undefined; config: Config; home: string },
): string {
  const route = config.issue.routes.find(({ when }) => holds(when, ticket, mailbox))
  return route?.repository ?? issueRepository(config, home)
}

/** The labels of a new issue: those for the ticket's tags and fields, and the label of linked issues. */
export function labelsFor(ticket: Ticket, mailbox: Mailbox | undefined, { issue }: Config): string[] {
  const mapped = issue.labels.filter(({ when }) => holds(when, ticket, mailbox)).map(({ label }) => label)
  return [...new Set([...mapped, LINKED_LABEL])]
}

/** The type of a new issue: that of the first entry that fits, because an issue has only one. */
export function typeFor(ticket: Ticket, mailbox: Mailbox | undefined, { issue }: Config): string | undefined {
  return issue.types.find(({ when }) => holds(when, ticket, mailbox))?.type
}

/** Whether the ticket fulfils every given condition. For a dropdown, its label counts. */
function holds({ tag, mailbox, field }: When, ticket: Ticket, ticketMailbox: Mailbox | undefined): boolean {
  if (tag !== undefined && !hasTag(ticket, tag)) return false
  if (mailbox !== undefined && ticketMailbox?.email.toLowerCase() !== mailbox) return false
  return field === undefined || hasField(ticket, field)
}

function hasField({ fields }: Ticket, { name, value }: FieldValue): boolean {
  return (fields ?? []).some(
    field =>
      field.name === name &&
      [field.text, field.value].some(found => found.trim().toLowerCase() === value.toLowerCase()),
  )
}
