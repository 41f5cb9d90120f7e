import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, lines, startBridge } from '../support/bridge.ts'
import { shownText } from '../support/shown-text.ts'

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge()
})

afterEach(() => closeUnharmed(bridge))

const PREFIX = '[freescout-autolink]'

describe('B1: an issue labelled customer-reported', () => {
  it('an issue labelled customer-reported becomes a ticket with subject, field, note and tag, and gets a comment that names it', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Orders <rejected>', body: 'Since **noon**' })
    const run = await bridge.label(number, 'customer-reported')

    expect(run.exitCode, run.log).toBe(0)
    expect(run.outputs).toMatchObject({
      result: 'created',
      'issue-url': issueUrl(number),
      'conversation-id': '1',
      changes: '["create-ticket","set-tags","comment"]',
    })
    const ticket = bridge.freescout.ticket(1)
    expect(ticket.subject).toBe(`[${HOME}#${number}] Orders <rejected>`)
    expect(bridge.freescout.field(1, 'github_issue_url')).toBe(issueUrl(number))
    expect([...ticket.tags]).toEqual(['_from_github'])
    expect(shownText(bridge.freescout.notes(1)[0] ?? '')).toBe(
      `This ticket was created from GitHub issue ${HOME}#1 “Orders <rejected>”.\nSince **noon**\n${PREFIX}`,
    )
    expect(bridge.github.comments(HOME, number).map(({ body }) => body.split('\n')[0])).toEqual([
      `${PREFIX} FreeScout ticket: ${bridge.freescout.url}/conversation/1`,
    ])
    await bridge.again(() => bridge.label(number, 'customer-reported', { again: true }))
  })

  it('the second look after a creation shows the tags to keep, so no other read precedes the tags', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Orders time out' })
    await bridge.label(number, 'customer-reported')
    const requests = lines(bridge.freescout.log)
    expect(requests.slice(requests.indexOf('POST /api/conversations'))).toEqual([
      'POST /api/conversations',
      'GET /api/conversations',
      'PUT /api/conversations/1/tags',
      'GET /api/conversations/1',
    ])
  })

  it('a linked issue labelled customer-reported puts a note on its ticket', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    const run = await bridge.label(1, 'customer-reported')
    expect(run.outputs).toMatchObject({ result: 'noted', changes: '["add-note"]' })
    expect(bridge.freescout.tickets.size).toBe(1)
    expect(bridge.freescout.notes(id)[0]).toContain('was labelled “customer-reported”.')
    await bridge.again(() => bridge.label(1, 'customer-reported', { again: true }))
  })

  it('a new ticket notifies the agents as ticket.notify says, and never the customer', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Quiet' })
    const config = CONFIG.replace('customer: github@raxx.app', 'customer: github@raxx.app, notify: false')
    await bridge.label(number, 'customer-reported', { inputs: { config } })
    expect(bridge.freescout.tickets.size).toBe(1)
    expect(bridge.freescout.mails).toEqual([])
  })

  it('an issue becomes one ticket even when the answer to the creation was lost', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Lost answer' })
    bridge.freescout.faults.push({
      match: ({ method, path }) => method === 'POST' && path === '/api/conversations',
      trouble: { dropAfter: true },
    })
    const run = await bridge.label(number, 'customer-reported')
    expect(run.outputs, run.log).toMatchObject({ result: 'adopted' })
    expect(bridge.freescout.tickets.size).toBe(1)
    await bridge.again(() => bridge.label(number, 'customer-reported', { again: true }))
  })
})

describe('B2: an issue labelled regression', () => {
  it('an issue labelled regression becomes a ticket tagged bug and regression too', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'It is back' })
    await bridge.label(number, 'regression')
    expect([...bridge.freescout.ticket(1).tags].toSorted()).toEqual(['_from_github', 'bug', 'regression'])
    await bridge.again(() => bridge.label(number, 'regression', { again: true }))
  })

  it('a linked issue labelled regression puts tags and a note on its ticket', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    const run = await bridge.label(1, 'regression')
    expect(run.outputs).toMatchObject({ result: 'noted', changes: '["set-tags","add-note"]' })
    expect([...bridge.freescout.ticket(id).tags].toSorted()).toEqual(['auto-linked', 'bug', 'regression'])
    await bridge.again(() => bridge.label(1, 'regression', { again: true }))
  })
})

