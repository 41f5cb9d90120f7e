import { readFileSync } from 'node:fs'
import { type Clock, systemClock } from './clock.ts'
import { type FreeScout, freescout } from './freescout/client.ts'
import { ahead, headStart } from './http/head-start.ts'
import { retryingFetch } from './http/retry.ts'
import { type Fetch, transport } from './http/transport.ts'
import { actionInputs, type Environment, type Inputs, readEnabled, readInputs } from './inputs.ts'
import type { Outcome } from './outcome.ts'
import { logOf, type Reporter, report } from './report.ts'
import { type Event, isHandled, route, type Target } from './route.ts'
import { type CreationReads, readForCreation, readTicket, type TicketReads } from './ticket/read.ts'
import type { World } from './world.ts'

/** The part of `@actions/core` that is used. */
export type Core = Reporter & { setSecret: (secret: string) => void }

/** What the action needs of the machine it runs on; tests hand in their own. */
export type Machine = {
  env: Environment
  /** Called once the first requests are out: loading `@actions/core` takes longer than starting Node. */
  loadCore: () => Promise<Core>
  clock?: Clock
  fetch?: Fetch
}

const NO_TARGET =
  'There is nothing to look at: give conversation or issue, or choose the command sweep or doctor.'

/** One run of the action. What goes wrong is reported, and fails the step; only what `loadCore` throws is thrown on. */
export async function main({
  env,
  loadCore,
  clock = systemClock,
  fetch = transport(env),
}: Machine): Promise<void> {
  const starting = ahead(start({ env, clock, fetch }))
  await headStart()
  const preparing = ahead(prepare(starting, { env, clock }))
  await preparing.then(headStart, () => {})
  const core = await loadCore()
  const job = await starting.catch(() => undefined)
  if (job && 'target' in job) {
    core.setSecret(job.inputs.freescoutApiKey)
    core.setSecret(job.inputs.githubToken)
  }
  const outcome = await preparing
    .then(async job => {
      if (!('target' in job)) return job
      return { ...(await perform(job, { env, core })), dryRun: job.inputs.dryRun }
    })
    .catch((cause): Outcome => {
      const error = cause instanceof Error ? cause : new Error(String(cause))
      return { result: 'failed', changes: [], warnings: [], error }
    })
  await report(outcome, core)
}

/** A run that has something to look at, with its first reads on the way. */
type Job = {
  target: Exclude<Target, { kind: 'none' }>
  inputs: Inputs
  fetch: Fetch
  freescout: FreeScout
  reads: TicketReads | undefined
}

/** Checks what can be checked without loading much, and sends the first requests; or says why there is nothing to do. */
async function start({
  env,
  clock,
  fetch,
}: {
  env: Environment
  clock: Clock
  fetch: Fetch
}): Promise<Job | Outcome> {
  const event = readEvent(env)
  if (!isHandled(event)) {
    return nothing('event-not-handled', [
      `The event "${event.name}" is not handled; see on: in freescout-sync.yml.`,
    ])
  }
  const getInput = actionInputs(env)
  if (!readEnabled(getInput)) return nothing('disabled')
  const inputs = readInputs(getInput, env)
  const target = route(event, inputs)
  if (target.kind === 'none' && event.name === 'workflow_dispatch') throw new Error(NO_TARGET)
  if (target.kind === 'none') return nothing('event-not-handled')

  const patient = retryingFetch(fetch, clock)
  const client = freescout({ url: inputs.freescoutUrl, apiKey: inputs.freescoutApiKey, fetch: patient })
  const reads = target.kind === 'ticket' ? readTicket(target.id, client) : undefined
  return { target, inputs, fetch: patient, freescout: client, reads }
}

/** A job with its configuration read, and its first questions to GitHub on the way. */
type Prepared = Job & { world: Omit<World, 'log'>; forCreation: CreationReads | undefined }

async function prepare(
  starting: Promise<Job | Outcome>,
  { env, clock }: { env: Environment; clock: Clock },
): Promise<Prepared | Outcome> {
  const job = await starting
  if (!('target' in job)) return job
  const { target, inputs, fetch, freescout } = job
  const { settle } = await import('./settle.ts')
  const world = await settle({ freescout, inputs, fetch, env, clock })
  const forCreation = target.kind === 'ticket' && target.mayGetIssue ? readForCreation(world) : undefined
  return { ...job, world, forCreation }
}

/** Loads what this run needs beyond that, and does it. */
async function perform(
  { target, inputs, fetch, reads, forCreation, ...prepared }: Prepared,
  { env, core }: { env: Environment; core: Core },
): Promise<Outcome> {
  const world = { ...prepared.world, log: logOf(core) }
  switch (target.kind) {
    case 'ticket': {
      const { reconcileTicket } = await import('./ticket/reconcile.ts')
      return reconcileTicket(target.id, world, { reads, forCreation })
    }
    case 'issue': {
      const { reconcileIssue } = await import('./issue/reconcile.ts')
      return reconcileIssue(target, world, { label: target.label })
    }
    case 'sweep': {
      const { sweep } = await import('./sweep/sweep.ts')
      return sweep(world)
    }
    case 'doctor': {
      const { visitDoctor } = await import('./doctor/visit.ts')
      return visitDoctor(world, { inputs, fetch, env })
    }
  }
}

function readEvent(env: Environment): Event {
  const payload: unknown = env.GITHUB_EVENT_PATH
    ? JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
    : {}
  return { name: env.GITHUB_EVENT_NAME ?? '', payload }
}

function nothing(reason: 'disabled' | 'event-not-handled', warnings: string[] = []): Outcome {
  return { result: reason === 'disabled' ? 'disabled' : 'skipped', reason, changes: [], warnings }
}
