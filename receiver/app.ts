import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { BADGE_HEADERS, BADGE_SCRIPT } from './badge-element.ts'
import { type BodyReader, type BodyRefusal, createBodyReader } from './body.ts'
import { type Delivery, readDelivery } from './delivery.ts'
import { createDispatcher } from './dispatcher.ts'
import { replacementForEvent } from './events.ts'
import { reasonToIgnore } from './filter.ts'
import { GitHubTrouble, type SendRequest } from './github-api.ts'
import { createDispatchLimits } from './limits.ts'
import { cleanName, logLine, refusalLine, VERSION } from './log.ts'
import type { Settings } from './settings.ts'
import { createVerify, readSignature, type Signature } from './signature.ts'

const WEBHOOK = '/api/webhooks/freescout/:source'
const BADGE = '/github-issue-badge.js'
/** Seconds until a sender may try again when the receiver holds too many bodies at the same time. */
const AFTER_BUSY_S = 5

/** The receiver: one function from request to response, the same for every server. It never rejects. */
export type Receiver = { fetch: (request: Request) => Promise<Response> }

export type ReceiverOptions = {
  settings: Settings
  /** Sends requests to GitHub. */
  send: SendRequest
  /** Gets one line of JSON for each delivery and for each refused request, without a line break. */
  log: (line: string) => void
  /** Milliseconds since the epoch. */
  now?: () => number
  readBody?: BodyReader
}

/** What a dispatch says about the ticket. */
type TicketIds = Pick<Delivery, 'id' | 'number' | 'mailboxId'>

/** How a delivery is answered. `ticket` and `detail` are for the log. */
type Verdict = {
  status: 200 | 202 | 400 | 401 | 413 | 500 | 502 | 503
  reason?: string
  /** Seconds. */
  retryAfter?: number | undefined
  detail?: string
  ticket?: TicketIds
}

/** A delivery with a signature that none of our secrets makes. */
const OTHER_SECRET: Verdict = {
  status: 401,
  reason: 'bad-signature',
  detail: 'compare FREESCOUT_WEBHOOK_SECRET with the secret key in FreeScout',
}

/**
 * Makes the receiver: it accepts FreeScout's webhooks, and forwards those that can matter to GitHub as a
 * `repository_dispatch`. It stores nothing. A delivery is answered with 2xx only after GitHub has accepted it. After
 * any other answer FreeScout sends the delivery again, for about 2 hours.
 *
 * @param now milliseconds since the epoch
 */
