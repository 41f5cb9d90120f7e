import { markdownTable, plainText } from './checks.ts'
import type { DemandReport, WaitingIssue } from './demand-report.ts'
import { issueName } from './issue-ref.ts'
import { daysInWords, quantity } from './wording.ts'

/** The most rows of the table, and the most labels or mailboxes in a cell. So the summary stays far below GitHub's 1 MiB. */
const MAX_ROWS = 50
const MAX_ITEMS = 10

/** The report for a job summary, in Markdown: a table of issues, and what the table does not show. */
export function demandTable({ issues, omitted, notOpen }: DemandReport): string {
  const rows = issues.slice(0, MAX_ROWS)
  const columns = COLUMNS.filter(({ isShown = () => true }) => rows.some(isShown))
  const table = markdownTable(
    columns.map(({ head }) => head),
    rows.map(row => columns.map(({ cell }) => cell(row))),
  )
  const inOutput = issues.length - rows.length
  const blocks = [
    ...(rows.length > 0 ? [table] : []),
    ...(inOutput + omitted.issues > 0 ? [moreLine(inOutput, omitted)] : []),
    ...(notOpen.tickets > 0 ? [notOpenLine(notOpen)] : []),
    ...(rows.some(({ mailboxes }) => mailboxes === null) ? [NOT_SHOWN] : []),
  ]
  return blocks.join('\n\n')
}

const NOT_SHOWN =
  "Mailboxes, and the labels of other repositories' issues, are shown only in the runs of a private repository."

type Column = { head: string; cell: (row: WaitingIssue) => string; isShown?: (row: WaitingIssue) => boolean }

/** A title may be a customer's words, so only the issue's name is shown. */
const COLUMNS: Column[] = [
  { head: 'Issue', cell: row => `[${issueName(row)}](${row.url})` },
  { head: 'Open tickets', cell: ({ tickets }) => String(tickets) },
  {
    head: 'Longest wait',
    cell: ({ days, oldestTicket: { number, url } }) => `${daysInWords(days)}, [#${number}](${url})`,
  },
  {
    head: 'Mailboxes',
    cell: ({ mailboxes }) => firstOf((mailboxes ?? []).map(mailboxCell)),
    isShown: ({ mailboxes }) => mailboxes !== null,
  },
  {
    head: 'Labels',
    cell: ({ labels }) => firstOf((labels ?? []).map(plainText)),
    isShown: ({ labels }) => labels !== null,
  },
]

function mailboxCell({ address, tickets }: { address: string | null; tickets: number }): string {
  return `${address === null ? 'others' : `\`${address.replace(/[`|\\]/g, '')}\``} ${tickets}`
}

function firstOf(items: string[]): string {
  const more = items.length - MAX_ITEMS
  return [...items.slice(0, MAX_ITEMS), ...(more > 0 ? [`… ${more} more`] : [])].join(', ')
}

/** How many issues the table does not show, and where they are. */
function moreLine(inOutput: number, { issues: inLog }: DemandReport['omitted']): string {
  const more = `… and ${quantity(inOutput + inLog, 'more issue')}`
  if (inLog === 0) return `${more}, in the output \`report\`.`
  if (inOutput === 0) return `${more}, in the log only.`
  return `${more}: ${inOutput} in the output \`report\`, the last ${inLog} in the log only.`
}

function notOpenLine({ issues, tickets }: DemandReport['notOpen']): string {
  const are = tickets === 1 ? 'is' : 'are'
  const things = issues === 1 ? 'an issue that is closed or gone' : `${issues} issues that are closed or gone`
  return `${quantity(tickets, 'open ticket')} ${are} linked to ${things}. Their customers may still wait for an answer.`
}
