import * as v from 'valibot'
import { configSchema } from '../../../src/config/schema.ts'
import { randomFrom } from '../../chaos/random.ts'
import { type Agenda, createAgenda } from './agenda.ts'
import { type Bridge, noRuns } from './bridge.ts'
import { createTokenLimits, HOURLY, type TokenLimits } from './github-limits.ts'
import type { Costs } from './measure-costs.ts'
import { DAY_MS, DAYS, HOUR_MS, type PlannedTicket, SOURCES } from './month.ts'
import { playPeople } from './people.ts'
import { playRun } from './play-run.ts'
import { playSweep } from './play-sweep.ts'
import { createSimulatedReceiver, deliveryOf, type SimulatedReceiver } from './receiver.ts'
import { createRunQueue, FREE_PLAN_JOBS, type Jobs } from './run-queue.ts'
import type { ConfigPlace } from './stage.ts'
import { createRepository, createTicket, type SimulatedTicket } from './tickets.ts'
import { createWebhookQueue, type WebhookQueue } from './webhooks.ts'
import { GROUPS, type WorkflowLimits } from './workflow-limits.ts'

/** How the product is set up. */
export type Setup = {
  name: string
  config: ConfigPlace
  token: 'GITHUB_TOKEN' | 'App'
  /** Repositories with the workflow, each for its own mailboxes. */
  bridges: 1 | 4
  /** `sweep.since`, in days. */
  sinceDays: 30 | 2
  /** `sweep.max-new`; without it, the configuration's default. */
  maxNew?: number
  /** Whether a Workflow in FreeScout announces tags. */
  announcesTags: boolean
}

/** A month as it went. */
export type Played = {
  setup: Setup
  tickets: SimulatedTicket[]
  bridges: Bridge[]
  receivers: SimulatedReceiver[]
  webhooks: WebhookQueue['counts']
  /** How often the owner ran a sweep by hand, because the brake held something back. */
  byHand: number
}

/** A Monday. */
export const START = Date.parse('2026-11-02T00:00:00Z')
/** After the month, sweeps go on for so long. */
export const AFTERWARDS_MS = 3 * DAY_MS
/** On working days the owner looks for failed sweeps at this hour. */
const OWNER_LOOKS_AT = 9

/** What a month is played with. */
export type Options = {
  costs: Costs
  workflow: WorkflowLimits
  seed: number
  days?: number
  /** Whether there was a month like this one before. */
  hasHistory?: boolean
  /** The hourly limit of the runs' token, instead of GitHub's. */
  perHour?: number
  /** Whether somebody runs a sweep by hand after a braked one. */
  hasOwner?: boolean
}

/** Plays the month in one setup. Nothing is random but what the seed gives. */
export async function simulate(
  plan: PlannedTicket[],
  setup: Setup,
  { costs, workflow, seed, days = DAYS, hasHistory = true, perHour, hasOwner = true }: Options,
): Promise<Played> {
  const agenda = createAgenda(START)
  const webhooks = createWebhookQueue(agenda)
  const jobs: Jobs = { free: FREE_PLAN_JOBS, waiting: [] }
  const tickets = plan.map((planned, index) => createTicket(index + 1, planned, START + planned.createdAt))
  const appLimits = createTokenLimits({ perHour: perHour ?? HOURLY.App })
  const receiverLimits = createTokenLimits({ perHour: HOURLY.personal })
  const tagged = plan.filter(({ taggedAt }) => taggedAt !== undefined).length

  const bridges = Array.from({ length: setup.bridges }, (_, index): Bridge => {
    const limits: TokenLimits =
      setup.token === 'App' ? appLimits : createTokenLimits({ perHour: perHour ?? HOURLY.GITHUB_TOKEN })
    return {
      sources: setup.bridges === 1 ? Array.from({ length: SOURCES }, (_, source) => source) : [index],
      agenda,
      ...costs[setup.config],
      limits,
      queue: createRunQueue(agenda, { jobs, random: randomFrom(seed + index) }),
      repository: createRepository({
        now: START,
        issues: hasHistory ? Math.round(tagged / setup.bridges) : 0,
      }),
      unlinked: new Set(),
      unannounced: new Set(),
      hearsItself: setup.token === 'App',
      sinceMs: setup.sinceDays * DAY_MS,
      counts: noRuns(),
      fire: (event, ticket) => fire(event, ticket),
    }
  })
  const receivers = bridges.map(bridge =>
    createSimulatedReceiver({
      changes: setup.bridges === 1 ? {} : { mailboxIds: bridge.sources.map(source => source + 1) },
      limits: receiverLimits,
      now: agenda.now,
      dispatch: id => queueRun(bridge, tickets[id - 1] as SimulatedTicket),
    }),
  )

  /** FreeScout can't limit a webhook to a mailbox, so every receiver gets every delivery. */
  function fire(event: string, ticket: SimulatedTicket): void {
    for (const receiver of receivers) {
      let body: ReturnType<typeof deliveryOf> | undefined
      webhooks.add({
        send: () => {
          body ??= deliveryOf(ticket)
          return receiver.take({ event, delivery: body })
        },
      })
    }
  }

  function queueRun(bridge: Bridge, ticket: SimulatedTicket): void {
    bridge.queue.add(GROUPS.ticket(ticket.id), ended => agenda.spawn(playRun({ ticket }, bridge), ended))
  }

  for (const ticket of tickets) {
    const bridge = bridges.find(({ sources }) => sources.includes(ticket.plan.source)) as Bridge
    playPeople(ticket, {
      agenda,
      bridge,
      announcesTags: setup.announcesTags,
      issueClosed: number => {
        bridge.queue.add(GROUPS.issue(number), ended =>
          agenda.spawn(playRun({ ticket, issueWasClosed: true }, bridge), ended),
        )
      },
    })
  }
  let byHand = 0
  const end = START + days * DAY_MS + AFTERWARDS_MS
  for (const bridge of bridges) {
    const byOwner = () => byHand++
    scheduleSweeps(bridge, { agenda, workflow, setup, end, hasOwner, byHand: byOwner })
  }
  await agenda.run(end)
  return { setup, tickets, bridges, receivers, webhooks: webhooks.counts, byHand }
}

type Sweeping = {
  setup: Setup

  agenda: Agenda
  workflow: WorkflowLimits
  end: number
  hasOwner: boolean
  byHand: () => void
}

/** A sweep each hour. After a braked one, the owner runs one by hand the next working morning, with the number it names. */
function scheduleSweeps(bridge: Bridge, sweeping: Sweeping): void {
  const { agenda, workflow, setup, end, hasOwner, byHand } = sweeping
  const { limit, 'max-new': byDefault } = v.parse(configSchema, { user: 1 }).sweep
  const maxNew = setup.maxNew ?? byDefault
  let heldBack = 0
  const sweep = (atMost: number) =>
    bridge.queue.add(GROUPS.sweep, ended => {
      const settings = { limit, maxNew: atMost, timeoutMs: workflow.timeoutMs }
      agenda.spawn(
        playSweep(bridge, settings, result => {
          heldBack = result.heldBack
        }),
        ended,
      )
    })
  const from = agenda.now()
  for (let at = from; at < end; at += HOUR_MS) {
    agenda.after(at - from + workflow.sweepMinute * 60_000, () => void sweep(maxNew))
    const [day, hour] = [Math.floor((at - from) / DAY_MS) % 7, new Date(at).getUTCHours()]
    if (day >= 5 || hour !== OWNER_LOOKS_AT) continue
    agenda.after(at - from, () => {
      if (heldBack === 0 || !hasOwner) return
      byHand()
      sweep(heldBack)
    })
  }
}
