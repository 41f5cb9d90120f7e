import { describe, expect, it } from 'vitest'
import type { MonthResult } from '../../bench/simulate/results.ts'
import { setupsFor } from '../../bench/simulate/setups.ts'
import { duration, simulationPage, whatRefuses } from '../../bench/simulate/table.ts'

const [PLAIN] = setupsFor(3000)

function month(changes: Partial<MonthResult> = {}): MonthResult {
  if (!PLAIN) throw new Error('There is no setup.')
  return {
    tickets: 10_000,
    setup: PLAIN,
    wanted: 2000,
    linkedOnce: 1990,
    lost: 10,
    doubled: 0,
    late: { p50: 11.4, p99: 300, max: 90_000 },
    runs: 38_000,
    failedRuns: 12,
    droppedRuns: 0,
    brakedSweeps: 0,
    sweeps: 792,
    byHand: 0,
    requests: { github: 100, sweeps: 61, freescout: 1 },
    busiestHour: 1000,
    refusals: {
      'requests an hour': 0,
      'creations a minute': 0,
      'creations an hour': 0,
      'points a minute': 0,
    },
    refusedDeliveries: 0,
    unannounced: 0,
    busiest: 6,
    ...changes,
  }
}

describe('The table of the simulation', () => {
  it('has a row for each month, with what was linked, lost and doubled', () => {
    const rows = simulationPage([month()], { seconds: 100 }).split('\n')
    expect(rows.at(-1)).toContain(
      '| 1,990 of 2,000 | 10 | 0 | 11 s · 5 min · 25.0 h | 38,000 | 12 · 0 | 1,000 | 61 % | nothing |',
    )
    expect(rows[0]).toContain('6 times as many events as an average one')
  })

  it('names the limits that were met, the worst first', () => {
    const refusals = { ...month().refusals, 'requests an hour': 5, 'creations an hour': 1200 }
    const met = month({ refusals, refusedDeliveries: 70, brakedSweeps: 3, byHand: 2 })
    expect(whatRefuses(met)).toBe(
      '500 creations an hour: 1,200 ×; receiver: 70 ×, sent again; 1,000 requests an hour: 5 ×; ' +
        '`max-new`: 3 of 792 sweeps, by hand 2 ×',
    )
  })

  it.each([
    [11.4, '11 s'],
    [300, '5 min'],
    [7200, '2.0 h'],
    [172_800, '2.0 d'],
  ])('says %d seconds as %s', (seconds, words) => {
    expect(duration(seconds)).toBe(words)
  })
})
