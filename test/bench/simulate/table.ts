import { cpus, platform } from 'node:os'
import { HOURLY, type Limit, SECONDARY } from './github-limits.ts'
import type { MonthResult } from './results.ts'

/** The simulation's part of docs/performance.md: where it was played, the table, and how busy the months were. */
export function simulationPage(results: MonthResult[], { seconds }: { seconds: number }): string {
  const machine = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown'}, ${platform()}, Node ${process.versions.node}`
  const date = new Date().toISOString().slice(0, 10)
  const busiest = Math.max(...results.map(({ busiest: times }) => times))
  return [
    `\`npm run simulate\`, ${date}, ${machine}, in ${seconds} s. The busiest hour has ${busiest.toFixed(0)} times as many events as an average one.`,
    '',
    '| Tickets a month, and the setup | Linked exactly once | No issue for good | Two issues | Late: p50 · p99 · max | Runs | Failed · dropped | Requests in the busiest hour | Share of sweeps | What refuses |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|---|',
    ...results.map(rowOf),
  ].join('\n')
}

function rowOf(result: MonthResult): string {
  const { setup, wanted, linkedOnce, lost, doubled, late, runs, failedRuns, droppedRuns, busiestHour } =
    result
  const cells = [
    `${count(result.tickets)}, ${setup.name}`,
    `${count(linkedOnce)} of ${count(wanted)}`,
    count(lost),
    count(doubled),
    [late.p50, late.p99, late.max].map(duration).join(' · '),
    count(runs),
    `${count(failedRuns)} · ${count(droppedRuns)}`,
    count(busiestHour),
    `${Math.round((100 * result.requests.sweeps) / result.requests.github)} %`,
    whatRefuses(result),
  ]
  return `| ${cells.join(' | ')} |`
}

/** The limits that were met, the worst first. */
export function whatRefuses({ setup, refusals, ...counted }: MonthResult): string {
  const { refusedDeliveries, brakedSweeps, sweeps, byHand } = counted
  const names: Record<Limit, string> = {
    'requests an hour': `${count(HOURLY[setup.token])} requests an hour`,
    'creations a minute': `${SECONDARY.creationsPerMinute} creations a minute`,
    'creations an hour': `${SECONDARY.creationsPerHour} creations an hour`,
    'points a minute': `${SECONDARY.pointsPerMinute} points a minute`,
  }
  const limits = [
    ...Object.entries(refusals).map(([limit, times]) => ({
      times,
      words: `${names[limit as Limit]}: ${count(times)} ×`,
    })),
    { times: refusedDeliveries, words: `receiver: ${count(refusedDeliveries)} ×, sent again` },
    {
      times: brakedSweeps,
      words: `\`max-new\`: ${count(brakedSweeps)} of ${count(sweeps)} sweeps, by hand ${count(byHand)} ×`,
    },
  ]
  const met = limits.filter(({ times }) => times > 0).toSorted((one, other) => other.times - one.times)
  return met.map(({ words }) => words).join('; ') || 'nothing'
}

function count(number: number): string {
  return number.toLocaleString('en')
}

/** Seconds in the largest unit that fits: `11 s`, `4 min`, `2.3 h`, `5.1 d`. */
export function duration(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`
  if (seconds < 172_800) return `${(seconds / 3600).toFixed(1)} h`
  return `${(seconds / 86_400).toFixed(1)} d`
}
