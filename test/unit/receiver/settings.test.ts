import { generateKeyPairSync, KeyObject } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from '../../../receiver/settings.ts'

const GOOD = {
  FREESCOUT_WEBHOOK_SECRET: 's3cret',
  GITHUB_REPOSITORY: 'raxx-app/TradeMasterAPI',
  GITHUB_TOKEN: 't0ken',
}
const PEM = String(
  generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs1', format: 'pem' }),
)
const APP = {
  ...GOOD,
  GITHUB_TOKEN: undefined,
  GITHUB_APP_ID: 'Iv23abc',
  GITHUB_APP_PRIVATE_KEY: PEM,
  GITHUB_APP_INSTALLATION_ID: '4711',
}

/** The messages of the mistakes in an environment. Each must begin with the name of its variable. */
function mistakes(env: Record<string, string | undefined>): string[] {
  try {
    readSettings(env)
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    for (const { variable, message } of error.mistakes) {
      expect(error.message).toContain(message)
      expect(message.split(' ')[0]).toBe(variable)
    }
    return error.mistakes.map(({ message }) => message)
  }
  throw new Error('The settings were accepted.')
}

describe('Settings', () => {
  it('All settings but three have defaults', () => {
    expect(readSettings(GOOD)).toEqual({
      enabled: false,
      secrets: ['s3cret'],
      repository: 'raxx-app/TradeMasterAPI',
      apiUrl: 'https://api.github.com',
      credentials: { kind: 'token', token: 't0ken' },
      events: null,
      tagEvents: null,
      mailboxIds: null,
      issueField: 'github_issue_url',
      dispatchesPerMinute: 120,
      host: undefined,
      port: 8080,
    })
  })

  it('Every variable is read', () => {
    const env = {
      ...GOOD,
      FLAG_FREESCOUT_GITHUB_AUTOLINK: 'on',
      FREESCOUT_WEBHOOK_SECRET: 'old,new',
      GITHUB_API_URL: 'https://github.example.org/api/v3/',
      FREESCOUT_EVENTS: 'convo.created, autolink.tagged',
      FREESCOUT_TAG_EVENTS: 'autolink.tagged',
      FREESCOUT_MAILBOX_IDS: '3, 15',
      FREESCOUT_ISSUE_FIELD: 'gh_url',
      MAX_DISPATCHES_PER_MINUTE: '5000',
      HOST: '127.0.0.1',
      PORT: '0',
    }
    expect(readSettings(env)).toEqual({
      enabled: true,
      secrets: ['old', 'new'],
      repository: 'raxx-app/TradeMasterAPI',
      apiUrl: 'https://github.example.org/api/v3',
      credentials: { kind: 'token', token: 't0ken' },
      events: ['convo.created', 'autolink.tagged'],
      tagEvents: ['autolink.tagged'],
      mailboxIds: [3, 15],
      issueField: 'gh_url',
      dispatchesPerMinute: 5000,
      host: '127.0.0.1',
      port: 0,
    })
  })

  it.each([
    ['convo.created', '', 'has "convo.created", which announces no tags'],
    ['auto link', '', 'has "auto link", which announces no tags'],
    ['customer.tagged', '', 'has "customer.tagged", which announces no tags'],
    ['autolink.tagged', 'convo.status, convo.created', 'which FREESCOUT_EVENTS lacks'],
  ])('An event that announces no tags is a mistake: %s', (tagEvents, events, message) => {
    const env = { ...GOOD, FREESCOUT_TAG_EVENTS: tagEvents, FREESCOUT_EVENTS: events }
    expect(mistakes(env)).toEqual([expect.stringContaining(message)])
  })

  it('An App can be set instead of a token', () => {
    const { credentials } = readSettings(APP)
    expect(credentials).toEqual({
      kind: 'app',
      app: { id: 'Iv23abc', installationId: '4711', key: expect.any(KeyObject) },
    })
  })

  it.each(['http://localhost:3000', 'http://127.0.0.1:8091', 'http://[::1]:9'])(
    'GITHUB_API_URL may be %s, which is loopback',
    url => {
      expect(readSettings({ ...GOOD, GITHUB_API_URL: url }).apiUrl).toBe(url)
    },
  )

  it.each([
    [
      { HTTPS_PROXY: 'http://a:1', HTTP_PROXY: 'http://b:1', ALL_PROXY: 'http://c:1' },
      'HTTPS_PROXY',
      'http://a:1',
    ],
    [{ HTTPS_PROXY: 'http://a:1', https_proxy: ' http://b:1 ' }, 'https_proxy', 'http://b:1'],
    [{ HTTPS_PROXY: ' ', ALL_PROXY: 'https://user:pass@c:1' }, 'ALL_PROXY', 'https://user:pass@c:1'],
  ])('The first proxy that is set counts, and lower case comes first: %j', (variables, variable, url) => {
    expect(readSettings({ ...GOOD, ...variables, NO_PROXY: 'localhost, example.org' }).proxy).toEqual({
      variable,
      url,
      except: 'localhost, example.org',
    })
  })

  it.each(['old,new', 'old, new', 'old ,new', 'old\t,  new'])(
    'Spaces around the comma of several secrets do not count: %j',
    secrets => {
      expect(readSettings({ ...GOOD, FREESCOUT_WEBHOOK_SECRET: secrets }).secrets).toEqual(['old', 'new'])
    },
  )

  it('An empty variable means the same as a missing one', () => {
    const empty = {
      FREESCOUT_EVENTS: '',
      FREESCOUT_MAILBOX_IDS: ' ',
      PORT: '',
      GITHUB_API_URL: '',
      HTTPS_PROXY: '',
      GITHUB_APP_ID: '',
    }
    expect(readSettings({ ...GOOD, ...empty })).toEqual(readSettings(GOOD))
  })
})

