import { reconcileIssue } from '../issue/reconcile.ts'
import type { HeldBack, ItemOutcome, SweepOutcome } from '../outcome.ts'
import { ServiceError } from '../service-error.ts'
import { reconcileTicket } from '../ticket/reconcile.ts'
import { resultInLog } from '../wording.ts'
import type { World } from '../world.ts'
import { brakeMessage, brakePreview, creates, holdBack, isUncertain } from './brake.ts'
import { describeUnread } from './listed.ts'
import { memoiseReads, throttleWrites } from './sweep-world.ts'
import { findTasks, type Task, taskName } from './tasks.ts'

/** A task and its outcome. */
type Reconciled = { task: Task; outcome: ItemOutcome }

/** The outcomes of a sweep with its brake. `unknown`: how many tickets and issues it could not look at before it created. */
type Braked = { items: ItemOutcome[]; heldBack: HeldBack[]; unknown: number }

/** How many tickets or issues are reconciled at the same time. */
export const CONCURRENCY = 3
/** The sweep stops after this many failures in a row without an answer, because each may take half a minute. */
const MAX_UNANSWERED_IN_A_ROW = 2 * CONCURRENCY
/** How many requests of GitHub's hourly limit a sweep leaves to other runs. */
export const RESERVED_REQUESTS = 60

/**
 * Finds the tickets and issues that no event announced, and reconciles them: three at a time, at most `sweep.limit` in
 * all, and within GitHub's rate limit. One failure does not stop it. The next sweep finds what this one left.
 */
export async function sweep(world: World): Promise<SweepOutcome> {
  const sweepWorld = memoiseReads(world)
  const mailboxes = await sweepWorld.freescout.mailboxes()
  world.log('Listing tickets and issues that no event may have announced.')
  const { items: found, failures: unread, isPartial } = await findTasks(sweepWorld, mailboxes)
  const tasks = found.slice(0, world.config.sweep.limit)
  world.log(
    `Found ${found.length} to look at${found.length > tasks.length ? `, taking ${tasks.length}` : ''}.`,
    tasks.map(task => `${taskName(task)} ${task.reason}`),
  )
  const braked = await reconcileWithBrake(tasks, { isPartial, world: throttleWrites(sweepWorld) })
  return sweepOutcome(braked, { found: found.length, unread, world })
}

/** The outcome of a sweep that found so many to look at. `unread` are the errors of lists that it could not read. */
function sweepOutcome(
  { items, heldBack, unknown }: Braked,
  { found, unread, world }: { found: number; unread: ServiceError[]; world: World },
): SweepOutcome {
  const left = found - items.length - heldBack.length
  const failed = items.filter(({ error }) => error)
  const failures = [
    ...(heldBack.length > 0 ? [brakeMessage(heldBack.length, unknown, world)] : []),
    ...(failed.length > 0 ? [describeFailures(failed, items.length)] : []),
    ...(unread.length > 0 ? [describeUnread(unread)] : []),
  ]
  return {
    kind: 'sweep',
    result: failures.length > 0 ? 'failed' : 'swept',
    changes: items.flatMap(({ changes }) => changes),
    warnings: [
      ...items.flatMap(item => item.warnings),
      ...(world.dryRun ? brakePreview(items, world) : []),
      ...(left ? [`${left} left for the next sweep.`] : []),
    ],
    items,
    heldBack,
    left,
    dryRun: world.dryRun,
    ...(failures.length > 0 && { error: new Error(failures.join(' ')) }),
  }
}

/**
 * Reconciles the tasks, unless that would create more than `sweep.max-new` tickets and issues. When there are more tasks
 * than that, it looks at all of them without writing first. What would be created is then held back, and the rest goes on.
 * A task that it could not look at counts as a creation: it is in `unknown`. When a list is missing, nobody knows how many
 * more there are, so nothing is created.
 */
async function reconcileWithBrake(
  tasks: Task[],
  { isPartial, world }: { isPartial: boolean; world: World },
): Promise<Braked> {
  const maxNew = world.config.sweep['max-new']
  const outcomes = async (some: Task[]) => (await reconcileAll(some, world)).map(({ outcome }) => outcome)
  if (world.dryRun || (tasks.length <= maxNew && !isPartial))
    return { items: await outcomes(tasks), heldBack: [], unknown: 0 }

  world.log('The sweep may create more than max-new, so it first counts what it would create.')
  const previews = await reconcileAll(tasks, { ...world, dryRun: true })
  const creating = previews.filter(({ outcome }) => creates(outcome))
  const uncertain = previews.filter(({ outcome }) => isUncertain(outcome)).length
  const unknown = isPartial ? Number.POSITIVE_INFINITY : tasks.length - previews.length + uncertain
  const isBraked = creating.length > 0 && creating.length + unknown > maxNew
  const toDo = previews.filter(({ outcome }) => hasWork(outcome) && !(isBraked && creates(outcome)))
  const finished = previews.filter(({ outcome }) => !hasWork(outcome))
  world.newestIssues.forget()
  const items = [
    ...finished.map(({ outcome }) => ({ ...outcome, dryRun: false })),
    ...(await outcomes(toDo.map(({ task }) => task))),
  ]
  return { items, heldBack: isBraked ? holdBack(creating, world) : [], unknown }
}

/** Whether something is left to write. After a failure nothing is known to be left. */
function hasWork({ changes, error }: ItemOutcome): boolean {
  return changes.length > 0 && error === undefined
}

async function reconcileAll(tasks: Task[], world: World): Promise<Reconciled[]> {
  const results: Reconciled[] = []
  let unansweredInARow = 0
  const work = async (queue: Task[]) => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      const remaining = world.github.requestsLeft()
      if (remaining < RESERVED_REQUESTS) {
        world.log(`Only ${remaining} requests are left this hour: stopping here.`)
        return
      }
      if (unansweredInARow >= MAX_UNANSWERED_IN_A_ROW) {
        world.log(`There are no more answers: stopping before ${taskName(task)}.`)
        return
      }
      const outcome = await reconcileTask(task, world)
      unansweredInARow = hadNoAnswer(outcome) ? unansweredInARow + 1 : 0
      results.push({ task, outcome })
      world.log(`${results.length}/${tasks.length} ${taskName(task)} ${task.reason}: ${resultInLog(outcome)}`)
    }
  }
  // Tickets and issues are never reconciled at the same time, or two tasks could complete the same link twice.
  for (const kind of ['ticket', 'issue']) {
    const queue = tasks.filter(task => task.kind === kind)
    await Promise.all(Array.from({ length: CONCURRENCY }, () => work(queue)))
  }
  return results
}

function reconcileTask(task: Task, world: World): Promise<ItemOutcome> {
  if (task.kind === 'issue') return reconcileIssue(task.ref, world)
  return reconcileTicket(task.id, world, { thorough: task.thorough, number: task.number })
}

/** Whether a request got no answer at all. Its error then has a cause and no status. */
function hadNoAnswer({ error }: ItemOutcome): boolean {
  return error instanceof ServiceError && error.status === undefined && error.cause !== undefined
}

function describeFailures(failed: ItemOutcome[], all: number): string {
  const messages = [...new Set(failed.map(({ error }) => error?.message))]
  return `${failed.length} of ${all} failed; the others are done. ${messages.slice(0, 3).join(' ')}`
}
