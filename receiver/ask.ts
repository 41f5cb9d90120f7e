import { type Fetch, nameOf } from './calls.ts'
import { VERSION } from './version.ts'

const TIMEOUT_MS = 10_000

/** GitHub's answer to a question, or, with status 0, in a word why there was none. */
export type Asked = { status: number; header: (name: string) => string | null; text: string }

/** Reads something from GitHub's REST API, `path` being what comes after the API's URL. It doesn't reject. */
export type Ask = (path: string, accept?: string) => Promise<Asked>

/** Makes the way to ask GitHub for `--check`. It follows no redirect: the token is for the API's address alone. */
export function createAsk({ fetch, apiUrl, token }: { fetch: Fetch; apiUrl: string; token: string }): Ask {
  return async (path, accept = 'application/vnd.github+json') => {
    try {
      const answer = await fetch(`${apiUrl}${path}`, {
        method: 'GET',
        headers: {
          accept,
          authorization: `Bearer ${token}`,
          'user-agent': `freescout-autolink/${VERSION}`,
          'x-github-api-version': '2022-11-28',
        },
        body: '',
        redirect: 'manual',
        signal: AbortSignal.timeout(TIMEOUT_MS),
      })
      const { status, headers } = answer
      return { status, header: name => headers.get(name), text: await answer.text() }
    } catch (error) {
      return { status: 0, header: () => null, text: nameOf(error) }
    }
  }
}

/** JSON, or `undefined` for what is none. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
