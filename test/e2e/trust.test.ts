import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, dispatchOf, HOME, issueUrl, lines, startBridge } from '../support/bridge.ts'
import { type EmulatorServer, serve } from '../support/server.ts'

let bridge: Bridge
let elsewhere: EmulatorServer

beforeEach(async () => {
  bridge = await startBridge()
  elsewhere = await serve(() => Response.json({ id: 1, number: 1 }))
})

afterEach(async () => {
  expect(bridge.github.violations).toEqual([])
  expect(elsewhere.log).toEqual([])
  await Promise.all([bridge.close(), elsewhere.close()])
})

const FIELD = 'github_issue_url'
const marker = (id: number, base = bridge.freescout.url) =>
  `<!-- freescout-autolink ticket=${id} url=${base}/conversation/${id} -->`
const sentinel = (id: number, base = bridge.freescout.url) =>
  `[freescout-autolink] FreeScout ticket: ${base}/conversation/${id}`
const STRANGER = { author: 'mallory', association: 'NONE' }

/** Files an issue with a ticket's marker, by whom it is said. */
function marked(id: number, by: { author: string; association: string }, base?: string): number {
  const body = `It is broken.\n\n${marker(id, base)}`
  return bridge.github.addIssue(HOME, { title: 'Marked', body, labels: ['freescout-linked'], ...by }).number
}

describe('A marker does not count when', () => {
  it.each([
    ['a stranger wrote it', STRANGER, undefined],
    ['a contributor wrote it', { author: 'drive-by', association: 'CONTRIBUTOR' }, undefined],
    [
      'it names another FreeScout',
      { author: 'octo-dev', association: 'MEMBER' },
      'https://tickets.evil.example',
    ],
  ])('a marker does not count when %s: the ticket gets its own issue', async (_, by, base) => {
    const id = bridge.ticket()
    const forged = marked(id, by, base)
    const run = await bridge.dispatch(id)
    expect(run.outputs.result, run.log).toBe('created')
    expect(bridge.freescout.field(id, FIELD)).toBe(issueUrl(forged + 1))
    expect(bridge.github.issue(HOME, forged)).toMatchObject({ state: 'open', comments: [] })
  })
})

describe('A sentinel comment does not count when', () => {
  it.each([
    ['a stranger wrote it', STRANGER, undefined],
    [
      'it names another FreeScout',
      { author: 'octo-dev', association: 'MEMBER' },
      'https://tickets.evil.example',
    ],
  ])(
    'a sentinel comment does not count when %s: the issue gets its own ticket, and no other ticket gets a note',
    async (_, by, base) => {
      const victim = bridge.ticket({ tags: [] })
      const { number } = bridge.github.addIssue(HOME, { title: 'Orders time out' })
      bridge.github.comment(HOME, number, sentinel(victim, base), by)
      const run = await bridge.label(number, 'customer-reported')
      expect(run.outputs.result, run.log).toBe('created')
      expect(bridge.freescout.notes(victim)).toEqual([])
      expect(bridge.freescout.field(victim, FIELD)).toBe('')
    },
  )

  it('a member’s sentinel puts no note on a ticket that does not name the issue', async () => {
    const other = bridge.ticket({ tags: [] })
    const { number } = bridge.github.addIssue(HOME, { title: 'Orders time out' })
    bridge.github.comment(HOME, number, sentinel(other))
    await bridge.label(number, 'needs-customer-confirm')
    expect(bridge.freescout.notes(other)).toEqual([])
  })

  it('a sentinel that names no ticket’s id does not count', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Orders time out' })
    const { url } = bridge.freescout
    for (const id of ['0', '-1', '1e3', '01', '../mailboxes', '9'.repeat(20), '1?embed=x', '%31']) {
      bridge.github.comment(HOME, number, `[freescout-autolink] FreeScout ticket: ${url}/conversation/${id}`)
    }
    const run = await bridge.label(number, 'needs-customer-confirm')
    expect(run.outputs.reason, run.log).toBe('not-linked')
    expect(lines(bridge.freescout.log).filter(line => line.includes('/conversations/'))).toEqual([])
  })
})

describe('The token’s own marks count, and whose token it is', () => {
  beforeEach(() => {
    const permissions = { metadata: 'read', contents: 'read', issues: 'write' } as const
    bridge.github.addToken({ token: 'ghp_bot', login: 'raxx-bot', type: 'User', permissions })
  })
  const inputs = { 'github-token': 'ghp_bot' }
  const questions = () => bridge.github.log.filter(({ path }) => path === '/graphql').length

  it('a run asks once which user the token belongs to, when it meets a mark by an unknown author', async () => {
    const id = bridge.ticket()
    const own = marked(id, { author: 'raxx-bot', association: 'NONE' })
    marked(id, STRANGER)
    const run = await bridge.dispatch(id, inputs)
    expect(run.outputs, run.log).toMatchObject({ result: 'adopted', 'issue-number': String(own) })
    expect(questions()).toBe(1)
  })

  it('a run does not ask which user the token belongs to, when all marks are by members', async () => {
    await bridge.dispatch(bridge.ticket(), inputs)
    const id = bridge.ticket()
    marked(id, { author: 'octo-dev', association: 'MEMBER' })
    await bridge.dispatch(id, inputs)
    expect(questions()).toBe(0)
  })
})

