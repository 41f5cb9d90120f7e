import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DemandReport } from '../../src/demand-report.ts'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, lines, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'
import type { Run } from '../support/runner.ts'

const BILLING = 'raxx-app/billing'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge({ repositories: [HOME, BILLING] })
})

afterEach(() => closeUnharmed(bridge))

const schema = JSON.parse(
  await readFile(join(import.meta.dirname, '..', '..', 'docs', 'report.schema.json'), 'utf8'),
)
const isReport = new Ajv({ allErrors: true }).compile(schema)

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000 - 3_600_000)

/** A ticket of a customer whose words must not show, linked by its field; gives its id. */
function linked(url: string, { days = 1, ...more }: { days?: number; [key: string]: unknown } = {}): number {
  const ticket = {
    subject: 'Secret words of a customer',
    fields: { github_issue_url: url },
    tags: ['bug', 'auto-linked', 'vip'],
    createdAt: daysAgo(days),
    ...more,
  }
  return bridge.freescout.addTicket(ticket).id
}

const addIssue = (labels: string[] = [], repository = HOME) =>
  bridge.github.addIssue(repository, { title: 'Secret words of a title', labels }).number

/** Runs the report, checks that nothing was written and that the output follows the schema. */
async function report(
  inputs: Record<string, string> = {},
  event = 'workflow_dispatch',
): Promise<Run & { report: DemandReport }> {
  bridge.forget()
  const run = await runInProcess(bridge, { name: event }, { command: 'report', ...inputs })
  expect(run.exitCode, run.log).toBe(0)
  expect(bridge.writes()).toEqual([])
  const read = JSON.parse(run.outputs.report ?? '')
  expect(isReport(read), JSON.stringify(isReport.errors)).toBe(true)
  return { ...run, report: read }
}

const page = (id: number) => `${bridge.freescout.url}/conversation/${id}`
const numberOf = (id: number) => bridge.freescout.ticket(id).number

