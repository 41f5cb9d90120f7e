import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { check } from '../../receiver/check.ts'
import { createHttpsFetch } from '../../receiver/https.ts'
import { type GitHubEmulator, type GitHubOptions, startGitHub } from '../emulator/github/index.ts'
import { SECRET } from './support.ts'

const REPOSITORY = 'raxx-app/TradeMasterAPI'
const FINE = `github_pat_11ABC${'x'.repeat(70)}`
const WORKFLOW = readFileSync(new URL('../../.github/workflows/freescout-sync.yml', import.meta.url), 'utf8')
const PATH = '.github/workflows/freescout-sync.yml'

const pair = generateKeyPairSync('rsa', { modulusLength: 2048 })
const KEY = String(pair.privateKey.export({ type: 'pkcs1', format: 'pem' }))
const OTHER_KEY = String(
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }),
)
const APP = {
  id: 12,
  clientId: 'Iv23abc',
  slug: 'linker',
  publicKey: String(pair.publicKey.export({ type: 'spki', format: 'pem' })),
  installationId: 34,
  permissions: { metadata: 'read', contents: 'write' },
} satisfies GitHubOptions['app']
const AS_APP = {
  GITHUB_TOKEN: '',
  GITHUB_APP_ID: '12',
  GITHUB_APP_PRIVATE_KEY: KEY,
  GITHUB_APP_INSTALLATION_ID: '34',
}

let github: GitHubEmulator
beforeEach(async () => {
  github = await startGitHub({ app: APP })
  github.setFile(REPOSITORY, PATH, WORKFLOW)
  github.addToken({
    token: FINE,
    login: 'octo-dev',
    type: 'User',
    permissions: { metadata: 'read', contents: 'write' },
  })
})
afterEach(async () => {
  const sent = github.log.filter(({ method }) => method !== 'GET').map(({ path }) => path)
  expect(sent.filter(path => path !== '/app/installations/34/access_tokens')).toEqual([])
  expect(github.dispatches).toEqual([])
  expect(github.violations).toEqual([])
  await github.close()
})

function environment(changes: Record<string, string> = {}): Record<string, string> {
  return {
    FLAG_FREESCOUT_GITHUB_AUTOLINK: 'true',
    FREESCOUT_WEBHOOK_SECRET: SECRET,
    GITHUB_REPOSITORY: REPOSITORY,
    GITHUB_TOKEN: FINE,
    GITHUB_API_URL: github.url,
    ...changes,
  }
}

/** What `--check` says and ends with. No line may hold a secret. */
async function checked(changes: Record<string, string> = {}) {
  const env = environment(changes)
  const lines: string[] = []
  const code = await check({ env, fetch: createHttpsFetch(), say: line => lines.push(line) })
  const text = lines.join('\n')
  for (const secret of [
    ...(env.FREESCOUT_WEBHOOK_SECRET ?? '').split(','),
    env.GITHUB_TOKEN,
    'PRIVATE KEY---',
  ])
    if (secret) expect(text).not.toContain(secret)
  return { code, lines, line: (name: string) => lines.find(line => line.slice(2).startsWith(name)) }
}

/** The next answer about the repository itself, changed. */
function garble(change: object, headers: Record<string, string> = {}): void {
  github.faults.push({
    match: ({ path }) => path === `/repos/${REPOSITORY}`,
    trouble: {
      garble: body => ({ body: JSON.stringify({ ...(JSON.parse(body) as object), ...change }), headers }),
    },
  })
}

/** The next answer about the repository itself is this instead. */
function answer(status: number, { headers = {}, body = '{}' } = {}): void {
  github.faults.push({
    match: ({ path }) => path === `/repos/${REPOSITORY}`,
    trouble: { answer: { status, headers, body } },
  })
}

