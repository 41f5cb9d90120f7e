import { Buffer } from 'node:buffer'
import { SECRET, sign, TOKEN } from './receiver.ts'
import type { Sent } from './receiver-homes/index.ts'

/** One request, and what must come of it wherever the receiver lives. */
export type Row = {
  name: string
  sent: Sent
  status: number
  json: unknown
  /** Headers that the answer must have. */
  headers?: Record<string, string>
  /** What GitHub was sent, in parts: one for each call. */
  calls?: object[]
}

/** Rows that share the receiver's settings and GitHub's answers; they are sent in their order. */
export type Situation = {
  name: string
  env: Record<string, string>
  github: (request: Request) => Response
  rows: Row[]
}

export const ENV = {
  FLAG_FREESCOUT_GITHUB_AUTOLINK: 'true',
  FREESCOUT_WEBHOOK_SECRET: `the-next-one,${SECRET}`,
  GITHUB_REPOSITORY: 'raxx-app/TradeMasterAPI',
  GITHUB_TOKEN: TOKEN,
}

export const WEBHOOK = '/api/webhooks/freescout/ops'

type Post = Partial<Sent> & { event?: string; secret?: string; hash?: string; signature?: string | null }

/** A webhook's request, signed well unless something else is given; `signature: null` leaves it out. */
export function post(
  body: string | object | Uint8Array,
  { event, secret, hash, signature, ...more }: Post = {},
): Sent {
  const isBytes = typeof body === 'string' || body instanceof Uint8Array
  const bytes = Buffer.from(isBytes ? body : JSON.stringify(body))
  const header = signature === undefined ? sign(bytes, secret, hash) : signature
  return {
    method: 'POST',
    path: WEBHOOK,
    headers: {
      'content-type': 'application/json',
      'x-freescout-event': event ?? 'convo.created',
      ...(header !== null && { 'x-freescout-signature': header }),
    },
    body: bytes,
    ...more,
  }
}

export function get(path: string, method = 'GET'): Sent {
  return { method, path, headers: {}, body: new Uint8Array() }
}

export const forwarded = (payload: object = {}) => ({
  status: 202,
  json: { forwarded: true },
  calls: [{ event_type: 'freescout', client_payload: { conversation_id: 12, source: 'ops', ...payload } }],
})
export const ignored = (reason: string) => ({ status: 200, json: { forwarded: false, reason } })
export const refused = (status: number, reason: string, more: Partial<Row> = {}) => ({
  status,
  json: { forwarded: false, reason },
  ...more,
})
