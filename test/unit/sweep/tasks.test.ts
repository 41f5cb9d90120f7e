import { describe, expect, it } from 'vitest'
import type { IssueQuery } from '../../../src/github/client.ts'
import type { Issue, Ticket } from '../../../src/model.ts'
import { findTasks } from '../../../src/sweep/tasks.ts'
import { type Lists, linkedTo, listing } from '../../support/fake-lists.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { HOME, internal, issueOf, issueUrl, ops, ownIssue, ticketOf } from '../../support/observed-ticket.ts'

const TICKETS = 'ticket: { mailbox: ops@raxx.app, customer: github@raxx.app }\n'

/** What a sweep finds in these lists. */
async function collected(lists: Lists, { yaml = TICKETS, mailboxes = [ops, internal] } = {}) {
  const { freescout, github, asked } = listing(lists)
  const tasks = await findTasks(fakeWorld({ freescout, github, yaml }), mailboxes)
  return {
    asked,
    found: tasks.map(task =>
      task.kind === 'ticket'
        ? `ticket ${task.id} ${task.why}${task.thorough ? ', thoroughly' : ''}`
        : `issue ${task.ref.number} ${task.why}`,
    ),
  }
}

/** Tickets that every list has. */
const all = (tickets: Ticket[]) => () => tickets
/** Issues by the label that is asked for; none of them changed lately. */
const labelled =
  (issues: Record<string, Issue[]>) =>
  ({ label = '', updatedSince }: IssueQuery) =>
    updatedSince ? [] : (issues[label] ?? [])

describe('A sweep asks', () => {
  it('for tagged tickets of any age, changed tickets of the period, born ones, and labelled issues', async () => {
    const { asked } = await collected(
      {},
      { yaml: `${TICKETS}criteria: { tags: [bug] }\nsweep: { since: 7d }` },
    )
    const since = '2026-11-15T11:45:00Z'
    const lately = '2026-11-22T08:45:00Z'
    const issues = (query: object) => `issues ${JSON.stringify({ repository: HOME, ...query })}`
    expect(asked.toSorted()).toEqual(
      [
        'tickets {"tag":"bug","mailboxIds":[1],"statuses":["active","pending"]}',
        `tickets {"mailboxIds":[1],"updatedSince":"${since}"}`,
        'tickets {"tag":"_from_github"}',
        issues({ label: 'freescout-linked' }),
        issues({ label: 'customer-reported', state: 'open' }),
        issues({ label: 'regression', state: 'open' }),
        issues({ label: 'freescout-linked', updatedSince: lately }),
        issues({ label: 'customer-reported', updatedSince: lately }),
        issues({ label: 'regression', updatedSince: lately }),
        issues({ label: 'needs-customer-confirm', updatedSince: lately }),
      ].toSorted(),
    )
  })

  it('for no tickets of mailboxes that nobody watches', async () => {
    const { asked } = await collected({}, { mailboxes: [internal] })
    expect(asked.filter(question => question.startsWith('tickets'))).toEqual([
      'tickets {"tag":"_from_github"}',
    ])
  })

  it('for nothing that only matters when tickets are made, if none are', async () => {
    const { asked } = await collected({}, { yaml: 'labels: {}' })
    expect(asked.join('\n')).not.toContain('_from_github')
    expect(asked.filter(question => question.startsWith('issues'))).toHaveLength(2)
  })
})

describe('A sweep finds', () => {
  it('tickets that need something, each once, however many lists have it; the new ones first', async () => {
    const tickets = [ticketOf({ id: 12 }), linkedTo(issueUrl(7), { id: 13 }), ticketOf({ id: 14 })]
    const { found } = await collected({ tickets: all(tickets) })
    expect(found).toEqual([
      'ticket 14 should have an issue and has none',
      'ticket 12 should have an issue and has none',
    ])
  })

  it('closings that were not told', async () => {
    const ticket = linkedTo(issueUrl(7), { status: 'closed', closedAt: '2026-11-22T10:00:00Z' })
    const { found } = await collected({ tickets: all([ticket]) })
    expect(found).toEqual(['ticket 12 was closed and the issue was not told'])
  })

  it('that a ticket is incomplete before it finds that its closing was not told', async () => {
    const closed = { status: 'closed', closedAt: '2026-11-22T10:00:00Z', tags: ['bug'] }
    const { found } = await collected({ tickets: all([linkedTo(issueUrl(7), closed)]) })
    expect(found).toEqual(['ticket 12 has a link that is not complete'])
  })

  it('issues whose label asks for a ticket, and that no ticket names', async () => {
    const issues = labelled({
      regression: [
        issueOf({ number: 1, labels: ['regression'] }),
        issueOf({ number: 2, labels: ['regression', 'FreeScout-Linked'] }),
        issueOf({ number: 3, labels: ['regression'] }),
      ],
    })
    const named = linkedTo(issueUrl(3, HOME.toUpperCase()))
    const { found } = await collected({ tickets: all([named]), issues })
    expect(found).toEqual(['issue 1 is labelled regression and has no ticket'])
  })

  it('issues that changed lately, each once, and after the tickets', async () => {
    const changed = issueOf({ number: 5, labels: ['regression', 'freescout-linked'] })
    const { found } = await collected({
      tickets: all([ticketOf()]),
      issues: ({ updatedSince }) => (updatedSince ? [changed] : []),
    })
    expect(found).toEqual(['ticket 12 should have an issue and has none', 'issue 5 changed lately'])
  })
})

describe('A ticket with two issues', () => {
  const pair = [
    ownIssue({ number: 2, createdAt: '2026-11-22T10:00:03Z' }),
    ownIssue({ number: 1, createdAt: '2026-11-22T10:00:00Z' }),
  ]
  const issues = (found: Issue[]) => labelled({ 'freescout-linked': found })
  const settled = pair.map(issue =>
    issue.number === 2 ? ({ ...issue, state: 'closed', stateReason: 'duplicate' } as const) : issue,
  )

  it('is looked at thoroughly, listed or not', async () => {
    const why = 'ticket 12 has more than one issue, thoroughly'
    expect((await collected({ issues: issues(pair) })).found).toEqual([why])
    expect((await collected({ issues: issues(pair), tickets: all([ticketOf()]) })).found).toEqual([why])
  })

  it('of which one is closed is, too, as long as the ticket does not name the other', async () => {
    const tickets = all([linkedTo(issueUrl(2))])
    const { found } = await collected({ issues: issues(settled), tickets })
    expect(found).toEqual(['ticket 12 has more than one issue, thoroughly'])
  })

  it('is left alone when one is closed and the ticket names the other, or is not listed', async () => {
    const tickets = all([linkedTo(issueUrl(1))])
    expect((await collected({ issues: issues(settled), tickets })).found).toEqual([])
    expect((await collected({ issues: issues(settled) })).found).toEqual([])
  })
})
