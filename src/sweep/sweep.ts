import { reconcileIssue } from '../issue/reconcile.ts'
import type { Outcome } from '../outcome.ts'
import { reconcileTicket } from '../ticket/reconcile.ts'
import type { World } from '../world.ts'
import { collect, type Task } from './collect.ts'
import { paced } from './pace.ts'

/** How many tickets are worked on at once. */
const AT_ONCE = 3
/** Requests that a sweep leaves to the events of the hour. */
const RESERVE = 60

/**
 * Looks for what no event announced, and reconciles it: a few at a time, no more than `sweep.limit`, and not
 * further than the rate limit allows. One bad ticket does not stop it; what it left is found by the next.
 */
export async function sweep(world: World): Promise<Outcome> {
  const mailboxes = await world.freescout.mailboxes()
  const found = await collect(world, mailboxes)
  const tasks = found.slice(0, world.config.sweep.limit)
  world.log(
    `Found ${found.length} to look at${found.length > tasks.length ? `, taking ${tasks.length}` : ''}.`,
  )
  const items = await work(tasks, paced(world))
  const left = found.length - items.length
  const failed = items.filter(({ error }) => error)
  const outcome: Outcome = {
    result: failed.length ? 'failed' : 'swept',
    changes: items.flatMap(({ changes }) => changes),
    warnings: items.flatMap(({ warnings }) => warnings),
    swept: { items, left },
  }
  if (left) outcome.warnings.push(`${left} left for the next sweep.`)
  if (failed.length) outcome.error = new Error(failureOf(failed, items.length))
  return outcome
}

async function work(tasks: Task[], world: World): Promise<Outcome[]> {
  const items: Outcome[] = []
  const queue = [...tasks]
  const worker = async () => {
    for (let task = queue.shift(); task; task = queue.shift()) {
      if (world.github.remaining() < RESERVE) {
        world.log(`Only ${world.github.remaining()} requests are left this hour: stopping here.`)
        return
      }
      const outcome = await carryOut(task, world)
      items.push(outcome)
      world.log(`${items.length}/${tasks.length} ${nameOf(task)} ${task.why}: ${outcome.result}`)
    }
  }
  // Duplicates go first and alone: the tickets that they belong to come next.
  const duplicates = queue.filter(({ kind }) => kind === 'duplicate').length
  const rest = queue.splice(duplicates)
  await worker()
  queue.push(...rest)
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return items
}

async function carryOut(task: Task, world: World): Promise<Outcome> {
  switch (task.kind) {
    case 'ticket':
      return reconcileTicket(task.id, world)
    case 'issue':
      return reconcileIssue(task.ref, world)
    case 'duplicate':
      return closeDuplicate(task, world)
  }
}

async function closeDuplicate(
  { surplus, canonical, ticketId }: Extract<Task, { kind: 'duplicate' }>,
  { github, freescout, dryRun }: World,
): Promise<Outcome> {
  const outcome: Outcome = {
    result: 'updated',
    issue: surplus,
    ticket: { id: ticketId, url: freescout.ticketUrl(ticketId) },
    changes: [],
    warnings: [],
  }
  if (dryRun) return { ...outcome, changes: ['comment', 'close-duplicate'] }
  try {
    const other = canonical.repository === surplus.repository ? `#${canonical.number}` : canonical.url
    await github.comment(surplus, `Duplicate of ${other}: both were made from the same ticket.`)
    outcome.changes.push('comment')
    await github.closeIssue(surplus, 'duplicate')
    outcome.changes.push('close-duplicate')
    return outcome
  } catch (error) {
    return { ...outcome, result: 'failed', error: error as Error }
  }
}

function nameOf(task: Task): string {
  if (task.kind === 'ticket') return `ticket ${task.id}`
  const { repository, number } = task.kind === 'issue' ? task.ref : task.surplus
  return `issue ${repository}#${number}`
}

function failureOf(failed: Outcome[], all: number): string {
  const messages = [...new Set(failed.map(({ error }) => error?.message))]
  return `${failed.length} of ${all} could not be finished; the rest was. ${messages.slice(0, 3).join(' ')}`
}
