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
export function summarise(outcome: Outcome, { dryRun }: { dryRun: boolean }): string {
  const { result, reason, ticket, issue, changes, warnings, error } = outcome
  const lines = [`### ${headline(outcome, dryRun)}`, '']
  const links = [
    ticket && `Ticket [#${ticket.number ?? `(id ${ticket.id})`}](${ticket.url})`,
    issue && `Issue [${issueName(issue)}](${issue.url})`,
  ].filter(Boolean)
  if (links.length) lines.push(links.join(' ↔ '), '')
  if (reason) lines.push(`**Why:** ${REASONS[reason]} (\`${reason}\`).`, '')
  if (error) lines.push(`**What went wrong:** ${error.message}`, '')
  if (changes.length) {
    lines.push(dryRun ? '**Would have:**' : result === 'failed' ? '**Done before that:**' : '**Done:**', '')
    lines.push(...changes.map((change, index) => `${index + 1}. ${DEEDS[change]}`), '')
  } else if (result === 'failed') {
    lines.push('Nothing had been written.', '')
  }
  if (warnings.length) lines.push(...warnings.map(warning => `> ⚠️ ${warning}`), '')
  return `${lines.join('\n')}\n`
}

function headline({ result }: Outcome, dryRun: boolean): string {
  return dryRun
    ? `Dry run: ${HEADLINES[result].replace(/^./, first => first.toLowerCase())}`
    : HEADLINES[result]
}

function issueName({ repository, number }: IssueRef): string {
  return `${repository}#${number}`
}
