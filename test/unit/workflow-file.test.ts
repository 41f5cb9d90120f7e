import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkEvents, checkLabelList, checkPermissions } from '../../src/doctor/workflow-checks.ts'
import { usesIn } from '../../src/workflow-file.ts'

const ISSUES = ['labeled', 'closed', 'reopened']
const FULL =
  '{ repository_dispatch: { types: [freescout] }, issues: , schedule: [{ cron: 17 * * * * }], workflow_dispatch: }'
const GRANTED = '{ contents: read, issues: write }'

/** A workflow that uses the action in one step. */
function workflow({
  on = FULL,
  permissions = GRANTED,
  condition = '',
  step = 'uses: freescout-autolink/freescout-autolink@v1',
}: {
  on?: string
  permissions?: string
  condition?: string
  step?: string
} = {}) {
  return [
    `on: ${on}`,
    'jobs:',
    '  sync:',
    `    if: ${JSON.stringify(condition)}`,
    ...(permissions ? [`    permissions: ${permissions}`] : []),
    '    steps:',
    '      - run: echo hello',
    `      - ${step}`,
  ].join('\n')
}

describe('A step is of this action', () => {
  test.each([
    ['by the name it is published under', 'uses: freescout-autolink/freescout-autolink@v1', undefined],
    ['in a fork, by its name', 'uses: Raxx-App/FreeScout-Autolink@0123abc', undefined],
    ['by where the runner says that it comes from', 'uses: raxx-app/linker@v1', 'Raxx-App/Linker'],
    ['by its input', 'uses: ./linker\n        with: { freescout-api-key: key }', undefined],
  ])('%s', (_how, step, action) => {
    expect(usesIn(workflow({ step }), action)).toHaveLength(1)
  })

  test.each([
    ['another action', workflow({ step: 'uses: actions/checkout@v6' })],
    ['a name that only begins like it', workflow({ step: 'uses: raxx-app/freescout-autolink-docs@v1' })],
    ['what is not YAML', 'on: [push\njobs: {'],
    ['what is not a workflow', 'hello'],
    ['a workflow that calls another', 'on: push\njobs: { call: { uses: o/r/.github/workflows/x.yml@v1 } }'],
  ])('not %s', (_what, text) => {
    expect(usesIn(text, undefined)).toEqual([])
  })

  test('our own workflow has one, and is told as it is', () => {
    const [use, ...others] = usesIn(readFileSync('.github/workflows/freescout-sync.yml', 'utf8'), undefined)
    expect(others).toEqual([])
    expect(use).toMatchObject({ permissions: { contents: 'read', issues: 'write' }, usesWorkflowToken: true })
    expect(Object.fromEntries(use?.events ?? [])).toEqual({
      repository_dispatch: ['freescout'],
      issues: ISSUES,
      schedule: undefined,
      workflow_dispatch: undefined,
    })
  })
})

describe('Its events', () => {
  const check = (on: string, issues = ISSUES) =>
    checkEvents(usesIn(workflow({ on }), undefined), { issues, paths: 'sync.yml' })

  test.each([
    ['all, of every type', FULL],
    ['all, as a list', '[repository_dispatch, issues, schedule, workflow_dispatch]'],
    ['all, with one type as a word', FULL.replace('[freescout]', 'freescout')],
  ])('%s are good', (_what, on) => {
    expect(check(on).status).toBe('ok')
  })

  test.each([
    ['no dispatch', '[issues, schedule]', 'repository_dispatch: freescout'],
    ['a dispatch of another type', FULL.replace('[freescout]', '[deploy]'), 'repository_dispatch: freescout'],
    ['one event only', 'repository_dispatch', 'issues: labeled, issues: closed, issues: reopened'],
    [
      'issues without a type',
      FULL.replace('issues: ', 'issues: { types: [labeled, closed] }'),
      'issues: reopened',
    ],
  ])('%s are missing', (_what, on, lost) => {
    expect(check(on)).toMatchObject({ status: 'missing', found: `sync.yml does not start on ${lost}` })
  })

  test('issues that nobody wants to hear of are not asked for', () => {
    expect(check('[repository_dispatch, schedule, workflow_dispatch]', []).status).toBe('ok')
  })

  test('no schedule is a warning, and so is no way to start it by hand', () => {
    const { status, found } = check('[repository_dispatch, issues]')
    expect(status).toBe('warning')
    expect(found).toMatch(/no schedule: .*; no workflow_dispatch: /)
  })
})

describe('Its labels', () => {
  const list = (...names: string[]) =>
    `contains(fromJSON('${JSON.stringify(names)}'), github.event.label.name)`
  const check = (condition: string, on = FULL) =>
    checkLabelList(usesIn(workflow({ condition, on }), undefined), {
      labels: { a: { action: 'create', tags: [] }, B: { action: 'note', tags: [] } },
    }).status

  test.each([
    ['the same, whatever their case', list('A', 'b'), 'ok'],
    ['one left out', list('a'), 'missing'],
    ['one left out and one too many', list('a', 'c'), 'missing'],
    ['one too many', list('a', 'b', 'c'), 'warning'],
    ['no list', '', 'warning'],
    ['a list that is not understood', `!${list('c')}`, 'not-checked'],
  ])('%s: %s', (_what, condition, status) => {
    expect(check(condition)).toBe(status)
  })

  test('are not checked when it does not start on labels', () => {
    expect(check('', FULL.replace('issues: ', 'issues: { types: [closed] }'))).toBe('not-checked')
  })
})

describe('Its permissions', () => {
  const check = (permissions: string, step?: string) =>
    checkPermissions(usesIn(workflow({ permissions, ...(step && { step }) }), undefined))

  test.each([
    [GRANTED, 'ok'],
    ['{ contents: write, issues: write }', 'ok'],
    ['write-all', 'ok'],
    ['read-all', 'missing'],
    ['{ contents: read, issues: read }', 'missing'],
    ['{ issues: write }', 'missing'],
    ['{}', 'missing'],
    ['', 'not-checked'],
  ])('%s: %s', (permissions, status) => {
    expect(check(permissions).status).toBe(status)
  })

  test('those of the workflow count where the job has none', () => {
    const text = (general: string) => `permissions: ${general}\n${workflow({ permissions: '' })}`
    expect(checkPermissions(usesIn(text(GRANTED), undefined)).status).toBe('ok')
    expect(checkPermissions(usesIn(text('{}'), undefined)).status).toBe('missing')
    const both = `permissions: write-all\n${workflow({ permissions: '{}' })}`
    expect(checkPermissions(usesIn(both, undefined)).status).toBe('missing')
  })

  test.each([
    ['${' + '{ github.token }}', 'missing'],
    ['${' + '{ secrets.GITHUB_TOKEN }}', 'missing'],
    ['${' + '{ secrets.BOT_TOKEN }}', 'not-checked'],
  ])('handed %s: %s', (token, status) => {
    const step = `uses: o/freescout-autolink@v1\n        with: { github-token: "${token}" }`
    expect(check('{}', step).status).toBe(status)
  })
})
