import { distance } from 'fastest-levenshtein'

/** The events that FreeScout's API & Webhooks module sends about conversations. */
const CONVERSATION_EVENTS = [
  'convo.assigned',
  'convo.created',
  'convo.deleted',
  'convo.deleted_forever',
  'convo.restored',
  'convo.moved',
  'convo.status',
  'convo.customer.reply.created',
  'convo.agent.reply.created',
  'convo.note.created',
]

/** The most letters by which a mistyped name may differ from the event that is suggested. */
const MAX_WRONG_LETTERS = 3

/**
 * What to write instead of an event that FreeScout does not send, as a sentence. A Workflow may send any name, so only
 * names that begin like FreeScout's own are compared with the list.
 *
 * @returns `undefined` for an event that somebody may send
 */
export function replacementForEvent(name: string): string | undefined {
  const isLikeFreeScouts = /^(?:convo|conversation)\./i.test(name)
  if (!isLikeFreeScouts || CONVERSATION_EVENTS.includes(name)) return undefined
  const meant = eventMeantBy(name.toLowerCase().replace(/^conversation\./, 'convo.'))
  return meant ? `Did you mean "${meant}"?` : `Its events are ${CONVERSATION_EVENTS.join(', ')}.`
}

/** Whether FreeScout itself sends this event. A Workflow sends events with other names. */
export function isFreeScoutsOwn(event: string): boolean {
  return CONVERSATION_EVENTS.includes(event)
}

function eventMeantBy(name: string): string | undefined {
  const [nearest] = CONVERSATION_EVENTS.map(event => ({ event, wrong: distance(name, event) })).sort(
    (one, other) => one.wrong - other.wrong,
  )
  if (nearest && nearest.wrong <= MAX_WRONG_LETTERS) return nearest.event
  return CONVERSATION_EVENTS.find(event => name.startsWith(event))
}