describe('A mistake', () => {
  it.each<[string, Record<string, string | undefined>, RegExp]>([
    ['flag', { FLAG_FREESCOUT_GITHUB_AUTOLINK: 'ture' }, /^FLAG_FREESCOUT_GITHUB_AUTOLINK is "ture"\. Use/],
    ['no secret', { FREESCOUT_WEBHOOK_SECRET: undefined }, /^FREESCOUT_WEBHOOK_SECRET is missing\. .*Manage/],
    ['secret of white space', { FREESCOUT_WEBHOOK_SECRET: ' ' }, /^FREESCOUT_WEBHOOK_SECRET is missing/],
    [
      'secret with a line break',
      { FREESCOUT_WEBHOOK_SECRET: 's3cret\n' },
      /^FREESCOUT_WEBHOOK_SECRET has a space.*Remove it/,
    ],
    [
      'secrets with a space between',
      { FREESCOUT_WEBHOOK_SECRET: 'old new' },
      /^FREESCOUT_WEBHOOK_SECRET has a space/,
    ],
    [
      'secrets with a comma too many',
      { FREESCOUT_WEBHOOK_SECRET: 'old,' },
      /^FREESCOUT_WEBHOOK_SECRET has a comma/,
    ],
    [
      'secret in curly quotes',
      { FREESCOUT_WEBHOOK_SECRET: '“s3cret”' },
      /^FREESCOUT_WEBHOOK_SECRET has a character that no secret has\. Paste/,
    ],
    [
      'a placeholder as the second secret',
      { FREESCOUT_WEBHOOK_SECRET: 's3cret,…' },
      /^FREESCOUT_WEBHOOK_SECRET has a character that no secret has/,
    ],
    [
      'a secret with a byte of zero',
      { FREESCOUT_WEBHOOK_SECRET: 's3cret\0' },
      /^FREESCOUT_WEBHOOK_SECRET has a character that no secret has/,
    ],
    ['no repository', { GITHUB_REPOSITORY: '' }, /^GITHUB_REPOSITORY is missing\. .*owner\/name/],
    ['a URL', { GITHUB_REPOSITORY: 'https://github.com/o/r' }, /^GITHUB_REPOSITORY is "https:/],
    ['no owner', { GITHUB_REPOSITORY: 'TradeMasterAPI' }, /^GITHUB_REPOSITORY is "TradeMasterAPI"/],
    ['.git', { GITHUB_REPOSITORY: 'o/r.git' }, /^GITHUB_REPOSITORY .*without quotes, https:\/\/ or \.git/],
    ['a quoted repository', { GITHUB_REPOSITORY: '"o/r"' }, /^GITHUB_REPOSITORY .*without quotes/],
    ['a way out of the path', { GITHUB_REPOSITORY: 'o/..' }, /^GITHUB_REPOSITORY is/],
    ['no API URL', { GITHUB_API_URL: 'api.github.com' }, /^GITHUB_API_URL is not a plain URL/],
    ['plain http', { GITHUB_API_URL: 'http://github.example.org' }, /^GITHUB_API_URL is .*https/],
    [
      'http that only looks like loopback',
      { GITHUB_API_URL: 'http://127.0.0.1.example.org' },
      /^GITHUB_API_URL is/,
    ],
    ['another protocol', { GITHUB_API_URL: 'ftp://localhost' }, /^GITHUB_API_URL is/],
    ['an event no one sends', { FREESCOUT_EVENTS: 'convo.created,,x' }, /^FREESCOUT_EVENTS has ""/],
    [
      'an event that is never forwarded',
      { FREESCOUT_EVENTS: 'customer.created' },
      /^FREESCOUT_EVENTS has "customer.created"/,
    ],
    [
      'an address for a mailbox',
      { FREESCOUT_MAILBOX_IDS: '1,ops@raxx.app' },
      /^FREESCOUT_MAILBOX_IDS has "ops@raxx.app"/,
    ],
    ['no number', { MAX_DISPATCHES_PER_MINUTE: '0' }, /^MAX_DISPATCHES_PER_MINUTE is "0"\. .*from 1/],
    ['no port', { PORT: '80 80' }, /^PORT is "80 80"/],
    ['no port there is', { PORT: '65536' }, /^PORT is "65536"/],
    ['a SOCKS proxy', { HTTPS_PROXY: 'socks5://s3cret@p:1' }, /^HTTPS_PROXY is not the URL of an HTTP proxy/],
    [
      'a proxy without http://',
      { all_proxy: 'p:1' },
      /^all_proxy is not the URL of an HTTP proxy\. Set it to/,
    ],
    ['no token', { GITHUB_TOKEN: '' }, /^GITHUB_TOKEN is missing\. .*GITHUB_APP_ID/],
    ['a token with a line break', { GITHUB_TOKEN: 't0ken\n' }, /^GITHUB_TOKEN has a space/],
    ...['…', '“t0ken”', '"t0ken"', "'t0ken'", 't0kén', 't0ken\x7f', 't0ken\u200b', 't0\0ken'].map(
      (token): [string, Record<string, string>, RegExp] => [
        `the token ${JSON.stringify(token)}`,
        { GITHUB_TOKEN: token },
        /^GITHUB_TOKEN has a character that no token has\. Paste/,
      ],
    ),
  ])('A mistake names its variable and what to do: %s', (_name, changes, expected) => {
    const found = mistakes({ ...GOOD, ...changes })
    expect(found).toEqual([expect.stringMatching(expected)])
    expect(found.join()).not.toMatch(/s3cret|t0ken/)
  })

  it.each<[string, Record<string, string | undefined>, RegExp]>([
    ['no id', { GITHUB_APP_ID: '' }, /^GITHUB_APP_ID is missing/],
    ['no key', { GITHUB_APP_PRIVATE_KEY: undefined }, /^GITHUB_APP_PRIVATE_KEY is missing/],
    ['no installation', { GITHUB_APP_INSTALLATION_ID: undefined }, /^GITHUB_APP_INSTALLATION_ID is missing/],
    [
      'a bad key',
      { GITHUB_APP_PRIVATE_KEY: PEM.slice(40) },
      /^GITHUB_APP_PRIVATE_KEY can't be used: it is not a PEM.*\.pem/,
    ],
    [
      'a name for an installation',
      { GITHUB_APP_INSTALLATION_ID: 'raxx-app' },
      /^GITHUB_APP_INSTALLATION_ID is "raxx-app"/,
    ],
    ['a name for an App', { GITHUB_APP_ID: 'raxx dev bot' }, /^GITHUB_APP_ID is "raxx dev bot"/],
    ['a token as well', { GITHUB_TOKEN: 't0ken' }, /^GITHUB_TOKEN is set, and/],
  ])('A mistake of an App names its variable and what to do: %s', (_name, changes, expected) => {
    const found = mistakes({ ...APP, ...changes })
    expect(found).toEqual([expect.stringMatching(expected)])
    expect(found.join()).not.toContain(PEM.slice(100, 140))
  })

  it('All mistakes are reported at once', () => {
    const env = {
      FLAG_FREESCOUT_GITHUB_AUTOLINK: 'maybe',
      GITHUB_API_URL: 'x',
      FREESCOUT_EVENTS: '?',
      FREESCOUT_MAILBOX_IDS: 'x',
      MAX_DISPATCHES_PER_MINUTE: 'x',
      PORT: 'x',
      GITHUB_APP_ID: '1',
    }
    expect(mistakes(env).map(mistake => mistake.split(' ')[0])).toEqual([
      'FLAG_FREESCOUT_GITHUB_AUTOLINK',
      'FREESCOUT_WEBHOOK_SECRET',
      'GITHUB_REPOSITORY',
      'GITHUB_API_URL',
      'FREESCOUT_EVENTS',
      'FREESCOUT_MAILBOX_IDS',
      'MAX_DISPATCHES_PER_MINUTE',
      'PORT',
      'GITHUB_APP_PRIVATE_KEY',
      'GITHUB_APP_INSTALLATION_ID',
    ])
  })
})
