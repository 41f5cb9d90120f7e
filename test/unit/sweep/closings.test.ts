import { describe, expect, it } from 'vitest'
import { linkOf } from '../../../src/link/ticket-link.ts'
import type { Comment, Person, Ticket } from '../../../src/model.ts'
import { announcementComment } from '../../../src/render/comment.ts'
import { recentClosing, unannouncedClosings } from '../../../src/sweep/closings.ts'
import { readComments } from '../../../src/sweep/comments.ts'
import { ENGLISH } from '../../../src/texts/english.ts'
import { linkedTo, listing } from '../../support/fake-lists.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import { HOME, issueUrl, TICKET_URL } from '../../support/observed-ticket.ts'

/** The world's clock shows noon of the 22nd. */
const AT = '2026-11-22T10:00:00Z'
const EARLIER = '2026-11-21T10:00:00Z'
const bot = { login: 'github-actions[bot]', association: 'NONE' }
const stranger = { login: 'mallory', association: 'NONE' }

const closed = (more: Partial<Ticket> = {}) =>
  linkedTo(issueUrl(7), { status: 'closed', closedAt: AT, ...more })
const reopened = (more: Partial<Ticket> = {}) => closed({ status: 'active', ...more })

function commentOn(kind: 'resolved' | 'reopened', { at = AT, ticketUrl = TICKET_URL, author = bot } = {}) {
  return { body: announcementComment({ kind, at, ticketUrl }, ENGLISH), author }
}

async function unannounced(tickets: Ticket[], comments: Pick<Comment, 'body' | 'author'>[] = [], yaml = '') {
  const { github, asked } = listing({ comments: repository => (repository === HOME ? comments : []) })
  const world = fakeWorld({ github, yaml: `relay: { to-tickets: off }\n${yaml}` })
  const closings = tickets
    .map(ticket => recentClosing(ticket, linkOf(ticket, world), world))
    .filter(closing => closing !== undefined)
  const { announced, unread } = await readComments({ closings, notes: [] }, world)
  const found = unannouncedClosings(closings, { announced, unread, freescout: world.freescout })
  return { found: [...found], asked }
}

const CLOSED = 'was closed and no comment on its issue says so'
const REOPENED = 'was reopened and no comment on its issue says so'

describe('A ticket that a run closed with its issue', () => {
  const user: Person = { id: 1, type: 'user', firstName: 'Bot', lastName: null, email: 'bot@raxx.app' }
  const option = (value: string) =>
    `ticket: { mailbox: ops@raxx.app, customer: github@raxx.app, on-issue-closed: ${value} }`

  it('needs no comment, and the sweep reads nothing because of it', async () => {
    const { found, asked } = await unannounced([closed({ closedBy: user })], [], option('note-and-close'))
    expect({ found, asked }).toEqual({ found: [], asked: [] })
  })

  it.each<[string, Person | null, string]>([
    ['an agent closed it', { ...user, id: 2, email: 'ada@raxx.app' }, 'note-and-close'],
    ['a customer with the same id closed it', { ...user, type: 'customer' }, 'note-and-close'],
    ['nobody knows who closed it', null, 'note-and-close'],
    ['the signing user closed it by hand, because runs close none', user, 'note'],
  ])('is none when %s: the issue gets its comment', async (_, closedBy, value) => {
    const { found } = await unannounced([closed({ closedBy })], [], option(value))
    expect(found).toEqual([[12, CLOSED]])
  })
})

describe('A closing that needs a comment', () => {
  const cases: [string, Ticket, ReturnType<typeof commentOn>[], string][] = [
    ['no comment says so', closed(), [], CLOSED],
    ['comments announce an earlier closing only', closed(), [commentOn('resolved', { at: EARLIER })], CLOSED],
    [
      'a comment announces another ticket’s closing',
      closed(),
      [commentOn('resolved', { ticketUrl: `${TICKET_URL}3` })],
      CLOSED,
    ],
    [
      'the comment about it is by a stranger',
      closed(),
      [commentOn('resolved', { author: stranger })],
      CLOSED,
    ],
    [
      'a comment announces the closing, but not the reopening since',
      reopened(),
      [commentOn('resolved')],
      REOPENED,
    ],
  ]
  it.each(cases)('A closing needs a comment when %s', async (_, ticket, comments, why) => {
    expect((await unannounced([ticket], comments)).found).toEqual([[12, why]])
  })
})

describe('A closing that needs no comment', () => {
  const cases: [string, Ticket, ReturnType<typeof commentOn>[]][] = [
    ['a closing that a comment announces', closed(), [commentOn('resolved')]],
    ['a reopening that a comment announces', reopened(), [commentOn('resolved'), commentOn('reopened')]],
    ['a reopening after an unannounced closing', reopened(), []],
    ['a ticket that was never closed', linkedTo(issueUrl(7)), []],
    ['a closing before the sweep’s period', closed({ closedAt: '2026-10-01T10:00:00Z' }), []],
    ['a closed ticket that became spam', closed({ status: 'spam' }), [commentOn('resolved')]],
    ['a ticket that was deleted', closed({ state: 'deleted' }), []],
    ['a ticket without a link', linkedTo('', { status: 'closed', closedAt: AT }), []],
  ]
  it.each(cases)('No comment is needed for %s', async (_, ticket, comments) => {
    expect((await unannounced([ticket], comments)).found).toEqual([])
  })

  it('No comment is needed, and none is read, when the configuration announces no closings', async () => {
    const { found, asked } = await unannounced([closed()], [], 'issue: { on-ticket-closed: nothing }')
    expect([found, asked]).toEqual([[], []])
  })
})

describe('The comments that a sweep reads', () => {
  it('A sweep lists a repository’s comments once, from shortly before the oldest closing', async () => {
    const elsewhere = 'https://github.com/raxx-app/billing/issues/1'
    const tickets = [
      closed({ id: 11 }),
      closed({ id: 12, closedAt: EARLIER }),
      closed({ id: 13, fields: [{ id: 3, name: 'github_issue_url', value: elsewhere, text: '' }] }),
    ]
    const { found, asked } = await unannounced(tickets, [], 'issue: { allowed: [raxx-app/billing] }')
    expect(found.map(([id]) => id)).toEqual([11, 12, 13])
    expect(asked).toEqual([
      `comments ${HOME} 2026-11-21T09:45:00Z`,
      'comments raxx-app/billing 2026-11-22T09:45:00Z',
    ])
  })

  it('A sweep reads comments to the last page', async () => {
    const noise = { body: 'Any news?', author: stranger }
    expect(
      (await unannounced([closed()], [noise, noise, noise, noise, commentOn('resolved')])).found,
    ).toEqual([])
  })

  it('A sweep lists no comments when no ticket was closed', async () => {
    expect((await unannounced([linkedTo(issueUrl(7))])).asked).toEqual([])
  })
})
