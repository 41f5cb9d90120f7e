import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeUnharmed, HOME, issueUrl } from '../support/bridge.ts'
import { type DoctorBridge, missingLines, startDoctorBridge } from '../support/doctor-bridge.ts'
import { runInProcess } from '../support/in-process.ts'

const ONLY_ISSUES = 'mailboxes: [ops@raxx.app]\nuser: ada@example.org\n'
const ONLY_TICKETS =
  'user: ada@example.org\nticket: { mailbox: ops@raxx.app, customer: github@raxx.app, notify: false }\n'

let bridge: DoctorBridge

beforeEach(async () => {
  bridge = await startDoctorBridge()
})

afterEach(() => closeUnharmed(bridge))

const labelled = (number: number, config: string) =>
  runInProcess(
    bridge,
    {
      name: 'issues',
      payload: {
        action: 'labeled',
        issue: { number },
        label: { name: 'regression' },
        repository: { full_name: HOME },
      },
    },
    { config },
  )

const ticketRun = (config: string) =>
  runInProcess(bridge, { name: 'workflow_dispatch' }, { command: 'sync', conversation: '1', config })

function labelledIssue(): number {
  const { number } = bridge.github.addIssue(HOME, { title: 'It is back' })
  bridge.github.label(HOME, number, 'regression')
  bridge.forget()
  return number
}

describe('A configuration without the section ticket', () => {
  it('a label that asks for a ticket is green and does nothing without the section ticket', async () => {
    const number = labelledIssue()
    const run = await labelled(number, ONLY_ISSUES)
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'tickets-not-configured' })
    expect(run.log).not.toMatch(/::(warning|error)/)
    const sweep = await runInProcess(bridge, { name: 'schedule' }, { config: ONLY_ISSUES, 'dry-run': 'true' })
    expect(sweep.exitCode, sweep.log).toBe(0)
    expect(bridge.writes()).toEqual([])
  })

  it('a linked ticket gets notes about such a label without the section ticket', async () => {
    const created = await ticketRun(ONLY_ISSUES)
    expect(created.outputs.result, created.log).toBe('created')
    const number = Number(created.outputs['issue-number'])
    bridge.github.label(HOME, number, 'regression')
    const run = await labelled(number, ONLY_ISSUES)
    expect(run.outputs, run.log).toMatchObject({ result: 'noted', changes: '["set-tags","add-note"]' })
  })

  it('the doctor shows that no ticket is created, and misses nothing', async () => {
    const run = await bridge.runDoctor({ config: ONLY_ISSUES })
    expect(run.exitCode, run.log).toBe(0)
    expect(missingLines(run)).toEqual([])
    expect(run.notOk).toContainEqual(
      expect.stringMatching(/^! Tickets from issues: none, because there is no section "ticket" → To create/),
    )
  })
})

describe('A configuration without mailboxes', () => {
  it('a tagged ticket is green and becomes no issue without mailboxes, and issues become tickets', async () => {
    const ticket = await ticketRun(ONLY_TICKETS)
    expect(ticket.exitCode, ticket.log).toBe(0)
    expect(ticket.outputs).toMatchObject({ result: 'skipped', reason: 'mailbox-not-watched' })
    expect(ticket.log).not.toMatch(/::(warning|error)/)
    const number = labelledIssue()
    const issue = await labelled(number, ONLY_TICKETS)
    expect(issue.outputs, issue.log).toMatchObject({ result: 'created', 'issue-url': issueUrl(number) })
  })

  it('the doctor shows that no issue is created without mailboxes, and misses nothing', async () => {
    const run = await bridge.runDoctor({ config: ONLY_TICKETS })
    expect(run.exitCode, run.log).toBe(0)
    expect(missingLines(run)).toEqual([])
    expect(run.notOk).toContainEqual(expect.stringMatching(/^! Watched mailboxes: none/))
  })
})
