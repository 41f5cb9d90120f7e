import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RunEnd } from '../../demo/events.ts'
import { type Installation, REPOSITORY, startInstallation } from '../../demo/installation.ts'

/*
 * Both directions chained: FreeScout's own webhooks go through the built receiver, its dispatches and GitHub's
 * issue events become runs of the committed bundle, whose writes come back as webhooks and events. The runs act as
 * an App, so that GitHub sends events for their writes too.
 */

let installation: Installation
let runs: RunEnd[]

beforeEach(async () => {
  installation = await startInstallation({ runsAs: 'App' })
  runs = []
  installation.onEvent(event => {
    if (event.kind === 'run-ended') runs.push(event)
  })
})

afterEach(async () => {
  expect(runs.filter(({ exitCode }) => exitCode !== 0)).toEqual([])
  expect(installation.freescout.mails.filter(({ to }) => to === 'customer')).toEqual([])
  await installation.close()
})

/** Lets minutes pass, with everything that becomes due in them, until nothing happens any more. */
async function settle(): Promise<void> {
  for (let rounds = 0; rounds < 20; rounds++) {
    const before = runs.length
    installation.freescout.clock.advance(30_000)
    const answers = await installation.deliver()
    await installation.settled()
    if (!answers.length && runs.length === before) return
  }
  throw new Error('It does not settle.')
}

const results = () => runs.map(({ outputs }) => outputs.reason || outputs.result)
const writes = () => runs.reduce((sum, { costs }) => sum + costs.freescout.writes + costs.github.writes, 0)

describe('Without a human', () => {
  it('a ticket that becomes an issue costs one run and four writes', async () => {
    installation.freescout.addTicket({ subject: 'Orders time out', tags: ['bug'] })
    await settle()
    expect(installation.github.issues(REPOSITORY)).toHaveLength(1)
    expect(results()).toEqual(['created'])
    expect(writes()).toBe(4)
  })

  it('an issue that becomes a ticket costs one run, its echoes at most two more, and three writes', async () => {
    const { number } = installation.github.addIssue(REPOSITORY, { title: 'Orders time out' })
    installation.github.label(REPOSITORY, number, 'customer-reported')
    await installation.settled()
    await settle()
    expect(installation.freescout.tickets.size).toBe(1)
    expect(results()[0]).toBe('created')
    expect(
      results()
        .slice(1)
        .every(result => result === 'already-linked'),
    ).toBe(true)
    expect(runs.length).toBeLessThanOrEqual(3)
    expect(writes()).toBe(3)
  })

  it('a ticket that is filed, labelled, closed on both sides and reopened ends with both sides right', async () => {
    const { id } = installation.freescout.addTicket({ subject: 'Orders time out', tags: ['bug'] })
    await settle()
    installation.github.label(REPOSITORY, 1, 'needs-customer-confirm')
    await settle()
    installation.freescout.closeByReply(id)
    await settle()
    installation.freescout.customerReply(id)
    await settle()
    installation.github.closeIssue(REPOSITORY, 1, 'completed')
    await settle()

    expect(installation.github.issues(REPOSITORY)).toHaveLength(1)
    expect(installation.freescout.tickets.size).toBe(1)
    const comments = installation.github.comments(REPOSITORY, 1).map(({ body }) => body.split(' (')[0])
    expect(comments).toEqual([
      '[freescout-autolink] FreeScout ticket resolved',
      '[freescout-autolink] FreeScout ticket reopened',
    ])
    expect(installation.freescout.notes(id)).toHaveLength(3)
    expect(writes()).toBe(4 + 1 + 1 + 1 + 1)
    expect(runs.length).toBeLessThanOrEqual(12)
  })

  it('a comment and a note that are relayed cost one run each, and settle', async () => {
    const { id } = installation.freescout.addTicket({ subject: 'Orders time out', tags: ['bug'] })
    await settle()
    runs.length = 0
    installation.github.comment(REPOSITORY, 1, '/support The fix is out. /github never')
    await installation.settled()
    await settle()
    expect(results()).toEqual(['noted'])
    expect(writes()).toBe(2)

    runs.length = 0
    installation.freescout.agentNote(id, '/github Thank you. /support never')
    await settle()
    expect(results()).toEqual(['commented'])
    expect(writes()).toBe(1)

    expect(installation.freescout.notes(id).filter(note => note.includes('key=comment:'))).toHaveLength(1)
    const bodies = installation.github.comments(REPOSITORY, 1).map(({ body }) => body)
    expect(bodies.filter(body => body.includes(' thread='))).toHaveLength(1)
    expect(bodies).toHaveLength(2)
  })
})
