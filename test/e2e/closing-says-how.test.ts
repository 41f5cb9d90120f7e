import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'
import { shownText } from '../support/shown-text.ts'

let bridge: Bridge
let id: number

/** Agents close tickets as ada@example.org, the action as the user who signs notes. */
const CLOSE = CONFIG.replace(' }', ', on-issue-closed: note-and-close }').replace('user: ada@', 'user: bot@')
const SHA = '0123456789abcdef0123456789abcdef01234567'

beforeEach(async () => {
  bridge = await startBridge()
  const bot = { id: 9, email: 'bot@example.org', firstName: 'Bot', lastName: '', role: 'user' as const }
  bridge.freescout.users.set(9, { ...bot, createdAt: '2026-11-22T12:00:00Z' })
  id = bridge.ticket()
  await syncTicket()
  bridge.github.clock.advance(60_000)
})

afterEach(() => closeUnharmed(bridge))

const by = (inputs: Record<string, string>) => async (config: string) => {
  const run = await runInProcess(
    bridge,
    { name: 'workflow_dispatch' },
    { command: 'sync', ...inputs, config },
  )
  expect(run.exitCode, run.log).toBe(0)
  return run
}
const syncTicket = (config = CONFIG) => by({ conversation: String(id) })(config)
const syncIssue = (config = CONFIG) => by({ issue: '1' })(config)
const sweep = (config = CONFIG) => by({ command: 'sweep' })(config)

/** The newest note on the ticket as an agent reads it. */
const newestNote = () => shownText(bridge.freescout.notes(id)[0] ?? '')
const comments = () => bridge.github.comments(HOME, 1).map(({ body }) => body)
const graphQl = () => bridge.reads().filter(({ path }) => path === '/graphql')
const status = () => bridge.freescout.ticket(id).status

/** Runs both sides and the sweep once more. Nothing may be written. */
async function expectSettled(config = CONFIG): Promise<void> {
  bridge.forget()
  await syncIssue(config)
  await syncTicket(config)
  await sweep(config)
  expect(bridge.writes()).toEqual([])
}

describe('The note about a closing', () => {
  it('names the person and the pull request', async () => {
    const closer = { repository: HOME, pullRequest: 55 }
    bridge.github.closeIssue(HOME, 1, 'completed', { actor: 'ada', closer })
    const run = await syncIssue()
    expect(newestNote()).toBe(
      `GitHub issue ${HOME}#1 “Orders are rejected” was closed as completed by ada (pull request #55).\n[freescout-autolink]`,
    )
    expect(bridge.freescout.notes(id)[0]).toContain(`href="https://github.com/${HOME}/pull/55"`)
    expect(run.summary).toContain('closed as completed by ada (pull request #55)')
    await expectSettled()
  })

  it('names the commit', async () => {
    bridge.github.closeIssue(HOME, 1, 'completed', {
      actor: 'ada',
      closer: { repository: HOME, commit: SHA },
    })
    await syncIssue()
    expect(newestNote()).toContain('was closed as completed by ada (commit 0123456).')
    await expectSettled()
  })

  it('names only the person when somebody clicked the button, and an App by its login', async () => {
    bridge.github.closeIssue(HOME, 1, 'not_planned', { actor: 'stale-app[bot]' })
    await syncIssue()
    expect(newestNote()).toContain('was closed as not planned by stale-app[bot].')
    await expectSettled()
  })

  it('names the person alone when the token may not read pull requests', async () => {
    bridge.github.addToken({
      token: 'narrow',
      login: 'github-actions[bot]',
      type: 'Bot',
      permissions: { contents: 'read', issues: 'write' },
    })
    bridge.github.closeIssue(HOME, 1, 'completed', {
      actor: 'ada',
      closer: { repository: HOME, pullRequest: 55 },
    })
    const event = { name: 'workflow_dispatch' }
    const inputs = { command: 'sync', issue: '1', config: CONFIG, 'github-token': 'narrow' }
    expect((await runInProcess(bridge, event, inputs)).exitCode).toBe(0)
    expect(newestNote()).toContain('was closed as completed by ada.')
  })

  it('comes without a name when GitHub does not answer that question, and is not repeated later', async () => {
    bridge.github.closeIssue(HOME, 1, 'completed', { actor: 'ada' })
    bridge.github.faults.push({
      match: ({ path }) => path === '/graphql',
      trouble: { answer: { status: 403, body: '{}' } },
    })
    const run = await syncIssue()
    expect(newestNote()).toContain('was closed as completed.')
    expect(run.log).toContain(`The note will not say who closed or reopened ${HOME}#1.`)
    bridge.github.faults.length = 0
    await expectSettled()
  })

  it('costs one request, and none when there is nothing to announce', async () => {
    bridge.forget()
    await syncIssue()
    expect(graphQl()).toEqual([])
    bridge.github.closeIssue(HOME, 1, 'completed', { actor: 'ada' })
    await syncIssue(CONFIG.replace(' }', ', on-issue-closed: nothing }'))
    expect(graphQl()).toEqual([])
    await syncIssue()
    expect(graphQl()).toHaveLength(1)
    await syncIssue()
    expect(graphQl()).toHaveLength(1)
  })

  it('is not repeated for a closing that an older version announced in other words', async () => {
    bridge.github.closeIssue(HOME, 1, 'completed', { actor: 'ada' })
    const at = bridge.github.issue(HOME, 1).closedAt
    bridge.freescout.agentNote(
      id,
      `<p>[freescout-autolink] <a href="${issueUrl(1)}">${issueUrl(1)}</a>: closed as completed.</p>` +
        `<!-- freescout-autolink key=closed:completed:${at} -->`,
    )
    await expectSettled()
  })
})

