import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, lines, startBridge } from '../support/bridge.ts'
import { shownText } from '../support/shown-text.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

describe('A tagged ticket becomes an issue', () => {
  it('a tagged ticket becomes an issue with marker and labels, and gets its field, note and tag', async () => {
    const id = bridge.ticket({ tags: ['bug'] })
    const run = await bridge.dispatch(id)

    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toEqual({
      result: 'created',
      reason: '',
      'issue-url': issueUrl(1),
      'issue-number': '1',
      'conversation-id': String(id),
      'conversation-url': `${bridge.freescout.url}/conversation/${id}`,
      changes: '["create-issue","set-field","add-note","add-tag"]',
      report: '',
    })
    const [issue, ...others] = bridge.github.issues(HOME)
    expect(others).toEqual([])
    expect(issue?.labels).toEqual(['bug', 'freescout-linked'])
    expect(issue?.body?.split('\n').at(-1)).toBe(
      `<!-- freescout-autolink ticket=${id} url=${bridge.freescout.url}/conversation/${id} -->`,
    )
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe(issueUrl(1))
    expect(bridge.freescout.notes(id)).toHaveLength(1)
    expect(shownText(bridge.freescout.notes(id)[0] ?? '')).toBe(
      `GitHub issue #1 filed: ${issueUrl(1)}\n[freescout-autolink]`,
    )
    expect(tagsOf(id)).toEqual(['bug', 'auto-linked'])
  })

  it('filing an issue costs 5 reads and 3 writes at FreeScout, and 1 read and 1 write at GitHub', async () => {
    await bridge.dispatch(bridge.ticket())
    const { freescout, github } = bridge
    expect(lines(freescout.log).toSorted()).toEqual([
      'GET /api/conversations/1',
      'GET /api/conversations/1',
      'GET /api/mailboxes',
      'GET /api/mailboxes/1/custom_fields',
      'GET /api/users',
      'POST /api/conversations/1/threads',
      'PUT /api/conversations/1/custom_fields',
      'PUT /api/conversations/1/tags',
    ])
    expect(lines(github.log).toSorted()).toEqual([`GET /repos/${HOME}/issues`, `POST /repos/${HOME}/issues`])
  })

  it('one read between the note and the tag shows the field that was stored and the tags to keep', async () => {
    await bridge.dispatch(bridge.ticket())
    expect(lines(bridge.freescout.log).slice(-4)).toEqual([
      'PUT /api/conversations/1/custom_fields',
      'POST /api/conversations/1/threads',
      'GET /api/conversations/1',
      'PUT /api/conversations/1/tags',
    ])
  })

  it('filing an issue costs one read more when the configuration is a file in the repository', async () => {
    bridge.github.setFile(HOME, '.github/freescout.yml', CONFIG)
    const run = await bridge.dispatch(bridge.ticket(), { config: '' })
    expect(run.outputs.result, run.log).toBe('created')
    expect(bridge.github.log.filter(({ method }) => method === 'GET')).toHaveLength(2)
  })

  it('filing an issue costs one read more for each further repository', async () => {
    await bridge.close()
    bridge = await startBridge({ repositories: [HOME, 'raxx-app/billing'] })
    const config = `${CONFIG}issue: { routes: [{ when: { tag: billing }, repository: raxx-app/billing }] }\n`
    const id = bridge.ticket({ tags: ['bug', 'billing'] })
    const run = await bridge.dispatch(id, { config })
    expect(run.outputs, run.log).toMatchObject({
      result: 'created',
      'issue-url': 'https://github.com/raxx-app/billing/issues/1',
    })
    expect(bridge.github.log.filter(({ method }) => method === 'GET')).toHaveLength(3)
    await bridge.again(() => bridge.dispatch(id, { config }))
  })

  it('a second run over a filed ticket writes nothing', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    bridge.forget()
    const run = await bridge.dispatch(id)
    expect(lines(bridge.writes())).toEqual([])
    expect(run.outputs).toMatchObject({
      result: 'unchanged',
      reason: 'already-linked',
      'issue-url': issueUrl(1),
    })
  })

  it('a workflow_dispatch with the URL of the ticket files its issue', async () => {
    const id = bridge.ticket()
    const conversation = `${bridge.freescout.url}/conversation/${id}`
    const run = await bridge.run({ name: 'workflow_dispatch' }, { command: 'sync', conversation })
    expect(run.outputs.result, run.log).toBe('created')
  })

  it('an event files the issue of its ticket, whatever status the ticket has', async () => {
    const id = bridge.ticket({ status: 'pending' })
    expect((await bridge.dispatch(id)).outputs.result).toBe('created')
  })

  it('A10: a ticket becomes an issue when its tags come a second after the webhook', async () => {
    const { id } = bridge.freescout.addTicket({
      subject: 'Tags come late',
      source: { type: 'api', via: 'customer' },
    })
    const later = setTimeout(() => bridge.freescout.setTags(id, ['auto:status']), 700)
    const run = await bridge.dispatch(id)
    clearTimeout(later)
    expect(run.outputs.result, run.log).toBe('created')
    expect(bridge.github.issues(HOME)[0]?.labels).toEqual(['incident', 'freescout-linked'])
    await bridge.again(() => bridge.dispatch(id))
  })
})

