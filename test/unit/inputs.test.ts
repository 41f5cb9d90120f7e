import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Environment, InputError, readEnabled, readInputs } from '../../src/inputs.ts'

const KEY = 'k3y-0f-freescout'
const TOKEN = 'ghs_t0ken'
const good = {
  'freescout-url': 'https://tickets.example.org/api',
  'freescout-api-key': KEY,
  'github-token': TOKEN,
}
const env: Environment = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'owner/name' }

function read(inputs: Record<string, string>, environment = env) {
  return readInputs(name => inputs[name] ?? '', environment)
}

function mistakes(inputs: Record<string, string>, environment = env) {
  try {
    read(inputs, environment)
  } catch (error) {
    if (error instanceof InputError) return error.mistakes
    throw error
  }
  return []
}

test('three inputs are enough', () => {
  expect(read(good)).toEqual({
    freescoutUrl: 'https://tickets.example.org',
    freescoutApiKey: KEY,
    githubToken: TOKEN,
    serverUrl: 'https://github.com',
    config: '',
    configPath: '.github/freescout.yml',
    command: 'auto',
    conversation: undefined,
    issue: undefined,
    fix: false,
    dryRun: false,
  })
})

test('the names of the original notes stand in for empty inputs, and only for those', () => {
  const notes = {
    FREESCOUT_API_URL: 'https://notes.example.org/api/',
    FREESCOUT_API_KEY: 'notes-key',
    GITHUB_ISSUE_BOT_TOKEN: 'notes-token',
  }
  expect(read({}, { ...env, ...notes })).toMatchObject({
    freescoutUrl: 'https://notes.example.org',
    freescoutApiKey: 'notes-key',
    githubToken: 'notes-token',
  })
  expect(read(good, { ...env, ...notes })).toMatchObject({ freescoutApiKey: KEY, githubToken: TOKEN })
})

test.each([
  ['true', true],
  [' On ', true],
  ['1', true],
  ['', false],
  ['off', false],
  ['0', false],
])('enabled: %j is %s', (value, enabled) => {
  expect(readEnabled(() => value)).toBe(enabled)
})

test('a typo in enabled is an error, not a silent off', () => {
  expect(() => readEnabled(() => 'ture')).toThrow(
    'Input enabled: found "ture". Use true, 1 or on; or false, 0, off or nothing at all.',
  )
})

test.each([
  ['https://tickets.example.org', 'https://tickets.example.org'],
  ['https://tickets.example.org/', 'https://tickets.example.org'],
  [' https://Tickets.Example.org/api/ ', 'https://tickets.example.org'],
  ['https://example.org/help/api', 'https://example.org/help'],
  ['https://example.org/help', 'https://example.org/help'],
  ['https://example.org:8443/api', 'https://example.org:8443'],
  ['http://localhost:8080/api', 'http://localhost:8080'],
  ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
  ['http://127.8.9.10', 'http://127.8.9.10'],
  ['http://[::1]:8080/', 'http://[::1]:8080'],
])('freescout-url %j becomes %s', (url, base) => {
  expect(read({ ...good, 'freescout-url': url }).freescoutUrl).toBe(base)
})

test.each([
  ['', 'nothing'],
  ['tickets.example.org', '"tickets.example.org"'],
  ['ftp://tickets.example.org', '"ftp://tickets.example.org"'],
  ['http://tickets.example.org', '"http://tickets.example.org"'],
  ['http://localhost.example.org', '"http://localhost.example.org"'],
  ['http://127.0.0.1.example.org', '"http://127.0.0.1.example.org"'],
  ['https://me:pass@example.org', 'a user name or password in the address'],
  ['//me:pass@example.org', 'a user name or password in the address'],
  ['me:pass@example.org', 'a user name or password in the address'],
  ['https://example.org/?api_key=1', 'an address with ? or #'],
  ['https://example.org/#x', 'an address with ? or #'],
  [`https://example.org:${KEY}`, 'a secret, not shown here'],
])('freescout-url %j is refused', (url, found) => {
  expect(mistakes({ ...good, 'freescout-url': url })).toMatchObject([{ input: 'freescout-url', found }])
})

test.each([
  ['tickets.example.org', 'Write https://tickets.example.org'],
  ['//tickets.example.org/api', 'Write https://tickets.example.org/api'],
  ['tickets.example.org:8443/help', 'Write https://tickets.example.org:8443/help'],
  ['localhost:8080', 'Write http://localhost:8080'],
  ['127.0.0.1:8080', 'Write http://127.0.0.1:8080'],
])('freescout-url %j lacks its beginning, and the message shows the whole', (url, fix) => {
  const [mistake] = mistakes({ ...good, 'freescout-url': url })
  expect(mistake?.todo).toMatch(/^The address does not start with https?:\/\/\. /)
  expect(mistake?.todo.endsWith(fix), mistake?.todo).toBe(true)
  expect(read({ ...good, 'freescout-url': fix.replace('Write ', '') }).freescoutUrl).not.toBe('')
})