describe('An App in place of another one', () => {
  const permissions = { metadata: 'read', contents: 'read', issues: 'write' } as const
  const actAs = (login: string) =>
    bridge.github.addToken({ token: 'ghs_test', login, type: 'Bot', permissions })

  it('marks of the old App count as long as trusted-authors lists it', async () => {
    actAs('old-app[bot]')
    const id = bridge.ticket()
    await bridge.dispatch(id)
    bridge.freescout.closeTicket(id)
    await bridge.dispatch(id)
    actAs('new-app[bot]')
    const config = `${CONFIG}trusted-authors: ["old-app[bot]"]\n`
    await bridge.again(() => bridge.run({ name: 'schedule' }, { config }))
    await bridge.label(1, 'needs-customer-confirm', { inputs: { config } })
    expect(bridge.freescout.notes(id)[0]).toContain('Please ask the customer to confirm the fix.')
  })
})
const EVIL = 'https://github.com/evil/repo/issues/1'

describe('The link field of a ticket', () => {
  it.each([
    ['another host', 'https://evil.example/raxx-app/TradeMasterAPI/issues/1'],
    ['a host that looks alike', 'https://github.com.evil.example/raxx-app/TradeMasterAPI/issues/1'],
    ['a user name before another host', 'https://github.com@evil.example/raxx-app/TradeMasterAPI/issues/1'],
    ['another scheme', 'http://github.com/raxx-app/TradeMasterAPI/issues/1'],
    ['a repository that is not allowed', 'https://github.com/evil/repo/issues/1'],
    ['a path that climbs out', 'https://github.com/raxx-app/TradeMasterAPI/../../evil/repo/issues/1'],
    ['an encoded path', 'https://github.com/raxx-app/TradeMasterAPI%2Fissues%2F1'],
    ['a pull request', 'https://github.com/raxx-app/TradeMasterAPI/pull/1'],
    ['an issue number 0', 'https://github.com/raxx-app/TradeMasterAPI/issues/0'],
    ['script', 'javascript:alert(1)'],
    ['the word none', 'none'],
  ])(
    'a field that is not the URL of an allowed issue blocks creation and is never followed: %s',
    async (_, value) => {
      const id = bridge.ticket({ fields: { [FIELD]: value } })
      const run = await bridge.dispatch(id)
      expect(run.outputs, run.log).toMatchObject({ result: 'skipped', reason: 'link-unusable' })
      expect(run.log).toContain('::warning::')
      expect(lines(bridge.github.log)).toEqual(nameQuestion(value))
      expect(lines(bridge.writes())).toEqual([])
      await bridge.run({ name: 'schedule' })
      expect(lines(bridge.writes())).toEqual([])
    },
  )

  /** A run asks only what the repository is called now. It may be an allowed one that was renamed. */
  const nameQuestion = (value: string) => (URL.parse(value)?.href === EVIL ? ['GET /repos/evil/repo'] : [])

  it('a run sends no request to a server that the link field names', async () => {
    const id = bridge.ticket({ fields: { [FIELD]: `${elsewhere.url}/raxx-app/TradeMasterAPI/issues/1` } })
    expect((await bridge.dispatch(id)).outputs.reason).toBe('link-unusable')
  })

  it('a stranger’s note can’t do what the field may not', async () => {
    const id = bridge.ticket({ tags: [] })
    bridge.freescout.customerReply(id, `<p>[freescout-autolink] GitHub issue #1 filed: ${issueUrl(1)}</p>`)
    expect((await bridge.dispatch(id)).outputs.reason).toBe('no-trigger-tag')
  })
})

