import type { Agenda } from './agenda.ts'

/** One delivery to one receiver. `send` gives the answer's status. */
export type Delivery = { send: () => Promise<number> }

/** FreeScout's queue of webhooks. */
export type WebhookQueue = {
  add: (delivery: Delivery) => void
  counts: { sent: number; repeated: number; givenUp: number }
}

/** Attempts in all, and the minutes before the attempt n + 1: a real FreeScout was watched. */
const ATTEMPTS = 10
const MINUTE_MS = 60_000
/** How long one delivery keeps FreeScout's worker: a round trip to the receiver, and from there to GitHub. An assumption. */
const DELIVERY_MS = 300

/**
 * Sends deliveries one after the other, as FreeScout's one worker does. What is not answered with 2xx is sent again: attempt
 * n not before 2(n-1) minutes after the one before, by a job that runs each minute, 10 attempts in all.
 */
export function createWebhookQueue(agenda: Pick<Agenda, 'now' | 'after'>): WebhookQueue {
  const counts = { sent: 0, repeated: 0, givenUp: 0 }
  let freeAt = agenda.now()

  function attempt(delivery: Delivery, number: number): void {
    freeAt = Math.max(freeAt, agenda.now()) + DELIVERY_MS
    agenda.after(freeAt - agenda.now(), async () => {
      counts.sent++
      if (number > 1) counts.repeated++
      const status = await delivery.send()
      if (status >= 200 && status < 300) return
      if (number === ATTEMPTS) {
        counts.givenUp++
        return
      }
      agenda.after(untilRetry(number, agenda.now()), () => attempt(delivery, number + 1))
    })
  }

  return { counts, add: delivery => attempt(delivery, 1) }
}

/** The milliseconds from a failed attempt to the next one. */
export function untilRetry(failedAttempts: number, now: number): number {
  const due = now + 2 * failedAttempts * MINUTE_MS
  return Math.ceil(due / MINUTE_MS) * MINUTE_MS - now
}
