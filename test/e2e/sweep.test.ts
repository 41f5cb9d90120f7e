import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, lines, startBridge } from '../support/bridge.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const sweep = (inputs?: Record<string, string>) => bridge.run({ name: 'schedule' }, inputs)
const marker = (id: number) =>
  `<!-- freescout-autolink ticket=${id} url=${bridge.freescout.url}/conversation/${id} -->`

describe('A sweep finds', () => {
  it('a sweep finds a tagged ticket without an issue, whatever its age', async () => {
    const id = bridge.ticket({ createdAt: new Date('2024-01-01T00:00:00Z') })
    const run = await sweep()
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs.result).toBe('swept')
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe(issueUrl(1))
    expect(run.log).toContain('1/1 ticket 1 should have an issue and has none: created')
    await bridge.again(() => sweep())
  })

  it('a sweep files no issue for a closed ticket', async () => {
    bridge.ticket({ status: 'closed' })
    bridge.ticket({ status: 'pending' })
    await sweep()
    expect(bridge.github.issues(HOME)).toHaveLength(1)
  })

  it('a sweep finds and completes a link that was made by hand', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Known' })
    const id = bridge.ticket({ tags: [], fields: { github_issue_url: issueUrl(number) } })
    await sweep()
    expect([...bridge.freescout.ticket(id).tags]).toEqual(['auto-linked'])
    expect(bridge.github.comments(HOME, number)).toHaveLength(1)
    await bridge.again(() => sweep())
  })

  it('a sweep finds and completes a half-made link', async () => {
    const id = bridge.ticket()
    bridge.github.addIssue(HOME, {
      title: 'Half',
      body: `x\n\n${marker(id)}`,
      labels: ['freescout-linked'],
      author: 'github-actions[bot]',
      association: 'NONE',
    })
    await sweep()
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe(issueUrl(1))
    expect(bridge.github.issues(HOME)).toHaveLength(1)
    await bridge.again(() => sweep())
  })

  it('a sweep finds a closing and a reopening that the issue has no comment about', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    bridge.freescout.closeTicket(id)
    await sweep()
    expect(bridge.github.comments(HOME, 1).map(({ body }) => body)).toEqual([
      expect.stringContaining('FreeScout ticket resolved ('),
    ])
    await bridge.again(() => sweep())

    bridge.freescout.reopenTicket(id)
    await sweep()
    expect(bridge.github.comments(HOME, 1)).toHaveLength(2)
    await bridge.again(() => sweep())
  })

  it('a sweep finds an issue that has a mapped label and no ticket', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Unheard' })
    bridge.github.label(HOME, number, 'customer-reported')
    await sweep()
    expect(bridge.freescout.field(1, 'github_issue_url')).toBe(issueUrl(number))
    await bridge.again(() => sweep())
  })

  it('a sweep finds a label and a closing of the last hours that no event announced', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    bridge.github.label(HOME, 1, 'needs-customer-confirm')
    bridge.github.closeIssue(HOME, 1, 'completed')
    await sweep()
    expect(bridge.freescout.notes(id)).toHaveLength(3)
    await bridge.again(() => sweep())
  })

  it('a sweep closes the younger of two issues of one ticket as a duplicate', async () => {
    const id = bridge.ticket()
    for (const title of ['First', 'Second']) {
      bridge.github.addIssue(HOME, {
        title,
        body: `x\n\n${marker(id)}`,
        labels: ['freescout-linked'],
        author: 'github-actions[bot]',
        association: 'NONE',
      })
    }
    bridge.freescout.setField(id, 'github_issue_url', issueUrl(2))
    await sweep()
    expect(bridge.github.issue(HOME, 2)).toMatchObject({ state: 'closed', stateReason: 'duplicate' })
    expect(bridge.github.issue(HOME, 1)).toMatchObject({ state: 'open' })
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe(issueUrl(1))
    await bridge.again(() => sweep())
  })
})

describe('A sweep', () => {
  it('a sweep ignores a marker that a stranger forged', async () => {
    const id = bridge.ticket()
    bridge.github.addIssue(HOME, {
      title: 'Forged',
      body: `x\n\n${marker(id)}`,
      labels: ['freescout-linked'],
      author: 'stranger',
      association: 'NONE',
    })
    await sweep()
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe(issueUrl(2))
    expect(bridge.github.issue(HOME, 1).state).toBe('open')
  })

  it('a sweep takes no more than its limit, and says what is left', async () => {
    for (const _ of [1, 2, 3]) bridge.ticket()
    const run = await sweep({ config: `${CONFIG}sweep: { limit: 2 }\n` })
    expect(bridge.github.issues(HOME)).toHaveLength(2)
    expect(run.log).toContain('::warning::1 left for the next sweep.')
    expect(run.summary).toContain('left 1 for the next sweep')
  })

  it('a sweep stops before it has used up the rate limit', async () => {
    for (const _ of [1, 2, 3, 4, 5, 6]) bridge.ticket()
    bridge.github.rateLimit.remaining = 72
    const run = await sweep()
    expect(run.exitCode, run.log).toBe(0)
    expect(run.log).toMatch(/requests are left this hour: stopping here/)
    expect(bridge.github.rateLimit.remaining).toBeGreaterThan(30)
  })

  it('one bad ticket does not stop a sweep, which fails in the end and names the ticket', async () => {
    const bad = bridge.ticket()
    const good = bridge.ticket()
    bridge.freescout.faults.push({
      match: ({ method, path }) =>
        method === 'PUT' && path.startsWith(`/api/conversations/${bad}/custom_fields`),
      trouble: { answer: { status: 400, body: '{"message":"x","_embedded":{"errors":[]}}' } },
    })
    const run = await sweep()
    expect(run.exitCode).toBe(1)
    expect(bridge.freescout.field(good, 'github_issue_url')).not.toBe('')
    expect(run.log).toContain('1 of 2 failed; the others are done.')
    expect(run.summary).toContain('**failed**')
  })

  it('a sweep writes nothing in a dry run, and lists what it would do', async () => {
    bridge.ticket()
    const run = await sweep({ 'dry-run': 'true' })
    expect(lines(bridge.writes())).toEqual([])
    expect(run.outputs.changes).toBe('["create-issue","set-field","add-note","add-tag"]')
  })

  it('a sweep makes no request per ticket when everything is linked', async () => {
    for (let count = 0; count < 250; count++)
      bridge.ticket({ tags: ['bug', 'auto-linked'], fields: { github_issue_url: issueUrl(count + 1) } })
    const run = await sweep()
    expect(run.exitCode, run.log).toBe(0)
    const listed = bridge.freescout.log.filter(({ path }) => path.startsWith('/api/conversations?'))
    expect(listed).toHaveLength(3 + 3 + 2 + 1)
    expect(bridge.freescout.log).toHaveLength(listed.length + 1)
    expect(bridge.github.log.length).toBeLessThanOrEqual(8)
  })
})
