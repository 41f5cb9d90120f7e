import { Buffer } from 'node:buffer'
import { VERSION } from '../../receiver/version.ts'
import type { Sent } from './homes/index.ts'
import { conversation, ISSUE_URL, issueField, recorded, SECRET, sign, TOKEN } from './support.ts'

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

/** Rows that share the receiver's settings and GitHub's mood; they are sent in their order. */
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

const WEBHOOK = '/api/webhooks/freescout/ops'
const LIMIT = 10 * 1024 * 1024
const CLOSED = { status: 'closed', closedAt: '2026-03-16T14:07:23Z' }
const LINKED = { customFields: issueField(ISSUE_URL) }

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

const forwarded = (payload: object = {}) => ({
  status: 202,
  json: { forwarded: true },
  calls: [{ event_type: 'freescout', client_payload: { conversation_id: 12, source: 'ops', ...payload } }],
})
const ignored = (reason: string) => ({ status: 200, json: { forwarded: false, reason } })
const refused = (status: number, reason: string, more: Partial<Row> = {}) => ({
  status,
  json: { forwarded: false, reason },
  ...more,
})

const body = JSON.stringify(conversation())
const cyrillic = JSON.stringify(conversation({ subject: 'Заявка № 5 – “ça marche” 🚂' }))
const php = String.raw`{"id":12,"subject":"\u0417\u0430\u044f\u0432\u043a\u0430","url":"https:\/\/example.org\/1"}`
const large = (size: number) => `{"id":12,"preview":"${'x'.repeat(size - 22)}"}`
const ourNote = [{ type: 'note', body: `[freescout-autolink] GitHub issue #42 filed: ${ISSUE_URL}` }]

const SIGNATURES: Row[] = [
  {
    name: 'well signed',
    sent: post(body),
    ...forwarded({ event: 'convo.created', number: 1007, mailbox_id: 1 }),
  },
  {
    name: 'signed with the secret that comes next',
    sent: post(body, { secret: 'the-next-one' }),
    ...forwarded(),
  },
  { name: 'signed with HMAC-SHA256', sent: post(body, { hash: 'sha256' }), ...forwarded() },
  {
    name: 'signed with HMAC-SHA256 in hex',
    sent: post(body, { signature: sign(body, SECRET, 'sha256', 'hex') }),
    ...forwarded(),
  },
  { name: 'in non-ASCII bytes', sent: post(cyrillic), ...forwarded() },
  { name: 'in non-ASCII bytes, in pieces', sent: post(cyrillic, { as: 'pieces' }), ...forwarded() },
  {
    name: 'in bytes that are no UTF-8',
    sent: post(Buffer.from('{"id":12,"s":"\xe9\xff"}', 'latin1')),
    ...forwarded(),
  },
  { name: String.raw`with \/ and \u escapes`, sent: post(php), ...forwarded() },
  {
    name: 'tampered with',
    sent: post(`${body} `, { signature: sign(body) }),
    ...refused(401, 'bad-signature'),
  },
  {
    name: 'tampered with inside a non-ASCII character',
    sent: post(cyrillic.replace('№', '℗'), { signature: sign(cyrillic) }),
    ...refused(401, 'bad-signature'),
  },
  {
    name: 'the same JSON, written without escapes',
    sent: post(JSON.stringify(JSON.parse(php)), { signature: sign(php) }),
    ...refused(401, 'bad-signature'),
  },
  {
    name: 'signed with a wrong secret',
    sent: post(body, { secret: 'wrong' }),
    ...refused(401, 'bad-signature'),
  },
  {
    name: 'signed with both secrets as one',
    sent: post(body, { secret: ENV.FREESCOUT_WEBHOOK_SECRET }),
    ...refused(401, 'bad-signature'),
  },
  { name: 'unsigned', sent: post(body, { signature: null }), ...refused(401, 'missing-signature') },
  {
    name: 'unsigned, its body not sent',
    sent: post(body, { signature: null, as: 'head' }),
    ...refused(401, 'missing-signature'),
  },
  {
    name: 'with an empty signature',
    sent: post(body, { signature: '' }),
    ...refused(401, 'missing-signature'),
  },
  {
    name: 'with half a signature',
    sent: post(body, { signature: 'AAAA' }),
    ...refused(401, 'bad-signature'),
  },
]

