import { CLOCK_SKEW_MS } from '../../../src/clock.ts'
import { RECENT_MS } from '../../../src/sweep/issue-tasks.ts'
import { DAY_MS, type PlannedTicket } from './month.ts'

/** An issue that was made for a ticket. Times are in milliseconds since the epoch. */
export type SimulatedIssue = {
  number: number
  isOpen: boolean
  /** It was closed as a duplicate of another issue of the same ticket. */
  isDuplicate: boolean
  changedAt: number
  /** Somebody closed it, and the ticket has no note about that yet. */
  lacksNote: boolean
}

/** One ticket with its issues, as both services hold them. */
export type SimulatedTicket = {
  id: number
  plan: PlannedTicket
  createdAt: number
  isTagged: boolean
  taggedAt: number
  status: 'active' | 'closed'
  /** When it was closed last; a reopening does not clear it. */
  closedAt: number | undefined
  /** What its issue does not say yet. */
  unannounced: 'closing' | 'reopening' | undefined
  issues: SimulatedIssue[]
  hasField: boolean
  /** The newest thread is our own note. */
  hasOwnNoteLast: boolean
  /** Field, note and tag are there. */
  isLinked: boolean
  linkedAt: number
}

const MONTH_MS = 30 * DAY_MS

/** The issues of one repository: when they and their comments were made, oldest first, those of the month before included. */
export type Repository = {
  issueTimes: number[]
  commentTimes: number[]
  /** The linked issues that changed, oldest change first. An issue may be there more than once. */
  changes: { at: number; ticket: SimulatedTicket }[]
  lastNumber: number
}

/** A repository that has had a month like this one. */
export function createRepository({ now, issues }: { now: number; issues: number }): Repository {
  const before = Array.from({ length: issues }, (_, at) => now - MONTH_MS + (MONTH_MS * at) / issues)
  return { issueTimes: before, commentTimes: [...before], changes: [], lastNumber: issues }
}

/** A ticket that has just come in. */
export function createTicket(id: number, plan: PlannedTicket, createdAt: number): SimulatedTicket {
  return {
    id,
    plan,
    createdAt,
    isTagged: false,
    taggedAt: Number.NaN,
    status: 'active',
    closedAt: undefined,
    unannounced: undefined,
    issues: [],
    hasField: false,
    hasOwnNoteLast: false,
    isLinked: false,
    linkedAt: Number.NaN,
  }
}

/** The issue that counts: the oldest that is no duplicate. */
export function issueOf({ issues }: SimulatedTicket): SimulatedIssue | undefined {
  return issues.find(({ isDuplicate }) => !isDuplicate)
}

/** Makes an issue for the ticket. */
export function addIssue(repository: Repository, ticket: SimulatedTicket, now: number): SimulatedIssue {
  const number = ++repository.lastNumber
  const issue = { number, isOpen: true, isDuplicate: false, changedAt: now, lacksNote: false }
  repository.issueTimes.push(now)
  ticket.issues.push(issue)
  touchIssue(repository, ticket, now)
  return issue
}

/** Adds a comment to the ticket's issue. */
export function addComment(repository: Repository, ticket: SimulatedTicket, now: number): void {
  repository.commentTimes.push(now)
  touchIssue(repository, ticket, now)
}

/** Notes that the ticket's issue changed. */
export function touchIssue(repository: Repository, ticket: SimulatedTicket, now: number): void {
  const issue = issueOf(ticket)
  if (issue) issue.changedAt = now
  repository.changes.push({ at: now, ticket })
}

/** The tickets whose issue changed within the time at which a sweep looks, newest issue first. */
export function changedLately({ changes }: Repository, now: number): SimulatedTicket[] {
  const tickets = new Set<SimulatedTicket>()
  for (let at = changes.length - 1; at >= 0; at--) {
    const change = changes[at]
    if (!change || change.at < now - RECENT_MS - CLOCK_SKEW_MS) break
    tickets.add(change.ticket)
  }
  return [...tickets].toSorted((one, other) => (issueOf(other)?.number ?? 0) - (issueOf(one)?.number ?? 0))
}

/** How many of the times, oldest first, are not before `since`. */
export function countSince(times: number[], since: number): number {
  let [low, high] = [0, times.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((times[middle] ?? 0) < since) low = middle + 1
    else high = middle
  }
  return times.length - low
}
