import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CONFIG, HOME, lines } from '../support/bridge.ts'
import {
  closePractice,
  crosses,
  openPractice,
  PATH,
  type Practice,
  rule,
  WORKFLOW,
} from '../support/doctor-bridge.ts'

let practice: Practice

beforeEach(async () => {
  practice = await openPractice()
})

afterEach(() => closePractice(practice))

describe('GitHub', () => {
  it('with a public repository: only links go there, and content: full is a warning', async () => {
    practice.github.setVisibility(HOME, 'public')
    const careful = await practice.visit()
    expect(careful.exitCode, careful.log).toBe(0)
    expect(careful.log).toContain(
      `✓ Content of issues in ${HOME}: public: issues only say that a ticket exists`,
    )

    const full = await practice.visit({ config: `${CONFIG}issue: { content: full }` })
    expect(full.exitCode, full.log).toBe(0)
    expect(full.not).toContainEqual(
      expect.stringMatching(
        /^! Content of issues in .*: public: everybody can read the text of tickets → Set/,
      ),
    )
  })

  it('with a default branch that takes every push', async () => {
    practice.github.protectBranch(HOME, { isProtected: false, rules: [rule('deletion')] })
    const run = await practice.visit()
    expect(run.exitCode).toBe(0)
    expect(run.not).toContainEqual(
      expect.stringMatching(/^! Default branch is protected: main takes every push: .*\(Contents: write\)/),
    )
  })

  it('with classic protection, of which is not claimed that it helps', async () => {
    practice.github.protectBranch(HOME)
    expect((await practice.visit()).not).toContainEqual(
      expect.stringMatching(/^– Default branch is protected: main is protected, but this token can't read/),
    )
  })

  it('with a token that it does not know', async () => {
    const run = await practice.visit({}, { token: 'ghs_gone' })
    expect(run.exitCode).toBe(1)
    expect(crosses(run)).toEqual([
      '✗ GitHub: token: GitHub refused the token (401) → Check the input github-token.',
    ])
    expect(run.log).not.toMatch(/^✓ (?:Labels|Content|Default|Workflow|GitHub)/m)
  })

  it('with a repository of a route that the token does not see', async () => {
    const config = `${CONFIG}issue: { routes: [{ when: { tag: billing }, repository: raxx-app/billing }] }\n`
    const run = await practice.visit({ config })
    expect(crosses(run)).toEqual([
      expect.stringMatching(
        /^✗ Repository raxx-app\/billing: GitHub does not find it \(404\) → Check the rep/,
      ),
    ])
  })
})

describe('Repositories', () => {
  const only = (events: string) => WORKFLOW.replace(/^ {2}issues:\n.*\n/m, events)

  it('in which issues may only be linked by hand need no labels', async () => {
    const run = await practice.visit({ config: `${CONFIG}issue: { allowed: [raxx-app/other] }` })
    expect(run.log).toContain('Repository raxx-app/other')
    expect(run.log).not.toContain('Labels of raxx-app/other')
  })

  it('other than the one of the workflow: its own issues need not be heard of', async () => {
    practice.github.setFile(HOME, PATH, only(''))
    const elsewhere = await practice.visit({ config: `${CONFIG}issue: { repository: raxx-app/other }` })
    expect(elsewhere.log).toContain(`✓ Repository ${HOME}: private; its own issues are not linked`)
    expect(elsewhere.log).toContain(`✓ Workflow: events`)
    expect((await practice.visit()).log).toContain('✗ Workflow: events')
  })

  it.each([
    ['labels', `${CONFIG}labels: {}`, 'closed, reopened'],
    ['closings', CONFIG.replace('customer:', 'on-issue-closed: nothing, customer:'), 'labeled'],
  ])('whose %s the configuration ignores need no events for them', async (_what, config, types) => {
    practice.github.setFile(HOME, PATH, only(`  issues:\n    types: [${types}]\n`))
    expect((await practice.visit({ config })).log).toContain('✓ Workflow: events')
    expect((await practice.visit()).log).toContain('✗ Workflow: events')
  })
})

describe('The workflow', () => {
  it('is looked for under its usual name when the runner does not tell', async () => {
    const run = await practice.visit({}, { env: { GITHUB_WORKFLOW_REF: '' } })
    expect(run.log).toContain(`✓ Workflow: events: ${PATH} hears of everything`)
    expect(lines(practice.github.log).filter(line => line.includes('/contents/'))).toHaveLength(1)
  })

  it('whose list of labels is not the configuration’s loses events, or costs runs', async () => {
    const action = '{ action: create }'
    const lost = await practice.visit({
      config: `${CONFIG}labels: { regression: ${action}, vip: ${action} }`,
    })
    expect(crosses(lost)).toContainEqual(
      '✗ Workflow: labels: its "if" leaves out "vip": nothing happens when they are put on → Add "vip" to the list in the job\'s "if".',
    )
    const needless = await practice.visit({ config: `${CONFIG}labels: { regression: ${action} }` })
    expect(needless.exitCode).toBe(0)
    expect(needless.not).toContainEqual(
      expect.stringMatching(
        /^! Workflow: labels: its "if" lets "customer-reported", "needs-customer-confirm" t/,
      ),
    )
  })

  it('without an event and without issues: write', async () => {
    const text = WORKFLOW.replace('labeled, closed, reopened', 'labeled').replace(
      'issues: write',
      'issues: read',
    )
    practice.github.setFile(HOME, PATH, text)
    const run = await practice.visit()
    expect(crosses(run)).toEqual([
      `✗ Workflow: events: ${PATH} does not start on issues: closed, issues: reopened → Add issues: closed, issues: reopened under "on" there.`,
      '✗ Workflow: permissions: issues: write is not granted → Add issues: write to the job\'s "permissions".',
    ])
  })

  it('is found under another name, when the one that runs only runs by hand', async () => {
    const byHand = `.github/workflows/doctor.yml`
    const steps = '[{ uses: freescout-autolink/freescout-autolink@v1 }]'
    practice.github.setFile(HOME, byHand, `on: workflow_dispatch\njobs: { doctor: { steps: ${steps} } }`)
    practice.github.setFile(HOME, '.github/workflows/README.md', '# Not a workflow')
    const run = await practice.visit(
      {},
      { env: { GITHUB_WORKFLOW_REF: `${HOME}/${byHand}@refs/heads/main` } },
    )
    expect(run.log).toContain(`✓ Workflow: events: ${byHand}, ${PATH} hears of everything`)
  })

  it('that is not on the default branch', async () => {
    practice.github.setFile(HOME, PATH, 'on: push\njobs: {}')
    const run = await practice.visit()
    expect(crosses(run)).toEqual([
      expect.stringMatching(
        /^✗ Workflow: events: no workflow on main has a step that uses this action → Put/,
      ),
    ])
  })
})
