import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import {
  type Bridge,
  CONFIG,
  closeUnharmed,
  dispatchOf,
  HOME,
  lines,
  startBridge,
} from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'
import type { Run } from '../support/runner.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const ticketRun = (id: number, config = CONFIG) =>
  runInProcess(bridge, { name: 'repository_dispatch', payload: dispatchOf(id, bridge.github) }, { config })

function issueRun(number: number, config = CONFIG): Promise<Run> {
  const label = { name: 'customer-reported' }
  bridge.github.label(HOME, number, label.name)
  bridge.forget()
  const payload = { action: 'labeled', issue: { number }, label, repository: { full_name: HOME } }
  return runInProcess(bridge, { name: 'issues', payload }, { config })
}

/** Gives the field for the link in the first mailbox another type, or adds a second field of its name. */
function changeField(change: 'dropdown' | 'number' | 'second'): void {
  const fields = bridge.freescout.mailboxes.get(1)?.fields ?? []
  const field = fields.find(({ name }) => name === 'github_issue_url')
  if (!field) throw new Error('The emulated mailbox has no field for the link.')
  if (change === 'second') fields.push({ ...field, id: 900 })
  else field.type = change
}

function expectRefusal(run: Run, message: string): void {
  expect(run.exitCode, run.log).toBe(1)
  expect(run.outputs).toMatchObject({ result: 'failed', changes: '[]' })
  expect(run.log).toContain(`::error::${message}`)
  expect(lines(bridge.writes())).toEqual([])
}

describe('The field for the link is checked before anything is created', () => {
  it.each(['dropdown', 'number'] as const)('no issue is created when the field is a %s', async type => {
    const id = bridge.ticket()
    changeField(type)
    expectRefusal(
      await ticketRun(id),
      `The custom field "github_issue_url" of the mailbox ops@raxx.app is of the type ${type}, which does not hold a URL, so no issue was created.`,
    )
  })

  it('no ticket is created when the field is a dropdown', async () => {
    bridge.github.addIssue(HOME, { title: 'Mine' })
    changeField('dropdown')
    expectRefusal(
      await issueRun(1),
      'The custom field "github_issue_url" of the mailbox ops@raxx.app is of the type dropdown, which does not hold a URL, so no ticket was created.',
    )
  })

  it('neither is created when there are two fields of its name', async () => {
    bridge.github.addIssue(HOME, { title: 'Mine' })
    const id = bridge.ticket()
    changeField('second')
    bridge.forget()
    const found = 'The mailbox ops@raxx.app has 2 custom fields "github_issue_url" (singleline, singleline)'
    expectRefusal(
      await ticketRun(id),
      `${found}, so nobody can say which one counts and no issue was created.`,
    )
    expectRefusal(
      await issueRun(1),
      `${found}, so nobody can say which one counts and no ticket was created.`,
    )
  })

  it('a sweep asks once for the type of the field, however many issues it creates', async () => {
    for (let count = 0; count < 3; count++) bridge.ticket()
    bridge.forget()
    const run = await runInProcess(bridge, { name: 'schedule' })
    expect(run.exitCode, run.log).toBe(0)
    expect(bridge.github.issues(HOME)).toHaveLength(3)
    const asked = lines(bridge.freescout.log).filter(line => line.endsWith('/custom_fields'))
    expect(asked.filter(line => line.startsWith('GET'))).toEqual(['GET /api/mailboxes/1/custom_fields'])
  })
})

describe('The signing user is looked up before anything is written', () => {
  it.each(['99', 'nobody@example.org'])('nothing is created when there is no user: %s', async user => {
    const config = CONFIG.replace('ada@example.org', user)
    bridge.github.addIssue(HOME, { title: 'Mine' })
    const id = bridge.ticket()
    bridge.forget()
    const message = `FreeScout has no user that fits user: ${user}: could not look up the signing user.`
    expectRefusal(await ticketRun(id, config), message)
    expectRefusal(await issueRun(1, config), message)
  })

  it('a user by number signs the notes', async () => {
    const id = bridge.ticket()
    const run = await ticketRun(id, CONFIG.replace('ada@example.org', '1'))
    expect(run.outputs.result, run.log).toBe('created')
    expect(bridge.freescout.notes(id)).toHaveLength(1)
  })

  it('an unknown mailbox for new tickets is named, and nothing is created', async () => {
    bridge.github.addIssue(HOME, { title: 'Mine' })
    expectRefusal(
      await issueRun(1, CONFIG.replace('mailbox: ops@', 'mailbox: sales@')),
      'FreeScout has no mailbox sales@raxx.app, in which tickets are to be created. Correct ticket.mailbox in the configuration.',
    )
  })

  it('an unknown watched mailbox is named beside a ticket that gets no issue', async () => {
    const id = bridge.ticket()
    const run = await ticketRun(id, CONFIG.replace('[ops@raxx.app', '[opps@raxx.app'))
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'mailbox-not-watched' })
    expect(run.log).toContain(
      'FreeScout has no mailbox opps@raxx.app. Correct "mailboxes" in the configuration.',
    )
  })
})
