import { type Context, Hono } from 'hono'
import { stampOf } from '../movable-clock.ts'
import { type Env, secretOf } from './access.ts'
import { bodyOf, type Json } from './input.ts'
import { appJson, installationJson } from './json.ts'
import { verifyJwt } from './jwt.ts'
import { repositoryJson } from './repository-json.ts'
import { notFound, Refusal } from './responses.ts'
import { type App, fullName, type GitHubState, type Permissions, type Repository, sameName } from './state.ts'

const HOUR = 3_600_000

/** What a GitHub App asks with its own signature instead of a token. */
export function appRoutes(github: GitHubState): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/app', c => c.json(appJson(github, signedBy(github, c))))

  routes.get('/repos/:owner/:repo/installation', c => {
    const app = signedBy(github, c)
    const name = `${c.req.param('owner')}/${c.req.param('repo')}`
    if (!github.repositories.some(known => sameName(fullName(known), name))) throw notFound()
    return c.json(installationJson(github, app))
  })

  routes.post('/app/installations/:id/access_tokens', async c => {
    const app = signedBy(github, c)
    if (c.req.param('id') !== String(app.installationId)) throw notFound()
    const given = await bodyOf(c)
    const repositories = chosen(github, given.repositories)
    const permissions = granted(app, given.permissions)
    const expires = new Date(github.now().getTime() + HOUR)
    // Tokens are opaque and may be long: GitHub announced some 520 characters.
    const token = `ghs_${String(github.nextId()).padEnd(516, 'x')}`
    github.tokens.push({
      token,
      login: `${app.slug}[bot]`,
      type: 'Bot',
      permissions,
      expiresAt: expires.getTime(),
      ...(repositories && { repositories: repositories.map(one => fullName(one).toLowerCase()) }),
    })
    return c.json(
      {
        token,
        expires_at: stampOf(expires),
        permissions,
        repository_selection: repositories ? 'selected' : 'all',
        ...(repositories && { repositories: repositories.map(one => repositoryJson(github, one)) }),
      },
      201,
    )
  })

  return routes
}

function signedBy(github: GitHubState, c: Context<Env>): App {
  const jwt = secretOf(c.req.header('authorization'))
  if (!github.app || jwt === undefined) {
    throw new Refusal(401, { message: 'A JSON web token could not be decoded' })
  }
  verifyJwt(jwt, github.app, github.now())
  return github.app
}

/** The repositories a token is narrowed to, by bare name or by id; `undefined` is all of them. */
function chosen(github: GitHubState, names: unknown): Repository[] | undefined {
  if (!Array.isArray(names)) return undefined
  return names.map((name: unknown) => {
    const found = github.repositories.find(repository => sameName(repository.name, String(name)))
    if (found) return found
    throw new Refusal(422, {
      message:
        'There is at least one repository that does not exist or is not accessible to the parent installation.',
    })
  })
}

function granted(app: App, asked: unknown): Permissions {
  if (typeof asked !== 'object' || asked === null) return app.permissions
  const permissions = { metadata: 'read', ...(asked as Json) } as Permissions
  for (const [name, level] of Object.entries(permissions)) {
    const has = name === 'metadata' ? (app.permissions[name] ?? 'read') : app.permissions[name]
    if (has === 'write' || has === level) continue
    throw new Refusal(422, { message: 'The permissions requested are not granted to this installation.' })
  }
  return permissions
}
