import { describe, expect, it } from 'vitest'
import { readNote, readRelayMark } from '../../../src/marks.ts'
import { relayedCommentNote, relayedNoteComment } from '../../../src/render/relay.ts'
import { ENGLISH } from '../../../src/texts/english.ts'
import {
  ada,
  issueOf,
  issueUrl,
  SERVER,
  TICKET_URL,
  threadOf,
  ticketOf,
} from '../../support/observed-ticket.ts'

const issue = issueOf()

/** The note for a comment with this HTML. */
const note = (html: string) =>
  relayedCommentNote(
    { issue, texts: ENGLISH },
    { id: 5, url: `${issueUrl(7)}#issuecomment-5`, author: 'octo-dev', html },
    '/support',
  )

/** The comment for a note with this HTML. */
function comment(html: string, more = {}) {
  const thread = threadOf({ id: 55, type: 'note', body: html, createdBy: ada })
  return relayedNoteComment({
    ticket: ticketOf({ threads: [thread] }),
    thread,
    ticketUrl: TICKET_URL,
    command: '/github',
    freescoutUrl: 'https://tickets.example.org',
    serverUrl: SERVER,
    nameAgent: false,
    includeCustomer: false,
    texts: ENGLISH,
    ...more,
  })
}

/** FreeScout or GitHub sends no text. No HTML makes the conversion fail. */
const BROKEN = undefined as unknown as string

describe('The note that a comment becomes', () => {
  it('is one of our notes, about the issue, with the key of the comment', () => {
    expect(readNote(note('<p>/support Fixed.</p>').html)).toEqual({ url: issueUrl(7), key: 'comment:5' })
  })

  it('has a hint when the comment has no text, or none that can be shown', () => {
    expect(note('<p>/support</p>').html).toContain('The comment has no text.')
    const { html, warnings } = note(BROKEN)
    expect(html).toContain('can’t be shown here')
    expect(readNote(html)?.key).toBe('comment:5')
    expect(warnings).toHaveLength(1)
  })
})

describe('The comment that a note becomes', () => {
  it.each([
    ['a note', '/github Hello', '> Hello'],
    ['a note without a text', '/github', 'The note has no text.'],
    ['a note that can’t be shown', BROKEN, 'The note can’t be shown here.'],
    ['a long note', `/github ${'word '.repeat(20_000)}`, '… cut. The whole note is in FreeScout.'],
    ['a long note of signs', `/github ${'*_ '.repeat(20_000)}`, 'Note on'],
  ])('for %s says so, and has its mark on the last line', (_, html, text) => {
    const { body } = comment(html)
    expect(body).toContain(text)
    expect(body.length).toBeLessThanOrEqual(65_536)
    expect(readRelayMark(body)).toEqual({ ticketId: 12, threadId: 55 })
  })

  it('names the user only when it should, without a mention', () => {
    expect(comment('/github Hello').body).not.toContain('Ada')
    const createdBy = { ...ada, lastName: '@octocat' }
    const thread = threadOf({ id: 55, type: 'note', body: '/github Hello', createdBy })
    const { body } = comment('', { thread, nameAgent: true })
    expect(body).toContain('Note by Ada @')
    expect(body).not.toContain('@octocat')
  })

  it('mentions nobody, even if the configuration puts an @ before the name', () => {
    const texts = { ...ENGLISH, 'agent-note-relayed': 'By @{agent} on {ticket}:' }
    expect(comment('/github Hello', { texts, nameAgent: true }).body).toContain('By @\u200BAda Admin on ')
  })

  it('names the customer only when the issue may', () => {
    expect(comment('/github Rodney waits.').body).toContain('[redacted] waits.')
    expect(comment('/github Rodney waits.', { includeCustomer: true }).body).toContain('Rodney waits.')
  })
})