describe('B3: an issue labelled needs-customer-confirm', () => {
  it('needs-customer-confirm puts a question on every linked ticket, once for each labelling', async () => {
    const first = bridge.ticket()
    await bridge.dispatch(first)
    const second = bridge.ticket({ tags: [], fields: { github_issue_url: issueUrl(1) } })
    await bridge.dispatch(second)
    const run = await bridge.label(1, 'needs-customer-confirm')
    expect(run.outputs).toMatchObject({ result: 'noted', changes: '["add-note","add-note"]' })
    for (const id of [first, second]) {
      expect(bridge.freescout.notes(id)[0]).toContain('Please ask the customer to confirm the fix.')
    }
    await bridge.again(() => bridge.label(1, 'needs-customer-confirm', { again: true }))

    bridge.github.unlabel(HOME, 1, 'needs-customer-confirm')
    expect((await bridge.label(1, 'needs-customer-confirm')).outputs.changes).toBe('["add-note","add-note"]')
  })

  it('needs-customer-confirm asks only on tickets whose field names this issue', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    const other = bridge.github.addIssue(HOME, { title: 'Another' })
    bridge.freescout.setField(id, 'github_issue_url', issueUrl(other.number))
    const run = await bridge.label(1, 'needs-customer-confirm')
    expect(run.outputs.reason).toBe('not-linked')
    expect(lines(bridge.freescout.log.filter(({ method }) => method !== 'GET'))).toHaveLength(3)
  })

  it('needs-customer-confirm does nothing when no ticket is linked', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Alone' })
    const run = await bridge.label(number, 'needs-customer-confirm')
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'not-linked' })
    expect(lines(bridge.writes())).toEqual([])
  })
})

describe('B4: the label table is configuration', () => {
  it('the configuration can give any label an action', async () => {
    const config = `${CONFIG}labels: { vip: { action: create, tags: [vip] } }\n`
    const { number } = bridge.github.addIssue(HOME, { title: 'Important' })
    await bridge.label(number, 'VIP', { inputs: { config } })
    expect([...bridge.freescout.ticket(1).tags].toSorted()).toEqual(['_from_github', 'vip'])
  })

  it('a label without an action costs no request', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Plain' })
    const run = await bridge.label(number, 'question')
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'label-not-mapped' })
    expect(lines(bridge.writes())).toEqual([])
  })

  it('several mapped labels on one issue make one ticket with all their tags', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Both' })
    bridge.github.label(HOME, number, 'customer-reported')
    await bridge.label(number, 'regression')
    expect(bridge.freescout.tickets.size).toBe(1)
    expect([...bridge.freescout.ticket(1).tags].toSorted()).toEqual(['_from_github', 'bug', 'regression'])
    expect(bridge.freescout.notes(1)).toHaveLength(1)
    await bridge.again(() => bridge.label(number, 'customer-reported', { again: true }))
  })
})

describe('B5: an issue labelled freescout-linked', () => {
  it('an issue labelled freescout-linked never becomes a ticket', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Mine', labels: ['freescout-linked'] })
    const run = await bridge.label(number, 'customer-reported')
    expect(run.outputs).toMatchObject({ result: 'skipped', reason: 'issue-from-ticket' })
    expect(lines(bridge.writes())).toEqual([])
  })
})

