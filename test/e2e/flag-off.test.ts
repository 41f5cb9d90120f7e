import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CONFIG, HOME, issueUrl } from '../support/bridge.ts'
import { type DoctorBridge, missingLines, startDoctorBridge } from '../support/doctor-bridge.ts'
import { runInProcess } from '../support/in-process.ts'

let bridge: DoctorBridge

beforeEach(async () => {
  bridge = await startDoctorBridge()
})

afterEach(async () => {
  expect(bridge.github.violations).toEqual([])
  expect(bridge.freescout.mails).toEqual([])
  await bridge.close()
})

/** Runs the sources while the flag is off. */
const run = (inputs: Record<string, string>, event = 'workflow_dispatch') =>
  runInProcess(bridge, { name: event }, { enabled: '', ...inputs })

describe('While the flag is off', () => {
  it('the doctor checks the set-up while the flag is off, and says that it is off', async () => {
    const ended = await bridge.runDoctor({ enabled: 'false' })
    expect(ended.exitCode, ended.log).toBe(0)
    expect(missingLines(ended)).toEqual([])
    expect(ended.outputs.result).toBe('checked')
    expect(ended.log).toContain(
      'The flag FLAG_FREESCOUT_GITHUB_AUTOLINK is off. The doctor, the report and dry runs work anyway.',
    )
    expect(bridge.writes()).toEqual([])
  })

  it('the doctor creates missing labels while the flag is off, and nothing else', async () => {
    const config = `${CONFIG}issue: { labels: { bug: Fresh } }\n`
    const ended = await bridge.runDoctor({ enabled: '', fix: 'true', config })
    expect(ended.outputs.changes, ended.log).toBe('["create-label"]')
    expect(bridge.writes().map(({ method, path }) => `${method} ${path}`)).toEqual([
      `POST /repos/${HOME}/labels`,
    ])
  })

  it('the report shows who waits while the flag is off, and writes nothing', async () => {
    bridge.freescout.setField(1, 'github_issue_url', issueUrl(7))
    const ended = await run({ command: 'report' })
    expect(ended.exitCode, ended.log).toBe(0)
    expect(ended.outputs.result).toBe('checked')
    expect(JSON.parse(ended.outputs.report ?? '')).toMatchObject({ notOpen: { issues: 1, tickets: 1 } })
    expect(bridge.writes()).toEqual([])
  })

  it.each([{ command: 'sweep' }, { command: 'sync', conversation: '1' }])(
    'a dry run of %j shows what would be done while the flag is off, and writes nothing',
    async inputs => {
      const ended = await run({ ...inputs, 'dry-run': 'true' })
      expect(ended.exitCode, ended.log).toBe(0)
      expect(ended.outputs.changes).toBe('["create-issue","set-field","add-note","add-tag"]')
      expect(bridge.writes()).toEqual([])
    },
  )

  it.each([
    ['a sweep', { command: 'sweep' }, 'workflow_dispatch'],
    ['a sweep that may fix', { command: 'sweep', fix: 'true' }, 'workflow_dispatch'],
    ['a ticket by hand', { command: 'sync', conversation: '1' }, 'workflow_dispatch'],
    ['a dry run with a typo', { command: 'sweep', 'dry-run': 'ture' }, 'workflow_dispatch'],
    ['a command with a typo', { command: 'docter' }, 'workflow_dispatch'],
    ['the schedule', {}, 'schedule'],
  ])('%s is disabled while the flag is off, and asks nobody anything', async (_, inputs, event) => {
    bridge.forget()
    const ended = await run(inputs, event)
    expect(ended.exitCode, ended.log).toBe(0)
    expect(ended.outputs).toMatchObject({ result: 'disabled', reason: 'disabled' })
    expect([...bridge.reads(), ...bridge.writes()]).toEqual([])
  })
})
