import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CONFIG, HOME, lines } from '../support/bridge.ts'
import {
  closeDoctorBridge,
  type DoctorBridge,
  missingLines,
  PATH,
  RIGHTS,
  startDoctorBridge,
} from '../support/doctor-bridge.ts'
import { instantClock } from '../support/in-process.ts'

let bridge: DoctorBridge

beforeEach(async () => {
  bridge = await startDoctorBridge()
})

afterEach(() => closeDoctorBridge(bridge))

describe('The doctor', () => {
  it('finds everything in order, writes nothing, and claims nothing that it could not read', async () => {
    const run = await bridge.runDoctor()
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toMatchObject({ result: 'checked', reason: '', changes: '[]' })
    expect(run.notOk).toEqual([RIGHTS])
    expect(run.log.split('\n').filter(line => line.startsWith('✓'))).toEqual([
      '✓ FreeScout: address and API key: it answers, and shows 3 mailboxes',
      '✓ FreeScout: module Custom Fields: on',
      '✓ FreeScout: module Tags: on',
      '✓ Mailbox ops@raxx.app: it has the field "github_issue_url" (singleline)',
      '✓ Mailbox support@raxx.app: it has the field "github_issue_url" (singleline)',
      '✓ Customer of new tickets: no mailbox has its address',
      '✓ FreeScout: signing user: the user is there',
      '✓ GitHub: token: it acts as github-actions[bot]',
      `✓ Repository ${HOME}: private, with issues`,
      `✓ Content of issues in ${HOME}: private: its members can read the text of tickets`,
      `✓ Labels of ${HOME}: all 7 are there`,
      '✓ Default branch is protected: main: a ruleset requires pull request',
      `✓ Workflow: events: ${PATH} starts on every event that it needs`,
      '✓ Workflow: labels: its list has the labels of the configuration',
      '✓ Workflow: comments: comments with /support start a run',
      '✓ Workflow: permissions: contents: read and issues: write are granted',
      "✓ Workflow: concurrency: runs don't drop each other",
      "✓ Workflow: runner: one of GitHub's runners",
      '✓ Workflow: schedule: private, so GitHub does not stop it',
    ])
    expect(lines(bridge.writes())).toEqual([])
  })

  it('shows every check in a table in the job summary', async () => {
    const { summary } = await bridge.runDoctor()
    expect(summary).toMatch(/^### Checks finished$/m)
    expect(summary).toContain('| ✓ | FreeScout: module Tags | on |  |')
    expect(summary).toContain('| – | GitHub: right to write issues | Not checked: GitHub does not say')
  })

  it('names what is missing above the table in the job summary', async () => {
    const { summary } = await bridge.runDoctor({ config: CONFIG.replace('ada@', 'eve@') })
    expect(summary).toMatch(/^### Something is missing$/m)
    expect(summary).toContain('1 of 20 checks found something missing: FreeScout: signing user.')
    expect(summary).toMatch(
      /^\| ✗ \| FreeScout: signing user \| FreeScout has no user that fits user: eve@example\.org \| Create the user, or /m,
    )
    expect(summary).not.toContain('written')
  })

  it('sends each read once to FreeScout and to GitHub', async () => {
    await bridge.runDoctor()
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
    const run = await bridge.runDoctor({ config: 'mailboxs: []' })
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain('did you mean "mailboxes"?')
    expect(run.notOk).toEqual([])
  })
})

describe('The doctor of FreeScout', () => {
  const dependent = (log: string) =>
    log.split('\n').filter(line => line.endsWith(': FreeScout has to answer first')).length

  it('reports a wrong key once, with what to do, and does not check what needs the key', async () => {
    const run = await bridge.runDoctor({ 'freescout-api-key': 'wrong' })
    expect(run.exitCode).toBe(1)
    expect(run.outputs.result).toBe('failed')
    expect(run.notOk[0]).toBe(
      '✗ FreeScout: address and API key: FreeScout refused the API key (401) → Check the secret FREESCOUT_API_KEY; the key is shown under Manage » API & Webhooks.',
    )
    expect(dependent(run.log)).toBe(6)
    expect(missingLines(run)).toHaveLength(1)
    expect(lines(bridge.freescout.log)).toEqual(['GET /api/mailboxes'])
  })

  it('reports a customer of new tickets that is one of the mailboxes', async () => {
    const run = await bridge.runDoctor({ config: CONFIG.replace('github@raxx.app', 'Internal@raxx.app') })
    expect(run.exitCode).toBe(1)
    expect(missingLines(run)).toEqual([
      '✗ Customer of new tickets: internal@raxx.app is the address of a mailbox, so FreeScout would mail each reply to itself → Name an address that is no mailbox under ticket.customer in the configuration.',
    ])
  })

  it('retries a FreeScout that is down, reports it once, and still checks GitHub', async () => {
    bridge.freescout.maintenance = true
    const clock = instantClock()
    const run = await bridge.runDoctor({}, { clock })
    expect(clock.sleeps.length).toBeGreaterThan(2)
    expect(missingLines(run)).toEqual([
      '✗ FreeScout: address and API key: FreeScout is not working right now (503, perhaps in maintenance) → Run the workflow again when it is up.',
    ])
    expect(dependent(run.log)).toBe(6)
    expect(run.log).toContain(`✓ Labels of ${HOME}`)
  })

  it.each([
    ['customFields', 'Custom Fields'],
    ['tags', 'Tags'],
  ] as const)('reports the missing module %s', async (key, name) => {
    bridge.freescout.modules[key] = false
    const run = await bridge.runDoctor()
    expect(run.exitCode).toBe(1)
    expect(missingLines(run)).toEqual([
      expect.stringMatching(new RegExp(`^✗ FreeScout: module ${name}: off → Activate ${name} under`)),
    ])
  })

  it('does not check the Tags module when nobody ever used a tag', async () => {
    bridge.freescout.setTags(1, [])
    const run = await bridge.runDoctor()
    expect(run.exitCode).toBe(0)
    expect(run.notOk[0]).toMatch(/^– FreeScout: module Tags: no tag is listed/)
  })

  it('reports a watched mailbox that does not exist', async () => {
    const run = await bridge.runDoctor({ config: CONFIG.replace('support@', 'sales@') })
    expect(run.exitCode).toBe(1)
    expect(missingLines(run)).toEqual([
      expect.stringMatching(/^✗ Mailbox sales@raxx\.app: FreeScout has no mailbox with this address → /),
    ])
  })

  it('checks the modules although no mailbox of the configuration exists', async () => {
    const run = await bridge.runDoctor({ config: CONFIG.replaceAll('raxx.app', 'raxx.example') })
    expect(missingLines(run)).toHaveLength(2)
    expect(run.log).toContain('✓ FreeScout: module Custom Fields: on')
  })

  it('finds a mailbox that FreeScout writes in capitals', async () => {
    const [ops] = bridge.freescout.mailboxes.values()
    if (ops) ops.email = 'OPS@raxx.app'
    expect((await bridge.runDoctor()).exitCode).toBe(0)
  })

  it('reports the missing field in the mailbox for new tickets', async () => {
    const run = await bridge.runDoctor({ config: CONFIG.replace('mailbox: ops@', 'mailbox: internal@') })
    expect(missingLines(run)).toEqual([
      expect.stringMatching(/^✗ Mailbox internal@raxx\.app: it has no custom field "github_issue_url" → Add/),
    ])
  })

  it('reports a field that is a dropdown', async () => {
    const run = await bridge.runDoctor({ config: `${CONFIG}fields: { issue-url: incident_severity }` })
    expect(missingLines(run)).toHaveLength(2)
    expect(run.notOk[0]).toContain('is of the type dropdown, which does not hold a URL')
  })

  it('the doctor reports two fields of one name, because nobody can say which one counts', async () => {
    const fields = bridge.freescout.mailboxes.get(1)?.fields ?? []
    fields.push({ id: 900, name: 'github_issue_url', type: 'dropdown', options: { 1: 'a' } })
    expect(missingLines(await bridge.runDoctor())).toEqual([
      expect.stringMatching(
        /^✗ Mailbox ops@raxx\.app: it has 2 custom fields "github_issue_url" \(singleline, dropdown\), and nobody can say/,
      ),
    ])
  })

  it.each(['nobody@example.org', '77'])('reports the missing signing user %s', async user => {
    const run = await bridge.runDoctor({ config: CONFIG.replace('ada@example.org', user) })
    expect(missingLines(run)).toEqual([
      expect.stringContaining(`✗ FreeScout: signing user: FreeScout has no user that fits user: ${user} → `),
    ])
  })

  it('finds the signing user by id', async () => {
    const run = await bridge.runDoctor({ config: CONFIG.replace('ada@example.org', '1') })
    expect(run.exitCode, run.log).toBe(0)
  })
})

describe('The doctor of labels', () => {
  const config = `${CONFIG}issue: { labels: { bug: Defect, "incident_severity=sev1": urgent } }\n`

  it('reports labels that are missing', async () => {
    const run = await bridge.runDoctor({ config })
    expect(run.exitCode).toBe(1)
    expect(missingLines(run)).toEqual([
      `✗ Labels of ${HOME}: 2 of 6 are missing: "Defect", "urgent" → Run the doctor again with fix: true; it creates them.`,
    ])
    expect(lines(bridge.writes())).toEqual([])
  })

  it('finds a label that GitHub writes in other letters', async () => {
    const run = await bridge.runDoctor({ config: `${CONFIG}issue: { labels: { bug: BUG } }` })
    expect(run.log).toContain(`✓ Labels of ${HOME}: all 5 are there`)
  })

  it('creates missing labels with fix, with colour and description, and none in a second run', async () => {
    const run = await bridge.runDoctor({ config, fix: 'true' })
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toMatchObject({ result: 'checked', changes: '["create-label","create-label"]' })
    expect(run.log).toContain(`✓ Labels of ${HOME}: all 6 are there; created now: "Defect", "urgent"`)
    expect(run.log).toContain('✓ GitHub: right to write issues: this run created labels')
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
    const second = await bridge.runDoctor({ config, fix: 'true' })
    expect(second.outputs).toMatchObject({ result: 'checked', changes: '[]' })
    expect(lines(bridge.writes())).toEqual([])
  })

  it('only lists missing labels in a dry run', async () => {
    const run = await bridge.runDoctor({ config, fix: 'true', 'dry-run': 'true' })
    expect(run.outputs).toMatchObject({ result: 'checked', changes: '["create-label","create-label"]' })
    expect(run.log).toContain(`! Labels of ${HOME}: would be created: "Defect", "urgent"`)
    expect(lines(bridge.writes())).toEqual([])
  })

  it('reports labels that GitHub refused for the labels and for the token', async () => {
    const permissions = { metadata: 'read', contents: 'read', issues: 'read' } as const
    bridge.github.addToken({ token: 'ghs_reader', login: 'reader[bot]', type: 'Bot', permissions })
    const run = await bridge.runDoctor({ config, fix: 'true' }, { token: 'ghs_reader' })
    expect(run.exitCode).toBe(1)
    expect(run.outputs.changes).toBe('[]')
    expect(missingLines(run)).toEqual([
      expect.stringMatching(
        /^✗ GitHub: right to write issues: GitHub refused to create a label in .* → Give the token/,
      ),
      expect.stringMatching(
        /^✗ Labels of .*: GitHub does not let the token do this \(403: .*→ Give the job "permis/,
      ),
    ])
    bridge.forget()
    expect((await bridge.runDoctor({}, { token: 'ghs_reader' })).notOk).toEqual([RIGHTS])
  })
})
