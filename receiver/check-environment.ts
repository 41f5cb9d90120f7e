import type { Finding } from './finding.ts'
import type { Settings } from './settings.ts'

const COPY_SECRET = 'Copy it from FreeScout, Manage » API & Webhooks, without anything around it.'

/** What each variable means to the receiver, once they could all be read. Secrets are judged, not shown. */
export function checkEnvironment(settings: Settings, env: Record<string, string | undefined>): Finding[] {
  const { credentials, events, mailboxIds, dispatchesPerMinute, host, port } = settings
  const good = (name: string, found: string): Finding => {
    const isDefault = !name.split(', ').some(variable => env[variable]?.trim())
    return { sign: '✓', name, found: isDefault ? `${found} (default)` : found }
  }
  return [
    checkFlag(settings.enabled),
    ...settings.secrets.map(checkSecret),
    good('GITHUB_REPOSITORY', settings.repository),
    good('GITHUB_API_URL', settings.apiUrl),
    'app' in credentials
      ? good(
          'GITHUB_APP_ID',
          `${credentials.app.id}, installation ${credentials.app.installationId}, with a key`,
        )
      : good('GITHUB_TOKEN', 'set'),
    good('FREESCOUT_EVENTS', events?.join(', ') ?? 'those that can matter'),
    good('FREESCOUT_MAILBOX_IDS', mailboxIds?.join(', ') ?? 'every mailbox'),
    good('FREESCOUT_ISSUE_FIELD', settings.issueField),
    good('MAX_DISPATCHES_PER_MINUTE', String(dispatchesPerMinute)),
    good('HOST, PORT', `${host ?? 'all interfaces'}, ${port}`),
  ]
}

function checkFlag(enabled: boolean): Finding {
  const name = 'FLAG_FREESCOUT_GITHUB_AUTOLINK'
  if (enabled) return { sign: '✓', name, found: 'on' }
  return {
    sign: '–',
    name,
    found: 'off, so nothing is forwarded and there is no badge',
    todo: 'Set it to true once all else is right.',
  }
}

/** A secret can't be tried out: only a delivery shows whether it is FreeScout's. Some can't be, though. */
function checkSecret(secret: string, index: number, { length }: string[]): Finding {
  const name = `FREESCOUT_WEBHOOK_SECRET${length > 1 ? `, ${index + 1} of ${length}` : ''}`
  const wrong = (found: string): Finding => ({ sign: '✗', name, found, todo: COPY_SECRET })
  if (/^(["']).*\1$/.test(secret)) return wrong('there are quotes around it')
  if (/^(?:gh[a-z]_|github_pat_)/.test(secret)) return wrong('it is a GitHub token')
  if (secret.length < 16 || new Set(secret).size < 6) return wrong('it is so simple that it can be guessed')
  if (/^[\da-f]{32}$/.test(secret)) return { sign: '✓', name, found: 'it looks like one of FreeScout’s' }
  const found = 'it does not look like FreeScout’s own, which are 32 digits and letters a to f'
  return { sign: '–', name, found, todo: COPY_SECRET }
}
