import { describe, expect, it } from 'vitest'
import type { Thread } from '../../src/model.ts'
import { firstCustomerMessage, ourNotes } from '../../src/threads.ts'
import { issueUrl, ourNote, threadOf } from '../support/observed-ticket.ts'

/** FreeScout lists the threads of one second in any order, so every order must have the same result. */
function inEveryOrder(threads: Thread[]): Thread[][] {
  if (threads.length < 2) return [threads]
  return threads.flatMap((first, at) => inEveryOrder(threads.toSpliced(at, 1)).map(rest => [first, ...rest]))
}

describe('Threads of one second', () => {
  const messages = inEveryOrder([
    threadOf({ id: 9, body: 'second' }),
    threadOf({ id: 8, body: 'first' }),
    threadOf({ id: 7, body: 'draft', state: 'draft' }),
    threadOf({ id: 6, body: 'note', type: 'note' }),
  ])

  it('the customer’s message with the lowest id is the first one, however they are listed', () => {
    const bodies = messages.map(threads => firstCustomerMessage({ threads })?.body)
    expect(new Set(bodies)).toEqual(new Set(['first']))
  })

  it('our note with the highest id is the newest one, however they are listed', () => {
    const notes = [3, 10, 9].map((id, at) => ({ ...ourNote(at + 1), id }))
    const urls = inEveryOrder(notes).map(threads => ourNotes({ threads }).map(({ url }) => url))
    expect(urls).toEqual(urls.map(() => [2, 3, 1].map(number => issueUrl(number))))
  })

  it('a ticket keeps the order in which its threads were listed', () => {
    const threads = [threadOf({ id: 1 }), threadOf({ id: 2 })]
    firstCustomerMessage({ threads })
    expect(threads.map(({ id }) => id)).toEqual([1, 2])
  })
})
