import { createReceiver } from '../../../receiver/app.ts'
import type { HttpFetch } from '../../../src/http/http-client.ts'
import { readIssueMarker } from '../../../src/marks.ts'
import { randomFrom } from '../../chaos/random.ts'
import { HOME } from '../../support/bridge.ts'
import { sign } from '../../support/freescout-emulator/index.ts'
import { settings } from '../../support/receiver.ts'
import { createTokenLimits, HOURLY, type TokenLimits } from './github-limits.ts'
import { DAY_MS, HOUR_MS, type PlannedTicket } from './month.ts'
import { createRunQueue, FREE_PLAN_JOBS } from './run-queue.ts'
import { limitedRequest } from './scripts.ts'
import {
  type ConfigPlace,
  issueClosedEvent,
  openStage,
  ROUND_TRIP_MS,
  type Stage,
  type StageEvent,
  SWEEP,
  ticketEvent,
} from './stage.ts'
import { createWebhookQueue } from './webhooks.ts'
import { GROUPS, type WorkflowLimits } from './workflow-limits.ts'

/** How a month went that the real code played. */
export type RealMonth = {
  /** The ids of the linked tickets, and of those with more than one open issue. */
  linked: number[]
  doubled: number[]
  runs: number
  failed: number
  requests: { github: number; freescout: number }
}

type Options = {
  place: ConfigPlace
  workflow: WorkflowLimits
  seed: number
  days: number
  afterwardsMs: number
  perHour: number
}

/**
 * Plays a small month with the real action, the real receiver and both emulators, under the same limits as the simulation. It
 * takes seconds for a hundred tickets. A test compares both.
 */
export async function playRealMonth(plan: PlannedTicket[], options: Options): Promise<RealMonth> {
  const { place, workflow, seed, days, afterwardsMs, perHour } = options
  const stage = await openStage(place)
  try {
    const { timeline, github } = stage
    const limits = createTokenLimits({ perHour })
    const queue = createRunQueue(timeline, {
      jobs: { free: FREE_PLAN_JOBS, waiting: [] },
      random: randomFrom(seed),
    })
    const counts = { runs: 0, failed: 0, requests: { github: 0, freescout: 0 } }
    const deliver = connectReceiver(stage, id => start(GROUPS.ticket(id), ticketEvent(id, github)))

    function start(group: string, event: StageEvent): void {
      queue.add(group, ended => {
        counts.runs++
        const limited = limitedFetch(stage, { limits, counts: counts.requests, deliver })
        // Reading its event takes a run real time. Simulated time goes on with its first request.
        return new Promise(begun => {
          const fetch: HttpFetch = (...request) => {
            begun()
            return limited(...request)
          }
          void stage.play(event, { fetch }).then(({ exitCode }) => {
            counts.failed += exitCode
            ended()
            begun()
          })
        })
      })
    }

    github.onIssueEvent(({ action, issue }) => {
      if (action === 'closed')
        start(GROUPS.issue(Number(issue.number)), issueClosedEvent(Number(issue.number)))
    })
    stage.freescout.workflows.onTag('bug', 'autolink.tagged')
    const endsAfter = days * DAY_MS + afterwardsMs
    for (const planned of plan) playPeopleForReal(planned, { stage, deliver, endsAfter })
    for (let at = 0; at < endsAfter; at += HOUR_MS) {
      timeline.after(at + workflow.sweepMinute * 60_000, () => start(GROUPS.sweep, SWEEP))
    }
    await timeline.runOut()
    return { ...counts, ...linksOf(stage) }
  } finally {
    await stage.close()
  }
}

