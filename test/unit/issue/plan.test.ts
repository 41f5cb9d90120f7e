import { describe, expect, it } from 'vitest'
import { planIssue } from '../../../src/issue/plan.ts'
import type { IssueStep } from '../../../src/issue/steps.ts'
import {
  type ObservedIssueInput,
  observedIssue,
  TICKET_TARGET,
  ticketPage,
} from '../../support/observed-issue.ts'
import { configOf, HOME, issueUrl, SERVER } from '../../support/observed-ticket.ts'

const CLOSED_AT = '2026-11-22T14:07:23Z'
const closed = { state: 'closed', stateReason: 'completed', closedAt: CLOSED_AT } as const
const ref = { repository: HOME, number: 7, url: issueUrl(7) }

/** What follows when the label `cause` was just put on; `yaml` is the configuration beyond the mailboxes. */
function plan(
  input: ObservedIssueInput,
  { yaml = TICKET_TARGET, cause }: { yaml?: string; cause?: string } = {},
) {
  const seen = observedIssue(input, yaml)
  return planIssue(seen, { ref, trigger: { label: cause }, config: configOf(yaml), serverUrl: SERVER })
}

/** A step as a test reads it: `note 12 labeled:101`. */
function brief(step: IssueStep): string {
  switch (step.do) {
    case 'create-ticket':
      return `create ${step.keys.join()}`
    case 'set-tags':
      return `tags ${step.ticket} ${step.tags.join()}`
    case 'set-status':
      return `status ${step.ticket} ${step.status}`
    case 'add-note':
      return `note ${step.ticket} ${step.key}`
    case 'set-field':
      return `field ${step.ticket}`
    case 'comment':
      return `comment ${step.ticket}`
    case 'relay-comment':
      return `relay ${step.comment} ${step.ticket}`
    case 'react':
      return `react ${step.comment} ${step.reaction}`
  }
}

const steps = (...asked: Parameters<typeof plan>) => plan(...asked).steps.map(brief)

const reopening = TICKET_TARGET.replace(' }', ', on-issue-closed: note-and-reopen }')
const closing = TICKET_TARGET.replace(' }', ', on-issue-closed: note-and-close }')
const silent = TICKET_TARGET.replace(' }', ', on-issue-closed: nothing }')

describe('An issue without a ticket', () => {
  it('gets one when a label asks for it: ticket, tags, and, last, word to the issue', () => {
    expect(plan({ labels: { 'customer-reported': 101 } })).toEqual({
      steps: [
        { do: 'create-ticket', keys: ['labeled:101'] },
        { do: 'set-tags', ticket: 'created', tags: ['_from_github'] },
        { do: 'comment', ticket: 'created' },
      ],
      result: 'created',
      issue: expect.objectContaining({ number: 7 }),
      warnings: [],
    })
  })

  const births: [string, ObservedIssueInput, string[]][] = [
    [
      'that several labels ask for is one, with the tags of each',
      { labels: { 'customer-reported': 101, regression: 102 } },
      ['create labeled:101,labeled:102', 'tags created _from_github,bug,regression', 'comment created'],
    ],
    [
      'is told of a label, too, that asks for a note only',
      { labels: { 'customer-reported': 101, 'needs-customer-confirm': 103 } },
      ['create labeled:101,labeled:103', 'tags created _from_github', 'comment created'],
    ],
    [
      'is told of the closing of an issue that is closed already',
      { labels: { regression: 102 }, issue: closed },
      [
        `create labeled:102,closed:completed:${CLOSED_AT}`,
        'tags created _from_github,bug,regression',
        'comment created',
      ],
    ],
  ]
  it.each(births)('whose ticket %s', (_, input, expected) => {
    expect(steps(input)).toEqual(expected)
  })

  it('whose ticket is told of no closing when that is switched off', () => {
    expect(steps({ labels: { regression: 102 }, issue: closed }, { yaml: silent })[0]).toBe(
      'create labeled:102',
    )
  })

  const nothings: [string, string, ObservedIssueInput, string?][] = [
    ['it has no label', 'not-linked', {}],
    ['no label of its own is mapped', 'label-not-mapped', { labels: { docs: 100 } }, 'docs'],
    ['its only mapped label asks for a note', 'not-linked', { labels: { 'needs-customer-confirm': 103 } }],
    [
      'it was made from a ticket',
      'issue-from-ticket',
      { labels: { 'customer-reported': 101 }, isFromTicket: true },
      'customer-reported',
    ],
    [
      'it had a ticket that is gone now',
      'not-linked',
      { labels: { 'customer-reported': 101 }, namedTickets: [12] },
      'customer-reported',
    ],
    [
      'the configuration does not say where tickets are created',
      'tickets-not-configured',
      { labels: { regression: 102 }, ticketBlock: 'tickets-not-configured' },
      'regression',
    ],
    [
      'tickets may not link to its repository',
      'repository-not-linked',
      { labels: { regression: 102 }, ticketBlock: 'repository-not-linked' },
      'regression',
    ],
    ['it was closed', 'not-linked', { issue: closed }],
  ]
  it.each(nothings)('gets none when %s (%s)', (_, reason, input, cause) => {
    expect(plan(input, { ...(cause && { cause }) })).toMatchObject({ steps: [], result: 'skipped', reason })
  })

  it('because its label has no action: the reason comes with that label and those that have one', () => {
    const mapped = ['customer-reported', 'regression', 'needs-customer-confirm']
    const details = { kind: 'label', label: 'wontfix', mapped }
    expect(plan({}, { cause: 'wontfix' })).toMatchObject({ reason: 'label-not-mapped', details })
    expect(plan({ tickets: [{}] }, { cause: 'wontfix' })).toMatchObject({
      reason: 'label-not-mapped',
      details,
    })
  })

  it('because none are configured: the reason comes with the label that asks for one', () => {
    const seen = { labels: { regression: 102 }, ticketBlock: 'tickets-not-configured' as const }
    expect(plan(seen).details).toEqual({ kind: 'label', label: 'regression' })
  })

  it('that was told of one names it: people must see to that', () => {
    const { warnings } = plan({ labels: { regression: 102 }, namedTickets: [12] })
    expect(warnings).toEqual([expect.stringContaining(`${HOME}#7 was linked to ${ticketPage(12)}`)])
    expect(warnings[0]).toContain('delete the comment that names the old one')
  })

  it.each(['not-found', 'deleted', 'transferred'] as const)('and that is %s is reported', gone => {
    const asked = {
      ref,
      trigger: { label: 'regression' },
      config: configOf(TICKET_TARGET),
      serverUrl: SERVER,
    }
    expect(planIssue({ gone }, asked)).toEqual({
      steps: [],
      result: 'skipped',
      reason: 'issue-not-found',
      issue: ref,
      warnings: [],
    })
  })
})

