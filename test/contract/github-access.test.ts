import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type GitHubEmulator, startGitHub } from '../support/github-emulator/index.ts'

const HOME = 'raxx-app/TradeMasterAPI'
const OPEN = 'raxx-app/Docs'
const NOON = new Date('2026-11-02T12:00:00Z')

let github: GitHubEmulator
beforeEach(async () => {
  github = await startGitHub({
    now: () => NOON,
    repositories: [
      { name: HOME, visibility: 'private' },
      { name: OPEN, visibility: 'public' },
    ],
  })
})
afterEach(async () => {
  await github.close()
  expect(github.violations).toEqual([])
})

/** `as` is the token's secret; `null` asks without one. */
function ask(method: string, path: string, body?: unknown, { as = 'ghs_test' }: { as?: string | null } = {}) {
  return fetch(github.url + path, {
    method,
    headers: as === null ? {} : { authorization: `token ${as}` },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
}

describe('What a token may do', () => {
  beforeEach(() => {
    const permissions = { metadata: 'read', issues: 'read' } as const
    github.addToken({ token: 'ghs_reader', login: 'reader[bot]', type: 'Bot', permissions })
    github.addToken({
      token: 'github_pat_docs',
      login: 'docs-writer',
      type: 'User',
      permissions: { issues: 'write' },
      repositories: [OPEN],
    })
  })

  test.each([
    ['a bot that may only read issues', 'ghs_reader', `/repos/${HOME}/issues`, { title: 'T' }, 'integration'],
    ['a bot without contents', 'ghs_reader', `/repos/${HOME}/dispatches`, { event_type: 'x' }, 'integration'],
    [
      'a person without contents',
      'github_pat_docs',
      `/repos/${OPEN}/dispatches`,
      { event_type: 'x' },
      'personal access token',
    ],
  ])('GitHub refuses %s', async (_who, as, path, body, who) => {
    const response = await ask('POST', path, body, { as })
    expect(response.status).toBe(403)
    expect(await response.json()).toMatchObject({ message: `Resource not accessible by ${who}` })
    expect(response.headers.get('x-accepted-github-permissions')).toMatch(/=write$/)
    expect([github.issues(HOME), github.dispatches]).toEqual([[], []])
  })

  test('a private repository that it was not given does not exist', async () => {
    expect((await ask('GET', `/repos/${HOME}`, undefined, { as: 'github_pat_docs' })).status).toBe(404)
    expect((await ask('GET', `/repos/${HOME}`, undefined, { as: null })).status).toBe(404)
  })

  test('anybody reads a public repository, nobody writes to it without a token', async () => {
    expect((await ask('GET', `/repos/${OPEN}/issues`, undefined, { as: null })).status).toBe(200)
    expect((await ask('POST', `/repos/${OPEN}/issues`, { title: 'T' }, { as: null })).status).toBe(401)
  })

  test('visibility can change', async () => {
    github.setVisibility(OPEN, 'internal')
    const told = await (await ask('GET', `/repos/${OPEN}`)).json()
    expect(told).toMatchObject({ private: true, visibility: 'internal', permissions: { push: true } })
  })

  test('what GITHUB_TOKEN writes is by github-actions[bot], who is nobody to the repository', async () => {
    await ask('POST', `/repos/${HOME}/issues`, { title: 'T' })
    expect(github.issue(HOME, 1)).toMatchObject({ author: 'github-actions[bot]', association: 'NONE' })
  })
})

describe('Limits', () => {
  test('every answer tells the time and what is left', async () => {
    github.clock.advance(60_000)
    const { headers } = await ask('GET', `/repos/${HOME}`)
    expect(headers.get('date')).toBe('Mon, 02 Nov 2026 12:01:00 GMT')
    expect(headers.get('x-ratelimit-remaining')).toBe('4999')
    await ask('GET', '/rate_limit')
    expect(github.rateLimit).toMatchObject({ remaining: 4999, used: 1 })
  })

  test('nothing goes once the limit is used up, until the reset', async () => {
    github.rateLimit.remaining = 0
    const refused = await ask('POST', `/repos/${HOME}/issues`, { title: 'T' })
    expect(refused.status).toBe(403)
    expect(refused.headers.get('x-ratelimit-remaining')).toBe('0')
    expect(refused.headers.get('x-ratelimit-reset')).toBe(String(NOON.getTime() / 1000 + 3600))
    github.clock.advance(3_600_000)
    expect((await ask('POST', `/repos/${HOME}/issues`, { title: 'T' })).status).toBe(201)
    expect(github.issues(HOME)).toHaveLength(1)
  })

  test.each([
    [{}, 403, null],
    [{ retryAfter: 30, status: 429 as const }, 429, '30'],
  ])('the secondary limit refuses once: %o', async (limit, status, retryAfter) => {
    github.secondaryLimit(limit)
    const refused = await ask('GET', `/repos/${HOME}`)
    expect(refused.status).toBe(status)
    expect(refused.headers.get('retry-after')).toBe(retryAfter)
    expect(refused.headers.get('x-ratelimit-remaining')).not.toBe('0')
    expect(await refused.json()).toMatchObject({ message: expect.stringContaining('secondary rate limit') })
    expect((await ask('GET', `/repos/${HOME}`)).status).toBe(200)
  })
})
