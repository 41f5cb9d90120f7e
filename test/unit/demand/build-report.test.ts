import { describe, expect, it } from 'vitest'
import { buildReport, fitOutput } from '../../../src/demand/build-report.ts'
import type { LinkedOpenTicket, ObservedDemand, OpenIssue } from '../../../src/demand/observe.ts'
import { ServiceError } from '../../../src/service-error.ts'
import { HOME, issueUrl } from '../../support/observed-ticket.ts'

const NOW = Date.parse('2026-11-26T12:00:00Z')
const OTHER = 'raxx-app/billing'

/** An open ticket that is linked to the issue with this number. */
function ticket(id: number, number: number, more: Partial<LinkedOpenTicket> = {}): LinkedOpenTicket {
  const repository = more.issue?.repository ?? HOME
  return {
    id,
    number: 1000 + id,
    url: `https://tickets.example.org/conversation/${id}`,
    createdAt: '2026-11-25T12:00:00Z',
    mailbox: 'ops@raxx.app',
    issue: { repository, number, url: issueUrl(number, repository) },
    ...more,
  }
}

/** What was observed: these tickets, and these open issues of the home repository. */
function seen(
  tickets: LinkedOpenTicket[],
  issues: Partial<OpenIssue>[],
  more: Partial<ObservedDemand> = {},
): ObservedDemand {
  const open = issues.map(issue => ({ repository: HOME, number: 1, labels: [], ...issue }))
  return {
    tickets,
    unreadable: [],
    lists: [{ kind: 'listed', repository: HOME, issues: open }],
    isRunPrivate: true,
    ...more,
  }
}

const report = (observed: ObservedDemand) => buildReport(observed, { now: NOW, home: HOME })

describe('The rows of a report', () => {
  it('stand in the order of their tickets, then of their oldest ticket, then of their names', () => {
    const tickets = [
      ticket(1, 4),
      ticket(2, 3),
      ticket(3, 2, { createdAt: '2026-11-01T12:00:00Z' }),
      ticket(4, 1),
      ticket(5, 1),
      ticket(6, 5, { createdAt: '' }),
    ]
    const numbers = [1, 2, 3, 4, 5].map(number => ({ number }))
    expect(report(seen(tickets, numbers)).issues.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5])
  })

  it('name the oldest ticket and its age in whole days', () => {
    const tickets = [
      ticket(1, 1, { createdAt: '2026-11-20T12:00:01Z' }),
      ticket(2, 1, { createdAt: '2026-11-14T12:00:00Z' }),
      ticket(3, 1, { createdAt: 'yesterday' }),
      ticket(4, 1, { createdAt: '' }),
    ]
    expect(report(seen(tickets, [{}])).issues).toMatchObject([
      { tickets: 4, oldestTicket: { id: 2, number: 1002, createdAt: '2026-11-14T12:00:00Z' }, days: 12 },
    ])
  })

  it('claim no age when FreeScout sent no time that can be read', () => {
    const tickets = [ticket(1, 1, { createdAt: '' })]
    expect(report(seen(tickets, [{}]))).toMatchObject({
      days: null,
      issues: [{ oldestTicket: { createdAt: null }, days: null }],
    })
  })

  it('claim no age below zero when FreeScout’s clock is ahead', () => {
    const tickets = [ticket(1, 1, { createdAt: '2026-11-26T12:10:00Z' })]
    expect(report(seen(tickets, [{}])).issues).toMatchObject([{ days: 0 }])
  })

  it('add up tickets that name the repository in another case', () => {
    const upper = { repository: HOME.toUpperCase(), number: 1, url: issueUrl(1) }
    const tickets = [ticket(1, 1), ticket(2, 1, { issue: upper })]
    expect(report(seen(tickets, [{}])).issues).toMatchObject([{ repository: HOME, tickets: 2 }])
  })

  it('leave out the label of linked issues, because all of them have it', () => {
    const labels = ['Freescout-Linked', 'bug']
    expect(report(seen([ticket(1, 1)], [{ labels }])).issues).toMatchObject([{ labels: ['bug'] }])
  })
})

describe('A report counts', () => {
  it('every linked ticket once: for an open issue, for another one, or in a repository that can’t be listed', () => {
    const error = new ServiceError({ service: 'GitHub', call: 'list', happened: 'No', todo: 'Wait.' })
    const elsewhere = { repository: OTHER, number: 1, url: issueUrl(1, OTHER) }
    const tickets = [
      ticket(1, 1),
      ticket(2, 8),
      ticket(3, 8),
      ticket(4, 9),
      ticket(5, 1, { issue: elsewhere }),
    ]
    const lists: ObservedDemand['lists'] = [
      { kind: 'listed', repository: HOME, issues: [{ repository: HOME, number: 1, labels: [] }] },
      { kind: 'refused', repository: OTHER, error },
    ]
    expect(report(seen(tickets, [], { lists }))).toMatchObject({
      tickets: 1,
      issues: [{ repository: HOME, number: 1 }],
      notOpen: { issues: 2, tickets: 3 },
      notListed: { issues: 1, tickets: 1 },
    })
  })
})

describe('An output', () => {
  const many = (count: number, labels: string[] = []) => {
    const tickets = Array.from({ length: count }, (_, at) => [
      ticket(2 * at, at + 1),
      ticket(2 * at + 1, at + 1),
    ])
    const issues = tickets.map((_, at) => ({ number: at + 1, labels }))
    return report(seen(tickets.flat(), issues))
  }
  const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

  it('has every row as long as they fit', () => {
    expect(fitOutput(many(200))).toEqual(many(200))
  })

  it.each([
    [2000, []],
    [400, ['Öß€😀'.repeat(10)]],
    [3, Array<string>(3000).fill('x'.repeat(50))],
  ])('of %i issues stays within 120,000 bytes, and says what it leaves out', (count, labels) => {
    const whole = many(count, labels)
    expect(bytes(whole)).toBeGreaterThan(120_000)
    const fitted = fitOutput(whole)
    expect(bytes(fitted)).toBeLessThanOrEqual(120_000)
    expect(fitted.issues).toEqual(whole.issues.slice(0, fitted.issues.length))
    const kept = fitted.issues.length
    expect(fitted.omitted).toEqual({ issues: count - kept, tickets: 2 * (count - kept) })
    const [next] = whole.issues.slice(kept)
    expect(bytes(fitted) + bytes(next)).toBeGreaterThan(119_900)
  })
})
