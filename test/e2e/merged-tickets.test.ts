import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'
import { meanwhile } from '../support/meanwhile.ts'

const FIELD = 'github_issue_url'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const byHand = (inputs: Record<string, string>) =>
  runInProcess(bridge, { name: 'workflow_dispatch' }, { command: 'sync', config: CONFIG, ...inputs })
const syncTicket = (id: number) => byHand({ conversation: String(id) })
const syncIssue = (number = 1) => byHand({ issue: String(number) })

/** A linked ticket was merged into another one, which took over its notes, its tags and its link. */
async function survivorOfMerge(): Promise<number> {
  const merged = bridge.ticket()
  await syncTicket(merged)
  const survivor = bridge.ticket({ subject: 'The same again', tags: [] })
  bridge.freescout.merge(merged, survivor)
  expect(bridge.freescout.field(survivor, FIELD)).toBe(issueUrl(1))
  return survivor
}

const sentinels = (id: number) =>
  bridge.github
    .comments(HOME, 1)
    .filter(
      ({ body }) =>
        body.split('\n')[0] ===
        `[freescout-autolink] FreeScout ticket: ${bridge.freescout.url}/conversation/${id}`,
    )

describe('A ticket into which a linked one was merged', () => {
  it('its issue names it, although field, note and tag came with the merge', async () => {
    const survivor = await survivorOfMerge()
    const run = await syncTicket(survivor)
    expect(run.exitCode, run.log).toBe(0)
    expect(sentinels(survivor)).toHaveLength(1)
    await bridge.again(() => syncTicket(survivor))
  })

  it('it hears of a closing of its issue once the issue names it', async () => {
    const survivor = await survivorOfMerge()
    await syncTicket(survivor)
    bridge.github.closeIssue(HOME, 1)
    expect((await syncIssue()).outputs).toMatchObject({
      result: 'noted',
      'conversation-id': String(survivor),
    })
  })

  it('its issue names it after a run that ended between the field and the comment', async () => {
    const survivor = await survivorOfMerge()
    bridge.freescout.setField(survivor, FIELD, '')
    meanwhile(bridge.freescout, `PUT /api/conversations/${survivor}/custom_fields`, () => {
      bridge.github.faults.push({
        match: ({ method, path }) => method === 'POST' && path.endsWith('/comments'),
        trouble: { answer: { status: 401, body: '{}' } },
      })
    })
    expect((await syncTicket(survivor)).exitCode).toBe(1)
    expect(bridge.freescout.field(survivor, FIELD)).toBe(issueUrl(1))
    expect((await syncTicket(survivor)).exitCode).toBe(0)
    expect(sentinels(survivor)).toHaveLength(1)
  })
})