describe('A linked ticket', () => {
  const lives: [string, ObservedIssueInput, string[]][] = [
    ['labelled for a new ticket: a note', { labels: { 'customer-reported': 101 } }, ['note 12 labeled:101']],
    [
      'labelled with tags: tags, then a note',
      { labels: { regression: 102 }, tickets: [{ tags: ['vip'] }] },
      ['tags 12 bug,regression', 'note 12 labeled:102'],
    ],
    [
      'labelled with tags that the ticket has: a note',
      { labels: { regression: 102 }, tickets: [{ tags: ['bug', 'regression'] }] },
      ['note 12 labeled:102'],
    ],
    ['labelled and told: nothing', { labels: { regression: 102 }, tickets: [{ keys: ['labeled:102'] }] }, []],
    [
      'labelled once more: told once more',
      { labels: { 'needs-customer-confirm': 104 }, tickets: [{ keys: ['labeled:103'] }] },
      ['note 12 labeled:104'],
    ],
    ['closed: a note', { issue: closed }, [`note 12 closed:completed:${CLOSED_AT}`]],
    [
      'closed as a duplicate: a note that says so',
      { issue: { ...closed, stateReason: 'duplicate' } },
      [`note 12 closed:duplicate:${CLOSED_AT}`],
    ],
    [
      'closed and told: nothing',
      { issue: closed, tickets: [{ keys: [`closed:completed:${CLOSED_AT}`] }] },
      [],
    ],
    [
      'closed again, later: told again',
      { issue: closed, tickets: [{ keys: ['closed:completed:2026-11-21T10:00:00Z'] }] },
      [`note 12 closed:completed:${CLOSED_AT}`],
    ],
    [
      'reopened after a closing that was told: a note',
      { tickets: [{ keys: [`closed:completed:${CLOSED_AT}`] }] },
      [`note 12 reopened:${CLOSED_AT}`],
    ],
    [
      'reopened and told: nothing',
      { tickets: [{ keys: [`closed:completed:${CLOSED_AT}`, `reopened:${CLOSED_AT}`] }] },
      [],
    ],
    ['reopened, and no closing was told: nothing', { issue: { stateReason: 'reopened' } }, []],
    [
      'labelled and closed: told of both',
      { labels: { 'needs-customer-confirm': 103 }, issue: closed },
      ['note 12 labeled:103', `note 12 closed:completed:${CLOSED_AT}`],
    ],
    [
      'told of all that at its birth: nothing',
      {
        labels: { regression: 102 },
        issue: closed,
        tickets: [{ keys: [`labeled:102+closed:completed:${CLOSED_AT}`] }],
      },
      [],
    ],
  ]
  it.each(lives)('whose issue was %s', (_, input, expected) => {
    expect(steps({ tickets: [{}], ...input })).toEqual(expected)
  })

  it('is told by a note: the result says so', () => {
    expect(plan({ tickets: [{}], issue: closed })).toMatchObject({ result: 'noted', warnings: [] })
  })

  it.each([
    ['nothing-to-do', 'unchanged', undefined],
    ['nothing-to-do', 'unchanged', 'regression'],
    ['label-not-mapped', 'skipped', 'docs'],
  ])('that knows everything is left alone (%s)', (reason, result, cause) => {
    const input = { tickets: [{ keys: ['labeled:102'] }], labels: { regression: 102 } }
    expect(plan(input, { ...(cause && { cause }) })).toMatchObject({ steps: [], result, reason })
  })

  it('is told on every one of them that does not know yet', () => {
    const tickets = [{ id: 12 }, { id: 13, keys: ['labeled:103'] }, { id: 14 }]
    expect(steps({ tickets, labels: { 'needs-customer-confirm': 103 } })).toEqual([
      'note 12 labeled:103',
      'note 14 labeled:103',
    ])
  })

  it('is reopened with its issue only when that was chosen, before the note that tells of it', () => {
    const input = { issue: closed, tickets: [{ status: 'closed' }] }
    const note = `note 12 closed:completed:${CLOSED_AT}`
    expect(steps(input)).toEqual([note])
    expect(steps(input, { yaml: reopening })).toEqual(['status 12 active', note])
    expect(steps({ ...input, tickets: [{}] }, { yaml: reopening })).toEqual([note])
  })

  it('is not reopened by a label', () => {
    const input = { labels: { 'needs-customer-confirm': 103 }, tickets: [{ status: 'closed' }] }
    expect(steps(input, { yaml: reopening })).toEqual(['note 12 labeled:103'])
  })

  it('hears of no closing and no reopening when that is switched off, but of labels', () => {
    const tickets = [{ keys: [`closed:completed:${CLOSED_AT}`] }]
    expect(steps({ tickets: [{}], issue: closed }, { yaml: silent })).toEqual([])
    expect(steps({ tickets }, { yaml: silent })).toEqual([])
    const input = { tickets, labels: { 'needs-customer-confirm': 103 } }
    expect(steps(input, { yaml: silent })).toEqual(['note 12 labeled:103'])
  })

  it('is told without a section "ticket" as well', () => {
    expect(steps({ tickets: [{}], issue: closed }, { yaml: '' })).toHaveLength(1)
  })
})

