import { describe, expect, it } from 'vitest'
import type { IssueQuery } from '../../../src/github/client.ts'
import { relayMark } from '../../../src/marks.ts'
import type { Issue, Ticket } from '../../../src/model.ts'
import { findTasks } from '../../../src/sweep/tasks.ts'
import { type Lists, linkedTo, listing } from '../../support/fake-lists.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { HOME, internal, issueOf, issueUrl, ops, ownIssue, ticketOf } from '../../support/observed-ticket.ts'

const TICKETS = 'ticket: { mailbox: ops@raxx.app, customer: github@raxx.app }\n'

/** The tasks that a sweep finds in these lists, and the questions that it asked. */
async function tasksIn(lists: Lists, { yaml = TICKETS, mailboxes = [ops, internal] } = {}) {
  const { freescout, github, asked } = listing(lists)
  const { items: tasks } = await findTasks(fakeWorld({ freescout, github, yaml }), mailboxes)
  return {
    asked,
    found: tasks.map(task =>
      task.kind === 'ticket'
        ? `ticket ${task.id} ${task.reason}${task.thorough ? ', thoroughly' : ''}`
        : `issue ${task.ref.number} ${task.reason}`,
    ),
  }
}

/** Every list has these tickets. */
const all = (tickets: Ticket[]) => () => tickets
/** Issues by the label in the query; none of them changed lately. */
const labelled =
  (issues: Record<string, Issue[]>) =>
  ({ label = '', updatedSince }: IssueQuery) =>
    updatedSince ? [] : (issues[label] ?? [])

describe('The lists that a sweep reads', () => {
  it('A sweep lists tagged and recently changed tickets, tickets from issues, and labelled issues', async () => {
    const { asked } = await tasksIn({}, { yaml: `${TICKETS}criteria: { tags: [bug] }\nsweep: { since: 7d }` })
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
        `comments ${HOME} 2026-11-21T11:45:00Z`,
      ].toSorted(),
    )
  })

  it('A sweep lists no tickets of mailboxes that are not watched', async () => {
    const { asked } = await tasksIn({}, { mailboxes: [internal] })
    expect(asked.filter(question => question.startsWith('tickets'))).toEqual([
      'tickets {"tag":"_from_github"}',
    ])
  })

  it('A sweep without tickets for issues lists neither such tickets nor issues that need one', async () => {
    const { asked } = await tasksIn({}, { yaml: 'labels: {}' })
    expect(asked.join('\n')).not.toContain('_from_github')
    expect(asked.filter(question => question.startsWith('issues'))).toHaveLength(2)
  })
})

describe('The tasks that a sweep finds', () => {
  it('A sweep finds a ticket that needs something once, and new tickets first', async () => {
    const tickets = [ticketOf({ id: 12 }), linkedTo(issueUrl(7), { id: 13 }), ticketOf({ id: 14 })]
    const { found } = await tasksIn({ tickets: all(tickets) })
    expect(found).toEqual([
      'ticket 14 should have an issue and has none',
      'ticket 12 should have an issue and has none',
    ])
  })

  it('A sweep names a ticket by the number that its list shows', async () => {
    const { freescout, github } = listing({ tickets: all([ticketOf({ id: 12, number: 1042 })]) })
    const {
      items: [task],
    } = await findTasks(fakeWorld({ freescout, github, yaml: TICKETS }), [ops])
    expect(task).toMatchObject({ kind: 'ticket', id: 12, number: 1042 })
  })

  it('A sweep finds a closing that no comment announces', async () => {
    const ticket = linkedTo(issueUrl(7), { status: 'closed', closedAt: '2026-11-22T10:00:00Z' })
    const { found } = await tasksIn({ tickets: all([ticket]) })
    expect(found).toEqual(['ticket 12 was closed and no comment on its issue says so'])
  })

  it('A sweep prefers the reason that a link is incomplete to an unannounced closing', async () => {
    const closed = { status: 'closed', closedAt: '2026-11-22T10:00:00Z', tags: ['bug'] }
    const { found } = await tasksIn({ tickets: all([linkedTo(issueUrl(7), closed)]) })
    expect(found).toEqual(['ticket 12 has a link that is not complete'])
  })

  it('A sweep finds an issue whose label asks for a ticket and that no ticket names', async () => {
    const issues = labelled({
      regression: [
        issueOf({ number: 1, labels: ['regression'] }),
        issueOf({ number: 2, labels: ['regression', 'FreeScout-Linked'] }),
        issueOf({ number: 3, labels: ['regression'] }),
      ],
    })
    const named = linkedTo(issueUrl(3, HOME.toUpperCase()))
    const { found } = await tasksIn({ tickets: all([named]), issues })
    expect(found).toEqual(['issue 1 is labelled regression and has no ticket'])
  })

  it('A sweep finds an issue that changed lately once, after the tickets', async () => {
    const changed = issueOf({
      ...{ number: 5, labels: ['regression', 'freescout-linked'] },
      ...({ state: 'closed', closedAt: '2026-11-22T11:00:00Z' } as const),
    })
    const { found } = await tasksIn({
      tickets: all([ticketOf()]),
      issues: ({ updatedSince }) => (updatedSince ? [changed] : []),
    })
    expect(found).toEqual(['ticket 12 should have an issue and has none', 'issue 5 was closed lately'])
  })
})

