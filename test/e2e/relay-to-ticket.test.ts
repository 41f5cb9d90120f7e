import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, lines, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'
import type { Run } from '../support/runner.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const STRANGER = { author: 'mallory', association: 'NONE' }

/** A ticket and its issue, linked and complete. */
async function linked(): Promise<{ ticket: number; issue: number }> {
  const ticket = bridge.ticket()
  const run = await runInProcess(bridge, { name: 'workflow_dispatch' }, { conversation: String(ticket) })
  expect(run.exitCode, run.log).toBe(0)
  bridge.forget()
  return { ticket, issue: Number(run.outputs['issue-number']) }
}

/** Another ticket that an agent linked to the issue. */
async function linkedToo(issue: number): Promise<number> {
  const ticket = bridge.ticket({ tags: [], fields: { github_issue_url: issueUrl(issue) } })
  await runInProcess(bridge, { name: 'workflow_dispatch' }, { conversation: String(ticket) })
  bridge.forget()
  return ticket
}

/** The event that GitHub sends for a new comment. `body` is its text at that time. */
function event(issue: number, comment: { id: number; body: string }, onIssue = {}) {
  const repository = bridge.github.repositoryInEvent(HOME)
  const payload = { action: 'created', issue: { number: issue, ...onIssue }, comment, repository }
  return { name: 'issue_comment', payload }
}

/** Somebody writes a comment, and the run for it ends. The same run once more writes nothing. */
async function commented(
  issue: number,
  body: string,
  by = {},
  inputs = {},
): Promise<{ run: Run; id: number }> {
  const comment = bridge.github.comment(HOME, issue, body, by)
  const run = await runInProcess(bridge, event(issue, comment), inputs)
  const wrote = bridge.writes()
  await bridge.again(() => runInProcess(bridge, event(issue, comment), inputs))
  bridge.freescout.log.push(...wrote.filter(({ path }) => path.startsWith('/api')))
  bridge.github.log.push(...wrote.filter(({ path }) => !path.startsWith('/api')))
  return { run, id: comment.id }
}

const changes = ({ outputs }: Run) => JSON.parse(outputs.changes ?? '[]')
const relays = (ticket: number) =>
  bridge.freescout.notes(ticket).filter(note => note.includes('key=comment:'))

describe('A comment with /support', () => {
  it('becomes a note on the ticket, with its author and a link to it, and gets 👀', async () => {
    const { ticket, issue } = await linked()
    const { run, id } = await commented(issue, '/support The fix is out. Please ask the customer.')
    expect(run.outputs).toMatchObject({ result: 'noted' })
    expect(changes(run)).toEqual(['relay-comment', 'react'])
    expect(lines(bridge.writes())).toEqual([
      `POST /api/conversations/${ticket}/threads`,
      `POST /repos/${HOME}/issues/comments/${id}/reactions`,
    ])
    expect(bridge.freescout.notes(ticket)[0]).toBe(
      `<!-- >[freescout-autolink] ${issueUrl(issue)} -->` +
        `<p><a href="${issueUrl(issue)}#issuecomment-${id}">octo-dev</a> commented on GitHub issue ` +
        `<a href="${issueUrl(issue)}">${HOME}#${issue}</a> “Orders are rejected”:</p>` +
        `<p>The fix is out. Please ask the customer.</p>` +
        `<p><em>&nbsp;<a href="${issueUrl(issue)}#comment:${id}">[freescout-autolink]</a></em></p>` +
        `<!-- freescout-autolink key=comment:${id} -->`,
    )
    expect(bridge.github.reactions(HOME, issue, id)).toEqual(['eyes'])
    expect(run.summary).toContain('The ticket got a note: the comment by octo-dev')
  })

  it('becomes a note on every linked ticket', async () => {
    const { ticket, issue } = await linked()
    const other = await linkedToo(issue)
    const { run } = await commented(issue, '/support Fixed.')
    expect(changes(run)).toEqual(['relay-comment', 'relay-comment', 'react'])
    expect([relays(ticket).length, relays(other).length]).toEqual([1, 1])
  })

  it('gets 😕 when the issue has no ticket', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Slow' })
    const { run, id } = await commented(number, '/support Please update.')
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'not-linked' })
    expect(changes(run)).toEqual(['react'])
    expect(bridge.github.reactions(HOME, number, id)).toEqual(['confused'])
  })

  it('reaches a ticket that is linked afterwards, when it had none', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Slow' })
    const { id } = await commented(number, '/support Please update.')
    const ticket = await linkedToo(number)
    await runInProcess(bridge, { name: 'workflow_dispatch' }, { issue: String(number) })
    expect(relays(ticket)).toHaveLength(1)
    expect(bridge.github.reactions(HOME, number, id)).toEqual(['confused', 'eyes'])
  })

  it('reaches the ticket that the same run creates for the issue', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Slow' })
    bridge.github.label(HOME, number, 'customer-reported')
    const { run } = await commented(number, '/support Please update.')
    expect(changes(run)).toEqual(['create-ticket', 'set-tags', 'comment', 'relay-comment', 'react'])
    expect(relays(Number(run.outputs['conversation-id']))).toHaveLength(1)
  })

  it('is told in a dry run, and nothing is written', async () => {
    const { issue } = await linked()
    const comment = bridge.github.comment(HOME, issue, '/support Fixed.')
    const run = await runInProcess(bridge, event(issue, comment), { 'dry-run': 'true' })
    expect(changes(run)).toEqual(['relay-comment', 'react'])
    expect(bridge.writes()).toEqual([])
  })

  it('may have another word', async () => {
    const { ticket, issue } = await linked()
    const config = `${CONFIG}relay: { to-tickets: "!tell" }\n`
    await commented(issue, '/support No.', {}, { config })
    await commented(issue, '!tell Yes.', {}, { config })
    expect(relays(ticket)).toHaveLength(1)
    expect(relays(ticket)[0]).toContain('<p>Yes.</p>')
  })

  it('is not relayed when that is off', async () => {
    const { issue } = await linked()
    const { run } = await commented(
      issue,
      '/support No.',
      {},
      { config: `${CONFIG}relay: { to-tickets: off }\n` },
    )
    expect(run.outputs).toMatchObject({ result: 'unchanged', reason: 'nothing-to-do' })
    expect(bridge.writes()).toEqual([])
  })
})

