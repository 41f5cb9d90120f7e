import { CONCURRENCY, RESERVED_REQUESTS } from '../../../src/sweep/sweep.ts'
import { BETWEEN_WRITES_MS } from '../../../src/sweep/sweep-world.ts'
import type { Process } from './agenda.ts'
import type { Bridge, RunCounts } from './bridge.ts'
import { applyEffect } from './effects.ts'
import { DAY_MS } from './month.ts'
import { createRequester, type Requester } from './retry-policy.ts'
import { ROUND_TRIP_MS } from './stage.ts'
import type { TaskKind } from './sweep-costs.ts'
import { changedLately, countSince, issueOf, type SimulatedTicket } from './tickets.ts'

/** The sweep's settings, as the configuration's defaults have them. */
export type SweepSettings = { limit: number; maxNew: number; timeoutMs: number }

type Task = { ticket: SimulatedTicket; kind: TaskKind }

const PER_PAGE = 100
const READ = { resource: 'core', writes: false, creates: false } as const
const CREATE = { resource: 'core', writes: true, creates: true } as const
/** FreeScout's requests for one ticket that gets its issue, one after the other. */
const FREESCOUT_MS = 4 * ROUND_TRIP_MS

/** What a sweep left undone. `heldBack`: so many it would have created, and created none. */
export type SweepResult = { heldBack: number }

/**
 * A sweep: lists, then tasks. Its lists cost what they cost the real code. The rules about tasks are those of src/sweep:
 * tickets first and the newest of them, `limit`, the brake with its first look, and the requests that are left to events.
 */
export function* playSweep(
  bridge: Bridge,
  settings: SweepSettings,
  onResult: (result: SweepResult) => void,
): Process {
  const { agenda, counts, limits } = bridge
  const endsAt = agenda.now() + settings.timeoutMs
  const requester = createRequester(limits, { roundTripMs: ROUND_TRIP_MS })
  // Three tasks are under way at the same time, so a request of theirs takes a third of its time.
  const forTasks = createRequester(limits, { roundTripMs: ROUND_TRIP_MS / CONCURRENCY })
  const read = function* (requests: number): Generator<number, boolean, void> {
    for (let done = 0; done < requests && agenda.now() < endsAt; done++) {
      if (yield* requester.send(READ, agenda.now)) return false
      countRequest(counts)
    }
    return agenda.now() < endsAt
  }
  counts.sweeps++
  const lists = listRequests(bridge)
  const hasIssues = yield* read(lists.issues)
  counts.requests.freescout += lists.freescout
  yield lists.freescout * ROUND_TRIP_MS
  const hasComments = yield* read(lists.comments)
  if (!hasIssues || !hasComments) counts.cutSweeps++
  if (agenda.now() >= endsAt) {
    counts.failed++
    return onResult({ heldBack: 0 })
  }

  const tasks = findTasks(bridge, hasComments).slice(0, settings.limit)
  const isBraking = tasks.length > settings.maxNew || !hasIssues
  let toDo = tasks
  let heldBack = 0
  if (isBraking) {
    const looked = yield* reconcile(tasks, { act: false, bridge, requester: forTasks, endsAt })
    const creating = looked.filter(({ kind }) => kind === 'files')
    const unknown = hasIssues ? tasks.length - looked.length : Number.POSITIVE_INFINITY
    const isBraked = creating.length > 0 && creating.length + unknown > settings.maxNew
    // When a list is missing, the next sweep goes on by itself. Else somebody has to pass this number.
    heldBack = isBraked && hasIssues ? creating.length + unknown : 0
    toDo = looked.filter(({ kind }) => kind !== 'changed-issue' && !(isBraked && kind === 'files'))
    if (heldBack > 0) counts.brakedSweeps++
  }
  const done = yield* reconcile(toDo, { act: true, bridge, requester: forTasks, endsAt })
  if (done.length < toDo.length) counts.cutSweeps++
  if (heldBack > 0 || !hasIssues || !hasComments) counts.failed++
  onResult({ heldBack })
}

function countRequest({ requests }: RunCounts): void {
  requests.github++
  requests.sweeps++
}

