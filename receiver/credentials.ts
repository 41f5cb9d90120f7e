import { importAppKey } from './app-key.ts'
import type { App } from './app-token.ts'

/** How the receiver proves itself to GitHub: with a token, or as an installed GitHub App. */
export type Credentials = { token: string } | { app: App }

const APP_VARIABLES = ['GITHUB_APP_ID', 'GITHUB_APP_PRIVATE_KEY', 'GITHUB_APP_INSTALLATION_ID'] as const

/**
 * Reads either `GITHUB_TOKEN` or the App's three variables. Both at once are a mistake: nobody could tell which
 * one is at work.
 *
 * @returns the credentials, their key ready for use; or every mistake, none of which shows a secret
 */
export async function readCredentials(
  env: Record<string, string | undefined>,
): Promise<{ credentials: Credentials } | { mistakes: string[] }> {
  const token = env.GITHUB_TOKEN ?? ''
  const [id, key, installationId] = APP_VARIABLES.map(name => (env[name] ?? '').trim()) as [
    string,
    string,
    string,
  ]
  const missing = APP_VARIABLES.filter(name => !env[name]?.trim())
  const mistakes: string[] = []

  if (missing.length === APP_VARIABLES.length) {
    if (token === '') {
      mistakes.push(
        `GITHUB_TOKEN is missing. Set it to a token with Contents: write on the repository, or set ${APP_VARIABLES.join(', ')}.`,
      )
    } else if (/\s/.test(token)) {
      mistakes.push('GITHUB_TOKEN has a space or a line break in it. Take it out.')
    }
    return mistakes.length > 0 ? { mistakes } : { credentials: { token } }
  }

  if (token !== '') {
    mistakes.push('GITHUB_TOKEN is set, and GITHUB_APP_… too. Unset GITHUB_TOKEN, or all three GITHUB_APP_….')
  }
  for (const name of missing)
    mistakes.push(`${name} is missing. A GitHub App needs ${APP_VARIABLES.join(', ')}.`)
  if (id && !/^[\w.-]{1,64}$/.test(id)) {
    mistakes.push(
      `GITHUB_APP_ID is "${id}". Give the App ID or the Client ID, as the App's settings page shows it.`,
    )
  }
  if (installationId && !/^\d{1,15}$/.test(installationId)) {
    mistakes.push(
      `GITHUB_APP_INSTALLATION_ID is "${installationId}". Give the number at the end of the installation's URL.`,
    )
  }
  const imported = key ? await imports(key) : undefined
  if (typeof imported === 'string') {
    mistakes.push(
      `GITHUB_APP_PRIVATE_KEY can't be used: ${imported}. Give the .pem file that GitHub handed out.`,
    )
  }
  if (mistakes.length > 0 || !imported || typeof imported === 'string') return { mistakes }
  return { credentials: { app: { id, installationId, key: imported } } }
}

/** The key, or in words why it is none. */
async function imports(pem: string): Promise<CryptoKey | string> {
  try {
    return await importAppKey(pem)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}
