import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, HOME, lines, startBridge } from './bridge.ts'
import { type InProcessOptions, instantClock, runInProcess } from './in-process.ts'

const PATH = '.github/workflows/freescout-sync.yml'
const WORKFLOW = readFileSync(PATH, 'utf8')
const LABELS = [
  'freescout-linked',
  'bug',
  'enhancement',
  'incident',
  'customer-reported',
  'regression',
  'needs-customer-confirm',
]

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
  const { github } = bridge
  bridge.ticket({ tags: ['bug'] })
  github.addIssue(HOME, { title: 'Every label', labels: LABELS })
  github.setFile(HOME, PATH, WORKFLOW)
  github.protectBranch(HOME, { isProtected: false, rules: [rule('pull_request')] })
})

afterEach(async () => {
  expect(bridge.github.violations).toEqual([])
  expect(bridge.freescout.mails).toEqual([])
  await bridge.close()
})

/** A visit; `not` are the lines of its log about everything that isn't ✓. */
async function visit(inputs: Record<string, string> = {}, options: InProcessOptions = {}) {
  const run = await runInProcess(
    bridge,
    { name: 'workflow_dispatch' },
    { command: 'doctor', ...inputs },
    { ...options, env: { GITHUB_WORKFLOW_REF: `${HOME}/${PATH}@refs/heads/main`, ...options.env } },
  )
  return { ...run, not: notOk(run.log) }
}

function notOk(log: string): string[] {
  return log.split('\n').filter(line => /^[✗!–] /.test(line))
}

const rights =
  '– GitHub: right to write issues: GitHub does not tell what a token may write before it is tried → Look for issues: write in the workflow, or in the settings of the token or App.'

describe('The doctor', () => {
  it('finds everything in order, writes nothing, and claims nothing that it could not read', async () => {
    const run = await visit()
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toMatchObject({ result: 'checked', reason: '', changes: '[]' })
    expect(run.not).toEqual([rights])
    expect(run.log.split('\n').filter(line => line.startsWith('✓'))).toEqual([
      '✓ FreeScout: address and API key: it answers, and shows 3 mailboxes',
      '✓ FreeScout: module Custom Fields: on',
      '✓ FreeScout: module Tags: on',
      '✓ Mailbox ops@raxx.app: it has the field "github_issue_url" (singleline)',
      '✓ Mailbox support@raxx.app: it has the field "github_issue_url" (singleline)',
      '✓ FreeScout: signing user: the user is there',
      '✓ GitHub: token: it acts as github-actions[bot]',
      `✓ Repository ${HOME}: private, with issues`,
      `✓ Content of issues in ${HOME}: private: its members can read the text of tickets`,
      `✓ Labels of ${HOME}: all 7 are there`,
      '✓ Default branch is protected: main: a ruleset asks for pull request',
      `✓ Workflow: events: ${PATH} hears of everything`,
      '✓ Workflow: labels: its list is the one of the configuration',
      '✓ Workflow: permissions: contents: read and issues: write are granted',
    ])
    expect(lines(bridge.writes())).toEqual([])
  })

  it('tells it in a table in the job summary', async () => {
    const { summary } = await visit()
    expect(summary).toContain('### Checks finished')
    expect(summary).toContain('| ✓ | FreeScout: module Tags | on |  |')
    expect(summary).toContain('| – | GitHub: right to write issues | Not checked: GitHub does not tell')
  })

  it('sends each read once, FreeScout’s and GitHub’s', async () => {
    await visit()
    expect(lines(bridge.freescout.log).toSorted()).toEqual([
      'GET /api/mailboxes',
      'GET /api/mailboxes/1/custom_fields',
      'GET /api/mailboxes/2/custom_fields',
      'GET /api/tags',
      'GET /api/users',
    ])
    expect(lines(bridge.github.log).toSorted()).toEqual([
      `GET /repos/${HOME}`,
      `GET /repos/${HOME}/branches/main`,
      `GET /repos/${HOME}/contents/${encodeURIComponent(PATH)}`,
      `GET /repos/${HOME}/labels`,
      `GET /repos/${HOME}/rules/branches/main`,
      'POST /graphql',
    ])
  })

  it('reports a mistake in the configuration as every command does', async () => {
    const run = await visit({ config: 'mailboxs: []' })
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain('did you mean "mailboxes"?')
    expect(run.not).toEqual([])
  })
})

