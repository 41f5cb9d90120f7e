/**
 * What a webhook's body tells, as far as the receiver looks. Only `id` is required; everything else may be
 * missing, because FreeScout's modules and versions differ.
 */
export type Delivery = {
  /** The conversation's id (in a `customer.*` event: the customer's). */
  id: number
  /** The number that people see. */
  number: number | null
  mailboxId: number | null
  /** `null` when the delivery has no list of custom fields (module off, older version). */
  fields: { name: string; value: string }[] | null
  /** `active`, `pending`, `closed`, `spam`; `null` when missing. */
  status: string | null
  /** When it was last closed, `null` for never, `undefined` when the delivery doesn't say. */
  closedAt: string | null | undefined
  /** The latest entry of its history; `null` when there is none. */
  newestThread: { type: string; body: string } | null
}

/** A body read as a delivery, or what is wrong with it. */
export type ReadDelivery =
  | { delivery: Delivery }
  | { problem: 'empty-body' | 'not-json' | 'no-conversation-id' }

/** Reads a body, which is UTF-8 JSON, as a conversation. Some FreeScout versions retry with `''`, `[]` or `{}`. */
export function readDelivery(body: Uint8Array): ReadDelivery {
  const text = new TextDecoder().decode(body).trim()
  if (text === '') return { problem: 'empty-body' }
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return { problem: 'not-json' }
  }
  const payload = asObject(json)
  const id = asId(payload.id)
  if (id === null) return { problem: isEmpty(json) ? 'empty-body' : 'no-conversation-id' }
  return {
    delivery: {
      id,
      number: asId(payload.number),
      mailboxId: asId(payload.mailboxId),
      fields: asFields(payload.customFields),
      status: typeof payload.status === 'string' ? payload.status : null,
      closedAt:
        payload.closedAt === null || typeof payload.closedAt === 'string' ? payload.closedAt : undefined,
      newestThread: asNewestThread(asObject(payload._embedded).threads),
    },
  }
}

function isEmpty(json: unknown): boolean {
  return typeof json === 'object' && json !== null && Object.keys(json).length === 0
}

/** The value of the field with that name, trimmed: `''` when it is empty, `undefined` when it isn't there. */
export function fieldValue({ fields }: Delivery, name: string): string | undefined {
  return fields?.find(field => field.name === name)?.value.trim()
}

function asFields(value: unknown): Delivery['fields'] {
  if (!Array.isArray(value)) return null
  return value.map(asObject).map(field => ({ name: asText(field.name), value: asText(field.value) }))
}

/** FreeScout lists threads newest first. */
function asNewestThread(value: unknown): Delivery['newestThread'] {
  if (!Array.isArray(value) || value.length === 0) return null
  const thread = asObject(value[0])
  return { type: asText(thread.type), body: asText(thread.body) }
}

function asObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** A positive whole number, as PHP may write it: with or without quotes. */
function asId(value: unknown): number | null {
  if (typeof value === 'number')
    return Number.isSafeInteger(value) && value > 0 && value < 1e15 ? value : null
  return typeof value === 'string' && /^[1-9]\d{0,14}$/.test(value) ? Number(value) : null
}
