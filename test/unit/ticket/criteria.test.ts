import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainWords } from '../../../src/config/values.ts'
import type { Ticket } from '../../../src/model.ts'
import { firstCustomerMessage } from '../../../src/threads.ts'
import { creationBlock, hasTriggerTag, isWatched } from '../../../src/ticket/criteria.ts'
import { ada, configOf, internal, ops, threadOf, ticketOf } from '../../support/observed-ticket.ts'

type Mode = 'off' | 'also' | 'require'

function block(ticket: Partial<Ticket>, mode: Mode = 'off', words: string[] = ['crash']) {
  const config = configOf()
  config.criteria.keywords = { mode, words }
  return creationBlock(ticketOf(ticket), { mailbox: ops, config })
}

/** Whether the one keyword is found in a message (HTML), without any tag to help. */
function finds(word: string, html: string, subject = ''): boolean {
  return block({ tags: [], subject, threads: [threadOf({ body: html })] }, 'also', [word]) === undefined
}

describe('Tags', () => {
  it('trigger when any of the configured ones is on the ticket', () => {
    const config = configOf('criteria: { tags: [Bug, "auto:status"] }')
    expect(hasTriggerTag(ticketOf({ tags: ['x', 'auto:status'] }), config)).toBe(true)
    expect(hasTriggerTag(ticketOf({ tags: ['bug'] }), config)).toBe(true)
    expect(hasTriggerTag(ticketOf({ tags: ['bugs', 'auto'] }), config)).toBe(false)
    expect(hasTriggerTag(ticketOf({ tags: [] }), config)).toBe(false)
  })
})

describe('A mailbox', () => {
  it('is watched by its address, in any case', () => {
    expect(isWatched(ops, configOf())).toBe(true)
    expect(isWatched({ ...ops, email: 'OPS@raxx.app' }, configOf())).toBe(true)
    expect(isWatched(internal, configOf())).toBe(false)
  })

  it('that FreeScout does not list is not watched, and nothing is by default', () => {
    expect(isWatched(undefined, configOf())).toBe(false)
    expect(isWatched(ops, { ...configOf(), mailboxes: [] })).toBe(false)
  })

  it('is not chosen by its name', () => {
    expect(isWatched({ ...internal, name: 'ops@raxx.app' }, configOf())).toBe(false)
  })
})

