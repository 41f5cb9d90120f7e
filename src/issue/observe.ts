import type { Gone } from '../github/client.ts'
import { type IssueId, issueRef } from '../issue-ref.ts'
import {
  type LinkedTicket,
  linkedTicketIds,
  originTicketId,
  readLinkedTickets,
  readLinkedTicketUrls,
} from '../link/linked-tickets.ts'
import { findTicketsFromIssue } from '../link/tickets-from-issue.ts'
import type { Issue, IssueRef } from '../model.ts'
import { hasName, isSameName, LINKED_LABEL } from '../names.ts'
import { startEarly } from '../reconcile.ts'
import type { World } from '../world.ts'
import { actionFor, type LabelEvent, mappedLabels, readLabelEvents, type Trigger } from './labels.ts'

/** The mailbox in which a ticket for this issue would be created, and its field for the link. */
export type TicketTarget = { mailboxId: number; fieldId: number }

/** Both sides as they are now, seen from the issue; read no further than the plan needs. */
export type ObservedIssue = {
  issue: Issue
  /** Tickets whose field (or, in a mailbox without one, newest note) names this issue. */
  tickets: LinkedTicket[]
  /** URLs of the tickets that trusted sentinel comments name. */
  linkedTicketUrls: string[]
  /** It was created from a ticket: it carries a trusted marker, or the label that says so. */
  isFromTicket: boolean
  /** The mapped labels that it has now, each with the event that put it on last. */
  labelEvents: LabelEvent[]
  userId: number | undefined
  /** Known when a ticket may have to be created. */
  ticketTarget: TicketTarget | undefined
  /** The issue's text as GitHub renders it; read when a ticket may have to be created. */
  html: string
}

/**
 * Reads an issue and the tickets that belong to it. Whatever does not wait for another answer is asked for at once. When
 * the label that was just put on asks for a ticket, that includes what creating one needs.
 */
export async function observeIssue(
  id: IssueId,
  world: World,
  { label }: Trigger = {},
): Promise<ObservedIssue | Gone> {
  const { github, freescout, config, serverUrl } = world
  const ref = issueRef(id, serverUrl)
  const asksForTicket = label !== undefined && actionFor(label, config)?.action === 'create'
  const creation = asksForTicket ? startEarly(readForCreation(ref, world)) : undefined
  const reads = startEarly(Promise.all([github.comments(ref), freescout.userId(config.user)]))
  const issue = await github.issue(ref)
  if ('gone' in issue) return issue
  const labelEvents = startEarly(readLabelEvents(issue, { mapped: mappedLabels(issue, config), github }))
  const [comments, userId] = await reads
  const linkedTicketUrls = await readLinkedTicketUrls(comments, world)
  const ids = await linkedTicketIds(issue, linkedTicketUrls, world)
  const seen: ObservedIssue = {
    issue,
    tickets: await readLinkedTickets(ids, { issue, world }),
    linkedTicketUrls,
    isFromTicket: hasName(issue.labels, LINKED_LABEL) || (await originTicketId(issue, world)) !== undefined,
    labelEvents: await labelEvents,
    userId,
    ticketTarget: undefined,
    html: '',
  }
  if (!mayNeedTicket(seen)) return seen
  const { ticketTarget, html, created } = await (creation ?? readForCreation(ref, world))
  const [oldest] = created
  const tickets = oldest === undefined ? [] : await readLinkedTickets([oldest], { issue, world })
  return { ...seen, ticketTarget, html, tickets }
}

/** Whether a label asks for a ticket, and nothing says that there is or was one. */
export function mayNeedTicket(seen: ObservedIssue): boolean {
  const { tickets, linkedTicketUrls, isFromTicket, labelEvents } = seen
  const isWanted = labelEvents.some(({ rule }) => rule.action === 'create')
  return isWanted && tickets.length === 0 && linkedTicketUrls.length === 0 && !isFromTicket
}

/** What creating a ticket needs. `created`: tickets that were created before, when an answer may have been lost. */
type ForCreation = { ticketTarget: TicketTarget; html: string; created: number[] }

async function readForCreation(issue: IssueRef, world: World): Promise<ForCreation> {
  const [ticketTarget, html, created] = await Promise.all([
    findTicketTarget(world),
    world.github.issueHtml(issue),
    findTicketsFromIssue(issue, world),
  ])
  return { ticketTarget, html, created }
}

async function findTicketTarget({ freescout, config }: World): Promise<TicketTarget> {
  const { ticket } = config
  if (!ticket) {
    throw new Error(
      'The label asks for a ticket, but the configuration does not say where tickets are created. ' +
        'Add the section "ticket" with mailbox and customer to the configuration.',
    )
  }
  const mailbox = (await freescout.mailboxes()).find(({ email }) => isSameName(email, ticket.mailbox))
  if (!mailbox) {
    throw new Error(
      `FreeScout has no mailbox ${ticket.mailbox}, in which tickets are to be created. Correct ticket.mailbox in the configuration.`,
    )
  }
  const fieldName = config.fields['issue-url']
  const field = (await freescout.mailboxFields(mailbox.id))?.find(({ name }) => name === fieldName)
  if (!field) {
    throw new Error(
      `The mailbox ${ticket.mailbox} has no custom field "${fieldName}", so there is no place for the link and no ticket was created. ` +
        'Create the field there (type: single line) under Manage » Mailboxes » Custom Fields.',
    )
  }
  return { mailboxId: mailbox.id, fieldId: field.id }
}
