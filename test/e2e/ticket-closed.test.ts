import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, HOME, issueUrl, startBridge } from '../support/bridge.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(async () => {
  expect(bridge.github.violations).toEqual([])
  await bridge.close()
})

/** What people read of the comments: without the mark on the last line. */
const comments = () => bridge.github.comments(HOME, 1).map(({ body }) => body.replace(/\n\n<!--.*-->$/, ''))
const says = (kind: string, id: number, at: string | null) =>
  `[freescout-autolink] FreeScout ticket ${kind} (${at}): ${bridge.freescout.url}/conversation/${id}`

describe('A7: a linked ticket that is closed', () => {
  it('a closed ticket puts one comment with the time on its issue for each closing, and the issue stays open', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    bridge.freescout.closeTicket(id)
    const first = bridge.freescout.ticket(id).closedAt
    const run = await bridge.dispatch(id)
    expect(run.outputs).toMatchObject({ result: 'commented', changes: '["comment"]' })
    expect(comments()).toEqual([says('resolved', id, first)])
    expect(bridge.github.issue(HOME, 1).state).toBe('open')
    await bridge.again(() => bridge.dispatch(id))

    bridge.freescout.clock.advance(60_000)
    bridge.freescout.customerReply(id)
    expect((await bridge.dispatch(id)).outputs.result).toBe('commented')
    expect(comments()).toEqual([says('resolved', id, first), says('reopened', id, first)])
    await bridge.again(() => bridge.dispatch(id))

    bridge.freescout.clock.advance(60_000)
    bridge.freescout.closeByReply(id)
    await bridge.dispatch(id)
    expect(comments()).toHaveLength(3)
    await bridge.again(() => bridge.dispatch(id))
  })

  it('a closed ticket is announced even when its mailbox is no longer watched', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    bridge.freescout.closeTicket(id)
    const config = CONFIG.replace('ops@raxx.app, ', '')
    expect((await bridge.dispatch(id, { config })).outputs.result).toBe('commented')
  })

  it('a closed ticket is not announced when the configuration says nothing', async () => {
    const config = `${CONFIG}issue: { on-ticket-closed: nothing }\n`
    const id = bridge.ticket()
    await bridge.dispatch(id)
    bridge.freescout.closeTicket(id)
    await bridge.again(() => bridge.dispatch(id, { config }))
    expect(comments()).toEqual([])
  })

  it('the last closed ticket of an issue closes it, when the configuration says close', async () => {
    const config = `${CONFIG}issue: { on-ticket-closed: close }\n`
    const first = bridge.ticket()
    await bridge.dispatch(first)
    const second = bridge.ticket({ tags: [], fields: { github_issue_url: issueUrl(1) } })
    await bridge.dispatch(second)

    bridge.freescout.closeTicket(first)
    expect((await bridge.dispatch(first, { config })).outputs.changes).toBe('["comment"]')
    expect(bridge.github.issue(HOME, 1).state).toBe('open')

    bridge.freescout.closeTicket(second)
    expect((await bridge.dispatch(second, { config })).outputs.changes).toBe('["close-issue","comment"]')
    expect(bridge.github.issue(HOME, 1)).toMatchObject({ state: 'closed', stateReason: 'completed' })
    await bridge.again(() => bridge.dispatch(first, { config }))
    await bridge.again(() => bridge.dispatch(second, { config }))
  })

  it('a stranger’s comment about the closing does not keep ours back', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    bridge.freescout.closeTicket(id)
    const forged = says('resolved', id, bridge.freescout.ticket(id).closedAt)
    bridge.github.comment(HOME, 1, forged, { author: 'stranger', association: 'NONE' })
    expect((await bridge.dispatch(id)).outputs.result).toBe('commented')
  })
})