describe('The report', () => {
  it('names the open issues with most open tickets first, with wait, mailboxes and labels, and writes nothing', async () => {
    const [crash, login] = [addIssue(['freescout-linked', 'bug', 'p1']), addIssue(['freescout-linked'])]
    const oldest = linked(issueUrl(login), { days: 41 })
    linked(issueUrl(crash), { days: 2 })
    const waiting = linked(issueUrl(crash), { days: 12, mailbox: 'support@raxx.app', status: 'pending' })
    linked(issueUrl(crash), { days: 3 })
    linked(issueUrl(crash), { days: 90, status: 'closed' })
    bridge.ticket({ subject: 'Not linked', tags: [] })

    const run = await report()
    expect(run.outputs).toMatchObject({ result: 'checked', reason: '', changes: '[]' })
    expect(run.report).toMatchObject({
      tickets: 4,
      days: 41,
      issues: [
        {
          repository: HOME,
          number: crash,
          url: issueUrl(crash),
          tickets: 3,
          oldestTicket: { id: waiting, number: numberOf(waiting), url: page(waiting) },
          days: 12,
          mailboxes: [
            { address: 'ops@raxx.app', tickets: 2 },
            { address: 'support@raxx.app', tickets: 1 },
          ],
          labels: ['bug', 'p1'],
        },
        { number: login, tickets: 1, oldestTicket: { id: oldest }, days: 41, labels: [] },
      ],
      omitted: { issues: 0, tickets: 0 },
      notOpen: { issues: 0, tickets: 0 },
      notListed: { issues: 0, tickets: 0 },
    })
    expect(run.summary).toBe(
      [
        '### 4 open tickets wait for 2 open issues, the longest for 41 days',
        '',
        '| Issue | Open tickets | Longest wait | Mailboxes | Labels |',
        '| --- | --- | --- | --- | --- |',
        `| [${HOME}#${crash}](${issueUrl(crash)}) | 3 | 12 days, [#${numberOf(waiting)}](${page(waiting)}) | \`ops@raxx.app\` 2, \`support@raxx.app\` 1 | bug, p1 |`,
        `| [${HOME}#${login}](${issueUrl(login)}) | 1 | 41 days, [#${numberOf(oldest)}](${page(oldest)}) | \`ops@raxx.app\` 1 |  |`,
        '',
        '',
      ].join('\n'),
    )
    expect(run.log).toContain('::group::4 open tickets wait for 2 open issues, the longest for 41 days')
    await bridge.again(() => report())
  })

  it('reads pages of lists, and makes no request for one ticket or one issue', async () => {
    for (let at = 1; at <= 120; at++) addIssue()
    for (let at = 1; at <= 250; at++) linked(issueUrl(1 + (at % 60)), { days: at })
    const run = await report()
    expect(run.report).toMatchObject({ tickets: 250, omitted: { issues: 0 } })
    expect(run.report.issues).toHaveLength(60)
    // GitHub links to further pages by the repository's id.
    const reads = lines(bridge.reads()).map(line => line.replace(/repositories\/\d+/, `repos/${HOME}`))
    expect(reads.toSorted()).toEqual([
      ...Array(3).fill('GET /api/conversations'),
      'GET /api/mailboxes',
      `GET /repos/${HOME}`,
      ...Array(2).fill(`GET /repos/${HOME}/issues`),
    ])
    expect(run.summary).toContain('… and 10 more issues, in the output `report`.')
  })

  it('says so when no open ticket is linked, and asks GitHub for no list', async () => {
    bridge.ticket({ tags: [] })
    const run = await report()
    expect(run.summary).toBe('### No open ticket waits for an open issue\n\n')
    expect(run.report).toMatchObject({ tickets: 0, days: null, issues: [] })
    expect(lines(bridge.reads())).not.toContain(`GET /repos/${HOME}/issues`)
  })

  it('runs on a schedule of its own, and while the flag is off', async () => {
    linked(issueUrl(addIssue()))
    expect((await report({}, 'schedule')).report.tickets).toBe(1)
    const off = await report({ enabled: 'false' })
    expect(off.report.tickets).toBe(1)
    expect(off.log).toContain('The doctor, the report and dry runs work anyway.')
  })

  it('is the same from the bundle, which writes it into the files of the runner', async () => {
    linked(issueUrl(addIssue(['bug'])), { days: 3 })
    const { report: fromSources, summary } = await report()
    const run = await bridge.run({ name: 'workflow_dispatch' }, { command: 'report' })
    expect(run.exitCode, run.log).toBe(0)
    const { generatedAt, ...fromBundle } = JSON.parse(run.outputs.report ?? '')
    expect({ ...fromSources, ...fromBundle }).toEqual(fromSources)
    expect(run.summary.trimEnd()).toBe(summary.trimEnd())
    expect(Date.parse(generatedAt)).not.toBeNaN()
  })

  it('needs a token that may only read', async () => {
    linked(issueUrl(addIssue()))
    const permissions = { contents: 'read', issues: 'read' } as const
    bridge.github.addToken({ token: 'ghs_reader', login: 'github-actions[bot]', type: 'Bot', permissions })
    const event = { name: 'workflow_dispatch' }
    const run = await runInProcess(bridge, event, { command: 'report' }, { token: 'ghs_reader' })
    expect(run.exitCode, run.log).toBe(0)
    expect(JSON.parse(run.outputs.report ?? '')).toMatchObject({ tickets: 1 })
  })
})

