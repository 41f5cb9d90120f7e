import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { startGitHub } from '../../support/github-emulator/index.ts'
import {
  APP,
  AS_APP,
  answer,
  checked,
  garble,
  github,
  OTHER_KEY,
  PATH,
  REPOSITORY,
  restart,
  WORKFLOW,
} from '../../support/receiver-check.ts'

describe('--check of the App', () => {
  it.each([
    [
      'the key of another App',
      { GITHUB_APP_PRIVATE_KEY: OTHER_KEY },
      /\(401\): GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY/,
    ],
    ['the id of another App', { GITHUB_APP_ID: '13' }, /\(401\): GITHUB_APP_ID and/],
    [
      'a repository it is not installed on',
      { GITHUB_REPOSITORY: 'raxx-app/other' },
      /\(422\): the App is not inst/,
    ],
  ])('--check refuses an App with %s', async (_what, changes, said) => {
    const { code, line } = await checked({ ...AS_APP, ...changes })
    expect(code).toBe(1)
    expect(line('GitHub App')).toMatch(said)
    expect(line('GitHub App')).toMatch(/^✗/)
    for (const name of ['Repository', 'Right to dispatch', 'Workflow'])
      expect(line(name)).toMatch(/^– .*: not checked: see above$/)
  })

  it('--check refuses an App that was not granted the right', async () => {
    await restart({ app: { ...APP, permissions: { metadata: 'read', contents: 'read' } } })
    const { code, line } = await checked(AS_APP)
    expect(code).toBe(1)
    expect(line('GitHub App')).toMatch(/^✗ .*\(422\): .* was not granted Contents: write$/)
  })
})

