import type { Context } from 'hono'
import {
  authenticationRequired,
  badCredentials,
  deleted,
  moved,
  notAccessible,
  notFound,
  type Refusal,
} from './responses.ts'
import { fullName, type GitHubState, type Issue, type Repository, sameName, type Token } from './state.ts'

/** What handlers may rely on: who asks, if anybody does. */
export type Env = { Variables: { token: Token | undefined } }

/** The secret in an `Authorization` header, `Bearer` or `token`. */
export function secretOf(header: string | undefined): string | undefined {
  return /^(?:bearer|token) +(\S+)$/i.exec(header ?? '')?.[1]
}

/** Who asks; throws 401 for a header that means nothing to us. */
export function authenticate(github: GitHubState, header: string | undefined): Token | undefined {
  if (header === undefined) return undefined
  const secret = secretOf(header)
  const token = github.tokens.find(known => known.token === secret)
  if (!token || (token.expiresAt ?? Number.POSITIVE_INFINITY) <= github.now().getTime())
    throw badCredentials()
  return token
}

/** The permission a request needs, such as `issues=write`. */
export type Need = `${'contents' | 'issues' | 'metadata'}=${'read' | 'write'}`

/**
 * The repository in the path, once it is clear that the caller may do this to it. What the token can't see
 * doesn't exist (404); what it sees but may not touch is refused (403).
 */
export function repositoryFor(github: GitHubState, c: Context<Env>, need: Need): Repository {
  const token = c.get('token')
  const name = `${c.req.param('owner')}/${c.req.param('repo')}`
  const repository = github.repositories.find(known => sameName(fullName(known), name))
  const renamed = github.repositories.find(known => known.oldNames.some(old => sameName(old, name)))
  if (!repository && renamed && canSee(token, renamed)) throw movedTo(c, `/repositories/${renamed.id}`, 4)
  if (!repository || !canSee(token, repository)) throw notFound()
  const [permission, level] = need.split('=')
  const isOpenToAll = repository.visibility === 'public' && level === 'read'
  if (isOpenToAll || need === 'metadata=read') return repository
  if (!token) throw authenticationRequired()
  const granted = token.permissions[String(permission)]
  const isEnough = granted === 'write' || granted === level
  if (!isEnough || !holds(token, repository)) throw notAccessible(token.type, need)
  return repository
}

/** The caller, for handlers behind a permission that anonymous callers can't have. */
export function callerOf(c: Context<Env>): Token {
  const token = c.get('token')
  if (!token) throw authenticationRequired()
  return token
}

/** The issue in the path: 404 when there is none, 410 when it was deleted, 301 when it was transferred. */
export function issueFor(github: GitHubState, c: Context<Env>, repository: Repository): Issue {
  const issue = repository.issues.find(known => String(known.number) === c.req.param('number'))
  if (!issue) throw notFound()
  if (issue.gone === undefined) return issue
  if (issue.gone === 'deleted') throw deleted()
  const { repository: name, number } = issue.gone
  const target = github.repositories.find(known => sameName(fullName(known), name))
  if (!target || !canSee(c.get('token'), target)) throw notFound()
  throw movedTo(c, `/repositories/${target.id}/issues/${number}`, 6)
}

/** A redirect that keeps the query, and the path behind its first so many parts. */
function movedTo(c: Context<Env>, place: string, parts: number): Refusal {
  const { origin, pathname, search } = new URL(c.req.url)
  const rest = pathname.split('/').slice(parts).join('/')
  return moved(`${origin}${place}${rest ? `/${rest}` : ''}${search}`)
}

/** Whether the token shows this repository. */
export function canSee(token: Token | undefined, repository: Repository): boolean {
  return repository.visibility === 'public' || (token !== undefined && holds(token, repository))
}

function holds(token: Token, repository: Repository): boolean {
  return token.repositories?.includes(fullName(repository).toLowerCase()) ?? true
}
