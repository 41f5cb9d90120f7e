import { describe, expect, it } from 'vitest'
import { FIELD } from '../chaos/faulty-bridge.ts'
import { RACES, race } from '../chaos/races.ts'
import { type Bridge, HOME, issueUrl, startBridge } from '../support/bridge.ts'

/** Set SEED to play other races; `npm run test:chaos` plays many more. */
const SEED = Number(process.env.SEED ?? 20261122)

describe(`Races in simulated time, from seed ${SEED}:`, () => {
  const many = RACES.flatMap(kind => [2, 3, 4, 5].map(runs => ({ ...kind, kind, runs })))
  it.for(many)('$runs $name end with one issue and one ticket', async ({ kind, runs }) => {
    for (const seed of [SEED, SEED + 1, SEED + 2]) {
      const { ends, settledBy, wrong } = await race(kind, { seed, runs, disturbed: false })
      expect(ends.filter(({ exitCode }) => exitCode)).toEqual([])
      expect({ seed, wrong }).toEqual({ seed, wrong: [] })
      expect(settledBy).toBeLessThanOrEqual(1)
    }
  })

  it.for(many)(
    '$runs $name, and one request that fails, are settled by two more runs',
    async ({ kind, runs }) => {
      const { settledBy, wrong } = await race(kind, { seed: SEED + runs, runs, disturbed: true })
      expect(wrong).toEqual([])
      expect(settledBy).toBeLessThanOrEqual(2)
    },
  )
})

async function withBridge(test: (bridge: Bridge) => Promise<void>): Promise<void> {
  const bridge = await startBridge()
  try {
    await test(bridge)
    expect(bridge.github.violations).toEqual([])
  } finally {
    await bridge.close()
  }
}

describe('Races of the bundle:', () => {
  it('three runs of the bundle on one ticket end with one issue', () =>
    withBridge(async bridge => {
      const id = bridge.ticket()
      await Promise.all([1, 2, 3].map(() => bridge.dispatch(id)))
      await bridge.dispatch(id)
      expectOneIssue(bridge, id)
    }))

  it('two runs of the bundle on one ticket and a sweep end with one issue', () =>
    withBridge(async bridge => {
      const id = bridge.ticket()
      await Promise.all([bridge.dispatch(id), bridge.run({ name: 'schedule' }), bridge.dispatch(id)])
      await bridge.dispatch(id)
      expectOneIssue(bridge, id)
    }))

  it('three runs of the bundle on one issue end with one ticket', () =>
    withBridge(async bridge => {
      const { number } = bridge.github.addIssue(HOME, { title: 'Orders time out' })
      bridge.github.label(HOME, number, 'customer-reported')
      const label = () => bridge.label(number, 'customer-reported', { again: true })
      await Promise.all([label(), label(), label()])
      await label()
      const ids = [...bridge.freescout.tickets.keys()]
      const linked = ids.filter(id => bridge.freescout.field(id, FIELD) === issueUrl(number))
      expect(linked).toEqual([Math.min(...ids)])
      expect(ids.filter(id => bridge.freescout.ticket(id).status !== 'closed')).toEqual(linked)
    }))
})

/** One issue stands, the field names it, and the others are closed as its duplicates. */
function expectOneIssue({ freescout, github }: Bridge, id: number): void {
  const [first, ...others] = github.issues(HOME)
  expect(first).toMatchObject({ number: 1, state: 'open' })
  expect(others.map(({ stateReason }) => stateReason)).toEqual(others.map(() => 'duplicate'))
  expect(freescout.field(id, FIELD)).toBe(issueUrl(1))
  expect(freescout.ticket(id).tags).toContain('auto-linked')
}
