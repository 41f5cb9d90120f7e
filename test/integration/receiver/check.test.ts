import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { describe, expect, it } from 'vitest'
import { SECRET } from '../../support/receiver.ts'
import { AS_APP, checked, environment, FINE, garble, github } from '../../support/receiver-check.ts'

describe('--check without a mistake', () => {
  it('--check finds nothing wrong with a GitHub App, whose right is known', async () => {
    const { code, lines } = await checked(AS_APP)
    expect(lines.map(line => line.replace(github.url, '<api>'))).toEqual([
      '✓ FLAG_FREESCOUT_GITHUB_AUTOLINK: on',
      '✓ FREESCOUT_WEBHOOK_SECRET: it looks like one of FreeScout’s',
      '✓ GITHUB_REPOSITORY: raxx-app/TradeMasterAPI',
      '✓ GITHUB_API_URL: <api>',
      '✓ GITHUB_APP_ID: 12, installation 34, with a key',
      '✓ FREESCOUT_EVENTS: those that can matter (default)',
      '✓ FREESCOUT_TAG_EVENTS: none (default)',
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

  it('--check finds nothing wrong with a fine-grained token, and says what GitHub does not show', async () => {
    const { code, lines, line } = await checked()
    expect(code).toBe(0)
    expect(line('GITHUB_TOKEN')).toBe('✓ GITHUB_TOKEN: set')
    expect(line('Right to dispatch')).toBe(
      '– Right to dispatch: not checked: GitHub does not say what such a token may write until it writes → Look for Contents: read and write in its settings at GitHub.',
    )
    expect(lines.filter(line => !line.startsWith('✓'))).toHaveLength(2)
    expect(lines.at(-1)).toBe('Nothing to fix, but a line begins with –: look at it yourself.')
  })

  it('--check accepts a classic token of the right scope', async () => {
    garble({}, { 'x-oauth-scopes': 'gist, repo' })
    expect((await checked()).line('Right')).toBe(
      '✓ Right to dispatch: the scope of the classic token includes it',
    )
  })

  it('--check shows how it read every variable', async () => {
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

describe('--check of the environment', () => {
  it('--check names every mistake, and asks GitHub nothing before they are fixed', async () => {
    const { code, lines } = await checked({ GITHUB_TOKEN: '', PORT: '-1', FREESCOUT_EVENTS: 'a b' })
    expect(code).toBe(1)
    expect(lines.map(line => line.split('. ')[0])).toEqual([
      expect.stringMatching(/^✗ Environment: FREESCOUT_EVENTS has "a b"/),
      '✗ Environment: PORT is "-1"',
      '✗ Environment: GITHUB_TOKEN is missing',
      '– GitHub: not asked, because the settings above are wrong',
      '3 things to fix.',
    ])
    expect(github.log).toEqual([])
  })

  it('--check accepts that the flag is off, and checks the rest', async () => {
    const { code, lines, line } = await checked({ FLAG_FREESCOUT_GITHUB_AUTOLINK: '' })
    expect(code).toBe(0)
    expect(line('FLAG')).toMatch(/^– .*: off, .* → Set it to true when everything else is right\.$/)
    expect(lines.at(-1)).toBe('Nothing to fix, but 2 lines begin with –: look at them yourself.')
    expect(line('Workflow')).toMatch(/^✓/)
  })

  it.each([
    ['in quotes', `"${SECRET}"`, /^✗ .*: there are quotes around it → Copy it from FreeScout/],
    ['a token', FINE.slice(0, 40), /^✗ .*: it is a GitHub token →/],
    ['short', '123456789abcdef', /^✗ .*: it is so simple that it can be guessed →/],
    ['of few letters', 'ab'.repeat(16), /^✗ .*: it is so simple that it can be guessed →/],
    ['of another form', SECRET.toUpperCase(), /^– .*: it does not look like FreeScout’s own/],
    ['of another length', SECRET.slice(1), /^– .*: it does not look like FreeScout’s own/],
  ])('--check judges a secret %s', async (_what, secret, said) => {
    const { code, line } = await checked({ FREESCOUT_WEBHOOK_SECRET: secret })
    expect(line('FREESCOUT_WEBHOOK_SECRET')).toMatch(said)
    expect(code).toBe(String(said).startsWith('/^✗') ? 1 : 0)
  })

  it('--check never says “Nothing is wrong” beside a line that is not ✓', async () => {
    for (const changes of [
      {},
      { FREESCOUT_WEBHOOK_SECRET: SECRET.slice(1) },
      { GITHUB_TOKEN: 'ghp_unknown' },
      AS_APP,
    ]) {
      const { lines } = await checked(changes)
      const allGood = lines.slice(0, -1).every(line => line.startsWith('✓'))
      expect(lines.at(-1) === 'Nothing is wrong.', lines.join('\n')).toBe(allGood)
    }
  })

  it('--check names each event that FreeScout never sends, with a suggestion', async () => {
    const events = 'conversation.created,convo.created,Convo.Status,convo.reply.created,my.event'
    const { code, lines } = await checked({ FREESCOUT_EVENTS: events })
    expect(lines.filter(line => line.includes('FREESCOUT_EVENTS'))).toEqual([
      '✗ FREESCOUT_EVENTS: FreeScout does not send "conversation.created" → Did you mean "convo.created"?',
      '✗ FREESCOUT_EVENTS: FreeScout does not send "Convo.Status" → Did you mean "convo.status"?',
      expect.stringMatching(
        /^✗ FREESCOUT_EVENTS: FreeScout does not send "convo\.reply\.created" → Its events are convo\.assigned, .*, convo\.note\.created\.$/,
      ),
    ])
    expect(lines.at(-1)).toBe('3 things to fix.')
    expect(code).toBe(1)
  })

  it('--check names a placeholder and quotes in place of a token, and asks GitHub nothing', async () => {
    for (const token of ['…', `“${FINE}”`, `"${FINE}"`]) {
      const { code, lines } = await checked({ GITHUB_TOKEN: token })
      expect(lines[0]).toMatch(/^✗ Environment: GITHUB_TOKEN has a character that no token has\./)
      expect(code).toBe(1)
    }
    expect(github.log).toEqual([])
  })

  it('--check judges each of several secrets by its place', async () => {
    const { code, lines } = await checked({ FREESCOUT_WEBHOOK_SECRET: `${SECRET},changeme` })
    expect(code).toBe(1)
    expect(lines.slice(1, 3)).toEqual([
      '✓ FREESCOUT_WEBHOOK_SECRET, 1 of 2: it looks like one of FreeScout’s',
      expect.stringMatching(/^✗ FREESCOUT_WEBHOOK_SECRET, 2 of 2: it is so simple/),
    ])
    expect(lines.at(-1)).toBe('1 thing to fix.')
  })
})

describe('The command line', () => {
  const NODE_TS = new URL('../../../receiver/node.ts', import.meta.url).pathname

  async function run(args: string[], env: Record<string, string>) {
    const child = spawn(process.execPath, [NODE_TS, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    const said = { out: '', err: '' }
    child.stdout.on('data', text => (said.out += text))
    child.stderr.on('data', text => (said.err += text))
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, ...said }
  }

  it('--check ends with 0 when nothing is to be fixed', async () => {
    const { code, out, err } = await run(['--check'], environment())
    expect(out).toMatch(/^✓ FLAG[\s\S]*\n✓ Workflow: .*\nNothing to fix, but a line .*\n$/)
    expect(err).toBe('')
    expect(code).toBe(0)
  })

  it('--check ends with 1 when something is', async () => {
    const { code, out } = await run(['--check'], environment({ GITHUB_TOKEN: 'ghp_unknown' }))
    expect(out).toMatch(/\n✗ Repository .*\n[\s\S]*\n1 thing to fix\.\n$/)
    expect(code).toBe(1)
  })

  it.each([['--chek'], ['check'], ['']])(
    'The receiver refuses the argument %j instead of running',
    async argument => {
      const { code, out, err } = await run([argument], environment({ PORT: '0', HOST: '127.0.0.1' }))
      expect({ code, out }).toEqual({ code: 1, out: '' })
      expect(err).toBe(
        `freescout-autolink receiver: "${argument}" is not an argument of the receiver. Use --check to check the settings, or no argument to start it.\n`,
      )
    },
  )
})
