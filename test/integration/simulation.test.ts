import { beforeAll, describe, expect, it } from 'vitest'
import { type Costs, measureCosts } from '../bench/simulate/measure-costs.ts'
import { planMonth } from '../bench/simulate/month.ts'
import { playRealMonth } from '../bench/simulate/real-month.ts'
import { resultOf } from '../bench/simulate/results.ts'
import { AFTERWARDS_MS, type Played, type Setup, simulate } from '../bench/simulate/simulate.ts'
import { GROUPS, readWorkflowLimits } from '../bench/simulate/workflow-limits.ts'
import { randomFrom } from '../chaos/random.ts'
import { dispatchOf } from '../support/bridge.ts'
import { readWorkflow } from '../support/workflow.ts'

const PLAIN: Setup = {
  name: 'plain',
  config: 'file',
  token: 'GITHUB_TOKEN',
  bridges: 1,
  sinceDays: 30,
  announcesTags: true,
}
const SEED = 1

let costs: Costs
beforeAll(async () => {
  costs = await measureCosts()
}, 60_000)

describe('What the simulation takes from the product', () => {
  it('the costs of runs are those that docs/performance.md names', () => {
    const { file, input } = costs
    expect(file.scripts.untagged).toMatchObject({ freescoutRequests: 2, githubRequests: 1 })
    expect(file.scripts.files).toMatchObject({ freescoutRequests: 8, githubRequests: 3 })
    expect(file.scripts.files.steps.flatMap(({ effect }) => effect ?? [])).toEqual([
      'create-issue',
      'write-field',
      'add-note',
      'add-tags',
    ])
    for (const [kind, { githubRequests }] of Object.entries(file.scripts)) {
      expect(input.scripts[kind as keyof typeof input.scripts].githubRequests).toBe(githubRequests - 1)
    }
  })

  it('the run that loses a race writes no link, and closes its own issue', () => {
    const { steps } = costs.file.scripts['files-second']
    const effects = steps.flatMap(({ effect }) => effect ?? [])
    expect(effects).toEqual(['create-issue', 'comment'])
  })

  it("the concurrency groups are those of the workflow, by GitHub's own evaluator", async () => {
    const { evaluate } = await readWorkflow('freescout-sync.yml')
    const group = (event_name: string, event: object) =>
      evaluate(['concurrency', 'group'], { github: { event_name, event: { ...event } } })
    const dispatch = dispatchOf(12, { repositoryInEvent: () => ({}) })
    expect(group('repository_dispatch', dispatch)).toBe(GROUPS.ticket(12))
    expect(group('issues', { action: 'closed', issue: { number: 7 } })).toBe(GROUPS.issue(7))
    expect(group('schedule', {})).toBe(GROUPS.sweep)
  })
})

