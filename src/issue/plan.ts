import type { Config } from '../config/schema.ts'
import type { Gone } from '../github/client.ts'
import type { Reaction } from '../github/writes.ts'
import { issueName } from '../issue-ref.ts'
import type { LinkedTicket } from '../link/linked-tickets.ts'
import { isMoveAnnounced } from '../link/moved-issues.ts'
import { writeBlock } from '../link/ticket-link.ts'
import { asksForTicket } from '../link/tickets-from-issue.ts'
import { movedKey } from '../marks.ts'
import type { IssueRef, Ticket } from '../model.ts'
import { FROM_GITHUB_TAG, hasTag } from '../names.ts'
import type { Reason } from '../outcome.ts'
import type { Plan } from '../reconcile.ts'
import { movedText } from '../render/note.ts'
import { actionFor, isTicketWanted, type LabelEvent, type Trigger } from './labels.ts'
import { announcedKeys, closingNote, notesDue } from './notes-due.ts'
import { lacksTicket, needsTicket, type ObservedIssue } from './observe.ts'
import { type CommentToRelay, lacksRelay } from './relays.ts'

/** One change. `ticket` is a ticket's id, or `created` for the ticket that an earlier step of the plan creates. */
export type IssueStep =
  | { do: 'create-ticket'; keys: string[] }
  /** `tags`, which the ticket lacks, are added to those that it has when the step runs. */
  | { do: 'set-tags'; ticket: number | 'created'; tags: string[] }
  | { do: 'set-status'; ticket: number; status: 'active' }
  | { do: 'add-note'; ticket: number; key: string; text: string }
  | { do: 'set-field'; ticket: number; field: { id: number; name: string } }
  | { do: 'comment'; ticket: number | 'created' }
  /** The comment becomes a note on the ticket. */
  | { do: 'relay-comment'; ticket: number | 'created'; comment: number }
  | { do: 'react'; comment: number; reaction: Reaction }

/** What is to be done about an issue's tickets. */
export type IssuePlan = Plan<IssueStep>

/** What the plan needs besides what was observed. `ref` is the issue that the run is about. */
export type IssuePlanContext = { ref: IssueRef; trigger: Trigger; config: Config; serverUrl: string }

/** Decides what is left to do for an issue's tickets, only from what was observed. It reads and writes nothing. */
export function planIssue(seen: ObservedIssue | Gone, context: IssuePlanContext): IssuePlan {
  if ('gone' in seen) return nothingToDo(context.ref, 'issue-not-found')
  if (seen.tickets.length > 0) return planForTickets(seen, context)
  if (needsTicket(seen) && seen.unreachable.length === 0) return planCreation(seen, context.config)
  return { ...planWithoutTicket(seen, context), steps: unrelayedSteps(seen) }
}

/** The plan for an issue that has no ticket to write to, and gets none. */
function planWithoutTicket(seen: ObservedIssue, context: IssuePlanContext): IssuePlan {
  const [unreachable] = seen.unreachable
  const reason = unreachable && writeBlock(unreachable.ticket)
  if (reason) return nothingToDo(seen.issue, reason, missingTickets(seen))
  if (lacksTicket(seen) && seen.ticketBlock) {
    return withLabel(nothingToDo(seen.issue, seen.ticketBlock), labelThatAsks(seen))
  }
  const noTicket = nothingToDo(seen.issue, reasonForNoTicket(seen, context), missingTickets(seen))
  return noTicket.reason === 'label-not-mapped' ? withUnmappedLabel(noTicket, context) : noTicket
}

/** The rules about an issue that has no ticket and gets none. The first that holds gives the reason. */
const NO_TICKET_RULES: {
  reason: Reason
  holds: (seen: ObservedIssue, context: IssuePlanContext) => boolean
}[] = [
  { reason: 'label-not-mapped', holds: (_, context) => isUnmapped(context) },
  { reason: 'relay-not-trusted', holds: ({ relays }) => relays.isRefused },
  { reason: 'issue-from-ticket', holds: asksForTicketButHasOrigin },
  { reason: 'not-linked', holds: () => true },
]

