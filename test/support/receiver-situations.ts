import { VERSION } from '../../receiver/log.ts'
import { conversation, ISSUE_URL, issueField } from './receiver.ts'
import { ENV, forwarded, get, ignored, post, type Row, refused, type Situation } from './receiver-requests.ts'
import { BODIES, FILTERS, ROUTES, SIGNATURES, SIZES } from './receiver-requests-deliveries.ts'

const LINKED = { customFields: issueField(ISSUE_URL) }
const body = JSON.stringify(conversation())
const taking = () => new Response(null, { status: 204 })

/** GitHub in trouble. The first delivery meets it; the second is answered without a call if GitHub asked for a pause. */
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

/** The table of everything that the receiver promises to a sender. */
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
