import { Hono } from 'hono/tiny'
import { BADGE_HEADERS, BADGE_SCRIPT } from './badge-element.ts'
import { type BodyReader, createBodyReader } from './body.ts'
import { type Fetch, GitHubTrouble } from './calls.ts'
import { type Delivery, type ReadDelivery, readDelivery } from './delivery.ts'
import { reasonToIgnore } from './filter.ts'
import { createGitHub } from './github.ts'
import { createLimits } from './limits.ts'
import { cleanName, logLine } from './log.ts'
import type { Settings } from './settings.ts'
import { createVerify, readSignature, type Signature } from './signature.ts'
import { VERSION } from './version.ts'

const WEBHOOK = '/api/webhooks/freescout/:source'
const BADGE = '/github-issue-badge.js'
/** Seconds until a sender may try again while too many bodies are held; the requests' time limit frees them. */
const AFTER_BUSY_S = 5

/** The receiver: one function from request to response, whatever server stands around it. It never rejects. */
export type Receiver = { fetch: (request: Request) => Promise<Response> }

export type ReceiverOptions = {
  settings: Settings
  /** How GitHub is called. */
  fetch: Fetch
  /** Takes one line of JSON per delivery, without a line break. */
  log: (line: string) => void
  /** Milliseconds since the epoch. */
  now?: () => number
  readBody?: BodyReader
}

/** What becomes of a delivery. `delivery` and `detail` are for the log. */
type Verdict = {
  status: 200 | 202 | 400 | 401 | 413 | 500 | 502 | 503
  reason?: string
  /** Seconds. */
  retryAfter?: number | undefined
  detail?: string
  delivery?: Delivery
}

/**
 * Makes the receiver: it takes FreeScout's webhooks, and forwards those that can matter to GitHub as a
 * `repository_dispatch`. It keeps nothing: a delivery is answered with 2xx only after GitHub has taken it, and
 * FreeScout sends again whatever was answered otherwise, for about 2 hours.
 */
export function createReceiver({
  settings,
  fetch,
  log,
  now = Date.now,
  readBody = createBodyReader(),
}: ReceiverOptions): Receiver {
  const verify = createVerify(settings.secrets)
  const limits = createLimits({ perMinute: settings.dispatchesPerMinute, now })
  const github = createGitHub({ settings, fetch, now })

  /** The checks in their order: what costs least and needs least trust comes first. */
  async function judge(request: Request, event: string, source: string): Promise<Verdict> {
    const header = request.headers.get('x-freescout-signature')
    const signature = readSignature(header)
    if (!signature) return { status: 401, reason: header ? 'bad-signature' : 'missing-signature' }

    const read = await open(request, signature)
    if ('status' in read) return read
    const { delivery } = read
    const reason = reasonToIgnore({ event, delivery, settings })
    if (reason) return { status: 200, reason, delivery }
    return { ...(await forward(delivery, { event, source, signature })), delivery }
  }

  /** From the body's bytes to a delivery; they are held no longer than that. */
  async function open(request: Request, signature: Signature): Promise<Verdict | { delivery: Delivery }> {
    const body = await readBody(request)
    if ('refused' in body) return refusedBody(body.refused)
    try {
      if (!verify(body.bytes, signature)) return { status: 401, reason: 'bad-signature' }
      if (!settings.enabled) return { status: 200, reason: 'disabled' }
      return orProblem(readDelivery(body.bytes))
    } finally {
      body.release()
    }
  }

  async function forward(
    { id, number, mailboxId }: Delivery,
    { event, source, signature }: { event: string; source: string; signature: Signature },
  ): Promise<Verdict> {
    try {
      // First, so that what GitHub would not take now doesn't use up the minute's share.
      github.assertReady()
      const wait = limits.take(signature.key)
      if (wait > 0) return { status: 503, reason: 'too-many-dispatches', retryAfter: wait }
      const received_at = new Date(now()).toISOString()
      await github.dispatch({
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

  const app = new Hono()
  app.get('/healthz', c => c.json({ status: 'ok', version: VERSION, enabled: settings.enabled }))
  app.all('/healthz', c =>
    c.json({ forwarded: false, reason: 'method-not-allowed' }, 405, { allow: 'GET, HEAD' }),
  )
  app.get(BADGE, c => {
    if (settings.enabled) return c.body(BADGE_SCRIPT, 200, BADGE_HEADERS)
    return c.json({ forwarded: false, reason: 'disabled' }, 404, { 'cache-control': 'no-store' })
  })
  app.all(BADGE, c => c.json({ forwarded: false, reason: 'method-not-allowed' }, 405, { allow: 'GET, HEAD' }))
  app.post(WEBHOOK, async c => {
    const startedAt = now()
    const event = cleanName(c.req.header('x-freescout-event'))
    const source = cleanName(c.req.param('source'))
    const verdict = await judge(c.req.raw, event, source).catch(unexpected)
    const { status, reason, retryAfter, detail, delivery } = verdict
    const answer = { forwarded: status === 202, ...(reason && { reason }) }
    log(
      logLine({
        time: new Date(startedAt).toISOString(),
        status,
        ...answer,
        event,
        source,
        conversation_id: delivery?.id ?? null,
        mailbox_id: delivery?.mailboxId ?? null,
        ms: now() - startedAt,
        ...(detail && { detail }),
      }),
    )
    return c.json(answer, status, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) })
  })
  app.all(WEBHOOK, c => c.json({ forwarded: false, reason: 'method-not-allowed' }, 405, { allow: 'POST' }))
  app.notFound(c => c.json({ forwarded: false, reason: 'not-found' }, 404))

  return { fetch: async request => app.fetch(request) }
}

function refusedBody(reason: 'too-large' | 'receiver-busy' | 'body-cut-short'): Verdict {
  if (reason === 'receiver-busy') return { status: 503, reason, retryAfter: AFTER_BUSY_S }
  return { status: reason === 'too-large' ? 413 : 400, reason }
}

function orProblem(read: ReadDelivery): Verdict | { delivery: Delivery } {
  if ('delivery' in read) return read
  return { status: read.problem === 'empty-body' ? 200 : 400, reason: read.problem }
}

/** A mistake of ours. Its message may quote the delivery, so the log gets its name and place only. */
function unexpected(error: unknown): Verdict {
  const place = error instanceof Error ? /\n\s+(at .*)/.exec(error.stack ?? '')?.[1] : undefined
  return {
    status: 500,
    reason: 'internal-error',
    detail: `${error instanceof Error ? error.name : 'Error'} ${place}`,
  }
}
