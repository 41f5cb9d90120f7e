import { Buffer } from 'node:buffer'
import { createPrivateKey, type KeyObject, sign } from 'node:crypto'
import * as v from 'valibot'
import { type ApiResponse, type GitHubApi, GitHubTrouble } from './github-api.ts'

/** A GitHub App as it is installed on the repository. `id` is its App ID or its client ID. */
export type InstalledApp = { id: string; installationId: string; key: KeyObject }

/** Where the token for a call comes from. */
export type TokenSource = {
  get: () => Promise<string>
  /** Drops a token that GitHub refused (401). Returns whether `get` can give another one. */
  discard: (token: string) => boolean
}

/** A token that expires within this time is not used any more, in milliseconds. */
const SPARE_MS = 5 * 60_000

/**
 * Reads a GitHub App's private key. GitHub hands it out as PKCS#1 (`BEGIN RSA PRIVATE KEY`); PKCS#8
 * (`BEGIN PRIVATE KEY`) works as well. Line breaks may be real, written as `\n`, or lost.
 *
 * @returns the key, or why it can't be used; the reason never shows any part of it
 */
export function readAppKey(
  pem: string,
): { kind: 'key'; key: KeyObject } | { kind: 'unusable'; reason: string } {
  const text = pem.replaceAll('\\r', '').replaceAll('\\n', '\n')
  const found = /-----BEGIN ((?:RSA |ENCRYPTED )?PRIVATE KEY)-----([\s\S]*?)-----END \1-----/.exec(text)
  const [, label = '', base64 = ''] = found ?? []
  if (!found) {
    return {
      kind: 'unusable',
      reason: 'it is not a PEM private key (from "-----BEGIN" to "-----END … KEY-----")',
    }
  }
  if (label.startsWith('ENCRYPTED') || base64.includes('ENCRYPTED')) {
    return { kind: 'unusable', reason: 'it is encrypted with a passphrase' }
  }
  try {
    // OpenSSL reads PEM line by line, and the line breaks may be lost. So it gets the bytes.
    const bytes = Buffer.from(base64, 'base64')
    const type = label.startsWith('RSA') ? 'pkcs1' : 'pkcs8'
    const key = createPrivateKey({ key: bytes, format: 'der', type })
    if (key.asymmetricKeyType === 'rsa') return { kind: 'key', key }
  } catch {
    // OpenSSL's own words do not help, and they may change.
  }
  return { kind: 'unusable', reason: 'it is damaged, or not an RSA key' }
}

/**
 * Makes the source of installation tokens. A token can only do `contents: write` on the one repository, which a
 * `repository_dispatch` needs. The source keeps the token until 5 minutes before it expires. Deliveries that need a
 * token at the same time share one request.
 *
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app
 *
 * @param now milliseconds since the epoch
 */
export function createAppTokens({
  app,
  repository,
  post,
  now,
}: {
  app: InstalledApp
  repository: string
  post: GitHubApi['post']
  now: () => number
}): TokenSource {
  let kept: { token: string; expiresAt: number } | undefined
  let minting: Promise<string> | undefined

  async function mint(): Promise<string> {
    const answer = await post(`/app/installations/${app.installationId}/access_tokens`, {
      token: appJwt(app, now()),
      body: { repositories: [repository.split('/')[1]], permissions: { contents: 'write' } },
    })
    kept = readToken(answer)
    return kept.token
  }

  return {
    get: async () => {
      if (kept && now() < kept.expiresAt - SPARE_MS) return kept.token
      minting ??= mint().finally(() => {
        minting = undefined
      })
      return minting
    },
    discard: token => {
      if (kept?.token === token) kept = undefined
      return true
    },
  }
}

/**
 * The App's own credential: a JWT (RS256). It is valid from 30 s ago, in case the clocks differ, and for 9 minutes;
 * GitHub allows 10.
 *
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app
 *
 * @param time milliseconds since the epoch
 */
export function appJwt({ id, key }: Pick<InstalledApp, 'id' | 'key'>, time: number): string {
  const seconds = Math.floor(time / 1000)
  const encode = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
  const claims = { iat: seconds - 30, exp: seconds + 9 * 60, iss: id }
  const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`
  return `${signed}.${sign('RSA-SHA256', Buffer.from(signed), key).toString('base64url')}`
}

const TOKEN_REFUSALS: Record<number, string> = {
  401: 'GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY do not belong together, or the clock of this machine is wrong',
  403: 'the App is suspended, or its owner limits it',
  404: 'GITHUB_APP_INSTALLATION_ID is not an installation of this App',
  422: 'the App is not installed on GITHUB_REPOSITORY, or was not granted Contents: write',
}

const TOKEN_ANSWER = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ token: v.pipe(v.string(), v.nonEmpty()), expires_at: v.fallback(v.string(), '') }),
)

function readToken({ status, text }: ApiResponse): { token: string; expiresAt: number } {
  const answer = v.safeParse(TOKEN_ANSWER, text)
  if (status === 201 && answer.success) {
    const { token, expires_at } = answer.output
    // A token whose expiry can't be read serves this call and is not kept.
    return { token, expiresAt: Date.parse(expires_at) || 0 }
  }
  const why = TOKEN_REFUSALS[status] ?? 'is GITHUB_API_URL the URL of a GitHub API?'
  throw new GitHubTrouble(`GitHub gave the App no token (${status}): ${why}`, {
    status: 502,
    reason: 'github-refused',
  })
}
