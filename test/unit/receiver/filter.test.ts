import { describe, expect, it } from 'vitest'
import { readDelivery } from '../../../receiver/delivery.ts'
import { type FilterSettings, reasonToIgnore } from '../../../receiver/filter.ts'
import { relayedCommentNote } from '../../../src/render/relay.ts'
import { GERMAN } from '../../../src/texts/german.ts'
import { conversation, ISSUE_URL, issueField } from '../../support/receiver.ts'

const CLOSED_AT = '2026-03-16T14:07:23Z'

/** Why a conversation with these changes is ignored; `undefined` when it is forwarded. */
function reason(
  event: string,
  changes: object = {},
  chosen: Partial<FilterSettings> = {},
): string | undefined {
  const read = readDelivery(new TextEncoder().encode(JSON.stringify(conversation(changes))))
  if (read.kind === 'problem') throw new Error(`The conversation was not read: ${read.problem}`)
  const settings = {
    ...{ events: null, tagEvents: null, mailboxIds: null, issueField: 'github_issue_url' },
    ...chosen,
  }
  return reasonToIgnore({ event, delivery: read.delivery, settings })
}

const linked = { customFields: issueField(ISSUE_URL) }
/** Threads as FreeScout lists them, newest first. */
const threads = (
  ...listed: { id?: number; type: string; body: string | null; action?: { type: string } }[]
) => ({
  _embedded: { threads: listed.map((thread, at) => ({ id: listed.length - at, ...thread })) },
})
const ourNote = {
  type: 'note',
  body: `[freescout-autolink] GitHub issue #42 filed: <a href="${ISSUE_URL}">${ISSUE_URL}</a>`,
}

/** The note that a comment became. */
const relayed = {
  type: 'note',
  body: relayedCommentNote(
    { issue: { repository: 'o/r', number: 42, url: ISSUE_URL, title: 'x' }, texts: GERMAN },
    { id: 5, url: `${ISSUE_URL}#issuecomment-5`, author: 'ada', html: '<p>/support Fixed.</p>' },
    '/support',
  ).html,
}

describe('Relayed comments and notes', () => {
  const command = { type: 'note', body: '<p>/github Thank you.</p>' }
  const open = { ...linked, status: 'active', closedAt: null }

  it('The note that a comment became is an echo', () => {
    expect(reason('convo.note.created', { ...open, ...threads(relayed, ourNote) })).toBe('nothing-to-do')
  })

  it('A note that is to be relayed is forwarded', () => {
    expect(reason('convo.note.created', { ...open, ...threads(command, relayed) })).toBeUndefined()
  })

  it('Our note right after a note that is to be relayed is forwarded, because the body may be of that one', () => {
    expect(reason('convo.note.created', { ...open, ...threads(relayed, command) })).toBeUndefined()
  })
})

describe('Events', () => {
  it.each(['convo.created', 'convo.status', 'convo.moved', 'convo.restored', 'convo.note.created'])(
    'The event %s is forwarded',
    event => expect(reason(event)).toBeUndefined(),
  )

  it.each(['autolink.tagged', 'other', 'convo.merged', 'customers', 'assigned'])(
    'The custom event %s is forwarded',
    event => expect(reason(event)).toBeUndefined(),
  )

  it.each([
    'customer.created',
    'customer.updated',
    'convo.deleted',
    'convo.deleted_forever',
    'convo.assigned',
  ])('The event %s is not forwarded, even for a linked ticket', event =>
    expect(reason(event, linked)).toBe('event-not-forwarded'),
  )

  it('Only the events of a list are forwarded', () => {
    const events = ['convo.assigned', 'convo.status']
    expect(reason('convo.assigned', {}, { events })).toBeUndefined()
    expect(reason('convo.status', {}, { events })).toBeUndefined()
    expect(reason('convo.created', {}, { events })).toBe('event-not-forwarded')
    expect(reason('autolink.tagged', {}, { events })).toBe('event-not-forwarded')
  })

  it('An event without a usable name is forwarded in spite of a list', () => {
    expect(reason('other', {}, { events: ['convo.status'] })).toBeUndefined()
  })

  it.each(['customer.created', 'convo.deleted'])(
    'The event %s is not forwarded even when a list has it',
    event => {
      expect(reason(event, {}, { events: [event] })).toBe('event-not-forwarded')
    },
  )
})

