import type { Config } from '../config/schema.ts'
import { type IssueId, isSameIssue } from '../issue-ref.ts'
import { isMoveAnnounced } from '../link/moved-issues.ts'
import { isClosedWithIssue, isOpen } from '../link/ticket-link.ts'
import { tagsForLabels } from '../link/tickets-from-issue.ts'
import { type Announcement, hasSentinel, readAnnouncement } from '../marks.ts'
import type { Issue, IssueRef } from '../model.ts'
import { FROM_GITHUB_TAG, hasName, hasTag, LINKED_LABEL, LINKED_TAG } from '../names.ts'
import { labelsFor } from './new-issue.ts'
import type { ObservedTicket } from './observe.ts'

/** One change. It is about the plan's issue, or about the issue that an earlier step of the plan creates. */
export type TicketStep =
  | {
      do: 'create-issue'
      repository: string
      labels: string[]
      type?: string
      content: 'full' | 'link-only'
    }
  | { do: 'set-field'; field: { id: number; name: string } }
  | { do: 'comment'; about: 'link' }
  | { do: 'comment'; about: 'resolved' | 'reopened'; at: string }
  | { do: 'add-label'; labels: string[] }
  | { do: 'add-note'; note: 'filed' | 'linked' }
  /** The note that says that the issue has another address now. */
  | { do: 'add-note'; note: 'moved'; from: IssueId }
  /** The note that says why the note with this id is not relayed. */
  | { do: 'add-note'; note: 'relay-not-public'; thread: number }
  /** The note with this id becomes a comment on the issue. */
  | { do: 'relay-note'; thread: number }
  | { do: 'add-tag'; tag: string; also?: string[] }
  | { do: 'close-issue' }
  | { do: 'close-duplicate'; duplicate: IssueRef }
  /** The ticket itself is the duplicate. */
  | { do: 'set-status'; duplicateOf: number }

/**
 * The steps that complete a link: field, comment on the issue, label, note, and last the tag. The note about an issue that
 * moved comes first, because later runs recognise by the field that it moved.
 */
export function completion(seen: ObservedTicket, issue: Issue, config: Config): TicketStep[] {
  const { ticket, link, movedFrom, ourComments, hasOurMarker, onlyClosings } = seen
  if (onlyClosings) return []
  // GitHub may have left out all labels of an issue that we created, and not only this one.
  const labels = hasOurMarker ? labelsFor(ticket, seen.mailbox, config) : [LINKED_LABEL]
  const isAnnounced = hasOurMarker || hasSentinel(ourComments)
  const steps: (TicketStep | false | undefined)[] = [
    moveNote(seen),
    link.field && needsField(seen, issue) && { do: 'set-field', field: link.field },
    !isAnnounced && { do: 'comment', about: 'link' },
    !hasName(issue.labels, LINKED_LABEL) && { do: 'add-label', labels },
    !movedFrom &&
      !isSameIssue(link.inNote, issue) && { do: 'add-note', note: hasOurMarker ? 'filed' : 'linked' },
    !hasTag(ticket, LINKED_TAG) && { do: 'add-tag', tag: LINKED_TAG },
  ]
  return steps.filter(step => step !== false && step !== undefined)
}

/** Whether the field does not hold the issue's address. It may hold one that the issue had before. */
function needsField({ link, movedFrom }: ObservedTicket, issue: Issue): boolean {
  return !isSameIssue(link.inField, issue) || (movedFrom !== undefined && link.field?.value !== issue.url)
}

/** The step that says that the issue moved, unless a note says so already. */
function moveNote({ ticket, movedFrom }: ObservedTicket): TicketStep | undefined {
  if (!movedFrom || isMoveAnnounced(ticket, movedFrom)) return undefined
  return { do: 'add-note', note: 'moved', from: movedFrom }
}

/** The steps that finish a ticket that we created from an issue. It gets no label, note or linked tag. */
export function completionOfCreatedTicket(seen: ObservedTicket, issue: Issue, config: Config): TicketStep[] {
  const { ticket, link, ourComments, onlyClosings } = seen
  if (onlyClosings) return []
  const steps: (TicketStep | false | undefined)[] = [
    moveNote(seen),
    link.field && needsField(seen, issue) && { do: 'set-field', field: link.field },
    !hasTag(ticket, FROM_GITHUB_TAG) && {
      do: 'add-tag',
      tag: FROM_GITHUB_TAG,
      also: tagsForLabels(issue, config),
    },
    !hasSentinel(ourComments) && { do: 'comment', about: 'link' },
  ]
  return steps.filter(step => step !== false && step !== undefined)
}

/**
 * The steps about closings: one comment for each closing, and one for each reopening after an announced closing. A closing
 * that followed the issue's own is not announced, or the two sides would answer each other. A ticket
 * that is marked as spam was not reopened, and its issue is not notified. The
 * issue is closed only with the last of its tickets. It is closed before the comment, because the comment tells later
 * runs that this closing is handled.
 */
export function lifecycle(
  { ticket, ourComments, otherOpenTickets }: ObservedTicket,
  issue: Pick<Issue, 'state'>,
  config: Config,
): TicketStep[] {
  const options = config.issue
  const at = ticket.closedAt
  if (!at || options['on-ticket-closed'] === 'nothing' || isClosedWithIssue(ticket, config)) return []
  const isAnnounced = (kind: Announcement['kind']) =>
    ourComments.some(({ body }) => {
      const announced = readAnnouncement(body)
      return announced?.kind === kind && announced.at === at
    })
  if (isOpen(ticket)) {
    const isDue = isAnnounced('resolved') && !isAnnounced('reopened')
    return isDue ? [{ do: 'comment', about: 'reopened', at }] : []
  }
  if (ticket.status !== 'closed' || isAnnounced('resolved')) return []
  const closes = options['on-ticket-closed'] === 'close' && issue.state === 'open' && !otherOpenTickets.length
  return [...(closes ? [{ do: 'close-issue' } as const] : []), { do: 'comment', about: 'resolved', at }]
}

/** The steps for notes to relay: each becomes a comment, or the ticket gets a note that says why it does not. */
export function relayNoteSteps({
  relays: { notes, isAllowed },
}: Pick<ObservedTicket, 'relays'>): TicketStep[] {
  return notes.map(
    ({ id }): TicketStep =>
      isAllowed ? { do: 'relay-note', thread: id } : { do: 'add-note', note: 'relay-not-public', thread: id },
  )
}