describe('A ticket with two issues', () => {
  const pair = [
    ownIssue({ number: 2, createdAt: '2026-11-22T10:00:03Z' }),
    ownIssue({ number: 1, createdAt: '2026-11-22T10:00:00Z' }),
  ]
  const issues = (found: Issue[]) => labelled({ 'freescout-linked': found })
  const withClosedDuplicate = pair.map(issue =>
    issue.number === 2 ? ({ ...issue, state: 'closed', stateReason: 'duplicate' } as const) : issue,
  )

  it('A ticket with two open issues is looked at thoroughly, whether it is listed or not', async () => {
    const task = 'ticket 12 has more than one issue, thoroughly'
    expect((await tasksIn({ issues: issues(pair) })).found).toEqual([task])
    expect((await tasksIn({ issues: issues(pair), tickets: all([ticketOf()]) })).found).toEqual([task])
  })

  it('A ticket that names a closed duplicate instead of its issue is looked at thoroughly', async () => {
    const tickets = all([linkedTo(issueUrl(2))])
    const { found } = await tasksIn({ issues: issues(withClosedDuplicate), tickets })
    expect(found).toEqual(['ticket 12 has more than one issue, thoroughly'])
  })

  it('A ticket with a closed duplicate is left alone when it names the other issue or is not listed', async () => {
    const tickets = all([linkedTo(issueUrl(1))])
    expect((await tasksIn({ issues: issues(withClosedDuplicate), tickets })).found).toEqual([])
    expect((await tasksIn({ issues: issues(withClosedDuplicate) })).found).toEqual([])
  })
})

describe('Comments and notes that no run relayed', () => {
  const ada = { login: 'ada', association: 'MEMBER' }
  const at = '2026-11-22T11:00:00Z'
  const waiting = { body: '/support Fixed.', author: ada, createdAt: at, updatedAt: at }
  const found = async (comment: object) =>
    (await tasksIn({ comments: () => [{ ...waiting, ...comment }] })).found

  it('A sweep looks at the issue of a comment that was not relayed', async () => {
    expect(await found({})).toEqual(['issue 7 has a comment for its tickets that was not relayed'])
  })

  it.each<[string, object]>([
    ['was relayed', { reactions: ['eyes'] }],
    ['is on an issue without a ticket', { reactions: ['confused'] }],
    ['is by a stranger', { author: { login: 'mallory', association: 'NONE' } }],
    ['is on a pull request', { isOnPullRequest: true }],
    ['was edited', { updatedAt: '2026-11-22T11:05:00Z' }],
    ['is older than a day', { createdAt: '2026-11-21T11:00:00Z', updatedAt: '2026-11-21T11:00:00Z' }],
    ['begins with a longer word', { body: '/supporters' }],
  ])('A sweep leaves the issue of a comment alone that %s', async (_, comment) => {
    expect(await found(comment)).toEqual([])
  })

  const noted = (more: Partial<Ticket> = {}) =>
    linkedTo(issueUrl(7), { preview: '/github Hello', updatedAt: at, ...more })
  const relayed = (createdAt: string) => ({
    body: `Note\n\n${relayMark({ ticketId: 12, threadId: 55 })}`,
    author: ada,
    createdAt,
  })

  it('A sweep looks at a linked ticket whose newest note was not relayed', async () => {
    const reason = 'ticket 12 has a note for its issue that may not be relayed'
    expect((await tasksIn({ tickets: all([noted()]) })).found).toEqual([reason])
    const earlier = () => [relayed('2026-11-22T10:00:00Z')]
    expect((await tasksIn({ tickets: all([noted()]), comments: earlier })).found).toEqual([reason])
  })

  it.each<[string, Partial<Ticket>]>([
    ['was relayed since', {}],
    ['is older than a day', { updatedAt: '2026-11-21T11:00:00Z' }],
    ['begins with a longer word', { preview: '/githubber' }],
    ['is on a ticket without a link', { fields: [], tags: ['auto-linked'] }],
    ['is on a spam ticket', { status: 'spam' }],
  ])('A sweep leaves a ticket alone whose newest note %s', async (what, ticket) => {
    const comments = () => (what === 'was relayed since' ? [relayed('2026-11-22T11:01:00Z')] : [])
    expect((await tasksIn({ tickets: all([noted(ticket)]), comments })).found).toEqual([])
  })

  it('A sweep reads one list of comments for closings, comments and notes', async () => {
    const closedAt = '2026-11-20T11:00:00Z'
    const tickets = [noted(), linkedTo(issueUrl(7), { id: 13, status: 'closed', closedAt })]
    const { asked, found } = await tasksIn({ tickets: all(tickets), comments: () => [waiting] })
    expect(asked.filter(question => question.startsWith('comments'))).toEqual([
      `comments ${HOME} 2026-11-20T10:45:00Z`,
    ])
    expect(found).toEqual([
      'ticket 13 was closed and no comment on its issue says so',
      'ticket 12 has a note for its issue that may not be relayed',
      'issue 7 has a comment for its tickets that was not relayed',
    ])
  })

  it('A sweep lists no comments when nothing is relayed', async () => {
    const yaml = `${TICKETS}relay: { to-tickets: off, to-issue: off }`
    const { asked } = await tasksIn({ tickets: all([noted()]), comments: () => [waiting] }, { yaml })
    expect(asked.filter(question => question.startsWith('comments'))).toEqual([])
  })
})
