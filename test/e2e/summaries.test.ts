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
import { runInProcess } from '../support/in-process.ts'
import type { Run } from '../support/runner.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const PAGE = 'https://github.com/freescout-autolink/freescout-autolink/blob/v1/docs/troubleshooting.md'

/** Runs the sources for a ticket's event. `number` is the number that the receiver passes on. */
function dispatch(id: number, { number, ...inputs }: Record<string, string> = {}): Promise<Run> {
  const payload = dispatchOf(id, bridge.github) as { client_payload: object }
  const client_payload = { ...payload.client_payload, number: number ? Number(number) : null }
  return runInProcess(
    bridge,
    { name: 'repository_dispatch', payload: { ...payload, client_payload } },
    inputs,
  )
}

/** Runs the sources for an issue's event; with a label, for that label. */
function issueEvent(number: number, action: string, label?: string): Promise<Run> {
  const payload = {
    action,
    issue: { number },
    ...(label && { label: { name: label } }),
    repository: bridge.github.repositoryInEvent(HOME),
  }
  return runInProcess(bridge, { name: 'issues', payload })
}

const page = (id: number) => `${bridge.freescout.url}/conversation/${id}`
const numberOf = (id: number) => bridge.freescout.ticket(id).number

/** FreeScout can't read the ticket. */
function breakTicket(id: number): void {
  bridge.freescout.faults.push({
    match: ({ method, path }) => method === 'GET' && path.startsWith(`/api/conversations/${id}?`),
    times: 9,
    trouble: { answer: { status: 400, body: '{}' } },
  })
}

describe('The summary of a ticket without a trigger tag', () => {
  it('names the tags that it has and those that count, in a private repository', async () => {
    const run = await dispatch(bridge.ticket({ tags: ['vip', 'question'] }))
    const sentence = 'It has "vip", "question". These count: "bug", "feature_request", "auto:status".'
    expect(run.summary).toContain(`(\`no-trigger-tag\`). ${sentence.replaceAll('_', '\\_')}\n`)
    expect(run.log).toContain(sentence)
  })

  it.each(['public', 'internal'] as const)(
    'does not name its tags in a repository that is %s',
    async visibility => {
      bridge.github.setVisibility(HOME, visibility)
      const run = await dispatch(bridge.ticket({ tags: ['vip', 'question'] }))
      expect(run.summary).toContain('It has 2 tags. These count: "bug",')
      expect(run.log + run.summary).not.toContain('vip')
    },
  )
})

describe('The summary of an issue', () => {
  it('names a label that has no action, and the labels that have one', async () => {
    bridge.github.addIssue(HOME, { title: 'Known', labels: ['wontfix'] })
    const run = await issueEvent(1, 'labeled', 'wontfix')
    expect(run.summary).toContain(
      'The label is "wontfix". These have an action: "customer-reported", "regression", "needs-customer-confirm".\n',
    )
  })

  it('says what its ticket was notified of, and which tags it got', async () => {
    const id = bridge.ticket()
    await dispatch(id)
    bridge.github.label(HOME, 1, 'regression')
    const { summary, log } = await issueEvent(1, 'labeled', 'regression')
    expect(summary).toContain('### The ticket got a note: the issue was labelled "regression"\n')
    expect(summary).toContain(`Ticket [#${numberOf(id)}](${page(id)}) ↔ Issue`)
    expect(summary).toContain('1. tagged the ticket: "regression"\n')
    expect(log).toContain('add-note: the ticket has a note: the issue was labelled "regression" (ticket')
    bridge.github.closeIssue(HOME, 1, 'not_planned')
    expect((await issueEvent(1, 'closed')).summary).toContain(
      '### The ticket got a note: the issue was closed as not planned by octo-dev\n',
    )
  })

  it('that nobody ever linked does not call it linked', async () => {
    const run = await runInProcess(bridge, { name: 'workflow_dispatch' }, { command: 'sync', issue: '#99' })
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toMatchObject({ reason: 'issue-not-found', 'issue-url': issueUrl(99) })
    expect(run.summary).toContain('GitHub shows no such issue: it never existed, was deleted')
    expect(run.log + run.summary).not.toMatch(/linked issue|recreated/)
  })
})

