import { quantile } from '../figures.ts'
import type { Bridge } from './bridge.ts'
import type { Limit } from './github-limits.ts'
import { HOUR_MS } from './month.ts'
import type { Played, Setup } from './simulate.ts'
import type { SimulatedTicket } from './tickets.ts'

/** What people want to know of a month. It is counted from the tickets and issues as they are in the end. */
export type MonthResult = {
  tickets: number
  setup: Setup
  /** Tickets that should have an issue, and how many are linked with exactly one. */
  wanted: number
  linkedOnce: number
  /** Tickets that have no issue for good, and tickets with more than one open issue. */
  lost: number
  doubled: number
  /** Seconds from the tag until the link is complete. */
  late: { p50: number; p99: number; max: number }
  runs: number
  failedRuns: number
  droppedRuns: number
  brakedSweeps: number
  sweeps: number
  byHand: number
  /** `sweeps` are those of `github` that sweeps made. */
  requests: { github: number; sweeps: number; freescout: number }
  /** The most REST requests that one token made in an hour of the clock. */
  busiestHour: number
  /** Requests that GitHub refused, by limit, and deliveries that the receiver refused. */
  refusals: Record<Limit, number>
  refusedDeliveries: number
  /** Closings and reopenings that no comment announces. */
  unannounced: number
  /** Deliveries in the busiest hour, as a multiple of those in an average hour. */
  busiest: number
}

/** Counts what a month came to. Nothing is taken from what the runs say of themselves but their number. */
export function resultOf({ setup, tickets, bridges, receivers, webhooks, byHand }: Played): MonthResult {
  const wanted = tickets.filter(({ isTagged }) => isTagged)
  const openIssues = ({ issues }: SimulatedTicket) => issues.filter(({ isDuplicate }) => !isDuplicate).length
  const linkedOnce = wanted.filter(ticket => ticket.isLinked && ticket.hasField && openIssues(ticket) === 1)
  const late = linkedOnce.map(({ linkedAt, taggedAt }) => (linkedAt - taggedAt) / 1000)
  const sum = (of: (bridge: Bridge) => number) => bridges.reduce((total, bridge) => total + of(bridge), 0)
  const limits = [...new Set(bridges.map(bridge => bridge.limits))]
  return {
    tickets: tickets.length,
    setup,
    wanted: wanted.length,
    linkedOnce: linkedOnce.length,
    lost: wanted.filter(ticket => !ticket.isLinked).length,
    doubled: tickets.filter(ticket => openIssues(ticket) > 1).length,
    late: { p50: quantile(late, 0.5), p99: quantile(late, 0.99), max: quantile(late, 1) },
    runs: sum(({ counts }) => counts.ended + counts.sweeps),
    failedRuns: sum(({ counts }) => counts.failed),
    droppedRuns: sum(({ queue }) => queue.counts.dropped) + webhooks.givenUp,
    brakedSweeps: sum(({ counts }) => counts.brakedSweeps),
    sweeps: sum(({ counts }) => counts.sweeps),
    byHand,
    requests: {
      github: sum(({ counts }) => counts.requests.github),
      sweeps: sum(({ counts }) => counts.requests.sweeps),
      freescout: sum(({ counts }) => counts.requests.freescout),
    },
    busiestHour: Math.max(...limits.map(({ busiestHour }) => busiestHour())),
    refusals: sumOf(limits.map(({ refused }) => refused)),
    refusedDeliveries: receivers.reduce((total, { counts }) => total + counts.refused, 0),
    unannounced: tickets.filter(({ isLinked, unannounced }) => isLinked && unannounced).length,
    busiest: busiestOf(tickets),
  }
}

function sumOf<Key extends string>(counts: Record<Key, number>[]): Record<Key, number> {
  const sums: Partial<Record<Key, number>> = {}
  for (const count of counts) for (const key in count) sums[key] = (sums[key] ?? 0) + count[key]
  return sums as Record<Key, number>
}

/** How much busier than an average hour the busiest is, by what people do. */
function busiestOf(tickets: SimulatedTicket[]): number {
  const perHour = new Map<number, number>()
  let [all, last] = [0, 0]
  for (const { plan } of tickets) {
    for (const at of [plan.createdAt, plan.taggedAt, plan.notedAt, plan.closedAt, plan.issueClosedAt]) {
      if (at === undefined) continue
      const hour = Math.floor(at / HOUR_MS)
      perHour.set(hour, (perHour.get(hour) ?? 0) + 1)
      all++
      last = Math.max(last, hour)
    }
  }
  const hours = 30 * 24
  return Math.max(...perHour.values()) / (all / Math.min(hours, last + 1))
}
