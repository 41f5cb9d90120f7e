import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '../../src/clock.ts'
import { main } from '../../src/main.ts'
import { type Bridge, everyInput } from './bridge.ts'
import { createFakeCore, nothingWritten } from './fake-core.ts'
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
    const run = nothingWritten()
    await main({ env, core: createFakeCore(env, run), clock })
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
