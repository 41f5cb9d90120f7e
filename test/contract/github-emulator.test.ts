import { getOctokit } from '@actions/github'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type GitHubEmulator, type IssueHookEvent, startGitHub } from '../support/github-emulator/index.ts'

const HOME = 'raxx-app/TradeMasterAPI'
const AWAY = 'raxx-app/Billing'

let github: GitHubEmulator
beforeEach(async () => {
  github = await startGitHub({
    now: () => new Date('2026-11-02T12:00:00Z'),
    repositories: [
      { name: HOME, visibility: 'private' },
      { name: AWAY, visibility: 'private' },
    ],
  })
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

type As = { as?: string; redirect?: RequestRedirect }
function ask(
  method: string,
  path: string,
  body?: unknown,
  { as = 'ghs_test', redirect = 'manual' }: As = {},
) {
  return fetch(github.url + path, {
    method,
    redirect,
    headers: { authorization: `token ${as}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}
const numbers = async (path: string) =>
  ((await (await ask('GET', `/repos/${HOME}/issues${path}`)).json()) as { number: number }[]).map(
    ({ number }) => number,
  )

describe('An issue that is not where it was', () => {
  test('a transferred issue answers 301, and the redirect leads to it', async () => {
    github.addIssue(HOME, { title: 'Moves', labels: ['bug'] })
    github.comment(HOME, 1, 'Hello')
    github.transfer(HOME, 1, AWAY)
    const response = await ask('GET', `/repos/${HOME}/issues/1/comments?per_page=5`)
    expect(response.status).toBe(301)
    expect(response.headers.get('location')).toMatch(/\/repositories\/\d+\/issues\/1\/comments\?per_page=5$/)
    const followed = await ask('GET', `/repos/${HOME}/issues/1`, undefined, { redirect: 'follow' })
    expect(await followed.json()).toMatchObject({
      title: 'Moves',
      html_url: `https://github.com/${AWAY}/issues/1`,
    })
    expect(await numbers('?state=all')).toEqual([])
  })

  test('a deleted issue answers 410, and its number is not used again', async () => {
    github.addIssue(HOME, { title: 'Goes' })
    github.deleteIssue(HOME, 1)
    expect((await ask('GET', `/repos/${HOME}/issues/1`)).status).toBe(410)
    expect(github.addIssue(HOME, { title: 'Stays' }).number).toBe(2)
  })
})

describe('Lists', () => {
  test('lists of issues hold pull requests, which share the counter', async () => {
    github.addIssue(HOME, { title: 'Issue' })
    expect(github.addPullRequest(HOME, { title: 'Pull request' }).number).toBe(2)
    const list = await (await ask('GET', `/repos/${HOME}/issues`)).json()
    expect(list).toMatchObject([{ number: 2, pull_request: { merged_at: null } }, { number: 1 }])
    expect((list as object[])[1]).not.toHaveProperty('pull_request')
  })

  test('lists of issues lag when a test asks for it, and reading by number does not', async () => {
    for (const title of ['One', 'Two', 'Three']) github.addIssue(HOME, { title })
    github.staleLists = 2
    expect(await numbers('')).toEqual([1])
    expect((await ask('GET', `/repos/${HOME}/issues/3`)).status).toBe(200)
    github.catchUp()
    expect(await numbers('')).toEqual([3, 2, 1])
    github.freezeLists()
    await ask('POST', `/repos/${HOME}/issues`, { title: 'Four' })
    expect(await numbers('')).toEqual([3, 2, 1])
    github.catchUp()
    expect(await numbers('')).toEqual([4, 3, 2, 1])
  })

  test('lists of issues are filtered and sorted as the query asks', async () => {
    github.addIssue(HOME, {
      title: 'Old',
      labels: ['bug', 'freescout-linked'],
      createdAt: '2026-01-01T00:00:00Z',
    })
    github.addIssue(HOME, { title: 'New', labels: ['bug'], state: 'closed' })
    expect(await numbers('?labels=bug')).toEqual([1])
    expect(await numbers('?labels=BUG&state=all')).toEqual([2, 1])
    expect(await numbers('?labels=bug,freescout-linked&state=all')).toEqual([1])
    expect(await numbers('?state=all&sort=created&direction=asc')).toEqual([1, 2])
    expect(await numbers('?state=all&since=2026-06-01T00:00:00Z')).toEqual([2])
    github.closeIssue(HOME, 1, 'not_planned')
    expect(await numbers('?state=all&since=2026-06-01T00:00:00Z')).toEqual([2, 1])
    expect(await numbers('?state=closed&direction=asc')).toEqual([1, 2])
    expect(await numbers('')).toEqual([])
  })

  test.each([false, true])('Octokit reads all pages of a list (by cursor: %s)', async byCursor => {
    github.cursorPaging = byCursor
    for (let count = 0; count < 5; count++) github.addIssue(HOME, { title: `Issue ${count}` })
    const octokit = getOctokit('ghs_test', { baseUrl: github.url, request: { fetch } })
    const all = await octokit.paginate(octokit.rest.issues.listForRepo, {
      owner: 'raxx-app',
      repo: 'TradeMasterAPI',
      per_page: 2,
    })
    expect(all.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1])
    expect((await ask('GET', `/repos/${HOME}/issues?page=2`)).status).toBe(byCursor ? 422 : 200)
  })
})