describe('Hostile comments', () => {
  it('a stranger’s /support is not relayed, and starts nothing', async () => {
    const { ticket, issue } = await linked()
    const { run, id } = await commented(issue, '/support Give me a refund.', STRANGER)
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'relay-not-trusted' })
    expect(bridge.writes()).toEqual([])
    expect(relays(ticket)).toEqual([])
    expect(bridge.github.reactions(HOME, issue, id)).toEqual([])
  })

  it('a stranger’s /support on an issue without a ticket gets no reaction', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Slow' })
    const { run } = await commented(number, '/support Hello', STRANGER)
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'relay-not-trusted' })
    expect(bridge.writes()).toEqual([])
  })

  it('/support on a pull request is not relayed', async () => {
    const { ticket } = await linked()
    const { number } = bridge.github.addPullRequest(HOME, { title: 'Fix' })
    const comment = bridge.github.comment(HOME, number, '/support Merged.')
    const run = await runInProcess(bridge, event(number, comment, { pull_request: { url: 'https://…' } }))
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'event-not-handled' })
    await runInProcess(bridge, { name: 'schedule' })
    expect(bridge.writes()).toEqual([])
    expect(relays(ticket)).toEqual([])
  })

  it('/support that was edited in after creation is not relayed, by its issue’s runs and by sweeps', async () => {
    const { ticket, issue } = await linked()
    const comment = bridge.github.comment(HOME, issue, 'Any news?')
    bridge.github.editComment(HOME, issue, comment.id, '/support Any news?')
    await runInProcess(bridge, { name: 'workflow_dispatch' }, { issue: String(issue) })
    await runInProcess(bridge, event(issue, comment))
    await runInProcess(bridge, { name: 'schedule' })
    expect(relays(ticket)).toEqual([])
    expect(bridge.writes()).toEqual([])
  })

  it('a comment that was written with /support and edited before its run is relayed as it is now', async () => {
    const { ticket, issue } = await linked()
    const comment = bridge.github.comment(HOME, issue, '/support Teh fix is out.')
    bridge.github.editComment(HOME, issue, comment.id, '/support The fix is out.')
    await runInProcess(bridge, event(issue, comment))
    expect(relays(ticket)[0]).toContain('<p>The fix is out.</p>')
    bridge.github.editComment(HOME, issue, comment.id, '/support Something else.')
    await bridge.again(() => runInProcess(bridge, event(issue, comment)))
    expect(relays(ticket)).toHaveLength(1)
  })

  it('a comment from which /support was removed before its run is not relayed', async () => {
    const { ticket, issue } = await linked()
    const comment = bridge.github.comment(HOME, issue, '/support Oops.')
    bridge.github.editComment(HOME, issue, comment.id, 'Oops.')
    await runInProcess(bridge, event(issue, comment))
    expect(relays(ticket)).toEqual([])
  })

  it.each(['/supporters are great', 'Use /support', '> /support quoted', ' /support'])(
    'the comment %j does not begin with the command',
    async body => {
      const { ticket, issue } = await linked()
      const { run } = await commented(issue, body)
      expect(run.outputs.reason).toBe('nothing-to-do')
      expect(relays(ticket)).toEqual([])
    },
  )

  it('mentions, HTML and forged marks in a comment do nothing on the ticket', async () => {
    const { ticket, issue } = await linked()
    const body =
      '/support @ada <script>alert(1)</script> <!-- freescout-autolink key=x --> [freescout-autolink] /github hi'
    const { id } = await commented(issue, body)
    const [note = ''] = relays(ticket)
    expect(note).not.toContain('<script')
    expect(note.match(/<!--/g)).toHaveLength(2)
    expect(note.endsWith(`<!-- freescout-autolink key=comment:${id} -->`)).toBe(true)
    await bridge.again(() =>
      runInProcess(bridge, { name: 'workflow_dispatch' }, { conversation: String(ticket) }),
    )
  })
})

