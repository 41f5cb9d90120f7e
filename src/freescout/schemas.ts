import * as v from 'valibot'
import type { Mailbox, Person, Ticket } from '../model.ts'

/**
 * FreeScout's JSON as recorded from 1.8.235 with API & Webhooks 1.0.82, turned into the model's types. Ids, states and
 * the values of fields decide what a run does, so they are read strictly. What is only shown is read leniently: PHP sends
 * `[]` for nothing, and numbers as text. So one odd value does not stop a list.
 */

const id = v.pipe(v.number(), v.integer(), v.minValue(1))

/** Text that is shown; anything else counts as none. */
const text = v.fallback(v.nullish(v.union([v.string(), v.pipe(v.number(), v.transform(String))]), ''), '')

/** A number that is shown, perhaps sent as text; anything else counts as 0. */
export const number = v.fallback(
  v.nullish(
    v.pipe(v.union([v.number(), v.pipe(v.string(), v.nonEmpty())]), v.transform(Number), v.finite()),
    0,
  ),
  0,
)

const textOrNull = v.fallback(v.nullish(v.string(), null), null)

/** A person of an unknown type counts as a customer, whose name is redacted. */
const person = v.object({
  id: number,
  type: v.fallback(v.picklist(['user', 'customer']), 'customer'),
  firstName: textOrNull,
  lastName: textOrNull,
  email: textOrNull,
})

const personOrNull = v.pipe(
  v.nullish(v.unknown()),
  v.transform((value): Person | null =>
    v.is(person, value) && !Array.isArray(value) ? v.parse(person, value) : null,
  ),
)

const attachment = v.pipe(
  v.fallback(v.object({ fileName: text, size: number }), { fileName: '', size: 0 }),
  v.transform(({ fileName, size }) => ({ name: fileName, bytes: size })),
)

const thread = v.pipe(
  v.object({
    id,
    type: v.string(),
    state: text,
    body: text,
    action: v.fallback(v.nullish(v.object({ type: text }), { type: '' }), { type: '' }),
    createdBy: personOrNull,
    createdAt: text,
    _embedded: v.nullish(v.object({ attachments: v.fallback(v.nullish(v.array(attachment), []), []) }), {}),
  }),
  v.transform(({ _embedded, action, createdBy = null, ...rest }) => ({
    ...rest,
    createdBy,
    action: action.type,
    attachments: _embedded.attachments ?? [],
  })),
)

/** A value of another kind is kept as JSON. A field that holds something must never look empty, or it would be filled. */
const fieldValue = v.pipe(
  v.nullish(v.unknown()),
  v.transform(value => {
    if (typeof value === 'string') return value
    const isNothing = value === undefined || value === null || (Array.isArray(value) && value.length === 0)
    return isNothing ? '' : JSON.stringify(value)
  }),
)

const customField = v.pipe(
  v.object({ id, name: v.string(), value: fieldValue, text }),
  v.transform(({ value = '', ...rest }) => ({ ...rest, value })),
)

/** One conversation, with `embed=threads,tags` or less. */
export const conversation = v.pipe(
  v.object({
    id,
    number,
    subject: text,
    status: v.string(),
    state: v.string(),
    mailboxId: id,
    createdAt: text,
    updatedAt: text,
    preview: text,
    closedAt: textOrNull,
    createdBy: personOrNull,
    closedByUser: personOrNull,
    customer: personOrNull,
    source: v.fallback(v.nullish(v.object({ type: text, via: text }), { type: '', via: '' }), {
      type: '',
      via: '',
    }),
    customFields: v.nullish(v.array(customField), null),
    _embedded: v.nullish(
      v.object({
        threads: v.nullish(v.array(thread), []),
        tags: v.nullish(v.array(v.object({ name: v.string() })), null),
      }),
      {},
    ),
  }),
  v.transform(
    ({
      customFields,
      _embedded,
      createdBy = null,
      closedByUser = null,
      customer = null,
      ...rest
    }): Ticket => ({
      ...rest,
      createdBy,
      closedBy: closedByUser,
      customer,
      fields: customFields,
      tags: _embedded.tags?.map(tag => tag.name) ?? null,
      threads: _embedded.threads ?? [],
    }),
  ),
)

/** The answer to a creation. Without the id, nobody can say what was created. */
export const createdConversation = v.object({ id, number })

/** A custom field of a mailbox. */
export const fieldRow = v.object({ id, name: v.string(), type: text })

/** A mailbox. */
export const mailboxRow = v.pipe(
  v.object({ id, name: text, email: v.string() }),
  v.transform((value): Mailbox => value),
)

/** A user. */
export const userRow = v.object({ id, email: text })

/** What FreeScout says about a request it refuses (400). */
export const refusal = v.object({
  _embedded: v.object({ errors: v.array(v.object({ path: text, message: text })) }),
})
