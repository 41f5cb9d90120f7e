import type { Check } from './checks.ts'
import type { IssueRef } from './model.ts'

/** What a run came to, as the output `result` says it. */
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
  'issue-not-found': 'the linked issue was deleted, transferred, or can not be seen; it is never made anew',
  'from-github': 'the ticket came from GitHub (tag _from_github)',
  'mailbox-not-watched': 'its mailbox is not listed under "mailboxes" in the configuration',
  'ticket-not-published': 'the ticket is a draft or deleted',
  'ticket-is-spam': 'the ticket is spam',
  'no-trigger-tag': 'the ticket has none of the trigger tags',
  'keyword-missing': 'the ticket has a trigger tag, but none of the required keywords',
  'label-not-mapped': 'no action is configured for this label',
  'issue-from-ticket': 'the issue was made from a ticket',
  'not-linked': 'the issue is linked to no ticket',
  'already-linked': 'linked and complete, nothing new to tell',
  'link-unusable':
    'the link field holds something that is not an allowed issue; it blocks creation and is left alone',
  'nothing-to-do': 'the other side knows everything already',
  'event-not-handled': 'this event is not handled',
} as const

/** A code from the list above. */
export type Reason = keyof typeof REASONS

/** One thing done, as the output `changes` lists it. */
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

/** What came of one ticket or issue. Holds ids and URLs only, so that it can be logged and summarised. */
export type Outcome = {
  result: Result
  reason?: Reason
  ticket?: { id: number; number?: number; url: string }
  issue?: IssueRef
  /** From which side it was looked at, when that is not the ticket's. */
  side?: 'issue'
  /** Nothing was written; `changes` and `result` say what would have been. */
  dryRun?: boolean
  changes: Change[]
  /** What people should look at; each becomes an annotation. */
  warnings: string[]
  /** A sweep's outcomes, one for each thing it looked at, and how many it left for the next one. */
  swept?: { items: Outcome[]; left: number }
  /** What the doctor looked at. */
  checks?: Check[]
  /** Set when `result` is `failed`; `changes` then tells what was done before. */
  error?: Error
}
