import { checkTable, markdownTable, plainText } from './checks.ts'
import { demandTable } from './demand-table.ts'
import { issueName } from './issue-ref.ts'
import type { IssueRef } from './model.ts'
import { type ItemOutcome, type Outcome, REASONS, type SweepOutcome, type TicketName } from './outcome.ts'
import { isLostAnswer } from './service-error.ts'
import { SetupError } from './setup-error.ts'
import { helpForError, helpForWarning } from './troubleshooting.ts'
import { changeWords, detailWords, headline } from './wording.ts'

/** The job summary of a run, in Markdown that a manager can read: what, why, links. */
export function summarise(outcome: Outcome): string {
  const { warnings, error } = outcome
  const links = outcome.kind === 'ticket' || outcome.kind === 'issue' ? linkLine(outcome) : ''
  const blocks = [
    `### ${plainText(headline(outcome))}`,
    links,
    why(outcome),
    error ? whatWentWrong(error) : '',
    outcome.kind === 'doctor' ? checkTable(outcome.checks) : '',
    outcome.kind === 'report' ? demandTable(outcome.report) : '',
    outcome.kind === 'sweep' ? sweepTables(outcome) : changeList(outcome),
    warnings.map(warningLine).join('\n'),
  ]
  return `${blocks.filter(Boolean).join('\n\n')}\n\n`
}

function why({ reason, details }: Outcome): string {
  if (!reason) return ''
  const more = details ? ` ${plainText(detailWords(details))}` : ''
  return `**Why:** ${REASONS[reason]} (\`${reason}\`).${more}`
}

function warningLine(warning: string): string {
  const help = helpForWarning(warning)
  return `> ⚠️ ${plainText(warning)}${help ? ` ${helpLink(help)}` : ''}`
}

function helpLink(address: string): string {
  return `[What it means](${address})`
}

function linkLine({ ticket, issue }: ItemOutcome): string {
  const links = [ticket && `Ticket ${ticketLink(ticket)}`, issue && `Issue ${issueLink(issue)}`]
  return links.filter(Boolean).join(' ↔ ')
}

/**
 * Shows the mistakes of a set-up as a list, or what is missing with an example; any other error as its message. The link
 * leads to what explains it.
 */
function whatWentWrong(error: Error): string {
  const { lines, example } = error instanceof SetupError ? error : { lines: [error.message], example: '' }
  const [first = '', ...rest] = lines.map(plainText)
  const help = helpLink(helpForError(error))
  if (example) {
    return `**What went wrong:** ${[first, ...rest].join(' ')}\n\n\`\`\`\n${example}\n\`\`\`\n\n${help}`
  }
  if (rest.length === 0) return `**What went wrong:** ${first} ${help}`
  return `**What went wrong:**\n\n${[first, ...rest].map(line => `- ${line}`).join('\n')}\n\n${help}`
}

function changeList({ kind, result, changes, error, dryRun }: Exclude<Outcome, SweepOutcome>): string {
  if (changes.length > 0) {
    const head = dryRun ? '**It would:**' : result === 'failed' ? '**Done before that:**' : '**Done:**'
    const entries = changes.map((made, index) => `${index + 1}. ${plainText(changeWords(made, dryRun))}`)
    return `${head}\n\n${entries.join('\n')}`
  }
  if (result !== 'failed' || kind === 'doctor') return ''
  return isLostAnswer(error)
    ? 'It is not known whether that was done. The next run checks it.'
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

function whatWasDone({ changes, error, dryRun }: ItemOutcome): string {
  const done = plainText(changes.map(made => changeWords(made, dryRun)).join('; '))
  if (!error) return done
  return `**failed**${done && ` after: ${done}`} – ${plainText(error.message)} ${helpLink(helpForError(error))}`
}

function ticketLink({ id, number, url }: TicketName): string {
  return `[${number ? `#${number}` : `id ${id}`}](${url})`
}

function issueLink(issue: IssueRef): string {
  return `[${issueName(issue)}](${issue.url})`
}
