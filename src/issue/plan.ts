import type { Config } from '../config/schema.ts'
import type { Gone } from '../github/client.ts'
import { issueName } from '../issue-ref.ts'
import { writeBlock } from '../link/ticket-link.ts'
import { asksForTicket } from '../link/tickets-from-issue.ts'
import type { IssueRef } from '../model.ts'
import type { Reason } from '../outcome.ts'
import type { Plan } from '../reconcile.ts'
import { actionFor, isTicketWanted, type Trigger } from './labels.ts'
import { closingNote } from './notes-due.ts'
import { lacksTicket, needsTicket, type ObservedIssue } from './observe.ts'
import {
  completionSteps,
  type IssueStep,
  isNamed,
  moveSteps,
  noteSteps,
  reaction,
  relayCommentSteps,
  tagsOfCreatedTicket,
  unrelayedSteps,
} from './steps.ts'

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
      'No new ticket is created. If you want one, delete the comment that names the old one.',
  ]
}

function planCreation(seen: ObservedIssue, config: Config): IssuePlan {
  const { issue, labelEvents, relays } = seen
  const closing = config.ticket?.['on-issue-closed'] === 'nothing' ? undefined : closingNote({ issue })
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

function planForTickets(seen: ObservedIssue, context: IssuePlanContext): IssuePlan {
  const { issue, tickets } = seen
  const steps = [
    ...tickets.flatMap(linked => [
      ...moveSteps(linked),
      ...noteSteps(linked, seen, context),
      ...completionSteps(linked, seen),
    ]),
    ...relayCommentSteps(seen, context),
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

function nothingToDo(issue: IssueRef, reason: Reason, warnings: string[] = []): IssuePlan {
  return { steps: [], result: reason === 'nothing-to-do' ? 'unchanged' : 'skipped', reason, issue, warnings }
}
