import { isSameIssue, readIssueUrl } from '../issue-ref.ts'
import { readNote } from '../marks.ts'
import type { Issue, Ticket } from '../model.ts'
import type { LabelEvent } from './labels.ts'

/** Something that a linked ticket learns once, by a note. `key` makes it unique on the ticket. */
export type NoteDue = {
  key: string
  text: string
  tags: string[]
  /** It says that the issue was closed or reopened; otherwise it is about a label. */
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
    ({ label, rule, eventId }): NoteDue => ({
      key: `labeled:${eventId}`,
      text: rule.text ?? `labelled "${label}".`,
      tags: rule.tags,
      isAboutState: false,
    }),
  )
  const stateNote = closingNote(issue) ?? reopeningNote(announced)
  return stateNote ? [...notes, stateNote] : notes
}

/** The note about a closed issue, unique by the reason and time of the closing. */
export function closingNote({ state, stateReason, closedAt }: Issue): NoteDue | undefined {
  if (state !== 'closed' || !closedAt) return undefined
  const reason = stateReason ?? 'completed'
  const text = `closed ${REASON_WORDS[reason]}`.trim()
  return { key: `closed:${reason}:${closedAt}`, text: `${text}.`, tags: [], isAboutState: true }
}

/** The note about a reopening after the newest closing that was announced; it carries that closing's time. */
function reopeningNote(announced: Set<string>): NoteDue | undefined {
  const closings = [...announced]
    .map(key => /^closed:\w+:(\S+)$/.exec(key)?.[1])
    .filter(time => time !== undefined)
  const last = closings.toSorted().at(-1)
  return last === undefined
    ? undefined
    : { key: `reopened:${last}`, text: 'reopened.', tags: [], isAboutState: true }
}

/** The keys of our notes on a ticket that name this issue. The note that a ticket was created with has several. */
export function announcedKeys({ threads }: Ticket, issue: Issue, serverUrl: string): Set<string> {
  const rules = { serverUrl, allowed: [issue.repository] }
  const keys = threads
    .filter(({ type, state }) => type === 'note' && state === 'published')
    .map(({ body }) => readNote(body))
    .filter(note => note?.key && isSameIssue(readIssueUrl(note.url, rules), issue))
    .flatMap(note => note?.key?.split('+') ?? [])
  return new Set(keys)
}
