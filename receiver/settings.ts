import { FLAG, parseFlag } from '../src/flag.ts'
import { DEFAULT_ISSUE_FIELD, REPOSITORY_NAME } from '../src/names.ts'
import { isSecure } from '../src/secure-url.ts'
import { type Credentials, readCredentials, type SettingMistake } from './credentials.ts'
import { isFreeScoutsOwn } from './events.ts'
import { isNeverForwarded } from './filter.ts'
import { CLEAN_NAME } from './log.ts'

/** What the operator set in the receiver's environment. */
export type Settings = {
  enabled: boolean
  /** At least one. There are more while the secret is being rotated. */
  secrets: string[]
  /** `owner/name` */
  repository: string
  /** Without a slash at its end. */
  apiUrl: string
  credentials: Credentials
  /** `null`: the events that can matter. */
  events: string[] | null
  /** The events with which a Workflow announces every ticket that gets a trigger tag. `null`: there is none. */
  tagEvents: string[] | null
  /** `null`: all. */
  mailboxIds: number[] | null
  /** The name of the custom field that holds the issue's URL. */
  issueField: string
  dispatchesPerMinute: number
  /** `undefined`: GitHub is called directly. */
  proxy: ProxySettings | undefined
  /** `undefined`: all interfaces. */
  host: string | undefined
  port: number
}

/** The proxy on the way to GitHub. */
export type ProxySettings = {
  /** The variable that names the proxy. */
  variable: string
  /** An http or https URL. It may hold a password. */
  url: string
  /** The hosts that are reached without the proxy, as `NO_PROXY` lists them. */
  except: string
}

/** All mistakes in an environment at once. */
export class SettingsError extends Error {
  readonly mistakes: SettingMistake[]

  constructor(mistakes: SettingMistake[]) {
    const count = mistakes.length === 1 ? 'a mistake' : `${mistakes.length} mistakes`
    super(`The environment has ${count}:\n${mistakes.map(({ message }) => `- ${message}`).join('\n')}`)
    this.name = 'SettingsError'
    this.mistakes = mistakes
  }
}

/**
 * Reads the settings. It checks all of them even while the flag is off, so that people see a mistake before they turn
 * the flag on.
 *
 * @throws {SettingsError} with every mistake
 */
export function readSettings(env: Record<string, string | undefined>): Settings {
  const mistakes: SettingMistake[] = []
  /** Reads a variable. After a mistake it returns `fallback`, which nobody uses: the mistakes are thrown in the end. */
  const read = <T>(variable: string, parse: (value: string) => T, fallback: T): T => {
    try {
      return parse(env[variable] ?? '')
    } catch (error) {
      mistakes.push({ variable, message: error instanceof Error ? error.message : String(error) })
      return fallback
    }
  }
  const perMinute = 'MAX_DISPATCHES_PER_MINUTE'

  const settings = {
    enabled: read(FLAG, value => parseFlag(value, FLAG), false),
    secrets: read('FREESCOUT_WEBHOOK_SECRET', readSecrets, []),
    repository: read('GITHUB_REPOSITORY', value => readFullName(value.trim()), ''),
    apiUrl: read('GITHUB_API_URL', value => readApiUrl(value.trim() || 'https://api.github.com'), ''),
    events: read('FREESCOUT_EVENTS', value => readEvents(value.trim()), null),
    tagEvents: read(
      'FREESCOUT_TAG_EVENTS',
      value => readTagEvents(value.trim(), env.FREESCOUT_EVENTS?.trim() ?? ''),
      null,
    ),
    mailboxIds: read('FREESCOUT_MAILBOX_IDS', value => readMailboxIds(value.trim()), null),
    issueField: env.FREESCOUT_ISSUE_FIELD?.trim() || DEFAULT_ISSUE_FIELD,
    dispatchesPerMinute: read(perMinute, value => readNumber(perMinute, value.trim() || '120', [1, 1e6]), 0),
    proxy: readProxy(env, read),
    host: env.HOST?.trim() || undefined,
    port: read('PORT', value => readNumber('PORT', value.trim() || '8080', [0, 65_535]), 0),
  }
  const found = readCredentials(env)
  if (found.kind === 'mistakes') mistakes.push(...found.mistakes)
  if (mistakes.length > 0 || found.kind === 'mistakes') throw new SettingsError(mistakes)
  return { ...settings, credentials: found.credentials }
}