const SIZES: Row[] = [
  { name: 'of 10 MB', sent: post(large(LIMIT)), ...forwarded() },
  { name: 'of 10 MB, in pieces', sent: post(large(LIMIT), { as: 'pieces' }), ...forwarded() },
  { name: 'of 10 MB and a byte', sent: post(large(LIMIT + 1), { as: 'head' }), ...refused(413, 'too-large') },
]

const BODIES: Row[] = [
  ...['', '[]', '{}', ' \n'].map(text => ({
    name: `of nothing: ${JSON.stringify(text)}`,
    sent: post(text),
    ...ignored('empty-body'),
  })),
  { name: 'of no JSON', sent: post('{"id":12'), ...refused(400, 'not-json') },
  { name: 'of no conversation', sent: post({ subject: 'x' }), ...refused(400, 'no-conversation-id') },
  { name: 'of nothing, unsigned', sent: post('', { signature: null }), ...refused(401, 'missing-signature') },
]

const FILTERS: Row[] = [
  ...['convo.assigned', 'convo.deleted', 'customer.updated', 'convo.agent.reply.created'].map(event => ({
    name: event,
    sent: post(body, { event }),
    ...ignored('event-not-forwarded'),
  })),
  ...['convo.status', 'convo.moved', 'convo.restored', 'convo.note.created', 'autolink.tagged'].map(
    event => ({
      name: event,
      sent: post(body, { event }),
      ...forwarded({ event }),
    }),
  ),
  ...['convo.agent.reply.created', 'convo.customer.reply.created'].map(event => ({
    name: `${event} on a linked ticket that was closed`,
    sent: post(conversation({ ...LINKED, ...CLOSED }), { event }),
    ...forwarded({ event }),
  })),
  {
    name: 'our own note coming back',
    sent: post(conversation({ ...LINKED, _embedded: { threads: ourNote } }), { event: 'convo.note.created' }),
    ...ignored('nothing-to-do'),
  },
  {
    name: 'our own note on a ticket that is closed',
    sent: post(conversation({ ...LINKED, ...CLOSED, _embedded: { threads: ourNote } })),
    ...forwarded(),
  },
  { name: 'spam', sent: post(conversation({ status: 'spam' })), ...ignored('nothing-to-do') },
  { name: 'linked spam', sent: post(conversation({ status: 'spam', ...LINKED })), ...forwarded() },
  {
    name: 'odd names',
    sent: post(body, { event: 'a b', path: '/api/webhooks/freescout/%20' }),
    ...forwarded({ event: 'other', source: 'other' }),
  },
  ...recorded.slice(1, 4).map(({ event, body, headers }) => ({
    name: `recorded: ${event}`,
    sent: post(body, { event, signature: headers['x-freescout-signature'] ?? null }),
    ...forwarded({ event, conversation_id: 1 }),
  })),
]

const ROUTES: Row[] = [
  {
    name: 'the health check',
    sent: get('/healthz'),
    status: 200,
    json: { status: 'ok', version: VERSION, enabled: true },
  },
  { name: 'the health check without its body', sent: get('/healthz', 'HEAD'), status: 200, json: '' },
  { name: 'elsewhere', sent: post(body, { path: '/' }), ...refused(404, 'not-found') },
  {
    name: 'a source below a source',
    sent: post(body, { path: `${WEBHOOK}/x` }),
    ...refused(404, 'not-found'),
  },
  {
    name: 'a look',
    sent: get(WEBHOOK),
    ...refused(405, 'method-not-allowed', { headers: { allow: 'POST' } }),
  },
]

const taking = () => new Response(null, { status: 204 })

