import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../src/clock.ts'
import { type Core, main } from '../../src/main.ts'
import { type Bridge, everyInput } from './bridge.ts'
import { type Run, variables, type Workplace } from './runner.ts'

/** A clock whose sleeps take no time. It keeps their lengths, in milliseconds. */
export type InstantClock = Clock & { sleeps: number[] }

/** Makes one; `onSleep` is called in each sleep, for what is to happen meanwhile (a tag set, a clock advanced). */
export function instantClock(onSleep?: (ms: number) => void | Promise<void>): InstantClock {
  let ahead = 0
  const sleeps: number[] = []
  return {
    sleeps,
    now: () => Date.now() + ahead,
    sleep: async ms => {
      ahead += ms
      sleeps.push(ms)
      await onSleep?.(ms)
    },
  }
}

/** `clock` is an instant one unless another is given; `env` adds variables to those that the runner sets. */
export type InProcessOptions = { clock?: Clock; token?: string; env?: Record<string, string> }

/**
 * Runs the action from its sources in this process: the same as `bridge.run`, which runs the bundle, but on a clock of
 * one's own, and without a build. The log is written as a workflow's is, commands (`::error::…`) included.
 */
export async function runInProcess(
  { freescout, github }: Pick<Bridge, 'freescout' | 'github'>,
  event: { name: string; payload?: unknown },
  inputs: Record<string, string> = {},
  { clock = instantClock(), ...rest }: InProcessOptions = {},
): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'in-process-'))
  try {
    const job = {
      event: { payload: {}, ...event },
      apiUrl: github.url,
      inputs: { ...everyInput(freescout), ...inputs },
      ...rest,
    }
    const env = await variables(job, await workplace(folder, job.event.payload))
    const { core, run } = fakeCore()
    await main({ env, loadCore: async () => core, clock })
    return run
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function workplace(folder: string, payload: unknown): Promise<Workplace> {
  const event = join(folder, 'event.json')
  await writeFile(event, JSON.stringify(payload))
  return { folder, files: { event, output: join(folder, 'output'), summary: join(folder, 'summary') } }
}

/** The part of `@actions/core` that the action uses, writing into a {@link Run}. */
function fakeCore(): { core: Core; run: Run } {
  const run: Run = { exitCode: 0, log: '', outputs: {}, summary: '' }
  const print = (line: string) => {
    run.log += `${line}\n`
  }
  const command = (name: string, message: string, properties: Record<string, unknown> = {}) => {
    const given = Object.entries(properties).filter(([, value]) => value !== undefined)
    const list = given.map(([key, value]) => `${PROPERTY[key] ?? key}=${value}`).join(',')
    print(`::${name}${list && ` ${list}`}::${message.replaceAll('%', '%25').replaceAll('\n', '%0A')}`)
  }
  const core: Core = {
    setSecret: secret => command('add-mask', secret),
    info: print,
    startGroup: name => command('group', name),
    endGroup: () => command('endgroup', ''),
    warning: message => command('warning', message),
    error: (message, where) => command('error', message, where),
    setOutput: (name, value) => {
      run.outputs[name] = value
    },
    setFailed: message => {
      run.exitCode = 1
      command('error', message)
    },
    summary: {
      addRaw: markdown => {
        run.summary += markdown
        return { write: async () => {} }
      },
    },
  }
  return { core, run }
}

const PROPERTY: Record<string, string> = { startLine: 'line', startColumn: 'col' }
