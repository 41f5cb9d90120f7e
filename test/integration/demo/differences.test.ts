import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Installation, REPOSITORY, startInstallation } from '../../../demo/installation.ts'
import { differencesOf } from '../../../demo/web/differences.ts'
import { readSides, type Sides } from '../../../demo/web/sides.ts'

let installation: Installation
let sides: Sides

/** Sends webhooks and waits for runs, until nothing happens any more. */
async function settle(): Promise<void> {
  await installation.settled()
  while ((await installation.deliver()).length > 0) await installation.settled()
}

/** Ticket 1 became issue 1 and was closed and reopened; issue 2 became ticket 2; both sides wrote to each other. */
beforeAll(async () => {
  installation = await startInstallation()
  const { freescout, github } = installation
  freescout.addTicket({
    subject: 'Orders time out',
    tags: ['bug'],
    html: '<p>It hangs. Rodney Robertson</p>',
  })
  await settle()
  freescout.closeTicket(1)
  await settle()
  freescout.reopenTicket(1)
  await settle()
  freescout.agentNote(1, '<p>/github Which build?</p>')
  await settle()
  github.label(REPOSITORY, 1, 'customer-reported')
  github.comment(REPOSITORY, 1, '/support Build 7.')
  await settle()
  github.addIssue(REPOSITORY, { title: 'Retries hide failed payments', body: 'Found in the logs.' })
  github.label(REPOSITORY, 2, 'customer-reported')
  await settle()
  github.label(REPOSITORY, 2, 'needs-customer-confirm')
  github.closeIssue(REPOSITORY, 2, 'completed')
  await settle()
  freescout.closeTicket(2)
  await settle()
  sides = readSides(installation)
}, 60_000)
afterAll(() => installation?.close())

it('after people did everything that the page offers, nothing is missing, doubled or leaked', () => {
  expect(sides.issues).toHaveLength(2)
  expect(sides.tickets).toHaveLength(2)
  expect(differencesOf(sides)).toEqual({ missing: [], doubled: [], leaked: [] })
})

/** Removes the notes of a ticket that hold this text. */
function dropNote({ tickets }: Sides, id: number, text: string): void {
  const ticket = tickets.find(ticket => ticket.id === id)
  if (!ticket) throw new Error(`There is no ticket ${id}.`)
  const kept = ticket.threads.filter(({ body }) => !body?.includes(text))
  if (kept.length === ticket.threads.length) throw new Error(`No note of ticket ${id} holds ${text}.`)
  ticket.threads = kept
}

/** Removes the comments of an issue that hold this text. */
function dropComment({ issues }: Sides, number: number, text: string): void {
  const issue = issues.find(issue => issue.number === number)
  const kept = issue?.comments.filter(({ body }) => !body.includes(text)) ?? []
  if (!issue || kept.length === issue.comments.length) throw new Error(`No comment holds ${text}.`)
  issue.comments = kept
}

const first = <Item>(items: Item[]): Item => {
  const [item] = items
  if (!item) throw new Error('There is none.')
  return item
}
/** The key of the note about a label that somebody put on an issue. */
function keyOf(number: number, name: string): string {
  const issue = sides.issues.find(issue => issue.number === number)
  return `labeled:${issue?.events.find(({ event, label }) => event === 'labeled' && label?.name === name)?.id}`
}

