import { type Context, Hono } from 'hono'
import { type Env, secretOf } from './access.ts'
import { notFound, Refusal } from './answers.ts'
import { bodyOf, type Json } from './input.ts'
import { verifyJwt } from './jwt.ts'
import { presentApp, presentInstallation } from './present.ts'
import { presentRepository } from './present-repository.ts'
import {
  type App,
  fullName,
  type Permissions,
  type Repository,
  sameName,
  stamp,
  type World,
} from './world.ts'

const HOUR = 3_600_000

/** What a GitHub App asks with its own signature instead of a token. */
export function appRoutes(world: World): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/app', c => c.json(presentApp(world, signedBy(world, c))))

  routes.get('/repos/:owner/:repo/installation', c => {
    const app = signedBy(world, c)
    const name = `${c.req.param('owner')}/${c.req.param('repo')}`
    if (!world.repositories.some(known => sameName(fullName(known), name))) throw notFound()
    return c.json(presentInstallation(world, app))
  })

  routes.post('/app/installations/:id/access_tokens', async c => {
    const app = signedBy(world, c)
    if (c.req.param('id') !== String(app.installationId)) throw notFound()
    const given = await bodyOf(c)
    const repositories = chosen(world, given.repositories)
    const permissions = granted(app, given.permissions)
    const expires = new Date(world.now().getTime() + HOUR)
    // Tokens are opaque and may be long: GitHub announced some 520 characters.
    const token = `ghs_${String(world.nextId()).padEnd(516, 'x')}`
    world.tokens.push({
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
        expires_at: stamp(expires),
        permissions,
        repository_selection: repositories ? 'selected' : 'all',
        ...(repositories && { repositories: repositories.map(one => presentRepository(world, one)) }),
      },
      201,
    )
  })

  return routes
}

function signedBy(world: World, c: Context<Env>): App {
  const jwt = secretOf(c.req.header('authorization'))
  if (!world.app || jwt === undefined) {
    throw new Refusal(401, { message: 'A JSON web token could not be decoded' })
  }
  verifyJwt(jwt, world.app, world.now())
  return world.app
}

/** The repositories a token is narrowed to, by bare name or by id; `undefined` is all of them. */
function chosen(world: World, names: unknown): Repository[] | undefined {
  if (!Array.isArray(names)) return undefined
  return names.map((name: unknown) => {
    const found = world.repositories.find(repository => sameName(repository.name, String(name)))
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