describe.each(['convo.agent.reply.created', 'convo.customer.reply.created'])('%s', event => {
  it.each([
    ['closed by a reply', { ...linked, status: 'closed', closedAt: CLOSED_AT }],
    ['reopened by a reply', { ...linked, status: 'active', closedAt: CLOSED_AT }],
    ['closed, and no time with it', { ...linked, status: 'closed' }],
    ['a snapshot without custom fields', { customFields: undefined, closedAt: CLOSED_AT }],
    ['a snapshot that does not say when it was closed', { ...linked, closedAt: undefined }],
    ['a snapshot without a status', { ...linked, status: undefined }],
    ['linked to something unusable, and closed', { customFields: issueField('none'), closedAt: CLOSED_AT }],
  ])(`${event} is forwarded: %s`, (_name, changes) => expect(reason(event, changes)).toBeUndefined())

  it.each([
    ['a linked ticket that was never closed', linked],
    ['a closed ticket that is not linked', { status: 'closed', closedAt: CLOSED_AT }],
    [
      'a closed ticket whose field holds white space',
      { customFields: issueField(' \n'), closedAt: CLOSED_AT },
    ],
    ['a closed ticket of a mailbox without the field', { customFields: [], closedAt: CLOSED_AT }],
    ['a snapshot without custom fields, never closed', { customFields: undefined }],
    ['a ticket that is neither linked nor closed', {}],
  ])(`${event} is not forwarded: %s`, (_name, changes) =>
    expect(reason(event, changes)).toBe('event-not-forwarded'),
  )

  it(`${event} is forwarded whenever the list has it`, () => {
    expect(reason(event, {}, { events: [event] })).toBeUndefined()
  })

  it(`${event} is judged by the field of the configuration`, () => {
    const closed = { ...linked, closedAt: CLOSED_AT }
    expect(reason(event, closed, { issueField: 'gh_url' })).toBe('event-not-forwarded')
    expect(
      reason(
        event,
        { ...closed, customFields: [{ name: 'gh_url', value: ISSUE_URL }] },
        { issueField: 'gh_url' },
      ),
    ).toBeUndefined()
  })
})

describe('Mailboxes', () => {
  const mailboxIds = [2, 3]

  it('A ticket of a mailbox that is not on the list is ignored', () => {
    expect(reason('convo.created', {}, { mailboxIds })).toBe('mailbox-not-watched')
  })

  it.each([
    ['a mailbox on the list', 'convo.created', { mailboxId: 3 }],
    ['a delivery without a mailbox', 'convo.created', { mailboxId: undefined }],
    ['a linked ticket, wherever it is', 'convo.status', linked],
    ['a moved ticket whose field is empty', 'convo.moved', {}],
    ["a moved ticket whose new mailbox hasn't the field", 'convo.moved', { customFields: [] }],
  ])('The list of mailboxes does not stop %s', (_name, event, changes) => {
    expect(reason(event, changes, { mailboxIds })).toBeUndefined()
  })

  it('Without a list, tickets of every mailbox are forwarded', () =>
    expect(reason('convo.created', { mailboxId: 99 })).toBeUndefined())
})

