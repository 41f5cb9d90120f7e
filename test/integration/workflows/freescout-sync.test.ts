import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseConfig } from '../../../src/config/load.ts'
import { DISPATCH_TYPE } from '../../../src/dispatch.ts'
import { type Contexts, ROOT, readWorkflow } from '../../support/workflow.ts'

const workflow = await readWorkflow('freescout-sync.yml')
const { plain } = workflow
const FLAG = 'FLAG_FREESCOUT_GITHUB_AUTOLINK'

const dispatch = (payload: Record<string, unknown>): Contexts => ({
  github: { event_name: 'repository_dispatch', event: { action: 'freescout', client_payload: payload } },
})

const issue = (action: string, label?: string): Contexts => ({
  github: {
    event_name: 'issues',
    event: { action, issue: { number: 77 }, ...(label && { label: { name: label } }) },
  },
})

const comment = (body: string, on: { pull_request?: object } = {}): Contexts => ({
  github: {
    event_name: 'issue_comment',
    event: { action: 'created', issue: { number: 77, ...on }, comment: { id: 5, body } },
  },
})

/** GitHub fills in every input: those left out by their default, empty text or false. */
const manual = (inputs: Record<string, unknown>): Contexts => ({
  github: { event_name: 'workflow_dispatch', event: { inputs } },
  inputs: { command: 'sync', conversation: '', issue: '', 'dry-run': false, fix: false, ...inputs },
})

const TICKET = dispatch({ event: 'convo.created', conversation_id: 12, number: 1012 })
const SCHEDULE: Contexts = { github: { event_name: 'schedule', event: { schedule: '17 * * * *' } } }

describe('freescout-sync.yml', () => {
  it('freescout-sync.yml runs on dispatches, issues, a schedule and by hand', () => {
    expect(Object.keys(plain.on)).toEqual([
      'repository_dispatch',
      'issues',
      'issue_comment',
      'schedule',
      'workflow_dispatch',
    ])
    expect(plain.on.issue_comment?.types).toEqual(['created'])
    expect(plain.on.repository_dispatch?.types).toEqual([DISPATCH_TYPE])
    expect(plain.on.issues?.types).toEqual(['labeled', 'closed', 'reopened'])
    expect(plain.on.workflow_dispatch?.inputs?.command?.options).toEqual([
      'sync',
      'sweep',
      'report',
      'doctor',
    ])
  })

  it('freescout-sync.yml sweeps every hour, but not on the hour, when everybody else does', () => {
    const [{ cron = '' } = {}, ...others] = plain.on.schedule ?? []
    expect(others).toEqual([])
    expect(cron).toMatch(/^\d+ \* \* \* \*$/)
    const minute = Number.parseInt(cron, 10)
    expect(minute % 15 && minute % 10).not.toBe(0)
  })

  it('freescout-sync.yml may read the configuration and pull requests, and write issues, nothing else', () => {
    expect(plain.jobs.sync?.permissions).toEqual({
      contents: 'read',
      issues: 'write',
      'pull-requests': 'read',
    })
  })

  it('freescout-sync.yml has one job with one step: our action, without a checkout', async () => {
    expect(Object.keys(plain.jobs)).toEqual(['sync'])
    const [step, ...others] = plain.jobs.sync?.steps ?? []
    expect(others).toEqual([])
    expect(step?.uses).toBe('freescout-autolink/freescout-autolink@v1')
    const action = parse(await readFile(join(ROOT, 'action.yml'), 'utf8')) as { inputs: object }
    expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(step?.with ?? {})))
  })
})

describe('The concurrency group', () => {
  it('the concurrency group keeps every run that waits, and cancels none', () => {
    expect(plain.concurrency.queue).toBe('max')
    expect(plain.concurrency).not.toHaveProperty('cancel-in-progress')
  })

  it.each<[string, string, Contexts]>([
    ['a dispatch', 'freescout-ticket-12', TICKET],
    ['a dispatch without a number', 'freescout-ticket-12', dispatch({ conversation_id: 12, number: null })],
    ['a dispatch of a large id', 'freescout-ticket-123456789', dispatch({ conversation_id: 123_456_789 })],
    ['a labelled issue', 'freescout-issue-77', issue('labeled', 'regression')],
    ['a closed issue', 'freescout-issue-77', issue('closed')],
    ['a comment with the command', 'freescout-issue-77', comment('/support Please update.')],
    ['another comment', 'freescout-comment-5', comment('Any news?')],
    ['a run by hand for a ticket', 'freescout-ticket-12', manual({ conversation: '12' })],
    ['a run by hand for an issue', 'freescout-issue-77', manual({ issue: '77' })],
    ['a run by hand for neither', 'freescout-sync', manual({})],
    ['the schedule', 'freescout-sweep', SCHEDULE],
    ['a sweep by hand', 'freescout-sweep', manual({ command: 'sweep' })],
    ['the report', 'freescout-report', manual({ command: 'report' })],
    ['the doctor', 'freescout-doctor', manual({ command: 'doctor' })],
  ])('the concurrency group of %s is %s', (_, group, contexts) => {
    expect(workflow.evaluate(['concurrency', 'group'], contexts)).toBe(group)
  })

  it('a run by hand that names a URL has its own concurrency group, because expressions can’t split text', () => {
    const contexts = manual({ conversation: 'https://tickets.example.org/conversation/12' })
    const group = workflow.evaluate(['concurrency', 'group'], contexts)
    expect(group).toBe('freescout-ticket-https://tickets.example.org/conversation/12')
  })
})

