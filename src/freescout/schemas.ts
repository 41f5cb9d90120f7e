import * as v from 'valibot'
import type { Mailbox, Person, Ticket } from '../model.ts'

/**
 * FreeScout's JSON as recorded from 1.8.235 with API & Webhooks 1.0.82, turned into the model's types. Keys that
 * older versions lack are optional. Keys that the action needs are required.
 */

const text = v.nullish(v.string(), '')
const id = v.pipe(v.number(), v.integer(), v.minValue(1))

const person = v.pipe(
  v.object({
    id: v.number(),
    type: v.picklist(['user', 'customer']),
    firstName: v.nullish(v.string(), null),
    lastName: v.nullish(v.string(), null),
    email: v.nullish(v.string(), null),
  }),
  v.transform((value): Person => value),
)

const attachment = v.pipe(
  v.object({ fileName: text, size: v.nullish(v.number(), 0) }),
  v.transform(({ fileName, size }) => ({ name: fileName, bytes: size })),
)

const thread = v.pipe(
  v.object({
    id,
    type: v.string(),
    state: text,
    body: text,
    action: v.nullish(v.object({ type: text }), { type: '' }),
    createdBy: v.nullish(person, null),
    createdAt: text,
    _embedded: v.nullish(v.object({ attachments: v.nullish(v.array(attachment), []) }), {}),
  }),
  v.transform(({ _embedded, action, ...rest }) => ({
    ...rest,
    action: action.type,
    attachments: _embedded.attachments ?? [],
  })),
)

const customField = v.object({
  id,
  name: v.string(),
  value: v.pipe(v.nullish(v.union([v.string(), v.number()]), ''), v.transform(String)),
  text,
})

/** One conversation, with `embed=threads,tags` or less. */
export const conversation = v.pipe(
  v.object({
    id,
    number: v.number(),
    subject: text,
    status: v.string(),
    state: v.string(),
    mailboxId: id,
    createdAt: v.string(),
    closedAt: v.nullish(v.string(), null),
    createdBy: v.nullish(person, null),
    customer: v.nullish(person, null),
    source: v.nullish(v.object({ type: text, via: text }), { type: '', via: '' }),
    customFields: v.nullish(v.array(customField), null),
    _embedded: v.nullish(
      v.object({
        threads: v.nullish(v.array(thread), []),
        tags: v.nullish(v.array(v.object({ name: v.string() })), []),
      }),
      {},
    ),
  }),
  v.transform(
    ({ customFields, _embedded, ...rest }): Ticket => ({
      ...rest,
      fields: customFields,
      tags: (_embedded.tags ?? []).map(tag => tag.name),
      threads: _embedded.threads ?? [],
    }),
  ),
)

const page = v.object({ number: v.number(), totalPages: v.number(), totalElements: v.number() })

/** A page of conversations; listed ones carry fields, and tags with `embed=tags`, but no threads. */
export const conversationPage = v.object({
  _embedded: v.object({ conversations: v.array(conversation) }),
  page,
})

/** The custom fields of a mailbox. */
export const fieldPage = v.object({
  _embedded: v.object({ custom_fields: v.array(v.object({ id, name: v.string(), type: text })) }),
})

/** A page of mailboxes. */
export const mailboxPage = v.object({
  _embedded: v.object({
    mailboxes: v.array(
      v.pipe(
        v.object({ id, name: v.string(), email: v.string() }),
        v.transform((value): Mailbox => value),
      ),
    ),
  }),
  page,
})

/** A page of users. */
export const userPage = v.object({
  _embedded: v.object({ users: v.array(v.object({ id, email: text })) }),
  page: v.fallback(v.object({ totalPages: v.number() }), { totalPages: 1 }),
})

/** What FreeScout says about a request it refuses (400). */
export const refusal = v.object({
  _embedded: v.object({ errors: v.array(v.object({ path: text, message: text })) }),
})