describe('A ticket that was made and not finished', () => {
  const half = { isCreatedFromIssue: true, keys: ['labeled:101'] }
  const labels = { 'customer-reported': 101 }

  it('gets its tags, then the issue is told', () => {
    const unfinished = plan({ labels, tickets: [half], namedTickets: [] })
    expect(unfinished.result).toBe('adopted')
    expect(unfinished.steps.map(brief)).toEqual(['tags 12 _from_github', 'comment 12'])
  })

  it('that has its tags is only told of to the issue', () => {
    expect(steps({ labels, tickets: [{ ...half, tags: ['_from_github'] }], namedTickets: [] })).toEqual([
      'comment 12',
    ])
  })

  it('hears, first, what happened since', () => {
    const input = { labels: { ...labels, 'needs-customer-confirm': 103 }, tickets: [half], namedTickets: [] }
    expect(steps(input)[0]).toBe('note 12 labeled:103')
  })

  it('and is known to the issue only lacks its tags', () => {
    expect(steps({ labels, tickets: [half] })).toEqual(['tags 12 _from_github'])
  })

  it('and has both is finished', () => {
    const tickets = [{ ...half, tags: ['_from_github'] }]
    expect(plan({ labels, tickets })).toMatchObject({ steps: [], reason: 'nothing-to-do' })
  })

  it('is not mistaken for one that was linked by hand, which gets the comment and no tags', () => {
    expect(steps({ tickets: [{}], namedTickets: [] })).toEqual(['comment 12'])
  })
})

describe('An issue that was made from a ticket', () => {
  it('gets no comment that names the ticket while its marker does', () => {
    expect(steps({ tickets: [{}], namedTickets: [], originId: 12 })).toEqual([])
  })

  it('gets the comment when its marker names another ticket', () => {
    expect(steps({ tickets: [{}], namedTickets: [], originId: 13 })).toEqual(['comment 12'])
  })
})