describe('--check says that all is well', () => {
  it('with a GitHub App, whose right is known', async () => {
    const { code, lines } = await checked(AS_APP)
    expect(lines.map(line => line.replace(github.url, '<api>'))).toEqual([
      '✓ FLAG_FREESCOUT_GITHUB_AUTOLINK: on',
      '✓ FREESCOUT_WEBHOOK_SECRET: it looks like one of FreeScout’s',
      '✓ GITHUB_REPOSITORY: raxx-app/TradeMasterAPI',
      '✓ GITHUB_API_URL: <api>',
      '✓ GITHUB_APP_ID: 12, installation 34, with a key',
      '✓ FREESCOUT_EVENTS: those that can matter (default)',
      '✓ FREESCOUT_MAILBOX_IDS: every mailbox (default)',
      '✓ FREESCOUT_ISSUE_FIELD: github_issue_url (default)',
      '✓ MAX_DISPATCHES_PER_MINUTE: 120 (default)',
      '✓ HOST, PORT: all interfaces, 8080 (default)',
      '✓ GitHub App: it gets tokens for raxx-app/TradeMasterAPI alone, with Contents: write',
      '✓ Repository raxx-app/TradeMasterAPI: private, default branch main',
      '✓ Right to dispatch: the App’s token has it: Contents: write',
      '✓ Workflow: .github/workflows/freescout-sync.yml on main starts on repository_dispatch, type freescout',
      'Nothing is wrong.',
    ])
    expect(code).toBe(0)
  })

  it('with a fine-grained token, but for what GitHub does not tell', async () => {
    const { code, lines, line } = await checked()
    expect(code).toBe(0)
    expect(line('GITHUB_TOKEN')).toBe('✓ GITHUB_TOKEN: set')
    expect(line('Right to dispatch')).toBe(
      '– Right to dispatch: not checked: GitHub does not tell what such a token may write before it is tried → Look for Contents: read and write in its settings at GitHub.',
    )
    expect(lines.filter(line => !line.startsWith('✓'))).toHaveLength(2)
    expect(lines.at(-1)).toBe('Nothing is wrong.')
  })

  it('with a classic token of the right scope', async () => {
    garble({}, { 'x-oauth-scopes': 'gist, repo' })
    expect((await checked()).line('Right')).toBe(
      '✓ Right to dispatch: the scope of the classic token includes it',
    )
  })

  it('with everything set, showing what was understood', async () => {
    const { line } = await checked({
      FREESCOUT_EVENTS: 'convo.created,my.event',
      FREESCOUT_MAILBOX_IDS: '1, 2',
      FREESCOUT_ISSUE_FIELD: 'issue',
      MAX_DISPATCHES_PER_MINUTE: '7',
      HOST: '127.0.0.1',
    })
    expect(line('FREESCOUT_EVENTS')).toBe('✓ FREESCOUT_EVENTS: convo.created, my.event')
    expect(line('FREESCOUT_MAILBOX_IDS')).toBe('✓ FREESCOUT_MAILBOX_IDS: 1, 2')
    expect(line('FREESCOUT_ISSUE_FIELD')).toBe('✓ FREESCOUT_ISSUE_FIELD: issue')
    expect(line('MAX_DISPATCHES')).toBe('✓ MAX_DISPATCHES_PER_MINUTE: 7')
    expect(line('HOST')).toBe('✓ HOST, PORT: 127.0.0.1, 8080')
  })
})

