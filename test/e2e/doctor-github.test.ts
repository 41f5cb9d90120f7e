import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CONFIG, HOME, lines } from '../support/bridge.ts'
import {
  closeDoctorBridge,
  type DoctorBridge,
  missingLines,
  PATH,
  rule,
  startDoctorBridge,
  WORKFLOW,
} from '../support/doctor-bridge.ts'

let bridge: DoctorBridge

beforeEach(async () => {
  bridge = await startDoctorBridge()
})

afterEach(() => closeDoctorBridge(bridge))

describe('The doctor of GitHub', () => {
  it('accepts links in a public repository, and warns of content: full there', async () => {
    bridge.github.setVisibility(HOME, 'public')
    const careful = await bridge.runDoctor()
    expect(careful.exitCode, careful.log).toBe(0)
    expect(careful.log).toContain(
      `✓ Content of issues in ${HOME}: public: issues only say that a ticket exists`,
    )

    const full = await bridge.runDoctor({ config: `${CONFIG}issue: { content: full }` })
    expect(full.exitCode, full.log).toBe(0)
    expect(full.notOk).toContainEqual(
      expect.stringMatching(
        /^! Content of issues in .*: public: everybody can read the text of tickets → Set/,
      ),
    )
  })

  it('warns of a default branch that accepts every push', async () => {
    bridge.github.protectBranch(HOME, { isProtected: false, rules: [rule('deletion')] })
    const run = await bridge.runDoctor()
    expect(run.exitCode).toBe(0)
    expect(run.notOk).toContainEqual(
      expect.stringMatching(
        /^! Default branch is protected: main accepts every push, so .*\(Contents: write\)/,
      ),
    )
  })

  it('does not claim that classic protection helps', async () => {
    bridge.github.protectBranch(HOME)
    expect((await bridge.runDoctor()).notOk).toContainEqual(
      expect.stringMatching(/^– Default branch is protected: main is protected, but this token can't read/),
    )
  })

  it('reports a token that GitHub refuses', async () => {
    const run = await bridge.runDoctor({}, { token: 'ghs_gone' })
    expect(run.exitCode).toBe(1)
    expect(missingLines(run)).toEqual([
      '✗ GitHub: token: GitHub refused the token (401) → Check the input github-token.',
    ])
    expect(run.log).not.toMatch(/^✓ (?:Labels|Content|Default|Workflow|GitHub)/m)
  })

  it('reports a repository of a route that the token can not see', async () => {
    const config = `${CONFIG}issue: { routes: [{ when: { tag: billing }, repository: raxx-app/billing }] }\n`
    const run = await bridge.runDoctor({ config })
    expect(missingLines(run)).toEqual([
      expect.stringMatching(
        /^✗ Repository raxx-app\/billing: GitHub answered "not found" \(404\) → Check the rep/,
      ),
    ])
  })
})

describe('The doctor of repositories', () => {
  const only = (events: string) => WORKFLOW.replace(/^ {2}issues:\n.*\n/m, events)

  it('checks no labels in a repository whose issues people only link by hand', async () => {
    const run = await bridge.runDoctor({ config: `${CONFIG}issue: { allowed: [raxx-app/other] }` })
    expect(run.log).toContain('Repository raxx-app/other')
    expect(run.log).not.toContain('Labels of raxx-app/other')
  })

  it('needs no issue events at home when issues are created elsewhere', async () => {
    bridge.github.setFile(HOME, PATH, only(''))
    const elsewhere = await bridge.runDoctor({ config: `${CONFIG}issue: { repository: raxx-app/other }` })
    expect(elsewhere.log).toContain(`✓ Repository ${HOME}: private; its own issues are not linked`)
    expect(elsewhere.log).toContain(`✓ Workflow: events`)
    expect((await bridge.runDoctor()).log).toContain('✗ Workflow: events')
  })

  it.each([
    ['labels', `${CONFIG}labels: {}`, 'closed, reopened'],
    ['closings', CONFIG.replace('customer:', 'on-issue-closed: nothing, customer:'), 'labeled'],
  ])('needs no events for the %s that the configuration ignores', async (_what, config, types) => {
    bridge.github.setFile(HOME, PATH, only(`  issues:\n    types: [${types}]\n`))
    expect((await bridge.runDoctor({ config })).log).toContain('✓ Workflow: events')
    expect((await bridge.runDoctor()).log).toContain('✗ Workflow: events')
  })
})

describe('The doctor of workflows', () => {
  it('looks for the workflow under its usual name when the runner names none', async () => {
    const run = await bridge.runDoctor({}, { env: { GITHUB_WORKFLOW_REF: '' } })
    expect(run.log).toContain(`✓ Workflow: events: ${PATH} starts on every event that it needs`)
    expect(lines(bridge.github.log).filter(line => line.includes('/contents/'))).toHaveLength(1)
  })

  it('reports labels that the workflow leaves out, and warns of needless ones', async () => {
    const action = '{ action: create }'
    const lost = await bridge.runDoctor({
      config: `${CONFIG}labels: { regression: ${action}, vip: ${action} }`,
    })
    expect(missingLines(lost)).toContainEqual(
      '✗ Workflow: labels: its "if" leaves out "vip", so they start no run → Add "vip" to the list in the job\'s "if".',
    )
    const needless = await bridge.runDoctor({ config: `${CONFIG}labels: { regression: ${action} }` })
    expect(needless.exitCode).toBe(0)
    expect(needless.notOk).toContainEqual(
      expect.stringMatching(
        /^! Workflow: labels: its "if" lets "customer-reported", "needs-customer-confirm" t/,
      ),
    )
  })

  it('reports missing events and the missing right issues: write', async () => {
    const text = WORKFLOW.replace('labeled, closed, reopened', 'labeled').replace(
      'issues: write',
      'issues: read',
    )
    bridge.github.setFile(HOME, PATH, text)
    const run = await bridge.runDoctor()
    expect(missingLines(run)).toEqual([
      `✗ Workflow: events: ${PATH} does not start on issues: closed, issues: reopened → Add issues: closed, issues: reopened under "on" there.`,
      '✗ Workflow: permissions: issues: write is not granted → Add issues: write to the job\'s "permissions".',
    ])
  })

  it('the doctor warns of one fixed group for all tickets, and of runs that are cancelled', async () => {
    const group = (lines: string) =>
      WORKFLOW.replace(/^ {2}group: >-\n(?: {4,}.*\n)+ {2}queue: max\n/m, lines)
    bridge.github.setFile(HOME, PATH, group('  group: freescout-autolink\n  cancel-in-progress: false\n'))
    expect((await bridge.runDoctor()).notOk).toContainEqual(
      expect.stringMatching(
        /^! Workflow: concurrency: all tickets and issues share the group "freescout-autolink": .* → Copy "concurrency"/,
      ),
    )
    bridge.github.setFile(HOME, PATH, group('  group: x\n  cancel-in-progress: true\n'))
    expect((await bridge.runDoctor()).notOk).toContainEqual(
      expect.stringMatching(/^! Workflow: concurrency: a new run cancels the one before/),
    )
  })

  it('the doctor names the version that a runner of your own needs, and schedules that stop', async () => {
    bridge.github.setVisibility(HOME, 'public')
    bridge.github.setFile(HOME, PATH, WORKFLOW.replace('runs-on: ubuntu-latest', 'runs-on: self-hosted'))
    const { notOk } = await bridge.runDoctor()
    expect(notOk).toContainEqual(expect.stringMatching(/^– Workflow: runner: .* 2\.327\.1 or newer/))
    expect(notOk).toContainEqual(expect.stringMatching(/^! Workflow: schedule: public: .* after 60 days/))
  })

  it('the doctor reports a queue and a runner that GitHub Enterprise Server does not have', async () => {
    const env = { GITHUB_API_URL: `${bridge.github.url}/api/v3` }
    const run = await bridge.runDoctor({}, { env })
    expect(missingLines(run)).toEqual([
      '✗ Workflow: concurrency: its concurrency has the key "queue", which GitHub Enterprise Server does not know, so it refuses the file → Remove that line, or use https://github.com/freescout-autolink/freescout-autolink/blob/v1/docs/freescout-sync.ghes.yml.',
    ])
    expect(run.notOk).toContainEqual(
      expect.stringMatching(/^! Workflow: runner: GitHub Enterprise Server has no runners of GitHub's own/),
    )
    bridge.github.setFile(HOME, PATH, readFileSync('docs/freescout-sync.ghes.yml', 'utf8'))
    const fitting = await bridge.runDoctor({}, { env })
    expect(fitting.exitCode, fitting.log).toBe(0)
    expect(fitting.log).toContain(
      "✓ Workflow: concurrency: runs for different tickets and issues don't drop each other; for the same one, GitHub Enterprise Server keeps only the newest waiting run",
    )
  })

  it('finds the workflow under another name when the running one only starts by hand', async () => {
    const byHand = `.github/workflows/doctor.yml`
    const steps = '[{ uses: freescout-autolink/freescout-autolink@v1 }]'
    bridge.github.setFile(HOME, byHand, `on: workflow_dispatch\njobs: { doctor: { steps: ${steps} } }`)
    bridge.github.setFile(HOME, '.github/workflows/README.md', '# Not a workflow')
    const run = await bridge.runDoctor(
      {},
      { env: { GITHUB_WORKFLOW_REF: `${HOME}/${byHand}@refs/heads/main` } },
    )
    expect(run.log).toContain(`✓ Workflow: events: ${byHand}, ${PATH} starts on every event that it needs`)
  })

  it('reports a workflow that is not on the default branch', async () => {
    bridge.github.setFile(HOME, PATH, 'on: push\njobs: {}')
    const run = await bridge.runDoctor()
    expect(missingLines(run)).toEqual([
      expect.stringMatching(
        /^✗ Workflow: events: no workflow on main has a step that uses this action → Put/,
      ),
    ])
  })
})
