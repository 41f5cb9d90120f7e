import { describe, expect, it } from 'vitest'
import { HOME } from '../chaos/faulty-bridge.ts'
import { openSimulatedBridge } from '../chaos/simulated-bridge.ts'
import { linked, MINUTE } from '../chaos/situation.ts'

describe('FreeScout’s clock', () => {
  it.each([-1440, -60, -10, 10, 20, 60, 1440])(
    'a closing and a reopening are announced once when FreeScout’s clock is %i minutes ahead',
    async minutes => {
      const bridge = await openSimulatedBridge()
      try {
        bridge.freescout.clock.advance(minutes * MINUTE)
        const { ticket } = await linked(bridge)
        const runTwice = async () => {
          for (let round = 0; round < 2; round++) {
            await bridge.run([{ ticket }])
            bridge.pass(15 * MINUTE)
            await bridge.run(['sweep'])
          }
        }
        bridge.freescout.closeTicket(ticket)
        await runTwice()
        bridge.freescout.reopenTicket(ticket)
        await runTwice()
        const kinds = bridge.github
          .comments(HOME, 1)
          .map(({ body }) => /ticket (resolved|reopened)/.exec(body)?.[1])
        expect(kinds).toEqual(['resolved', 'reopened'])
        expect(bridge.github.violations).toEqual([])
      } finally {
        await bridge.close()
      }
    },
  )
})
