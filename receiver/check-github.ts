import * as v from 'valibot'
import type { Check } from '../src/checks.ts'
import { isRateLimited } from '../src/http/rate-limit.ts'
import { createAppTokens, type InstalledApp } from './app-token.ts'
import { explainRefusal } from './check-answer.ts'
import { checkWorkflow, listWorkflows } from './check-workflow.ts'
import {
  type ApiResult,
  createGitHubApi,
  type GitHubApi,
  GitHubTrouble,
  type SendRequest,
} from './github-api.ts'
import type { Settings } from './settings.ts'

const NAMES = { app: 'GitHub App', rights: 'Right to dispatch', workflow: 'Workflow' }

/**
 * Checks what the receiver needs at GitHub: its token, the repository, and a workflow that starts on its dispatches.
 */
export async function checkGitHub({
  settings: { repository: name, apiUrl, credentials },
  send,
  now,
}: {
  settings: Pick<Settings, 'repository' | 'apiUrl' | 'credentials'>
  send: SendRequest
  now: () => number
}): Promise<Check[]> {
  const api = createGitHubApi({ send, apiUrl, now })
  const isApp = credentials.kind === 'app'
  const minted = isApp
    ? await mintToken(credentials.app, { repository: name, post: api.post, now })
    : undefined
  const token = isApp ? minted?.token : credentials.token
  const checks = minted ? [minted.check] : []
  if (token === undefined) {
    return [...checks, ...notCheckedYet([`Repository ${name}`, NAMES.rights, NAMES.workflow])]
  }

  const answer = await api.get(`/repos/${name}`, { token })
  const read = readTarget(answer)
  if (read.kind === 'unreadable') {
    const refusal: Check = { status: 'missing', name: `Repository ${name}`, ...explainRefusal(answer) }
    return [...checks, refusal, ...notCheckedYet([NAMES.rights, NAMES.workflow])]
  }
  const { target } = read
  const place = { get: api.get, apiUrl, token, repository: name, branch: target.branch }
  const folder = await listWorkflows(place)
  return [
    ...checks,
    checkTarget(name, target),
    { name: NAMES.rights, ...judgeRights({ token, isApp, target, folder }) },
    await checkWorkflow({ ...place, name: NAMES.workflow, folder }),
  ]
}

async function mintToken(
  app: InstalledApp,
  about: { repository: string; post: GitHubApi['post']; now: () => number },
): Promise<{ check: Check; token?: string }> {
  const name = NAMES.app
  try {
    const token = await createAppTokens({ app, ...about }).get()
    const found = `it gets tokens for ${about.repository} alone, with Contents: write`
    return { check: { status: 'ok', name, found }, token }
  } catch (error) {
    if (!(error instanceof GitHubTrouble)) throw error
    return { check: { status: 'missing', name, found: error.message } }
  }
}

/** The part of a repository that decides whether it accepts dispatches. */
type DispatchTarget = {
  visibility: string
  branch: string
  isArchived: boolean
  /** Whether the token's owner may write; `undefined` when GitHub doesn't say. */
  mayPush: boolean | undefined
  /** The scopes of a classic token; `undefined` for every other kind. */
  scopes: string[] | undefined
}

const REPOSITORY_ANSWER = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    default_branch: v.string(),
    visibility: v.fallback(v.optional(v.string()), undefined),
    private: v.fallback(v.boolean(), false),
    archived: v.fallback(v.boolean(), false),
    permissions: v.fallback(v.object({ push: v.optional(v.boolean()) }), {}),
  }),
)

function readTarget(answer: ApiResult): { kind: 'target'; target: DispatchTarget } | { kind: 'unreadable' } {
  if (answer.kind === 'no-answer' || answer.status !== 200) return { kind: 'unreadable' }
  const read = v.safeParse(REPOSITORY_ANSWER, answer.text)
  if (!read.success) return { kind: 'unreadable' }
  const { default_branch: branch, visibility, private: isPrivate, archived, permissions } = read.output
  const scopes = answer.headers
    .get('x-oauth-scopes')
    ?.split(',')
    .map(scope => scope.trim())
    .filter(Boolean)
  return {
    kind: 'target',
    target: {
      visibility: visibility ?? (isPrivate ? 'private' : 'public'),
      branch,
      isArchived: archived,
      mayPush: permissions.push,
      scopes,
    },
  }
}

function checkTarget(repository: string, { isArchived, visibility, branch }: DispatchTarget): Check {
  const name = `Repository ${repository}`
  if (!isArchived) return { status: 'ok', name, found: `${visibility}, default branch ${branch}` }
  return {
    status: 'missing',
    name,
    found: 'it is archived, and accepts no dispatch',
    todo: 'Unarchive it, or set GITHUB_REPOSITORY to another.',
  }
}

/**
 * Whether GitHub would accept a dispatch, without sending one. An App's token was requested with the right. A classic
 * token has scopes. For other tokens GitHub does not say: `permissions` of a repository is the role of the token's
 * owner, and the token may have fewer rights. For an installation's token it is always false
 * (https://github.com/semantic-release/github/issues/182).
 *
 * @param folder the listing of the workflows, because a token that may not read files may not dispatch either
 */
function judgeRights({
  token,
  isApp,
  target: { scopes, mayPush, visibility },
  folder,
}: {
  token: string
  isApp: boolean
  target: DispatchTarget
  folder: ApiResult
}): Omit<Check, 'name'> {
  if (isApp) return { status: 'ok', found: 'the App’s token has it: Contents: write' }
  if (mayPush === false && !token.startsWith('ghs_')) {
    const found = 'the owner of the token may not write to the repository'
    const todo = 'Give the owner the role Write there, or set the token of somebody who has it.'
    return { status: 'missing', found, todo }
  }
  if (scopes) {
    const isEnough = scopes.includes('repo') || (scopes.includes('public_repo') && visibility === 'public')
    if (isEnough) return { status: 'ok', found: 'the scope of the classic token includes it' }
    const found = `the classic token's scopes (${scopes.join(', ') || 'none'}) do not include it`
    const todo = 'Make a fine-grained token with Contents: read and write on this one repository.'
    return { status: 'missing', found, todo }
  }
  if (folder.kind === 'answer' && folder.status === 403 && !isRateLimited(folder)) {
    const todo = 'Give it Contents: read and write on the repository.'
    return { status: 'missing', found: 'the token may not even read files', todo }
  }
  const found = 'not checked: GitHub does not say what such a token may write until it writes'
  return {
    status: 'not-checked',
    found,
    todo: 'Look for Contents: read and write in its settings at GitHub.',
  }
}

function notCheckedYet(names: string[]): Check[] {
  return names.map(name => ({ status: 'not-checked', name, found: 'not checked: see above' }))
}
