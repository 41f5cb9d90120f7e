import { type Asked, parsed } from './ask.ts'
import type { Finding } from './finding.ts'

/** What of a repository decides whether it takes dispatches. */
export type Repository = {
  visibility: string
  branch: string
  isArchived: boolean
  /** Whether the token's owner may write; `undefined` when it isn't told. */
  mayPush: boolean | undefined
  /** A classic token's scopes; `undefined` for every other kind. */
  scopes: string[] | undefined
}

type Judgement = Omit<Finding, 'name'>

/** Reads the answer about a repository; `undefined` when it is none. */
export function readRepository({ status, text, header }: Asked): Repository | undefined {
  const given = (status === 200 ? parsed(text) : undefined) as Record<string, unknown> | null | undefined
  if (typeof given?.default_branch !== 'string') return undefined
  const { visibility, permissions } = given
  return {
    visibility: typeof visibility === 'string' ? visibility : given.private ? 'private' : 'public',
    branch: given.default_branch,
    isArchived: given.archived === true,
    mayPush: (permissions as { push?: boolean } | undefined)?.push,
    scopes: header('x-oauth-scopes')
      ?.split(',')
      .map(scope => scope.trim())
      .filter(Boolean),
  }
}

const REFUSALS: Record<number, { found: string; todo: string }> = {
  301: {
    found: 'it has another name now',
    todo: 'Set GITHUB_REPOSITORY to the new one; no redirect is followed.',
  },
  401: { found: 'GitHub refuses the token (401)', todo: 'Set a new one in GITHUB_TOKEN.' },
  403: {
    found: 'GitHub forbids it to the token (403)',
    todo: 'Give it access to GITHUB_REPOSITORY; an organisation may have to approve it.',
  },
  404: {
    found: 'there is none, or the token does not see it (404)',
    todo: 'Check GITHUB_REPOSITORY, and that the token covers it.',
  },
}

/** Why an answer is not the one hoped for, and what to do. */
export function refusalOf({ status, text, header }: Asked): { found: string; todo: string } {
  if (status === 0) {
    return {
      found: `GitHub gave no answer (${text})`,
      todo: 'Check the way out to GITHUB_API_URL: network, proxy, certificate.',
    }
  }
  if (status === 429 || (status === 403 && /rate limit/i.test(text))) {
    return { found: `GitHub limits the token's calls now (${status})`, todo: 'Try again in an hour.' }
  }
  if (status === 403 && header('x-github-sso')) {
    return {
      found: 'the organisation wants single sign-on (403)',
      todo: 'Authorise the token for it in its settings at GitHub.',
    }
  }
  if (status >= 500) return { found: `GitHub has trouble (${status})`, todo: 'Try again later.' }
  return (
    REFUSALS[status] ?? {
      found: `that is no answer about a repository (${status})`,
      todo: 'Set GITHUB_API_URL to the URL of a GitHub API.',
    }
  )
}

const GIVE_CONTENTS = 'Give it Contents: read and write on the repository.'

/**
 * Whether a dispatch would be taken, told without sending one. An App's token was granted the right by name. A
 * classic token tells its scopes. Else there is no way to ask: what the repository says of `permissions` is the
 * owner's role, which bounds the token's from above, and is always false for an installation's token
 * (https://github.com/semantic-release/github/issues/182).
 *
 * @param folder the answer to a listing of files: who may not even read them may not dispatch
 */
export function rightsOf({
  token,
  isApp,
  repository: { scopes, mayPush, visibility },
  folder,
}: {
  token: string
  isApp: boolean
  repository: Repository
  folder: Asked
}): Judgement {
  if (isApp) return { sign: '✓', found: 'the App’s token has it: Contents: write' }
  if (mayPush === false && !token.startsWith('ghs_')) {
    const found = 'whoever the token belongs to may not write to the repository'
    return {
      sign: '✗',
      found,
      todo: 'Give them the role Write there, or set the token of somebody who has it.',
    }
  }
  if (scopes) {
    const isEnough = scopes.includes('repo') || (scopes.includes('public_repo') && visibility === 'public')
    if (isEnough) return { sign: '✓', found: 'the scope of the classic token includes it' }
    const found = `the classic token's scopes (${scopes.join(', ') || 'none'}) do not include it`
    return {
      sign: '✗',
      found,
      todo: 'Make a fine-grained token with Contents: read and write on this one repository.',
    }
  }
  if (folder.status === 403) {
    return { sign: '✗', found: 'the token may not even read files', todo: GIVE_CONTENTS }
  }
  const found = 'not checked: GitHub does not tell what such a token may write before it is tried'
  return { sign: '–', found, todo: 'Look for Contents: read and write in its settings at GitHub.' }
}
