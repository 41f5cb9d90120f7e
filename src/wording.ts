import type { DemandReport } from './demand-report.ts'
import { quoteNames } from './names.ts'
import type { Change, ItemOutcome, Made, Outcome, ReasonDetails, Result } from './outcome.ts'

/** A result as a sentence of the job summary, and how a dry run says it after "would". */
type ResultWords = { done: string; would?: string }

const RESULTS: Record<Result, ResultWords> = {
  created: { done: 'A new issue was created and linked', would: 'create an issue and link it' },
  adopted: {
    done: 'The issue was there already; its link is complete now',
    would: 'complete the link to the issue that is there already',
  },
  linked: {
    done: 'The link made by hand is complete now',
    would: 'complete the link that was made by hand',
  },
  commented: { done: 'The issue got a comment', would: 'comment on the issue' },
  noted: { done: 'The ticket got a note', would: 'add a note to the ticket' },
  updated: {
    done: 'The missing parts of the link were added',
    would: 'add the missing parts of the link',
  },
  unchanged: { done: 'Nothing to do' },
  skipped: { done: 'Nothing was done' },
  disabled: { done: 'Switched off' },
  swept: { done: 'Sweep finished' },
  checked: { done: 'Checks finished' },
  failed: { done: 'This did not work' },
}

/** The same, when the run started from an issue. */
const RESULTS_OF_ISSUE: Partial<Record<Result, ResultWords>> = {
  created: { done: 'A new ticket was created and linked', would: 'create a ticket and link it' },
  adopted: {
    done: 'The ticket was there already; its link is complete now',
    would: 'complete the link to the ticket that is there already',
  },
}

/** Each change as it is said when it was made, and when it would be. */
const CHANGES: Record<Change, { done: string; would: string }> = {
  'create-issue': { done: 'created the issue', would: 'create the issue' },
  'set-field': {
    done: "wrote the issue's URL into the ticket's field",
    would: "write the issue's URL into the ticket's field",
  },
  'add-note': {
    done: 'added an internal note to the ticket',
    would: 'add an internal note to the ticket',
  },
  'add-tag': { done: 'tagged the ticket', would: 'tag the ticket' },
  'add-label': { done: 'labelled the issue', would: 'label the issue' },
  comment: { done: 'commented on the issue', would: 'comment on the issue' },
  'close-issue': { done: 'closed the issue', would: 'close the issue' },
  'close-duplicate': { done: 'closed the duplicate issue', would: 'close the duplicate issue' },
  'create-ticket': { done: 'created the ticket', would: 'create the ticket' },
  'set-tags': { done: 'tagged the ticket', would: 'tag the ticket' },
  'set-status': { done: "set the ticket's status", would: "set the ticket's status" },
  'relay-comment': {
    done: 'relayed a comment to the ticket',
    would: 'relay a comment to the ticket',
  },
  'relay-note': { done: 'relayed a note to the issue', would: 'relay a note to the issue' },
  react: { done: 'reacted to the comment', would: 'react to the comment' },
  'create-label': { done: 'created the label', would: 'create the label' },
}

/** A change as plain text, such as `tagged the ticket: "auto-linked"`; in a dry run `tag the ticket: "auto-linked"`. */
export function changeWords({ change, about }: Made, dryRun = false): string {
  const words = CHANGES[change][dryRun ? 'would' : 'done']
  return about ? `${words}: ${about}` : words
}

/** The headline of a job summary as plain text. A comment or a note is said with what it announces. */
export function headline(outcome: Outcome): string {
  const { kind, result, changes, error, dryRun } = outcome
  if (kind === 'report') return demandInWords(outcome.report)
  if (kind === 'doctor' && error) return 'Something is missing'
  if (kind === 'doctor' && dryRun) return 'Checks finished; nothing was written'
  if (kind === 'sweep' && dryRun) return 'Preview of a sweep: nothing was written'
  if (kind === 'sweep' && error) return 'The sweep did not do everything'
  if (dryRun && result === 'failed') return 'The dry run did not work'
  if (dryRun) return `Dry run: ${wouldWords(kind, result)}. Nothing was written`
  const announced = changes
    .filter(({ change }) => ANNOUNCING[result]?.includes(change))
    .flatMap(made => made.about ?? [])
  const { done } = wordsOf(kind, result)
  return announced.length > 0 ? `${done}: ${[...new Set(announced)].join('; ')}` : done
}

/** The changes that give these results their name. */
const ANNOUNCING: Partial<Record<Result, Change[]>> = {
  commented: ['comment', 'relay-note'],
  noted: ['add-note', 'relay-comment'],
}

/** The result of one ticket or issue for the log: its code, or in a dry run what would be done. */
export function resultInLog({
  kind,
  result,
  dryRun,
}: Pick<ItemOutcome, 'kind' | 'result' | 'dryRun'>): string {
  return dryRun && result !== 'failed' ? `dry run, ${wouldWords(kind, result)}` : result
}

function wouldWords(kind: Outcome['kind'], result: Result): string {
  const { would } = wordsOf(kind, result)
  return would ? `would ${would}` : 'nothing would be done'
}

function wordsOf(kind: Outcome['kind'], result: Result): ResultWords {
  return (kind === 'issue' && RESULTS_OF_ISSUE[result]) || RESULTS[result]
}

/** What a reason is about, as plain sentences: which tags the ticket has and which count, or which label it was. */
export function detailWords(details: ReasonDetails): string {
  if (details.kind === 'label') {
    const { label, mapped } = details
    const others = mapped?.length ? `These have an action: ${quoteNames(mapped)}.` : 'No label has an action.'
    return `The label is "${label}".${mapped ? ` ${others}` : ''}`
  }
  const { onTicket, counting, keywordCounts } = details
  const count = typeof onTicket === 'number' ? onTicket : onTicket.length
  const has =
    count === 0
      ? 'It has no tags.'
      : `It has ${typeof onTicket === 'number' ? `${count} ${count === 1 ? 'tag' : 'tags'}` : quoteNames(onTicket)}.`
  const keyword = keywordCounts ? ' A keyword of the configuration counts, too.' : ''
  return `${has} ${counting.length > 0 ? `These count: ${quoteNames(counting)}.` : 'No tag counts.'}${keyword}`
}

/** The report in one sentence without a full stop: how many open tickets wait for how many open issues, and how long. */
export function demandInWords({ tickets, days, issues, omitted }: DemandReport): string {
  if (tickets === 0) return 'No open ticket waits for an open issue'
  const [wait, longest] = tickets === 1 ? ['waits', 'for'] : ['wait', 'the longest for']
  const things = quantity(issues.length + omitted.issues, 'open issue')
  return `${quantity(tickets, 'open ticket')} ${wait} for ${things}${days === null ? '' : `, ${longest} ${daysInWords(days)}`}`
}

/** A number with its noun, such as `1 ticket` or `2 tickets`. */
export function quantity(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}

/** An age in whole days, such as `12 days`. */
export function daysInWords(days: number | null | undefined): string {
  if (days === null || days === undefined) return 'unknown'
  return days < 1 ? 'less than a day' : quantity(days, 'day')
}
