import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const sweep = (mode: 'also' | 'require') =>
  runInProcess(
    bridge,
    { name: 'schedule' },
    { config: `${CONFIG}criteria: { keywords: { mode: ${mode}, words: [R&D, crash] } }\n` },
  )

describe('A sweep and keywords in messages', () => {
  it.each([
    ['require', ['bug']],
    ['also', []],
  ] as const)(
    'with the mode %s, a sweep finds a ticket whose message has the keyword',
    async (mode, tags) => {
      const id = bridge.ticket({ subject: 'Hello', tags: [...tags], html: '<p>The R&amp;D page</p>' })
      bridge.ticket({ subject: 'Thanks', tags: [...tags], html: '<p>All is well</p>' })
      const run = await sweep(mode)
      expect(run.exitCode, run.log).toBe(0)
      expect(run.log).toContain(`1/1 ticket ${id} has a keyword in its message and no issue: created`)
      expect(bridge.github.issues(HOME)).toHaveLength(1)
      bridge.forget()
      expect((await sweep(mode)).log).not.toContain('has a keyword')
      expect(bridge.writes()).toEqual([])
    },
  )

  it('a ticket whose message can not be read is one failed item of the sweep', async () => {
    const id = bridge.ticket({ subject: 'Hello' })
    bridge.freescout.faults.push({
      match: ({ method, path }) => method === 'GET' && path.startsWith(`/api/conversations/${id}`),
      trouble: { answer: { status: 403 } },
      times: 9,
    })
    const run = await sweep('require')
    expect(run.exitCode, run.log).toBe(1)
    expect(run.log).toContain(`1/1 ticket ${id} has a keyword in its message and no issue: failed`)
    expect(bridge.writes()).toEqual([])
  })
})
