import { readIssueUrl } from '../issue-ref.ts'
import type { Issue, Ticket } from '../model.ts'
import { ourNotes } from '../threads.ts'
import type { LabelEvent } from './labels.ts'

/** Something that a linked ticket is told once: `key` is what makes it unique on the ticket. */
export type NoteDue = { key: string; text: string; tags: string[]; reopens: boolean }

const REASON_WORDS = {
  completed: 'as completed',
  not_planned: 'as not planned',
  duplicate: 'as a duplicate',
  reopened: '',
}

/** What there is to tell about the issue as it is now, whether it was told already or not. */
export function notesDue(issue: Issue, labellings: LabelEvent[], told: Set<string>): NoteDue[] {
  const news: NoteDue[] = labellings.map(({ label, rule, eventId }) => ({
    key: `labeled:${eventId}`,
    text: rule.text ?? `labelled "${label}".`,
    tags: rule.tags,
    reopens: false,
  }))
  const closing = closingNote(issue)
  if (closing) news.push(closing)
  else news.push(...reopeningNote(told))
  return news
}

/** The closing of a closed issue, unique by its reason and time. */
export function closingNote({ state, stateReason, closedAt }: Issue): NoteDue | undefined {
  if (state !== 'closed' || !closedAt) return undefined
  const reason = stateReason ?? 'completed'
  return {
    key: `closed:${reason}:${closedAt}`,
    text: `closed ${REASON_WORDS[reason]}.`.replace(' .', '.'),
    tags: [],
    reopens: true,
  }
}

/** The reopening after the newest closing that the ticket was told about; it carries that closing's time. */
function reopeningNote(told: Set<string>): NoteDue[] {
  const closings = [...told]
    .map(key => /^closed:\w+:(\S+)$/.exec(key)?.[1])
    .filter(time => time !== undefined)
    .toSorted()
  const last = closings.at(-1)
  return last ? [{ key: `reopened:${last}`, text: 'reopened.', tags: [], reopens: true }] : []
}

/** The keys of our notes on a ticket that name this issue; the note that a ticket was born with has several. */
export function announcedKeys(ticket: Ticket, issue: Issue, serverUrl: string): Set<string> {
  const rules = { serverUrl, allowed: [issue.repository] }
  const keys = ourNotes(ticket)
    .filter(note => note.key && readIssueUrl(note.url, rules)?.number === issue.number)
    .flatMap(note => note.key?.split('+') ?? [])
  return new Set(keys)
}