describe('The event that our own note causes', () => {
  it.each(['convo.note.created', 'convo.created', 'convo.status', 'convo.moved', 'other'])(
    'Our own note is ignored as %s',
    event => {
      expect(reason(event, { ...linked, ...threads(ourNote, { type: 'customer', body: 'x' }) })).toBe(
        'nothing-to-do',
      )
    },
  )

  it('Our own note is recognised when threads of the same second are listed above it', () => {
    const listed = threads(
      { type: 'customer', body: 'x', id: 8 },
      { ...ourNote, id: 10 },
      { ...ourNote, id: 9 },
    )
    expect(reason('convo.note.created', { ...linked, ...listed })).toBe('nothing-to-do')
  })

  it.each([
    [
      'in tags',
      { type: 'note', body: `<p><b>[freescout-autolink]</b> issue <a href="x">${ISSUE_URL}</a>.</p>` },
    ],
    [
      'that shows the issue only as a link',
      { type: 'note', body: `<p>[freescout-autolink] <a href="${ISSUE_URL}">o/r#42</a>: <b>Slow</b></p>` },
    ],
    ['with its key', { type: 'note', body: `${ourNote.body}<!-- freescout-autolink key=completed -->` }],
  ])('Our own note is recognised %s', (_name, note) => {
    expect(reason('convo.note.created', { ...linked, ...threads(note) })).toBe('nothing-to-do')
  })

  it.each([
    [
      "an agent's note that quotes ours",
      { ...linked, ...threads({ type: 'note', body: `&gt; ${ourNote.body}` }) },
    ],
    ['a customer who writes what we write', { ...linked, ...threads({ ...ourNote, type: 'customer' }) }],
    [
      'a note to be relayed of the same second, which is listed below ours',
      { ...linked, ...threads({ ...ourNote, id: 9 }, { type: 'note', body: '/github x', id: 10 }) },
    ],
    [
      'threads of which one has no id',
      {
        ...linked,
        _embedded: {
          threads: [
            { ...ourNote, id: 9 },
            { type: 'customer', body: 'x' },
          ],
        },
      },
    ],
    ['a field that was emptied', threads(ourNote)],
    ['a field that names another issue', { customFields: issueField(`${ISSUE_URL}7`), ...threads(ourNote) }],
    [
      'a field whose URL is the beginning of the one in our note',
      { customFields: issueField(ISSUE_URL.slice(0, -1)), ...threads(ourNote) },
    ],
    ['a snapshot without custom fields', { customFields: undefined, ...threads(ourNote) }],
    ['a snapshot without threads', { ...linked, _embedded: undefined }],
  ])('A delivery is not mistaken for our own note: %s', (_name, changes) => {
    expect(reason('convo.note.created', changes)).toBeUndefined()
  })
})

describe('Our own note on a ticket that was closed', () => {
  const message = { type: 'message', body: '<p>Solved.</p>' }
  const person = { type: 'note', body: '<p>Done, closing.</p>' }
  const closings: [string, object][] = [
    ['is closed', { ...linked, status: 'closed', closedAt: CLOSED_AT }],
    ['is closed, without a time', { ...linked, status: 'closed' }],
    ['was closed once', { ...linked, closedAt: CLOSED_AT }],
    ['may have been closed, because the snapshot does not say', { ...linked, closedAt: undefined }],
  ]

  it.each(closings)('Its event is ignored on a ticket that %s', (_name, ticket) => {
    expect(reason('convo.note.created', { ...ticket, ...threads(ourNote, message) })).toBe('nothing-to-do')
  })

  it.each(closings)('Any other event is forwarded on a ticket that %s', (_name, ticket) => {
    for (const event of ['convo.status', 'convo.moved', 'convo.agent.reply.created', 'other']) {
      expect(reason(event, { ...ticket, ...threads(ourNote, message) })).toBeUndefined()
    }
  })

  it.each(closings)(
    'It is forwarded right after a person’s note on a ticket that %s, because that may have closed it',
    (_name, ticket) => {
      expect(reason('convo.note.created', { ...ticket, ...threads(ourNote, person) })).toBeUndefined()
    },
  )
})

