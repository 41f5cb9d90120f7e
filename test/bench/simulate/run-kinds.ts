import { issueMarker } from '../../../src/marks.ts'
import { HOME, issueUrl } from '../../support/bridge.ts'
import { type Script, scriptOf } from './scripts.ts'
import { type ConfigPlace, issueClosedEvent, openStage, type Stage, ticketEvent } from './stage.ts'

/** The kinds of runs of a month, by what they find. */
export type RunKind = keyof typeof KINDS

/** What each kind of run costs. */
export type Scripts = Record<RunKind, Script>

const MINUTE_MS = 60_000
const BOT = 'github-actions[bot]'

/**
 * Plays each kind of run once with the real code, and gives its requests. So the simulation can't count requests that the
 * product no longer makes.
 */
export async function recordRuns(place: ConfigPlace): Promise<Scripts> {
  const scripts: [string, Script][] = []
  for (const [kind, arrange] of Object.entries(KINDS)) {
    const stage = await openStage(place)
    try {
      stage.github.addIssue(HOME, { title: 'An older one', createdAt: '2026-10-01T08:00:00Z' })
      const event = await arrange(stage)
      scripts.push([kind, scriptOf(await stage.record(event))])
    } finally {
      await stage.close()
    }
  }
  return Object.fromEntries(scripts) as Scripts
}

/** How each kind of run finds both sides. Each function gives the event of the run. */
const KINDS = {
  /** A ticket without a trigger tag, seconds old: the run waits for tags. */
  'new-untagged': async stage => ticketEvent(stage.freescout.addTicket({ subject: 'New' }).id, stage.github),
  untagged: async stage => ticketEvent(addTicket(stage, []), stage.github),
  /** The ticket gets its issue. */
  files: async stage => ticketEvent(addTicket(stage), stage.github),
  /** The ticket was closed before it got its issue, and the issue says so. */
  'files-closed': async stage => {
    const id = addTicket(stage)
    stage.freescout.closeByReply(id)
    return ticketEvent(id, stage.github)
  },
  /** Another ticket's run made an issue while this one made its own. */
  'files-after-another': async stage => {
    const id = addTicket(stage)
    beforeCreation(stage, () => stage.github.addIssue(HOME, { title: 'Another' }))
    return ticketEvent(id, stage.github)
  },
  /** Another run made an issue for the same ticket meanwhile. This run closes its own. */
  'files-second': async stage => {
    const id = addTicket(stage)
    beforeCreation(stage, () => addMarked(stage, id))
    return ticketEvent(id, stage.github)
  },
  /** An earlier run made the issue and failed after that. */
  'half-filed': async stage => {
    const id = addTicket(stage)
    addMarked(stage, id)
    return ticketEvent(id, stage.github)
  },
  'half-filed-closed': async stage => {
    const id = addTicket(stage)
    addMarked(stage, id)
    stage.freescout.closeByReply(id)
    return ticketEvent(id, stage.github)
  },
  linked: async stage => ticketEvent(await addLinked(stage), stage.github),
  /** The ticket was closed, and its issue does not say so yet. */
  closing: async stage => {
    const id = await addLinked(stage)
    stage.freescout.closeByReply(id)
    return ticketEvent(id, stage.github)
  },
  closed: async stage => ticketEvent(await addClosed(stage), stage.github),
  /** The ticket was opened again, and its issue does not say so yet. */
  reopening: async stage => {
    const id = await addClosed(stage)
    stage.freescout.customerReply(id)
    return ticketEvent(id, stage.github)
  },
  reopened: async stage => {
    const id = await addClosed(stage)
    stage.freescout.customerReply(id)
    await stage.record(ticketEvent(id, stage.github))
    return ticketEvent(id, stage.github)
  },
  /** The issue of another bridge's repository is in the ticket's field. */
  foreign: async stage => {
    const id = addTicket(stage)
    stage.freescout.setField(id, 'github_issue_url', 'https://github.com/raxx-app/another-bridge/issues/7')
    return ticketEvent(id, stage.github)
  },
  /** Somebody closed the issue, and the ticket does not say so yet. */
  'issue-closing': async stage => {
    const id = await addLinked(stage)
    const number = Number(/\d+$/.exec(stage.freescout.field(id, 'github_issue_url')))
    stage.github.closeIssue(HOME, number)
    return issueClosedEvent(number)
  },
} satisfies Record<string, (stage: Stage) => Promise<ReturnType<typeof ticketEvent>>>

/** A ticket of some minutes ago. */
export function addTicket({ freescout, timeline }: Stage, tags = ['bug']): number {
  const createdAt = new Date(timeline.now() - 5 * MINUTE_MS)
  return freescout.addTicket({ subject: 'Orders time out', tags, createdAt }).id
}

/** A ticket that a run has linked with its issue. */
export async function addLinked(stage: Stage): Promise<number> {
  const id = addTicket(stage)
  await stage.record(ticketEvent(id, stage.github))
  if (!stage.freescout.ticket(id).tags.includes('auto-linked')) throw new Error('The ticket was not linked.')
  stage.timeline.skip(5 * MINUTE_MS)
  return id
}

/** A linked ticket that was closed, and whose issue says so. */
async function addClosed(stage: Stage): Promise<number> {
  const id = await addLinked(stage)
  stage.freescout.closeByReply(id)
  await stage.record(ticketEvent(id, stage.github))
  stage.timeline.skip(5 * MINUTE_MS)
  return id
}

/** An issue that a run made for the ticket; gives its URL. */
export function addMarked({ freescout, github, timeline }: Stage, id: number, at = timeline.now()): string {
  const marker = issueMarker({ id, url: `${freescout.url}/conversation/${id}` })
  const createdAt = new Date(at).toISOString()
  const labels = ['bug', 'freescout-linked']
  const issue = { title: 'Orders time out', body: `Text\n\n${marker}`, labels, author: BOT, createdAt }
  return issueUrl(github.addIssue(HOME, issue).number)
}

/** Lets something happen right before the run's own issue is made. */
function beforeCreation({ network }: Stage, happen: () => void): void {
  let hasHappened = false
  network.faults.push({
    match: ({ method, path }) => {
      if (hasHappened || method !== 'POST' || !path.endsWith('/issues')) return false
      hasHappened = true
      happen()
      return false
    },
    trouble: { dropBefore: true },
  })
}
