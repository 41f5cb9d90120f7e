import { afterEach, beforeEach, expect, it } from 'vitest'
import { type Bridge, CONFIG, HOME, issueUrl, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(async () => {
  expect(bridge.github.violations).toEqual([])
  await bridge.close()
})

/** Tickets that were linked long ago. */
function linkedTickets(count: number): void {
  const createdAt = new Date(Date.now() - 20 * 86_400_000)
  for (let at = 1; at <= count; at++) {
    const fields = { github_issue_url: issueUrl(10_000 + at) }
    bridge.freescout.addTicket({ subject: `Linked ${at}`, tags: ['bug', 'auto-linked'], fields, createdAt })
  }
}

const sweep = () =>
  runInProcess(bridge, { name: 'schedule' }, { config: `${CONFIG}sweep: { limit: 100, max-new: 100 }\n` })
const requests = () => bridge.freescout.log.length + bridge.github.log.length

it('one sweep over 1,000 tickets links the 30 that are unlinked, and a second writes nothing', async () => {
  linkedTickets(970)
  const unlinked = Array.from({ length: 30 }, (_, at) => bridge.ticket({ subject: `Unlinked ${at}` }))

  const run = await sweep()
  expect(run.exitCode, run.log).toBe(0)
  expect(bridge.github.issues(HOME)).toHaveLength(30)
  for (const id of unlinked) expect(bridge.freescout.field(id, 'github_issue_url')).toContain('/issues/')
  const pages = bridge.freescout.log.filter(({ path }) => path.startsWith('/api/conversations?')).length
  console.log(`A sweep over 1,000 tickets that links 30: ${requests()} requests, ${pages} of them pages.`)
  expect(pages).toBe(11 + 1 + 1 + 11 + 1)
  // A single run takes 12 requests; the mailboxes, their fields and the user are asked for once a sweep.
  expect(requests()).toBeLessThanOrEqual(pages + 9 * 30 + 10)

  await bridge.again(sweep)
  console.log(`The second sweep: ${requests()} requests.`)
})

it('a sweep over 5,000 complete tickets makes no request per ticket', async () => {
  linkedTickets(5000)
  const run = await sweep()
  expect(run.exitCode, run.log).toBe(0)
  const pages = bridge.freescout.log.filter(({ path }) => path.startsWith('/api/conversations?')).length
  console.log(`A sweep over 5,000 complete tickets: ${requests()} requests, ${pages} of them pages.`)
  expect(pages).toBe(51 + 1 + 1 + 51 + 1)
  expect(requests()).toBeLessThanOrEqual(pages + 10)
})
