import { readFileSync } from 'node:fs'
import { buildWorld } from './build-world.ts'
import { type Clock, systemClock } from './clock.ts'
import { reportDemand } from './demand/demand.ts'
import { runDoctor } from './doctor/doctor.ts'
import { FLAG, isOn } from './flag.ts'
import { createFreeScout } from './freescout/client.ts'
import { createHttpFetch, type HttpFetch } from './http/http-client.ts'
import { createRetryingFetch } from './http/retry.ts'
import { type Environment, type GetInput, readEnabled, readInputs } from './inputs.ts'
import { reconcileIssue } from './issue/reconcile.ts'
import type { EarlyOutcome, Outcome } from './outcome.ts'
import { startEarly } from './reconcile.ts'
import { debugTo, logTo, type Reporter, report } from './report.ts'
import { type Event, homeRepositoryOf, isHandled, route } from './route.ts'
import { sweep } from './sweep/sweep.ts'
import { withNumberHint } from './ticket/number-hint.ts'
import { readTicket } from './ticket/observe.ts'
import { reconcileTicket } from './ticket/reconcile.ts'

/** The part of `@actions/core` that is used. */
export type Core = Reporter & { getInput: GetInput; setSecret: (secret: string) => void }

/** What the action uses of the machine that it runs on. Tests pass their own. */
export type Machine = { env: Environment; core: Core; clock?: Clock; fetch?: HttpFetch }

/** One run of the action. It never throws: an error is reported, and fails the step. */
export async function main(machine: Machine): Promise<void> {
  const outcome = await run(machine).catch((cause): Outcome => {
    const error = cause instanceof Error ? cause : new Error(String(cause))
    return { kind: 'early', result: 'failed', changes: [], warnings: [], error }
  })
  await report(outcome, machine.core)
}

async function run({ env, core, clock = systemClock, fetch }: Machine): Promise<Outcome> {
  const event = readEvent(env)
  if (!isHandled(event)) {
    return skip(
      'event-not-handled',
      `The event "${event.name}" is not handled; see on: in freescout-sync.yml.`,
    )
  }
  if (!readEnabled(core.getInput)) {
    if (!onlyLooks(core.getInput)) {
      core.info(
        `Nothing was done, because the flag ${FLAG} is off. The doctor, the report and dry runs work anyway.`,
      )
      return skip('disabled')
    }
    core.info(`The flag ${FLAG} is off. The doctor, the report and dry runs work anyway.`)
  }

  const inputs = readInputs(core.getInput, env)
  core.setSecret(inputs.freescoutApiKey)
  core.setSecret(inputs.githubToken)

  const target = route(event, inputs)
  if (target.kind === 'none' && event.name === 'workflow_dispatch') {
    throw new Error(
      'There is nothing to look at: give conversation or issue, or choose the command sweep, report or doctor.',
    )
  }
  if (target.kind === 'none') return skip('event-not-handled')

  const retryingFetch = createRetryingFetch(fetch ?? createHttpFetch(env), clock)
  const { freescoutUrl: url, freescoutApiKey: apiKey } = inputs
  const freescout = createFreeScout({ url, apiKey, fetch: retryingFetch })
  // The ticket can be read without the configuration, so both are read at once: one round trip less.
  const ticket = target.kind === 'ticket' ? startEarly(readTicket(target.id, freescout)) : undefined
  const world = await buildWorld({
    freescout,
    inputs,
    fetch: retryingFetch,
    env,
    clock,
    // A sweep takes a while, so it asks for each ticket whether the repository is still private.
    homeInEvent: target.kind === 'ticket' ? homeRepositoryOf(event, env) : undefined,
    log: logTo(core),
    debug: debugTo(core),
  })

  switch (target.kind) {
    case 'ticket':
      return withNumberHint(
        await reconcileTicket(target.id, world, { firstRead: ticket, number: target.number }),
        { asked: inputs.conversation, world },
      )
    case 'issue':
      return reconcileIssue(target.issue, world, { label: target.label, comment: target.comment })
    case 'sweep':
      return sweep(world)
    case 'report':
      return reportDemand(world)
    case 'doctor':
      return runDoctor({ world, inputs, fetch: retryingFetch, env })
  }
}

/**
 * The doctor, the report and dry runs also work while the action is off, because they write nothing. A typo in these inputs
 * counts as no, as off ends quietly.
 */
function onlyLooks(getInput: GetInput): boolean {
  return ['doctor', 'report'].includes(getInput('command').trim()) || isOn(getInput('dry-run'))
}

function readEvent(env: Environment): Event {
  const payload: unknown = env.GITHUB_EVENT_PATH
    ? JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'))
    : {}
  return { name: env.GITHUB_EVENT_NAME ?? '', payload }
}

function skip(reason: 'disabled' | 'event-not-handled', warning?: string): EarlyOutcome {
  return {
    kind: 'early',
    result: reason === 'disabled' ? 'disabled' : 'skipped',
    reason,
    changes: [],
    warnings: warning === undefined ? [] : [warning],
  }
}
