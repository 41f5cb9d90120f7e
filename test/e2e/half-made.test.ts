import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { issueMarker } from '../../src/marks.ts'
import { ticketLinkComment } from '../../src/render/comment.ts'
import { ENGLISH } from '../../src/texts/english.ts'
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

/*
 * Links that a run left half-made, or that somebody took apart: what is left of them is found, and made whole.
 */

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

async function sync(id: number, inputs: Record<string, string> = {}) {
  const run = await runInProcess(
    bridge,
    { name: 'repository_dispatch', payload: dispatchOf(id, bridge.github) },
    inputs,
  )
  expect(run.exitCode, run.log).toBe(0)
  return run
}

const field = (id: number) => bridge.freescout.field(id, 'github_issue_url')
const tags = (id: number) => bridge.freescout.ticket(id).tags.toSorted()
const comments = (issue: number) => bridge.github.comments(HOME, issue).map(({ body }) => body)

describe('A ticket whose creation had an odd answer', () => {
  const label = async () => {
    const payload = {
      ...{ action: 'labeled', issue: { number: 1 }, label: { name: 'customer-reported' } },
      repository: { full_name: HOME },
    }
    return runInProcess(bridge, { name: 'issues', payload })
  }
  const creation = ({ method, path }: { method: string; path: string }) =>
    method === 'POST' && path === '/api/conversations'

  it.each([
    ['201 without an id', 201, '{"number":1001}'],
    ['201 without anything', 201, ''],
    ['400', 400, '{"_embedded":{"errors":[{"path":"threads","message":"odd"}]}}'],
  ])(
    'a ticket whose creation was answered by %s is found by the same run, and completed',
    async (_, status, body) => {
      bridge.github.addIssue(HOME, { title: 'Mine' })
      bridge.github.label(HOME, 1, 'customer-reported')
      bridge.freescout.faults.push({ match: creation, trouble: { garble: () => ({ status, body }) } })
      const run = await label()
      expect(run.outputs, run.log).toMatchObject({ result: 'adopted', 'conversation-id': '1' })
      expect(bridge.freescout.tickets.size).toBe(1)
      expect(tags(1)).toContain('_from_github')
      expect(comments(1)).toHaveLength(1)
      await bridge.again(label)
    },
  )

  it('a ticket whose creation FreeScout really refused is not there, and the run says why', async () => {
    bridge.github.addIssue(HOME, { title: 'Mine' })
    bridge.github.label(HOME, 1, 'customer-reported')
    const body = '{"_embedded":{"errors":[{"path":"user","message":"`user` parameter is required"}]}}'
    bridge.freescout.faults.push({ match: creation, times: 2, trouble: { answer: { status: 400, body } } })
    const run = await label()
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain(
      '::error::FreeScout refused the request (400; user: `user` parameter is required)',
    )
    expect(bridge.freescout.log.filter(creation)).toHaveLength(1)
  })
})

describe('A tag that an agent sets while ours are written', () => {
  const dropped = { lost: { dropBefore: true }, stored: { dropAfter: true } } as const

  /** The next request that writes tags has no answer, and then an agent sets a tag. */
  const dropTags = (trouble: (typeof dropped)[keyof typeof dropped]) => {
    let id = 0
    bridge.freescout.faults.push({
      match: ({ method, path }) => {
        const found = /^\/api\/conversations\/(\d+)\/tags$/.exec(path)
        if (method !== 'PUT' || !found) return false
        id = Number(found[1])
        return true
      },
      trouble,
    })
    return instantClock(() => {
      if (id > 0) bridge.freescout.setTags(id, [...bridge.freescout.ticket(id).tags, 'vip'])
      id = 0
    })
  }

  it.each(Object.entries(dropped))(
    'a tag that an agent sets stays when the tag auto-linked is written again after an answer was %s',
    async (_, trouble) => {
      const id = bridge.ticket()
      const event = { name: 'repository_dispatch', payload: dispatchOf(id, bridge.github) }
      const run = await runInProcess(bridge, event, {}, { clock: dropTags(trouble) })
      expect(run.exitCode, run.log).toBe(0)
      expect(tags(id)).toEqual(['auto-linked', 'bug', 'vip'])
    },
  )

  it.each(Object.entries(dropped))(
    'a tag that an agent sets stays when a label’s tags are written again after an answer was %s',
    async (_, trouble) => {
      const id = bridge.ticket()
      await sync(id)
      bridge.github.label(HOME, 1, 'needs-customer-confirm')
      const payload = {
        ...{ action: 'labeled', issue: { number: 1 }, label: { name: 'needs-customer-confirm' } },
        repository: { full_name: HOME },
      }
      const config = `${CONFIG}labels: { needs-customer-confirm: { action: note, tags: [waiting] } }\n`
      const run = await runInProcess(
        bridge,
        { name: 'issues', payload },
        { config },
        { clock: dropTags(trouble) },
      )
      expect(run.exitCode, run.log).toBe(0)
      expect(tags(id)).toEqual(['auto-linked', 'bug', 'vip', 'waiting'])
      expect(bridge.freescout.notes(id)).toHaveLength(2)
    },
  )
})