test.each([
  ['https://tickets.example.org/conversation/12', 'https://tickets.example.org'],
  ['https://example.org/help/mailbox/3/28', 'https://example.org/help'],
  ['https://example.org/help/login', 'https://example.org/help'],
  ['https://example.org/app-settings/apiwebhooks', 'https://example.org'],
  ['https://example.org/help/api/mailboxes', 'https://example.org/help'],
])('freescout-url %j is one page, and the message shows the address of all', (url, base) => {
  const [mistake] = mistakes({ ...good, 'freescout-url': url })
  expect(mistake?.todo).toBe(
    `This is one page of FreeScout. Give only the part of its address that all pages share. Write ${base}`,
  )
  expect(read({ ...good, 'freescout-url': base }).freescoutUrl).toBe(base)
})

test.each([
  'https://example.org/conversation',
  'https://example.org/mailbox',
  'https://example.org/login-desk',
])('freescout-url %j may be a path that FreeScout lives under', url => {
  expect(read({ ...good, 'freescout-url': url }).freescoutUrl).toBe(url)
})

test('freescout-url that is missing names the variable that the delivered workflow reads', () => {
  expect(mistakes({ ...good, 'freescout-url': '' })[0]?.todo).toContain('FREESCOUT_URL')
  const workflow = readFileSync(
    new URL('../../.github/workflows/freescout-sync.yml', import.meta.url),
    'utf8',
  )
  expect(workflow).toMatch(/freescout-url: \$\{\{ vars\.FREESCOUT_URL \}\}/)
})

test('a secret that was pasted into freescout-url is not shown as the right address either', () => {
  for (const url of [`${KEY}.example.org`, `https://example.org/${KEY}/login`]) {
    const [mistake] = mistakes({ ...good, 'freescout-url': url })
    expect(mistake?.found).toBe('a secret, not shown here')
    expect(mistake?.todo).not.toContain(KEY)
  }
})

test.each([
  ['', 'nothing'],
  ['two words', 'white space inside it'],
  ['two\nlines', 'white space inside it'],
  ['“quoted”', 'characters that no key has'],
])('a key %j is refused without being shown', (value, found) => {
  for (const input of ['freescout-api-key', 'github-token']) {
    expect(mistakes({ ...good, [input]: value })).toMatchObject([{ input, found }])
  }
})

test.each([
  ['12', 12],
  ['https://tickets.example.org/conversation/12', 12],
  ['https://tickets.example.org/conversation/12?folder_id=3#thread-5', 12],
])('conversation %j is ticket %i', (conversation, id) => {
  expect(read({ ...good, conversation }).conversation).toBe(id)
})

test('a conversation below a path is found there and nowhere else', () => {
  const help = { ...good, 'freescout-url': 'https://example.org/help' }
  expect(read({ ...help, conversation: 'https://example.org/help/conversation/7' }).conversation).toBe(7)
  expect(mistakes({ ...help, conversation: 'https://example.org/conversation/7' })).toHaveLength(1)
  expect(mistakes({ ...help, conversation: 'https://example.org/help/x/conversation/7' })).toHaveLength(1)
})

test.each([
  '0',
  '-1',
  '1.5',
  '012',
  '#12',
  'twelve',
  '99999999999999999999',
  'https://evil.example.org/conversation/12',
  'http://tickets.example.org/conversation/12',
  'https://tickets.example.org@evil.example.org/conversation/12',
  'https://me@tickets.example.org/conversation/12',
  'https://tickets.example.org/conversation/12/edit',
  'https://tickets.example.org/mailbox/12',
])('conversation %j is refused', conversation => {
  expect(mistakes({ ...good, conversation })).toMatchObject([{ input: 'conversation' }])
})

test.each([
  ['77', 'owner/name', 77],
  ['#77', 'owner/name', 77],
  ['other/repo#5', 'other/repo', 5],
  ['https://github.com/other/repo/issues/5', 'other/repo', 5],
  ['https://github.com/other/repo/issues/5#issuecomment-9', 'other/repo', 5],
])('issue %j is in %s', (issue, repository, number) => {
  const url = `https://github.com/${repository}/issues/${number}`
  expect(read({ ...good, issue }).issue).toEqual({ repository, number, url })
})

test.each([
  '0',
  '#0',
  '#',
  '##77',
  'repo#5',
  'a/b/c#5',
  'other/repo#5x',
  'other/repo',
  '7.5',
  'https://github.com/other/repo/pull/5',
  'https://evil.example.org/other/repo/issues/5',
  'https://github.com/repo/issues/5',
])('issue %j is refused', issue => {
  expect(mistakes({ ...good, issue })).toMatchObject([{ input: 'issue' }])
})