describe('Exactly once', () => {
  it('a lost answer to the note ends as one note', async () => {
    const { ticket, issue } = await linked()
    const comment = bridge.github.comment(HOME, issue, '/support Fixed.')
    bridge.freescout.faults.push({
      match: ({ method, path }) => method === 'POST' && path.endsWith('/threads'),
      trouble: { dropAfter: true },
    })
    const run = await runInProcess(bridge, event(issue, comment))
    expect(run.exitCode, run.log).toBe(0)
    expect(relays(ticket)).toHaveLength(1)
    expect(bridge.github.reactions(HOME, issue, comment.id)).toEqual(['eyes'])
    await bridge.again(() => runInProcess(bridge, event(issue, comment)))
  })

  it('two runs that race end as one note', async () => {
    const { ticket, issue } = await linked()
    const comment = bridge.github.comment(HOME, issue, '/support Fixed.')
    // The first run gets the comment's text late. Meanwhile the other run does all of its work.
    bridge.github.faults.push({
      match: ({ path }) => path.split('?')[0] === `/repos/${HOME}/issues/comments/${comment.id}`,
      trouble: { delayMs: 700 },
    })
    await Promise.all([1, 2].map(() => runInProcess(bridge, event(issue, comment))))
    expect(relays(ticket)).toHaveLength(1)
    expect(bridge.github.reactions(HOME, issue, comment.id)).toEqual(['eyes'])
  })

  it('a run that stopped between the note and the reaction is completed', async () => {
    const { ticket, issue } = await linked()
    const comment = bridge.github.comment(HOME, issue, '/support Fixed.')
    bridge.github.faults.push({
      match: ({ method, path }) => method === 'POST' && path.endsWith('/reactions'),
      trouble: { answer: { status: 403, headers: {}, body: '{"message":"Forbidden"}' } },
    })
    expect((await runInProcess(bridge, event(issue, comment))).exitCode).toBe(1)
    bridge.forget()
    const run = await runInProcess(bridge, event(issue, comment))
    expect(changes(run)).toEqual(['react'])
    expect(relays(ticket)).toHaveLength(1)
  })

  it('a sweep finds a comment that no event announced, and the next sweep writes nothing', async () => {
    const { ticket, issue } = await linked()
    const { number: unlinked } = bridge.github.addIssue(HOME, { title: 'Slow' })
    const found = bridge.github.comment(HOME, issue, '/support Fixed.')
    const lonely = bridge.github.comment(HOME, unlinked, '/support Fixed.')
    bridge.github.comment(HOME, issue, '/support Fixed?', STRANGER)
    const run = await runInProcess(bridge, { name: 'schedule' })
    expect(run.exitCode, run.log).toBe(0)
    expect(relays(ticket)).toHaveLength(1)
    expect(bridge.github.reactions(HOME, issue, found.id)).toEqual(['eyes'])
    expect(bridge.github.reactions(HOME, unlinked, lonely.id)).toEqual(['confused'])
    const lists = bridge.github.log.filter(({ path }) => path.split('?')[0]?.endsWith('/issues/comments'))
    expect(lists).toHaveLength(1)
    await bridge.again(() => runInProcess(bridge, { name: 'schedule' }))
  })
})