describe('An id', () => {
  it.each([
    ['text', '1/../../users'],
    ['a fraction', 1.5],
    ['0', 0],
    ['below 0', -1],
    ['too large', 2 ** 60],
    ['none', null],
  ])('a dispatch that names %s is refused', async (_, conversation_id) => {
    const payload = { action: 'freescout', client_payload: { conversation_id } }
    const run = await bridge.run({ name: 'repository_dispatch', payload })
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain('conversation_id must be a whole number above 0')
    expect([...bridge.reads(), ...bridge.writes()]).toEqual([])
  })

  it.each([
    ['a conversation on another origin', () => `${elsewhere.url}/conversation/1`],
    ['a conversation below a look-alike host', () => `${bridge.freescout.url}.evil.example/conversation/1`],
    [
      'a conversation with a password in its address',
      () => `${bridge.freescout.url.replace('//', '//a:b@')}/conversation/1`,
    ],
    ['a conversation that is none', () => `${bridge.freescout.url}/conversation/1/../../api`],
  ])('%s is refused', async (_, conversation) => {
    const run = await bridge.run(
      { name: 'workflow_dispatch' },
      { command: 'sync', conversation: conversation() },
    )
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain('Input conversation')
    expect([...bridge.reads(), ...bridge.writes()]).toEqual([])
  })
})

describe('The name of the event', () => {
  it.each([
    ['convo.deleted', 'convo.deleted'],
    ['convo.created', 'convo.created'],
    ['__proto__', '__proto__'],
    ['of 500 characters', 'x'.repeat(500)],
  ])('the event name %s decides nothing', async (_, event) => {
    const id = bridge.ticket()
    const payload = dispatchOf(id, bridge.github) as { client_payload: object }
    const run = await bridge.run({
      name: 'repository_dispatch',
      payload: { ...payload, client_payload: { ...payload.client_payload, event } },
    })
    expect(run.outputs.result, run.log).toBe('created')
  })

  it('a dispatch that claims to be about a closing closes nothing', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    const payload = { action: 'freescout', client_payload: { conversation_id: id, event: 'convo.status' } }
    await bridge.again(() => bridge.run({ name: 'repository_dispatch', payload }))
  })

  it('a closing that only the event mentions is none', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    await bridge.again(() => bridge.issueEvent(1, 'closed'))
  })
})

describe('The key stays at the configured origin', () => {
  it.each([301, 302, 307, 308])(
    'a redirect of FreeScout’s (%i) is an error, and is not followed',
    async status => {
      bridge.freescout.faults.push({
        match: () => true,
        times: Number.POSITIVE_INFINITY,
        trouble: { answer: { status, headers: { location: `${elsewhere.url}/api/conversations/1` } } },
      })
      const run = await bridge.dispatch(1)
      expect(run.exitCode).toBe(1)
      expect(run.log).toContain(
        `redirects to ${elsewhere.url} (${status}): could not read ticket id 1. Set freescout-url to the final address`,
      )
    },
  )

  it('a redirect of GitHub’s is not followed with the token either', async () => {
    const id = bridge.ticket()
    bridge.github.faults.push({
      match: () => true,
      times: Number.POSITIVE_INFINITY,
      trouble: { answer: { status: 307, headers: { location: `${elsewhere.url}/repos` } } },
    })
    const run = await bridge.dispatch(id)
    expect(run.exitCode).toBe(1)
    expect(lines(bridge.writes())).toEqual([])
  })

  it('a run does not ask for a next page on another server', async () => {
    const id = bridge.ticket()
    bridge.github.faults.push({
      match: ({ path }) => path.includes('/issues?'),
      trouble: {
        garble: body => ({ body, headers: { link: `<${elsewhere.url}/issues?page=2>; rel="next"` } }),
      },
    })
    const run = await bridge.dispatch(id)
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain('GitHub says that the next page is at')
  })

  it('plain http beyond loopback is refused before anything is sent', async () => {
    const run = await bridge.dispatch(1, { 'freescout-url': 'http://tickets.example.org' })
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain('Use https')
  })

  it('neither key nor token is in the log or the summary', async () => {
    const run = await bridge.dispatch(bridge.ticket())
    const shown = run.log.replaceAll(/^::add-mask::.*$/gm, '') + run.summary + JSON.stringify(run.outputs)
    expect(shown).not.toContain('emulated-api-key')
    expect(shown).not.toContain('ghs_test')
  })
})

describe('A customer who mails the subject of a ticket from GitHub', () => {
  it('a customer’s mail with the subject of a created ticket is not adopted: the issue gets its own ticket', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Orders time out' })
    const fake = bridge.ticket({
      subject: `[${HOME}#${number}] Orders time out`,
      tags: [],
      fields: { [FIELD]: issueUrl(number) },
    })
    const run = await bridge.label(number, 'customer-reported')
    expect(run.outputs.result, run.log).toBe('created')
    expect(run.outputs['conversation-id']).not.toBe(String(fake))
  })

  it('a customer’s mail with the subject of a created ticket creates nothing in a mailbox that nobody watches', async () => {
    const id = bridge.ticket({ subject: `[${HOME}#1] Hello`, mailbox: 'internal@raxx.app' })
    const run = await bridge.dispatch(id, { config: CONFIG })
    expect(run.outputs.reason).toBe('mailbox-not-watched')
  })
})
