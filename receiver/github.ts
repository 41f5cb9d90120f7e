import { DISPATCH_TYPE, type DispatchPayload } from '../src/dispatch.ts'
import { createAppTokens, type TokenSource } from './app-token.ts'
import { createCalls, type Fetch, GitHubTrouble } from './calls.ts'
import type { Settings } from './settings.ts'

/** The most dispatches under way at one time; each makes one call at a time. */
const MAX_CONCURRENT = 64

/** GitHub, as far as the receiver needs it. */
export type GitHub = {
  /** @throws {GitHubTrouble} when a dispatch would not even be sent now */
  assertReady: () => void
  /** Comes back once GitHub has taken the dispatch. @throws {GitHubTrouble} when it has not */
  dispatch: (payload: DispatchPayload) => Promise<void>
}

/** What a refusal for good means, and what to do about it. GitHub's own words are left out: they may echo us. */
const REFUSALS: Record<number, string> = {
  401: 'the token is wrong or has expired. Set a new one in GITHUB_TOKEN, or check the App and its permissions',
  403: 'the token may not do this. Give it Contents: write on GITHUB_REPOSITORY',
  404: 'no such repository, or the token does not see it. Check GITHUB_REPOSITORY, and that the token covers it',
  422: 'it does not take the dispatch. Check that GITHUB_REPOSITORY is not archived and has Actions turned on',
}

/**
 * Sends `repository_dispatch` events to the one repository.
 *
 * https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event (204 when taken)
 */
export function createGitHub({
  settings: { apiUrl, repository, credentials },
  fetch,
  now,
}: {
  settings: Pick<Settings, 'apiUrl' | 'repository' | 'credentials'>
  fetch: Fetch
  now: () => number
}): GitHub {
  const calls = createCalls({ fetch, apiUrl, now })
  const tokens =
    'app' in credentials
      ? createAppTokens({ app: credentials.app, repository, post: calls.post, now })
      : fixedToken(credentials.token)
  let underWay = 0

  function assertReady(): void {
    calls.assertReady()
    if (underWay < MAX_CONCURRENT) return
    const message = `GitHub is slow: ${underWay} dispatches are under way already.`
    throw new GitHubTrouble(message, { status: 503, reason: 'github-busy', retryAfter: 1 })
  }

  async function send(payload: DispatchPayload): Promise<void> {
    const body = { event_type: DISPATCH_TYPE, client_payload: payload }
    const post = (token: string) => calls.post(`/repos/${repository}/dispatches`, { token, body })
    const token = await tokens.get()
    let { status } = await post(token)
    if (status === 401 && tokens.refused(token)) ({ status } = await post(await tokens.get()))
    if (status === 204) return
    const why =
      REFUSALS[status] ?? 'that is no answer to a dispatch. Is GITHUB_API_URL the URL of a GitHub API?'
    throw new GitHubTrouble(`GitHub refused the dispatch (${status}): ${why}`, {
      status: 502,
      reason: 'github-refused',
    })
  }

  return {
    assertReady,
    async dispatch(payload) {
      assertReady()
      underWay++
      try {
        await send(payload)
      } finally {
        underWay--
      }
    },
  }
}

function fixedToken(token: string): TokenSource {
  return { get: async () => token, refused: () => false }
}
