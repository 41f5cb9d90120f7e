import type { Config } from '../config/schema.ts'
import { isSameIssue } from '../issue-ref.ts'
import { tagsForLabels } from '../link/birth.ts'
import { isCreatedFrom, linkedIssue } from '../link/ticket-link.ts'
import { hasSentinel, readAnnouncement } from '../marks.ts'
import type { Issue, IssueRef } from '../model.ts'
import { FROM_GITHUB_TAG, hasName, LINKED_LABEL, LINKED_TAG } from '../names.ts'
import type { Reason } from '../outcome.ts'
import type { Plan } from '../reconcile.ts'
import { creationBlock } from './criteria.ts'
import { fieldIsMissing, MissingFieldError, moduleIsOff, movedWithoutField } from './missing-field.ts'
import { labelsFor } from './new-issue.ts'
import type { ObservedTicket } from './observe.ts'

/** One call each, in the order in which they are carried out. They are about the plan's issue, or the one just made. */
export type TicketStep =
  | { do: 'create-issue'; repository: string; labels: string[]; content: 'full' | 'link-only' }
  | { do: 'set-field'; field: { id: number; name: string } }
  | { do: 'comment'; about: 'link' }
  | { do: 'comment'; about: 'resolved' | 'reopened'; at: string }
  | { do: 'add-label'; labels: string[] }
  | { do: 'add-note'; note: 'filed' | 'linked' }
  | { do: 'add-tag'; tag: string; also?: string[] }
  | { do: 'close-issue' }
  | { do: 'close-duplicate'; duplicate: IssueRef }
  /** The ticket itself is surplus. */
  | { do: 'set-status'; duplicateOf: number }

/** What is to be done about a ticket. */
export type TicketPlan = Plan<TicketStep>

/**
 * Decides what is left to do for a ticket. Pure: everything it knows was observed. Read as a list: the first
 * rule that applies decides.
 */
export function planTicket(seen: ObservedTicket, config: Config): TicketPlan {
  const { ticket, mailbox, link, issue } = seen
  const linked = linkedIssue(link)
  if (link.unusable) return planUnusable(seen)
  if (issue && 'gone' in issue && linked) return planGone(seen, linked, issue.gone)
  if (issue && !('gone' in issue)) return planLinked(seen, issue, config)
  if (linked) return { ...nothing('unchanged', 'already-linked'), issue: linked }
  const blocked = creationBlock(ticket, { mailbox, config })
  if (blocked)
    return nothing('skipped', blocked, blocked === 'mailbox-not-watched' ? unknownMailboxes(seen) : [])
  return planCreation(seen, config)
}

function unknownMailboxes({ unknownMailboxes }: ObservedTicket): string[] {
  return unknownMailboxes.map(
    address => `FreeScout has no mailbox ${address}. Correct "mailboxes" in the configuration.`,
  )
}

function planUnusable({ ticket, link }: ObservedTicket): TicketPlan {
  return nothing('skipped', 'link-unusable', [
    `Ticket ${ticket.id}: the field "${link.field?.name}" holds something that is not an issue in an allowed ` +
      'repository, so nothing is created or followed. Empty it, or list the repository under issue.allowed.',
  ])
}

function planGone({ ticket }: ObservedTicket, linked: IssueRef, gone: keyof typeof goneWords): TicketPlan {
  const warning =
    `Ticket ${ticket.id} is linked to ${linked.url}, which is ${goneWords[gone]}. It is not made anew: ` +
    'put the right issue into the field, or "none" to unlink for good.'
  return { ...nothing('skipped', 'issue-not-found', [warning]), issue: linked }
}

const goneWords = {
  'not-found': 'not found, or not visible to the token',
  deleted: 'deleted',
  transferred: 'transferred to another repository, or its repository was renamed',
}

/** The ticket has its issue: what is missing of the link is completed, and what happened since is told. */
function planLinked(seen: ObservedTicket, issue: Issue, config: Config): TicketPlan {
  const { ticket, link, hasOurMarker, skipGitHub } = seen
  if (seen.duplicateOf !== undefined) {
    return {
      steps: [{ do: 'set-status', duplicateOf: seen.duplicateOf }],
      result: 'updated',
      issue,
      warnings: [],
    }
  }
  const isBorn = isCreatedFrom(ticket, issue)
  const missing = skipGitHub
    ? []
    : isBorn
      ? completionOfCreatedTicket(seen, issue, config)
      : completion(seen, issue, config)
  const completing = [...missing, ...duplicateSteps(seen)]
  const steps = [...completing, ...lifecycle(seen, issue, config)]
  const warnings = link.field ? [] : [movedWithoutField(seen)]
  if (!steps.length) return { ...nothing('unchanged', 'already-linked', warnings), issue }
  const byHand = link.inField !== undefined && !hasOurMarker && !isBorn
  if (!completing.length) return { steps, result: 'commented', issue, warnings }
  if (!isSameIssue(linkedIssue(link), issue)) return { steps, result: 'adopted', issue, warnings }
  return { steps, result: byHand ? 'linked' : 'updated', issue, warnings }
}

