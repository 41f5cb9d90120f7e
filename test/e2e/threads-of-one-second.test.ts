import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { filedNote } from '../../src/render/note.ts'
import { ENGLISH } from '../../src/texts/english.ts'
import { type Bridge, closeUnharmed, dispatchOf, HOME, issueUrl, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'

/*
 * FreeScout lists threads newest first, but only to the second. The emulator lists those of one second oldest first here.
 */

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
  bridge.freescout.sameSecondReversed = true
})

afterEach(() => closeUnharmed(bridge))

const sync = (id: number) =>
  runInProcess(bridge, { name: 'repository_dispatch', payload: dispatchOf(id, bridge.github) })

/** All that was written on the ticket gets the time of its first thread. */
function inOneSecond(id: number): void {
  const { threads } = bridge.freescout.ticket(id)
  for (const thread of threads) thread.createdAt = threads[0]?.createdAt ?? ''
}

describe('Threads of one second', () => {
  it('the issue quotes the first of two messages of one second', async () => {
    const id = bridge.ticket({ html: '<p>The first message</p>' })
    bridge.freescout.customerReply(id, '<p>The second message</p>')
    inOneSecond(id)
    const run = await sync(id)
    expect(run.outputs.result, run.log).toBe('created')
    expect(bridge.github.issue(HOME, 1).body).toContain('The first message')
    expect(bridge.github.issue(HOME, 1).body).not.toContain('The second message')
    await bridge.again(() => sync(id))
  })

  it('a moved ticket gets the issue of the newer of two notes of one second', async () => {
    const issues = ['Old', 'New'].map(title => bridge.github.addIssue(HOME, { title }))
    const id = bridge.ticket({ tags: ['auto-linked'] })
    for (const { number } of issues) {
      const issue = { repository: HOME, number, url: issueUrl(number), title: 'x' }
      bridge.freescout.agentNote(id, filedNote({ issue, texts: ENGLISH }))
    }
    inOneSecond(id)
    const run = await sync(id)
    expect(run.exitCode, run.log).toBe(0)
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe(issueUrl(2))
    await bridge.again(() => sync(id))
  })
})
