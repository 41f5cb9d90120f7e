import { DISPATCH_TYPE, type DispatchPayload } from '../src/dispatch.ts'
import { createAppTokens, type TokenSource } from './app-token.ts'
import { createGitHubApi, GitHubTrouble, type SendRequest } from './github-api.ts'
import type { Settings } from './settings.ts'

/** The most dispatches that wait for GitHub's answer at one time. */
const MAX_IN_FLIGHT = 64

/** Sends dispatches to the repository. */
type Dispatcher = {
  /** @throws {GitHubTrouble} when a dispatch would not be sent now */
  assertReady: () => void
  /** Resolves once GitHub has accepted the dispatch. @throws {GitHubTrouble} when GitHub has not */
  dispatch: (payload: DispatchPayload) => Promise<void>
}

/**
 * What a permanent refusal means, and what to do. GitHub's own message is left out, because it may repeat the request.
 */
const DISPATCH_REFUSALS: Record<number, string> = {
  401: 'the token is wrong or has expired. Set a new one in GITHUB_TOKEN, or check the App and its permissions',
  403: 'the token may not do this. Give it Contents: write on GITHUB_REPOSITORY',
  404: 'the repository does not exist, or the token does not cover it. Check GITHUB_REPOSITORY and the token',
  422: 'the repository accepts no dispatch. Check that GITHUB_REPOSITORY is not archived and has Actions turned on',
}

/**
 * Sends `repository_dispatch` events to the one repository. GitHub answers 204 when it has accepted one.
 *
 * https://docs.github.com/rest/repos/repos#create-a-repository-dispatch-event
 *
 * @param now milliseconds since the epoch
 */
export function createDispatcher({
  settings: { apiUrl, repository, credentials },
  send,
  now,
}: {
  settings: Pick<Settings, 'apiUrl' | 'repository' | 'credentials'>
  send: SendRequest
  now: () => number
}): Dispatcher {
  const api = createGitHubApi({ send, apiUrl, now })
  const tokens =
    credentials.kind === 'app'
      ? createAppTokens({ app: credentials.app, repository, post: api.post, now })
      : fixedToken(credentials.token)
  let inFlight = 0

  function assertReady(): void {
    api.assertReady()
    if (inFlight < MAX_IN_FLIGHT) return
    const message = `GitHub is slow: ${inFlight} dispatches are still waiting for an answer.`
    throw new GitHubTrouble(message, { status: 503, reason: 'github-busy', retryAfter: 1 })
  }

  async function sendDispatch(payload: DispatchPayload): Promise<void> {
    const body = { event_type: DISPATCH_TYPE, client_payload: payload }
    const post = (token: string) => api.post(`/repos/${repository}/dispatches`, { token, body })
    const token = await tokens.get()
    let { status } = await post(token)
    if (status === 401 && tokens.discard(token)) ({ status } = await post(await tokens.get()))
    if (status === 204) return
    const why =
      DISPATCH_REFUSALS[status] ??
      'this is no answer to a dispatch. Is GITHUB_API_URL the URL of a GitHub API?'
    throw new GitHubTrouble(`GitHub refused the dispatch (${status}): ${why}`, {
      status: 502,
      reason: 'github-refused',
    })
  }

  return {
    assertReady,
    async dispatch(payload) {
      assertReady()
      inFlight++
      try {
        await sendDispatch(payload)
      } finally {
        inFlight--
      }
    },
  }
}

function fixedToken(token: string): TokenSource {
  return { get: async () => token, discard: () => false }
}
