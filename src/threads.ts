import { type NoteMark, readNote } from './marks.ts'
import type { Thread, Ticket } from './model.ts'

/** The customer's first message. A draft or a deleted message does not count. */
export function firstCustomerMessage({ threads }: Ticket): Thread | undefined {
  return threads.findLast(({ type, state }) => type === 'customer' && state === 'published')
}

/** What our own notes on a ticket say, newest first. A draft or a deleted note does not count. */
export function ourNotes({ threads }: Ticket): NoteMark[] {
  return threads
    .filter(({ type, state }) => type === 'note' && state === 'published')
    .map(({ body }) => readNote(body))
    .filter(note => note !== undefined)
}