describe('The summary of a ticket', () => {
  it('says what its issue was notified of', async () => {
    const id = bridge.ticket()
    expect((await dispatch(id)).summary).toContain(
      [
        '1. created the issue',
        "2. wrote the issue's URL into the ticket's field",
        '3. added an internal note to the ticket: the issue was created for it',
        '4. tagged the ticket: "auto-linked"',
      ].join('\n'),
    )
    bridge.freescout.closeTicket(id)
    expect((await dispatch(id)).summary).toContain('### The issue got a comment: the ticket was closed\n')
    bridge.freescout.reopenTicket(id)
    expect((await dispatch(id)).summary).toContain('### The issue got a comment: the ticket was reopened\n')
  })

  it('names the ticket by its number when it can’t be read, and links to what the message means', async () => {
    const id = bridge.ticket()
    breakTicket(id)
    const run = await dispatch(id, { number: String(numberOf(id)) })
    expect(run.exitCode).toBe(1)
    expect(run.summary).toContain(`Ticket [#${numberOf(id)}](${page(id)})\n`)
    expect(run.summary).toContain(`could not read ticket id ${id}. Check what the message names`)
    expect(run.summary).toContain(`[What it means](${PAGE}#freescout-refused-the-request-)\n`)
  })

  it('says so when a dry run fails, and not what it would be', async () => {
    const id = bridge.ticket()
    breakTicket(id)
    const run = await dispatch(id, { 'dry-run': 'true' })
    expect(run.summary).toContain('### The dry run did not work\n')
    expect(run.log).toContain(`Ticket id ${id}: failed`)
    expect(run.log + run.summary).not.toContain('would be failed')
  })

  it('says in a dry run what would be done', async () => {
    const run = await dispatch(bridge.ticket(), { 'dry-run': 'true' })
    expect(run.log).toContain('Ticket id 1: dry run, would create an issue and link it')
    expect(run.summary).toContain('**It would:**\n\n1. create the issue\n')
    const skipped = await dispatch(bridge.ticket({ tags: [] }), { 'dry-run': 'true' })
    expect(skipped.log).toContain('Ticket id 2: dry run, nothing would be done – the ticket has none of')
  })
})

describe('The summary of a sweep', () => {
  it('names tickets that fail by their number, each with a link to what its message means', async () => {
    const id = bridge.ticket()
    bridge.ticket()
    breakTicket(id)
    const { summary, exitCode } = await runInProcess(bridge, { name: 'schedule' })
    expect(exitCode).toBe(1)
    expect(summary).toMatch(/^### The sweep did not do everything$/m)
    const row = summary.split('\n').find(line => line.includes('**failed**'))
    expect(row?.startsWith(`| [#${numberOf(id)}](${page(id)}) |`), row).toBe(true)
    expect(row).toContain(`[What it means](${PAGE}#freescout-refused-the-request-) |`)
    expect(summary).toContain(`[What it means](${PAGE}#-of--failed-the-others-are-done)`)
  })

  it('says in a preview what would be done', async () => {
    bridge.ticket()
    const { summary, log } = await runInProcess(bridge, { name: 'schedule' }, { 'dry-run': 'true' })
    expect(summary).toContain('| create the issue; write the issue')
    expect(log).toContain('1/1 ticket 1 should have an issue and has none: dry run, would create an issue')
  })
})

describe('A ticket by hand that does not exist', () => {
  const sync = (conversation: string, inputs = {}) =>
    runInProcess(bridge, { name: 'workflow_dispatch' }, { command: 'sync', conversation, ...inputs })
  const askedForNumber = () => bridge.freescout.log.filter(({ path }) => /[?&]number=/.test(path)).length

  it('is compared with the numbers of tickets by one request, and the hint names the id', async () => {
    bridge.ticket()
    const id = bridge.ticket()
    const number = numberOf(id)
    const run = await sync(String(number))
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs.reason).toBe('ticket-not-found')
    const hint = `No ticket has the id ${number}, but number ${number} is ticket id ${id}. Run it again with conversation: ${id}.`
    expect(run.log).toContain(`::warning::${hint}`)
    expect(run.summary).toContain(hint)
    expect(askedForNumber()).toBe(1)
  })

  it('gets no hint when no ticket has that number, or FreeScout does not answer', async () => {
    bridge.ticket()
    expect((await sync('4711')).log).not.toContain('::warning::')
    bridge.freescout.faults.push({
      match: ({ path }) => /[?&]number=/.test(path),
      trouble: { answer: { status: 400, body: '{}' } },
    })
    const run = await sync(String(numberOf(1)))
    expect(run.exitCode, run.log).toBe(0)
    expect(run.log).not.toContain('::warning::')
  })

  it('gets no hint from a FreeScout that lists other tickets than those with the number', async () => {
    const id = bridge.ticket()
    bridge.freescout.faults.push({
      match: ({ path }) => /[?&]number=/.test(path),
      trouble: { garble: body => ({ body: body.replace(/"number": ?10\d\d/g, '"number":7') }) },
    })
    expect((await sync(String(numberOf(id)))).log).not.toContain('::warning::')
  })

  it('costs no such request when an event names it, because events have ids', async () => {
    const id = bridge.ticket()
    const run = await dispatch(numberOf(id))
    expect(run.outputs.reason).toBe('ticket-not-found')
    expect(askedForNumber()).toBe(0)
  })
})

describe('The labels that the doctor creates', () => {
  it('are named in the summary, one by one', async () => {
    const config = `${CONFIG}issue: { labels: { bug: Fresh } }\n`
    const doctor = (inputs: object) =>
      runInProcess(
        bridge,
        { name: 'workflow_dispatch' },
        { command: 'doctor', fix: 'true', config, ...inputs },
      )
    expect((await doctor({ 'dry-run': 'true' })).summary).toContain(
      `1. create the label: "freescout-linked" in ${HOME}\n`,
    )
    const { summary } = await doctor({})
    expect(summary).toContain(
      `1. created the label: "freescout-linked" in ${HOME}\n2. created the label: "Fresh" in ${HOME}\n`,
    )
  })
})