function readSecrets(value: string): string[] {
  const where = 'It is shown in FreeScout under Manage » API & Webhooks'
  if (value.trim() === '') throw new Error(`FREESCOUT_WEBHOOK_SECRET is missing. ${where}.`)
  const secrets = value.split(/[ \t]*,[ \t]*/)
  if (secrets.some(secret => /\s/.test(secret))) {
    throw new Error(
      'FREESCOUT_WEBHOOK_SECRET has a space or a line break in it. Remove it; several secrets are separated by commas.',
    )
  }
  if (/[^\x21-\x7e]/.test(secrets.join(''))) {
    throw new Error(
      'FREESCOUT_WEBHOOK_SECRET has a character that no secret has. Paste the secret again, without anything around it.',
    )
  }
  if (secrets.includes('')) {
    throw new Error('FREESCOUT_WEBHOOK_SECRET has a comma with no secret beside it. Remove the comma.')
  }
  return secrets
}

function readFullName(value: string): string {
  const what = 'Set it to owner/name, the repository whose workflow receives the tickets'
  if (value === '') throw new Error(`GITHUB_REPOSITORY is missing. ${what}.`)
  if (REPOSITORY_NAME.test(value) && !value.endsWith('.git')) return value
  throw new Error(`GITHUB_REPOSITORY is "${value}". ${what}, without quotes, https:// or .git.`)
}

function readApiUrl(value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined
  const what = 'Set it to the https URL of the API, such as https://github.example.org/api/v3'
  if (!url || url.username || url.password || url.search || url.hash) {
    throw new Error(`GITHUB_API_URL is not a plain URL. ${what}, or leave it out for github.com.`)
  }
  if (!isSecure(url)) {
    throw new Error(`GITHUB_API_URL is "${value}". ${what}; http is for loopback only.`)
  }
  return url.href.replace(/\/+$/, '')
}

function readEvents(value: string): string[] | null {
  if (value === '') return null
  return value.split(',').map(part => {
    const event = part.trim()
    if (!CLEAN_NAME.test(event)) {
      throw new Error(
        `FREESCOUT_EVENTS has "${event}". The name of an event is 1 to 64 letters, digits and _ . : - ; separate several by commas.`,
      )
    }
    if (!isNeverForwarded(event)) return event
    throw new Error(`FREESCOUT_EVENTS has "${event}", an event that is never forwarded. Remove it.`)
  })
}

/** Where there is a list of wanted events, it must have those that announce tags. */
function readTagEvents(value: string, wanted: string): string[] | null {
  if (value === '') return null
  const wantedEvents = wanted.split(',').map(part => part.trim())
  return value.split(',').map(part => {
    const event = part.trim()
    if (!CLEAN_NAME.test(event) || isNeverForwarded(event) || isFreeScoutsOwn(event)) {
      throw new Error(
        `FREESCOUT_TAG_EVENTS has "${event}", which announces no tags. Set it to the name in a Workflow's Trigger Webhook, such as autolink.tagged.`,
      )
    }
    if (wanted === '' || wantedEvents.includes(event)) return event
    throw new Error(`FREESCOUT_TAG_EVENTS has "${event}", which FREESCOUT_EVENTS lacks. Add it there.`)
  })
}

function readMailboxIds(value: string): number[] | null {
  if (value === '') return null
  return value.split(',').map(part => {
    const id = part.trim()
    if (/^[1-9]\d{0,14}$/.test(id)) return Number(id)
    throw new Error(
      `FREESCOUT_MAILBOX_IDS has "${id}". Set it to the ids of mailboxes (in the URL of a mailbox's page), separated by commas.`,
    )
  })
}

function readNumber(name: string, value: string, [least, most]: [number, number]): number {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  if (number >= least && number <= most) return number
  throw new Error(`${name} is "${value}". Use a whole number from ${least} to ${most}.`)
}

/** The first of these variables that is set counts. Lower case comes first, as with curl. */
const PROXY_VARIABLES = ['HTTPS_PROXY', 'HTTP_PROXY', 'ALL_PROXY'].flatMap(name => [name.toLowerCase(), name])

/**
 * Reads the proxy's variables. GitHub is never called directly when the environment names a proxy.
 *
 * @param read reads a variable, and collects the mistake when its value is wrong
 */
function readProxy(
  env: Record<string, string | undefined>,
  read: (variable: string, parse: (value: string) => string, fallback: string) => string,
): ProxySettings | undefined {
  const variable = PROXY_VARIABLES.find(name => env[name]?.trim())
  if (!variable) return undefined
  const parse = (value: string) => {
    const url = value.trim()
    if (URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)) return url
    throw new Error(
      `${variable} is not the URL of an HTTP proxy. Set it to http://host:port, or unset it to call GitHub directly.`,
    )
  }
  return { variable, url: read(variable, parse, ''), except: (env.no_proxy ?? env.NO_PROXY ?? '').trim() }
}