describe('The action writes nothing, and gives the reason, when', () => {
  const cases: [string, string, () => number, Record<string, string>?][] = [
    ['the ticket has no trigger tag', 'no-trigger-tag', () => bridge.ticket({ tags: ['question'] })],
    [
      'its mailbox is not watched',
      'mailbox-not-watched',
      () => bridge.ticket({ mailbox: 'internal@raxx.app' }),
    ],
    ['it came from GitHub', 'from-github', () => bridge.ticket({ tags: ['bug', '_from_github'] })],
    ['it is spam', 'ticket-is-spam', () => bridge.ticket({ status: 'spam' })],
    ['it is a draft', 'ticket-not-published', () => bridge.ticket({ state: 'draft' })],
    ['it does not exist', 'ticket-not-found', () => 4711],
    ['the flag is off', 'disabled', () => bridge.ticket(), { enabled: 'off' }],
    [
      'a required keyword is missing',
      'keyword-missing',
      () => bridge.ticket({ subject: 'Hello', html: '<p>How do I debug this?</p>' }),
      { config: `${CONFIG}criteria: { keywords: { mode: require, words: [bug] } }` },
    ],
    ['the field says "none"', 'link-unusable', () => bridge.ticket({ fields: { github_issue_url: 'none' } })],
    [
      'the field names an issue of a repository that is not allowed',
      'link-unusable',
      () => bridge.ticket({ fields: { github_issue_url: 'https://github.com/evil/repo/issues/1' } }),
    ],
  ]
  it.each(cases)(
    'the action writes nothing, and gives the reason, when %s (%s)',
    async (_, reason, arrange, inputs) => {
      const run = await bridge.dispatch(arrange(), inputs)
      expect(run.exitCode, run.log).toBe(0)
      expect(run.outputs.reason).toBe(reason)
      expect(lines(bridge.writes())).toEqual([])
      expect(run.summary).toContain(reason)
    },
  )

  it('the action writes nothing, and reads no configuration, for an event that it does not handle', async () => {
    const run = await bridge.run({ name: 'pull_request_target' }, { config: 'this is: [not yaml' })
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'event-not-handled' })
    expect([...bridge.reads(), ...bridge.writes()]).toEqual([])
  })

  it('a dry run writes nothing, and lists what it would do', async () => {
    const run = await bridge.dispatch(bridge.ticket(), { 'dry-run': 'true' })
    expect(run.outputs).toMatchObject({
      result: 'created',
      changes: '["create-issue","set-field","add-note","add-tag"]',
    })
    expect(lines(bridge.writes())).toEqual([])
    expect(run.summary).toContain('**It would:**')
  })
})

describe('A keyword', () => {
  it('a keyword is enough without a tag when the mode is "also"', async () => {
    const config = `${CONFIG}criteria: { keywords: { mode: also, words: [crash] } }`
    const id = bridge.ticket({ tags: [], html: '<p>It <b>crashes</b> daily</p>' })
    expect((await bridge.dispatch(id, { config })).outputs.result).toBe('created')
  })
})

describe('A link that exists', () => {
  it('A6: a run finds a half-made link by the marker of its issue, and completes it', async () => {
    const id = bridge.ticket()
    bridge.freescout.faults.push({
      match: ({ method, path }) => method === 'PUT' && path.endsWith('/custom_fields'),
      trouble: { answer: { status: 400, body: '{"message":"Error occurred","_embedded":{"errors":[]}}' } },
    })
    const first = await bridge.dispatch(id)
    expect(first.exitCode).toBe(1)
    expect(first.outputs).toMatchObject({
      result: 'failed',
      changes: '["create-issue"]',
      'issue-number': '1',
    })

    const second = await bridge.dispatch(id)
    expect(second.outputs).toMatchObject({
      result: 'adopted',
      changes: '["set-field","add-note","add-tag"]',
    })
    expect(bridge.github.issues(HOME)).toHaveLength(1)
  })

  it('A8: a run completes a link that an agent made in the field: comment, label, note, tag', async () => {
    const issue = bridge.github.addIssue(HOME, { title: 'Known' })
    const id = bridge.ticket({
      tags: [],
      fields: { github_issue_url: `${issueUrl(issue.number)}#issuecomment-1` },
    })
    const run = await bridge.dispatch(id)
    expect(run.outputs).toMatchObject({
      result: 'linked',
      changes: '["comment","add-label","add-note","add-tag"]',
    })
    expect(bridge.github.comments(HOME, issue.number).map(({ body }) => body.split('\n')[0])).toEqual([
      `[freescout-autolink] FreeScout ticket: ${bridge.freescout.url}/conversation/${id}`,
    ])
    await bridge.again(() => bridge.dispatch(id))
  })

  it('A9: a ticket that moves to another mailbox keeps its link: the run fills the empty field, and files no second issue', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    bridge.freescout.move(id, 'support@raxx.app')
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe('')
    const run = await bridge.dispatch(id)
    expect(run.outputs).toMatchObject({ result: 'updated', changes: '["set-field"]' })
    expect(bridge.freescout.field(id, 'github_issue_url')).toBe(issueUrl(1))
    expect(bridge.github.issues(HOME)).toHaveLength(1)
    await bridge.again(() => bridge.dispatch(id))
  })

  it('A9: a ticket keeps its link in a mailbox without the field, and the run reports the missing field', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    bridge.freescout.move(id, 'internal@raxx.app')
    bridge.forget()
    const run = await bridge.dispatch(id)
    expect(run.outputs).toMatchObject({ result: 'unchanged', reason: 'already-linked' })
    expect(run.log).toContain('::warning::')
    expect(lines(bridge.writes())).toEqual([])
  })

  it('A9: a ticket takes over the link of a ticket that was merged into it', async () => {
    const merged = bridge.ticket()
    await bridge.dispatch(merged)
    const survivor = bridge.ticket({ tags: ['bug'] })
    bridge.freescout.merge(merged, survivor)
    const run = await bridge.dispatch(survivor)
    expect(run.exitCode, run.log).toBe(0)
    expect(bridge.freescout.field(survivor, 'github_issue_url')).toBe(issueUrl(1))
    expect(bridge.github.issues(HOME)).toHaveLength(1)
    await bridge.again(() => bridge.dispatch(survivor))
  })

  it('A6: a run reports that the linked issue is gone, and files no other one', async () => {
    const id = bridge.ticket({ fields: { github_issue_url: issueUrl(99) } })
    const run = await bridge.dispatch(id)
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'issue-not-found' })
    expect(run.log).toContain('::warning::')
    expect(lines(bridge.writes())).toEqual([])
  })
})