describe('The name of the run', () => {
  it.each<[string, Contexts]>([
    ['Ticket 1012: convo.created', TICKET],
    ['Ticket 12: convo.status', dispatch({ event: 'convo.status', conversation_id: 12, number: null })],
    ['Issue 77: labeled customer-reported', issue('labeled', 'customer-reported')],
    ['Issue 77: closed', issue('closed')],
    ['Issue 77: reopened', issue('reopened')],
    ['Issue 77: comment', comment('/support Please update.')],
    ['Sweep', SCHEDULE],
    ['By hand: ticket 12', manual({ conversation: '12' })],
    ['By hand: issue 77', manual({ issue: '77' })],
    ['By hand: sync', manual({})],
    ['By hand: sweep', manual({ command: 'sweep' })],
    ['By hand: report', manual({ command: 'report' })],
    ['By hand: doctor', manual({ command: 'doctor', fix: true })],
    ['By hand: ticket 12 (dry run)', manual({ conversation: '12', 'dry-run': true })],
  ])('the name of the run is "%s"', (name, contexts) => {
    expect(workflow.evaluate(['run-name'], contexts)).toBe(name)
  })
})

describe('The job', () => {
  const runs = (contexts: Contexts, flag: string | undefined = 'true') =>
    workflow.evaluate(['jobs', 'sync', 'if'], {
      ...contexts,
      vars: flag === undefined ? {} : { [FLAG]: flag },
    })

  it.each(['', 'false', 'FALSE', '0', 'off', 'Off'])(
    'the job does not start while the flag is "%s"',
    flag => {
      for (const contexts of [
        TICKET,
        issue('labeled', 'regression'),
        issue('closed'),
        SCHEDULE,
        manual({}),
      ]) {
        expect(runs(contexts, flag)).toBe(false)
      }
    },
  )

  it.each(['', 'false', '0', 'off'])(
    'the doctor, the report and a dry run by hand start while the flag is %j, and nothing else does',
    flag => {
      expect(runs(manual({ command: 'doctor' }), flag)).toBe(true)
      expect(runs(manual({ command: 'report' }), flag)).toBe(true)
      expect(runs(manual({ command: 'doctor', fix: true }), flag)).toBe(true)
      for (const command of ['sync', 'sweep']) {
        expect(runs(manual({ command, 'dry-run': true }), flag)).toBe(true)
        expect(runs(manual({ command, 'dry-run': false, fix: true }), flag)).toBe(false)
      }
    },
  )

  it('the job does not start without the flag', () => {
    expect(workflow.evaluate(['jobs', 'sync', 'if'], TICKET)).toBe(false)
  })

  it.each(['true', 'TRUE', '1', 'on'])('the job starts while the flag is "%s"', flag => {
    for (const contexts of [TICKET, issue('labeled', 'regression'), issue('closed'), SCHEDULE, manual({})]) {
      expect(runs(contexts, flag)).toBe(true)
    }
  })

  it('the job starts for a flag with a typo, so that the action can report it', () => {
    expect(runs(TICKET, 'ture')).toBe(true)
  })

  it('the job starts for the labels of the default configuration, and for no other', async () => {
    const labels = Object.keys(parseConfig('user: 1', { source: 'test' }).labels)
    const condition = plain.jobs.sync?.if ?? ''
    const [, list = ''] = /fromJSON\('([^']+)'\), github\.event\.label\.name/.exec(condition) ?? []
    expect(JSON.parse(list)).toEqual(labels)
    const file = await readFile(join(ROOT, '.github', 'freescout.yml'), 'utf8')
    expect(Object.keys(parseConfig(file, { source: 'test' }).labels)).toEqual(labels)

    for (const label of labels) expect(runs(issue('labeled', label)), label).toBe(true)
    for (const label of ['bug', 'freescout-linked', 'customer', '', 'Regressions']) {
      expect(runs(issue('labeled', label)), label).toBe(false)
    }
  })

  it.each([
    ['/support Please update.', true],
    ['/support', true],
    ['/support\nPlease update.', true],
    ['/support\r\nPlease update.', true],
    ['/supporters are here', false],
    ['Ask /support', false],
    ['> /support Please update.', false],
    ['', false],
  ])('the job starts for the comment %j on an issue: %s', (body, isStarted) => {
    expect(runs(comment(body))).toBe(isStarted)
    expect(runs(comment(body, { pull_request: { url: 'https://…' } })), 'on a pull request').toBe(false)
  })

  it('the job’s condition has the command of the default configuration', () => {
    expect(parseConfig('user: 1', { source: 'test' }).relay['to-tickets']).toBe('/support')
  })

  it('the job starts for closed and reopened issues', () => {
    expect(runs(issue('closed'))).toBe(true)
    expect(runs(issue('reopened'))).toBe(true)
  })
})

describe('The action', () => {
  const given = (contexts: Contexts) =>
    Object.fromEntries(
      ['command', 'conversation', 'issue', 'dry-run', 'fix', 'max-new'].map(input => [
        input,
        workflow.evaluate(['jobs', 'sync', 'steps', '0', 'with', input], contexts),
      ]),
    )

  it('the action decides by the event', () => {
    for (const contexts of [TICKET, issue('closed'), SCHEDULE]) {
      const nothing = { conversation: null, issue: null, 'dry-run': false, fix: false, 'max-new': null }
      expect(given(contexts)).toEqual({ command: 'auto', ...nothing })
    }
  })

  it('the action does what a run by hand asks for', () => {
    const inputs = {
      command: 'doctor',
      conversation: '',
      issue: '',
      'dry-run': true,
      fix: true,
      'max-new': '40',
    }
    expect(given(manual(inputs))).toEqual(inputs)
  })
})
