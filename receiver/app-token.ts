import { type Answer, GitHubTrouble, type Post } from './calls.ts'

/** A GitHub App as it is installed on the repository. `id` is its app id or client id. */
export type App = { id: string; installationId: string; key: CryptoKey }

/** Where the token for a call comes from. */
export type TokenSource = {
  get: () => Promise<string>
  /** Tells that GitHub refused the token (401). Whether it is worth asking for another one. */
  refused: (token: string) => boolean
}

/** A token is not used any more when it ends within this time. */
const SPARE_MS = 5 * 60_000

/**
 * Mints installation tokens that can do nothing but `contents: write` on the one repository, which is what a
 * `repository_dispatch` needs. A token is kept until shortly before it ends; deliveries that need one at the
 * same time share one minting.
 *
 * https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-an-installation-access-token-for-a-github-app
 */
export function createAppTokens({
  app,
  repository,
  post,
  now,
}: {
  app: App
  repository: string
  post: Post
  now: () => number
}): TokenSource {
  let kept: { token: string; endsAt: number } | undefined
  let minting: Promise<string> | undefined

  async function mint(): Promise<string> {
    const answer = await post(`/app/installations/${app.installationId}/access_tokens`, {
      token: await appJwt(app, now()),
      body: { repositories: [repository.split('/')[1]], permissions: { contents: 'write' } },
    })
    kept = readToken(answer)
    return kept.token
  }

  return {
    get: async () => {
      if (kept && now() < kept.endsAt - SPARE_MS) return kept.token
      minting ??= mint().finally(() => {
        minting = undefined
      })
      return minting
    },
    refused: token => {
      if (kept?.token === token) kept = undefined
      return true
    },
  }
}

/**
 * The App's own credential: a JWT (RS256) that starts 30 s ago, in case the clocks differ, and ends in 9 minutes;
 * GitHub allows 10.
 *
 * @param time milliseconds since the epoch
 */
export async function appJwt({ id, key }: Pick<App, 'id' | 'key'>, time: number): Promise<string> {
  const seconds = Math.floor(time / 1000)
  const encode = (part: object) => base64Url(new TextEncoder().encode(JSON.stringify(part)))
  const claims = { iat: seconds - 30, exp: seconds + 9 * 60, iss: id }
  const signed = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`
  const signature = await crypto.subtle.sign('RSASSA-PKCS1-v1_5', key, new TextEncoder().encode(signed))
  return `${signed}.${base64Url(new Uint8Array(signature))}`
}

const REFUSALS: Record<number, string> = {
  401: 'GITHUB_APP_ID and GITHUB_APP_PRIVATE_KEY do not belong together, or the clock of this machine is wrong',
  403: 'the App is suspended, or its owner limits it',
  404: 'GITHUB_APP_INSTALLATION_ID is no installation of this App',
  422: 'the App is not installed on GITHUB_REPOSITORY, or was not granted Contents: write',
}

function readToken({ status, body }: Answer): { token: string; endsAt: number } {
  if (status === 201) {
    const found = parsed(body)
    // An end that can't be read is taken for now: the token serves this call and is not kept.
    if (found?.token) return { token: found.token, endsAt: Date.parse(found.expires_at ?? '') || 0 }
  }
  const why = REFUSALS[status] ?? 'is GITHUB_API_URL the URL of a GitHub API?'
  throw new GitHubTrouble(`GitHub gave the App no token (${status}): ${why}`, {
    status: 502,
    reason: 'github-refused',
  })
}

function parsed(body: string): { token?: string; expires_at?: string } | undefined {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes)).replace(/[+/=]/g, found => ({ '+': '-', '/': '_' })[found] ?? '')
}