describe('What the issue says', () => {
  it('an issue in a public repository says only that the ticket exists', async () => {
    bridge.github.setVisibility(HOME, 'public')
    await bridge.dispatch(bridge.ticket({ subject: 'My secret', html: '<p>secret text</p>' }))
    const [issue] = bridge.github.issues(HOME)
    expect(issue?.title).toBe('FreeScout ticket #1000')
    expect(JSON.stringify(issue)).not.toContain('secret')
  })
})

describe('A mistake in the set-up', () => {
  it('a wrong API key is reported once, and nothing is written', async () => {
    const run = await bridge.dispatch(bridge.ticket(), { 'freescout-api-key': 'wrong' })
    expect(run.exitCode).toBe(1)
    expect(errors(run.log)).toEqual([
      expect.stringMatching(
        /^FreeScout refused the API key \(401\): could not .+\. Check the secret FREESCOUT_API_KEY/,
      ),
    ])
    expect(lines(bridge.writes())).toEqual([])
  })

  it('three mistakes in the configuration are reported once, each with its line, and nothing is written', async () => {
    const config =
      'mailboxs: [ops@raxx.app]\nuser: ada@example.org\nissue:\n  content: fulll\nsweep: { limit: 0 }\n'
    const run = await bridge.dispatch(bridge.ticket(), { config })
    expect(run.exitCode).toBe(1)
    expect(errors(run.log)).toEqual([
      expect.stringMatching(/:1:1 mailboxs: .*did you mean "mailboxes"\?/),
      expect.stringMatching(/:4:12 issue\.content: .*did you mean "full"\?/),
      expect.stringMatching(/:5:17 sweep\.limit: /),
      'The configuration (input config) has 3 mistakes; nothing was written.',
    ])
    expect(lines(bridge.writes())).toEqual([])
  })

  it('a mailbox without the field is reported once, and nothing is written', async () => {
    const config = CONFIG.replace('ops@raxx.app,', 'internal@raxx.app,')
    const run = await bridge.dispatch(bridge.ticket({ mailbox: 'internal@raxx.app' }), { config })
    expect(run.exitCode).toBe(1)
    expect(errors(run.log)).toEqual([expect.stringContaining('no custom field "github_issue_url"')])
    expect(lines(bridge.writes())).toEqual([])
  })

  it('a 204 that stored nothing is reported once a run, the ticket has one note, and a later run completes it', async () => {
    bridge.freescout.fieldWritesIgnored = true
    const run = await bridge.dispatch(bridge.ticket())
    expect(run.exitCode).toBe(1)
    expect(errors(run.log)).toEqual([expect.stringContaining('holds something else')])
    expect(tagsOf(1)).toEqual(['bug'])

    expect((await bridge.dispatch(1)).exitCode).toBe(1)
    expect(bridge.freescout.notes(1)).toHaveLength(1)
    bridge.freescout.fieldWritesIgnored = false
    expect((await bridge.dispatch(1)).outputs.changes).toBe('["set-field","add-tag"]')
    await bridge.again(() => bridge.dispatch(1))
  })
})

function tagsOf(id: number): string[] {
  return [...bridge.freescout.ticket(id).tags]
}

/** The messages of a log's `::error::` commands. */
function errors(log: string): string[] {
  return [...log.matchAll(/^::error[^:]*::(.*)$/gm)].map(([, message = '']) =>
    message.replaceAll('%0A', '\n'),
  )
}
