import type { Gone } from '../github/client.ts'
import { type IssueId, issueName, issueRef } from '../issue-ref.ts'
import { findTicketsFromIssue, findTicketsNaming } from '../link/find-tickets.ts'
import { requireLinkField } from '../link/link-field.ts'
import {
  type LinkedTicket,
  linkedTicketIds,
  originTicketId,
  readLinkedTickets,
  readLinkedTicketUrls,
} from '../link/linked-tickets.ts'
import { writeBlock } from '../link/ticket-link.ts'
import { asksForTicket, ticketBlock } from '../link/tickets-from-issue.ts'
import type { Issue, IssueRef, StateChange, Ticket } from '../model.ts'
import { hasName, isSameName, LINKED_LABEL } from '../names.ts'
import type { Reason } from '../outcome.ts'
import { startEarly } from '../reconcile.ts'
import { ServiceError } from '../service-error.ts'
import { SetupError } from '../setup-error.ts'
import type { World } from '../world.ts'
import {
  actionFor,
  isTicketWanted,
  type LabelEvent,
  mappedLabels,
  readLabelHistory,
  type Trigger,
} from './labels.ts'
import { announcedKeys, stateNote } from './notes-due.ts'
import { findRelays, type Relays, readRelayTexts } from './relays.ts'

/** The mailbox in which a ticket for this issue would be created, and its field for the link. */
type TicketTarget = { mailboxId: number; fieldId: number }

/** An issue and its tickets as they are now. Only what the plan needs was read. */
export type ObservedIssue = {
  issue: Issue
  /** Tickets whose field names this issue; in a mailbox without the field, whose newest note does. */
  tickets: LinkedTicket[]
  /** Linked tickets to which nothing may be written: drafts, deleted tickets and spam. */
  unreachable: LinkedTicket[]
  /** URLs of the tickets that trusted sentinel comments name. */
  linkedTicketUrls: string[]
  /** The ticket in its trusted marker. */
  originId: number | undefined
  /** Whether it was created from a ticket: it has a trusted marker, or the label of linked issues. */
  isFromTicket: boolean
  /** Why issues of its repository get no ticket; `undefined` when they may get one. */
  ticketBlock: Reason | undefined
  /** The comments that ask to be relayed to its tickets. */
  relays: Relays
  /** The mapped labels that it has now, each with the newest event that put it on. */
  labelEvents: LabelEvent[]
  /** Who closed or reopened it last, and how. Read only when a ticket gets a note about that. */
  stateChange: StateChange | undefined
  userId: number | undefined
  /** Known when a ticket may have to be created. */
  ticketTarget: TicketTarget | undefined
  /** The issue's text as GitHub renders it; read when a ticket may have to be created. */
  html: string
}

/**
 * Reads an issue and the tickets that belong to it. Reads that need no other answer start at once. If the new label
 * asks for a ticket, the reads for creating one start at once, too.
 */
export async function observeIssue(
  id: IssueId,
  world: World,
  trigger: Trigger = {},
): Promise<ObservedIssue | Gone> {
  const seen = await observeLinks(id, world, trigger)
  if ('gone' in seen) return seen
  const { issue, tickets } = seen
  const isNew = tickets.length === 0 && needsTicket(seen)
  return { ...seen, relays: await readRelayTexts(seen.relays, { issue, tickets, isNew }, world) }
}