/** Gives the function that hands what FreeScout has to send to the receiver, in the order and with the repeats of its queue. */
function connectReceiver({ freescout, timeline }: Stage, dispatch: (ticketId: number) => void): () => void {
  const limits = createTokenLimits({ perHour: HOURLY.personal })
  const receiver = createReceiver({
    settings: settings({ secrets: [freescout.secret] }),
    now: timeline.now,
    log: () => {},
    send: async (_, { body }) => {
      const refusal = limits.take({ resource: 'core', writes: true, creates: false }, timeline.now())
      if (refusal) return refusal
      dispatch(JSON.parse(body ?? '').client_payload.conversation_id)
      return { status: 204, headers: new Headers(), text: '' }
    },
  })
  freescout.subscribe('http://receiver.example/api/webhooks/freescout/ops')
  const webhooks = createWebhookQueue(timeline)
  const send = async ({ event, body }: { event: string; body: string }) => {
    const headers = { 'x-freescout-event': event, 'x-freescout-signature': sign(body, freescout.secret) }
    const url = 'http://receiver.example/api/webhooks/freescout/ops'
    return (await receiver.fetch(new Request(url, { method: 'POST', body, headers }))).status
  }
  return () => {
    for (const delivery of freescout.pending.splice(0)) {
      timeline.after(delivery.dueAt - timeline.now(), () => webhooks.add({ send: () => send(delivery) }))
    }
  }
}

type Limiting = { limits: TokenLimits; counts: RealMonth['requests']; deliver: () => void }

/** The network of the stage, with GitHub's limits in it. */
function limitedFetch(
  { network, timeline, github }: Stage,
  { limits, counts, deliver }: Limiting,
): HttpFetch {
  const send = network.fetchOf({ id: 0, look: () => 1, dead: () => false, kill: () => {} })
  return async (url, request = {}) => {
    if (!url.startsWith(github.url)) {
      counts.freescout++
      const answer = await send(url, request)
      deliver()
      return answer
    }
    const { pathname: path } = new URL(url)
    const refusal = limits.take(limitedRequest({ method: request.method ?? 'GET', path }), timeline.now())
    if (refusal) {
      await timeline.sleep(ROUND_TRIP_MS)
      return { ...refusal, text: async () => refusal.text }
    }
    counts.github++
    const answer = await send(url, request)
    const headers = new Headers([...answer.headers])
    headers.set('x-ratelimit-remaining', String(limits.left(timeline.now())))
    return { status: answer.status, headers, text: () => answer.text() }
  }
}

function playPeopleForReal(
  planned: PlannedTicket,
  { stage, deliver, endsAfter }: { stage: Stage; deliver: () => void; endsAfter: number },
): void {
  const { freescout, github, timeline } = stage
  let id = 0
  const at = (time: number | undefined, act: () => void) => {
    if (time === undefined || time >= endsAfter) return
    timeline.after(time, () => {
      act()
      deliver()
    })
  }
  at(planned.createdAt, () => {
    id = freescout.addTicket({ subject: 'Orders time out' }).id
  })
  at(planned.taggedAt, () => freescout.setTags(id, [...freescout.ticket(id).tags, 'bug']))
  at(planned.notedAt, () => freescout.agentNote(id, '<p>A note</p>'))
  at(planned.closedAt, () => freescout.closeByReply(id))
  at(planned.reopenedAt, () => freescout.customerReply(id))
  at(planned.closedAgainAt, () => freescout.closeByReply(id))
  at(planned.issueClosedAt, () => {
    const number = Number(/\d+$/.exec(freescout.field(id, 'github_issue_url')))
    if (number) github.closeIssue(HOME, number)
  })
}

function linksOf({ freescout, github }: Stage): Pick<RealMonth, 'linked' | 'doubled'> {
  const issues = github.issues(HOME).filter(({ stateReason }) => stateReason !== 'duplicate')
  const ofTicket = (id: number) => issues.filter(({ body }) => readIssueMarker(body ?? '')?.id === id)
  const tickets = [...freescout.tickets.values()]
  return {
    linked: tickets.filter(({ tags }) => tags.includes('auto-linked')).map(({ id }) => id),
    doubled: tickets.filter(({ id }) => ofTicket(id).length > 1).map(({ id }) => id),
  }
}
