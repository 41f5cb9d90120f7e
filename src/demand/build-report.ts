import { daysSince } from '../clock.ts'
import { type DemandReport, REPORT_SCHEMA_URL, type WaitingIssue } from '../demand-report.ts'
import { type IssueId, issueName } from '../issue-ref.ts'
import { isSameName, LINKED_LABEL } from '../names.ts'
import type { LinkedOpenTicket, ObservedDemand, OpenIssue } from './observe.ts'

/**
 * The largest output in bytes of UTF-8. A later step mostly takes an output as an environment variable, and Linux allows
 * 131,072 bytes for one (MAX_ARG_STRLEN in include/uapi/linux/binfmts.h). GitHub allows 1 MB for the outputs of a job.
 */
const MAX_BYTES = 120_000

/** `now` is in milliseconds, `home` the repository where the run takes place. */
type Setting = { now: number; home: string }

/** The tickets of one issue, and what the list of issues says about it. */
type TicketsOfIssue = { tickets: [LinkedOpenTicket, ...LinkedOpenTicket[]] } & (
  | { kind: 'open'; issue: OpenIssue }
  | { kind: 'not-open' | 'not-listed' }
)

/** Makes the report with all its rows, however large. */
export function buildReport(seen: ObservedDemand, { now, home }: Setting): DemandReport {
  const groups = groupByIssue(seen)
  const open = groups.filter(group => group.kind === 'open')
  const rows = open.map(group =>
    waitingIssue(group, {
      now,
      showsMailboxes: seen.isRunPrivate,
      showsLabels: seen.isRunPrivate || isSameName(group.issue.repository, home),
    }),
  )
  return {
    $schema: REPORT_SCHEMA_URL,
    generatedAt: new Date(now).toISOString(),
    tickets: countTickets(open),
    days: longest(rows),
    issues: rows.toSorted(byDemand),
    omitted: { issues: 0, tickets: 0 },
    notOpen: countsOf(groups.filter(({ kind }) => kind === 'not-open')),
    notListed: countsOf(groups.filter(({ kind }) => kind === 'not-listed')),
  }
}

/** The report with as many of its first rows as an output may hold, and the number of those that it leaves out. */
export function fitOutput(report: DemandReport): DemandReport {
  // The largest numbers stand for those that are not known yet.
  const omitted = { issues: report.issues.length, tickets: report.tickets }
  let bytes = bytesOf({ ...report, issues: [], omitted })
  const end = report.issues.findIndex(issue => {
    bytes += bytesOf(issue) + 1
    return bytes > MAX_BYTES
  })
  if (end < 0) return report
  const [kept, rest] = [report.issues.slice(0, end), report.issues.slice(end)]
  const tickets = rest.reduce((sum, issue) => sum + issue.tickets, 0)
  return { ...report, issues: kept, omitted: { issues: rest.length, tickets } }
}

function groupByIssue({ tickets, lists }: ObservedDemand): TicketsOfIssue[] {
  const groups = new Map<string, [LinkedOpenTicket, ...LinkedOpenTicket[]]>()
  for (const ticket of tickets) {
    const key = keyOf(ticket.issue)
    const known = groups.get(key)
    if (known) known.push(ticket)
    else groups.set(key, [ticket])
  }
  const refused = lists.filter(({ kind }) => kind === 'refused').map(({ repository }) => repository)
  const open = new Map(
    lists.flatMap(list => (list.kind === 'listed' ? list.issues.map(issue => [keyOf(issue), issue]) : [])),
  )
  return [...groups].map(([key, ofIssue]): TicketsOfIssue => {
    const issue = open.get(key)
    if (issue) return { kind: 'open', tickets: ofIssue, issue }
    const isRefused = refused.some(name => isSameName(name, ofIssue[0].issue.repository))
    return { kind: isRefused ? 'not-listed' : 'not-open', tickets: ofIssue }
  })
}

/** More people can read a run than a private repository and its tickets, unless the run is private itself. */
type Shown = { now: number; showsMailboxes: boolean; showsLabels: boolean }

function waitingIssue(
  { tickets, issue: { labels } }: Extract<TicketsOfIssue, { kind: 'open' }>,
  { now, showsMailboxes, showsLabels }: Shown,
): WaitingIssue {
  const { repository, number, url } = tickets[0].issue
  const [oldest = tickets[0]] = tickets.toSorted((one, other) => compareTimes(one.createdAt, other.createdAt))
  const { id, number: ticketNumber, url: ticketUrl, createdAt } = oldest
  const days = daysSince(createdAt, now) ?? null
  return {
    repository,
    number,
    url,
    tickets: tickets.length,
    oldestTicket: {
      id,
      number: ticketNumber,
      url: ticketUrl,
      createdAt: days === null ? null : createdAt,
    },
    days,
    mailboxes: showsMailboxes ? mailboxShares(tickets) : null,
    labels: showsLabels ? labels.filter(label => !isSameName(label, LINKED_LABEL)) : null,
  }
}

function longest(rows: WaitingIssue[]): number | null {
  const known = rows.flatMap(({ days }) => days ?? [])
  return known.length > 0 ? known.reduce((most, days) => Math.max(most, days)) : null
}

function mailboxShares(tickets: LinkedOpenTicket[]): NonNullable<WaitingIssue['mailboxes']> {
  const shares = new Map<string | null, number>()
  for (const { mailbox = null } of tickets) shares.set(mailbox, (shares.get(mailbox) ?? 0) + 1)
  return [...shares]
    .map(([address, count]) => ({ address, tickets: count }))
    .toSorted(
      (one, other) => other.tickets - one.tickets || compare(one.address ?? '~', other.address ?? '~'),
    )
}

/** Most tickets first, then the one that waits longest. The rest of the order only keeps two reports alike. */
function byDemand(one: WaitingIssue, other: WaitingIssue): number {
  return (
    other.tickets - one.tickets ||
    compareTimes(one.oldestTicket.createdAt, other.oldestTicket.createdAt) ||
    compare(one.repository, other.repository) ||
    one.number - other.number
  )
}

/** Times of FreeScout are in order when their texts are. A time that is not known comes last. */
function compareTimes(one: string | null, other: string | null): number {
  return compare(one || '~', other || '~')
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}

function countsOf(groups: TicketsOfIssue[]): DemandReport['notOpen'] {
  return { issues: groups.length, tickets: countTickets(groups) }
}

function countTickets(groups: TicketsOfIssue[]): number {
  return groups.reduce((sum, { tickets }) => sum + tickets.length, 0)
}

/** GitHub ignores case in the names of repositories. */
function keyOf(issue: IssueId): string {
  return issueName(issue).toLowerCase()
}

function bytesOf(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value))
}
