import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Bridge,
  CONFIG,
  closeUnharmed,
  dispatchOf,
  HOME,
  issueUrl,
  startBridge,
} from '../support/bridge.ts'
import { instantClock, runInProcess } from '../support/in-process.ts'
import { meanwhile } from '../support/meanwhile.ts'
import type { LoggedRequest, Trouble } from '../support/server.ts'

/*
 * FreeScout can only replace all tags of a ticket. So a run that adds one must not remove what a person or a Workflow set
 * a moment before.
 */

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const config = `${CONFIG}labels: { regression: { action: create, tags: [bug, regression] }, ask: { action: note, tags: [waiting] } }\n`

const sync = (id: number, clock = instantClock()) =>
  runInProcess(
    bridge,
    { name: 'repository_dispatch', payload: dispatchOf(id, bridge.github) },
    { config },
    { clock },
  )

const sweep = () => runInProcess(bridge, { name: 'schedule' }, { config })

function labelled(label: string, { clock = instantClock(), again = false } = {}) {
  if (!again) bridge.github.label(HOME, 1, label)
  const payload = { action: 'labeled', issue: { number: 1 }, label: { name: label } }
  return runInProcess(
    bridge,
    { name: 'issues', payload: { ...payload, repository: { full_name: HOME } } },
    { config },
    { clock },
  )
}

const tags = (id: number) => bridge.freescout.ticket(id).tags.toSorted()
const addTag = (id: number, tag: string) =>
  bridge.freescout.setTags(id, [...bridge.freescout.ticket(id).tags, tag])

/** An issue that somebody filed on GitHub. */
const knownIssue = () => bridge.github.addIssue(HOME, { title: 'Orders time out' }).number

/** A ticket that was created from issue 1, and whose tags were not written. */
async function unfinishedTicket(): Promise<number> {
  knownIssue()
  bridge.freescout.faults.push({ match: isTagWrite, trouble: { answer: { status: 400, body: '{}' } } })
  expect((await labelled('regression')).exitCode).toBe(1)
  expect(tags(1)).toEqual([])
  return 1
}

const isTagWrite = ({ method, path }: Pick<LoggedRequest, 'method' | 'path'>) =>
  method === 'PUT' && path.endsWith('/tags')

describe('A tag that is set while a run writes', () => {
  const notePaths: [string, () => number, (id: number) => ReturnType<typeof sync>][] = [
    ['an event makes an issue from a ticket', () => bridge.ticket(), sync],
    ['a sweep makes an issue from a ticket', () => bridge.ticket(), sweep],
    [
      'an event completes a link that was made by hand',
      () => bridge.ticket({ fields: { github_issue_url: issueUrl(knownIssue()) } }),
      sync,
    ],
    [
      'a sweep completes a link that was made by hand',
      () => bridge.ticket({ fields: { github_issue_url: issueUrl(knownIssue()) } }),
      sweep,
    ],
  ]
  it.each(notePaths)(
    'the tag of a Workflow that runs on new notes stays when %s',
    async (_, arrange, act) => {
      const id = arrange()
      meanwhile(bridge.freescout, `POST /api/conversations/${id}/threads`, () => addTag(id, 'has-note'))
      const run = await act(id)
      expect(run.exitCode, run.log).toBe(0)
      expect(tags(id)).toEqual(['auto-linked', 'bug', 'has-note'])
      await bridge.again(() => act(id))
    },
  )

  it('the tag of a Workflow that runs on new notes stays when a run completes a link that another run left half-made', async () => {
    const id = bridge.ticket()
    bridge.freescout.faults.push({
      match: ({ method, path }) => method === 'PUT' && path.endsWith('/custom_fields'),
      trouble: { answer: { status: 400, body: '{}' } },
    })
    expect((await sync(id)).exitCode).toBe(1)
    meanwhile(bridge.freescout, `POST /api/conversations/${id}/threads`, () => addTag(id, 'has-note'))
    const run = await sync(id)
    expect(run.outputs, run.log).toMatchObject({
      result: 'adopted',
      changes: '["set-field","add-note","add-tag"]',
    })
    expect(tags(id)).toEqual(['auto-linked', 'bug', 'has-note'])
  })

  it('the tag of a Workflow that runs on new tickets stays when a run creates the ticket', async () => {
    knownIssue()
    let isTagged = false
    bridge.freescout.faults.push({
      match: ({ method }) => {
        if (method === 'GET' && bridge.freescout.tickets.size > 0 && !isTagged) {
          isTagged = true
          addTag(1, 'vip')
        }
        return false
      },
      trouble: { delayMs: 0 },
    })
    const run = await labelled('regression')
    expect(run.outputs.result, run.log).toBe('created')
    expect(tags(1)).toEqual(['_from_github', 'bug', 'regression', 'vip'])
    await bridge.again(() => labelled('regression', { again: true }))
  })

  const observedPaths: [string, (id: number) => ReturnType<typeof sync>][] = [
    ['the event of the ticket', sync],
    ['a sweep', sweep],
    ['the event of the issue', () => labelled('regression', { again: true })],
  ]
  it.each(observedPaths)(
    'an agent’s tag stays when %s finishes a ticket that was created from an issue',
    async (_, act) => {
      const id = await unfinishedTicket()
      meanwhile(bridge.freescout, `GET /api/users`, () => addTag(id, 'vip'))
      const run = await act(id)
      expect(run.exitCode, run.log).toBe(0)
      expect(tags(id)).toEqual(['_from_github', 'bug', 'regression', 'vip'])
      await bridge.again(() => act(id))
    },
  )

  it('a tag that an agent takes away stays away when a label adds others', async () => {
    const id = bridge.ticket({ tags: ['bug', 'urgent'] })
    await sync(id)
    let reads = 0
    bridge.freescout.faults.push({
      match: ({ method, path }) => {
        if (method === 'GET' && path.startsWith(`/api/conversations/${id}?`) && ++reads === 2)
          bridge.freescout.setTags(id, ['bug', 'auto-linked', 'vip'])
        return false
      },
      trouble: { delayMs: 0 },
    })
    const run = await labelled('ask')
    expect(run.exitCode, run.log).toBe(0)
    expect(tags(id)).toEqual(['auto-linked', 'bug', 'vip', 'waiting'])
  })
})

