import { describe, expect, it } from 'vitest'
import { replacementForEvent } from '../../../receiver/events.ts'
import { receiver, START } from '../../support/receiver.ts'

describe('The names of events', () => {
  it.each([
    ['conversation.created', 'convo.created'],
    ['conversation.status_changed', 'convo.status'],
    ['conversation.customer.reply.created', 'convo.customer.reply.created'],
    ['convo.create', 'convo.created'],
    ['convo.notes.created', 'convo.note.created'],
    ['CONVO.MOVED', 'convo.moved'],
  ])('FreeScout does not send %s, and %s is suggested', (name, meant) => {
    expect(replacementForEvent(name)).toBe(`Did you mean "${meant}"?`)
  })

  it.each(['convo.tagged', 'convo.reply.created', 'conversation.x'])(
    'No event is near %s, so all events are listed',
    name => {
      expect(replacementForEvent(name)).toMatch(/^Its events are convo\.assigned, .*\.$/)
    },
  )

  it.each([
    'convo.created',
    'convo.customer.reply.created',
    'convo.assigned',
    'autolink.tagged',
    'created',
    'other',
  ])('The event %s may be sent', name => expect(replacementForEvent(name)).toBeUndefined())

  it('The log warns at the start of each event that FreeScout never sends', () => {
    const { lines } = receiver({ events: ['convo.created', 'conversation.created', 'my.event'] })
    expect(lines.map(line => JSON.parse(line) as unknown)).toEqual([
      {
        time: new Date(START).toISOString(),
        warning:
          'FREESCOUT_EVENTS has "conversation.created", an event that FreeScout does not send. Did you mean "convo.created"?',
      },
    ])
  })
})
