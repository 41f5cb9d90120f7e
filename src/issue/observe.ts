import type { Gone } from '../github/client.ts'
import { ahead } from '../http/head-start.ts'
import {
  type LinkedTicket,
  linkedTicketIds,
  originTicketId,
  readLinkedTickets,
  readLinkedTicketUrls,
} from '../link/linked-tickets.ts'
import { findTicketsFromIssue } from '../link/tickets-from-issue.ts'
import type { Issue, IssueRef } from '../model.ts'
import { hasName, LINKED_LABEL } from '../names.ts'
import type { World } from '../world.ts'
import { actionFor, type LabelEvent, mappedLabels, readLabelEvents, type Trigger } from './labels.ts'

/** Where a ticket for this issue would be made. */
export type TicketTarget = { mailboxId: number; fieldId: number }

/** Both sides as they are now, seen from the issue; read no further than the plan needs. */
export type ObservedIssue = {
  issue: Issue
  /** Tickets whose field (or, in a mailbox without one, newest note) names this issue. */
  tickets: LinkedTicket[]
  /** URLs of the tickets that trusted sentinel comments name. */
  linkedTicketUrls: string[]
  /** It was made from a ticket: it carries a trusted marker, or the label that says so. */
  isFromTicket: boolean
  /** The mapped labels it has now, each with the event that put it on last. */
  labelEvents: LabelEvent[]
  userId: number | undefined
  /** Known when a ticket may have to be made. */
  ticketTarget: TicketTarget | undefined
  /** The issue's text as GitHub renders it; read when a ticket may have to be made. */
  html: string
}

/**
 * Reads an issue and the tickets that belong to it. What does not wait for another answer is asked for at once; what
 * a ticket to be made takes too, when the label that was just put on asks for one.
 */
export async function observeIssue(
  ref: Pick<IssueRef, 'repository' | 'number'>,
  world: World,
  { label }: Trigger = { label: undefined },
): Promise<ObservedIssue | Gone> {
  const { github, freescout, config, serverUrl } = world
  const full = { ...ref, url: `${serverUrl}/${ref.repository}/issues/${ref.number}` }
  const asksForTicket = label !== undefined && actionFor(label, config)?.action === 'create'
  const birth = asksForTicket ? ahead(readBirth(full, world)) : undefined
  const reads = ahead(Promise.all([github.comments(full), freescout.userId(config.user)]))
  const issue = await github.issue(ref)
  if ('gone' in issue) return issue
  const mapped = mappedLabels(issue, config)
  const labelling = ahead(mapped.length ? readLabelEvents(issue, { mapped, github }) : Promise.resolve([]))
  const [comments, userId] = await reads
  const linkedTicketUrls = await readLinkedTicketUrls(comments, world)
  const tickets = await readLinkedTickets(await linkedTicketIds(issue, linkedTicketUrls, world), {
    issue,
    world,
  })
  const isLabelled = hasName(issue.labels, LINKED_LABEL)
  const seen: ObservedIssue = {
    issue,
    tickets,
    linkedTicketUrls,
    isFromTicket: isLabelled || (await originTicketId(issue, world)) !== undefined,
    labelEvents: await labelling,
    userId,
    ticketTarget: undefined,
    html: '',
  }
  return mayNeedTicket(seen) ? observeBirth(seen, { birth: birth ?? readBirth(full, world), world }) : seen
}

type Birth = [TicketTarget, string, number[]]

/** Reads what making a ticket takes, and looks for one that was made before and whose answer was lost. */
function readBirth(issue: IssueRef, world: World): Promise<Birth> {
  return Promise.all([
    findTicketTarget(world),
    world.github.issueHtml(issue),
    findTicketsFromIssue(issue, world),
  ])
}

/** Whether a label asks for a ticket, and nothing says that there is or was one. */
export function mayNeedTicket({
  tickets,
  linkedTicketUrls,
  isFromTicket,
  labelEvents,
}: ObservedIssue): boolean {
  const wanted = labelEvents.some(({ rule }) => rule.action === 'create')
  return wanted && !tickets.length && !linkedTicketUrls.length && !isFromTicket
}

async function observeBirth(
  seen: ObservedIssue,
  { birth, world }: { birth: Promise<Birth>; world: World },
): Promise<ObservedIssue> {
  const [ticketTarget, html, created] = await birth
  const oldest = created[0]
  const tickets = oldest === undefined ? [] : await readLinkedTickets([oldest], { issue: seen.issue, world })
  return { ...seen, ticketTarget, html, tickets }
}

async function findTicketTarget({ freescout, config }: World): Promise<TicketTarget> {
  const { ticket } = config
  if (!ticket) {
    throw new Error(
      'The label asks for a ticket, but the configuration does not say where tickets are made. ' +
        'Add the section "ticket" with mailbox and customer to the configuration.',
    )
  }
  const mailbox = (await freescout.mailboxes()).find(({ email }) => email.toLowerCase() === ticket.mailbox)
  if (!mailbox) {
    throw new Error(
      `FreeScout has no mailbox ${ticket.mailbox}, in which tickets are to be made. Correct ticket.mailbox in the configuration.`,
    )
  }
  const fieldName = config.fields['issue-url']
  const field = (await freescout.mailboxFields(mailbox.id))?.find(({ name }) => name === fieldName)
  if (!field) {
    throw new Error(
      `The mailbox ${ticket.mailbox} has no custom field "${fieldName}", so the link has nowhere to live and no ticket was made. ` +
        'Create the field there (type: single line) under Manage » Mailboxes » Custom Fields.',
    )
  }
  return { mailboxId: mailbox.id, fieldId: field.id }
}
