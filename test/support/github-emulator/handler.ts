import { Hono } from 'hono'
import { authenticate, type Env } from './access.ts'
import { appRoutes } from './app-routes.ts'
import { issueRoutes } from './issue-routes.ts'
import { labelRoutes } from './label-routes.ts'
import { rateLimitHeaders, spend } from './limits.ts'
import { repositoryRoutes } from './repository-routes.ts'
import { notFound, Refusal } from './responses.ts'
import { serviceRoutes } from './service-routes.ts'
import { fullName, type GitHubState } from './state.ts'
import { threadRoutes } from './thread-routes.ts'

/** Versions of the REST API that GitHub answers to; anything else is 400. */
const VERSIONS = ['2022-11-28', '2026-03-10']

/** Marks the answer to a request that no route takes: nobody may mistake it for GitHub's own 404. */
export const UNPLAYED = 'x-emulator-unplayed'

/** GitHub as one function from request to response. */
export function createHandler(github: GitHubState): (request: Request) => Promise<Response> {
  const app = new Hono<Env>()
  app.onError(error => {
    if (error instanceof Refusal) return error.answer()
    throw error
  })
  app.notFound(c => {
    c.header(UNPLAYED, 'true')
    return c.json(notFound().body, 404)
  })

  app.use(async (c, next) => {
    if (!c.req.header('user-agent')) {
      throw new Refusal(403, { message: 'Please make sure your request has a User-Agent header' })
    }
    const version = c.req.header('x-github-api-version') ?? '2022-11-28'
    if (!VERSIONS.includes(version)) {
      throw new Refusal(400, { message: `API version ${version} is not supported.` })
    }
    if (c.req.path !== '/rate_limit') spend(github)
    if (!isForApps(c.req.path)) c.set('token', authenticate(github, c.req.header('authorization')))
    await next()
    c.header('x-github-api-version-selected', version)
  })
  app.route('/', appRoutes(github))
  app.route('/', repositoryRoutes(github))
  app.route('/', issueRoutes(github))
  app.route('/', threadRoutes(github))
  app.route('/', labelRoutes(github))
  app.route('/', serviceRoutes(github))

  return async request => {
    const response = await app.fetch(request)
    for (const [name, value] of Object.entries(rateLimitHeaders(github))) response.headers.set(name, value)
    return response
  }
}

/**
 * GitHub's own links and redirects name repositories by id: `/repositories/1/issues`. GitHub Enterprise Server has its API
 * under `/api/v3`. This turns such a request into the one that GitHub documents.
 */
export function asDocumented(github: GitHubState, request: Request): Request {
  const url = new URL(request.url)
  const path = url.pathname.replace(/^\/api\/v3(?=\/)/, '')
  const found = /^\/repositories\/(\d+)(\/.*)?$/.exec(path)
  const repository = github.repositories.find(({ id }) => String(id) === found?.[1])
  const documented = repository ? `/repos/${fullName(repository)}${found?.[2] ?? ''}` : path
  return documented === url.pathname
    ? request
    : new Request(`${url.origin}${documented}${url.search}`, request)
}

function isForApps(path: string): boolean {
  return path === '/app' || path.startsWith('/app/') || /^\/repos\/[^/]+\/[^/]+\/installation$/.test(path)
}