test.each(['77', '#77'])('the number %s needs GITHUB_REPOSITORY', issue => {
  expect(mistakes({ ...good, issue }, {})[0]?.todo).toContain('GITHUB_REPOSITORY')
})

test('sync wants a conversation or an issue, not both and not neither', () => {
  expect(mistakes({ ...good, command: 'sync' })).toMatchObject([{ input: 'command' }])
  expect(mistakes({ ...good, command: 'sync', conversation: '1', issue: '2' })).toMatchObject([
    { found: 'both conversation and issue' },
  ])
  expect(mistakes({ ...good, command: 'sync', issue: '2' })).toEqual([])
})

test('a run by hand with the defaults says what to choose, in the words of the menu', () => {
  const [mistake] = mistakes({ ...good, command: 'sync' })
  expect(mistake).toEqual({
    input: 'command',
    found: '"sync" without conversation and issue',
    todo: 'Give the ticket in conversation or the issue in issue, or choose the command sweep, report or doctor.',
  })
  const workflow = parse(
    readFileSync(new URL('../../.github/workflows/freescout-sync.yml', import.meta.url), 'utf8'),
  )
  const menu = workflow.on.workflow_dispatch.inputs
  expect(menu.command).toMatchObject({ options: ['sync', 'sweep', 'report', 'doctor'], default: 'sync' })
  expect(Object.keys(menu)).toEqual(expect.arrayContaining(['command', 'conversation', 'issue']))
})

test('everything that is wrong is told at once, and no secret with it', () => {
  const wrong = {
    'freescout-url': `http://example.org/${KEY}`,
    'freescout-api-key': KEY,
    'github-token': '',
    command: 'doctr',
    conversation: `x${KEY}`,
    issue: 'y',
    fix: 'ture',
    'dry-run': 'maybe',
  }
  expect(() => read(wrong)).toThrowErrorMatchingInlineSnapshot(`
    [InputError: Input freescout-url: found a secret, not shown here. Use https, because http would send the API key unencrypted. Plain http is for loopback only.
    Input github-token: found nothing. Leave it out to use the workflow's own token (\${{ github.token }}), or set it to a secret.
    Input command: found "doctr". Use one of auto, sync, sweep, report, doctor – did you mean "doctor"?
    Input conversation: found a secret, not shown here. Give the id that is in the ticket's address (not the number beside its subject), or the address itself, such as https://tickets.example.org/conversation/12.
    Input issue: found "y". Give an issue's number in owner/name, such as 77 or #77; or owner/name#77; or its address, such as https://github.com/owner/name/issues/77.
    Input fix: found "ture". Use true, 1 or on; or false, 0, off or nothing at all.
    Input dry-run: found "maybe". Use true, 1 or on; or false, 0, off or nothing at all.]
  `)
})

test('a secret that was pasted into the wrong input is not shown', () => {
  for (const input of ['conversation', 'issue', 'command', 'fix', 'freescout-url']) {
    expect(mistakes({ ...good, [input]: KEY })).toMatchObject([{ input, found: 'a secret, not shown here' }])
  }
})

type Action = {
  inputs: Record<string, { default?: string; description: string }>
  outputs: object
  runs: object
}

test("action.yml lists exactly the contract's inputs and outputs", () => {
  const text = readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')
  const { inputs, outputs, runs } = parse(text) as Action
  const defaults = Object.entries(inputs).map(([name, input]) => [name, input.default])
  expect(defaults).toEqual([
    ['enabled', 'false'],
    ['freescout-url', undefined],
    ['freescout-api-key', undefined],
    ['github-token', `\${{ github.token }}`],
    ['config', undefined],
    ['config-path', '.github/freescout.yml'],
    ['command', 'auto'],
    ['conversation', undefined],
    ['issue', undefined],
    ['fix', 'false'],
    ['dry-run', 'false'],
    ['max-new', undefined],
  ])
  expect(Object.keys(outputs)).toEqual([
    'result',
    'reason',
    'issue-url',
    'issue-number',
    'conversation-id',
    'conversation-url',
    'changes',
    'report',
  ])
  expect(runs).toEqual({ using: 'node24', main: 'dist/index.js' })
  // The runner evaluates expressions in descriptions as well, and fails over contexts it does not know there.
  expect(text.match(/\$\{\{.*?\}\}/g)).toEqual([`\${{ github.token }}`])
})

test.each([
  ['', undefined],
  ['0', 0],
  [' 40 ', 40],
  ['1000', 1000],
])('the input max-new as %j is read as %s', (given, expected) => {
  expect(read({ ...good, 'max-new': given }).maxNew).toBe(expected)
})

test.each(['-1', '1001', '1e3', 'all', '2.5'])('the input max-new as %j is a mistake', given => {
  expect(mistakes({ ...good, 'max-new': given })).toMatchObject([
    {
      input: 'max-new',
      todo: 'Give a whole number from 0 to 1000, or nothing to use sweep.max-new of the configuration.',
    },
  ])
})
