import { describe, expect, it } from 'vitest'
import type { DemandReport, WaitingIssue } from '../../src/demand-report.ts'
import type { ReportOutcome } from '../../src/outcome.ts'
import { summarise } from '../../src/summary.ts'

/** A row about the issue `o/r#number`, on which one ticket waits. */
function row(number: number, more: Partial<WaitingIssue> = {}): WaitingIssue {
  return {
    repository: 'o/r',
    number,
    url: `https://github.com/o/r/issues/${number}`,
    tickets: 1,
    oldestTicket: {
      id: 12,
      number: 1042,
      url: 'https://tickets.example.org/conversation/12',
      createdAt: null,
    },
    days: 1,
    mailboxes: [],
    labels: [],
    ...more,
  }
}

function summaryOf(more: Partial<DemandReport>): string {
  const { issues = [] } = more
  const tickets = issues.reduce((sum, issue) => sum + issue.tickets, more.omitted?.tickets ?? 0)
  const none = { issues: 0, tickets: 0 }
  const days = issues.reduce<number | null>((most, issue) => Math.max(most ?? 0, issue.days ?? 0), null)
  const rest = { omitted: none, notOpen: none, notListed: none, ...more }
  const report = { $schema: 's', generatedAt: '2026-11-26T12:00:00Z', tickets, days, issues, ...rest }
  const outcome: ReportOutcome = { kind: 'report', result: 'checked', changes: [], warnings: [], report }
  return summarise(outcome)
}

describe('The summary of a report', () => {
  it('says one ticket, one issue and one day in the singular', () => {
    expect(summaryOf({ issues: [row(7)] })).toMatchInlineSnapshot(`
      "### 1 open ticket waits for 1 open issue, for 1 day

      | Issue | Open tickets | Longest wait | Mailboxes | Labels |
      | --- | --- | --- | --- | --- |
      | [o/r#7](https://github.com/o/r/issues/7) | 1 | 1 day, [#1042](https://tickets.example.org/conversation/12) |  |  |

      "
    `)
  })

  it('says the wait in words', () => {
    const issues = [row(1, { days: 0 }), row(2, { days: null }), row(3, { days: 400 })]
    const summary = summaryOf({ issues })
    for (const words of ['| less than a day, [#1042]', '| unknown, [#1042]', '| 400 days, [#1042]'])
      expect(summary).toContain(words)
  })

  it('claims no wait that is not known', () => {
    const issues = [row(7, { days: null })]
    expect(summaryOf({ issues, days: null })).toMatch(/^### 1 open ticket waits for 1 open issue\n/)
  })

  it('shows ten labels and ten mailboxes of an issue', () => {
    const names = Array.from({ length: 12 }, (_, at) => `n${at}`)
    const mailboxes = names.map(name => ({ address: `${name}@raxx.app`, tickets: 1 }))
    const summary = summaryOf({ issues: [row(7, { labels: names, mailboxes })] })
    expect(summary).toContain(
      '`n9@raxx.app` 1, … 2 more | n0, n1, n2, n3, n4, n5, n6, n7, n8, n9, … 2 more |',
    )
  })

  it('keeps an address that would break out of its cell in it', () => {
    const mailboxes = [{ address: 'a`|b@raxx.app', tickets: 1 }]
    expect(summaryOf({ issues: [row(7, { mailboxes })] })).toContain('| `ab@raxx.app` 1 |')
  })

  it.each([
    [60, 0, '… and 10 more issues, in the output `report`.'],
    [51, 0, '… and 1 more issue, in the output `report`.'],
    [60, 5, '… and 15 more issues: 10 in the output `report`, the last 5 in the log only.'],
    [50, 5, '… and 5 more issues, in the log only.'],
  ])('of %i issues, and %i that are left out, says where the others are', (count, left, sentence) => {
    const issues = Array.from({ length: count }, (_, at) => row(at + 1))
    const summary = summaryOf({ issues, omitted: { issues: left, tickets: left } })
    expect(summary).toContain(
      `### ${count + left} open tickets wait for ${count + left} open issues, the longest for 1 day\n`,
    )
    expect(summary.match(/^\| \[o\/r#/gm)).toHaveLength(50)
    expect(summary).toContain(`\n\n${sentence}\n`)
  })

  it('stays far below 1 MiB, whatever labels the issues have', () => {
    const labels = Array.from({ length: 100 }, () => '😀'.repeat(50))
    const issues = Array.from({ length: 60 }, (_, at) => row(at + 1, { labels }))
    expect(Buffer.byteLength(summaryOf({ issues }))).toBeLessThan(200_000)
  })

  it.each([
    [1, 1, '1 open ticket is linked to an issue that is closed or gone.'],
    [2, 1, '2 open tickets are linked to an issue that is closed or gone.'],
    [3, 2, '3 open tickets are linked to 2 issues that are closed or gone.'],
  ])('says that %i tickets are linked to %i issues that are not open', (tickets, issues, sentence) => {
    expect(summaryOf({ notOpen: { tickets, issues } })).toBe(
      `### No open ticket waits for an open issue\n\n${sentence} Their customers may still wait for an answer.\n\n`,
    )
  })
})
