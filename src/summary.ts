import { checkTable, markdownRow, plainText } from './checks.ts'
import { issueName } from './issue-ref.ts'
import type { IssueRef } from './model.ts'
import {
  type Change,
  type HeldBack,
  type IssueOutcome,
  type Outcome,
  REASONS,
  type Result,
  type SweepOutcome,
  type TicketName,
  type TicketOutcome,
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
    outcome.kind === 'sweep' ? sweepTable(outcome) : changeList(outcome),
    warnings.map(warning => `> ⚠️ ${plainText(warning)}`).join('\n'),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n\n`
}

function headline({ kind, result, error, dryRun }: Outcome): string {
  if (kind === 'doctor' && error) return 'Something is missing'
  if (kind === 'sweep' && dryRun) return 'Preview of a sweep: nothing was written'
  const words = (kind === 'issue' && HEADLINES_OF_ISSUE[result]) || HEADLINES[result]
  return dryRun ? `Dry run, nothing was written. It would say: ${words}` : words
}

function linkLine({ ticket, issue }: TicketOutcome | IssueOutcome): string {
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

/** The most rows that the summary shows. The log has every row. */
const MAX_ROWS = 50

function sweepTable({ items, heldBack, left, dryRun }: SweepOutcome): string {
  return [heldBackTable(heldBack), itemTable({ items, left, dryRun: dryRun === true })]
    .filter(Boolean)
    .join('\n\n')
}

/** What the sweep did not create. A title may be a customer's words, so only the link is shown. */
function heldBackTable(heldBack: HeldBack[]): string {
  if (heldBack.length === 0) return ''
  const rows = heldBack
    .slice(0, MAX_ROWS)
    .map(({ ticket, issue, age }) =>
      markdownRow([ticket ? ticketLink(ticket) : '', issue ? issueLink(issue) : '', age]),
    )
  const more = heldBack.length > MAX_ROWS ? `\n\n… and ${heldBack.length - MAX_ROWS} more, in the log.` : ''
  return `**Not created:**\n\n${[markdownRow(['Ticket', 'Issue', 'Age']), '|---|---|---|', ...rows].join('\n')}${more}`
}

function itemTable({
  items,
  left,
  dryRun,
}: Pick<SweepOutcome, 'items' | 'left'> & { dryRun: boolean }): string {
  const changed = items.filter(({ changes, error }) => changes.length > 0 || error)
  const count = dryRun
    ? `Looked at ${items.length}, would change ${changed.length}, would leave ${left} for the next sweep.`
    : `Looked at ${items.length}, changed ${changed.length}, left ${left} for the next sweep.`
  if (changed.length === 0) return count
  const rows = changed.slice(0, MAX_ROWS).map(item => {
    const { ticket, issue } = item
    return markdownRow([ticket ? ticketLink(ticket) : '', issue ? issueLink(issue) : '', whatWasDone(item)])
  })
  const table = [
    markdownRow(['Ticket', 'Issue', dryRun ? 'What would be done' : 'What was done']),
    '|---|---|---|',
    ...rows,
  ]
  const more = changed.length > MAX_ROWS ? `\n\n… and ${changed.length - MAX_ROWS} more, in the log.` : ''
  return `${count}\n\n${table.join('\n')}${more}`
}

function whatWasDone({ changes, error }: TicketOutcome | IssueOutcome): string {
  const done = changes.map(change => CHANGES[change]).join(', ')
  return error ? `**failed**${done && ` after: ${done}`} – ${plainText(error.message)}` : done
}

function ticketLink({ id, number, url }: TicketName): string {
  return `[${number ? `#${number}` : `id ${id}`}](${url})`
}

function issueLink(issue: IssueRef): string {
  return `[${issueName(issue)}](${issue.url})`
}