describe('FreeScout', () => {
  const dependent = (log: string) =>
    notOk(log).filter(line => line.endsWith(': FreeScout has to answer first')).length

  it('with a wrong key is one ✗ with what to do; what is behind it is not checked', async () => {
    const run = await visit({ 'freescout-api-key': 'wrong' })
    expect(run.exitCode).toBe(1)
    expect(run.outputs.result).toBe('failed')
    expect(run.not[0]).toBe(
      '✗ FreeScout: address and API key: FreeScout refused the API key (401) → Check the secret FREESCOUT_API_KEY; the key is shown under Manage » API & Webhooks.',
    )
    expect(dependent(run.log)).toBe(5)
    expect(crosses(run.not)).toHaveLength(1)
    expect(lines(bridge.freescout.log)).toEqual(['GET /api/mailboxes'])
  })

  it('that is down is tried for a while, then one ✗; GitHub is checked all the same', async () => {
    bridge.freescout.maintenance = true
    const clock = instantClock()
    const run = await visit({}, { clock })
    expect(clock.sleeps.length).toBeGreaterThan(2)
    expect(crosses(run.not)).toEqual([
      '✗ FreeScout: address and API key: FreeScout is in trouble (503, perhaps in maintenance) → Run the workflow again when it is up.',
    ])
    expect(dependent(run.log)).toBe(5)
    expect(run.log).toContain(`✓ Labels of ${HOME}`)
  })

  it.each([
    ['customFields', 'Custom Fields'],
    ['tags', 'Tags'],
  ] as const)('without its module %s', async (key, name) => {
    bridge.freescout.modules[key] = false
    const run = await visit()
    expect(run.exitCode).toBe(1)
    expect(crosses(run.not)).toEqual([
      expect.stringMatching(new RegExp(`^✗ FreeScout: module ${name}: off → Activate ${name} under`)),
    ])
  })

  it('whose Tags module can not be told from its answer: no tag was ever used', async () => {
    bridge.freescout.setTags(1, [])
    const run = await visit()
    expect(run.exitCode).toBe(0)
    expect(run.not[0]).toMatch(/^– FreeScout: module Tags: no tag is listed/)
  })

  it('without a watched mailbox', async () => {
    const run = await visit({ config: CONFIG.replace('support@', 'sales@') })
    expect(run.exitCode).toBe(1)
    expect(crosses(run.not)).toEqual([
      expect.stringMatching(/^✗ Mailbox sales@raxx\.app: FreeScout has no mailbox with this address → /),
    ])
  })

  it('without the field in the mailbox that tickets are made in', async () => {
    const run = await visit({ config: CONFIG.replace('mailbox: ops@', 'mailbox: internal@') })
    expect(crosses(run.not)).toEqual([
      expect.stringMatching(/^✗ Mailbox internal@raxx\.app: it has no custom field "github_issue_url" → Add/),
    ])
  })

  it('with a field that is a dropdown', async () => {
    const run = await visit({ config: `${CONFIG}fields: { issue-url: incident_severity }` })
    expect(crosses(run.not)).toHaveLength(2)
    expect(run.not[0]).toContain('is of the type dropdown, which does not hold a URL')
  })

  it.each(['nobody@example.org', '77'])('without the signing user %s', async user => {
    const run = await visit({ config: CONFIG.replace('ada@example.org', user) })
    expect(crosses(run.not)).toEqual([expect.stringMatching(/^✗ FreeScout: signing user: there is no such/)])
    expect(run.summary).not.toContain(user)
  })

  it('with the signing user by id', async () => {
    const run = await visit({ config: CONFIG.replace('ada@example.org', '1') })
    expect(run.exitCode, run.log).toBe(0)
  })
})

