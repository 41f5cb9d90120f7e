import { Hono } from 'hono'
import { callerOf, type Env } from './access.ts'
import { bodyOf } from './input.ts'
import type { GitHubState } from './state.ts'

const VIEWER = /^(?:query\w*)?\{viewer\{login\}\}$/

/** GraphQL, as far as asking who one is, and the state of the rate limit. */
export function serviceRoutes(github: GitHubState): Hono<Env> {
  const routes = new Hono<Env>()

  routes.post('/graphql', async c => {
    const { login } = callerOf(c)
    const { query } = await bodyOf(c)
    if (VIEWER.test(String(query).replace(/[\s,]+/g, ''))) return c.json({ data: { viewer: { login } } })
    return c.json({ errors: [{ message: 'The GitHub emulator only knows the query { viewer { login } }.' }] })
  })

  routes.get('/rate_limit', c => {
    const rate = { ...github.rateLimit }
    return c.json({ resources: { core: rate, search: { ...rate, limit: 30, remaining: 30, used: 0 } }, rate })
  })

  return routes
}
