import { describe, expect, it } from 'vitest'
import { DAY_MS, HOUR_MS, planMonth } from '../../bench/simulate/month.ts'
import { randomFrom } from '../../chaos/random.ts'

const plan = planMonth(10_000, randomFrom(1))
const MINUTES_5 = 5 * 60_000

/** How many of the times are in each span of so many milliseconds. */
function counts(times: number[], spanMs: number): Map<number, number> {
  const found = new Map<number, number>()
  for (const at of times) found.set(Math.floor(at / spanMs), (found.get(Math.floor(at / spanMs)) ?? 0) + 1)
  return found
}

describe('The month that people plan', () => {
  it('has exactly as many tickets as asked for, in their order, within 30 days', () => {
    const times = plan.map(({ createdAt }) => createdAt)
    expect(times).toHaveLength(10_000)
    expect(times).toEqual(times.toSorted((one, other) => one - other))
    expect(times[0]).toBeGreaterThanOrEqual(0)
    expect(times.at(-1)).toBeLessThan(30 * DAY_MS)
  })

  it('is the same for the same seed, and another one for another', () => {
    expect(planMonth(10_000, randomFrom(1))).toEqual(plan)
    expect(planMonth(10_000, randomFrom(2))).not.toEqual(plan)
  })

  it('one ticket in five is to get an issue, most of them tagged at once', () => {
    const tagged = plan.filter(({ taggedAt }) => taggedAt !== undefined)
    expect(tagged.length / plan.length).toBeCloseTo(0.2, 1)
    const atOnce = tagged.filter(({ taggedAt, createdAt }) => taggedAt === createdAt + 1000)
    expect(atOnce.length / tagged.length).toBeCloseTo(0.75, 1)
  })

  it('working days are busy, and nights and weekends are not', () => {
    const times = plan.map(({ createdAt }) => createdAt)
    const perDay = [...counts(times, DAY_MS)]
    const mean = (days: [number, number][]) => days.reduce((sum, [, count]) => sum + count, 0) / days.length
    const [weekend, week] = [perDay.filter(([day]) => day % 7 >= 5), perDay.filter(([day]) => day % 7 < 5)]
    expect(mean(weekend)).toBeLessThan(mean(week) / 3)
  })

  it('incidents bring many tickets within five minutes', () => {
    const busiest = Math.max(
      ...counts(
        plan.map(({ createdAt }) => createdAt),
        MINUTES_5,
      ).values(),
    )
    expect(busiest).toBeGreaterThan((20 * 10_000 * MINUTES_5) / (30 * DAY_MS))
  })

  it('agents act after the ticket came in, and in working hours', () => {
    for (const { createdAt, notedAt, closedAt, reopenedAt, closedAgainAt } of plan) {
      expect(closedAt).toBeGreaterThanOrEqual(createdAt)
      if (reopenedAt !== undefined && closedAgainAt !== undefined) {
        expect(reopenedAt).toBeGreaterThanOrEqual(closedAt)
        expect(closedAgainAt).toBeGreaterThanOrEqual(reopenedAt)
      }
      for (const at of [notedAt, closedAt]) {
        const [day, hour] = [Math.floor(at / DAY_MS) % 7, Math.floor(at / HOUR_MS) % 24]
        expect(day).toBeLessThan(5)
        expect(hour).toBeGreaterThanOrEqual(8)
        expect(hour).toBeLessThan(18)
      }
    }
  })
})
