import { describe, expect, it } from 'vitest'
import { createAgenda } from '../../bench/simulate/agenda.ts'
import { createRunQueue } from '../../bench/simulate/run-queue.ts'
import { randomFrom } from '../../chaos/random.ts'

const MINUTE = 60_000

function openQueue(jobs = 20) {
  const agenda = createAgenda(0)
  const queue = createRunQueue(agenda, { jobs: { free: jobs, waiting: [] }, random: randomFrom(1) })
  const seen: string[] = []
  let underWay = 0
  let mostUnderWay = 0
  const add = (group: string, name = group) =>
    queue.add(group, ended => {
      underWay++
      mostUnderWay = Math.max(mostUnderWay, underWay)
      seen.push(name)
      agenda.after(1000, () => {
        underWay--
        ended()
      })
    })
  return { agenda, queue, seen, add, mostUnderWay: () => mostUnderWay }
}

describe("GitHub's queue of runs", () => {
  it('the runs of a group run one at a time, in their order', async () => {
    const { agenda, add, seen, mostUnderWay } = openQueue()
    for (const name of ['a', 'b', 'c']) add('ticket-1', name)
    await agenda.run(5 * MINUTE)
    expect(seen).toEqual(['a', 'b', 'c'])
    expect(mostUnderWay()).toBe(1)
  })

  it('runs of different groups run at the same time, as many as there are jobs', async () => {
    const { agenda, add, seen, mostUnderWay } = openQueue(3)
    for (let ticket = 0; ticket < 30; ticket++) add(`ticket-${ticket}`)
    await agenda.run(10 * MINUTE)
    expect(seen).toHaveLength(30)
    expect(mostUnderWay()).toBeLessThanOrEqual(3)
  })

  it('a group keeps 100 runs that wait beside the one that runs, and GitHub cancels the next', () => {
    const { add, queue } = openQueue()
    for (let run = 0; run < 101; run++) expect(add('ticket-1')).toBeUndefined()
    expect(add('ticket-1')).toBe('over 100 pending')
    expect(add('ticket-2')).toBeUndefined()
    expect(queue.counts).toEqual({ queued: 103, skipped: 0, dropped: 1 })
  })

  it('GitHub drops what is over 500 runs in 10 s, skipped ones included, and takes runs again after that', async () => {
    const { agenda, add, queue } = openQueue()
    for (let run = 0; run < 100; run++) queue.skip()
    for (let run = 0; run < 400; run++) expect(add(`ticket-${run}`)).toBeUndefined()
    expect(add('one more')).toBe('over 500 in 10 s')
    await agenda.run(10_001)
    expect(add('one more')).toBeUndefined()
  })

  it('a run that was dropped never starts', async () => {
    const { agenda, add, seen } = openQueue()
    for (let run = 0; run < 102; run++) add('ticket-1', String(run))
    await agenda.run(60 * MINUTE)
    expect(seen).toHaveLength(101)
    expect(seen).not.toContain('101')
  })
})
