import { isSameIssue, issueIdIn } from '../issue-ref.ts'
import type { LinkedTicket } from '../link/linked-tickets.ts'
import { formerIssues } from '../link/moved-issues.ts'
import { splitKeys } from '../marks.ts'
import type { Issue } from '../model.ts'
import { ourNotes } from '../threads.ts'
import type { LabelEvent } from './labels.ts'

/** A note that a linked ticket gets once. `key` identifies it among the notes of the ticket. */
export type NoteDue = {
  key: string
  text: string
  tags: string[]
  /** Whether it says that the issue was closed or reopened. Otherwise it is about a label. */
  isAboutState: boolean
}

const REASON_WORDS: Record<NonNullable<Issue['stateReason']>, string> = {
  completed: 'as completed',
  not_planned: 'as not planned',
  duplicate: 'as a duplicate',
  reopened: '',
}

/** Every note that the issue as it is now asks for, whether the ticket has it already or not. */
export function notesDue(issue: Issue, labelEvents: LabelEvent[], announced: Set<string>): NoteDue[] {
  const notes = labelEvents.map(
    ({ label, action, eventId }): NoteDue => ({
      key: `labeled:${eventId}`,
      text: action.text ?? `labelled "${label}".`,
      tags: action.tags,
      isAboutState: false,
    }),
  )
  const stateNote = closingNote(issue) ?? reopeningNote(announced)
  return stateNote ? [...notes, stateNote] : notes
}

/** The note about a closed issue. Its key holds the reason and the time of the closing. */
export function closingNote({ state, stateReason, closedAt }: Issue): NoteDue | undefined {
  if (state !== 'closed' || !closedAt) return undefined
  const reason = stateReason ?? 'completed'
  const text = `closed ${REASON_WORDS[reason]}`.trim()
  return { key: `closed:${reason}:${closedAt}`, text: `${text}.`, tags: [], isAboutState: true }
}

/** The note about a reopening. There is one after a closing that was announced; its key holds the closing's time. */
function reopeningNote(announced: Set<string>): NoteDue | undefined {
  const closings = [...announced]
    .map(key => /^closed:\w+:(\S+)$/.exec(key)?.[1])
    .filter(time => time !== undefined)
  const last = closings.toSorted().at(-1)
  return last === undefined
    ? undefined
    : { key: `reopened:${last}`, text: 'reopened.', tags: [], isAboutState: true }
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