describe('The simulation and the real code', () => {
  it.each([
    // Milliseconds decide who is refused, so the more is refused, the more tickets may differ.
    { perHour: 1000, tickets: 60, refuses: 'nothing is refused', mayDiffer: 0, loses: false },
    { perHour: 25, tickets: 100, refuses: 'the hourly limit refuses much', mayDiffer: 2, loses: false },
    { perHour: 14, tickets: 100, refuses: 'the hourly limit refuses half', mayDiffer: 8, loses: true },
  ])(
    'link the same tickets, with nearly the same runs and requests, when $refuses ($perHour an hour)',
    async ({ perHour, tickets, mayDiffer, loses }) => {
      const plan = planMonth(tickets, randomFrom(7), { days: 2 })
      const workflow = await readWorkflowLimits()
      const common = { workflow, seed: SEED, days: 2, perHour }
      const real = await playRealMonth(plan, { ...common, place: 'file', afterwardsMs: AFTERWARDS_MS })
      const played = await simulate(plan, PLAIN, { ...common, costs, hasHistory: false, hasOwner: false })
      const simulated = resultOf(played)
      console.log(
        `${perHour} an hour, real: ${real.runs} runs, ${real.failed} failed, ${real.requests.github} requests to GitHub; ` +
          `simulated: ${simulated.runs}, ${simulated.failedRuns}, ${simulated.requests.github}.`,
      )
      const linked = linkedIds(played)
      const onlyOne = new Set(linked).symmetricDifference(new Set(real.linked))
      expect([...onlyOne].length, `tickets that only one of both links: ${[...onlyOne]}`).toBeLessThanOrEqual(
        mayDiffer,
      )
      expect(linked.length).toBeGreaterThan(5)
      // Tickets that were closed before a sweep came to them lose their issue with the real code, too.
      const tagged = plan.filter(({ taggedAt }) => taggedAt !== undefined).length
      expect({ real: real.linked.length < tagged, simulated: linked.length < tagged }).toEqual({
        real: loses,
        simulated: loses,
      })
      expect(real.doubled).toEqual([])
      expect(simulated.doubled).toBe(0)
      expectClose(simulated.runs, real.runs, 0.05)
      expectClose(simulated.failedRuns, real.failed, 0.25)
      expectClose(simulated.requests.github, real.requests.github, 0.1)
      expectClose(simulated.requests.freescout, real.requests.freescout, 0.1)
    },
    120_000,
  )

  it('the same seed gives the same month', async () => {
    const play = async () => {
      const plan = planMonth(400, randomFrom(3))
      const workflow = await readWorkflowLimits()
      const { setup, ...counted } = resultOf(
        await simulate(plan, PLAIN, { costs, workflow, seed: SEED, perHour: 90 }),
      )
      expect(setup).toBe(PLAIN)
      return counted
    }
    const first = await play()
    expect(await play()).toEqual(first)
    expect(first.linkedOnce + first.lost).toBe(first.wanted)
  })
})

describe('A month in which limits are met', () => {
  const played = async (setup: Setup, perHour?: number, hasOwner = true) => {
    const plan = planMonth(3000, randomFrom(5), { days: 7 })
    const workflow = await readWorkflowLimits()
    return resultOf(
      await simulate(plan, setup, {
        costs,
        workflow,
        seed: SEED,
        days: 7,
        hasOwner,
        ...(perHour && { perHour }),
      }),
    )
  }

  it('has tickets that no sweep links, because they were closed before it came', async () => {
    const { lost, linkedOnce, wanted, failedRuns } = await played(PLAIN, 300)
    expect(failedRuns).toBeGreaterThan(100)
    expect(lost).toBeGreaterThan(0)
    expect(linkedOnce + lost).toBe(wanted)
  })

  it('has sweeps that create nothing, until somebody passes max-new', async () => {
    const untold: Setup = { ...PLAIN, token: 'App', announcesTags: false }
    const withOwner = await played(untold, 200)
    const without = await played(untold, 200, false)
    expect(withOwner.brakedSweeps).toBeGreaterThan(0)
    expect(withOwner.byHand).toBeGreaterThan(0)
    expect(without.byHand).toBe(0)
    expect(without.linkedOnce).toBeLessThanOrEqual(withOwner.linkedOnce)
  })

  it('loses nothing, and doubles nothing, when nothing is refused', async () => {
    const result = await played(PLAIN, 100_000)
    expect(result).toMatchObject({ lost: 0, doubled: 0, failedRuns: 0, unannounced: 0 })
    expect(result.linkedOnce).toBe(result.wanted)
    expect(result.late.p99).toBeLessThan(60)
  })
})

function linkedIds({ tickets }: Played): number[] {
  return tickets.filter(({ isLinked }) => isLinked).map(({ id }) => id)
}

/** Whether two counts differ by at most this share of the second, or by three. */
function expectClose(one: number, other: number, share: number): void {
  expect(Math.abs(one - other), `${one} and ${other}`).toBeLessThanOrEqual(Math.max(3, share * other))
}