describe('The report counts', () => {
  it('a ticket once, and only a published one that is active or pending, in any mailbox', async () => {
    const number = addIssue()
    const url = issueUrl(number)
    linked(url)
    linked(url, { status: 'pending', mailbox: 'support@raxx.app' })
    linked(url, { status: 'closed' })
    linked(url, { status: 'spam' })
    linked(url, { state: 'draft' })
    linked(url, { state: 'deleted' })
    linked('none')
    linked('https://github.com/somebody/else/issues/1')
    const run = await report({ config: 'mailboxes: [ops@raxx.app]\nuser: ada@example.org\n' })
    expect(run.report).toMatchObject({
      tickets: 2,
      issues: [
        {
          number,
          mailboxes: [
            { address: 'ops@raxx.app', tickets: 1 },
            { address: null, tickets: 1 },
          ],
        },
      ],
    })
    expect(run.outputs.report).not.toContain('support@raxx.app')
    expect(run.summary).toContain('| `ops@raxx.app` 1, others 1 |')
  })

  it('tickets of closed, deleted and unknown issues apart', async () => {
    const [open, closed, deleted] = [addIssue(), addIssue(), addIssue()]
    bridge.github.closeIssue(HOME, closed)
    bridge.github.deleteIssue(HOME, deleted)
    const pull = bridge.github.addPullRequest(HOME, { title: 'No issue' }).number
    for (const number of [open, closed, closed, deleted, 99, pull]) linked(issueUrl(number))
    const run = await report()
    expect(run.report).toMatchObject({ tickets: 1, notOpen: { issues: 4, tickets: 5 } })
    expect(run.summary).toContain(
      '5 open tickets are linked to 4 issues that are closed or gone. Their customers may still wait for an answer.',
    )
  })

  it('the tickets of a renamed repository for the issue under its new name', async () => {
    const number = addIssue()
    bridge.github.renameRepository(HOME, 'raxx-app/TradeMaster')
    linked(issueUrl(number))
    const config = `${CONFIG}issue: { repository: raxx-app/TradeMaster }\n`
    const run = await runInProcess(
      bridge,
      { name: 'workflow_dispatch' },
      { command: 'report', config },
      { env: { GITHUB_REPOSITORY: 'raxx-app/TradeMaster' } },
    )
    expect(run.exitCode, run.log).toBe(0)
    const { issues } = JSON.parse(run.outputs.report ?? '')
    expect(issues).toMatchObject([{ repository: 'raxx-app/TradeMaster', number, tickets: 1 }])
  })

  it('no ticket of a repository that GitHub does not list, and says so', async () => {
    linked(issueUrl(addIssue()))
    linked(`https://github.com/raxx-app/hidden/issues/3`)
    const run = await report({ config: `${CONFIG}issue: { allowed: [raxx-app/hidden] }\n` })
    expect(run.report).toMatchObject({ tickets: 1, notListed: { issues: 1, tickets: 1 } })
    expect(run.log).toContain(
      '::warning::The report leaves out the tickets that are linked to issues of raxx-app/hidden, because GitHub does not list these issues. GitHub answered "not found" (404): could not list the issues of raxx-app/hidden.',
    )
  })

  it('no ticket that FreeScout lists in an odd way, and names it', async () => {
    const url = issueUrl(addIssue())
    linked(url)
    const odd = linked(url)
    bridge.freescout.ticket(odd).state = 7 as unknown as 'published'
    const run = await report()
    expect(run.report.tickets).toBe(1)
    expect(run.log).toContain(`::warning::FreeScout lists ticket ${odd} in a way that can't be read, at `)
    expect(run.log).toContain('The report does not count it.')
  })
})

describe('The report shows', () => {
  it('nothing that a customer or an author of an issue wrote', async () => {
    linked(issueUrl(addIssue(['bug'])))
    const run = await report()
    const all = run.log + run.summary + JSON.stringify(run.outputs)
    for (const secret of ['Secret words', 'Rodney', 'Robertson', 'rodney@example.org', 'vip'])
      expect(all).not.toContain(secret)
  })

  it('labels as text, whatever they hold', async () => {
    linked(issueUrl(addIssue(['a|b', '<img src=x>', '[x](http://evil.example)'])))
    const run = await report()
    expect(run.report.issues[0]?.labels).toEqual(['a|b', '<img src=x>', '[x](http://evil.example)'])
    expect(run.summary).toContain('| a\\|b, \\<img src=x\\>, \\[x\\](http://evil.example) |')
  })

  it.each(['public', 'internal'] as const)(
    'no mailbox, and no label of another repository, in a repository that is %s',
    async visibility => {
      bridge.github.setVisibility(HOME, visibility)
      linked(issueUrl(addIssue(['bug'])))
      linked(`https://github.com/${BILLING}/issues/${addIssue(['merger'], BILLING)}`, { days: 9 })
      const run = await report({ config: `${CONFIG}issue: { allowed: [${BILLING}] }\n` })
      expect(run.report.issues).toMatchObject([
        { repository: BILLING, mailboxes: null, labels: null },
        { repository: HOME, mailboxes: null, labels: ['bug'] },
      ])
      expect(run.log + run.summary + run.outputs.report).not.toMatch(/merger|raxx\.app/)
      expect(run.summary).toContain('| Issue | Open tickets | Longest wait | Labels |')
      expect(run.summary).toContain('are shown only in the runs of a private repository.')
    },
  )
})

it('the report fails when FreeScout shows no custom fields, because nobody can see a link then', async () => {
  linked(issueUrl(addIssue()))
  bridge.freescout.modules.customFields = false
  const run = await runInProcess(bridge, { name: 'workflow_dispatch' }, { command: 'report' })
  expect(run.exitCode).toBe(1)
  expect(run.outputs).toMatchObject({ result: 'failed', report: '' })
  expect(run.log).toContain('FreeScout shows no custom fields, so nobody can see which tickets are linked.')
})