it('the note about a reopening names who did it', async () => {
  bridge.github.closeIssue(HOME, 1, 'completed', { actor: 'ada' })
  await syncIssue()
  bridge.github.clock.advance(60_000)
  bridge.github.reopenIssue(HOME, 1, { actor: 'grace' })
  await syncIssue()
  expect(newestNote()).toBe(
    `GitHub issue ${HOME}#1 “Orders are rejected” was reopened by grace.\n[freescout-autolink]`,
  )
  await expectSettled()
})

describe('With note-and-close', () => {
  it('a closed issue closes its ticket, adds the note, and the issue gets no comment about that', async () => {
    bridge.github.closeIssue(HOME, 1, 'completed', { actor: 'ada' })
    const run = await syncIssue(CLOSE)
    expect(run.outputs).toMatchObject({ result: 'noted', changes: '["set-status","add-note"]' })
    expect(status()).toBe('closed')
    await syncTicket(CLOSE)
    expect(comments()).toEqual([])
    await expectSettled(CLOSE)
  })

  it('a sweep does not look again at a ticket that was closed with its issue', async () => {
    bridge.github.closeIssue(HOME, 1, 'completed')
    await syncIssue(CLOSE)
    bridge.github.clock.advance(24 * 3_600_000)
    bridge.freescout.clock.advance(24 * 3_600_000)
    const run = await sweep(CLOSE)
    expect(run.log).not.toContain(`ticket ${id}`)
  })

  it('every open ticket of the issue is closed, and one that an agent closed before is announced', async () => {
    const second = bridge.ticket({ tags: [], fields: { github_issue_url: issueUrl(1) } })
    await by({ conversation: String(second) })(CLOSE)
    bridge.freescout.closeTicket(second)
    await by({ conversation: String(second) })(CLOSE)
    bridge.github.closeIssue(HOME, 1, 'completed')
    await syncIssue(CLOSE)
    expect(status()).toBe('closed')
    const resolved = comments().filter(body => body.includes('FreeScout ticket resolved'))
    expect(resolved).toHaveLength(1)
    expect(resolved[0]).toContain(`/conversation/${second}`)
    await expectSettled(CLOSE)
  })

  it('an issue that was closed as a duplicate closes no ticket', async () => {
    bridge.github.closeIssue(HOME, 1, 'duplicate')
    await syncIssue(CLOSE)
    expect(status()).toBe('active')
    await expectSettled(CLOSE)
  })

  it('a ticket that a customer reopened afterwards stays open until the issue is closed again', async () => {
    bridge.github.closeIssue(HOME, 1, 'completed')
    await syncIssue(CLOSE)
    bridge.freescout.clock.advance(60_000)
    bridge.freescout.customerReply(id)
    await expectSettled(CLOSE)
    expect(status()).toBe('active')
    bridge.github.clock.advance(60_000)
    bridge.github.reopenIssue(HOME, 1)
    await syncIssue(CLOSE)
    expect(status()).toBe('active')
    bridge.github.clock.advance(60_000)
    bridge.github.closeIssue(HOME, 1, 'completed')
    await syncIssue(CLOSE)
    expect(status()).toBe('closed')
    await expectSettled(CLOSE)
  })

  it.each(['set-status', 'add-note'])(
    'a run that stops at %s is completed by the next one, with one note',
    async where => {
      bridge.github.closeIssue(HOME, 1, 'completed')
      const isStep = ({ method, path }: { method: string; path: string }) =>
        where === 'add-note'
          ? method === 'POST' && path.endsWith('/threads')
          : method === 'PUT' && path.endsWith(`/conversations/${id}`)
      bridge.freescout.faults.push({ match: isStep, trouble: { answer: { status: 403, body: '{}' } } })
      const inputs = { command: 'sync', issue: '1', config: CLOSE }
      expect((await runInProcess(bridge, { name: 'workflow_dispatch' }, inputs)).exitCode).toBe(1)
      bridge.freescout.faults.length = 0
      await syncTicket(CLOSE)
      await syncIssue(CLOSE)
      expect(status()).toBe('closed')
      expect(bridge.freescout.notes(id).filter(note => note.includes('key=closed:'))).toHaveLength(1)
      expect(comments()).toEqual([])
      await expectSettled(CLOSE)
    },
  )

  it('and on-ticket-closed: close, the two sides do not answer each other', async () => {
    const both = `${CLOSE}issue: { on-ticket-closed: close }\n`
    const second = bridge.ticket({ tags: [], fields: { github_issue_url: issueUrl(1) } })
    await by({ conversation: String(second) })(both)
    bridge.github.closeIssue(HOME, 1, 'completed')
    await syncIssue(both)
    await syncTicket(both)
    await by({ conversation: String(second) })(both)
    expect(comments().filter(body => body.includes('resolved'))).toEqual([])
    await expectSettled(both)

    bridge.github.clock.advance(60_000)
    bridge.github.reopenIssue(HOME, 1)
    await syncIssue(both)
    await expectSettled(both)
    expect(bridge.github.issue(HOME, 1).state).toBe('open')
  })
})
