/**
 * A piece of rendered text: a string, or an element whose tag is one of `TAGS`. The page builds nodes from it. `href` is
 * the place of a ticket or an issue on the page, or a page of the documentation.
 */
export type SafeNode = string | { tag: (typeof TAGS)[number]; href?: string; children: SafeNode[] }

/** The only elements that text of tickets, issues and summaries may become. */
export const TAGS = [
  ...['p', 'h4', 'strong', 'em', 'del', 'code', 'pre', 'a', 'br', 'hr', 'blockquote'],
  ...['ul', 'ol', 'li', 'table', 'thead', 'tbody', 'tr', 'th', 'td'],
] as const

/** Who did what a line of the timeline reports; it decides the colour of the line. */
export type Tone = 'you' | 'freescout' | 'receiver' | 'github' | 'run' | 'wrote' | 'trouble'

/** One line of the timeline. A line with an `id` that was there before takes its place. */
export type Line = {
  id: number
  /** Milliseconds since the demo was started. */
  at: number
  tone: Tone
  who: string
  text: string
  /** In small type at the right: a status, a code. */
  code?: string
  /** Smaller print below. */
  more?: string
  /** A run's job summary, to be unfolded. */
  summary?: SafeNode[]
}

/** What goes wrong on the way, if anything does. */
export type Break = 'freescout-down' | 'github-down' | 'lost-answer'

/**
 * A message, a note or a comment. `at` is ISO 8601 in UTC, `isOurs` says that the product wrote it. `did` is what FreeScout
 * says beside the name. `reactions` are those of a comment.
 */
export type Entry = {
  kind: 'customer' | 'agent' | 'note' | 'comment'
  by: string
  isOurs: boolean
  at: string
  did?: string
  reactions?: string[]
  body: SafeNode[]
}

/** A ticket as its card shows it. */
export type TicketView = {
  id: number
  number: number
  subject: string
  isClosed: boolean
  /** The name of its mailbox. */
  mailbox: string
  tags: string[]
  /** What the field `github_issue_url` holds. */
  issueUrl: string
  /** Its issue's place on the page; empty without one. */
  issuePlace: string
  entries: Entry[]
}

/** An issue as its card shows it. */
export type IssueView = {
  number: number
  title: string
  isClosed: boolean
  labels: string[]
  by: string
  /** Whether the product made it. */
  isOurs: boolean
  /** ISO 8601, UTC. */
  at: string
  body: SafeNode[]
  entries: Entry[]
}

/** Everything that the page shows beside the timeline. */
export type Snapshot = {
  tickets: TicketView[]
  issues: IssueView[]
  broken: Break | null
  /** Whether FreeScout has its paid module Workflows, which sends a webhook for a tag. */
  hasWorkflows: boolean
  /** Runs under way or waiting. */
  runs: number
  /** Webhooks that are due now, that are to be sent again later, and that wait until an agent can no longer undo. */
  webhooks: { due: number; later: number; held: number }
  /** Sentences; all empty when all is well. */
  missing: string[]
  doubled: string[]
  leaked: string[]
  /** What to try next. */
  hint: string
  /** What the next ticket and issue are called, unless somebody types something else. */
  suggested: { ticket: string; issue: string }
}

/** What a button asks for. */
export type Action =
  | { do: 'new-ticket'; subject: string }
  | { do: (typeof TICKET_ACTIONS)[number]; ticket: number }
  | { do: 'note' | 'answer'; ticket: number; text: string }
  | { do: 'new-issue'; title: string }
  | { do: 'label'; issue: number; label: (typeof LABELS)[number] }
  | { do: (typeof ISSUE_ACTIONS)[number]; issue: number }
  | { do: 'comment'; issue: number; text: string }
  | { do: 'break'; how: Break }
  | { do: (typeof OTHER_ACTIONS)[number] }

/** What a button does to a ticket without asking for a text. */
export const TICKET_ACTIONS = ['tag', 'untag', 'close-ticket', 'reply', 'move'] as const
/** What a button does to an issue without asking for a text. */
export const ISSUE_ACTIONS = ['close-issue', 'reopen-issue'] as const
/** What a button does to no ticket and no issue. */
export const OTHER_ACTIONS = ['mend', 'sweep', 'preview', 'doctor', 'wait', 'workflows', 'reset'] as const

/** The labels that the page has buttons for. */
export const LABELS = ['customer-reported', 'needs-customer-confirm'] as const

/** The place of a ticket on the page, by its id. */
export function ticketPlace(id: number): string {
  return `ticket-${id}`
}

/** The place of an issue on the page, by its number. */
export function issuePlace(number: number): string {
  return `issue-${number}`
}