function reasonForNoTicket(seen: ObservedIssue, context: IssuePlanContext): Reason {
  return NO_TICKET_RULES.find(({ holds }) => holds(seen, context))?.reason ?? 'not-linked'
}

function isUnmapped({ trigger: { label }, config }: IssuePlanContext): boolean {
  return label !== undefined && !actionFor(label, config)
}

function asksForTicketButHasOrigin({ labelEvents, isFromTicket, linkedTicketUrls }: ObservedIssue): boolean {
  return isTicketWanted(labelEvents) && isFromTicket && linkedTicketUrls.length === 0
}

function withUnmappedLabel(plan: IssuePlan, { trigger: { label }, config }: IssuePlanContext): IssuePlan {
  return withLabel(plan, label, Object.keys(config.labels))
}

/** The same plan, with the label that its reason is about. */
function withLabel(plan: IssuePlan, label: string | undefined, mapped?: string[]): IssuePlan {
  return label === undefined
    ? plan
    : { ...plan, details: { kind: 'label', label, ...(mapped && { mapped }) } }
}

function labelThatAsks({ labelEvents }: ObservedIssue): string | undefined {
  return labelEvents.find(({ action }) => asksForTicket(action))?.label
}

/** The warning about tickets that the issue names, when none of them names the issue. No ticket is created instead. */
function missingTickets({ issue, linkedTicketUrls, unreachable }: ObservedIssue): string[] {
  const missing = linkedTicketUrls.filter(one => !unreachable.some(({ url }) => url === one))
  if (missing.length === 0) return []
  return [
    `${issueName(issue)} was linked to ${missing.join(', ')}, which is gone or names another issue now. ` +
      'No ticket is created instead; delete the comment that names it if one should be.',
  ]
}

function planCreation(seen: ObservedIssue, config: Config): IssuePlan {
  const { issue, labelEvents, relays } = seen
  const closing = config.ticket?.['on-issue-closed'] === 'nothing' ? undefined : closingNote(issue)
  const keys = [...labelEvents.map(({ eventId }) => `labeled:${eventId}`), ...(closing ? [closing.key] : [])]
  return {
    steps: [
      { do: 'create-ticket', keys },
      { do: 'set-tags', ticket: 'created', tags: tagsOfCreatedTicket(labelEvents) },
      { do: 'comment', ticket: 'created' },
      ...relays.comments.flatMap((relay): IssueStep[] => [
        { do: 'relay-comment', ticket: 'created', comment: relay.comment.id },
        ...reaction(relay, 'eyes'),
      ]),
    ],
    result: 'created',
    issue,
    warnings: [],
  }
}

/** A created ticket gets the tags of every label that asks for a ticket. */
function tagsOfCreatedTicket(labelEvents: LabelEvent[]): string[] {
  const creating = labelEvents.filter(({ action }) => asksForTicket(action))
  return [...new Set([FROM_GITHUB_TAG, ...creating.flatMap(({ action }) => action.tags)])]
}

function planForTickets(seen: ObservedIssue, context: IssuePlanContext): IssuePlan {
  const { issue, tickets } = seen
  const steps = [
    ...tickets.flatMap(linked => [
      ...moveSteps(linked),
      ...noteSteps(linked, seen, context),
      ...completionSteps(linked, seen),
    ]),
    ...relaySteps(seen, context),
  ]
  if (steps.length === 0) {
    if (seen.relays.isRefused) return nothingToDo(issue, 'relay-not-trusted')
    return isUnmapped(context)
      ? withUnmappedLabel(nothingToDo(issue, 'label-not-mapped'), context)
      : nothingToDo(issue, 'nothing-to-do')
  }
  const isFound = tickets.some(linked => linked.isCreatedFromIssue && !isNamed(linked, seen))
  const isNoted = steps.some(step => step.do === 'add-note' || step.do === 'relay-comment')
  return { steps, result: isFound ? 'adopted' : isNoted ? 'noted' : 'updated', issue, warnings: [] }
}

/**
 * The steps for a ticket that still names the issue by its old address. The note comes first, because later runs recognise
 * by the field that the issue moved.
 */
