import { describe, expect, it } from 'vitest'
import {
  linkedTicketIds,
  originTicketId,
  readLinkedTickets,
  readLinkedTicketUrls,
} from '../../../src/link/linked-tickets.ts'
import { writeBlock } from '../../../src/link/ticket-link.ts'
import { issueMarker } from '../../../src/marks.ts'
import type { Author, Comment, Ticket } from '../../../src/model.ts'
import { ticketLinkComment } from '../../../src/render/comment.ts'
import { ENGLISH } from '../../../src/texts/english.ts'
import { fakeWorld } from '../../support/fake-world.ts'
import {
  ada,
  HOME,
  internal,
  issueOf,
  issueUrl,
  ourNote,
  ownIssue,
  TICKET_URL,
  ticketOf,
} from '../../support/observed-ticket.ts'

const bot: Author = { login: 'github-actions[bot]', association: 'NONE' }
const stranger: Author = { login: 'mallory', association: 'NONE' }
const page = (id: number | string, host = 'tickets.example.org') => `https://${host}/conversation/${id}`

function commentBy(author: Author, body: string): Comment {
  const at = '2026-11-22T12:02:00Z'
  return { id: 1, body, author, url: '', createdAt: at, updatedAt: at, reactions: [] }
}

describe('The ticket that an issue was made from', () => {
  it('is told by the marker of somebody trusted', async () => {
    expect(await originTicketId(ownIssue(), fakeWorld())).toBe(12)
    expect(await originTicketId(ownIssue({ author: bot }), fakeWorld())).toBe(12)
    expect(
      await originTicketId(ownIssue({ author: { login: 'raxx-bot', association: 'NONE' } }), fakeWorld()),
    ).toBe(12)
  })

  it('is not told by a stranger’s marker', async () => {
    expect(await originTicketId(ownIssue({ author: stranger }), fakeWorld())).toBeUndefined()
  })

  it.each([
    ['no marker', 'Seen in production.'],
    ['another FreeScout', issueMarker({ id: 12, url: page(12, 'evil.example') })],
    ['a URL that is no ticket’s', issueMarker({ id: 12, url: 'https://tickets.example.org/mailbox/1' })],
    ['an id that is too long', issueMarker({ id: 12, url: page('9999999999999999') })],
    ['an id with a zero before it', issueMarker({ id: 12, url: page('012') })],
  ])('is unknown with %s', async (_, body) => {
    expect(await originTicketId(issueOf({ body }), fakeWorld())).toBeUndefined()
  })

  it('is not asked for a stranger’s trust when there is no marker', async () => {
    const world = fakeWorld({ isTrusted: () => Promise.reject(new Error('Nobody should ask.')) })
    expect(await originTicketId(issueOf(), world)).toBeUndefined()
  })
})

describe('The tickets that comments tell of', () => {
  const sentinel = (url: string) => ticketLinkComment(url, ENGLISH)

  it('are those in sentinels by trusted authors, on this FreeScout', async () => {
    const comments = [
      commentBy(bot, sentinel(page(12))),
      commentBy(stranger, sentinel(page(13))),
      commentBy({ login: 'octo-dev', association: 'MEMBER' }, sentinel(page(14))),
      commentBy(bot, sentinel(page(15, 'evil.example'))),
      commentBy(bot, `As said:\n\n> ${sentinel(page(16)).replaceAll('\n', '\n> ')}`),
      commentBy(bot, 'Any news?'),
    ]
    expect(await readLinkedTicketUrls(comments, fakeWorld())).toEqual([page(12), page(14)])
  })

  it('are none without comments', async () => {
    expect(await readLinkedTicketUrls([], fakeWorld())).toEqual([])
  })
})

describe('The tickets that an issue names', () => {
  it('are the one it was made from and those that it was told of, each once', async () => {
    expect(linkedTicketIds(12, [page(13), page(12), page(13)], fakeWorld())).toEqual([12, 13])
  })

  it('are none when it was filed by hand and told of none', async () => {
    expect(linkedTicketIds(undefined, [], fakeWorld())).toEqual([])
  })
})

describe('Of the tickets that are read', () => {
  const holding = (value: string, more: Partial<Ticket> = {}) =>
    ticketOf({ fields: [{ id: 3, name: 'github_issue_url', value, text: '' }], ...more })

  /** What is read of ticket 12 when it is like this (`undefined`: it is gone). */
  async function read(ticket: Ticket | undefined) {
    const world = fakeWorld({
      freescout: { ticket: async () => ticket && { ticket, at: new Date() } },
      github: {
        issue: async ({ number }) =>
          number === 9 ? { gone: 'transferred', to: issueOf() } : issueOf({ number }),
      },
    })
    return readLinkedTickets([12], { issue: issueOf(), world })
  }

  it('those are linked whose field names this issue', async () => {
    expect(await read(holding(issueUrl(7)))).toMatchObject([
      { ticket: { id: 12 }, url: TICKET_URL, isCreatedFromIssue: false, link: { inField: { number: 7 } } },
    ])
  })

  it('those are, too, whose newest note names it, where there is no field', async () => {
    const moved = ticketOf({ mailboxId: internal.id, fields: [], threads: [ourNote(7)] })
    expect(await read(moved)).toHaveLength(1)
  })

  it('those are, too, whose issue was transferred and is this one now', async () => {
    expect(await read(holding(issueUrl(9)))).toMatchObject([{ movedFrom: { repository: HOME, number: 9 } }])
  })

  it.each([
    ['one that names another issue', holding(issueUrl(8))],
    [
      'one that names another issue, though an old note names this',
      holding(issueUrl(8), { threads: [ourNote(7)] }),
    ],
    ['one that names nothing', holding('')],
    ['one that must not be linked', holding('none', { threads: [ourNote(7)] })],
    ['one that is gone', undefined],
  ])('%s is left out', async (_, ticket) => {
    expect(await read(ticket)).toEqual([])
  })

  it.each([
    ['a draft', { state: 'draft' }],
    ['a deleted one', { state: 'deleted' }],
    ['spam', { status: 'spam' }],
  ])('%s is there, so that it can be named, but nothing may be written to it', async (_, more) => {
    const [linked] = await read(holding(issueUrl(7), more))
    expect(linked && writeBlock(linked.ticket)).toMatch(/^ticket-(not-published|is-spam)$/)
  })

  it('one that was made for this issue says so', async () => {
    const born = { subject: `[${HOME}#7] Orders`, createdBy: ada, source: { type: 'api', via: 'user' } }
    expect(await read(holding(issueUrl(7), born))).toMatchObject([{ isCreatedFromIssue: true }])
  })

  it('one whose issue is in a repository that nobody listed is linked to that very issue', async () => {
    const elsewhere = issueOf({ repository: 'raxx-app/transferred' })
    const ticket = holding(elsewhere.url)
    const world = fakeWorld({ freescout: { ticket: async () => ({ ticket, at: new Date() }) } })
    expect(await readLinkedTickets([12], { issue: elsewhere, world })).toHaveLength(1)
  })
})
