import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Bridge, CONFIG, closeUnharmed, HOME, issueUrl, startBridge } from '../support/bridge.ts'
import { runInProcess } from '../support/in-process.ts'

const OTHER = 'raxx-app/billing'
const FIELD = 'github_issue_url'
const LINKABLE = `${CONFIG}issue: { allowed: [${OTHER}] }\n`
const ROUTED = `${CONFIG}criteria: { tags: [bug, billing] }\nissue: { routes: [{ when: { tag: billing }, repository: ${OTHER} }] }\n`

let bridge: Bridge

beforeEach(async () => {
  bridge = await startBridge({ repositories: [HOME, OTHER] })
})

afterEach(() => closeUnharmed(bridge))

const sweep = (config: string) => runInProcess(bridge, { name: 'schedule' }, { config })
const syncTicket = (id: number, config: string) =>
  runInProcess(bridge, { name: 'workflow_dispatch' }, { config, command: 'sync', conversation: String(id) })

/** A linked, closed ticket of the home repository, whose closing nobody has announced. */
async function closedTicket(config: string): Promise<number> {
  const id = bridge.ticket()
  await syncTicket(id, config)
  bridge.freescout.closeTicket(id)
  return id
}

/** A ticket that somebody linked by hand; its link is not complete. */
function linkedByHand(tags: string[] = []): number {
  const { number } = bridge.github.addIssue(HOME, { title: 'Known' })
  return bridge.ticket({ tags, fields: { [FIELD]: issueUrl(number) } })
}

/** From now on the token sees the home repository only. */
function hideTheOther(): void {
  bridge.github.addToken({
    token: 'ghs_test',
    login: 'github-actions[bot]',
    type: 'Bot',
    permissions: { metadata: 'read', contents: 'write', issues: 'write' },
    repositories: [HOME],
  })
  bridge.forget()
}

/** The requests to FreeScout's lists for tickets with this tag are refused. */
function refuseTag(tag: string): void {
  bridge.freescout.faults.push({
    match: ({ path }) => path.includes(`tag=${tag}&`),
    times: Number.POSITIVE_INFINITY,
    trouble: { answer: { status: 400, body: '{}' } },
  })
}

const announcements = (number: number) =>
  bridge.github.comments(HOME, number).filter(({ body }) => body.includes('resolved'))

describe('A sweep of which one list can’t be read', () => {
  it('a link to a repository that the token can’t see keeps no closing in another one from being announced', async () => {
    const { number } = bridge.github.addIssue(OTHER, { title: 'Bills are wrong' })
    const elsewhere = bridge.ticket({ tags: [], fields: { [FIELD]: issueUrl(number).replace(HOME, OTHER) } })
    await syncTicket(elsewhere, LINKABLE)
    bridge.freescout.closeTicket(elsewhere)
    await closedTicket(LINKABLE)
    hideTheOther()
    const run = await sweep(LINKABLE)
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain(
      '::error::Some lists could not be read, so the next sweep reads them again. ' +
        `GitHub answered "not found" (404): could not list the comments of ${OTHER}.`,
    )
    expect(announcements(1), run.log).toHaveLength(1)
    bridge.forget()
    expect((await sweep(LINKABLE)).exitCode).toBe(1)
    expect(bridge.writes()).toEqual([])
  })

  it('a repository of a route that the token can’t see keeps no closing from being announced', async () => {
    await closedTicket(ROUTED)
    hideTheOther()
    const run = await sweep(ROUTED)
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain(`could not list the issues of ${OTHER}`)
    expect(announcements(1), run.log).toHaveLength(1)
  })

  it('a list of tickets that fails keeps a link in another list from nothing', async () => {
    refuseTag('feature_request')
    const id = linkedByHand()
    const run = await sweep(CONFIG)
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain('FreeScout refused the request (400): could not list the tickets.')
    expect([...bridge.freescout.ticket(id).tags], run.log).toEqual(['auto-linked'])
  })

  it('what the pages of a list before the failed one show is done', async () => {
    const id = linkedByHand(['bug'])
    const others = Array.from({ length: 100 }, (_, at) => bridge.ticket({ subject: `Old ${at}` }))
    for (const other of others) bridge.freescout.setField(other, FIELD, 'none')
    bridge.freescout.faults.push({
      match: ({ path }) => path.includes('page=2&') || path.includes('updatedSince'),
      times: Number.POSITIVE_INFINITY,
      trouble: { answer: { status: 400, body: '{}' } },
    })
    const run = await sweep(CONFIG)
    expect(run.exitCode).toBe(1)
    expect([...bridge.freescout.ticket(id).tags], run.log).toEqual(['bug', 'auto-linked'])
  })

  it('nothing is created while a list is missing, because it may show more than max-new', async () => {
    refuseTag('feature_request')
    const id = bridge.ticket()
    const run = await sweep(CONFIG)
    expect(run.exitCode).toBe(1)
    expect(run.log).toContain(
      "This sweep would create 1 ticket or issue, but it could not read all lists. So it can't tell whether " +
        'there are more than max-new (20), and it created none of them.',
    )
    expect(bridge.github.issues(HOME)).toEqual([])
    bridge.freescout.faults.length = 0
    await sweep(CONFIG)
    expect(bridge.freescout.field(id, FIELD)).toBe(issueUrl(1))
  })

  it('no issue gets a ticket while a list of tickets fails, because a ticket in it may name the issue', async () => {
    const { number } = bridge.github.addIssue(HOME, { title: 'It is back' })
    bridge.github.label(HOME, number, 'regression')
    bridge.ticket({ tags: ['_from_github'], fields: { [FIELD]: issueUrl(number) } })
    refuseTag('_from_github')
    const run = await sweep(CONFIG)
    expect(run.exitCode).toBe(1)
    expect(bridge.freescout.tickets.size, run.log).toBe(1)
  })

  it('a linked issue that was closed is announced on its ticket while a list of tickets fails', async () => {
    const id = bridge.ticket()
    await syncTicket(id, CONFIG)
    bridge.github.closeIssue(HOME, 1, 'completed')
    refuseTag('feature_request')
    const run = await sweep(CONFIG)
    expect(run.exitCode).toBe(1)
    expect(bridge.freescout.notes(id)[0], run.log).toContain('closed as completed')
  })

  it('a list of issues that fails keeps a link by hand from nothing', async () => {
    const id = linkedByHand()
    bridge.github.faults.push({
      match: ({ path }) => path.includes('labels=regression'),
      times: Number.POSITIVE_INFINITY,
      trouble: { answer: { status: 404, body: '{"message":"Not Found"}' } },
    })
    const run = await sweep(CONFIG)
    expect(run.exitCode).toBe(1)
    expect([...bridge.freescout.ticket(id).tags], run.log).toEqual(['auto-linked'])
  })
})