describe('A ticket whose link is complete and that was never closed', () => {
  const plain = { type: 'note', body: '<p>Known since May.</p>' }

  it.each<[string, string, object]>([
    ['a plain note', 'convo.note.created', threads(plain, ourNote)],
    [
      'a plain note after messages',
      'convo.note.created',
      threads(plain, { type: 'customer', body: '/x' }, ourNote),
    ],
    [
      'a note with a link',
      'convo.note.created',
      threads({ type: 'note', body: `see ${ISSUE_URL}` }, ourNote),
    ],
    ['a plain note after a relayed comment', 'convo.note.created', threads(plain, relayed, ourNote)],
    [
      'a reply that sets it to pending',
      'convo.status',
      { status: 'pending', ...threads({ type: 'lineitem', body: null }, ourNote) },
    ],
  ])('costs no run for %s', (_name, event, changes) => {
    expect(reason(event, { ...linked, ...changes })).toBe('nothing-to-do')
  })

  it.each<[string, object]>([
    ['no note of ours', threads(plain)],
    [
      'a note of ours about another issue',
      threads(plain, { ...ourNote, body: ourNote.body.replaceAll(ISSUE_URL, `${ISSUE_URL}7`) }, ourNote),
    ],
    [
      'a note of ours that the field does not name',
      { customFields: issueField(`${ISSUE_URL}7`), ...threads(plain, ourNote) },
    ],
    ['an empty field', { customFields: issueField(''), ...threads(plain, ourNote) }],
    ['a closing', { status: 'closed', closedAt: CLOSED_AT, ...threads(plain, ourNote) }],
    ['a reopening', { closedAt: CLOSED_AT, ...threads(plain, ourNote) }],
    ['a snapshot that does not say when it was closed', { closedAt: undefined, ...threads(plain, ourNote) }],
    [
      'another ticket that was merged into it',
      threads(plain, { type: 'lineitem', body: null, action: { type: 'merged' } }, ourNote),
    ],
    ['a note to be relayed', threads({ type: 'note', body: '/github It is slow.' }, ourNote)],
    [
      'a note to be relayed before a plain one',
      threads(plain, { type: 'note', body: '<p>!gh It is slow.</p>' }, ourNote),
    ],
    [
      'a command after text that a browser hides',
      threads({ type: 'note', body: '<style>p{}</style>/github Slow.' }, ourNote),
    ],
    ['a command that is encoded', threads({ type: 'note', body: '&#47;github Slow.' }, ourNote)],
    ['no threads', { _embedded: undefined }],
  ])('is forwarded with %s', (_name, changes) => {
    const ticket = { ...linked, ...changes }
    expect(reason('convo.note.created', ticket)).toBeUndefined()
    expect(reason('convo.status', ticket)).toBeUndefined()
  })

  it.each(['convo.created', 'convo.moved', 'convo.restored', 'autolink.tagged', 'other'])(
    'is forwarded for %s',
    event => {
      expect(reason(event, { ...linked, ...threads(plain, ourNote) })).toBeUndefined()
    },
  )
})

describe('When a Workflow announces tags', () => {
  const chosen = { tagEvents: ['autolink.tagged'] }
  const OWN = ['convo.created', 'convo.status', 'convo.note.created']

  it.each(OWN)('A ticket without a link costs no run for %s', event => {
    expect(reason(event, {}, chosen)).toBe('nothing-to-do')
    expect(reason(event, { status: 'closed', closedAt: CLOSED_AT }, chosen)).toBe('nothing-to-do')
  })

  it.each(['autolink.tagged', 'convo.moved', 'convo.restored', 'other', 'convo.merged'])(
    'A ticket without a link is forwarded for %s',
    event => expect(reason(event, {}, chosen)).toBeUndefined(),
  )

  it.each<[string, object]>([
    ['a link', linked],
    ['a field that holds something else', { customFields: issueField('none') }],
    ['a link in a note only', threads(ourNote)],
    ['a field that the delivery does not show', { customFields: undefined }],
  ])('A ticket is forwarded with %s', (_name, changes) => {
    for (const event of ['convo.created', 'convo.status']) {
      const ticket = { ...changes, status: 'closed', closedAt: CLOSED_AT }
      expect(reason(event, ticket, chosen)).toBeUndefined()
    }
  })
})

describe('Spam', () => {
  it('Spam without a link is ignored', () =>
    expect(reason('convo.status', { status: 'spam' })).toBe('nothing-to-do'))

  it.each([
    ['spam that is linked', { status: 'spam', ...linked }],
    ["spam in a mailbox that hasn't the field", { status: 'spam', customFields: [] }],
    ['spam without custom fields', { status: 'spam', customFields: undefined }],
    ['spam no more', { status: 'active' }],
  ])('A ticket is forwarded: %s', (_name, changes) => expect(reason('convo.status', changes)).toBeUndefined())
})

describe('A stale retry', () => {
  it.each([
    [
      'of a closing, after the ticket was reopened',
      'convo.status',
      { ...linked, status: 'closed', closedAt: CLOSED_AT },
    ],
    ['of a creation, from before the ticket was linked', 'convo.created', {}],
    [
      "of a note, after somebody's newer one",
      'convo.note.created',
      { ...linked, ...threads({ type: 'note', body: 'old' }) },
    ],
  ])('A stale retry %s is forwarded', (_name, event, changes) =>
    expect(reason(event, changes)).toBeUndefined(),
  )
})

it('A huge hostile note is judged without delay', () => {
  const body = `[freescout-autolink] ${'<'.repeat(2_000_000)}${'<a '.repeat(500_000)}`
  expect(reason('convo.note.created', { ...linked, ...threads({ type: 'note', body }) })).toBeUndefined()
})