/** Each promise of the verdict, how it is broken, and what the page then says. */
const BROKEN: [says: string, harm: (sides: Sides) => void][] = [
  [
    'ticket #1000 has no issue yet',
    sides => {
      sides.issues = sides.issues.filter(({ number }) => number !== 1)
    },
  ],
  [
    'issue #2 has no ticket yet',
    sides => {
      sides.tickets = sides.tickets.filter(({ id }) => id !== 2)
      Object.assign(first(sides.issues.filter(({ number }) => number === 2)), { state: 'open' })
    },
  ],
  [
    'the field of ticket #1000 does not hold issue #1',
    sides => Object.assign(first(sides.tickets), { issueUrl: '' }),
  ],
  [
    'ticket #1000 has no note about issue #1',
    ({ tickets }) => Object.assign(first(tickets), { threads: first(tickets).threads.slice(0, 1) }),
  ],
  ['issue #1 does not name ticket #1000', ({ issues }) => Object.assign(first(issues), { body: 'edited' })],
  ['issue #2 does not name ticket #1001', sides => dropComment(sides, 2, 'FreeScout ticket:')],
  [
    'ticket #1000 lacks the tag auto-linked',
    ({ tickets }) => Object.assign(first(tickets), { tags: ['bug'] }),
  ],
  [
    'issue #1 lacks the label freescout-linked',
    ({ issues }) => Object.assign(first(issues), { labels: ['bug'] }),
  ],
  ['issue #2 has no comment that ticket #1001 was closed', sides => dropComment(sides, 2, 'ticket resolved')],
  [
    'issue #1 has no comment that ticket #1000 was reopened',
    sides => dropComment(sides, 1, 'ticket reopened'),
  ],
  [
    'ticket #1000 has no note that issue #1 was labelled customer-reported',
    sides => dropNote(sides, 1, keyOf(1, 'customer-reported')),
  ],
  [
    'ticket #1001 has no note that issue #2 was labelled needs-customer-confirm',
    sides => dropNote(sides, 2, keyOf(2, 'needs-customer-confirm')),
  ],
  ['ticket #1001 has no note that issue #2 was closed', sides => dropNote(sides, 2, 'key=closed:')],
  [
    'ticket #1001 has no note that issue #2 was reopened',
    ({ issues }) => Object.assign(first(issues.slice(1)), { state: 'open' }),
  ],
  [
    'ticket #1000 has no note with the comment by octo-dev on issue #1',
    sides => dropNote(sides, 1, 'key=comment:'),
  ],
  ['issue #1 has no comment with the note on ticket #1000', sides => dropComment(sides, 1, 'thread=')],
]

it.each(BROKEN)('the verdict says “%s”', (says, harm) => {
  const harmed = structuredClone(sides)
  harm(harmed)
  expect(differencesOf(harmed).missing).toContain(says)
})

const DOUBLED: [says: string, harm: (sides: Sides) => void][] = [
  [
    'ticket #1000 has 2 issues',
    ({ issues }) => issues.push({ ...first(issues), number: 3, stateReason: null }),
  ],
  [
    'issue #2 has 2 tickets',
    ({ tickets }) => tickets.push({ ...first(tickets.slice(1)), id: 3, number: 1002 }),
  ],
  [
    'ticket #1000 has the same note twice',
    ({ tickets }) =>
      first(tickets).threads.push(first(first(tickets).threads.filter(({ type }) => type === 'note'))),
  ],
  [
    'issue #1 has the same comment twice',
    ({ issues }) => first(issues).comments.push(first(first(issues).comments)),
  ],
]

it.each(DOUBLED)('the verdict says “%s”', (says, harm) => {
  const harmed = structuredClone(sides)
  harm(harmed)
  expect(differencesOf(harmed).doubled).toContain(says)
})

const LEAKED: [says: string, harm: (sides: Sides) => void][] = [
  [
    'the customer of ticket #1000 got a mail',
    ({ mails }) => mails.push({ to: 'customer', why: 'reply', ticketId: 1 }),
  ],
  [
    'issue #1 names a customer',
    ({ issues }) => Object.assign(first(issues), { body: `Rodney Robertson\n${first(issues).body}` }),
  ],
  [
    'ticket #1000 has a reply by us that is no internal note',
    ({ tickets, bot }) =>
      Object.assign(first(first(tickets).threads), { type: 'message', createdBy: { type: 'user', id: bot } }),
  ],
  [
    'a dispatch holds more than the identity of a ticket',
    ({ dispatches }) => Object.assign(first(dispatches).client_payload, { subject: 'Orders time out' }),
  ],
]

it.each(LEAKED)('the verdict says “%s”', (says, harm) => {
  const harmed = structuredClone(sides)
  harm(harmed)
  expect(differencesOf(harmed).leaked).toContain(says)
})

it('what people write twice is not the product’s double', () => {
  const harmed = structuredClone(sides)
  const [issue] = harmed.issues
  const theirs = issue?.comments.find(({ author }) => author === 'octo-dev')
  if (!issue || !theirs) throw new Error('Nobody commented.')
  issue.comments.push({ ...theirs, body: 'Thanks' }, { ...theirs, body: 'Thanks' })
  expect(differencesOf(harmed).doubled).toEqual([])
})
