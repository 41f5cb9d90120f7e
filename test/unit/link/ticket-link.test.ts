import { describe, expect, it } from 'vitest'
import { isComplete, isCreatedFrom, linkedIssue, readTicketLink } from '../../../src/link/ticket-link.ts'
import type { Thread, Ticket } from '../../../src/model.ts'
import { filedNote, noteHtml } from '../../../src/render/note.ts'
import { ENGLISH } from '../../../src/texts/english.ts'
import {
  ada,
  HOME,
  issueOf,
  issueUrl,
  ourNote,
  rodney,
  SERVER,
  threadOf,
  ticketOf,
} from '../../support/observed-ticket.ts'

const rules = { serverUrl: SERVER, allowed: [HOME] }
const read = (ticket: Partial<Ticket>, name = 'github_issue_url') =>
  readTicketLink(ticketOf(ticket), name, rules)
const holding = (value: string): Partial<Ticket> => ({
  fields: [
    { id: 1, name: 'component_tag', value: issueUrl(99), text: '' },
    { id: 3, name: 'github_issue_url', value, text: '' },
  ],
})
const note = (body: string, more: Partial<Thread> = {}) =>
  threadOf({ type: 'note', body, createdBy: ada, ...more })

describe('The field', () => {
  it.each([
    ['an issue’s URL', issueUrl(7), 7, false],
    ['spaces around it', `  ${issueUrl(7)} `, 7, false],
    ['a comment’s URL', `${issueUrl(7)}#issuecomment-1`, 7, false],
    ['nothing', '', undefined, false],
    ['white space', ' \t ', undefined, false],
    ['"none"', 'none', undefined, true],
    ['a number', '7', undefined, true],
    ['another repository', issueUrl(7, 'evil/repo'), undefined, true],
    ['another server', `https://evil.example/${HOME}/issues/7`, undefined, true],
  ])('with %s', (_, value, number, unusable) => {
    const link = read(holding(value))
    expect(link.inField?.number).toBe(number)
    expect(link.unusable).toBe(unusable)
    expect(link.field?.id).toBe(3)
  })

  it('is found by its configured name, and may be missing', () => {
    expect(read(holding(issueUrl(7)), 'component_tag').inField?.number).toBe(99)
    expect(read({ fields: [] })).toMatchObject({ field: undefined, unusable: false })
    expect(read({ fields: null })).toMatchObject({ field: undefined, unusable: false })
  })
})

describe('A note', () => {
  it('of ours names the link; the newest one counts', () => {
    expect(read({ threads: [ourNote(9), ourNote(7)] }).inNote?.number).toBe(9)
  })

  it('about an event names it as well', () => {
    const body = noteHtml({ issue: issueOf(), html: '<p>Closed as completed.</p>', keys: ['closed.1'] })
    expect(read({ threads: [note(body)] }).inNote?.number).toBe(7)
  })

  const foreign: [string, Thread][] = [
    ['is by an agent, about an issue', note(`See ${issueUrl(7)}`)],
    ['quotes us further down', note(`FYI: [freescout-autolink] ${issueUrl(7)}`)],
    ['is a customer’s message', threadOf({ body: filedNote({ issue: issueOf(), texts: ENGLISH }) })],
    [
      'is an agent’s reply',
      threadOf({ type: 'message', body: filedNote({ issue: issueOf(), texts: ENGLISH }), createdBy: ada }),
    ],
    ['is a draft', note(filedNote({ issue: issueOf(), texts: ENGLISH }), { state: 'draft' })],
    ['was deleted', note(filedNote({ issue: issueOf(), texts: ENGLISH }), { state: 'deleted' })],
    ['names another repository', note(`[freescout-autolink] ${issueUrl(7, 'evil/repo')}`)],
    ['names no issue', note('[freescout-autolink] Hello')],
  ]
  it.each(foreign)('does not count when it %s', (_, thread) => {
    expect(read({ threads: [thread] }).inNote).toBeUndefined()
  })
})

describe('The link', () => {
  const seven = issueOf({ number: 7 })
  const nine = issueOf({ number: 9 })

  it('is what the field says, then what the note says', () => {
    const link = { field: undefined, unusable: false, notesAgree: true, movedFrom: undefined }
    expect(linkedIssue({ ...link, inField: seven, inNote: nine })?.number).toBe(7)
    expect(linkedIssue({ ...link, inField: undefined, inNote: nine })?.number).toBe(9)
    expect(linkedIssue({ ...link, inField: undefined, inNote: undefined })).toBeUndefined()
  })

  it('is none when the field is unusable, whatever a note says: "none" means never', () => {
    expect(linkedIssue(read({ ...holding('none'), threads: [ourNote(7)] }))).toBeUndefined()
  })

  it.each([
    ['field, note and tag agree', issueUrl(7), [7], ['auto-linked'], true],
    ['the tag is missing', issueUrl(7), [7], ['bug'], false],
    ['the note is missing', issueUrl(7), [], ['auto-linked'], false],
    ['the note names another issue', issueUrl(7), [9, 7], ['auto-linked'], false],
    ['the field is empty', '', [7], ['auto-linked'], false],
    ['there is only the tag', '', [], ['auto-linked'], false],
  ])('is complete or not: %s', (_, value, notes, tags, complete) => {
    const ticket = ticketOf({ ...holding(value), threads: notes.map(ourNote), tags })
    expect(isComplete(ticket, readTicketLink(ticket, 'github_issue_url', rules))).toBe(complete)
  })
})

describe('A ticket was born from an issue', () => {
  const born: Partial<Ticket> = {
    subject: `[${HOME}#7] Orders`,
    createdBy: ada,
    source: { type: 'api', via: 'user' },
  }
  it.each([
    ['when it has all signs', {}, true],
    ['not without the prefix', { subject: 'Orders' }, false],
    ['not with the prefix of a longer number', { subject: `[${HOME}#77] Orders` }, false],
    ['not when a customer wrote it', { createdBy: rodney }, false],
    ['not when nobody did', { createdBy: null }, false],
    ['not by mail', { source: { type: 'email', via: 'user' } }, false],
    ['not through the API by a customer', { source: { type: 'api', via: 'customer' } }, false],
  ] as [string, Partial<Ticket>, boolean][])('%s', (_, more, expected) => {
    expect(isCreatedFrom(ticketOf({ ...born, ...more }), issueOf())).toBe(expected)
  })
})