describe('B6: an issue that is closed or reopened', () => {
  it.each([
    ['completed', 'closed as completed'],
    ['not_planned', 'closed as not planned'],
    ['duplicate', 'closed as a duplicate'],
  ] as const)(
    'an issue that is closed as %s puts a note on every linked ticket, and leaves its status alone',
    async (reason, words) => {
      const id = bridge.ticket()
      await bridge.dispatch(id)
      bridge.github.closeIssue(HOME, 1, reason)
      const run = await bridge.issueEvent(1, 'closed')
      expect(run.outputs).toMatchObject({ result: 'noted', changes: '["add-note"]' })
      expect(bridge.freescout.notes(id)[0]).toContain(words)
      expect(bridge.freescout.ticket(id).status).toBe('active')
      await bridge.again(() => bridge.issueEvent(1, 'closed'))

      bridge.github.reopenIssue(HOME, 1)
      expect((await bridge.issueEvent(1, 'reopened')).outputs.changes).toBe('["add-note"]')
      expect(bridge.freescout.notes(id)[0]).toContain('reopened')
      await bridge.again(() => bridge.issueEvent(1, 'reopened'))
    },
  )

  it('a closed issue reopens its tickets when the configuration says note-and-reopen', async () => {
    const config = CONFIG.replace(
      'customer: github@raxx.app',
      'customer: github@raxx.app, on-issue-closed: note-and-reopen',
    )
    const id = bridge.ticket()
    await bridge.dispatch(id)
    bridge.freescout.closeTicket(id)
    bridge.github.closeIssue(HOME, 1, 'completed')
    const run = await bridge.issueEvent(1, 'closed', { config })
    expect(run.outputs.changes).toBe('["set-status","add-note"]')
    expect(bridge.freescout.ticket(id).status).toBe('active')
    await bridge.again(() => bridge.issueEvent(1, 'closed', { config }))
  })
})

describe('B7: nothing that is written to FreeScout', () => {
  it('the action mails no customer: it writes no message and no reply, and only new tickets notify agents', async () => {
    const id = bridge.ticket()
    await bridge.dispatch(id)
    const { number } = bridge.github.addIssue(HOME, { title: 'Another' })
    await bridge.label(number, 'customer-reported')
    await bridge.label(1, 'needs-customer-confirm')
    bridge.github.closeIssue(HOME, 1, 'completed')
    await bridge.issueEvent(1, 'closed')

    const posts = bridge.freescout.log.filter(({ method }) => method === 'POST').map(({ body }) => body)
    const types = posts.flatMap(body => {
      const { type, threads } = body as { type: string; threads?: { type: string }[] }
      return threads?.map(thread => thread.type) ?? [type]
    })
    expect(types).toEqual(['note', 'note', 'note', 'note'])
    expect(bridge.freescout.mails.map(({ to }) => to)).not.toContain('customer')
    await bridge.again(() => bridge.issueEvent(1, 'closed'))
  })
})

describe('B9: a ticket made for the issue before', () => {
  it('a mail whose subject looks like that of a created ticket is not taken for one', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Target' })
    bridge.ticket({
      subject: `[${HOME}#${number}] Target`,
      tags: [],
      fields: { github_issue_url: issueUrl(number) },
    })
    const run = await bridge.label(number, 'customer-reported')
    expect(run.outputs).toMatchObject({ result: 'created', 'conversation-id': '2' })
  })
})

describe('The webhook of a ticket born on GitHub', () => {
  it('the webhook of a ticket that was created from an issue completes what is missing, and nothing else', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'Half' })
    bridge.github.faults.push({
      match: ({ method, path }) => method === 'POST' && path.endsWith('/comments'),
      trouble: { answer: { status: 403, body: '{"message":"Forbidden"}' } },
    })
    const run = await bridge.label(number, 'customer-reported')
    expect(run.outputs).toMatchObject({ result: 'failed', changes: '["create-ticket","set-tags"]' })

    const next = await bridge.dispatch(1)
    expect(next.outputs, next.log).toMatchObject({ result: 'updated', changes: '["comment"]' })
    await bridge.again(() => bridge.dispatch(1))
    await bridge.again(() => bridge.label(number, 'customer-reported', { again: true }))
  })
})
