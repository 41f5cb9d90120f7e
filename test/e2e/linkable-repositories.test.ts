import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'
import type { Run } from '../support/runner.ts'

const OTHER = 'raxx-app/other'
/** Issues are created in another repository, so tickets may not link to issues of the home repository. */
const ELSEWHERE = `${CONFIG}issue: { repository: ${OTHER} }\n`

let bridge: Bridge
let config: string

beforeEach(async () => {
  bridge = await startBridge({ repositories: [HOME, OTHER] })
  config = ELSEWHERE
})

afterEach(() => closeUnharmed(bridge))

/** Runs the sources for an event, with the configuration of the test. */
const run = (event: { name: string; payload?: unknown }, inputs: Record<string, string> = {}) =>
  runInProcess(bridge, event, { config, ...inputs })

/** The event of a label that is on the issue already. */
const labelled = (number: number, repository = HOME) =>
  run({
    name: 'issues',
    payload: {
      action: 'labeled',
      issue: { number },
      label: { name: 'regression' },
      repository: { full_name: repository },
    },
  })

const byHand = (issue: string) => run({ name: 'workflow_dispatch' }, { command: 'sync', issue })

function labelledIssue(repository = HOME): number {
  const { number } = bridge.github.addIssue(repository, { title: 'It is back' })
  bridge.github.label(repository, number, 'regression')
  bridge.forget()
  return number
}

function expectNothingWritten({ exitCode, log }: Run): void {
  expect(exitCode, log).toBe(0)
  expect(bridge.freescout.tickets.size).toBe(0)
  expect(bridge.writes()).toEqual([])
}

describe('An issue of a repository that tickets may not link to', () => {
  it('an issue that tickets may not link to gets no ticket by an event', async () => {
    const ended = await labelled(labelledIssue())
    expect(ended.outputs).toMatchObject({ result: 'skipped', reason: 'repository-not-linked' })
    expectNothingWritten(ended)
    expect(bridge.reads().filter(({ path }) => path.includes('/api/conversations'))).toEqual([])
  })

  it('an issue that tickets may not link to gets no ticket by hand, whatever its repository', async () => {
    const home = await byHand(String(labelledIssue()))
    expect(home.outputs.reason).toBe('repository-not-linked')
    expectNothingWritten(home)
    config = CONFIG
    const other = await byHand(`https://github.com/${OTHER}/issues/${labelledIssue(OTHER)}`)
    expect(other.outputs.reason).toBe('repository-not-linked')
    expectNothingWritten(other)
  })

  it('a sweep neither lists nor gives tickets to issues that tickets may not link to', async () => {
    labelledIssue()
    expectNothingWritten(await run({ name: 'schedule' }))
    const lists = bridge.reads().filter(({ path }) => path.includes('state=open'))
    expect(lists).toEqual([])
  })

  it('the doctor says that issues get no ticket when tickets may not link to them', async () => {
    const { log } = await run({ name: 'workflow_dispatch' }, { command: 'doctor' })
    expect(log).toContain(
      `! Tickets from issues: issues of ${HOME} get none, because tickets may not link there → List ${HOME} under issue.allowed if they should get one.`,
    )
    config = CONFIG
    const home = await run({ name: 'workflow_dispatch' }, { command: 'doctor' })
    expect(home.log).not.toContain('Tickets from issues')
  })

  it('an issue gets one ticket after a lost answer once its repository is allowed', async () => {
    config = `${CONFIG}issue: { repository: ${OTHER}, allowed: [${HOME}] }\n`
    const number = labelledIssue()
    bridge.freescout.faults.push({
      match: ({ method, path }) => method === 'POST' && path === '/api/conversations',
      trouble: { dropAfter: true },
    })
    await labelled(number)
    await labelled(number)
    expect(bridge.freescout.tickets.size).toBe(1)
    await bridge.again(() => labelled(number))
  })

  it('a ticket that an earlier version made for such an issue stays its ticket, and there is no second one', async () => {
    const number = labelledIssue()
    config = CONFIG
    await labelled(number)
    config = ELSEWHERE
    bridge.github.label(HOME, number, 'needs-customer-confirm')
    const ended = await labelled(number)
    expect(ended.outputs).toMatchObject({ result: 'noted', changes: '["add-note"]' })
    expect(bridge.freescout.tickets.size).toBe(1)
    await bridge.again(() => labelled(number))
  })
})
