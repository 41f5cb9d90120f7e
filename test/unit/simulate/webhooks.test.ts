import { describe, expect, it } from 'vitest'
import { createAgenda } from '../../bench/simulate/agenda.ts'
import { createWebhookQueue } from '../../bench/simulate/webhooks.ts'
import { createWebhooks } from '../../support/freescout-emulator/webhooks.ts'
import { createMovableClock } from '../../support/movable-clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

describe("FreeScout's queue of webhooks", () => {
  it('one worker sends one delivery after the other', async () => {
    const agenda = createAgenda(0)
    const queue = createWebhookQueue(agenda)
    const sentAt: number[] = []
    for (let delivery = 0; delivery < 3; delivery++) {
      queue.add({
        send: async () => {
          sentAt.push(agenda.now())
          return 202
        },
      })
    }
    await agenda.run(MINUTE)
    expect(sentAt).toEqual([300, 600, 900])
    expect(queue.counts).toEqual({ sent: 3, repeated: 0, givenUp: 0 })
  })

  it('what is refused is sent again until it is accepted', async () => {
    const agenda = createAgenda(0)
    const queue = createWebhookQueue(agenda)
    const answers = [503, 503, 202]
    queue.add({ send: async () => answers.shift() ?? 500 })
    await agenda.run(3 * HOUR)
    expect(answers).toEqual([])
    expect(queue.counts).toEqual({ sent: 3, repeated: 2, givenUp: 0 })
  })

  it('a delivery that is never accepted is sent as often, and at the same minutes, as by the emulator', async () => {
    const agenda = createAgenda(0)
    const queue = createWebhookQueue(agenda)
    const minutes: number[] = []
    queue.add({
      send: async () => {
        minutes.push(Math.floor(agenda.now() / MINUTE))
        return 503
      },
    })
    await agenda.run(4 * HOUR)
    expect(queue.counts.givenUp).toBe(1)

    const clock = createMovableClock(() => new Date(0))
    const emulator = createWebhooks({ clock, secret: 'secret', timeoutMs: 100, auto: false })
    // Nothing listens there.
    emulator.subscribe('http://127.0.0.1:9/')
    emulator.fire('convo.created', { id: 1 })
    const emulated: number[] = []
    for (let minute = 0; minute < 4 * 60; minute++) {
      if ((await emulator.deliver()).length > 0) emulated.push(minute)
      clock.advance(MINUTE)
    }
    expect(emulated).toHaveLength(10)
    // The job that sends again runs each minute, so each repeat may be up to a minute later.
    for (const [index, minute] of minutes.entries()) {
      expect(minute - (emulated[index] ?? 0)).toBeGreaterThanOrEqual(0)
      expect(minute - (emulated[index] ?? 0)).toBeLessThanOrEqual(index)
    }
    expect(minutes).toHaveLength(10)
  })
})
