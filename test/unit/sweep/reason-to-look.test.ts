import { describe, expect, it } from 'vitest'
import { linkOf } from '../../../src/link/ticket-link.ts'
import type { Mailbox, Ticket } from '../../../src/model.ts'
import { reasonToLook } from '../../../src/sweep/reason-to-look.ts'
import { linkedTo } from '../../support/fake-lists.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { ada, HOME, internal, issueUrl, ops, ticketOf } from '../../support/observed-ticket.ts'

const holding = (value: string, more: Partial<Ticket> = {}) => linkedTo(value, more)
const fromIssue = {
  subject: `[${HOME}#7] Orders are rejected`,
  createdBy: ada,
  source: { type: 'api', via: 'user' },
}

function lookAt(ticket: Ticket, mailbox: Mailbox | undefined = ops, yaml = '') {
  const world = fakeWorld({ yaml })
  const listed = { ...ticket, threads: [] }
  return reasonToLook({ ticket: listed, link: linkOf(listed, world), mailbox, config: world.config })
}

function reasonFor(ticket: Ticket, mailbox?: Mailbox): string | undefined {
  const look = lookAt(ticket, mailbox)
  expect(look?.dependsOnMessages ?? false).toBe(false)
  return look?.reason
}

describe('A sweep looks at a listed ticket', () => {
  const cases: [string, string, Ticket, Mailbox?][] = [
    ['it is tagged and has no issue', 'should have an issue and has none', ticketOf()],
    ['it is pending and has none', 'should have an issue and has none', ticketOf({ status: 'pending' })],
    ['its link was made by hand', 'has a link that is not complete', holding(issueUrl(7), { tags: [] })],
    [
      'its link was made by hand in a mailbox that is not watched',
      'has a link that is not complete',
      holding(issueUrl(7), { tags: [] }),
      internal,
    ],
    [
      'its link is incomplete and it is closed',
      'has a link that is not complete',
      holding(issueUrl(7), { tags: ['bug'], status: 'closed' }),
    ],
    ['it was moved and lost its link', 'was linked and has an empty field', holding('')],
    [
      'it was created from an issue and lacks its tag',
      'was created from an issue and is not finished',
      holding(issueUrl(7), { ...fromIssue, tags: [] }),
    ],
  ]
  it.each(cases)('A sweep looks at a ticket when %s', (_, reason, ticket, mailbox = ops) => {
    expect(reasonFor(ticket, mailbox)).toBe(reason)
  })
})

describe('A sweep leaves a listed ticket alone', () => {
  const cases: [string, Ticket, Mailbox?][] = [
    ['it is linked and complete', holding(issueUrl(7))],
    ['it is linked, complete and closed', holding(issueUrl(7), { status: 'closed' })],
    ['it has no trigger tag', ticketOf({ tags: ['question'] })],
    ['it is closed, because a sweep creates no issue for an old ticket', ticketOf({ status: 'closed' })],
    ['it is spam', ticketOf({ status: 'spam' })],
    ['it is a draft', ticketOf({ state: 'draft' })],
    ['it was deleted, linked or not', holding(issueUrl(7), { state: 'deleted', tags: [] })],
    ['its mailbox is not watched', ticketOf(), internal],
    ['its field says "none"', holding('none', { tags: ['bug'] })],
    ['its field names a stranger’s repository', holding('https://github.com/evil/x/issues/1', { tags: [] })],
    ['it was linked, and its mailbox has no field', ticketOf({ tags: ['auto-linked'], fields: [] })],
    ['it came from GitHub', ticketOf({ tags: ['bug', '_from_github'] })],
    [
      'it was created from an issue and is finished',
      holding(issueUrl(7), { ...fromIssue, tags: ['_from_github'] }),
    ],
  ]
  it.each(cases)('A sweep leaves a ticket alone when %s', (_, ticket, mailbox = ops) => {
    expect(reasonFor(ticket, mailbox)).toBeUndefined()
  })

  it('A sweep leaves a ticket alone when its mailbox is not known', () => {
    const [ticket, world] = [ticketOf(), fakeWorld()]
    expect(
      reasonToLook({ ticket, link: linkOf(ticket, world), mailbox: undefined, config: world.config }),
    ).toBeUndefined()
  })
})

describe('A sweep reads the message of a listed ticket', () => {
  const untagged = ticketOf({ tags: [], subject: 'Hello' })
  const tagged = ticketOf({ subject: 'Hello' })
  const cases: [string, Ticket, string, boolean][] = [
    ['it has no trigger tag, and keywords count too', untagged, 'also', true],
    ['it is tagged, and a keyword is required', tagged, 'require', true],
    ['its subject has the keyword already', ticketOf({ subject: 'A crash' }), 'require', false],
    ['it is tagged, and keywords only count too', tagged, 'also', false],
    ['it has no trigger tag, and both are required', untagged, 'require', false],
    ['keywords are off', untagged, 'off', false],
    ['it is closed', { ...untagged, status: 'closed' }, 'also', false],
    ['it is linked', linkedTo(issueUrl(7)), 'require', false],
  ]
  it.each(cases)('A sweep reads the message of a ticket, or not, when %s', (_, ticket, mode, expected) => {
    const yaml = `criteria: { keywords: { mode: ${mode} } }\n`
    expect(lookAt(ticket, ops, yaml)?.dependsOnMessages ?? false).toBe(expected)
  })
})
