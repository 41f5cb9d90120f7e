import { isSameIssue, issueIdIn } from '../issue-ref.ts'
import type { LinkedTicket } from '../link/linked-tickets.ts'
import { formerIssues } from '../link/moved-issues.ts'
import { splitKeys } from '../marks.ts'
import type { Issue, StateChange } from '../model.ts'
import type { LabelNews } from '../render/note.ts'
import type { IssueNews } from '../render/state-note.ts'
import { ourNotes } from '../threads.ts'
import type { LabelEvent } from './labels.ts'

/**
 * A note that a linked ticket gets once. `key` identifies it among the notes of the ticket. A note about a label also
 * brings tags.
 */
export type NoteDue = LabelNote | StateNote
type LabelNote = { kind: 'label'; key: string; news: LabelNews; tags: string[] }
type StateNote = { kind: 'state'; key: string; news: IssueNews }

/** Every note that the issue as it is now asks for, whether the ticket has it already or not. */
export function notesDue(
  { issue, labelEvents, stateChange }: NotedIssue & { labelEvents: LabelEvent[] },
  announced: Set<string>,
): NoteDue[] {
  const notes = labelEvents.map(
    ({ label, action, eventId }): NoteDue => ({
      kind: 'label',
      key: `labeled:${eventId}`,
      news: action.text === undefined ? { kind: 'label', label } : { kind: 'text', text: action.text },
      tags: action.tags,
    }),
  )
  const state = stateNote({ issue, stateChange }, announced)
  return state ? [...notes, state] : notes
}

/** An issue, and who closed or reopened it last, if that was read. */
export type NotedIssue = { issue: Issue; stateChange?: StateChange | undefined }

/** The note that the issue's state asks for, whether the ticket has it already or not. */
export function stateNote(noted: NotedIssue, announced: Set<string>): StateNote | undefined {
  return closingNote(noted) ?? reopeningNote(noted, announced)
}

/** The note about a closed issue. Its key holds the reason and the time of the closing. */
export function closingNote({ issue, stateChange }: NotedIssue): StateNote | undefined {
  const { state, stateReason, closedAt } = issue
  if (state !== 'closed' || !closedAt) return undefined
  const reason = stateReason ?? 'completed'
  return {
    kind: 'state',
    key: `closed:${reason}:${closedAt}`,
    news: { kind: 'closed', reason, change: stateChange },
  }
}

/** The note about a reopening. There is one after a closing that was announced; its key holds the closing's time. */
function reopeningNote({ stateChange }: NotedIssue, announced: Set<string>): StateNote | undefined {
  const closings = [...announced]
    .map(key => /^closed:\w+:(\S+)$/.exec(key)?.[1])
    .filter(time => time !== undefined)
  const last = closings.toSorted().at(-1)
  return last === undefined
    ? undefined
    : { kind: 'state', key: `reopened:${last}`, news: { kind: 'reopened', change: stateChange } }
}

/**
 * The keys of our notes on a ticket that name this issue, also by an address that it had before. The first note of a
 * created ticket may hold several.
 */
export function announcedKeys(
  { ticket, movedFrom }: Pick<LinkedTicket, 'ticket' | 'movedFrom'>,
  issue: Issue,
  serverUrl: string,
): Set<string> {
  const current = movedFrom ? [issue, movedFrom] : [issue]
  const ids = current.flatMap(id => [id, ...formerIssues(ticket, id, serverUrl)])
  const keys = ourNotes(ticket)
    .filter(({ url }) => ids.some(id => isSameIssue(issueIdIn(url, serverUrl), id)))
    .flatMap(({ key }) => (key === undefined ? [] : splitKeys(key)))
  return new Set(keys)
}