/** GitHub in trouble: the first delivery meets it; the second is answered without a call, if GitHub wants to be left alone. */
function trouble(
  name: string,
  answer: () => Response,
  [first, second]: [Partial<Row>, Partial<Row>],
): Situation {
  const row = (id: number, expected: Partial<Row>): Row => ({
    name: `delivery ${id}`,
    sent: post(conversation({ id })),
    status: 503,
    json: {},
    ...expected,
  })
  return { name: `GitHub ${name}`, env: ENV, github: answer, rows: [row(1, first), row(2, second)] }
}

const again = (seconds: string) => ({ headers: { 'retry-after': seconds } })

/** The table: everything that the receiver promises to whoever sends it something. */
export const SITUATIONS: Situation[] = [
  {
    name: 'a delivery',
    env: ENV,
    github: taking,
    rows: [...SIGNATURES, ...SIZES, ...BODIES, ...FILTERS, ...ROUTES],
  },
  {
    name: 'with chosen mailboxes and events',
    env: {
      ...ENV,
      FREESCOUT_MAILBOX_IDS: '2,3',
      FREESCOUT_EVENTS: 'convo.created,convo.assigned,convo.moved',
    },
    github: taking,
    rows: [
      { name: 'of another mailbox', sent: post(body), ...ignored('mailbox-not-watched') },
      {
        name: 'of a chosen mailbox',
        sent: post(conversation({ mailboxId: 3 })),
        ...forwarded({ mailbox_id: 3 }),
      },
      { name: 'of another mailbox, linked', sent: post(conversation(LINKED)), ...forwarded() },
      {
        name: 'of another mailbox, just moved there',
        sent: post(body, { event: 'convo.moved' }),
        ...forwarded(),
      },
      {
        name: 'of a chosen event',
        sent: post(conversation({ mailboxId: 3 }), { event: 'convo.assigned' }),
        ...forwarded(),
      },
      {
        name: 'of another event',
        sent: post(body, { event: 'convo.status' }),
        ...ignored('event-not-forwarded'),
      },
    ],
  },
  {
    name: 'while the flag is off',
    env: { ...ENV, FLAG_FREESCOUT_GITHUB_AUTOLINK: 'false' },
    github: taking,
    rows: [
      { name: 'well signed', sent: post(body), ...ignored('disabled') },
      { name: 'of no JSON', sent: post('{'), ...ignored('disabled') },
      {
        name: 'signed with a wrong secret',
        sent: post(body, { secret: 'x' }),
        ...refused(401, 'bad-signature'),
      },
      {
        name: 'the health check',
        sent: get('/healthz'),
        status: 200,
        json: { status: 'ok', version: VERSION, enabled: false },
      },
    ],
  },
  trouble('is down', () => new Response('<html>', { status: 502 }), [
    refused(503, 'github-unavailable', { ...again('10'), calls: [{}] }),
    refused(503, 'github-unavailable'),
  ]),
  trouble('limits', () => new Response('{}', { status: 429, headers: { 'retry-after': '900' } }), [
    refused(503, 'github-rate-limited', { ...again('900'), calls: [{}] }),
    refused(503, 'github-rate-limited'),
  ]),
  trouble('refuses the token', () => new Response('{}', { status: 401 }), [
    refused(502, 'github-refused', { calls: [{}] }),
    refused(502, 'github-refused', { calls: [{}] }),
  ]),
  trouble('redirects', () => new Response(null, { status: 307, headers: { location: '/elsewhere' } }), [
    refused(502, 'github-redirected', { calls: [{}] }),
    refused(502, 'github-redirected', { calls: [{}] }),
  ]),
  {
    name: 'beyond the dispatches of a minute',
    env: { ...ENV, MAX_DISPATCHES_PER_MINUTE: '10' },
    github: taking,
    rows: [
      { name: 'the first', sent: post(body), ...forwarded() },
      { name: 'the same again', sent: post(body), ...refused(503, 'too-many-dispatches') },
      { name: 'another', sent: post(conversation({ subject: 'another' })), ...forwarded() },
    ],
  },
]
