import { describe, expect, it } from 'vitest'
import { linkOf } from '../../../src/link/ticket-link.ts'
import type { Mailbox, Ticket } from '../../../src/model.ts'
import { reasonToLook } from '../../../src/sweep/reason-to-look.ts'
import { linkedTo } from '../../support/fake-lists.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { ada, HOME, internal, issueUrl, ops, ticketOf } from '../../support/observed-ticket.ts'

const holding = (value: string, more: Partial<Ticket> = {}) => linkedTo(value, more)
const born = {
  subject: `[${HOME}#7] Orders are rejected`,
  createdBy: ada,
  source: { type: 'api', via: 'user' },
}

function need(ticket: Ticket, mailbox: Mailbox | undefined = ops): string | undefined {
  const world = fakeWorld()
  const listed = { ...ticket, threads: [] }
  return reasonToLook(listed, { link: linkOf(listed, world), mailbox, world })
}

describe('A listed ticket has to be looked at', () => {
  const cases: [string, string, Ticket, Mailbox?][] = [
    ['it is tagged and has no issue', 'should have an issue and has none', ticketOf()],
    ['it is pending and has none', 'should have an issue and has none', ticketOf({ status: 'pending' })],
    ['its link was made by hand', 'has a link that is not complete', holding(issueUrl(7), { tags: [] })],
    [
      'its link was made by hand where nobody watches',
      'has a link that is not complete',
      holding(issueUrl(7), { tags: [] }),
      internal,
    ],
    [
      'its link is half-made and it is closed',
      'has a link that is not complete',
      holding(issueUrl(7), { tags: ['bug'], status: 'closed' }),
    ],
    ['it was moved, and lost its link', 'was linked and has an empty field', holding('')],
    [
      'it was made from an issue and lacks its tag',
      'was made from an issue and is not finished',
      holding(issueUrl(7), { ...born, tags: [] }),
    ],
  ]
  it.each(cases)('when %s', (_, why, ticket, mailbox = ops) => {
    expect(need(ticket, mailbox)).toBe(why)
  })
})

describe('A listed ticket is passed by', () => {
  const cases: [string, Ticket, Mailbox?][] = [
    ['it is linked and complete', holding(issueUrl(7))],
    ['it is linked, complete and closed', holding(issueUrl(7), { status: 'closed' })],
    ['it has no trigger tag', ticketOf({ tags: ['question'] })],
    ['it is closed: an old ticket becomes no issue by a sweep', ticketOf({ status: 'closed' })],
    ['it is spam', ticketOf({ status: 'spam' })],
    ['it is a draft', ticketOf({ state: 'draft' })],
    ['it was deleted, linked or not', holding(issueUrl(7), { state: 'deleted', tags: [] })],
    ['its mailbox is not watched', ticketOf(), internal],
    ['its field says "none"', holding('none', { tags: ['bug'] })],
    ['its field names a stranger’s repository', holding('https://github.com/evil/x/issues/1', { tags: [] })],
    ['it was linked, and its mailbox has no field', ticketOf({ tags: ['auto-linked'], fields: [] })],
    ['it came from GitHub', ticketOf({ tags: ['bug', '_from_github'] })],
    ['it was made from an issue and is finished', holding(issueUrl(7), { ...born, tags: ['_from_github'] })],
  ]
  it.each(cases)('when %s', (_, ticket, mailbox = ops) => {
    expect(need(ticket, mailbox)).toBeUndefined()
  })

  it('when its mailbox is not known', () => {
    const [ticket, world] = [ticketOf(), fakeWorld()]
    expect(reasonToLook(ticket, { link: linkOf(ticket, world), mailbox: undefined, world })).toBeUndefined()
  })
})
