import { describe, expect, it } from 'vitest'
import { readDelivery } from '../../../receiver/delivery.ts'
import { type FilterSettings, reasonToIgnore } from '../../../receiver/filter.ts'
import { conversation, ISSUE_URL, issueField } from '../../support/receiver.ts'

const CLOSED_AT = '2026-03-16T14:07:23Z'

/** Why a conversation with these changes is ignored; `undefined` when it is forwarded. */
function reason(
  event: string,
  changes: object = {},
  chosen: Partial<FilterSettings> = {},
): string | undefined {
  const read = readDelivery(new TextEncoder().encode(JSON.stringify(conversation(changes))))
  if (!('delivery' in read)) throw new Error(`The conversation was not read: ${read.problem}`)
  const settings = { events: null, mailboxIds: null, issueField: 'github_issue_url', ...chosen }
  return reasonToIgnore({ event, delivery: read.delivery, settings })
}

const linked = { customFields: issueField(ISSUE_URL) }
const threads = (...bodies: { type: string; body: string | null }[]) => ({ _embedded: { threads: bodies } })
const ourNote = {
  type: 'note',
  body: `[freescout-autolink] GitHub issue #42 filed: <a href="${ISSUE_URL}">${ISSUE_URL}</a>`,
}

describe('events', () => {
  it.each(['convo.created', 'convo.status', 'convo.moved', 'convo.restored', 'convo.note.created'])(
    '%s is forwarded',
    event => expect(reason(event)).toBeUndefined(),
  )

  it.each(['autolink.tagged', 'other', 'convo.merged', 'customers', 'assigned'])(
    'a custom name is forwarded: %s',
    event => expect(reason(event)).toBeUndefined(),
  )

  it.each([
    'customer.created',
    'customer.updated',
    'convo.deleted',
    'convo.deleted_forever',
    'convo.assigned',
  ])('%s is not forwarded, even for a linked ticket', event =>
    expect(reason(event, linked)).toBe('event-not-forwarded'),
  )

  it('of a list are forwarded, and no others', () => {
    const events = ['convo.assigned', 'convo.status']
    expect(reason('convo.assigned', {}, { events })).toBeUndefined()
    expect(reason('convo.status', {}, { events })).toBeUndefined()
    expect(reason('convo.created', {}, { events })).toBe('event-not-forwarded')
    expect(reason('autolink.tagged', {}, { events })).toBe('event-not-forwarded')
  })

  it('without a usable name pass a list, which they cannot be looked up in', () => {
    expect(reason('other', {}, { events: ['convo.status'] })).toBeUndefined()
  })

  it.each(['customer.created', 'convo.deleted'])('%s is not forwarded even when a list has it', event => {
    expect(reason(event, {}, { events: [event] })).toBe('event-not-forwarded')
  })
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
  ])('is forwarded: %s', (_name, changes) => expect(reason(event, changes)).toBeUndefined())

  it.each([
    ['a linked ticket that was never closed', linked],
    ['a closed ticket that is not linked', { status: 'closed', closedAt: CLOSED_AT }],
    [
      'a closed ticket whose field holds white space',
      { customFields: issueField(' \n'), closedAt: CLOSED_AT },
    ],
    ['a closed ticket of a mailbox without the field', { customFields: [], closedAt: CLOSED_AT }],
    ['no custom fields told, never closed', { customFields: undefined }],
    ['neither', {}],
  ])('is not forwarded: %s', (_name, changes) => expect(reason(event, changes)).toBe('event-not-forwarded'))

  it('is forwarded whenever the list has it', () => {
    expect(reason(event, {}, { events: [event] })).toBeUndefined()
  })

  it('looks at the field that is configured', () => {
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

describe('mailboxes', () => {
  const mailboxIds = [2, 3]

  it('not on the list are not watched', () => {
    expect(reason('convo.created', {}, { mailboxIds })).toBe('mailbox-not-watched')
  })

  it.each([
    ['a mailbox on the list', 'convo.created', { mailboxId: 3 }],
    ['no mailbox told', 'convo.created', { mailboxId: undefined }],
    ['a linked ticket, wherever it is', 'convo.status', linked],
    ['a moved ticket whose field is empty', 'convo.moved', {}],
    ["a moved ticket whose new mailbox hasn't the field", 'convo.moved', { customFields: [] }],
  ])('are no hindrance: %s', (_name, event, changes) => {
    expect(reason(event, changes, { mailboxIds })).toBeUndefined()
  })

  it('are all watched without a list', () =>
    expect(reason('convo.created', { mailboxId: 99 })).toBeUndefined())
})

describe('our own note coming back', () => {
  it.each(['convo.note.created', 'convo.created', 'convo.status', 'convo.moved', 'other'])(
    'is ignored as %s',
    event => {
      expect(reason(event, { ...linked, ...threads(ourNote, { type: 'customer', body: 'x' }) })).toBe(
        'nothing-to-do',
      )
    },
  )

  it.each([
    [
      'in tags',
      { type: 'note', body: `<p><b>[freescout-autolink]</b> issue <a href="x">${ISSUE_URL}</a>.</p>` },
    ],
    ['with its key', { type: 'note', body: `${ourNote.body}<!-- freescout-autolink key=completed -->` }],
  ])('is known %s', (_name, note) => {
    expect(reason('convo.note.created', { ...linked, ...threads(note) })).toBe('nothing-to-do')
  })

  it.each([
    [
      "an agent's note on a linked ticket",
      { ...linked, ...threads({ type: 'note', body: `see ${ISSUE_URL}` }, ourNote) },
    ],
    [
      "an agent's note that quotes ours",
      { ...linked, ...threads({ type: 'note', body: `&gt; ${ourNote.body}` }) },
    ],
    ['a customer who writes what we write', { ...linked, ...threads({ ...ourNote, type: 'customer' }) }],
    ['something newer than our note', { ...linked, ...threads({ type: 'lineitem', body: null }, ourNote) }],
    ['a field that was emptied', threads(ourNote)],
    ['a field that names another issue', { customFields: issueField(`${ISSUE_URL}7`), ...threads(ourNote) }],
    [
      'a field whose URL is the beginning of ours',
      { customFields: issueField(ISSUE_URL.slice(0, -1)), ...threads(ourNote) },
    ],
    ['no custom fields told', { customFields: undefined, ...threads(ourNote) }],
    ['a ticket that is closed', { ...linked, ...threads(ourNote), status: 'closed', closedAt: CLOSED_AT }],
    ['a ticket that is closed, no time told', { ...linked, ...threads(ourNote), status: 'closed' }],
    [
      'a ticket that was closed once: the note may be on its reopening',
      { ...linked, ...threads(ourNote), closedAt: CLOSED_AT },
    ],
    [
      'a snapshot that does not say when it was closed',
      { ...linked, ...threads(ourNote), closedAt: undefined },
    ],
    ['a snapshot without threads', { ...linked, _embedded: undefined }],
  ])('is not taken for that: %s', (_name, changes) => {
    expect(reason('convo.note.created', changes)).toBeUndefined()
  })
})

describe('spam', () => {
  it('without a link is ignored', () =>
    expect(reason('convo.status', { status: 'spam' })).toBe('nothing-to-do'))

  it.each([
    ['that is linked', { status: 'spam', ...linked }],
    ["in a mailbox that hasn't the field", { status: 'spam', customFields: [] }],
    ['without custom fields told', { status: 'spam', customFields: undefined }],
    ['no more', { status: 'active' }],
  ])('is no hindrance: %s', (_name, changes) => expect(reason('convo.status', changes)).toBeUndefined())
})

describe('a stale retry', () => {
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
  ])('%s is forwarded', (_name, event, changes) => expect(reason(event, changes)).toBeUndefined())
})

it('a huge hostile note takes no time to speak of', () => {
  const body = `[freescout-autolink] ${'<'.repeat(2_000_000)}${'<a '.repeat(500_000)}`
  expect(reason('convo.note.created', { ...linked, ...threads({ type: 'note', body }) })).toBeUndefined()
})
