import { announcementComment } from '../../../src/render/comment.ts'
import { ENGLISH } from '../../../src/texts/english.ts'
import { HOME } from '../../support/bridge.ts'
import { addLinked, addMarked, addTicket } from './run-kinds.ts'
import { isToFreeScout, limitedRequest } from './scripts.ts'
import { CONFIG, type ConfigPlace, openStage, type Recorded, type Stage, SWEEP } from './stage.ts'

/** What a sweep has to do about one ticket or issue. */
export type TaskKind = keyof typeof TASKS

/**
 * REST requests to GitHub. `look`: to see what is to be done, without doing it. `act`: to see it and to do it. `freescout` are
 * the requests to FreeScout of both kinds of task.
 */
export type TaskCost = {
  look: number
  act: number
  writes: number
  freescout: { look: number; act: number }
}

/** What the lists of a sweep cost, in requests to each side. Slopes are for each 100 of what is listed. */
export type SweepCosts = {
  github: {
    /** With nothing to list. */
    base: number
    /** Linked issues that were created within the period, and did not change lately. */
    issues: number
    /** Linked issues that changed lately. */
    changedIssues: number
    /** Comments of within the period, older than a day, when closed tickets are listed. */
    oldComments: number
    /** Comments of the last day. */
    newComments: number
  }
  freescout: { base: number; tickets: number }
  tasks: Record<TaskKind, TaskCost>
}

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS
/** So many are listed to see how the number of requests grows. */
const LISTED = 300
const BOT = { author: 'github-actions[bot]', association: 'NONE' }

/** Plays sweeps with the real code over worlds of some hundred tickets, and compares their requests. */
export async function measureSweepCosts(place: ConfigPlace): Promise<SweepCosts> {
  const sweepOver = (
    arrange: (stage: Stage) => void | Promise<void>,
    options: { dryRun?: boolean; limit?: number } = {},
  ) => recordSweep(place, arrange, options)
  const slope = (more: number, less: number) => Math.max(0, Math.round((more - less) / (LISTED / 100)))

  const empty = await sweepOver(() => {})
  const old = await sweepOver(stage => addLinkedLongAgo(stage, 'open'))
  const closed = await sweepOver(stage => addLinkedLongAgo(stage, 'closed'))
  const changed = await sweepOver(stage => addChangedIssues(stage, LISTED), { limit: 1 })
  const oneChanged = await sweepOver(stage => addChangedIssues(stage, 1), { limit: 1 })
  const commented = await sweepOver(addComments)

  const tasks: [string, TaskCost][] = []
  for (const [kind, arrange] of Object.entries(TASKS)) {
    const [act, look] = [await sweepOver(arrange), await sweepOver(arrange, { dryRun: true })]
    tasks.push([
      kind,
      {
        look: look.github - empty.github,
        act: act.github - empty.github,
        writes: act.writes,
        freescout: {
          look: look.freescout - empty.freescout,
          act: act.freescout - empty.freescout,
        },
      },
    ])
  }
  return {
    github: {
      base: empty.github,
      issues: slope(old.github, empty.github),
      changedIssues: slope(changed.github, oneChanged.github),
      oldComments: slope(closed.github, old.github),
      newComments: slope(commented.github, empty.github),
    },
    freescout: { base: empty.freescout, tickets: slope(old.freescout, empty.freescout) },
    tasks: Object.fromEntries(tasks) as Record<TaskKind, TaskCost>,
  }
}

/** What a sweep finds, each time one. */
const TASKS = {
  files: stage => void addTicket(stage),
  'half-filed': stage => void addMarked(stage, addTicket(stage)),
  closing: async stage => {
    const id = await addLinked(stage)
    stage.timeline.skip(DAY_MS)
    stage.freescout.closeByReply(id)
  },
  'changed-issue': stage => addChangedIssues(stage, 1),
  'issue-closing': async stage => {
    const id = await addLinked(stage)
    stage.github.closeIssue(HOME, Number(/\d+$/.exec(stage.freescout.field(id, 'github_issue_url'))))
  },
} satisfies Record<string, (stage: Stage) => void | Promise<void>>

type Counted = { github: number; freescout: number; writes: number }

async function recordSweep(
  place: ConfigPlace,
  arrange: (stage: Stage) => void | Promise<void>,
  { dryRun = false, limit = 100 }: { dryRun?: boolean; limit?: number },
): Promise<Counted> {
  const stage = await openStage(place, `${CONFIG}sweep: { limit: ${limit} }\n`)
  try {
    stage.github.addIssue(HOME, { title: 'An older one', createdAt: '2026-10-01T08:00:00Z' })
    await arrange(stage)
    return countOf(await stage.record(SWEEP, { inputs: { 'dry-run': String(dryRun) } }))
  } finally {
    await stage.close()
  }
}

function countOf({ run, attempts }: Recorded): Counted {
  if (run.exitCode !== 0) throw new Error(`A sweep that was to be recorded failed: ${run.log}`)
  const toGitHub = attempts.filter(attempt => !isToFreeScout(attempt)).map(limitedRequest)
  const core = toGitHub.filter(({ resource }) => resource === 'core')
  return {
    github: core.length,
    freescout: attempts.length - toGitHub.length,
    writes: core.filter(({ writes }) => writes).length,
  }
}

/** Tickets that were linked ten days ago; `closed`: each was closed then, and its issue says so. */
function addLinkedLongAgo(stage: Stage, status: 'open' | 'closed'): void {
  const { freescout, github, timeline } = stage
  for (let at = 0; at < LISTED; at++) {
    const id = addTicket(stage, ['bug', 'auto-linked'])
    const url = addMarked(stage, id)
    freescout.setField(id, 'github_issue_url', url)
    if (status === 'open') continue
    freescout.closeTicket(id)
    const ticketUrl = `${freescout.url}/conversation/${id}`
    const closedAt = freescout.ticket(id).closedAt ?? ''
    const text = announcementComment({ kind: 'resolved', at: closedAt, ticketUrl }, ENGLISH)
    github.comment(HOME, Number(/\d+$/.exec(url)), text, BOT)
  }
  timeline.skip(10 * DAY_MS)
}

function addChangedIssues(stage: Stage, count: number): void {
  for (let at = 0; at < count; at++) {
    const id = addTicket(stage, ['bug', 'auto-linked'])
    stage.freescout.setField(id, 'github_issue_url', addMarked(stage, id))
  }
}

/** Comments of today on an issue that has nothing to do with tickets. */
function addComments({ github }: Stage): void {
  for (let at = 0; at < LISTED; at++) github.comment(HOME, 1, 'The same here.')
}
