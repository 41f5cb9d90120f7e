/**
 * The part of a webhook's body that the receiver uses. Only `id` is required. Everything else may be missing, because
 * FreeScout's modules and versions differ.
 */
export type Delivery = {
  /** The conversation's id. In a `customer.*` event it is the customer's. */
  id: number
  /** The number that people see. */
  number: number | null
  mailboxId: number | null
  /** `null` when the delivery has no list of custom fields: the module is off, or FreeScout is older. */
  fields: { name: string; value: string }[] | null
  /** `active`, `pending`, `closed`, `spam`; `null` when missing. */
  status: string | null
  /** When the conversation was last closed; `null` for never, `undefined` when the delivery doesn't say. */
  closedAt: string | null | undefined
  /** Newest first. `null` when the delivery has none, or when nobody can say which one is the newest. */
  threads: DeliveredThread[] | null
}

/** An entry of the conversation's history. `body` is HTML. A system line has an `action`, such as `merged`. */
export type DeliveredThread = { type: string; body: string; action: string }

/** A body read as a delivery, or what is wrong with the body. */
type ReadDelivery =
  | { kind: 'delivery'; delivery: Delivery }
  | { kind: 'problem'; problem: 'empty-body' | 'not-json' | 'no-conversation-id' }

/** Reads a body of UTF-8 JSON as a conversation. Some FreeScout versions retry with `''`, `[]` or `{}`. */
export function readDelivery(body: Uint8Array): ReadDelivery {
  const text = new TextDecoder().decode(body).trim()
  if (text === '') return { kind: 'problem', problem: 'empty-body' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { kind: 'problem', problem: 'not-json' }
  }
  const payload = asObject(json)
  const id = asId(payload.id)
  if (id === null) {
    return { kind: 'problem', problem: isEmpty(json) ? 'empty-body' : 'no-conversation-id' }
  }
  return {
    kind: 'delivery',
    delivery: {
      id,
      number: asId(payload.number),
      mailboxId: asId(payload.mailboxId),
      fields: asFields(payload.customFields),
      status: typeof payload.status === 'string' ? payload.status : null,
      closedAt:
        payload.closedAt === null || typeof payload.closedAt === 'string' ? payload.closedAt : undefined,
      threads: newestFirst(asObject(payload._embedded).threads),
    },
  }
}

function isEmpty(json: unknown): boolean {
  return typeof json === 'object' && json !== null && Object.keys(json).length === 0
}

/** The trimmed value of a custom field: `''` when it is empty, `undefined` when the delivery doesn't have it. */
export function customFieldValue({ fields }: Delivery, name: string): string | undefined {
  return fields?.find(field => field.name === name)?.value.trim()
}

function asFields(value: unknown): Delivery['fields'] {
  if (!Array.isArray(value)) return null
  return value.map(asObject).map(field => ({ name: asText(field.name), value: asText(field.value) }))
}

/**
 * FreeScout lists threads newest first, but only to the second: a note and a message of one second come in any order. So
 * the highest id decides.
 */
function newestFirst(value: unknown): Delivery['threads'] {
  const threads = Array.isArray(value) ? value.map(asObject).map(asThread) : []
  if (threads.length === 0 || threads.some(({ id }) => id === null)) return null
  return threads.toSorted((one, other) => Number(other.id) - Number(one.id)).map(({ thread }) => thread)
}

function asThread({ id, type, body, action }: Record<string, unknown>): {
  id: number | null
  thread: DeliveredThread
} {
  const thread = { type: asText(type), body: asText(body), action: asText(asObject(action).type) }
  return { id: asId(id), thread }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A positive whole number. PHP may write it with or without quotes. */
function asId(value: unknown): number | null {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value > 0 && value < 1e15 ? value : null
  return typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null
}