function moveSteps({ ticket, link: { field }, movedFrom }: LinkedTicket): IssueStep[] {
  if (!movedFrom) return []
  const { id } = ticket
  const note = { key: movedKey(movedFrom), text: movedText(movedFrom) }
  return [
    ...(isMoveAnnounced(ticket, movedFrom) ? [] : [{ do: 'add-note', ticket: id, ...note } as const]),
    ...(field ? [{ do: 'set-field', ticket: id, field } as const] : []),
  ]
}

/** The steps that relay comments to tickets. The reaction comes last, because it says that every ticket has the note. */
function relaySteps(seen: ObservedIssue, { serverUrl }: IssuePlanContext): IssueStep[] {
  const { issue, tickets, relays } = seen
  return relays.comments.flatMap((relay): IssueStep[] => [
    ...tickets
      .filter(linked => lacksRelay(linked, relay, { issue, serverUrl }))
      .map(
        ({ ticket }): IssueStep => ({ do: 'relay-comment', ticket: ticket.id, comment: relay.comment.id }),
      ),
    ...reaction(relay, 'eyes'),
  ])
}

/** The steps that say of each comment that no ticket gets it. */
function unrelayedSteps({ relays }: ObservedIssue): IssueStep[] {
  return relays.comments.flatMap(relay => reaction(relay, 'confused'))
}

function reaction({ comment }: CommentToRelay, name: Reaction): IssueStep[] {
  return comment.reactions.includes(name) ? [] : [{ do: 'react', comment: comment.id, reaction: name }]
}

/** Whether the issue names the ticket, in its marker or in a sentinel comment. */
function isNamed({ ticket, url }: LinkedTicket, { originId, linkedTicketUrls }: ObservedIssue): boolean {
  return ticket.id === originId || linkedTicketUrls.includes(url)
}

/**
 * The steps that complete a link: the tags of a ticket that an earlier run created, and the comment on an issue that does
 * not name its ticket. Somebody may have removed the marker or the comment.
 */
function completionSteps(linked: LinkedTicket, seen: ObservedIssue): IssueStep[] {
  const { ticket, isCreatedFromIssue } = linked
  const isUntagged = isCreatedFromIssue && !hasTag(ticket, FROM_GITHUB_TAG)
  return [
    ...(isUntagged ? tagSteps(ticket, tagsOfCreatedTicket(seen.labelEvents)) : []),
    ...(isNamed(linked, seen) ? [] : [{ do: 'comment', ticket: ticket.id } as const]),
  ]
}

function tagSteps(ticket: Ticket, wanted: string[]): IssueStep[] {
  const tags = [...new Set(wanted)].filter(tag => !hasTag(ticket, tag))
  return tags.length > 0 ? [{ do: 'set-tags', ticket: ticket.id, tags }] : []
}

/** Tags and status come before the note, because a note with this key tells later runs that all of it is done. */
function noteSteps(
  linked: LinkedTicket,
  { issue, labelEvents }: ObservedIssue,
  { config, serverUrl }: IssuePlanContext,
): IssueStep[] {
  const { ticket } = linked
  const announced = announcedKeys(linked, issue, serverUrl)
  const option = config.ticket?.['on-issue-closed'] ?? 'note'
  const notes = notesDue(issue, labelEvents, announced).filter(
    ({ key, isAboutState }) => !announced.has(key) && !(isAboutState && option === 'nothing'),
  )
  const reopens =
    option === 'note-and-reopen' && ticket.status === 'closed' && notes.some(note => note.isAboutState)
  const tags = notes.flatMap(note => note.tags)
  return [
    ...tagSteps(ticket, tags),
    ...(reopens ? [{ do: 'set-status', ticket: ticket.id, status: 'active' } as const] : []),
    ...notes.map(({ key, text }): IssueStep => ({ do: 'add-note', ticket: ticket.id, key, text })),
  ]
}

function nothingToDo(issue: IssueRef, reason: Reason, warnings: string[] = []): IssuePlan {
  return { steps: [], result: reason === 'nothing-to-do' ? 'unchanged' : 'skipped', reason, issue, warnings }
}
