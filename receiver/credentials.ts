import { type InstalledApp, readAppKey } from './app-token.ts'

/** How the receiver authenticates to GitHub: with a token, or as an installed GitHub App. */
export type Credentials = { kind: 'token'; token: string } | { kind: 'app'; app: InstalledApp }

/** One mistake in the environment. The message says what is wrong and what to do. It shows no secret. */
export type SettingMistake = { variable: string; message: string }

type ReadCredentials =
  | { kind: 'credentials'; credentials: Credentials }
  | { kind: 'mistakes'; mistakes: SettingMistake[] }

const APP_VARIABLES = ['GITHUB_APP_ID', 'GITHUB_APP_PRIVATE_KEY', 'GITHUB_APP_INSTALLATION_ID'] as const

/**
 * Characters that can't be in a token: quotes, which Docker's env files keep, and everything that no header can hold,
 * such as curly quotes and `…`.
 */
const NOT_IN_TOKENS = /["']|[^\x21-\x7e]/

/**
 * Reads either `GITHUB_TOKEN` or the App's three variables. Both at once are a mistake: nobody could see which one
 * the receiver uses.
 *
 * @returns the credentials, with a key that is ready to sign; or every mistake, none of which shows a secret
 */
export function readCredentials(env: Record<string, string | undefined>): ReadCredentials {
  const token = env.GITHUB_TOKEN ?? ''
  const isApp = APP_VARIABLES.some(name => env[name]?.trim())
  if (isApp) return readApp(env)
  const mistake = (message: string): ReadCredentials => ({
    kind: 'mistakes',
    mistakes: [{ variable: 'GITHUB_TOKEN', message }],
  })
  if (token === '') {
    return mistake(
      `GITHUB_TOKEN is missing. Set it to a token with Contents: write on the repository, or set ${APP_VARIABLES.join(', ')}.`,
    )
  }
  if (/\s/.test(token)) {
    return mistake('GITHUB_TOKEN has a space or a line break in it. Remove it.')
  }
  if (NOT_IN_TOKENS.test(token)) {
    return mistake(
      'GITHUB_TOKEN has a character that no token has. Paste the token again, without quotes or anything else around it.',
    )
  }
  return { kind: 'credentials', credentials: { kind: 'token', token } }
}

function readApp(env: Record<string, string | undefined>): ReadCredentials {
  const mistakes: SettingMistake[] = []
  const add = (variable: string, message: string) => mistakes.push({ variable, message })
  if (env.GITHUB_TOKEN) {
    add(
      'GITHUB_TOKEN',
      'GITHUB_TOKEN is set, and GITHUB_APP_… too. Unset GITHUB_TOKEN, or all three GITHUB_APP_….',
    )
  }
  for (const name of APP_VARIABLES) {
    if (!env[name]?.trim()) {
      add(name, `${name} is missing. A GitHub App needs ${APP_VARIABLES.join(', ')}.`)
    }
  }
  const id = env.GITHUB_APP_ID?.trim() ?? ''
  if (id && !/^[\w.-]{1,64}$/.test(id)) {
    add(
      'GITHUB_APP_ID',
      `GITHUB_APP_ID is "${id}". Set it to the App ID or the Client ID, which the App's settings page shows.`,
    )
  }
  const installationId = env.GITHUB_APP_INSTALLATION_ID?.trim() ?? ''
  if (installationId && !/^\d{1,15}$/.test(installationId)) {
    add(
      'GITHUB_APP_INSTALLATION_ID',
      `GITHUB_APP_INSTALLATION_ID is "${installationId}". Set it to the number at the end of the installation's URL.`,
    )
  }
  const pem = env.GITHUB_APP_PRIVATE_KEY?.trim() ?? ''
  const read = readAppKey(pem)
  if (pem && read.kind === 'unusable') {
    add(
      'GITHUB_APP_PRIVATE_KEY',
      `GITHUB_APP_PRIVATE_KEY can't be used: ${read.reason}. Set it to the text of the .pem file from GitHub; an env file needs double quotes around it.`,
    )
  }
  if (mistakes.length > 0 || read.kind === 'unusable') return { kind: 'mistakes', mistakes }
  return { kind: 'credentials', credentials: { kind: 'app', app: { id, installationId, key: read.key } } }
}
