import { describe, expect, it } from 'vitest'
import type { LabelEvent } from '../../../src/issue/labels.ts'
import { announcedKeys, closingNote, notesDue } from '../../../src/issue/notes-due.ts'
import type { Issue, Thread } from '../../../src/model.ts'
import { createdTicketNote, filedNote, noteHtml } from '../../../src/render/note.ts'
import { ENGLISH } from '../../../src/texts/english.ts'
import { ada, issueOf, rodney, SERVER, threadOf, ticketOf } from '../../support/observed-ticket.ts'

const AT = '2026-11-22T14:07:23Z'

function labelling(label: string, eventId: number, more: Partial<LabelEvent['action']> = {}): LabelEvent {
  return { label, eventId, action: { action: 'note', tags: [], ...more } }
}

describe('A closing', () => {
  it.each(['completed', 'not_planned', 'duplicate', 'reopened'] as const)(
    'as %s has that reason in its key, and says who did it',
    stateReason => {
      const issue = issueOf({ state: 'closed', stateReason, closedAt: AT })
      const stateChange = { by: 'ada', through: undefined }
      expect(closingNote({ issue, stateChange })).toEqual({
        key: `closed:${stateReason}:${AT}`,
        note: { kind: 'state', news: { kind: 'closed', reason: stateReason, change: stateChange } },
        tags: [],
      })
    },
  )

  it('has the same key whether it is known who closed the issue or not', () => {
    const issue = issueOf({ state: 'closed', stateReason: 'completed', closedAt: AT })
    const stateChange = { by: 'ada', through: undefined }
    expect(closingNote({ issue })?.key).toBe(closingNote({ issue, stateChange })?.key)
  })

  it('without a reason was a completion: old issues have none', () => {
    const issue = issueOf({ state: 'closed', stateReason: null, closedAt: AT })
    expect(closingNote({ issue })?.key).toBe(`closed:completed:${AT}`)
  })

  it('is none when the issue is open, or nobody knows since when it is closed', () => {
    expect(closingNote({ issue: issueOf() })).toBeUndefined()
    expect(closingNote({ issue: issueOf({ state: 'open', closedAt: AT }) })).toBeUndefined()
    expect(closingNote({ issue: issueOf({ state: 'closed', closedAt: null }) })).toBeUndefined()
  })
})

describe('What there is to tell', () => {
  const nothingTold = new Set<string>()

  it('is the text that the configuration gives a label, with its tags', () => {
    const confirm = labelling('needs-customer-confirm', 103, { text: 'Please ask.', tags: ['waiting'] })
    expect(notesDue({ issue: issueOf(), labelEvents: [confirm] }, nothingTold)).toEqual([
      {
        key: 'labeled:103',
        note: { kind: 'label', news: { kind: 'text', text: 'Please ask.' } },
        tags: ['waiting'],
      },
    ])
  })

  it('is the label’s name when there is no text', () => {
    const labelEvents = [labelling('regression', 102)]
    expect(notesDue({ issue: issueOf(), labelEvents }, nothingTold)).toMatchObject([
      { note: { kind: 'label', news: { kind: 'label', label: 'regression' } } },
    ])
  })

  it('is a reopening only when the ticket knows of the closing, with the newest one’s time', () => {
    expect(notesDue({ issue: issueOf(), labelEvents: [] }, nothingTold)).toEqual([])
    const told = new Set([`closed:completed:${AT}`, 'closed:not_planned:2026-11-21T10:00:00Z'])
    const stateChange = { by: 'ada', through: undefined }
    expect(notesDue({ issue: issueOf(), labelEvents: [], stateChange }, told)).toEqual([
      {
        key: `reopened:${AT}`,
        note: { kind: 'state', news: { kind: 'reopened', change: stateChange } },
        tags: [],
      },
    ])
  })

  it('is no reopening while the issue is closed', () => {
    const issue = issueOf({ state: 'closed', stateReason: 'completed', closedAt: AT })
    const told = new Set(['closed:completed:2026-11-21T10:00:00Z'])
    expect(notesDue({ issue, labelEvents: [] }, told).map(({ key }) => key)).toEqual([
      `closed:completed:${AT}`,
    ])
  })
})

describe('What a ticket was told', () => {
  const issue = issueOf()
  const note = (body: string, more: Partial<Thread> = {}) =>
    threadOf({ type: 'note', body, createdBy: ada, ...more })
  const told = (...threads: Thread[]) => [
    ...announcedKeys({ ticket: ticketOf({ threads }), movedFrom: undefined }, issue, SERVER),
  ]
  const noteOf = (about: Issue, ...keys: string[]) => noteHtml({ issue: about, html: '<p>x</p>', keys })
  const body = noteOf(issue, 'labeled:103')

  it('is read off the notes that name this issue', () => {
    expect(told(note(body), note(filedNote({ issue, texts: ENGLISH })))).toEqual(['labeled:103'])
  })

  it('is several things in the note that it was born with', () => {
    const keys = ['labeled:101', `closed:completed:${AT}`]
    const born = createdTicketNote({ issue, texts: ENGLISH }, { html: '<p>x</p>', keys }).html
    expect(told(note(born))).toEqual(['labeled:101', `closed:completed:${AT}`])
  })

  it('counts for a closing whose time has a plus, in a note of its own and in a first note', () => {
    const key = 'closed:completed:2026-11-22T14:07:23+00:00'
    const html = '<p>x</p>'
    const first = createdTicketNote({ issue, texts: ENGLISH }, { html, keys: ['labeled:101', key] }).html
    expect(told(note(noteOf(issue, key)))).toEqual([key])
    expect(told(note(first))).toEqual(['labeled:101', key])
  })

  const others: [string, Thread][] = [
    ['a note about another issue', note(noteOf(issueOf({ number: 8 }), 'labeled:103'))],
    ['a note about another repository', note(noteOf(issueOf({ repository: 'o/r' }), 'labeled:103'))],
    ['a draft of a note', note(body, { state: 'draft' })],
    ['a note that was deleted', note(body, { state: 'deleted' })],
    ['a customer’s message that looks like one', note(body, { type: 'customer', createdBy: rodney })],
    ['a note that does not start like ours', note(`<p>Look: </p>${body}`)],
  ]
  it.each(others)('is not in %s', (_, thread) => {
    expect(told(thread)).toEqual([])
  })
})
