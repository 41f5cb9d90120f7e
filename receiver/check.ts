import { type Check, checkLine } from '../src/checks.ts'
import { FLAG } from '../src/flag.ts'
import { checkGitHub } from './check-github.ts'
import { replacementForEvent } from './events.ts'
import type { SendRequest } from './github-api.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'

const COPY_SECRET = 'Copy it from FreeScout, Manage » API & Webhooks, without anything around it.'

/**
 * Checks everything that must be right before deliveries arrive: the variables, the token or App, the repository, and
 * its workflow. It prints one line for each. It only reads, and sends no dispatch. For a GitHub App, it gets a token.
 *
 * @returns the exit code: 1 when somebody has to fix something, else 0; what could not be checked does not count
 */
export async function checkReceiver({
  env,
  connect,
  say,
  now = Date.now,
}: {
  env: Record<string, string | undefined>
  /** Makes the function that sends requests to GitHub. Pass the receiver's own, so that its proxy is tried, too. */
  connect: (settings: Settings) => SendRequest
  /** Prints one line. It gets the line without its line break. */
  say: (line: string) => void
  /** Milliseconds since the epoch. */
  now?: () => number
}): Promise<0 | 1> {
  const sayAll = (checks: Check[]) => {
    for (const check of checks) say(checkLine(check))
    return checks
  }
  const read = settingsOrMistakes(env)
  const checks: Check[] =
    read.kind === 'mistakes'
      ? sayAll([
          ...read.mistakes,
          { status: 'not-checked', name: 'GitHub', found: 'not asked, because the settings above are wrong' },
        ])
      : [
          ...sayAll(checkEnvironment(read.settings, env)),
          ...sayAll(await checkGitHub({ settings: read.settings, send: connect(read.settings), now })),
        ]
  const wrong = checks.filter(({ status }) => status === 'missing').length
  const open = checks.filter(({ status }) => status === 'not-checked').length
  say(conclusion({ wrong, open }))
  return wrong === 0 ? 0 : 1
}

/** @param open how many things are neither good nor wrong, because nobody could check them or they are off */
function conclusion({ wrong, open }: { wrong: number; open: number }): string {
  if (wrong > 0) return `${wrong} ${wrong === 1 ? 'thing' : 'things'} to fix.`
  if (open === 0) return 'Nothing is wrong.'
  return `Nothing to fix, but ${open === 1 ? 'a line begins' : `${open} lines begin`} with –: look at ${open === 1 ? 'it' : 'them'} yourself.`
}

function settingsOrMistakes(
  env: Record<string, string | undefined>,
): { kind: 'settings'; settings: Settings } | { kind: 'mistakes'; mistakes: Check[] } {
  try {
    return { kind: 'settings', settings: readSettings(env) }
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    const mistakes = error.mistakes.map(
      ({ message }): Check => ({ status: 'missing', name: 'Environment', found: message }),
    )
    return { kind: 'mistakes', mistakes }
  }
}

/** The value of each variable, as the receiver uses it. Secrets are checked, but not shown. */
function checkEnvironment(settings: Settings, env: Record<string, string | undefined>): Check[] {
  const { credentials, events, tagEvents, mailboxIds, dispatchesPerMinute, proxy, host, port } = settings
  const good = (name: string, found: string): Check => {
    const isDefault = !name.split(', ').some(variable => env[variable]?.trim())
    return { status: 'ok', name, found: isDefault ? `${found} (default)` : found }
  }
  const unknownEvents = (events ?? []).flatMap(checkEvent)
  return [
    checkFlag(settings.enabled),
    ...settings.secrets.map(checkSecret),
    good('GITHUB_REPOSITORY', settings.repository),
    good('GITHUB_API_URL', settings.apiUrl),
    credentials.kind === 'app'
      ? good(
          'GITHUB_APP_ID',
          `${credentials.app.id}, installation ${credentials.app.installationId}, with a key`,
        )
      : good('GITHUB_TOKEN', 'set'),
    ...(unknownEvents.length > 0
      ? unknownEvents
      : [good('FREESCOUT_EVENTS', events?.join(', ') ?? 'those that can matter')]),
    good('FREESCOUT_TAG_EVENTS', tagEvents?.join(', ') ?? 'none'),
    good('FREESCOUT_MAILBOX_IDS', mailboxIds?.join(', ') ?? 'every mailbox'),
    good('FREESCOUT_ISSUE_FIELD', settings.issueField),
    good('MAX_DISPATCHES_PER_MINUTE', String(dispatchesPerMinute)),
    ...(proxy
      ? [good(proxy.variable, `${new URL(proxy.url).host} is the proxy for requests to GitHub`)]
      : []),
    good('HOST, PORT', `${host ?? 'all interfaces'}, ${port}`),
  ]
}

function checkFlag(enabled: boolean): Check {
  if (enabled) return { status: 'ok', name: FLAG, found: 'on' }
  return {
    status: 'not-checked',
    name: FLAG,
    found: 'off, so nothing is forwarded and there is no badge',
    todo: 'Set it to true when everything else is right.',
  }
}

/** The check of one event. There is none for an event that somebody may send. */
function checkEvent(event: string): Check[] {
  const todo = replacementForEvent(event)
  if (!todo) return []
  return [{ status: 'missing', name: 'FREESCOUT_EVENTS', found: `FreeScout does not send "${event}"`, todo }]
}

/** Only a delivery shows whether a secret is the right one. But some values are surely wrong. */
function checkSecret(secret: string, index: number, { length }: string[]): Check {
  const name = `FREESCOUT_WEBHOOK_SECRET${length > 1 ? `, ${index + 1} of ${length}` : ''}`
  const wrong = (found: string): Check => ({ status: 'missing', name, found, todo: COPY_SECRET })
  if (/^(["']).*\1$/.test(secret)) return wrong('there are quotes around it')
  if (/^(?:gh[a-z]_|github_pat_)/.test(secret)) return wrong('it is a GitHub token')
  if (secret.length < 16 || new Set(secret).size < 6) return wrong('it is so simple that it can be guessed')
  if (/^[\da-f]{32}$/.test(secret)) return { status: 'ok', name, found: 'it looks like one of FreeScout’s' }
  const found = 'it does not look like FreeScout’s own, which are 32 digits and letters a to f'
  return { status: 'not-checked', name, found, todo: COPY_SECRET }
}
