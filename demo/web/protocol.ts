/** A piece of rendered text: a string, or an element whose tag is one of `TAGS`. The page builds nodes from it. */
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

/** A message, a note or a comment. */
export type Entry = { kind: 'customer' | 'agent' | 'note' | 'comment'; by: string; body: SafeNode[] }

/** A ticket as its card shows it. */
export type TicketView = {
  id: number
  number: number
  subject: string
  isClosed: boolean
  tags: string[]
  /** What the field `github_issue_url` holds. */
  issueUrl: string
  entries: Entry[]
}

/** An issue as its card shows it. */
export type IssueView = {
  number: number
  title: string
  isClosed: boolean
  labels: string[]
  body: SafeNode[]
  entries: Entry[]
}

/** Everything that the page shows beside the timeline. */
export type Snapshot = {
  tickets: TicketView[]
  issues: IssueView[]
  broken: Break | null
  /** Runs under way or waiting. */
  runs: number
  /** Webhooks that are due now, and those that are to be sent again later. */
  webhooks: { due: number; later: number }
  /** Sentences; both empty when all is well. */
  missing: string[]
  doubled: string[]
  /** What to try next. */
  hint: string
  /** What the next ticket and issue are called, unless somebody types something else. */
  suggested: { ticket: string; issue: string }
}

/** What a button asks for. */
export type Action =
  | { do: 'new-ticket'; subject: string }
  | { do: 'tag' | 'close-ticket' | 'reply'; ticket: number }
  | { do: 'new-issue'; title: string }
  | { do: 'label'; issue: number; label: (typeof LABELS)[number] }
  | { do: 'close-issue' | 'reopen-issue'; issue: number }
  | { do: 'break'; how: Break }
  | { do: 'mend' | 'sweep' | 'wait' }

/** The labels that the page has buttons for. */
export const LABELS = ['customer-reported', 'needs-customer-confirm'] as const