async function observeLinks(id: IssueId, world: World, trigger: Trigger): Promise<ObservedIssue | Gone> {
  const { label } = trigger
  const { github, freescout, config, serverUrl } = world
  const ref = issueRef(id, serverUrl)
  const action = label === undefined ? undefined : actionFor(label, config)
  const block = ticketBlock(ref.repository, world)
  const creation =
    !block && action && asksForTicket(action) ? startEarly(readForCreation(ref, world)) : undefined
  const reads = startEarly(Promise.all([github.comments(ref), freescout.userId(config.user)]))
  const issue = await github.issue(ref)
  if ('gone' in issue) return issue
  const history = startEarly(readLabelHistory(issue, { mapped: mappedLabels(issue, config), github }))
  const [comments, userId] = await reads
  const linkedTicketUrls = await readLinkedTicketUrls(comments, world)
  const originId = await originTicketId(issue, world)
  const named = linkedTicketIds(originId, linkedTicketUrls, world)
  const isLabelled = hasName(issue.labels, LINKED_LABEL)
  const ids = named.length === 0 && isLabelled ? idsOf(await findTicketsNaming(issue, world)) : named
  const linked = await readTickets(ids, { issue, world })
  const seen: ObservedIssue = {
    issue,
    ...linked,
    linkedTicketUrls,
    originId,
    isFromTicket: isLabelled || originId !== undefined,
    ticketBlock: block,
    labelEvents: (await history).labelEvents,
    stateChange: await readStateChange(issue, linked.tickets, world),
    relays: await findRelays(comments, { trigger, world }),
    userId,
    ticketTarget: undefined,
    html: '',
  }
  if (!needsTicket(seen)) return seen
  const naming = (await history).wasLinked ? await findTicketsNaming(issue, world) : []
  const { ticketTarget, html, created } = await (creation ?? readForCreation(ref, world))
  const existing = naming.length > 0 ? naming : created.slice(0, 1)
  const found = await readTickets(idsOf(existing), { issue, world })
  const stateChange = await readStateChange(issue, found.tickets, world)
  return { ...seen, ticketTarget, html, stateChange, ...found }
}

/**
 * Reads who closed or reopened the issue, if a ticket gets a note about that. Without an answer the note only says that it
 * happened, because a missing name must not hold it back.
 */
async function readStateChange(
  issue: Issue,
  tickets: LinkedTicket[],
  { github, config, serverUrl, log, debug }: World,
): Promise<StateChange | undefined> {
  if (config.ticket?.['on-issue-closed'] === 'nothing') return undefined
  const isDue = tickets.some(linked => {
    const announced = announcedKeys(linked, issue, serverUrl)
    const note = stateNote({ issue }, announced)
    return note !== undefined && !announced.has(note.key)
  })
  if (!isDue) return undefined
  try {
    return await github.stateChange(issue)
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error
    log(`The note will not say who closed or reopened ${issueName(issue)}. ${error.message}`)
    debug(error)
    return undefined
  }
}

function idsOf(tickets: Ticket[]): number[] {
  return tickets.map(({ id }) => id)
}

async function readTickets(
  ids: number[],
  about: { issue: Issue; world: World },
): Promise<Pick<ObservedIssue, 'tickets' | 'unreachable'>> {
  const linked = await readLinkedTickets(ids, about)
  return {
    tickets: linked.filter(({ ticket }) => !writeBlock(ticket)),
    unreachable: linked.filter(({ ticket }) => writeBlock(ticket)),
  }
}

/** Whether a label asks for a ticket, and nothing that was read says that there is or was one. */
export function lacksTicket(seen: ObservedIssue): boolean {
  const { tickets, unreachable, linkedTicketUrls, isFromTicket, labelEvents } = seen
  const linked = tickets.length + unreachable.length + linkedTicketUrls.length
  return isTicketWanted(labelEvents) && linked === 0 && !isFromTicket
}

/** Whether the issue lacks a ticket and may get one. */
export function needsTicket(seen: ObservedIssue): boolean {
  return lacksTicket(seen) && seen.ticketBlock === undefined
}

/** What creating a ticket needs. `created`: tickets that an earlier run created and did not finish. */
type ForCreation = { ticketTarget: TicketTarget; html: string; created: Ticket[] }

async function readForCreation(issue: IssueRef, world: World): Promise<ForCreation> {
  const [ticketTarget, html, created] = await Promise.all([
    findTicketTarget(world),
    world.github.issueHtml(issue),
    findTicketsFromIssue(issue, world),
  ])
  return { ticketTarget, html, created }
}

/** The plan gives such an issue a reason instead, so nobody reads this. */
const NOT_CONFIGURED = 'Where tickets are created is not configured.'

async function findTicketTarget({ freescout, config }: World): Promise<TicketTarget> {
  const { ticket } = config
  if (!ticket) throw new Error(NOT_CONFIGURED)
  const mailbox = (await freescout.mailboxes()).find(({ email }) => isSameName(email, ticket.mailbox))
  if (!mailbox) {
    throw new SetupError([
      `FreeScout has no mailbox ${ticket.mailbox}, in which tickets are to be created. Correct ticket.mailbox in the configuration.`,
    ])
  }
  const { id } = requireLinkField(await freescout.mailboxFields(mailbox.id), {
    name: config.fields['issue-url'],
    mailbox: ticket.mailbox,
    creates: 'ticket',
  })
  return { mailboxId: mailbox.id, fieldId: id }
}