/** Everything that a link consists of and that is missing: field, word to the issue, label, note, tag last. */
function completion(seen: ObservedTicket, issue: Issue, config: Config): TicketStep[] {
  const { ticket, link, ourComments, hasOurMarker } = seen
  // GitHub may have left out all its labels, not just this one.
  const labels = hasOurMarker ? labelsFor(ticket, seen.mailbox, config) : [LINKED_LABEL]
  const told = hasOurMarker || hasSentinel(ourComments)
  const steps: (TicketStep | false | undefined)[] = [
    link.field && !isSameIssue(link.inField, issue) && { do: 'set-field', field: link.field },
    !told && { do: 'comment', about: 'link' },
    !hasName(issue.labels, LINKED_LABEL) && { do: 'add-label', labels },
    !isSameIssue(link.inNote, issue) && { do: 'add-note', note: hasOurMarker ? 'filed' : 'linked' },
    !ticket.tags.includes(LINKED_TAG) && { do: 'add-tag', tag: LINKED_TAG },
  ]
  return steps.filter(step => step !== false && step !== undefined)
}

/** A ticket that we made from an issue: direction B's missing steps, and nothing else. */
function completionOfCreatedTicket(
  { ticket, link, ourComments }: ObservedTicket,
  issue: Issue,
  config: Config,
): TicketStep[] {
  const steps: (TicketStep | false | undefined)[] = [
    link.field && !isSameIssue(link.inField, issue) && { do: 'set-field', field: link.field },
    !ticket.tags.includes(FROM_GITHUB_TAG) && {
      do: 'add-tag',
      tag: FROM_GITHUB_TAG,
      also: tagsForLabels(issue, config),
    },
    !hasSentinel(ourComments) && { do: 'comment', about: 'link' },
  ]
  return steps.filter(step => step !== false && step !== undefined)
}

function duplicateSteps({ duplicates }: ObservedTicket): TicketStep[] {
  return duplicates.map(issue => ({ do: 'close-duplicate', duplicate: issue }))
}

/**
 * One comment per closing, and one per reopening of a closing that was told. The issue is closed only with the
 * last of its tickets, and before the comment, which says that this closing was dealt with.
 */
function lifecycle(
  { ticket, ourComments, otherOpenTickets }: ObservedTicket,
  issue: Pick<Issue, 'state'>,
  { issue: options }: Config,
): TicketStep[] {
  const at = ticket.closedAt
  if (!at || options['on-ticket-closed'] === 'nothing') return []
  const told = (kind: 'resolved' | 'reopened') =>
    ourComments.some(({ body }) => {
      const announced = readAnnouncement(body)
      return announced?.kind === kind && announced.at === at
    })
  if (ticket.status !== 'closed') {
    return told('resolved') && !told('reopened') ? [{ do: 'comment', about: 'reopened', at }] : []
  }
  if (told('resolved')) return []
  const closes = options['on-ticket-closed'] === 'close' && issue.state === 'open' && !otherOpenTickets.length
  return [...(closes ? [{ do: 'close-issue' } as const] : []), { do: 'comment', about: 'resolved', at }]
}

function planCreation(seen: ObservedTicket, config: Config): TicketPlan {
  const { ticket, link, targetRepository, mailbox } = seen
  if (!targetRepository) throw new Error('The target repository was not observed.')
  if (!ticket.fields) throw new MissingFieldError(moduleIsOff)
  if (!link.field) throw new MissingFieldError(fieldIsMissing(mailbox, config.fields['issue-url']))
  const { content } = config.issue
  // Nobody has been told anything about an issue that is yet to be made.
  const closing = lifecycle(seen, { state: 'open' }, config)
  return {
    steps: [
      {
        do: 'create-issue',
        repository: targetRepository.name,
        labels: labelsFor(ticket, mailbox, config),
        content:
          content === 'auto' ? (targetRepository.visibility === 'private' ? 'full' : 'link-only') : content,
      },
      { do: 'set-field', field: link.field },
      { do: 'add-note', note: 'filed' },
      { do: 'add-tag', tag: LINKED_TAG },
      ...closing,
    ],
    result: 'created',
    warnings: [],
  }
}

function nothing(result: 'skipped' | 'unchanged', reason: Reason, warnings: string[] = []): TicketPlan {
  return { steps: [], result, reason, warnings }
}