describe('Labels that are missing', () => {
  const config = `${CONFIG}issue: { labels: { bug: Defect, "incident_severity=sev1": urgent } }\n`

  it('are told', async () => {
    const run = await visit({ config })
    expect(run.exitCode).toBe(1)
    expect(crosses(run.not)).toEqual([
      `✗ Labels of ${HOME}: 2 of 6 are missing: "Defect", "urgent" → Run the doctor again with fix: true; it makes them.`,
    ])
    expect(lines(bridge.writes())).toEqual([])
  })

  it('are made with fix, with colour and description; a second run makes none', async () => {
    const run = await visit({ config, fix: 'true' })
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toMatchObject({ result: 'checked', changes: '["create-label","create-label"]' })
    expect(run.log).toContain(`✓ Labels of ${HOME}: all 6 are there; made now: "Defect", "urgent"`)
    expect(run.log).toContain('✓ GitHub: right to write issues: labels could be made just now')
    expect(bridge.writes().map(({ body }) => body)).toEqual([
      {
        name: 'Defect',
        color: expect.stringMatching(/^[0-9a-f]{6}$/),
        description: expect.stringMatching(/\w/),
      },
      {
        name: 'urgent',
        color: expect.stringMatching(/^[0-9a-f]{6}$/),
        description: expect.stringMatching(/\w/),
      },
    ])
    bridge.forget()
    const second = await visit({ config, fix: 'true' })
    expect(second.outputs).toMatchObject({ result: 'checked', changes: '[]' })
    expect(lines(bridge.writes())).toEqual([])
  })

  it('are only listed in a dry run', async () => {
    const run = await visit({ config, fix: 'true', 'dry-run': 'true' })
    expect(run.outputs).toMatchObject({ result: 'checked', changes: '["create-label","create-label"]' })
    expect(run.log).toContain(`! Labels of ${HOME}: would be made: "Defect", "urgent"`)
    expect(lines(bridge.writes())).toEqual([])
  })

  it('are refused to a token without issues: write, and that is told twice: for the label and the token', async () => {
    const permissions = { metadata: 'read', contents: 'read', issues: 'read' } as const
    bridge.github.addToken({ token: 'ghs_reader', login: 'reader[bot]', type: 'Bot', permissions })
    const run = await visit({ config, fix: 'true' }, { token: 'ghs_reader' })
    expect(run.exitCode).toBe(1)
    expect(run.outputs.changes).toBe('[]')
    expect(crosses(run.not)).toEqual([
      expect.stringMatching(
        /^✗ GitHub: right to write issues: GitHub refused to make a label in .* → Give the token/,
      ),
      expect.stringMatching(
        /^✗ Labels of .*: GitHub forbids this to the token \(403: .*→ Give the job "permis/,
      ),
    ])
    bridge.forget()
    expect((await visit({}, { token: 'ghs_reader' })).not).toEqual([rights])
  })
})

describe('GitHub', () => {
  it('with a public repository: only links go there, and content: full is a warning', async () => {
    bridge.github.setVisibility(HOME, 'public')
    const careful = await visit()
    expect(careful.exitCode, careful.log).toBe(0)
    expect(careful.log).toContain(
      `✓ Content of issues in ${HOME}: public: issues only say that a ticket exists`,
    )

    const full = await visit({ config: `${CONFIG}issue: { content: full }` })
    expect(full.exitCode, full.log).toBe(0)
    expect(full.not).toContainEqual(
      expect.stringMatching(
        /^! Content of issues in .*: public: everybody can read the text of tickets → Set/,
      ),
    )
  })

  it('with a default branch that takes every push', async () => {
    bridge.github.protectBranch(HOME, { isProtected: false, rules: [rule('deletion')] })
    const run = await visit()
    expect(run.exitCode).toBe(0)
    expect(run.not).toContainEqual(
      expect.stringMatching(/^! Default branch is protected: main takes every push: .*\(Contents: write\)/),
    )
  })

  it('with classic protection, of which is not claimed that it helps', async () => {
    bridge.github.protectBranch(HOME)
    expect((await visit()).not).toContainEqual(
      expect.stringMatching(/^– Default branch is protected: main is protected, but this token can't read/),
    )
  })

  it('with a token that it does not know', async () => {
    const run = await visit({}, { token: 'ghs_gone' })
    expect(run.exitCode).toBe(1)
    expect(crosses(run.not)).toEqual([
      '✗ GitHub: token: GitHub refused the token (401) → Check the input github-token.',
    ])
    expect(run.log).not.toMatch(/^✓ (?:Labels|Content|Default|Workflow|GitHub)/m)
  })

  it('with a repository of a route that the token does not see', async () => {
    const config = `${CONFIG}issue: { routes: [{ when: { tag: billing }, repository: raxx-app/billing }] }\n`
    const run = await visit({ config })
    expect(crosses(run.not)).toEqual([
      expect.stringMatching(
        /^✗ Repository raxx-app\/billing: GitHub does not find it \(404\) → Check the rep/,
      ),
    ])
  })
})

describe('The workflow', () => {
  it('whose list of labels is not the configuration’s loses events, or costs runs', async () => {
    const action = '{ action: create }'
    const lost = await visit({ config: `${CONFIG}labels: { regression: ${action}, vip: ${action} }` })
    expect(crosses(lost.not)).toContainEqual(
      '✗ Workflow: labels: its "if" leaves out "vip": nothing happens when they are put on → Add "vip" to the list in the job\'s "if".',
    )
    const needless = await visit({ config: `${CONFIG}labels: { regression: ${action} }` })
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
    bridge.github.setFile(HOME, PATH, text)
    const run = await visit()
    expect(crosses(run.not)).toEqual([
      `✗ Workflow: events: ${PATH} does not start on issues: closed, issues: reopened → Add issues: closed, issues: reopened under "on" there.`,
      '✗ Workflow: permissions: issues: write is not granted → Add issues: write to the job\'s "permissions".',
    ])
  })

  it('is found under another name, when the one that runs only runs by hand', async () => {
    const byHand = `.github/workflows/doctor.yml`
    const steps = '[{ uses: freescout-autolink/freescout-autolink@v1 }]'
    bridge.github.setFile(HOME, byHand, `on: workflow_dispatch\njobs: { doctor: { steps: ${steps} } }`)
    bridge.github.setFile(HOME, '.github/workflows/README.md', '# Not a workflow')
    const run = await visit({}, { env: { GITHUB_WORKFLOW_REF: `${HOME}/${byHand}@refs/heads/main` } })
    expect(run.log).toContain(`✓ Workflow: events: ${byHand}, ${PATH} hears of everything`)
  })

  it('that is not on the default branch', async () => {
    bridge.github.setFile(HOME, PATH, 'on: push\njobs: {}')
    const run = await visit()
    expect(crosses(run.not)).toEqual([
      expect.stringMatching(
        /^✗ Workflow: events: no workflow on main has a step that uses this action → Put/,
      ),
    ])
  })
})

function crosses(rows: string[]): string[] {
  return rows.filter(row => row.startsWith('✗'))
}

/** A rule of a ruleset, as GitHub lists those that apply to a branch. */
function rule(type: string): Record<string, unknown> {
  return { type, ruleset_source_type: 'Repository', ruleset_source: HOME, ruleset_id: 42 }
}