describe('A write of tags that FreeScout refuses for a while', () => {
  /** FreeScout refuses the next write of tags for its rate, and an agent sets a tag while the run waits. */
  function refuseTags(id: number) {
    const trouble: Trouble = { answer: { status: 429, headers: { 'retry-after': '20' } } }
    bridge.freescout.faults.push({ match: isTagWrite, trouble })
    return instantClock(ms => {
      if (ms === 20_000) addTag(id, 'vip')
    })
  }

  it('an agent’s tag stays when the tag auto-linked is written again after a 429', async () => {
    const id = bridge.ticket()
    const clock = refuseTags(id)
    const run = await sync(id, clock)
    expect(run.outputs, run.log).toMatchObject({ result: 'created' })
    expect(clock.sleeps).toEqual([20_000])
    expect(tags(id)).toEqual(['auto-linked', 'bug', 'vip'])
  })

  it('an agent’s tag stays when the tags of a created ticket are written again after a 429', async () => {
    knownIssue()
    const run = await labelled('regression', { clock: refuseTags(1) })
    expect(run.outputs, run.log).toMatchObject({ result: 'created' })
    expect(tags(1)).toEqual(['_from_github', 'bug', 'regression', 'vip'])
  })

  it('an agent’s tag stays when the tags of a label are written again after a 429', async () => {
    const id = bridge.ticket()
    await sync(id)
    const run = await labelled('ask', { clock: refuseTags(id) })
    expect(run.exitCode, run.log).toBe(0)
    expect(tags(id)).toEqual(['auto-linked', 'bug', 'vip', 'waiting'])
  })
})

describe('A ticket whose tags FreeScout does not send', () => {
  /** FreeScout leaves the tags out of each answer from here on. */
  function hideTags(): void {
    bridge.freescout.faults.push({
      match: ({ method }) => method === 'GET',
      times: Number.POSITIVE_INFINITY,
      trouble: { garble: body => ({ body: body.replaceAll(/,"tags":\[[^\]]*\]/g, '') }) },
    })
  }

  const paths: [string, () => Promise<number>, (id: number) => ReturnType<typeof sync>][] = [
    [
      'a link that was made by hand is completed',
      async () => bridge.ticket({ tags: ['vip'], fields: { github_issue_url: issueUrl(knownIssue()) } }),
      sync,
    ],
    [
      'a label adds tags',
      async () => {
        const id = bridge.ticket({ tags: ['bug', 'vip'] })
        await sync(id)
        return id
      },
      () => labelled('ask'),
    ],
    [
      'a ticket is created from an issue',
      async () => {
        knownIssue()
        return 1
      },
      () => labelled('regression'),
    ],
  ]
  it.each(paths)('no tag is lost, and the run says why it stopped, when %s', async (_, arrange, act) => {
    const id = await arrange()
    const before = bridge.freescout.tickets.has(id) ? tags(id) : []
    hideTags()
    bridge.forget()
    const run = await act(id)
    expect(run.exitCode, run.log).toBe(1)
    expect(run.log).toContain('::error::FreeScout did not send the tags of the ticket')
    expect(bridge.freescout.log.filter(isTagWrite)).toEqual([])
    expect(tags(id)).toEqual(before)

    bridge.freescout.faults.length = 0
    const next = await act(id)
    expect(next.exitCode, next.log).toBe(0)
    expect(tags(id)).toEqual(expect.arrayContaining(before))
    expect(tags(id).length).toBeGreaterThan(before.length)
  })

  it('a run says that it does not know the tags, instead of that there are none', async () => {
    const id = bridge.ticket()
    hideTags()
    const run = await sync(id)
    expect(run.outputs, run.log).toMatchObject({ result: 'skipped', reason: 'no-trigger-tag' })
    expect(run.log).toContain(
      `::warning::FreeScout did not send the tags of ticket #${bridge.freescout.ticket(id).number}`,
    )
  })
})
