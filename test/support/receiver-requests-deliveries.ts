import { Buffer } from 'node:buffer'
import { VERSION } from '../../receiver/log.ts'
import { conversation, ISSUE_URL, issueField, recorded, SECRET, sign } from './receiver.ts'
import { ENV, forwarded, get, ignored, post, type Row, refused, WEBHOOK } from './receiver-requests.ts'

/* Requests to a receiver that is turned on, with a GitHub that accepts everything. */

const LIMIT = 10 * 1024 * 1024
const CLOSED = { status: 'closed', closedAt: '2026-03-16T14:07:23Z' }
const LINKED = { customFields: issueField(ISSUE_URL) }
const body = JSON.stringify(conversation())
const cyrillic = JSON.stringify(conversation({ subject: 'Заявка № 5 – “ça marche” 🚂' }))
const php = String.raw`{"id":12,"subject":"\u0417\u0430\u044f\u0432\u043a\u0430","url":"https:\/\/example.org\/1"}`
const large = (size: number) => `{"id":12,"preview":"${'x'.repeat(size - 22)}"}`
const ourNote = [{ id: 2, type: 'note', body: `[freescout-autolink] GitHub issue #42 filed: ${ISSUE_URL}` }]

export const SIGNATURES: Row[] = [
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

export const SIZES: Row[] = [
  { name: 'of 10 MB', sent: post(large(LIMIT)), ...forwarded() },
  { name: 'of 10 MB, in pieces', sent: post(large(LIMIT), { as: 'pieces' }), ...forwarded() },
  { name: 'of 10 MB and a byte', sent: post(large(LIMIT + 1), { as: 'head' }), ...refused(413, 'too-large') },
]

export const BODIES: Row[] = [
  ...['', '[]', '{}', ' \n'].map(text => ({
    name: `of nothing: ${JSON.stringify(text)}`,
    sent: post(text),
    ...ignored('empty-body'),
  })),
  { name: 'of no JSON', sent: post('{"id":12'), ...refused(400, 'not-json') },
  { name: 'of no conversation', sent: post({ subject: 'x' }), ...refused(400, 'no-conversation-id') },
  { name: 'of nothing, unsigned', sent: post('', { signature: null }), ...refused(401, 'missing-signature') },
]

export const FILTERS: Row[] = [
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

export const ROUTES: Row[] = [
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
