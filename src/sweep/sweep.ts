import { reconcileIssue } from '../issue/reconcile.ts'
import type { IssueOutcome, SweepOutcome, TicketOutcome } from '../outcome.ts'
import { ServiceError } from '../service-error.ts'
import { reconcileTicket } from '../ticket/reconcile.ts'
import type { World } from '../world.ts'
import { memoiseReads, throttleWrites } from './sweep-world.ts'
import { findTasks, type Task, taskName } from './tasks.ts'

/** The outcome of one task. */
type Item = TicketOutcome | IssueOutcome

/** How many tickets or issues are reconciled at the same time. */
const CONCURRENCY = 3
/** The sweep stops after this many failures in a row without an answer, because each may take half a minute. */
const MAX_UNANSWERED_IN_A_ROW = 2 * CONCURRENCY
/** How many requests of GitHub's hourly limit a sweep leaves to other runs. */
const RESERVED_REQUESTS = 60

/**
 * Finds the tickets and issues that no event announced, and reconciles them: three at a time, at most `sweep.limit` in
 * all, and within GitHub's rate limit. One failure does not stop it. The next sweep finds what this one left.
 */
export async function sweep(world: World): Promise<SweepOutcome> {
  const sweepWorld = memoiseReads(world)
  const mailboxes = await sweepWorld.freescout.mailboxes()
  world.log('Listing tickets and issues that no event may have announced.')
  const found = await findTasks(sweepWorld, mailboxes)
  const tasks = found.slice(0, world.config.sweep.limit)
  world.log(
    `Found ${found.length} to look at${found.length > tasks.length ? `, taking ${tasks.length}` : ''}.`,
    tasks.map(task => `${taskName(task)} ${task.reason}`),
  )
  const items = await reconcileAll(tasks, throttleWrites(sweepWorld))
  return sweepOutcome(items, { left: found.length - items.length, dryRun: world.dryRun })
}

/** The outcome of a sweep that reconciled `items` and left some for the next sweep. */
function sweepOutcome(items: Item[], { left, dryRun }: { left: number; dryRun: boolean }): SweepOutcome {
  const failed = items.filter(({ error }) => error)
  const warnings = items.flatMap(item => item.warnings)
  return {
    kind: 'sweep',
    result: failed.length ? 'failed' : 'swept',
    changes: items.flatMap(({ changes }) => changes),
    warnings: left ? [...warnings, `${left} left for the next sweep.`] : warnings,
    items,
    left,
    dryRun,
    ...(failed.length && { error: new Error(describeFailures(failed, items.length)) }),
  }
}

async function reconcileAll(tasks: Task[], world: World): Promise<Item[]> {
  const items: Item[] = []
  let unansweredInARow = 0
  const work = async (queue: Task[]) => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      const remaining = world.github.requestsLeft()
      if (remaining < RESERVED_REQUESTS) {
        world.log(`Only ${remaining} requests are left this hour: stopping here.`)
        return
      }
      if (unansweredInARow >= MAX_UNANSWERED_IN_A_ROW) {
        world.log(`No answers any more: ${taskName(task)} and all after it were not looked at.`)
        return
      }
      const outcome = await reconcileTask(task, world)
      unansweredInARow = hadNoAnswer(outcome) ? unansweredInARow + 1 : 0
      items.push(outcome)
      world.log(`${items.length}/${tasks.length} ${taskName(task)} ${task.reason}: ${outcome.result}`)
    }
  }
  // Tickets and issues are never reconciled at the same time, or two tasks could complete the same link twice.
  for (const kind of ['ticket', 'issue']) {
    const queue = tasks.filter(task => task.kind === kind)
    await Promise.all(Array.from({ length: CONCURRENCY }, () => work(queue)))
  }
  return items
}

function reconcileTask(task: Task, world: World): Promise<Item> {
  if (task.kind === 'issue') return reconcileIssue(task.ref, world)
  return reconcileTicket(task.id, world, { thorough: task.thorough })
}

/** Whether a request got no answer at all. Its error then has a cause and no status. */
function hadNoAnswer({ error }: Item): boolean {
  return error instanceof ServiceError && error.status === undefined && error.cause !== undefined
}

function describeFailures(failed: Item[], all: number): string {
  const messages = [...new Set(failed.map(({ error }) => error?.message))]
  return `${failed.length} of ${all} could not be finished; the rest was. ${messages.slice(0, 3).join(' ')}`
}
