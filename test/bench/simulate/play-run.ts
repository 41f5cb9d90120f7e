import { CLOCK_SKEW_MS } from '../../../src/clock.ts'
import { UNLABELLED_PAGES } from '../../../src/link/issues-from-ticket.ts'
import { FRESH_MS } from '../../../src/ticket/await-tags.ts'
import type { Process } from './agenda.ts'
import type { Bridge } from './bridge.ts'
import { applyEffect, closeDuplicate } from './effects.ts'
import { createRequester, type Requester } from './retry-policy.ts'
import type { RunKind } from './run-kinds.ts'
import type { Step } from './scripts.ts'
import { ROUND_TRIP_MS } from './stage.ts'
import { countSince, issueOf, type SimulatedTicket } from './tickets.ts'

const PER_PAGE = 100

/** What a run for a ticket finds, by what both sides hold at its start. */
export function kindOfTicketRun(ticket: SimulatedTicket, bridge: Bridge): RunKind {
  const { agenda, sources } = bridge
  const isClosed = ticket.status === 'closed'
  if (!sources.includes(ticket.plan.source)) return ticket.hasField ? 'foreign' : 'untagged'
  if (ticket.isLinked) {
    if (ticket.unannounced) return ticket.unannounced
    if (ticket.closedAt === undefined) return 'linked'
    return isClosed ? 'closed' : 'reopened'
  }
  if (issueOf(ticket)) return isClosed ? 'half-filed-closed' : 'half-filed'
  if (ticket.isTagged) return isClosed ? 'files-closed' : 'files'
  return agenda.now() - ticket.createdAt < FRESH_MS ? 'new-untagged' : 'untagged'
}

/** A run for a ticket, or for the issue of one. */
export function* playRun(
  about: { ticket: SimulatedTicket; issueWasClosed?: boolean },
  bridge: Bridge,
): Process {
  const { ticket, issueWasClosed = false } = about
  const kind = issueWasClosed ? 'issue-closing' : kindOfTicketRun(ticket, bridge)
  const { counts, limits } = bridge
  const requester = createRequester(limits, { roundTripMs: ROUND_TRIP_MS })
  const isDone = yield* playScript({ kind, ticket, requester }, bridge)
  counts.ended++
  if (!isDone) counts.failed++
}

type Played = { kind: RunKind; ticket: SimulatedTicket; requester: Requester }

/** Plays the requests of a run one after the other. Gives `false` when it gives up at a limit of GitHub. */
function* playScript({ kind, ticket, requester }: Played, bridge: Bridge): Generator<number, boolean, void> {
  const { agenda, scripts, counts, repository } = bridge
  let { steps, endsAt } = scripts[kind]
  const lacksNote = issueOf(ticket)?.lacksNote ?? false
  const creation = steps.findIndex(({ effect }) => effect === 'create-issue')
  const listing = steps.slice(0, Math.max(creation, 0)).findLastIndex(({ to }) => to === 'github')
  /** The run's own time: what it would be without waits. */
  let at = 0
  let highestListed = repository.lastNumber
  for (let index = 0; index < steps.length; index++) {
    const step = steps[index] as Step
    if (step.at > at) {
      yield step.at - at
      at = step.at
    }
    if (step.to === 'freescout') {
      counts.requests.freescout++
      if (step.effect && isNeeded(step, { kind, lacksNote })) applyEffect(step.effect, ticket, bridge)
      continue
    }
    const from = agenda.now()
    const refusal = yield* requester.send(step.request, agenda.now)
    if (!refusal) counts.requests.github++
    // Without GraphQL's answer the note only lacks a name.
    if (refusal && step.request.resource === 'core') return false
    at += Math.min(agenda.now() - from, ROUND_TRIP_MS)
    if (step.effect === 'create-issue') {
      const [isFirst, isNext] = [issueOf(ticket) === undefined, repository.lastNumber === highestListed]
      applyEffect('create-issue', ticket, bridge)
      if (!isFirst) closeDuplicate(ticket, bridge)
      if (kind === 'files' && !(isFirst && isNext)) {
        const other = scripts[isFirst ? 'files-after-another' : 'files-second']
        steps = other.steps.map(one => (isFirst ? one : { ...one, effect: undefined }))
        endsAt = other.endsAt
        index = steps.findIndex(({ at: time }) => time > step.at) - 1
      }
      continue
    }
    if (step.effect) applyEffect(step.effect, ticket, bridge)
    if (index === listing) {
      highestListed = repository.lastNumber
      for (let page = 1; page < pagesBackTo(ticket, bridge); page++) {
        if (yield* requester.send({ resource: 'core', writes: false, creates: false }, agenda.now))
          return false
        counts.requests.github++
      }
    }
  }
  if (endsAt > at) yield endsAt - at
  return true
}

/** A second run for a closed issue writes no second note. */
function isNeeded({ effect }: Step, { kind, lacksNote }: { kind: RunKind; lacksNote: boolean }): boolean {
  return !(effect === 'add-note' && kind === 'issue-closing') || lacksNote
}

/** How many pages a run lists to see every issue since the ticket came in. */
export function pagesBackTo({ createdAt }: SimulatedTicket, { repository }: Bridge): number {
  const newer = countSince(repository.issueTimes, createdAt - CLOCK_SKEW_MS)
  const pages = Math.floor(newer / PER_PAGE) + 1
  return pages <= UNLABELLED_PAGES ? pages : UNLABELLED_PAGES + pages
}
