import { readFile } from 'node:fs/promises'
import { loadConfig } from './config/load.ts'
import type { Config } from './config/schema.ts'
import { runDoctor } from './doctor/doctor.ts'
import type { Setup } from './doctor/survey.ts'
import { type FreeScout, freescout } from './freescout/client.ts'
import { freescoutSetup } from './freescout/setup.ts'
import { type GitHub, github } from './github/client.ts'
import { githubSetup } from './github/setup.ts'
import { trusting } from './github/trust.ts'
import { type Clock, systemClock } from './http/clock.ts'
import { retryingFetch } from './http/retry.ts'
import { type Fetch, transport } from './http/transport.ts'
import { type Environment, type GetInput, type Inputs, readEnabled, readInputs } from './inputs.ts'
import { reconcileIssue } from './issue/reconcile.ts'
import type { Outcome } from './outcome.ts'
import { type Reporter, report } from './report.ts'
import { type Event, isHandled, route, type Target } from './route.ts'
import { sweep } from './sweep/sweep.ts'
import { readTicket } from './ticket/observe.ts'
import { reconcileTicket } from './ticket/reconcile.ts'
import type { World } from './world.ts'

/** What the action needs of the machine it runs on; tests hand in their own. */
export type Machine = {
  core: Reporter & { getInput: GetInput; setSecret: (secret: string) => void }
  env: Environment
  clock?: Clock
  fetch?: Fetch
}

/** One run of the action. Never throws: what goes wrong is reported, and fails the step. */
export async function main({ core, env, clock = systemClock, fetch }: Machine): Promise<void> {
  const dryRun = core.getInput('dry-run').trim() === 'true'
  try {
    await report(await run({ core, env, clock, fetch: fetch ?? transport() }), { core, dryRun })
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause))
    await report({ result: 'failed', changes: [], warnings: [], error }, { core, dryRun })
  }
}

async function run({ core, env, clock, fetch }: Required<Machine>): Promise<Outcome> {
  const event = await readEvent(env)
  if (!isHandled(event)) {
    return nothing('event-not-handled', [
      `The event "${event.name}" is not handled; see on: in freescout-sync.yml.`,
    ])
  }
  if (!readEnabled(core.getInput)) return nothing('disabled')
  const inputs = readInputs(core.getInput, env)
  core.setSecret(inputs.freescoutApiKey)
  core.setSecret(inputs.githubToken)

  const target = route(event, inputs)
  if (target.kind === 'none') return nothing('event-not-handled')
  const patientFetch = retryingFetch(fetch, clock)
  const toFreeScout = { url: inputs.freescoutUrl, apiKey: inputs.freescoutApiKey, fetch: patientFetch }
  const toGitHub = {
    apiUrl: env.GITHUB_API_URL || 'https://api.github.com',
    token: inputs.githubToken,
    fetch: patientFetch,
  }
  const services = {
    freescout: freescout(toFreeScout),
    github: github(toGitHub),
    setup: { freescout: freescoutSetup(toFreeScout), github: githubSetup(toGitHub) },
  }
  return look(target, { ...services, inputs, env, clock, log: core.info })
}

type Tools = {
  freescout: FreeScout
  github: GitHub
  setup: Setup
  inputs: Inputs
  env: Environment
  clock: Clock
  log: (line: string) => void
}

async function look(target: Target, tools: Tools): Promise<Outcome> {
  switch (target.kind) {
    case 'ticket': {
      const reads = readTicket(target.id, tools.freescout)
      return reconcileTicket(target.id, await settle(tools), reads)
    }
    case 'issue':
      return reconcileIssue(target, await settle(tools), { label: target.label })
    case 'sweep':
      return sweep(await settle(tools))
    case 'doctor': {
      const { setup, inputs, env } = tools
      const running = { workflowRef: env.GITHUB_WORKFLOW_REF, action: env.GITHUB_ACTION_REPOSITORY }
      return runDoctor({ world: await settle(tools), setup, running, fix: inputs.fix })
    }
    default:
      return nothing('event-not-handled')
  }
}

/** Puts everything together that a reconcile works with; the configuration is checked here. */
async function settle({ freescout, github, inputs, env, clock, log }: Tools): Promise<World> {
  const home = env.GITHUB_REPOSITORY ?? ''
  const config: Config = await loadConfig({
    inline: inputs.config,
    path: inputs.configPath,
    workspace: env.GITHUB_WORKSPACE,
    readRemote: path => github.file({ repository: home, path, ref: env.GITHUB_SHA ?? '' }),
  })
  return {
    freescout,
    github,
    config,
    trusts: trusting(config['trusted-authors'], github.viewer),
    clock,
    serverUrl: env.GITHUB_SERVER_URL || 'https://github.com',
    home,
    dryRun: inputs.dryRun,
    log,
  }
}

async function readEvent(env: Environment): Promise<Event> {
  const payload: unknown = env.GITHUB_EVENT_PATH
    ? JSON.parse(await readFile(env.GITHUB_EVENT_PATH, 'utf8'))
    : {}
  return { name: env.GITHUB_EVENT_NAME ?? '', payload }
}

function nothing(reason: 'disabled' | 'event-not-handled', warnings: string[] = []): Outcome {
  return { result: reason === 'disabled' ? 'disabled' : 'skipped', reason, changes: [], warnings }
}