it('The same that was seen gives the same plan, and nothing seen is changed', () => {
  const input = { labels: { regression: 102 }, tickets: [{ tags: ['vip'] }], issue: closed }
  const seen = observedIssue(input)
  const copy = structuredClone(seen)
  const asked = { ref, trigger: {}, config: configOf(TICKET_TARGET), serverUrl: SERVER }
  expect(planIssue(seen, asked)).toEqual(planIssue(seen, asked))
  expect(seen).toEqual(copy)
})

describe('With note-and-close', () => {
  const key = `closed:completed:${CLOSED_AT}`
  const cases: [string, ObservedIssueInput, string[]][] = [
    [
      'a closed issue closes its open ticket before the note',
      { issue: closed, tickets: [{}] },
      ['status 12 closed', `note 12 ${key}`],
    ],
    [
      'an issue closed as not planned closes its ticket, too',
      { issue: { ...closed, stateReason: 'not_planned' }, tickets: [{ status: 'pending' }] },
      ['status 12 closed', `note 12 closed:not_planned:${CLOSED_AT}`],
    ],
    [
      'a closed ticket only gets the note',
      { issue: closed, tickets: [{ status: 'closed' }] },
      [`note 12 ${key}`],
    ],
    [
      'an issue closed as a duplicate closes no ticket',
      { issue: { ...closed, stateReason: 'duplicate' }, tickets: [{}] },
      [`note 12 closed:duplicate:${CLOSED_AT}`],
    ],
    ['a ticket that was reopened after that stays open', { issue: closed, tickets: [{ keys: [key] }] }, []],
    [
      'a reopened issue reopens no ticket',
      { tickets: [{ status: 'closed', keys: [key] }] },
      [`note 12 reopened:${CLOSED_AT}`],
    ],
    [
      'a label closes no ticket',
      { labels: { 'needs-customer-confirm': 103 }, tickets: [{}] },
      ['note 12 labeled:103'],
    ],
  ]
  it.each(cases)('%s', (_, input, expected) => {
    expect(steps(input, { yaml: closing })).toEqual(expected)
  })
})

describe('Comments to relay', () => {
  const relay = (id: number, reactions: string[] = []) => ({
    html: '',
    comment: {
      id,
      body: '/support Fixed.',
      author: { login: 'ada', association: 'MEMBER' },
      url: '',
      createdAt: '2026-11-22T12:00:00Z',
      updatedAt: '2026-11-22T12:00:00Z',
      reactions,
    },
  })

  it('a comment goes to each ticket that lacks it, and the reaction comes last', () => {
    const tickets = [{ id: 12 }, { id: 13, keys: ['comment:5'] }, { id: 14 }]
    expect(steps({ tickets, relays: { comments: [relay(5)] } })).toEqual([
      'relay 5 12',
      'relay 5 14',
      'react 5 eyes',
    ])
  })

  it('only the reaction is left when every ticket has the comment', () => {
    const tickets = [{ keys: ['comment:5'] }]
    const plan5 = plan({ tickets, relays: { comments: [relay(5)] } })
    expect(plan5.steps.map(brief)).toEqual(['react 5 eyes'])
    expect(plan5.result).toBe('updated')
  })

  it('a comment on an issue without a ticket gets the other reaction once', () => {
    expect(steps({ relays: { comments: [relay(5), relay(6, ['confused'])] } })).toEqual(['react 5 confused'])
  })

  it('a comment on an issue whose only ticket is spam gets that reaction, too', () => {
    const spam = plan({ unreachable: [{ status: 'spam' }], relays: { comments: [relay(5)] } })
    expect(spam.steps.map(brief)).toEqual(['react 5 confused'])
    expect(spam.reason).toBe('ticket-is-spam')
  })

  it('a comment goes to the ticket that is created', () => {
    expect(steps({ labels: { regression: 101 }, relays: { comments: [relay(5)] } }).slice(-2)).toEqual([
      'relay 5 created',
      'react 5 eyes',
    ])
  })

  it('the reason says that the author of the comment is not trusted, when nothing else is to do', () => {
    const relays = { isRefused: true }
    expect(plan({ relays })).toMatchObject({ steps: [], reason: 'relay-not-trusted' })
    expect(plan({ tickets: [{}], relays })).toMatchObject({ steps: [], reason: 'relay-not-trusted' })
    expect(plan({ tickets: [{}], labels: { regression: 101 }, relays }).result).toBe('noted')
  })
})
