import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'

/** What the product's workflow file says about its runs. */
export type WorkflowLimits = {
  /** The minute of the hour in which the sweep starts. */
  sweepMinute: number
  /** The longest that a job may take, in milliseconds. */
  timeoutMs: number
}

/** The concurrency groups of the workflow's runs. A test asks GitHub's own evaluator whether the file says the same. */
export const GROUPS = {
  ticket: (id: number) => `freescout-ticket-${id}`,
  issue: (number: number) => `freescout-issue-${number}`,
  sweep: 'freescout-sweep',
}

const FILE = join(import.meta.dirname, '..', '..', '..', '.github', 'workflows', 'freescout-sync.yml')

/**
 * Reads `.github/workflows/freescout-sync.yml`. It refuses a file that no longer keeps the runs of a group, or whose sweep is
 * not hourly, because the simulation would then be wrong.
 */
export async function readWorkflowLimits(): Promise<WorkflowLimits> {
  const { on, concurrency, jobs } = parse(await readFile(FILE, 'utf8')) as {
    on: { schedule: { cron: string }[] }
    concurrency: { queue?: string }
    jobs: { sync: { 'timeout-minutes': number } }
  }
  const cron = on.schedule[0]?.cron ?? ''
  const minute = /^(\d+) \* \* \* \*$/.exec(cron)?.[1]
  if (minute === undefined)
    throw new Error(`The simulation plays an hourly sweep, and the cron line is ${cron}.`)
  if (concurrency.queue !== 'max') throw new Error('The simulation plays queue: max.')
  return { sweepMinute: Number(minute), timeoutMs: jobs.sync['timeout-minutes'] * 60_000 }
}
