import { reconcileIssue } from '../issue/reconcile.ts'
import type { IssueOutcome, SweepOutcome, TicketOutcome } from '../outcome.ts'
import { ServiceError } from '../service-error.ts'
import { reconcileTicket } from '../ticket/reconcile.ts'
import type { World } from '../world.ts'
import { memoiseReads } from './memoise.ts'
import { findTasks, type Task } from './tasks.ts'
import { throttleWrites } from './throttle.ts'

/** How many tickets are worked on at once. */
type Item = TicketOutcome | IssueOutcome

const AT_ONCE = 3
/** After so many failures in a row without any answer, the rest is left: each may wait for half a minute. */
const ENOUGH_SILENCE = 2 * AT_ONCE
/** Requests that a sweep leaves to the events of the hour. */
const RESERVE = 60

/**
 * Looks for what no event announced, and reconciles it: a few at a time, no more than `sweep.limit`, and not
 * further than the rate limit allows. One bad ticket does not stop it; what it left is found by the next.
 */
export async function sweep(given: World): Promise<SweepOutcome> {
  const world = memoiseReads(given)
  const mailboxes = await world.freescout.mailboxes()
  world.log('Listing tickets and issues that no event may have announced.')
  const found = await findTasks(world, mailboxes)
  const tasks = found.slice(0, world.config.sweep.limit)
  world.log(
    `Found ${found.length} to look at${found.length > tasks.length ? `, taking ${tasks.length}` : ''}.`,
    tasks.map(task => `${nameOf(task)} ${task.why}`),
  )
  const items = await work(tasks, throttleWrites(world))
  const left = found.length - items.length
  const failed = items.filter(({ error }) => error)
  const outcome: SweepOutcome = {
    kind: 'sweep',
    result: failed.length ? 'failed' : 'swept',
    changes: items.flatMap(({ changes }) => changes),
    warnings: items.flatMap(({ warnings }) => warnings),
    items,
    left,
    dryRun: world.dryRun,
  }
  if (left) outcome.warnings.push(`${left} left for the next sweep.`)
  if (failed.length) outcome.error = new Error(failureOf(failed, items.length))
  return outcome
}

async function work(tasks: Task[], world: World): Promise<Item[]> {
  const items: Item[] = []
  let silence = 0
  const worker = async (queue: Task[]) => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      if (world.github.requestsLeft() < RESERVE) {
        world.log(`Only ${world.github.requestsLeft()} requests are left this hour: stopping here.`)
        return
      }
      if (silence >= ENOUGH_SILENCE) {
        world.log(`No answers any more: ${nameOf(task)} and what comes after it is left.`)
        return
      }
      const outcome = await carryOut(task, world)
      silence = isSilence(outcome.error) ? silence + 1 : 0
      items.push(outcome)
      world.log(`${items.length}/${tasks.length} ${nameOf(task)} ${task.why}: ${outcome.result}`)
    }
  }
  // A ticket and its issue may both be among the tasks: never at once, or each would complete the same link.
  for (const kind of ['ticket', 'issue']) {
    const queue = tasks.filter(task => task.kind === kind)
    await Promise.all(Array.from({ length: AT_ONCE }, () => worker(queue)))
  }
  return items
}

function isSilence(error: Error | undefined): boolean {
  return error instanceof ServiceError && error.status === undefined && error.cause !== undefined
}

function carryOut(task: Task, world: World): Promise<Item> {
  if (task.kind === 'issue') return reconcileIssue(task.ref, world)
  return reconcileTicket(task.id, world, { thorough: task.thorough })
}

function nameOf(task: Task): string {
  return task.kind === 'ticket' ? `ticket ${task.id}` : `issue ${task.ref.repository}#${task.ref.number}`
}

function failureOf(failed: Item[], all: number): string {
  const messages = [...new Set(failed.map(({ error }) => error?.message))]
  return `${failed.length} of ${all} could not be finished; the rest was. ${messages.slice(0, 3).join(' ')}`
}
