import { checkTable } from './checks.ts'
import { isLostAnswer } from './http/errors.ts'
import type { IssueRef } from './model.ts'
import { type Change, type Outcome, REASONS, type Result } from './outcome.ts'

/** What each result means, in the words of the job summary. */
const HEADLINES: Record<Result, string> = {
  created: 'A new issue was filed and linked',
  adopted: 'The issue was there already; its link is complete now',
  linked: 'The link made by hand is complete now',
  commented: 'The issue was told what happened to the ticket',
  noted: 'The ticket was told what happened to the issue',
  updated: 'What was missing from the link was added',
  unchanged: 'Nothing to do',
  skipped: 'Nothing was done',
  disabled: 'Switched off',
  swept: 'Sweep finished',
  checked: 'Checks finished',
  failed: 'This did not work',
}

/** The same, seen from an issue that is to have a ticket. */
const FROM_ISSUE: Partial<Record<Result, string>> = {
  created: 'A new ticket was made and linked',
  adopted: 'The ticket was there already; its link is complete now',
}

const DEEDS: Record<Change, string> = {
  'create-issue': 'created the issue',
  'set-field': "wrote the issue's URL into the ticket's field",
  'add-note': 'added an internal note to the ticket',
  'add-tag': 'tagged the ticket',
  'add-label': 'labelled the issue',
  comment: 'commented on the issue',
  'close-issue': 'closed the issue',
  'close-duplicate': 'closed the surplus issue as a duplicate',
  'create-ticket': 'created the ticket',
  'set-tags': "set the ticket's tags",
  'set-status': "set the ticket's status",
  'create-label': 'created a label',
}

/** The job summary of one ticket or issue, in Markdown that a manager can read: what, why, links. */
export function summarise(outcome: Outcome): string {
  const { result, reason, ticket, issue, changes, warnings, error, swept, dryRun, checks } = outcome
  const lines = [`### ${headline(outcome)}`, '']
  const links = [ticket && `Ticket ${ticketLink(outcome)}`, issue && `Issue ${issueLink(outcome)}`].filter(
    Boolean,
  )
  if (links.length) lines.push(links.join(' ↔ '), '')
  if (reason) lines.push(`**Why:** ${REASONS[reason]} (\`${reason}\`).`, '')
  if (error) lines.push(...whatWentWrong(error))
  if (checks) lines.push(checkTable(checks), '')
  if (swept) {
    lines.push(...sweepTable(swept, dryRun))
  } else if (changes.length) {
    lines.push(dryRun ? '**Would have:**' : result === 'failed' ? '**Done before that:**' : '**Done:**', '')
    lines.push(...changes.map((change, index) => `${index + 1}. ${DEEDS[change]}`), '')
  } else if (result === 'failed' && !checks) {
    const isOpen = isLostAnswer(error)
    lines.push(
      isOpen ? 'Whether that was done is not known; the next run will see.' : 'Nothing had been written.',
      '',
    )
  }
  if (warnings.length) lines.push(...warnings.map(warning => `> ⚠️ ${warning}`), '')
  return `${lines.join('\n')}\n`
}

/** A message of several lines is a list of mistakes, but for the example that may follow one. */
function whatWentWrong({ message }: Error): string[] {
  const mistakes = message.split('\n')
  const [first = '', ...rest] = mistakes
  if (!rest.length) return [`**What went wrong:** ${message}`, '']
  if (message.includes('\n  ')) return [`**What went wrong:** ${first}`, '', '```', ...rest, '```', '']
  return ['**What went wrong:**', '', ...mistakes.map(mistake => `- ${mistake.trim()}`), '']
}

/** More rows than this would hide what matters. */
const MOST_ROWS = 50

function sweepTable({ items, left }: { items: Outcome[]; left: number }, dryRun = false): string[] {
  const changed = items.filter(({ changes, error }) => changes.length || error)
  const more = changed.length > MOST_ROWS ? [`… and ${changed.length - MOST_ROWS} more, in the log.`, ''] : []
  const count = `Looked at ${items.length}, changed ${changed.length}, left ${left} for the next sweep.`
  if (!changed.length) return [count, '']
  const rows = changed
    .slice(0, MOST_ROWS)
    .map(item => `| ${ticketLink(item) ?? ''} | ${issueLink(item) ?? ''} | ${deeds(item)} |`)
  return [
    count,
    '',
    `| Ticket | Issue | ${dryRun ? 'What would be done' : 'What was done'} |`,
    '|---|---|---|',
    ...rows,
    '',
    ...more,
  ]
}

function deeds({ changes, error }: Outcome): string {
  const done = changes.map(change => DEEDS[change]).join(', ')
  return error ? `**failed**${done && ` after: ${done}`} – ${error.message.replaceAll('|', '\\|')}` : done
}

function ticketLink({ ticket }: Outcome): string | undefined {
  return ticket && `[${ticket.number ? `#${ticket.number}` : `id ${ticket.id}`}](${ticket.url})`
}

function issueLink({ issue }: Outcome): string | undefined {
  return issue && `[${issueName(issue)}](${issue.url})`
}

function headline({ result, checks, error, side, dryRun }: Outcome): string {
  if (checks && error) return 'Something is missing'
  const words = (side === 'issue' && FROM_ISSUE[result]) || HEADLINES[checks ? 'checked' : result]
  return dryRun ? `Dry run, nothing was written. It would say: ${words}` : words
}

function issueName({ repository, number }: IssueRef): string {
  return `${repository}#${number}`
}
