import { type IssueId, isSameIssue, issueIdIn } from '../issue-ref.ts'
import type { LinkedTicket } from '../link/linked-tickets.ts'
import { formerIssues } from '../link/moved-issues.ts'
import { splitKeys } from '../marks.ts'
import type { Issue, StateChange } from '../model.ts'
import type { LabelNews } from '../render/note.ts'
import type { IssueNews } from '../render/state-note.ts'
import { ourNotes } from '../threads.ts'
import type { LabelEvent } from './labels.ts'

/** What a note says: the issue was closed or reopened, got a label, or has a new address. */
export type NoteOnTicket =
  | { kind: 'state'; news: IssueNews }
  | { kind: 'label'; news: LabelNews }
  | { kind: 'moved'; from: IssueId }

/** A note that a linked ticket gets once, with the tags. `key` identifies it among the notes of the ticket. */
export type NoteDue = { key: string; note: NoteOnTicket; tags: string[] }

/** Every note that the issue as it is now asks for, whether the ticket has it already or not. */
export function notesDue(
  { issue, labelEvents, stateChange }: NotedIssue & { labelEvents: LabelEvent[] },
  announced: Set<string>,
): NoteDue[] {
  const notes = labelEvents.map(
    ({ label, action: { text, tags }, eventId }): NoteDue => ({
      key: `labeled:${eventId}`,
      note: { kind: 'label', news: text === undefined ? { kind: 'label', label } : { kind: 'text', text } },
      tags,
    }),
  )
  const state = stateNote({ issue, stateChange }, announced)
  return state ? [...notes, state] : notes
}

/** An issue, and who closed or reopened it last, if that was read. */
export type NotedIssue = { issue: Issue; stateChange?: StateChange | undefined }

/** The note that the issue's state asks for, whether the ticket has it already or not. */
export function stateNote(noted: NotedIssue, announced: Set<string>): NoteDue | undefined {
  return closingNote(noted) ?? reopeningNote(noted, announced)
}

/** The note about a closed issue. Its key holds the reason and the time of the closing. */
export function closingNote({ issue, stateChange }: NotedIssue): NoteDue | undefined {
  const { state, stateReason, closedAt } = issue
  if (state !== 'closed' || !closedAt) return undefined
  const reason = stateReason ?? 'completed'
  return {
    key: `closed:${reason}:${closedAt}`,
    note: { kind: 'state', news: { kind: 'closed', reason, change: stateChange } },
    tags: [],
  }
}

/** The note about a reopening. There is one after a closing that was announced; its key holds the closing's time. */
function reopeningNote({ stateChange }: NotedIssue, announced: Set<string>): NoteDue | undefined {
  const closings = [...announced]
    .map(key => /^closed:\w+:(\S+)$/.exec(key)?.[1])
    .filter(time => time !== undefined)
  const last = closings.toSorted().at(-1)
  return last === undefined
    ? undefined
    : {
        key: `reopened:${last}`,
        note: { kind: 'state', news: { kind: 'reopened', change: stateChange } },
        tags: [],
      }
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
