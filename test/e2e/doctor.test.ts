import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CONFIG, HOME, lines } from '../support/bridge.ts'
import {
  closePractice,
  crosses,
  openPractice,
  PATH,
  type Practice,
  RIGHTS,
} from '../support/doctor-bridge.ts'
import { instantClock } from '../support/in-process.ts'

let practice: Practice

beforeEach(async () => {
  practice = await openPractice()
})

afterEach(() => closePractice(practice))

describe('The doctor', () => {
  it('finds everything in order, writes nothing, and claims nothing that it could not read', async () => {
    const run = await practice.visit()
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toMatchObject({ result: 'checked', reason: '', changes: '[]' })
    expect(run.not).toEqual([RIGHTS])
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
    expect(lines(practice.writes())).toEqual([])
  })

  it('tells it in a table in the job summary', async () => {
    const { summary } = await practice.visit()
    expect(summary).toMatch(/^### Checks finished$/m)
    expect(summary).toContain('| ✓ | FreeScout: module Tags | on |  |')
    expect(summary).toContain('| – | GitHub: right to write issues | Not checked: GitHub does not tell')
  })

  it('tells what is missing there, too, above the table', async () => {
    const { summary } = await practice.visit({ config: CONFIG.replace('ada@', 'eve@') })
    expect(summary).toMatch(/^### Something is missing$/m)
    expect(summary).toContain('1 of 15 checks found something missing: FreeScout: signing user.')
    expect(summary).toMatch(
      /^\| ✗ \| FreeScout: signing user \| there is no such user \| Create the user, or /m,
    )
    expect(summary).not.toContain('written')
  })

  it('sends each read once, FreeScout’s and GitHub’s', async () => {
    await practice.visit()
    expect(lines(practice.freescout.log).toSorted()).toEqual([
      'GET /api/mailboxes',
      'GET /api/mailboxes/1/custom_fields',
      'GET /api/mailboxes/2/custom_fields',
      'GET /api/tags',
      'GET /api/users',
    ])
    expect(lines(practice.github.log).toSorted()).toEqual([
      `GET /repos/${HOME}`,
      `GET /repos/${HOME}/branches/main`,
      `GET /repos/${HOME}/contents/${encodeURIComponent(PATH)}`,
      `GET /repos/${HOME}/labels`,
      `GET /repos/${HOME}/rules/branches/main`,
      'POST /graphql',
    ])
  })

  it('reports a mistake in the configuration as every command does', async () => {
    const run = await practice.visit({ config: 'mailboxs: []' })
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain('did you mean "mailboxes"?')
    expect(run.not).toEqual([])
  })
})

describe('FreeScout', () => {
  const dependent = (log: string) =>
    log.split('\n').filter(line => line.endsWith(': FreeScout has to answer first')).length

  it('with a wrong key is one ✗ with what to do; what is behind it is not checked', async () => {
    const run = await practice.visit({ 'freescout-api-key': 'wrong' })
    expect(run.exitCode).toBe(1)
    expect(run.outputs.result).toBe('failed')
    expect(run.not[0]).toBe(
      '✗ FreeScout: address and API key: FreeScout refused the API key (401) → Check the secret FREESCOUT_API_KEY; the key is shown under Manage » API & Webhooks.',
    )
    expect(dependent(run.log)).toBe(5)
    expect(crosses(run)).toHaveLength(1)
    expect(lines(practice.freescout.log)).toEqual(['GET /api/mailboxes'])
  })

  it('that is down is tried for a while, then one ✗; GitHub is checked all the same', async () => {
    practice.freescout.maintenance = true
    const clock = instantClock()
    const run = await practice.visit({}, { clock })
    expect(clock.sleeps.length).toBeGreaterThan(2)
    expect(crosses(run)).toEqual([
      '✗ FreeScout: address and API key: FreeScout is in trouble (503, perhaps in maintenance) → Run the workflow again when it is up.',
    ])
    expect(dependent(run.log)).toBe(5)
    expect(run.log).toContain(`✓ Labels of ${HOME}`)
  })

  it.each([
    ['customFields', 'Custom Fields'],
    ['tags', 'Tags'],
  ] as const)('without its module %s', async (key, name) => {
    practice.freescout.modules[key] = false
    const run = await practice.visit()
    expect(run.exitCode).toBe(1)
    expect(crosses(run)).toEqual([
      expect.stringMatching(new RegExp(`^✗ FreeScout: module ${name}: off → Activate ${name} under`)),
    ])
  })

  it('whose Tags module can not be told from its answer: no tag was ever used', async () => {
    practice.freescout.setTags(1, [])
    const run = await practice.visit()
    expect(run.exitCode).toBe(0)
    expect(run.not[0]).toMatch(/^– FreeScout: module Tags: no tag is listed/)
  })

  it('without a watched mailbox', async () => {
    const run = await practice.visit({ config: CONFIG.replace('support@', 'sales@') })
    expect(run.exitCode).toBe(1)
    expect(crosses(run)).toEqual([
      expect.stringMatching(/^✗ Mailbox sales@raxx\.app: FreeScout has no mailbox with this address → /),
    ])
  })

  it('without any mailbox of the configuration still tells whether its modules are on', async () => {
    const run = await practice.visit({ config: CONFIG.replaceAll('raxx.app', 'raxx.example') })
    expect(crosses(run)).toHaveLength(2)
    expect(run.log).toContain('✓ FreeScout: module Custom Fields: on')
  })

  it('whose mailbox is written in capitals', async () => {
    const [ops] = practice.freescout.mailboxes.values()
    if (ops) ops.email = 'OPS@raxx.app'
    expect((await practice.visit()).exitCode).toBe(0)
  })

  it('without the field in the mailbox that tickets are made in', async () => {
    const run = await practice.visit({ config: CONFIG.replace('mailbox: ops@', 'mailbox: internal@') })
    expect(crosses(run)).toEqual([
      expect.stringMatching(/^✗ Mailbox internal@raxx\.app: it has no custom field "github_issue_url" → Add/),
    ])
  })

  it('with a field that is a dropdown', async () => {
    const run = await practice.visit({ config: `${CONFIG}fields: { issue-url: incident_severity }` })
    expect(crosses(run)).toHaveLength(2)
    expect(run.not[0]).toContain('is of the type dropdown, which does not hold a URL')
  })

  it.each(['nobody@example.org', '77'])('without the signing user %s', async user => {
    const run = await practice.visit({ config: CONFIG.replace('ada@example.org', user) })
    expect(crosses(run)).toEqual([expect.stringMatching(/^✗ FreeScout: signing user: there is no such/)])
    expect(run.summary).not.toContain(user)
  })

  it('with the signing user by id', async () => {
    const run = await practice.visit({ config: CONFIG.replace('ada@example.org', '1') })
    expect(run.exitCode, run.log).toBe(0)
  })
})

describe('Labels that are missing', () => {
  const config = `${CONFIG}issue: { labels: { bug: Defect, "incident_severity=sev1": urgent } }\n`

  it('are told', async () => {
    const run = await practice.visit({ config })
    expect(run.exitCode).toBe(1)
    expect(crosses(run)).toEqual([
      `✗ Labels of ${HOME}: 2 of 6 are missing: "Defect", "urgent" → Run the doctor again with fix: true; it makes them.`,
    ])
    expect(lines(practice.writes())).toEqual([])
  })

  it('are not those that are there in other letters', async () => {
    const run = await practice.visit({ config: `${CONFIG}issue: { labels: { bug: BUG } }` })
    expect(run.log).toContain(`✓ Labels of ${HOME}: all 5 are there`)
  })

  it('are made with fix, with colour and description; a second run makes none', async () => {
    const run = await practice.visit({ config, fix: 'true' })
    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toMatchObject({ result: 'checked', changes: '["create-label","create-label"]' })
    expect(run.log).toContain(`✓ Labels of ${HOME}: all 6 are there; made now: "Defect", "urgent"`)
    expect(run.log).toContain('✓ GitHub: right to write issues: labels could be made just now')
    expect(practice.writes().map(({ body }) => body)).toEqual([
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
    practice.forget()
    const second = await practice.visit({ config, fix: 'true' })
    expect(second.outputs).toMatchObject({ result: 'checked', changes: '[]' })
    expect(lines(practice.writes())).toEqual([])
  })

  it('are only listed in a dry run', async () => {
    const run = await practice.visit({ config, fix: 'true', 'dry-run': 'true' })
    expect(run.outputs).toMatchObject({ result: 'checked', changes: '["create-label","create-label"]' })
    expect(run.log).toContain(`! Labels of ${HOME}: would be made: "Defect", "urgent"`)
    expect(lines(practice.writes())).toEqual([])
  })

  it('are refused to a token without issues: write, and that is told twice: for the label and the token', async () => {
    const permissions = { metadata: 'read', contents: 'read', issues: 'read' } as const
    practice.github.addToken({ token: 'ghs_reader', login: 'reader[bot]', type: 'Bot', permissions })
    const run = await practice.visit({ config, fix: 'true' }, { token: 'ghs_reader' })
    expect(run.exitCode).toBe(1)
    expect(run.outputs.changes).toBe('[]')
    expect(crosses(run)).toEqual([
      expect.stringMatching(
        /^✗ GitHub: right to write issues: GitHub refused to make a label in .* → Give the token/,
      ),
      expect.stringMatching(
        /^✗ Labels of .*: GitHub forbids this to the token \(403: .*→ Give the job "permis/,
      ),
    ])
    practice.forget()
    expect((await practice.visit({}, { token: 'ghs_reader' })).not).toEqual([RIGHTS])
  })
})
