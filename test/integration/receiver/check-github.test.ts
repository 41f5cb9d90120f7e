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

describe('--check judges the App', () => {
  it.each([
    [
      'the key of another',
      { GITHUB_APP_PRIVATE_KEY: OTHER_KEY },
      /\(401\): GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY/,
    ],
    ['another App', { GITHUB_APP_ID: '13' }, /\(401\): GITHUB_APP_ID and/],
    [
      'a repository it is not installed on',
      { GITHUB_REPOSITORY: 'raxx-app/other' },
      /\(422\): the App is not inst/,
    ],
  ])('%s', async (_what, changes, said) => {
    const { code, line } = await checked({ ...AS_APP, ...changes })
    expect(code).toBe(1)
    expect(line('GitHub App')).toMatch(said)
    expect(line('GitHub App')).toMatch(/^✗/)
    for (const name of ['Repository', 'Right to dispatch', 'Workflow'])
      expect(line(name)).toMatch(/^– .*: not checked: see above$/)
  })

  it('that was not granted the right', async () => {
    await restart({ app: { ...APP, permissions: { metadata: 'read', contents: 'read' } } })
    const { code, line } = await checked(AS_APP)
    expect(code).toBe(1)
    expect(line('GitHub App')).toMatch(/^✗ .*\(422\): .* was not granted Contents: write$/)
  })
})

describe('--check judges the token and the repository', () => {
  it('a token that GitHub does not know', async () => {
    const { code, line } = await checked({ GITHUB_TOKEN: 'github_pat_unknown' })
    expect(code).toBe(1)
    expect(line('Repository')).toMatch(
      /^✗ .*: GitHub refuses the token \(401\) → Set a new one in GITHUB_TOKEN\.$/,
    )
    expect(line('Workflow')).toBe('– Workflow: not checked: see above')
  })

  it('a repository that the token does not see', async () => {
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
      'an installation without files',
      'Bot',
      'ghs_none',
      { metadata: 'read' },
      /: the token may not even read files → Give/,
    ],
  ] as const)('%s', async (_what, type, token, permissions, said) => {
    github.addToken({ token, login: 'somebody', type, permissions })
    const { code, line } = await checked({ GITHUB_TOKEN: token })
    expect(code).toBe(1)
    expect(line('Right to dispatch')).toMatch(/^✗/)
    expect(line('Right to dispatch')).toMatch(said)
  })

  it('an installation’s token, of which GitHub never says that it may write', async () => {
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
    'the scopes "%s" of a classic token and a repository that is %s',
    async (scopes, visibility, isEnough) => {
      garble({ visibility }, { 'x-oauth-scopes': scopes })
      const { code, line } = await checked()
      expect(line('Right')?.[0]).toBe(isEnough ? '✓' : '✗')
      expect(code).toBe(isEnough ? 0 : 1)
      if (!isEnough) expect(line('Right')).toContain(`scopes (${scopes || 'none'}) do not include it`)
    },
  )

  it('a wide scope in the hands of somebody who may only read', async () => {
    garble({ permissions: { admin: false, push: false, pull: true } }, { 'x-oauth-scopes': 'repo' })
    expect((await checked()).line('Right')).toMatch(/^✗ .*: the owner of the token may not write/)
  })

  it('a repository that is archived', async () => {
    garble({ archived: true })
    const { code, line } = await checked()
    expect(code).toBe(1)
    expect(line('Repository')).toMatch(/^✗ .*: it is archived, .* → Unarchive it/)
  })

  it.each([
    ['renamed', 301, {}, /it has another name now → Set GITHUB_REPOSITORY/],
    ['forbidden', 403, { body: '{"message":"Forbidden"}' }, /GitHub does not allow it to the token \(403\)/],
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
    ['limited, as it is newer', 429, {}, /GitHub limits the token's calls now \(429\) → Try again/],
    ['in trouble', 502, {}, /GitHub has trouble \(502\) → Try again later/],
    [
      'no API',
      200,
      { body: '<!doctype html>' },
      /this is no answer about a repository \(200\) → Set GITHUB_API_URL/,
    ],
    ['another API', 200, { body: 'null' }, /this is no answer about a repository \(200\)/],
    ['odd', 418, {}, /this is no answer about a repository \(418\)/],
  ])('an answer that is %s', async (_what, status, more, said) => {
    answer(status, more)
    const { code, line } = await checked()
    expect(code).toBe(1)
    expect(line('Repository')).toMatch(said)
    expect(line('Repository')).toMatch(/^✗/)
  })

  it('the token goes nowhere but to the API', async () => {
    answer(301, { headers: { location: `${github.url}/elsewhere` } })
    await checked()
    expect(github.log.map(({ path }) => path)).toEqual([`/repos/${REPOSITORY}`])
  })

  it('no answer', async () => {
    const gone = await startGitHub()
    await gone.close()
    const { code, line } = await checked({ GITHUB_API_URL: gone.url })
    expect(code).toBe(1)
    expect(line('Repository')).toMatch(
      /^✗ .*: GitHub gave no answer \(ECONNREFUSED\) → Check the connection to/,
    )
  })
})

describe('--check judges the workflow', () => {
  const OTHER = 'on: push\njobs: {}\n'

  it('that listens under another name, among others', async () => {
    github.setFile(REPOSITORY, PATH, OTHER)
    github.setFile(REPOSITORY, '.github/workflows/tickets#1.yaml', WORKFLOW)
    github.setFile(REPOSITORY, '.github/workflows/README.md', 'repository_dispatch')
    expect((await checked()).line('Workflow')).toMatch(
      /^✓ Workflow: \.github\/workflows\/tickets#1\.yaml on main starts/,
    )
  })

  it('of the usual name is read first, and nothing else once it listens', async () => {
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

  it('that listens to something else', async () => {
    github.setFile(REPOSITORY, PATH, WORKFLOW.replace('[freescout]', '[deploy]'))
    const { code, line } = await checked()
    expect(code).toBe(1)
    expect(line('Workflow')).toBe(
      '✗ Workflow: no workflow on main starts on repository_dispatch, type freescout → Put .github/workflows/freescout-sync.yml on main: dispatches start workflows there only.',
    )
  })

  it('that is written in a way that can’t be told', async () => {
    github.setFile(REPOSITORY, PATH, 'on: [repository_dispatch')
    const { code, line } = await checked()
    expect(code).toBe(0)
    expect(line('Workflow')).toMatch(
      /^– .*not checked: \.github\/workflows\/freescout-sync\.yml on main could not be read/,
    )
  })

  it('that is not there', async () => {
    await restart()
    const { code, line } = await checked({ GITHUB_TOKEN: 'ghs_test' })
    expect(code).toBe(1)
    expect(line('Workflow')).toMatch(/^✗/)
  })

  it.each([
    ['is forbidden', 403, '{}', /^– Workflow: not checked: the token may not read files$/],
    ['fails', 500, '{}', /^– Workflow: not checked: GitHub has trouble \(500\)$/],
    ['is no listing', 200, '<html>', /^✗ Workflow: no workflow on main/],
  ])('whose listing %s', async (_what, status, body, said) => {
    github.faults.push({
      match: ({ path }) => path.includes('/contents/.github/workflows?'),
      trouble: { answer: { status, body } },
    })
    expect((await checked()).line('Workflow')).toMatch(said)
  })
})
