import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkEvents, checkLabelList, checkPermissions } from '../../src/doctor/workflow-checks.ts'
import { checkConcurrency, checkRunner, checkSchedule } from '../../src/doctor/workflow-run-checks.ts'
import type { RepositorySetup } from '../../src/github/setup.ts'
import { isEnterpriseServer, usesIn, usesQueue } from '../../src/workflow-file.ts'

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
    [
      'a step that makes a report, which needs no events and only reads',
      workflow({ step: 'uses: o/freescout-autolink@v1\n        with: { command: report }' }),
    ],
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
      issue_comment: ['created'],
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

/** An expression of a workflow. */
const expression = (inner: string) => `\${{ ${inner} }}`

describe('A workflow’s concurrency', () => {
  const keyed = `x-${expression('github.event.client_payload.conversation_id || github.event.issue.number')}`

  test.each([
    [
      'of one fixed group is a warning',
      'concurrency: freescout-autolink',
      'warning',
      'share the group "freescout-autolink"',
    ],
    [
      'of one group for each branch is a warning',
      `concurrency: { group: "${expression('github.ref')}" }`,
      'warning',
      'share the group',
    ],
    [
      'of one fixed group in which all wait is good',
      'concurrency: { group: x, queue: max }',
      'ok',
      'drop each other',
    ],
    [
      'of a group for each ticket and issue is good',
      `concurrency: { group: "${keyed}" }`,
      'ok',
      'drop each other',
    ],
    [
      'that cancels runs is a warning',
      `concurrency: { group: "${keyed}", cancel-in-progress: true }`,
      'warning',
      'cancel-in-progress',
    ],
    [
      'that cancels some runs is a warning',
      `concurrency: { group: "${keyed}", cancel-in-progress: "\${{ github.event_name == 'issues' }}" }`,
      'warning',
      'cancel-in-progress',
    ],
    ['that is not there is good', '', 'ok', 'no group'],
    ['that can’t be read is no reason to overlook the step', 'concurrency: 7', 'ok', 'no group'],
  ])('a workflow’s concurrency %s', (_, section, status, found) => {
    const check = checkConcurrency(usesIn(`${section}\n${workflow()}`, undefined))
    expect(check).toMatchObject({ status, found: expect.stringContaining(found) })
  })

  test('a job’s concurrency counts like that of its workflow', () => {
    const text = workflow().replace('    steps:', '    concurrency: { group: x }\n    steps:')
    expect(checkConcurrency(usesIn(text, undefined))).toMatchObject({ status: 'warning' })
  })
})

describe('A workflow’s runner', () => {
  const check = (runsOn: string, isEnterprise = false) =>
    checkRunner(usesIn(workflow().replace('    steps:', `    runs-on: ${runsOn}\n    steps:`), undefined), {
      isEnterprise,
    })

  test('a workflow’s runner of GitHub’s own is none of GitHub Enterprise Server', () => {
    expect(check('ubuntu-latest', true)).toMatchObject({
      status: 'warning',
      found: expect.stringContaining('no runners of GitHub\'s own, so a job for "ubuntu-latest" waits'),
      todo: expect.stringContaining('2.327.1 or newer'),
    })
    expect(check('self-hosted', true).status).toBe('not-checked')
  })

  test.each(['ubuntu-latest', 'windows-2025', '[macos-15]'])(
    'a workflow’s runner %s is new enough',
    runsOn => {
      expect(check(runsOn).status).toBe('ok')
    },
  )

  test.each([
    'self-hosted',
    '[self-hosted, linux]',
    '{ group: ours }',
    `"${expression('matrix.os')}"`,
    'ours',
  ])('a workflow’s runner %s may be too old, and the doctor says which version is needed', runsOn => {
    expect(check(runsOn)).toMatchObject({
      status: 'not-checked',
      todo: expect.stringContaining('2.327.1 or newer'),
    })
  })
})

describe('GitHub Enterprise Server', () => {
  const enterprise = { isEnterprise: true }
  const readFile = (path: string) => readFileSync(path, 'utf8')
  const delivered = readFile('.github/workflows/freescout-sync.yml')
  const forEnterprise = readFile('docs/freescout-sync.ghes.yml')

  test.each([
    ['https://github.example.org/api/v3', true],
    ['https://github.example.org/api/v3/', true],
    ['https://api.github.com', false],
    ['https://api.octocorp.ghe.com', false],
    ['http://127.0.0.1:8080', false],
    ['no address', false],
  ])('GitHub Enterprise Server is known by the path of its API: %s', (apiUrl, expected) => {
    expect(isEnterpriseServer(apiUrl)).toBe(expected)
  })

  test.each([
    ['concurrency: { group: x, queue: max }', true],
    ['concurrency: { group: x, queue: single }', true],
    ['concurrency: { group: x }', false],
    ['concurrency: x', false],
    ['', false],
  ])('GitHub Enterprise Server refuses a file because of %j: %s', (section, expected) => {
    const ofJob = workflow().replace('    steps:', `    ${section || 'name: x'}\n    steps:`)
    expect([usesQueue(`${section}\n${workflow()}`), usesQueue(ofJob)]).toEqual([expected, expected])
    const check = checkConcurrency(usesIn(ofJob, undefined), enterprise)
    expect(check.status === 'missing').toBe(expected)
  })

  test.each(['', 'jobs: [', 'concurrency: { queue: max }\njobs: 7', '[]'])(
    'a file that is no workflow is not read for GitHub Enterprise Server: %j',
    text => {
      expect(usesQueue(text)).toBe(text.startsWith('concurrency'))
    },
  )

  test('GitHub Enterprise Server refuses the delivered file, and takes the one that was made for it', () => {
    expect([usesQueue(delivered), usesQueue(forEnterprise)]).toEqual([true, false])
    expect(checkConcurrency(usesIn(delivered, undefined), enterprise)).toMatchObject({
      status: 'missing',
      found: expect.stringContaining('GitHub Enterprise Server does not know'),
      todo: expect.stringContaining('docs/freescout-sync.ghes.yml'),
    })
    expect(checkConcurrency(usesIn(forEnterprise, undefined), enterprise)).toMatchObject({
      status: 'ok',
      found: expect.stringContaining('GitHub Enterprise Server keeps only the newest waiting run'),
    })
  })

  test('a fixed group is advised against with the file for GitHub Enterprise Server', () => {
    const fixed = usesIn(`concurrency: freescout\n${workflow()}`, undefined)
    expect(checkConcurrency(fixed, enterprise)).toMatchObject({
      status: 'warning',
      todo: expect.stringContaining('docs/freescout-sync.ghes.yml'),
    })
  })
})

describe('A workflow’s schedule', () => {
  const details = (visibility: 'public' | 'internal' | 'private') => ({
    kind: 'value' as const,
    value: { visibility } as RepositorySetup,
  })

  test('a workflow’s schedule in a public repository stops after 60 quiet days', () => {
    expect(checkSchedule(usesIn(workflow(), undefined), details('public'))).toMatchObject({
      status: 'warning',
      found: expect.stringContaining('60 days'),
    })
  })

  test.each(['private', 'internal'] as const)(
    'a workflow’s schedule in a %s repository does not stop',
    visibility => {
      expect(checkSchedule(usesIn(workflow(), undefined), details(visibility)).status).toBe('ok')
    },
  )

  test('a workflow’s schedule is not checked where there is none', () => {
    expect(checkSchedule(usesIn(workflow({ on: 'issues' }), undefined), details('public')).status).toBe(
      'not-checked',
    )
  })
})
