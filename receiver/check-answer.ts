import { isRateLimited } from '../src/http/rate-limit.ts'
import type { ApiResult } from './github-api.ts'

/** What `--check` says about a read that GitHub refused, by the answer's status. */
const READ_REFUSALS: Record<number, { found: string; todo: string }> = {
  301: {
    found: 'it has another name now',
    todo: 'Set GITHUB_REPOSITORY to the new name; no redirect is followed.',
  },
  401: { found: 'GitHub refuses the token (401)', todo: 'Set a new one in GITHUB_TOKEN.' },
  403: {
    found: 'GitHub does not let the token do this (403)',
    todo: 'Give the token access to GITHUB_REPOSITORY; an organisation may have to approve it.',
  },
  404: {
    found: 'it does not exist, or the token does not cover it (404)',
    todo: 'Check GITHUB_REPOSITORY, and that the token covers it.',
  },
}

/** Why a read did not give the expected answer, and what to do: a phrase and a sentence. */
export function explainRefusal(answer: ApiResult): { found: string; todo: string } {
  if (answer.kind === 'no-answer') {
    const todo = 'Check the connection to GITHUB_API_URL: network, proxy, certificate.'
    return { found: `GitHub gave no answer (${answer.code})`, todo }
  }
  const { status, headers } = answer
  if (isRateLimited(answer)) {
    return { found: `GitHub limits the token's calls now (${status})`, todo: 'Try again in an hour.' }
  }
  if (status === 403 && headers.get('x-github-sso')) {
    const todo = 'Authorise the token for it in its settings at GitHub.'
    return { found: 'the organisation requires single sign-on (403)', todo }
  }
  if (status >= 500) return { found: `GitHub is not working right now (${status})`, todo: 'Try again later.' }
  return (
    READ_REFUSALS[status] ?? {
      found: `this is no answer about a repository (${status})`,
      todo: 'Set GITHUB_API_URL to the URL of a GitHub API.',
    }
  )
}