/** How many requests the lists take, by what there is to list. */
function listRequests({ repository, sweepCosts, unlinked, agenda, sinceMs }: Bridge) {
  const { github, freescout } = sweepCosts
  const now = agenda.now()
  const pages = (items: number) => Math.floor(items / PER_PAGE)
  const issues = countSince(repository.issueTimes, now - sinceMs)
  const newComments = countSince(repository.commentTimes, now - DAY_MS)
  const oldComments = Math.max(0, countSince(repository.commentTimes, now - sinceMs) - newComments)
  const changed = changedLately(repository, now).length
  return {
    issues:
      github.base +
      pages(issues) * github.issues +
      pages(changed) * Math.max(0, github.changedIssues - github.issues),
    comments: pages(newComments) * github.newComments + pages(oldComments) * github.oldComments,
    // Tickets of the period: five for each issue. The list of tagged tickets has the open ones only.
    freescout: freescout.base + pages(5 * issues) + pages(unlinked.size),
  }
}

/** Tickets before issues, the newest ticket first. Without the comments nobody knows which closings are announced. */
function findTasks({ unlinked, unannounced, repository, agenda }: Bridge, hasComments: boolean): Task[] {
  const tickets: Task[] = []
  for (const ticket of unlinked) {
    const kind = issueOf(ticket) ? 'half-filed' : 'files'
    // Nobody expects an issue for a closed ticket. A link that is not complete is found in any case, if the field is there.
    if (ticket.status === 'active' || ticket.hasField) tickets.push({ ticket, kind })
  }
  if (hasComments) for (const ticket of unannounced) tickets.push({ ticket, kind: 'closing' })
  const issues = changedLately(repository, agenda.now()).map(
    (ticket): Task => ({ ticket, kind: issueOf(ticket)?.lacksNote ? 'issue-closing' : 'changed-issue' }),
  )
  return [...tickets.toSorted((one, other) => other.ticket.id - one.ticket.id), ...issues]
}

type Work = { act: boolean; bridge: Bridge; requester: Requester; endsAt: number }

/**
 * Looks at the tasks, or carries them out. Gives those that were reached. Writes are a second apart.
 */
function* reconcile(
  tasks: Task[],
  { act, bridge, requester, endsAt }: Work,
): Generator<number, Task[], void> {
  const { agenda, limits, counts, sweepCosts } = bridge
  const reached: Task[] = []
  let lastWriteAt = 0
  for (const task of tasks) {
    if (limits.left(agenda.now()) < RESERVED_REQUESTS || agenda.now() >= endsAt) return reached
    const cost = sweepCosts.tasks[task.kind]
    const reads = act ? cost.act - cost.writes : cost.look
    counts.requests.freescout += act ? cost.freescout.act : cost.freescout.look
    let isRefused = false
    for (let done = 0; done < reads && !isRefused; done++) {
      isRefused = (yield* requester.send(READ, agenda.now)) !== undefined
      if (!isRefused) countRequest(counts)
    }
    if (act && !isRefused && cost.writes > 0 && !isDoneAlready(task)) {
      yield Math.max(0, lastWriteAt + BETWEEN_WRITES_MS - agenda.now())
      lastWriteAt = agenda.now()
      isRefused = (yield* requester.send(CREATE, agenda.now)) !== undefined
      if (!isRefused) countRequest(counts)
    }
    reached.push(task)
    if (act && !isRefused) {
      finish(task, bridge)
      yield FREESCOUT_MS / CONCURRENCY
    }
  }
  return reached
}

/** Another run may have done it since the lists were read. */
function isDoneAlready({ ticket, kind }: Task): boolean {
  if (kind === 'closing') return ticket.unannounced === undefined
  return kind === 'files' && ticket.issues.length > 0
}

/** The task is carried out. */
function finish(task: Task, bridge: Bridge): void {
  const { ticket, kind } = task
  if (kind === 'closing' && !isDoneAlready(task)) applyEffect('comment', ticket, bridge)
  if (kind === 'issue-closing' && issueOf(ticket)?.lacksNote) applyEffect('add-note', ticket, bridge)
  if ((kind !== 'files' && kind !== 'half-filed') || ticket.isLinked) return
  if (kind === 'files' && ticket.issues.length === 0) applyEffect('create-issue', ticket, bridge)
  for (const effect of ['write-field', 'add-note', 'add-tags'] as const) applyEffect(effect, ticket, bridge)
}
