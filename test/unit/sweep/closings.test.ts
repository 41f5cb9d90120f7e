import { describe, expect, it } from 'vitest'
import { linkOf } from '../../../src/link/ticket-link.ts'
import { announcement } from '../../../src/marks.ts'
import type { Comment, Ticket } from '../../../src/model.ts'
import { recentClosing, unannouncedClosings } from '../../../src/sweep/closings.ts'
import { linkedTo, listing } from '../../support/fake-lists.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { HOME, issueUrl, TICKET_URL } from '../../support/observed-ticket.ts'

/** The clock of the world stands at noon of the 22nd. */
const AT = '2026-11-22T10:00:00Z'
const EARLIER = '2026-11-21T10:00:00Z'
const bot = { login: 'github-actions[bot]', association: 'NONE' }
const stranger = { login: 'mallory', association: 'NONE' }

const closed = (more: Partial<Ticket> = {}) =>
  linkedTo(issueUrl(7), { status: 'closed', closedAt: AT, ...more })
const reopened = (more: Partial<Ticket> = {}) => closed({ status: 'active', ...more })

function told(kind: 'resolved' | 'reopened', { at = AT, ticketUrl = TICKET_URL, author = bot } = {}) {
  return { body: announcement({ kind, at, ticketUrl }), author }
}

async function untold(tickets: Ticket[], comments: Pick<Comment, 'body' | 'author'>[] = [], yaml = '') {
  const { github, asked } = listing({ comments: repository => (repository === HOME ? comments : []) })
  const world = fakeWorld({ github, yaml })
  const closings = tickets
    .map(ticket => recentClosing(ticket, linkOf(ticket, world), world))
    .filter(closing => closing !== undefined)
  const found = await unannouncedClosings(closings, world)
  return { found: [...found], asked }
}

const CLOSED = 'was closed and the issue was not told'
const REOPENED = 'was reopened and the issue was not told'

describe('A closing is untold', () => {
  const cases: [string, Ticket, ReturnType<typeof told>[], string][] = [
    ['without a word on the issue', closed(), [], CLOSED],
    ['when only an earlier closing was told', closed(), [told('resolved', { at: EARLIER })], CLOSED],
    ['when another ticket’s was told', closed(), [told('resolved', { ticketUrl: `${TICKET_URL}3` })], CLOSED],
    ['when a stranger told it', closed(), [told('resolved', { author: stranger })], CLOSED],
    ['when it was told, and reopened since without a word', reopened(), [told('resolved')], REOPENED],
  ]
  it.each(cases)('%s', async (_, ticket, comments, why) => {
    expect((await untold([ticket], comments)).found).toEqual([[12, why]])
  })
})

describe('Nothing is left to tell', () => {
  const cases: [string, Ticket, ReturnType<typeof told>[]][] = [
    ['of a closing that was told', closed(), [told('resolved')]],
    ['of a reopening that was told', reopened(), [told('resolved'), told('reopened')]],
    ['of a reopening when the closing was not told either', reopened(), []],
    ['of a ticket that was never closed', linkedTo(issueUrl(7)), []],
    ['of a closing before the sweep’s period', closed({ closedAt: '2026-10-01T10:00:00Z' }), []],
    ['of a ticket that was deleted', closed({ state: 'deleted' }), []],
    ['of a ticket without a link', linkedTo('', { status: 'closed', closedAt: AT }), []],
  ]
  it.each(cases)('%s', async (_, ticket, comments) => {
    expect((await untold([ticket], comments)).found).toEqual([])
  })

  it('when nobody wants to know, and then nobody is asked', async () => {
    const { found, asked } = await untold([closed()], [], 'issue: { on-ticket-closed: nothing }')
    expect([found, asked]).toEqual([[], []])
  })
})

describe('The comments', () => {
  it('are listed once per repository, since the oldest closing and a little before', async () => {
    const elsewhere = 'https://github.com/raxx-app/billing/issues/1'
    const tickets = [
      closed({ id: 11 }),
      closed({ id: 12, closedAt: EARLIER }),
      closed({ id: 13, fields: [{ id: 3, name: 'github_issue_url', value: elsewhere, text: '' }] }),
    ]
    const { found, asked } = await untold(tickets, [], 'issue: { allowed: [raxx-app/billing] }')
    expect(found.map(([id]) => id)).toEqual([11, 12, 13])
    expect(asked).toEqual([
      `comments ${HOME} 2026-11-21T09:45:00Z`,
      'comments raxx-app/billing 2026-11-21T09:45:00Z',
    ])
  })

  it('are read to the last page', async () => {
    const noise = { body: 'Any news?', author: stranger }
    expect((await untold([closed()], [noise, noise, noise, noise, told('resolved')])).found).toEqual([])
  })

  it('are not listed when no ticket was closed', async () => {
    expect((await untold([linkedTo(issueUrl(7))])).asked).toEqual([])
  })
})