describe('Keywords', () => {
  const tagged = { tags: ['bug'] }
  const untagged = { tags: [] }
  const crash = { subject: 'It crashes' }
  const calm = { subject: 'Hello', threads: [] }
  const modes: [Mode, string, Partial<Ticket>, string | undefined][] = [
    ['off', 'a tag alone', { ...tagged, ...calm }, undefined],
    ['off', 'a keyword alone', { ...untagged, ...crash }, 'no-trigger-tag'],
    ['also', 'a tag alone', { ...tagged, ...calm }, undefined],
    ['also', 'a keyword alone', { ...untagged, ...crash }, undefined],
    ['also', 'neither', { ...untagged, ...calm }, 'no-trigger-tag'],
    ['require', 'a tag alone', { ...tagged, ...calm }, 'keyword-missing'],
    ['require', 'a keyword alone', { ...untagged, ...crash }, 'no-trigger-tag'],
    ['require', 'both', { ...tagged, ...crash }, undefined],
  ]
  it.each(modes)('%s: %s', (mode, _, ticket, reason) => {
    expect(block(ticket, mode)).toBe(reason)
  })

  const found: [string, string][] = [
    ['crash', '<p>It crashes daily</p>'],
    ['crash', '<p>CRASH!</p>'],
    ['Crash', '<p>crash</p>'],
    ['crash', 'not <b>crash</b>'],
    ['crash', 'one<br>crash'],
    ['crash', 'pre-crash'],
    ['crash', '(crash)'],
    ['bug', 'debug, then bug'],
    ['feature request', 'a Feature Request of mine'],
    ['feature request', '<p>a feature\nrequest</p>'],
    ['feature request', 'a feature&nbsp;request'],
    ['feature request', 'a feature  request'],
    ['feature request', 'a feature <b>request</b>'],
    ['c++', 'in C++ it fails'],
    ['.*', 'the pattern .* here'],
    ['[bug]', 'so [bug] it is'],
    ['störung', 'Eine STÖRUNG liegt vor'],
    ['障害', '「障害」です'],
    ['\\d', 'what \\d means'],
    ['R&D', 'for R&amp;D'],
    ["can't log in", 'I can&#039;t log in'],
    ["can't log in", 'I can&apos;t&#32;log&nbsp;in'],
    ['a < b', 'if a &lt; b'],
    ['größe', 'Die Gr&ouml;&szlig;e'],
    ['crash', 'It cra<b>shes</b>'],
    ['crash', 'cra&shy;sh'],
    ['crash', '<div>one</div><div>crash</div>'],
  ]
  it.each(found)('%j is found in %j', (word, html) => {
    expect(finds(word, html)).toBe(true)
  })

  const missed: [string, string][] = [
    ['bug', 'How do I debug this?'],
    ['bug', 'step 2bug'],
    ['bug', 'wąbug'],
    ['bug', '𝒳bug'],
    ['crash', '<a title="crash">here</a>'],
    ['crash', '<!-- crash -->'],
    ['.*', 'anything'],
    ['b.g', 'bug'],
    ['a|b', 'a b'],
    ['(', 'none'],
    ['amp', 'for R&amp;D'],
    ['&nbsp;', 'anything'],
    [' ', 'any thing'],
    ['\u200b', 'anything'],
  ]
  it.each(missed)('%j is not found in %j', (word, html) => {
    expect(finds(word, html)).toBe(false)
  })

  it('are looked for in the subject, and in what the customer wrote first, only', () => {
    expect(finds('crash', '', 'A crash')).toBe(true)
    const threads = [
      threadOf({ type: 'lineitem', body: 'crash' }),
      threadOf({ type: 'note', body: 'crash', createdBy: ada }),
      threadOf({ type: 'message', body: 'crash', createdBy: ada }),
      threadOf({ body: 'crash, a later message' }),
      threadOf({ body: 'The first message' }),
      threadOf({ body: 'crash, never sent', state: 'draft' }),
    ]
    expect(block({ tags: [], subject: '', threads }, 'also')).toBe('no-trigger-tag')
    expect(firstCustomerMessage(ticketOf({ threads }))?.body).toBe('The first message')
  })

  it('are not missed for want of a message', () => {
    expect(firstCustomerMessage(ticketOf({ threads: [] }))).toBeUndefined()
    expect(block({ tags: [], subject: '', threads: [] }, 'also')).toBe('no-trigger-tag')
  })

  const size = 256 * 1024
  const hostile: [string, string][] = [
    ['nothing but <', '<'.repeat(size)],
    ['many open tags', '<a '.repeat(size / 3)],
    ['open tags and ends', '<<>'.repeat(size / 3)],
    ['the keyword inside one endless word', 'xcrash'.repeat(size / 6)],
    ['the keyword’s beginning only', 'cras'.repeat(size / 4)],
    ['megabytes', '<p>x</p>'.repeat(size)],
  ]
  it.each(hostile)('are looked for quickly in %s', (_, html) => {
    const start = performance.now()
    expect(finds('crash', html)).toBe(false)
    expect(performance.now() - start).toBeLessThan(500)
  })

  it('are not looked for beyond 256 KB', () => {
    expect(finds('crash', `${' '.repeat(size - 5)}crash`)).toBe(true)
    expect(finds('crash', `${' '.repeat(size)}crash`)).toBe(false)
  })

  it('are literals whatever they are, and no text makes the search fail', () => {
    const word = fc.string({ minLength: 1, unit: 'binary' }).filter(text => text.trim() !== '')
    fc.assert(
      fc.property(word, fc.string({ unit: 'binary' }), (keyword, text) => {
        finds(keyword, text)
        const plain = keyword.replace(/[<>]/g, '').trim()
        const html = plain.replaceAll('&', '&amp;')
        return plainWords(plain) === '' || finds(plain, `so ${html} it is`)
      }),
    )
  })
})