describe('--check of the token and the repository', () => {
  it('--check refuses a token that GitHub does not know', async () => {
    const { code, line } = await checked({ GITHUB_TOKEN: 'github_pat_unknown' })
    expect(code).toBe(1)
    expect(line('Repository')).toMatch(
      /^✗ .*: GitHub refuses the token \(401\) → Set a new one in GITHUB_TOKEN\.$/,
    )
    expect(line('Workflow')).toBe('– Workflow: not checked: see above')
  })

  it('--check refuses a repository that the token does not cover', async () => {
    const token = 'github_pat_elsewhere'
    const permissions = { contents: 'write' } as const
    github.addToken({ token, login: 'octo-dev', type: 'User', permissions, repositories: ['raxx-app/other'] })
    const { code, line } = await checked({ GITHUB_TOKEN: token })
    expect(code).toBe(1)
    expect(line('Repository')).toMatch(
      /^✗ Repository raxx-app\/TradeMasterAPI: it does not exist, or the token does not cover it/,
    )
  })

  it.each([
    [
      'no right at all',
      'User',
      'github_pat_none',
      { metadata: 'read' },
      /: the owner of the token may not write/,
    ],
    [
      'a right to read only',
      'User',
      'ghp_reader',
      { contents: 'read' },
      /: the owner of the token may not write/,
    ],
    [
      'no right to files, of an installation',
      'Bot',
      'ghs_none',
      { metadata: 'read' },
      /: the token may not even read files → Give/,
    ],
  ] as const)('--check refuses a token with %s', async (_what, type, token, permissions, said) => {
    github.addToken({ token, login: 'somebody', type, permissions })
    const { code, line } = await checked({ GITHUB_TOKEN: token })
    expect(code).toBe(1)
    expect(line('Right to dispatch')).toMatch(/^✗/)
    expect(line('Right to dispatch')).toMatch(said)
  })

  it('--check can’t check an installation’s token, because GitHub does not say whether it may write', async () => {
    github.addToken({
      token: 'ghs_reader',
      login: 'app[bot]',
      type: 'Bot',
      permissions: { contents: 'read' },
    })
    const { code, line } = await checked({ GITHUB_TOKEN: 'ghs_reader' })
    expect(code).toBe(0)
    expect(line('Right to dispatch')).toMatch(/^– .*: not checked: GitHub does not say/)
  })

  it.each([
    ['gist', 'private', false],
    ['', 'private', false],
    ['public_repo', 'private', false],
    ['public_repo', 'internal', false],
    ['public_repo', 'public', true],
    ['repo', 'internal', true],
  ])(
    '--check judges the scopes "%s" of a classic token for a repository that is %s',
    async (scopes, visibility, isEnough) => {
      garble({ visibility }, { 'x-oauth-scopes': scopes })
      const { code, line } = await checked()
      expect(line('Right')?.[0]).toBe(isEnough ? '✓' : '✗')
      expect(code).toBe(isEnough ? 0 : 1)
      if (!isEnough) expect(line('Right')).toContain(`scopes (${scopes || 'none'}) do not include it`)
    },
  )

  it('--check refuses a wide scope of a user who may only read', async () => {
    garble({ permissions: { admin: false, push: false, pull: true } }, { 'x-oauth-scopes': 'repo' })
    expect((await checked()).line('Right')).toMatch(/^✗ .*: the owner of the token may not write/)
  })

  it('--check refuses an archived repository', async () => {
    garble({ archived: true })
    const { code, line } = await checked()
    expect(code).toBe(1)
    expect(line('Repository')).toMatch(/^✗ .*: it is archived, .* → Unarchive it/)
  })

  it.each([
    ['renamed', 301, {}, /it has another name now → Set GITHUB_REPOSITORY/],
    ['forbidden', 403, { body: '{"message":"Forbidden"}' }, /GitHub does not let the token do this \(403\)/],
    [
      'behind single sign-on',
      403,
      { headers: { 'x-github-sso': 'required; url=x' } },
      /single sign-on .* → Authorise/,
    ],
    [
      'limited',
      403,
      { body: '{"message":"API rate limit exceeded"}' },
      /GitHub limits the token's calls now \(403\)/,
    ],
    [
      'limited, by a header',
      403,
      { headers: { 'retry-after': '60' } },
      /GitHub limits the token's calls now \(403\)/,
    ],
    ['limited, by status 429', 429, {}, /GitHub limits the token's calls now \(429\) → Try again/],
    ['in trouble', 502, {}, /GitHub is not working right now \(502\) → Try again later/],
    [
      'no API',
      200,
      { body: '<!doctype html>' },
      /this is no answer about a repository \(200\) → Set GITHUB_API_URL/,
    ],
    ['another API', 200, { body: 'null' }, /this is no answer about a repository \(200\)/],
    ['odd', 418, {}, /this is no answer about a repository \(418\)/],
  ])('--check explains an answer that is %s', async (_what, status, more, said) => {
    answer(status, more)
    const { code, line } = await checked()
    expect(code).toBe(1)
    expect(line('Repository')).toMatch(said)
    expect(line('Repository')).toMatch(/^✗/)
  })

  it('--check follows no redirect, so the token only goes to the API', async () => {
    answer(301, { headers: { location: `${github.url}/elsewhere` } })
    await checked()
    expect(github.log.map(({ path }) => path)).toEqual([`/repos/${REPOSITORY}`])
  })

  it('--check explains a missing answer', async () => {
    const gone = await startGitHub()
    await gone.close()
    const { code, line } = await checked({ GITHUB_API_URL: gone.url })
    expect(code).toBe(1)
    expect(line('Repository')).toMatch(
      /^✗ .*: GitHub gave no answer \(ECONNREFUSED\) → Check the connection to/,
    )
  })
})

describe('--check of the workflow', () => {
  const OTHER = 'on: push\njobs: {}\n'

  it('--check finds a workflow with another name among others', async () => {
    github.setFile(REPOSITORY, PATH, OTHER)
    github.setFile(REPOSITORY, '.github/workflows/tickets#1.yaml', WORKFLOW)
    github.setFile(REPOSITORY, '.github/workflows/README.md', 'repository_dispatch')
    expect((await checked()).line('Workflow')).toMatch(
      /^✓ Workflow: \.github\/workflows\/tickets#1\.yaml on main starts/,
    )
  })

  it('--check reads the workflow of the usual name first, and no other when it starts on dispatches', async () => {
    await restart()
    github.setFile(REPOSITORY, '.github/workflows/ci.yml', OTHER)
    github.setFile(REPOSITORY, '.github/workflows/README.md', 'repository_dispatch')
    github.setFile(REPOSITORY, PATH, WORKFLOW)
    await checked({ GITHUB_TOKEN: 'ghs_test' })
    const read = () => github.log.map(({ path }) => path.split('/').at(-1)).slice(2)
    expect(read()).toEqual(['freescout-sync.yml?ref=main'])
    github.setFile(REPOSITORY, PATH, OTHER)
    github.log.length = 0
    await checked({ GITHUB_TOKEN: 'ghs_test' })
    expect(read()).toEqual(['freescout-sync.yml?ref=main', 'ci.yml?ref=main'])
  })

  it('--check refuses a workflow that starts on something else', async () => {
    github.setFile(REPOSITORY, PATH, WORKFLOW.replace('[freescout]', '[deploy]'))
    const { code, line } = await checked()
    expect(code).toBe(1)
    expect(line('Workflow')).toBe(
      '✗ Workflow: no workflow on main starts on repository_dispatch, type freescout → Put .github/workflows/freescout-sync.yml on main: dispatches only start workflows there.',
    )
  })

  it('--check refuses the workflow with a queue on GitHub Enterprise Server, and takes the one for it', async () => {
    const enterprise = { GITHUB_API_URL: `${github.url}/api/v3` }
    const { code, line } = await checked(enterprise)
    expect(code).toBe(1)
    expect(line('Workflow')).toBe(
      `✗ Workflow: the concurrency of ${PATH} on main has the key "queue", which GitHub Enterprise Server does not know: it refuses the file, and nothing runs → Remove that line, or use https://github.com/freescout-autolink/freescout-autolink/blob/v1/docs/freescout-sync.ghes.yml.`,
    )
    github.setFile(REPOSITORY, PATH, readFileSync('docs/freescout-sync.ghes.yml', 'utf8'))
    expect((await checked(enterprise)).line('Workflow')).toMatch(
      /^✓ Workflow: .*freescout-sync\.yml on main starts/,
    )
  })

  it('--check can’t check a workflow that is not valid YAML', async () => {
    github.setFile(REPOSITORY, PATH, 'on: [repository_dispatch')
    const { code, line } = await checked()
    expect(code).toBe(0)
    expect(line('Workflow')).toMatch(
      /^– .*not checked: \.github\/workflows\/freescout-sync\.yml on main could not be read/,
    )
  })

  it('--check refuses a repository without the workflow', async () => {
    await restart()
    const { code, line } = await checked({ GITHUB_TOKEN: 'ghs_test' })
    expect(code).toBe(1)
    expect(line('Workflow')).toMatch(/^✗/)
  })

  it.each([
    ['is forbidden', 403, '{}', /^– Workflow: not checked: the token may not read files$/],
    ['fails', 500, '{}', /^– Workflow: not checked: GitHub is not working right now \(500\)$/],
    ['is no listing', 200, '<html>', /^✗ Workflow: no workflow on main/],
  ])('--check explains a listing of the workflows that %s', async (_what, status, body, said) => {
    github.faults.push({
      match: ({ path }) => path.includes('/contents/.github/workflows?'),
      trouble: { answer: { status, body } },
    })
    expect((await checked()).line('Workflow')).toMatch(said)
  })
})
