import type { Check } from './checks.ts'
import type { DemandReport } from './demand-report.ts'
import type { IssueRef } from './model.ts'

/** The result of a run, as the output `result` says it. */
export type Result =
  | 'created'
  | 'adopted'
  | 'linked'
  | 'commented'
  | 'noted'
  | 'updated'
  | 'unchanged'
  | 'skipped'
  | 'disabled'
  | 'swept'
  | 'checked'
  | 'failed'

/** Every reason for doing nothing, with the sentence that people read. */
export const REASONS = {
  disabled: 'the flag FLAG_FREESCOUT_GITHUB_AUTOLINK is off',
  'ticket-not-found': 'FreeScout has no such ticket',
  'issue-not-found':
    'GitHub shows no such issue: it never existed, was deleted or transferred, or the token cannot see it',
  'from-github': 'the ticket came from GitHub (tag _from_github)',
  'mailbox-not-watched': 'its mailbox is not listed under "mailboxes" in the configuration',
  'ticket-not-published': 'the ticket is a draft, or was deleted or merged into another',
  'ticket-is-spam': 'the ticket is spam',
  'no-trigger-tag': 'the ticket has none of the trigger tags',
  'keyword-missing': 'the ticket has a trigger tag, but none of the required keywords',
  'label-not-mapped': 'no action is configured for this label',
  'issue-from-ticket': 'the issue was made from a ticket',
  'tickets-not-configured':
    'the label asks for a ticket, but the configuration has no section "ticket", so issues get none',
  'repository-not-linked':
    "tickets may not link to this issue's repository; list it under issue.allowed if they should",
  'not-linked': 'the issue is linked to no ticket',
  'already-linked': 'the link is complete, and there is nothing new to announce',
  'link-unusable':
    'the link field holds something that is not an allowed issue, so nothing is created or followed',
  'relay-not-trusted':
    'the comment asks to be relayed to tickets, but its author is not trusted; see trusted-authors',
  'relay-not-public':
    'the note was not relayed, because the repository of the issue is not private; relay.public allows it',
  'nothing-to-do': 'every linked ticket is up to date',
  'event-not-handled': 'this event is not handled',
} as const

/** A code from the list above. */
export type Reason = keyof typeof REASONS

/** One thing that was done, as the output `changes` lists it. */
export type Change =
  | 'create-issue'
  | 'set-field'
  | 'add-note'
  | 'add-tag'
  | 'add-label'
  | 'comment'
  | 'close-issue'
  | 'close-duplicate'
  | 'create-ticket'
  | 'set-tags'
  | 'set-status'
  | 'create-label'
  | 'relay-comment'
  | 'relay-note'
  | 'react'

/**
 * One change that was made; in a dry run, one that would be. `about` is what people want to know of it: the names of tags
 * or labels, or what the other side was notified of. It holds nothing that a customer wrote.
 */
export type Made = { change: Change; about?: string | undefined }

/**
 * What a reason is about. `tags`: the tags that the ticket has, and those that would count. Where more people can read the
 * run than the tickets, `onTicket` is only their number. `label`: the label that it is
 * about, and perhaps those that have an action.
 */
export type ReasonDetails =
  | { kind: 'tags'; onTicket: string[] | number; counting: string[]; keywordCounts: boolean }
  | { kind: 'label'; label: string; mapped?: string[] }

/** Whether a change creates an issue or a ticket. */
export function isCreation(change: Change): boolean {
  return change === 'create-issue' || change === 'create-ticket'
}

/** A ticket as far as an outcome names it; `number` is known once the ticket was read. */
export type TicketName = { id: number; number?: number; url: string }

/** What every outcome says. It holds ids, URLs and names of tags and labels, so that it can be logged and summarised. */
type CommonOutcome = {
  result: Result
  /** Set when nothing was done. */
  reason?: Reason | undefined
  details?: ReasonDetails | undefined
  /** In the order in which they were made; in a dry run, those that would have been made. */
  changes: Made[]
  /** What people should look at; each becomes an annotation. */
  warnings: string[]
  /** Nothing was written; `result` and `changes` say what would have been. */
  dryRun?: boolean
  /** Set when `result` is `failed`; `changes` then lists what was done before. */
  error?: Error
}

/** The outcome of a run that started from one ticket. */
export type TicketOutcome = CommonOutcome & { kind: 'ticket'; ticket: TicketName; issue?: IssueRef }

/** The outcome of a run that started from one issue. */
export type IssueOutcome = CommonOutcome & { kind: 'issue'; issue: IssueRef; ticket?: TicketName }

/** The outcome of one reconcile, whichever side it started from. */
export type ItemOutcome = TicketOutcome | IssueOutcome

/** A ticket whose issue, or an issue whose ticket, a sweep did not create. `age` is in words, such as `12 days`. */
export type HeldBack = { ticket?: TicketName; issue?: IssueRef; age: string }

/** The outcome of a sweep: one item for each ticket and issue it looked at, and how many it left for the next one. */
export type SweepOutcome = CommonOutcome & {
  kind: 'sweep'
  items: ItemOutcome[]
  /** What it did not create, because it would have created more than `sweep.max-new`. */
  heldBack: HeldBack[]
  left: number
}

/** What the doctor found. */
export type DoctorOutcome = CommonOutcome & { kind: 'doctor'; checks: Check[] }

/** The outcome of a run that reported which issues tickets wait for. It writes nothing. */
export type ReportOutcome = CommonOutcome & { kind: 'report'; report: DemandReport }

/** The outcome of a run that read nothing: it was switched off, its event is not handled, or it failed at once. */
export type EarlyOutcome = CommonOutcome & { kind: 'early' }

/** The outcome of one run. */
export type Outcome = ItemOutcome | SweepOutcome | DoctorOutcome | ReportOutcome | EarlyOutcome