describe('The default branch', () => {
  test('the default branch is protected by hand or by rules, and GitHub shows which', async () => {
    const ruleset = { ruleset_source_type: 'Repository', ruleset_source: HOME, ruleset_id: 1 } as const
    github.protectBranch(HOME, { isProtected: false, rules: [{ type: 'non_fast_forward', ...ruleset }] })
    github.protectBranch(AWAY)
    const told = async (path: string) => (await ask('GET', `/repos/${path}`)).json()
    expect(await told(`${HOME}/branches/main`)).toMatchObject({ protected: false })
    expect(await told(`${HOME}/rules/branches/main`)).toMatchObject([{ type: 'non_fast_forward' }])
    expect(await told(`${AWAY}/branches/main`)).toMatchObject({ protected: true })
    expect(await told(`${AWAY}/rules/branches/main`)).toEqual([])
  })
})

describe('Writing', () => {
  test('a write works by the id of a repository, too, as redirects and links have it', async () => {
    const { id } = (await (await ask('GET', `/repos/${HOME}`)).json()) as { id: number }
    expect((await ask('POST', `/repositories/${id}/issues`, { title: 'By id' })).status).toBe(201)
    expect(github.issue(HOME, 1).title).toBe('By id')
  })

  test('GitHub drops the labels of a new issue silently when a test asks for it', async () => {
    github.dropLabels = true
    const response = await ask('POST', `/repos/${HOME}/issues`, { title: 'T', labels: ['bug'] })
    expect(response.status).toBe(201)
    expect(github.issue(HOME, 1).labels).toEqual([])
  })

  test('an issue is there even when the answer was lost', async () => {
    github.faults.push({ match: ({ method }) => method === 'POST', trouble: { dropAfter: true } })
    await expect(ask('POST', `/repos/${HOME}/issues`, { title: 'T' })).rejects.toThrow()
    expect(github.issues(HOME)).toHaveLength(1)
  })
})

describe('Events', () => {
  let events: IssueHookEvent[]
  beforeEach(() => {
    events = []
    github.onIssueEvent(event => events.push(event))
  })

  test('events report to listeners what people do to issues', async () => {
    github.addIssue(HOME, { title: 'T', labels: ['bug'] })
    github.label(HOME, 1, 'customer-reported', { actor: 'maria' })
    github.unlabel(HOME, 1, 'bug')
    github.closeIssue(HOME, 1, 'duplicate')
    github.reopenIssue(HOME, 1)
    const told = events.map(({ action, label }) => (label ? `${action} ${label.name}` : action))
    expect(told).toEqual([
      'opened',
      'labeled bug',
      'labeled customer-reported',
      'unlabeled bug',
      'closed',
      'reopened',
    ])
    expect(events[2]).toMatchObject({
      issue: { number: 1, labels: [{ name: 'bug' }, { name: 'customer-reported' }] },
      repository: { full_name: HOME },
      sender: { login: 'maria', type: 'User' },
    })
    expect(events[4]?.issue).toMatchObject({ state: 'closed', state_reason: 'duplicate' })
  })

  test('no event comes when GITHUB_TOKEN writes, except for a dispatch', async () => {
    const actions: unknown[] = []
    github.onDispatch(({ action, client_payload, sender }) =>
      actions.push([action, client_payload, sender.login]),
    )
    await ask('POST', `/repos/${HOME}/issues`, { title: 'T', labels: ['bug'] })
    await ask('POST', `/repos/${HOME}/dispatches`, { event_type: 'freescout', client_payload: { number: 7 } })
    expect(events).toEqual([])
    expect(actions).toEqual([['freescout', { number: 7 }, 'github-actions[bot]']])
    expect(github.dispatches).toEqual([
      { repository: HOME, event_type: 'freescout', client_payload: { number: 7 } },
    ])
  })

  test('events come when an App writes', async () => {
    const permissions = { issues: 'write' } as const
    github.addToken({ token: 'ghs_app', login: 'linker[bot]', type: 'Bot', permissions })
    await ask('POST', `/repos/${HOME}/issues`, { title: 'T' }, { as: 'ghs_app' })
    expect(events).toMatchObject([{ action: 'opened', sender: { login: 'linker[bot]' } }])
  })
})