describe('An issue whose labels GitHub left out', () => {
  it('a second run finds an issue whose labels GitHub refuses, and files no second one', async () => {
    bridge.github.dropLabels = true
    bridge.github.faults.push({
      match: ({ method, path }) => method === 'POST' && path.endsWith('/labels'),
      times: 9,
      trouble: { answer: { status: 403, body: '{"message":"Resource not accessible by integration"}' } },
    })
    const id = bridge.ticket()
    const first = await sync(id)
    expect(first.log).toContain('::warning::')
    await sync(id)
    expect(bridge.github.issues(HOME)).toHaveLength(1)
    expect(field(id)).toBe(issueUrl(1))
  })

  it('an issue without labels stays the canonical one when a younger one with labels appears', async () => {
    const id = bridge.ticket()
    await sync(id)
    bridge.github.unlabel(HOME, 1, 'freescout-linked')
    bridge.freescout.setTags(id, ['bug'])
    const surplus = bridge.github.addIssue(HOME, {
      title: 'Surplus',
      body: bridge.github.issue(HOME, 1).body ?? '',
      labels: ['freescout-linked'],
      author: 'github-actions[bot]',
      association: 'NONE',
      createdAt: '2038-01-01T00:00:00Z',
    })
    const { outputs } = await sync(id)
    expect(outputs['issue-number']).toBe('1')
    expect(bridge.github.issue(HOME, surplus.number)).toMatchObject({
      state: 'closed',
      stateReason: 'duplicate',
    })
    expect(bridge.github.issue(HOME, 1).labels).toContain('freescout-linked')
  })
})

describe('Completing a link that was made by hand', () => {
  it('completing a link keeps the tags that somebody sets meanwhile', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Known' })
    const id = bridge.ticket({ fields: { github_issue_url: issueUrl(number) } })
    meanwhile(bridge.freescout, `POST /api/conversations/${id}/threads`, () =>
      bridge.freescout.setTags(id, ['bug', 'vip']),
    )
    await sync(id)
    expect(tags(id)).toEqual(['auto-linked', 'bug', 'vip'])
  })

  /** An issue by a stranger whose last line claims that it was made from the ticket. */
  function forgedIssue(id: number): number {
    const marker = issueMarker({ id, url: `${bridge.freescout.url}/conversation/${id}` })
    const given = { title: 'Forged', body: `Text\n\n${marker}`, author: 'mallory', association: 'NONE' }
    return bridge.github.addIssue(HOME, given).number
  }

  it('completing a link puts the comment on the issue although a stranger’s marker claims that it is there', async () => {
    const id = bridge.ticket()
    const forged = forgedIssue(id)
    bridge.freescout.setField(id, 'github_issue_url', issueUrl(forged))
    const { outputs } = await sync(id)
    expect(outputs.result).toBe('linked')
    expect(comments(forged)).toEqual([
      ticketLinkComment(`${bridge.freescout.url}/conversation/${id}`, ENGLISH),
    ])
  })

  it('completing a link keeps the issue that a person chose, whatever marker that issue has', async () => {
    const id = bridge.ticket()
    await sync(id)
    const forged = forgedIssue(id)
    bridge.freescout.setField(id, 'github_issue_url', issueUrl(forged))
    const { outputs } = await sync(id)
    expect(outputs['issue-number']).toBe(String(forged))
    expect(field(id)).toBe(issueUrl(forged))
    expect(bridge.github.issue(HOME, 1).state).toBe('open')
  })
})

describe('A closed ticket', () => {
  it('a closed ticket that lost its link is adopted again, and its closing is not announced twice', async () => {
    const id = bridge.ticket()
    await sync(id)
    bridge.freescout.closeTicket(id)
    await sync(id)
    expect(comments(1)).toEqual([expect.stringContaining('FreeScout ticket resolved (')])

    const ticket = bridge.freescout.ticket(id)
    ticket.threads = ticket.threads.filter(({ type }) => type !== 'note')
    bridge.freescout.setField(id, 'github_issue_url', '')
    const { outputs } = await sync(id)
    expect(outputs.result).toBe('adopted')
    expect(field(id)).toBe(issueUrl(1))
    expect(comments(1)).toHaveLength(1)
  })

  it('an issue that is filed from a closed ticket is closed in the end, when the configuration says close', async () => {
    const inputs = { config: `${CONFIG}issue: { on-ticket-closed: close }\n` }
    const id = bridge.ticket()
    bridge.freescout.closeTicket(id)
    await sync(id, inputs)
    expect(bridge.github.issue(HOME, 1)).toMatchObject({ state: 'closed', stateReason: 'completed' })
    const { outputs } = await sync(id, inputs)
    expect(outputs.reason).toBe('already-linked')
    expect(comments(1)).toHaveLength(1)
  })
})