export function createReceiver({
  settings,
  send,
  log,
  now = Date.now,
  readBody = createBodyReader(),
}: ReceiverOptions): Receiver {
  const verify = createVerify(settings.secrets)
  const limits = createDispatchLimits({ perMinute: settings.dispatchesPerMinute, now })
  const dispatcher = createDispatcher({ settings, send, now })

  /** Decides on the answer. Cheap checks, and checks that need no trusted input, come first. */
  async function judge(request: Request, event: string, source: string): Promise<Verdict> {
    const header = request.headers.get('x-freescout-signature')
    const signature = readSignature(header)
    if (!signature) return { status: 401, reason: header ? 'bad-signature' : 'missing-signature' }

    const opened = await open(request, { event, signature })
    if (opened.kind === 'answered') return opened.verdict
    const { reason, ticket } = opened
    if (reason) return { status: 200, reason, ticket }
    return { ...(await forward(ticket, { event, source, signature })), ticket }
  }

  /**
   * Reads the body as a delivery, and whether it needs a run. It keeps nothing but ids of it: the texts, and the body's
   * bytes, are released before GitHub is called.
   */
  async function open(
    request: Request,
    { event, signature }: { event: string; signature: Signature },
  ): Promise<
    | { kind: 'delivery'; ticket: TicketIds; reason: string | undefined }
    | { kind: 'answered'; verdict: Verdict }
  > {
    const answered = (verdict: Verdict) => ({ kind: 'answered', verdict }) as const
    const body = await readBody(request)
    if (body.kind === 'refused') return answered(verdictOnBody(body.reason))
    try {
      if (!verify(body.bytes, signature)) return answered(OTHER_SECRET)
      if (!settings.enabled) return answered({ status: 200, reason: 'disabled' })
      const read = readDelivery(body.bytes)
      if (read.kind === 'delivery') {
        const { id, number, mailboxId } = read.delivery
        const reason = reasonToIgnore({ event, delivery: read.delivery, settings })
        return { kind: 'delivery', ticket: { id, number, mailboxId }, reason }
      }
      return answered({ status: read.problem === 'empty-body' ? 200 : 400, reason: read.problem })
    } finally {
      body.release()
    }
  }

  async function forward(
    { id, number, mailboxId }: TicketIds,
    { event, source, signature }: { event: string; source: string; signature: Signature },
  ): Promise<Verdict> {
    try {
      // This comes first, so that a dispatch that can't be sent now is not counted.
      dispatcher.assertReady()
      const wait = limits.take(signature.key)
      if (wait > 0) return { status: 503, reason: 'too-many-dispatches', retryAfter: wait }
      const received_at = new Date(now()).toISOString()
      await dispatcher.dispatch({
        event,
        conversation_id: id,
        number,
        mailbox_id: mailboxId,
        source,
        received_at,
      })
      return { status: 202 }
    } catch (error) {
      if (!(error instanceof GitHubTrouble)) throw error
      const { status, reason, retryAfter, message } = error
      return { status, reason, retryAfter, detail: message }
    }
  }

  for (const event of settings.events ?? []) {
    const todo = replacementForEvent(event)
    if (!todo) continue
    const warning = `FREESCOUT_EVENTS has "${event}", an event that FreeScout does not send. ${todo}`
    log(JSON.stringify({ time: new Date(now()).toISOString(), warning }))
  }

  /** Answers a request that is no delivery, and logs it: FreeScout may send its deliveries to a wrong URL. */
  function refuse(
    c: Context,
    status: 404 | 405,
    reason: string,
    headers: Record<string, string> = {},
  ): Response {
    log(refusalLine({ time: now(), status, reason, request: c.req.raw }))
    return c.json({ forwarded: false, reason }, status, headers)
  }
  const refuseMethod = (allow: string) => (c: Context) => refuse(c, 405, 'method-not-allowed', { allow })

  const app = new Hono()
  app.get('/healthz', c => c.json({ status: 'ok', version: VERSION, enabled: settings.enabled }))
  app.all('/healthz', refuseMethod('GET, HEAD'))
  app.get(BADGE, c => {
    if (settings.enabled) return c.body(BADGE_SCRIPT, 200, BADGE_HEADERS)
    return refuse(c, 404, 'disabled', { 'cache-control': 'no-store' })
  })
  app.all(BADGE, refuseMethod('GET, HEAD'))
  app.post(WEBHOOK, async c => {
    const startedAt = now()
    const event = cleanName(c.req.header('x-freescout-event'))
    const source = cleanName(c.req.param('source'))
    const verdict = await judge(c.req.raw, event, source).catch(verdictOnBug)
    const { status, reason, retryAfter, detail, ticket } = verdict
    const answer = { forwarded: status === 202, ...(reason && { reason }) }
    log(
      logLine({
        time: new Date(startedAt).toISOString(),
        status,
        ...answer,
        event,
        source,
        conversation_id: ticket?.id ?? null,
        mailbox_id: ticket?.mailboxId ?? null,
        ms: now() - startedAt,
        ...(detail && { detail }),
      }),
    )
    return c.json(answer, status, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) })
  })
  app.all(WEBHOOK, refuseMethod('POST'))
  app.notFound(c => refuse(c, 404, 'not-found'))

  return { fetch: async request => app.fetch(request) }
}

function verdictOnBody(reason: BodyRefusal): Verdict {
  if (reason === 'receiver-busy') return { status: 503, reason, retryAfter: AFTER_BUSY_S }
  return { status: reason === 'too-large' ? 413 : 400, reason }
}

/** The verdict after a bug of the receiver. The log gets no message, because one may quote the delivery. */
function verdictOnBug(error: unknown): Verdict {
  const place = error instanceof Error ? /\n\s+(at .*)/.exec(error.stack ?? '')?.[1] : undefined
  return {
    status: 500,
    reason: 'internal-error',
    detail: `${error instanceof Error ? error.name : 'Error'} ${place}`,
  }
}
