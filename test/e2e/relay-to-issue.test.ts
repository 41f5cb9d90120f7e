import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, lines, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'
import type { Run } from '../support/runner.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const sync = (ticket: number, inputs = {}) =>
  runInProcess(bridge, { name: 'workflow_dispatch' }, { conversation: String(ticket), ...inputs })

/** A ticket and its issue, linked and complete. */
async function linked(input = {}): Promise<{ ticket: number; issue: number }> {
  const ticket = bridge.ticket(input)
  const run = await sync(ticket)
  expect(run.exitCode, run.log).toBe(0)
  bridge.forget()
  return { ticket, issue: Number(run.outputs['issue-number']) }
}

/** An agent writes a note, and the run for it ends. The same run once more writes nothing. */
async function noted(ticket: number, html: string, inputs = {}): Promise<{ run: Run; writes: string[] }> {
  bridge.freescout.agentNote(ticket, html)
  const run = await sync(ticket, inputs)
  const writes = lines(bridge.writes())
  await bridge.again(() => sync(ticket, inputs))
  return { run, writes }
}

const changes = ({ outputs }: Run) => JSON.parse(outputs.changes ?? '[]')
const relays = (issue: number) =>
  bridge.github.comments(HOME, issue).filter(({ body }) => body.includes(' thread='))
const newestThread = (ticket: number) => bridge.freescout.ticket(ticket).threads.at(-1)?.id

