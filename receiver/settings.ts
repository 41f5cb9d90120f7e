import { parseFlag } from '../src/flag.ts'
import { type Credentials, readCredentials } from './credentials.ts'
import { isNeverForwarded } from './filter.ts'

const FLAG = 'FLAG_FREESCOUT_GITHUB_AUTOLINK'

/** What the receiver was told by its environment. */
export type Settings = {
  enabled: boolean
  /** At least one; more while the secret is being rotated. */
  secrets: string[]
  /** `owner/name` */
  repository: string
  /** Without a slash at its end. */
  apiUrl: string
  credentials: Credentials
  /** `null`: the events that can matter. */
  events: string[] | null
  /** `null`: all. */
  mailboxIds: number[] | null
  /** The name of the custom field that holds the issue's URL. */
  issueField: string
  dispatchesPerMinute: number
  /** `undefined`: all interfaces. */
  host: string | undefined
  port: number
}

/** All mistakes in an environment at once, one line each: the variable, what is wrong, what to do. */
export class SettingsError extends Error {
  readonly mistakes: string[]

  constructor(mistakes: string[]) {
    super(
      `The environment has ${mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`}:\n${mistakes.map(line => `- ${line}`).join('\n')}`,
    )
    this.name = 'SettingsError'
    this.mistakes = mistakes
  }
}

/**
 * Reads the settings. Everything is checked even while the flag is off, so that turning it on later holds no
 * surprise.
 *
 * @throws {SettingsError} naming every mistake; secrets are never shown
 */
export async function readSettings(env: Record<string, string | undefined>): Promise<Settings> {
  const mistakes: string[] = []
  const text = (name: string) => (env[name] ?? '').trim()
  /** Takes a variable's value, or notes the mistake and goes on with `fallback`, which then is never used. */
  const reading = <T>(read: () => T, fallback: T): T => {
    try {
      return read()
    } catch (error) {
      mistakes.push(error instanceof Error ? error.message : String(error))
      return fallback
    }
  }

  const settings = {
    enabled: reading(() => parseFlag(env[FLAG], FLAG), false),
    secrets: reading(() => readSecrets(env.FREESCOUT_WEBHOOK_SECRET ?? ''), []),
    repository: reading(() => readRepository(text('GITHUB_REPOSITORY')), ''),
    apiUrl: reading(() => readApiUrl(text('GITHUB_API_URL') || 'https://api.github.com'), ''),
    events: reading(() => readEvents(text('FREESCOUT_EVENTS')), null),
    mailboxIds: reading(() => readMailboxIds(text('FREESCOUT_MAILBOX_IDS')), null),
    issueField: text('FREESCOUT_ISSUE_FIELD') || 'github_issue_url',
    dispatchesPerMinute: reading(
      () =>
        readNumber('MAX_DISPATCHES_PER_MINUTE', text('MAX_DISPATCHES_PER_MINUTE') || '120', [1, 1_000_000]),
      0,
    ),
    host: text('HOST') || undefined,
    port: reading(() => readNumber('PORT', text('PORT') || '8080', [0, 65_535]), 0),
  }
  const read = await readCredentials(env)
  if ('mistakes' in read) mistakes.push(...read.mistakes)
  if (mistakes.length > 0 || 'mistakes' in read) throw new SettingsError(mistakes)
  return { ...settings, credentials: read.credentials }
}

function readSecrets(value: string): string[] {
  const where = 'It is shown in FreeScout under Manage » API & Webhooks'
  if (value.trim() === '') throw new Error(`FREESCOUT_WEBHOOK_SECRET is missing. ${where}.`)
  if (/\s/.test(value)) {
    throw new Error(
      'FREESCOUT_WEBHOOK_SECRET has a space or a line break in it. Take it out; several secrets are separated by a comma alone.',
    )
  }
  const secrets = value.split(',')
  if (secrets.includes('')) {
    throw new Error('FREESCOUT_WEBHOOK_SECRET has a comma with no secret beside it. Take the comma out.')
  }
  return secrets
}

function readRepository(value: string): string {
  const what = 'Set it to owner/name, the repository whose workflow is to run'
  if (value === '') throw new Error(`GITHUB_REPOSITORY is missing. ${what}.`)
  if (/^[\w-]{1,100}\/(?!\.{1,2}$)[\w.-]{1,100}(?<!\.git)$/.test(value)) return value
  throw new Error(`GITHUB_REPOSITORY is "${value}". ${what}, without https:// or .git.`)
}

function readApiUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const what = 'Set it to the https URL of the API, such as https://github.example.org/api/v3'
  if (!url || url.username || url.password || url.search || url.hash) {
    throw new Error(`GITHUB_API_URL is no plain URL. ${what}, or leave it out for github.com.`)
  }
  const loopback = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopback)) {
    throw new Error(`GITHUB_API_URL is "${value}". ${what}; http is for loopback only.`)
  }
  return url.href.replace(/\/+$/, '')
}

function readEvents(value: string): string[] | null {
  if (value === '') return null
  return value.split(',').map(part => {
    const event = part.trim()
    if (!/^[A-Za-z0-9_.:-]{1,64}$/.test(event)) {
      throw new Error(
        `FREESCOUT_EVENTS has "${event}". An event's name is 1 to 64 letters, digits and _ . : - ; separate them by commas.`,
      )
    }
    if (!isNeverForwarded(event)) return event
    throw new Error(`FREESCOUT_EVENTS has "${event}", which is about no ticket there is. Take it out.`)
  })
}

function readMailboxIds(value: string): number[] | null {
  if (value === '') return null
  return value.split(',').map(part => {
    const id = part.trim()
    if (/^[1-9]\d{0,14}$/.test(id)) return Number(id)
    throw new Error(
      `FREESCOUT_MAILBOX_IDS has "${id}". Give the mailboxes' numbers (in the URL of a mailbox's page), separated by commas.`,
    )
  })
}

function readNumber(name: string, value: string, [least, most]: [number, number]): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  throw new Error(`${name} is "${value}". Give a whole number from ${least} to ${most}.`)
}
