import { createMovableClock, type MovableClock } from '../movable-clock.ts'
import { type EmulatorServer, serve } from '../server.ts'
import { createApi } from './api.ts'
import {
  createPeopleActions,
  createTicketReads,
  type PeopleActions,
  type TicketReads,
} from './people-actions.ts'
import { seed } from './seed.ts'
import { createState, type FreeScoutState, type Switches } from './state.ts'
import { createWebhooks, type Webhooks } from './webhooks.ts'
import { createWorkflows, type Workflows } from './workflows.ts'

export type { TicketInput } from './people-actions.ts'
export { phpJson, sign } from './php.ts'
export type { Mail, StoredField, StoredMailbox, StoredThread, StoredTicket, StoredUser } from './state.ts'
export type { Delivery, DeliveryResult, StoredWebhook } from './webhooks.ts'

export type FreeScoutOptions = {
  /** A free one by default. */
  port?: number
  /** What the clock shows before it is moved; the real time by default. */
  now?: () => Date
  /** The instance's webhook secret. */
  secret?: string
  apiKey?: string
  /** `false`: no mailboxes, no users. By default those of the recorded instance. */
  seed?: boolean
  /** The number of the first ticket, whose id is 1. 1000 by default, so that nobody mistakes one for the other. */
  firstNumber?: number
  /** Send webhooks by themselves when they are due, instead of on `deliver()`. */
  autoDeliver?: boolean
  /** How long a webhook's answer is waited for; 30 s by default, as FreeScout does. */
  webhookTimeoutMs?: number
}

/** A running FreeScout: its server, its database, its people, its clock and its webhooks. */
export type FreeScoutEmulator = EmulatorServer &
  PeopleActions &
  TicketReads &
  Switches &
  Pick<FreeScoutState, 'tickets' | 'mailboxes' | 'users' | 'customers' | 'mails'> & {
    apiKey: string
    secret: string
    clock: MovableClock
    workflows: Workflows
    webhooks: Webhooks['registered']
    /** Deliveries that are due, later or to be tried again. */
    pending: Webhooks['pending']
    /** Registers a webhook as the admin page does: for these events, or for all, custom ones included. */
    subscribe: Webhooks['subscribe']
    /** Sends what is due by the clock, oldest first unless `pick` says otherwise, and returns the results. */
    deliver: Webhooks['deliver']
    /** With `autoDeliver`: resolves when nothing is due any more. */
    settled: Webhooks['settled']
  }

/**
 * Starts a FreeScout on loopback that answers, and sends, what a real one was recorded to
 * (`test/fixtures/freescout-exchanges.json`, `freescout-webhooks.json`), oddities included.
 */
export async function startFreeScout(options: FreeScoutOptions = {}): Promise<FreeScoutEmulator> {
  const {
    secret = '67c45c0085549f3d4a000fd9c2513f55',
    apiKey = 'emulated-api-key',
    firstNumber = 1000,
  } = options
  const ticking = createMovableClock(options.now)
  const webhooks = createWebhooks({
    clock: ticking,
    secret,
    timeoutMs: options.webhookTimeoutMs ?? 30_000,
    auto: options.autoDeliver ?? false,
  })
  const clock: MovableClock = {
    ...ticking,
    advance: ms => {
      ticking.advance(ms)
      webhooks.wake()
    },
  }
  const freescout = createState(clock, { firstNumber, fire: webhooks.fire })
  if (options.seed ?? true) seed(freescout)
  const server = await serve(createApi(freescout, { apiKey, webhooks }), {
    ...(options.port === undefined ? {} : { port: options.port }),
    now: clock.now,
  })
  freescout.url = server.url
  const { tickets, mailboxes, users, customers, mails, switches } = freescout
  const { registered, pending, subscribe, deliver, settled } = webhooks
  return Object.assign(switches, server, createPeopleActions(freescout), createTicketReads(freescout), {
    apiKey,
    secret,
    clock,
    tickets,
    mailboxes,
    users,
    customers,
    mails,
    workflows: createWorkflows(freescout),
    webhooks: registered,
    pending,
    subscribe,
    deliver,
    settled,
    close: async () => {
      webhooks.stop()
      await server.close()
    },
  })
}