describe('--check judges the environment', () => {
  it('naming every mistake, and asks GitHub nothing before they are put right', async () => {
    const { code, lines } = await checked({ GITHUB_TOKEN: '', PORT: '-1', FREESCOUT_EVENTS: 'a b' })
    expect(code).toBe(1)
    expect(lines.map(line => line.split('. ')[0])).toEqual([
      expect.stringMatching(/^✗ Environment: FREESCOUT_EVENTS has "a b"/),
      '✗ Environment: PORT is "-1"',
      '✗ Environment: GITHUB_TOKEN is missing',
      '– GitHub: not asked before the environment is right',
      '3 things to put right.',
    ])
    expect(github.log).toEqual([])
  })

  it('the flag off is no mistake, and the rest is checked all the same', async () => {
    const { code, line } = await checked({ FLAG_FREESCOUT_GITHUB_AUTOLINK: '' })
    expect(code).toBe(0)
    expect(line('FLAG')).toMatch(/^– .*: off, .* → Set it to true once all else is right\.$/)
    expect(line('Workflow')).toMatch(/^✓/)
  })

  it.each([
    ['in quotes', `"${SECRET}"`, /^✗ .*: there are quotes around it → Copy it from FreeScout/],
    ['a token', FINE.slice(0, 40), /^✗ .*: it is a GitHub token →/],
    ['short', '123456789abcdef', /^✗ .*: it is so simple that it can be guessed →/],
    ['of few letters', 'ab'.repeat(16), /^✗ .*: it is so simple that it can be guessed →/],
    ['of another form', SECRET.toUpperCase(), /^– .*: it does not look like FreeScout’s own/],
    ['of another length', SECRET.slice(1), /^– .*: it does not look like FreeScout’s own/],
  ])('a secret %s', async (_what, secret, said) => {
    const { code, line } = await checked({ FREESCOUT_WEBHOOK_SECRET: secret })
    expect(line('FREESCOUT_WEBHOOK_SECRET')).toMatch(said)
    expect(code).toBe(String(said).startsWith('/^✗') ? 1 : 0)
  })

  it('several secrets, each by its place', async () => {
    const { code, lines } = await checked({ FREESCOUT_WEBHOOK_SECRET: `${SECRET},changeme` })
    expect(code).toBe(1)
    expect(lines.slice(1, 3)).toEqual([
      '✓ FREESCOUT_WEBHOOK_SECRET, 1 of 2: it looks like one of FreeScout’s',
      expect.stringMatching(/^✗ FREESCOUT_WEBHOOK_SECRET, 2 of 2: it is so simple/),
    ])
    expect(lines.at(-1)).toBe('1 thing to put right.')
  })
})

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
    await github.close()
    github = await startGitHub({ app: { ...APP, permissions: { metadata: 'read', contents: 'read' } } })
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
      /^✗ Repository raxx-app\/TradeMasterAPI: there is none, or the token does not see it/,
    )
  })

  it.each([
    [
      'no right at all',
      'User',
      'github_pat_none',
      { metadata: 'read' },
      /: whoever the token belongs to may not write/,
    ],
    [
      'a right to read only',
      'User',
      'ghp_reader',
      { contents: 'read' },
      /: whoever the token belongs to may not write/,
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
    expect(line('Right to dispatch')).toMatch(/^– .*: not checked: GitHub does not tell/)
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
    expect((await checked()).line('Right')).toMatch(/^✗ .*: whoever the token belongs to may not write/)
  })

  it('a repository that is archived', async () => {
    garble({ archived: true })
    const { code, line } = await checked()
    expect(code).toBe(1)
    expect(line('Repository')).toMatch(/^✗ .*: it is archived, .* → Unarchive it/)
  })

  it.each([
    ['renamed', 301, {}, /it has another name now → Set GITHUB_REPOSITORY/],
    ['forbidden', 403, { body: '{"message":"Forbidden"}' }, /GitHub forbids it to the token \(403\)/],
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
      /that is no answer about a repository \(200\) → Set GITHUB_API_URL/,
    ],
    ['another API', 200, { body: 'null' }, /that is no answer about a repository \(200\)/],
    ['odd', 418, {}, /that is no answer about a repository \(418\)/],
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
    expect(line('Repository')).toMatch(/^✗ .*: GitHub gave no answer \(ECONNREFUSED\) → Check the way out/)
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
    await github.close()
    github = await startGitHub()
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
    github.setFile(REPOSITORY, PATH, '{ on: repository_dispatch, jobs: {} }')
    const { code, line } = await checked()
    expect(code).toBe(0)
    expect(line('Workflow')).toMatch(
      /^– .*what \.github\/workflows\/freescout-sync\.yml on main starts on could not be told/,
    )
  })

  it('that is not there', async () => {
    await github.close()
    github = await startGitHub()
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

describe('node receiver/node.ts', () => {
  const NODE_TS = new URL('../../receiver/node.ts', import.meta.url).pathname

  async function run(args: string[], env: Record<string, string>) {
    const child = spawn(process.execPath, [NODE_TS, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { out: '', err: '' }
    child.stdout.on('data', text => (said.out += text))
    child.stderr.on('data', text => (said.err += text))
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, ...said }
  }

  it('--check ends with 0 when nothing is wrong', async () => {
    const { code, out, err } = await run(['--check'], environment())
    expect(out).toMatch(/^✓ FLAG[\s\S]*\n✓ Workflow: .*\nNothing is wrong\.\n$/)
    expect(err).toBe('')
    expect(code).toBe(0)
  })

  it('--check ends with 1 when something is', async () => {
    const { code, out } = await run(['--check'], environment({ GITHUB_TOKEN: 'ghp_unknown' }))
    expect(out).toMatch(/\n✗ Repository .*\n[\s\S]*\n1 thing to put right\.\n$/)
    expect(code).toBe(1)
  })

  it.each([['--chek'], ['check'], ['']])('refuses %j instead of running', async argument => {
    const { code, out, err } = await run([argument], environment({ PORT: '0', HOST: '127.0.0.1' }))
    expect({ code, out }).toEqual({ code: 1, out: '' })
    expect(err).toBe(
      `freescout-autolink receiver: "${argument}" means nothing to it. Give it --check to look at the settings, or nothing to run.\n`,
    )
  })
})
