import type { MovableClock } from '../movable-clock.ts'
import { phpJson, sign } from './php.ts'

/** The events that a webhook made through the API can subscribe to. */
export const EVENTS: readonly string[] = [
  'convo.assigned',
  'convo.created',
  'convo.deleted',
  'convo.deleted_forever',
  'convo.restored',
  'convo.moved',
  'convo.status',
  'convo.customer.reply.created',
  'convo.agent.reply.created',
  'convo.note.created',
  'customer.created',
  'customer.updated',
]

/** A registered webhook. `events: null` is all there are, a workflow's own included. */
export type StoredWebhook = {
  id: number
  url: string
  events: string[] | null
  lastRunTime: string | null
  lastRunError: string
}

/** An event on its way to one webhook. `body` is the snapshot that every attempt sends. */
export type Delivery = {
  webhook: StoredWebhook
  event: string
  body: string
  /** Milliseconds since 1970, by the emulator's clock. */
  dueAt: number
  /** 1 for the first. */
  attempt: number
}

/** The result of one attempt. `status` is 0 when nothing answered in time. */
export type DeliveryResult = { event: string; body: string; url: string; attempt: number; status: number }

/** Chooses which of the due deliveries to send, and in what order. What it leaves out stays due. */
export type Choice = (due: Delivery[]) => Delivery[]

export type Webhooks = {
  registered: Map<number, StoredWebhook>
  /** What is not delivered yet and not given up. */
  pending: Delivery[]
  subscribe: (url: string, events?: string[]) => StoredWebhook
  unsubscribe: (id: number) => boolean
  fire: (event: string, payload: unknown, afterMs?: number) => void
  deliver: (pick?: Choice) => Promise<DeliveryResult[]>
  settled: () => Promise<void>
  /** Makes the queue look at the clock again, after the clock was moved. */
  wake: () => void
  stop: () => void
}

const MINUTE = 60_000
const ATTEMPTS = 10

/**
 * FreeScout's outgoing webhooks: a queue by the emulator's clock. What is not answered 2xx in time is sent again,
 * attempt n not before 2(n-1) minutes after the one before, 10 times in all, always as it was first written down.
 * With `auto`, what is due goes out by itself, one delivery after another.
 */
export function createWebhooks({
  clock,
  secret,
  timeoutMs,
  auto,
}: {
  clock: MovableClock
  secret: string
  timeoutMs: number
  auto: boolean
}): Webhooks {
  const registered = new Map<number, StoredWebhook>()
  const pending: Delivery[] = []
  let lastId = 0
  let timer: NodeJS.Timeout | undefined
  let running = Promise.resolve()
  let stopped = false

  const due = () =>
    pending
      .filter(({ dueAt }) => dueAt <= clock.now().getTime())
      .sort((one, other) => one.dueAt - other.dueAt)

  async function deliver(pick: Choice = all => all): Promise<DeliveryResult[]> {
    const results: DeliveryResult[] = []
    for (const delivery of pick(due())) {
      const index = pending.indexOf(delivery)
      if (index === -1) continue
      pending.splice(index, 1)
      results.push(await attempt(delivery))
    }
    return results
  }

  async function attempt(delivery: Delivery): Promise<DeliveryResult> {
    const { webhook, event, body, attempt } = delivery
    const status = await post(webhook.url, { event, body, signature: sign(body, secret), timeoutMs })
    const arrived = status >= 200 && status < 300
    webhook.lastRunTime = clock.stamp()
    webhook.lastRunError = arrived ? '' : `Response status code: ${status}`
    if (!arrived && attempt < ATTEMPTS && registered.has(webhook.id)) {
      const dueAt = clock.now().getTime() + 2 * attempt * MINUTE
      pending.push({ ...delivery, attempt: attempt + 1, dueAt })
    }
    return { event, body, url: webhook.url, attempt, status }
  }

  function run(): void {
    running = running.then(async () => {
      if (!stopped) await deliver()
      wake()
    })
  }

  function wake(): void {
    if (!auto || stopped || pending.length === 0) return
    clearTimeout(timer)
    const next = Math.min(...pending.map(({ dueAt }) => dueAt))
    timer = setTimeout(run, Math.max(0, next - clock.now().getTime())).unref()
  }

  return {
    registered,
    pending,
    subscribe: (url, events) => {
      lastId += 1
      const webhook = { id: lastId, url, events: events ?? null, lastRunTime: null, lastRunError: '' }
      registered.set(lastId, webhook)
      return webhook
    },
    unsubscribe: id => {
      const left = pending.filter(({ webhook }) => webhook.id !== id)
      pending.splice(0, pending.length, ...left)
      return registered.delete(id)
    },
    fire: (event, payload, afterMs = 0) => {
      const body = phpJson(payload)
      for (const webhook of registered.values()) {
        if (webhook.events && !webhook.events.includes(event)) continue
        pending.push({ webhook, event, body, attempt: 1, dueAt: clock.now().getTime() + afterMs })
      }
      wake()
    },
    deliver,
    settled: async () => {
      await running
      while (auto && !stopped && due().length > 0) {
        run()
        await running
      }
    },
    wake,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}

async function post(
  url: string,
  {
    event,
    body,
    signature,
    timeoutMs,
  }: { event: string; body: string; signature: string; timeoutMs: number },
): Promise<number> {
  try {
    const answer = await fetch(url, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
      headers: {
        'user-agent': 'GuzzleHttp/8',
        'content-type': 'application/json',
        'x-freescout-event': event,
        'x-freescout-signature': signature,
      },
    })
    await answer.arrayBuffer()
    return answer.status
  } catch {
    return 0
  }
}
