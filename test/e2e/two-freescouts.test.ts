import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Bridge,
  CONFIG,
  closeUnharmed,
  everyInput,
  HOME,
  issueUrl,
  startBridge,
} from '../support/bridge.ts'
import { type FreeScoutEmulator, startFreeScout } from '../support/freescout-emulator/index.ts'

let bridge: Bridge
let sales: FreeScoutEmulator
/** What the second workflow gives the action instead. */
let ofSales: Record<string, string>

beforeEach(async () => {
  bridge = await startBridge()
  sales = await startFreeScout()
  ofSales = {
    ...everyInput(sales),
    config: `${CONFIG}labels: { sales-reported: { action: create } }\nrelay: { to-tickets: /sales }\n`,
  }
})

afterEach(async () => {
  await sales.close()
  await closeUnharmed(bridge)
})

/** A ticket in either FreeScout, both with the same id and linked to issue 1. */
async function linkBoth(): Promise<number> {
  const id = bridge.ticket()
  await bridge.dispatch(id)
  const other = sales.addTicket({ subject: 'The same', fields: { github_issue_url: issueUrl(1) } })
  sales.clock.advance(5 * 60_000)
  expect(other.id).toBe(id)
  const run = await bridge.dispatch(id, ofSales)
  expect(run.outputs.result).toBe('linked')
  return id
}

describe('Two FreeScouts and one repository', () => {
  it('tickets of the same id in two FreeScouts share an issue, and each is announced by its own address', async () => {
    const id = await linkBoth()
    bridge.freescout.closeTicket(id)
    await bridge.dispatch(id)
    expect((await bridge.dispatch(id, ofSales)).outputs.result).toBe('unchanged')
    const closings = bridge.github
      .comments(HOME, 1)
      .map(({ body }) => body)
      .filter(body => body.includes('resolved'))
    expect(closings).toEqual([expect.stringContaining(`: ${bridge.freescout.url}/conversation/${id}`)])
  })

  it('a closed issue puts one note on the ticket of each FreeScout', async () => {
    const id = await linkBoth()
    const before = [bridge.freescout.notes(id).length, sales.notes(id).length]
    bridge.github.closeIssue(HOME, 1)
    await bridge.issueEvent(1, 'closed')
    await bridge.issueEvent(1, 'closed', ofSales)
    const after = [bridge.freescout.notes(id).length, sales.notes(id).length]
    expect(after).toEqual(before.map(count => count + 1))
    await bridge.again(() => bridge.issueEvent(1, 'closed'))
    await bridge.again(() => bridge.issueEvent(1, 'closed', ofSales))
  })

  it('a label of one FreeScout makes a ticket there only', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Asked by sales' })
    const before = bridge.freescout.log.length
    expect((await bridge.label(number, 'sales-reported', { inputs: ofSales })).outputs.result).toBe('created')
    expect(bridge.freescout.log.length).toBe(before)
    expect((await bridge.label(number, 'sales-reported', { again: true })).outputs).toMatchObject({
      result: 'skipped',
      reason: 'label-not-mapped',
    })
  })

  it('with "close", an issue closes although a ticket of the other FreeScout is open', async () => {
    const id = await linkBoth()
    bridge.freescout.closeTicket(id)
    await bridge.dispatch(id, { config: `${CONFIG}issue: { on-ticket-closed: close }\n` })
    expect(bridge.github.issue(HOME, 1).state).toBe('closed')
    expect(sales.ticket(id).status).toBe('active')
  })
})