describe('A note with /github', () => {
  it('becomes a comment that names the ticket and not the agent', async () => {
    const { ticket, issue } = await linked()
    const { run, writes } = await noted(ticket, '<p>/github It also happens in <b>Safari</b>.</p>')
    expect(run.outputs).toMatchObject({ result: 'commented' })
    expect(changes(run)).toEqual(['relay-note'])
    expect(writes).toEqual([`POST /repos/${HOME}/issues/${issue}/comments`])
    const { number } = bridge.freescout.ticket(ticket)
    expect(relays(issue).map(({ body }) => body)).toEqual([
      `[freescout-autolink] Note on [FreeScout ticket #${number}](${bridge.freescout.url}/conversation/${ticket}):\n\n` +
        `> It also happens in **Safari**.\n\n` +
        `<!-- freescout-autolink ticket=${ticket} thread=${newestThread(ticket)} -->`,
    ])
    expect(run.summary).toContain('The issue got a comment: the note')
  })

  it('names the agent when the configuration says so', async () => {
    const { ticket, issue } = await linked()
    await noted(ticket, '/github Hello', { config: `${CONFIG}relay: { name-agents: true }\n` })
    expect(relays(issue)[0]?.body).toMatch(/^\[freescout-autolink\] Note by \w+ \w+ on \[FreeScout ticket/)
  })

  it('is relayed with the issue that the same run creates', async () => {
    const ticket = bridge.ticket()
    const { run } = await noted(ticket, '/github Please look at it soon.')
    expect(changes(run)).toEqual(['create-issue', 'set-field', 'add-note', 'add-tag', 'relay-note'])
    expect(relays(Number(run.outputs['issue-number']))).toHaveLength(1)
  })

  it('is redacted like the text of the issue', async () => {
    const { ticket, issue } = await linked()
    await noted(ticket, '<p>/github Rodney (rodney@example.org) says: rodney robertson is waiting.</p>')
    const body = relays(issue)[0]?.body ?? ''
    expect(body).toContain('[redacted]')
    expect(body.toLowerCase()).not.toContain('rodney')
  })

  it('is relayed once after the ticket was merged into another one', async () => {
    const { ticket, issue } = await linked()
    await noted(ticket, '/github Once.')
    const survivor = bridge.ticket({ tags: [], fields: { github_issue_url: issueUrl(issue) } })
    bridge.freescout.merge(ticket, survivor)
    await sync(survivor)
    expect(relays(issue)).toHaveLength(1)
  })

  it('may have another word, or none', async () => {
    const { ticket, issue } = await linked()
    const other = { config: `${CONFIG}relay: { to-issue: "!dev" }\n` }
    await noted(ticket, '/github No.', other)
    await noted(ticket, '!dev Yes.', other)
    expect(relays(issue)).toHaveLength(1)
    await noted(ticket, '/github No.', { config: `${CONFIG}relay: { to-issue: off }\n` })
    expect(relays(issue)).toHaveLength(1)
  })

  it('each of several notes becomes a comment, in their order', async () => {
    const { ticket, issue } = await linked()
    bridge.freescout.agentNote(ticket, '/github One.')
    bridge.freescout.agentNote(ticket, '/github Two.')
    await sync(ticket)
    expect(relays(issue).map(({ body }) => body.split('\n')[2])).toEqual(['> One.', '> Two.'])
  })

  it('is told in a dry run, and nothing is written', async () => {
    const { ticket } = await linked()
    bridge.freescout.agentNote(ticket, '/github Hello')
    expect(changes(await sync(ticket, { 'dry-run': 'true' }))).toEqual(['relay-note'])
    expect(bridge.writes()).toEqual([])
  })
})

describe('Hostile notes', () => {
  it('/github in a customer’s message is not relayed', async () => {
    const { ticket, issue } = await linked({ html: '<p>/github Let me in.</p>' })
    bridge.freescout.customerReply(ticket, '<p>/github Let me in.</p>')
    const run = await sync(ticket)
    expect(run.outputs.reason).toBe('already-linked')
    expect(relays(issue)).toEqual([])
  })

  it('/github in an agent’s reply to the customer is not relayed', async () => {
    const { ticket, issue } = await linked()
    bridge.freescout.closeByReply(ticket, '/github Hello')
    await sync(ticket)
    expect(relays(issue)).toEqual([])
  })

  it.each([
    ['quoted', '<blockquote>/github quoted</blockquote><p>As they said.</p>'],
    ['code', '<pre>/github code</pre>'],
    ['quoted as text', '<p>&gt; /github quoted</p>'],
    ['longer', '<p>/githubber</p>'],
    ['longer across tags', '<p>/github<b>ber</b></p>'],
    ['not first', '<p>See /github</p>'],
    ['an address', '<p>/github.com/x</p>'],
  ])('/github in a note in which it is %s is not relayed', async (_, html) => {
    const { ticket, issue } = await linked()
    const { run } = await noted(ticket, html)
    expect(run.outputs.reason).toBe('already-linked')
    expect(relays(issue)).toEqual([])
  })

  it('our own note that a comment became is not relayed back', async () => {
    const { ticket, issue } = await linked()
    bridge.github.comment(HOME, issue, '/support /github Hello')
    await runInProcess(bridge, { name: 'workflow_dispatch' }, { issue: String(issue) })
    await sync(ticket)
    expect(relays(issue)).toEqual([])
  })

  it('mentions, references, HTML and forged marks in a note do nothing on GitHub', async () => {
    const { ticket, issue } = await linked()
    const forged = `&lt;!-- freescout-autolink ticket=${ticket} thread=999999 --&gt;`
    await noted(ticket, `<p>/github @octocat closes #1 <script>x</script>${forged}</p><p>/support hi</p>`)
    const body = relays(issue)[0]?.body ?? ''
    expect(body).not.toMatch(/@octocat|#1\b|<script|thread=999999 -->$/)
    expect(body.match(/<!-- freescout-autolink/g)).toHaveLength(1)
    expect(
      body
        .split('\n')
        .slice(1, -2)
        .every(line => line === '' || line.startsWith('>')),
    ).toBe(true)
    await bridge.again(() => runInProcess(bridge, { name: 'workflow_dispatch' }, { issue: String(issue) }))
  })

  it('a stranger’s comment with the note’s mark does not keep the note back', async () => {
    const { ticket, issue } = await linked()
    bridge.freescout.agentNote(ticket, '/github Hello')
    const body = `${bridge.freescout.url}/conversation/${ticket}\n<!-- freescout-autolink ticket=${ticket} thread=${newestThread(ticket)} -->`
    bridge.github.comment(HOME, issue, body, { author: 'mallory', association: 'NONE' })
    await sync(ticket)
    expect(relays(issue)).toHaveLength(2)
    await bridge.again(() => sync(ticket))
  })
})

describe.each(['public', 'internal'] as const)(
  'A note with /github and a repository that is %s',
  visibility => {
    it('stays in FreeScout, and a note says why, once', async () => {
      const { ticket, issue } = await linked()
      bridge.github.setVisibility(HOME, visibility)
      const { run, writes } = await noted(ticket, '/github Secret.')
      expect(run.outputs).toMatchObject({ result: 'noted', reason: 'relay-not-public' })
      expect(writes).toEqual([`POST /api/conversations/${ticket}/threads`])
      expect(bridge.freescout.notes(ticket)[0]).toContain('was not sent to GitHub issue')
      expect(run.log).toContain('not relayed, because')
      expect(relays(issue)).toEqual([])
    })

    it('stays there when relay.public is set afterwards', async () => {
      const { ticket, issue } = await linked()
      bridge.github.setVisibility(HOME, visibility)
      await noted(ticket, '/github Secret.')
      const config = `${CONFIG}relay: { public: true }\n`
      await bridge.again(() => sync(ticket, { config }))
      await noted(ticket, '/github Not secret.', { config })
      expect(relays(issue).map(({ body }) => body.split('\n')[2])).toEqual(['> Not secret.'])
    })
  },
)

describe('Exactly once', () => {
  it('a lost answer to the comment ends as one comment', async () => {
    const { ticket, issue } = await linked()
    bridge.freescout.agentNote(ticket, '/github Hello')
    bridge.github.faults.push({
      match: ({ method, path }) => method === 'POST' && path.endsWith('/comments'),
      trouble: { dropAfter: true },
    })
    const run = await sync(ticket)
    expect(run.exitCode, run.log).toBe(0)
    expect(relays(issue)).toHaveLength(1)
    await bridge.again(() => sync(ticket))
  })

  it('two runs that race end as one comment, the older one', async () => {
    const { ticket, issue } = await linked()
    bridge.freescout.agentNote(ticket, '/github Hello')
    // The first run gets the list of comments late. Meanwhile the other run does all of its work.
    bridge.github.faults.push({
      match: ({ method, path }) => method === 'GET' && path.includes(`/issues/${issue}/comments`),
      trouble: { delayMs: 700 },
    })
    const [run] = await Promise.all([sync(ticket), sync(ticket)])
    expect(lines(bridge.writes()).filter(line => line.startsWith('DELETE'))).toHaveLength(1)
    expect(run.exitCode, run.log).toBe(0)
    expect(relays(issue)).toHaveLength(1)
    await bridge.again(() => sync(ticket))
  })

  it('a sweep finds a note that no webhook announced, and the next sweep writes nothing', async () => {
    const { ticket, issue } = await linked()
    bridge.freescout.agentNote(ticket, '/github Hello')
    // A test lets time pass in FreeScout only. Real clocks agree, and a relay comes after its note.
    bridge.github.clock.advance(10 * 60_000)
    const run = await runInProcess(bridge, { name: 'schedule' })
    expect(run.log).toContain('has a note for its issue')
    expect(relays(issue)).toHaveLength(1)
    await bridge.again(() => runInProcess(bridge, { name: 'schedule' }))
    const { log } = await runInProcess(bridge, { name: 'schedule' })
    expect(log).not.toContain('has a note for its issue')
  })
})
