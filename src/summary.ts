import { checkTable, markdownTable, plainText } from './checks.ts'
import { issueName } from './issue-ref.ts'
import type { IssueRef } from './model.ts'
import {
  type Change,
  type ItemOutcome,
  type Outcome,
  REASONS,
  type Result,
  type SweepOutcome,
  type TicketName,
} from './outcome.ts'
import { isLostAnswer } from './service-error.ts'
import { SetupError } from './setup-error.ts'

/** What each result means, in the words of the job summary. */
const HEADLINES: Record<Result, string> = {
  created: 'A new issue was filed and linked',
  adopted: 'The issue was there already; its link is complete now',
  linked: 'The link made by hand is complete now',
  commented: 'The issue got a comment about what happened to the ticket',
  noted: 'The ticket got a note about what happened to the issue',
  updated: 'What was missing from the link was added',
  unchanged: 'Nothing to do',
  skipped: 'Nothing was done',
  disabled: 'Switched off',
  swept: 'Sweep finished',
  checked: 'Checks finished',
  failed: 'This did not work',
}

/** The same, when the run started from an issue. */
const HEADLINES_OF_ISSUE: Partial<Record<Result, string>> = {
  created: 'A new ticket was made and linked',
  adopted: 'The ticket was there already; its link is complete now',
}

const CHANGES: Record<Change, string> = {
  'create-issue': 'created the issue',
  'set-field': "wrote the issue's URL into the ticket's field",
  'add-note': 'added an internal note to the ticket',
  'add-tag': 'tagged the ticket',
  'add-label': 'labelled the issue',
  comment: 'commented on the issue',
  'close-issue': 'closed the issue',
  'close-duplicate': 'closed the duplicate issue',
  'create-ticket': 'created the ticket',
  'set-tags': "set the ticket's tags",
  'set-status': "set the ticket's status",
  'create-label': 'created a label',
}

/** The job summary of a run, in Markdown that a manager can read: what, why, links. */
export function summarise(outcome: Outcome): string {
  const { reason, warnings, error } = outcome
  const links = outcome.kind === 'ticket' || outcome.kind === 'issue' ? linkLine(outcome) : ''
  const blocks = [
    `### ${headline(outcome)}`,
    links,
    reason ? `**Why:** ${REASONS[reason]} (\`${reason}\`).` : '',
    error ? whatWentWrong(error) : '',
    outcome.kind === 'doctor' ? checkTable(outcome.checks) : '',
    outcome.kind === 'sweep' ? sweepTables(outcome) : changeList(outcome),
    warnings.map(warning => `> ⚠️ ${plainText(warning)}`).join('\n'),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n\n`
}

function headline({ kind, result, error, dryRun }: Outcome): string {
  if (kind === 'doctor' && error) return 'Something is missing'
  if (kind === 'sweep' && dryRun) return 'Preview of a sweep: nothing was written'
  if (kind === 'sweep' && error) return 'The sweep did not do everything'
  const words = (kind === 'issue' && HEADLINES_OF_ISSUE[result]) || HEADLINES[result]
  return dryRun ? `Dry run, nothing was written. It would say: ${words}` : words
}

function linkLine({ ticket, issue }: ItemOutcome): string {
  const links = [ticket && `Ticket ${ticketLink(ticket)}`, issue && `Issue ${issueLink(issue)}`]
  return links.filter(Boolean).join(' ↔ ')
}

/** Shows the mistakes of a set-up as a list, or what is missing with an example; any other error as its message. */
function whatWentWrong(error: Error): string {
  const { lines, example } = error instanceof SetupError ? error : { lines: [error.message], example: '' }
  const [first = '', ...rest] = lines.map(plainText)
  if (example) return `**What went wrong:** ${[first, ...rest].join(' ')}\n\n\`\`\`\n${example}\n\`\`\``
  if (rest.length === 0) return `**What went wrong:** ${first}`
  return `**What went wrong:**\n\n${[first, ...rest].map(line => `- ${line}`).join('\n')}`
}

function changeList({ kind, result, changes, error, dryRun }: Exclude<Outcome, SweepOutcome>): string {
  if (changes.length > 0) {
    const head = dryRun ? '**Would have:**' : result === 'failed' ? '**Done before that:**' : '**Done:**'
    return `${head}\n\n${changes.map((change, index) => `${index + 1}. ${CHANGES[change]}`).join('\n')}`
  }
  if (result !== 'failed' || kind === 'doctor') return ''
  return isLostAnswer(error)
    ? 'Nobody knows whether that was done; the next run will find out.'
    : 'Nothing had been written.'
}

function sweepTables({ items, heldBack, left, dryRun }: SweepOutcome): string {
  const failed = items.filter(({ error }) => error)
  const changed = items.filter(({ changes, error }) => changes.length > 0 && !error)
  const counts = [
    `Looked at ${items.length}`,
    `${dryRun ? 'would change' : 'changed'} ${changed.length}`,
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
    `${dryRun ? 'would leave' : 'left'} ${left} for the next sweep.`,
  ]
  const notCreated = heldBack.map(({ age, ...names }) => [...links(names), age])
  const done = [...failed, ...changed].map(item => [...links(item), whatWasDone(item)])
  return [
    ...(notCreated.length > 0 ? ['**Not created:**', table(['Ticket', 'Issue', 'Age'], notCreated)] : []),
    counts.join(', '),
    ...(done.length > 0
      ? [table(['Ticket', 'Issue', dryRun ? 'What would be done' : 'What was done'], done)]
      : []),
  ].join('\n\n')
}

/** The most rows that a table of the summary shows. The log has every row. */
const MAX_ROWS = 50

function table(head: string[], rows: string[][]): string {
  const more = rows.length > MAX_ROWS ? `\n\n… and ${rows.length - MAX_ROWS} more, in the log.` : ''
  return markdownTable(head, rows.slice(0, MAX_ROWS)) + more
}

/** The cells of a ticket and an issue. A title may be a customer's words, so only the links are shown. */
function links({ ticket, issue }: { ticket?: TicketName; issue?: IssueRef }): string[] {
  return [ticket ? ticketLink(ticket) : '', issue ? issueLink(issue) : '']
}

function whatWasDone({ changes, error }: ItemOutcome): string {
  const done = changes.map(change => CHANGES[change]).join(', ')
  return error ? `**failed**${done && ` after: ${done}`} – ${plainText(error.message)}` : done
}

function ticketLink({ id, number, url }: TicketName): string {
  return `[${number ? `#${number}` : `id ${id}`}](${url})`
}

function issueLink(issue: IssueRef): string {
  return `[${issueName(issue)}](${issue.url})`
}
