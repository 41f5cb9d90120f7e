import { Hono } from 'hono'
import { callerOf, type Env } from './access.ts'
import { RECENT_ACTIVITY, recentActivity, STATE_CHANGE, stateChange, VIEWER } from './graphql.ts'
import { bodyOf } from './input.ts'
import type { GitHubState } from './state.ts'

/** GraphQL, as far as the action asks it, and the state of the rate limit. */
export function serviceRoutes(github: GitHubState): Hono<Env> {
  const routes = new Hono<Env>()

  routes.post('/graphql', async c => {
    const caller = callerOf(c)
    const { query, variables } = await bodyOf(c)
    const asked = String(query).replace(/[\s,]+/g, '')
    if (VIEWER.test(asked)) return c.json({ data: { viewer: { login: caller.login } } })
    if (STATE_CHANGE.test(asked)) return c.json(stateChange(github, caller, variables))
    if (RECENT_ACTIVITY.test(asked)) return c.json(recentActivity(github, caller, { asked, variables }))
    return c.json({ errors: [{ message: 'The GitHub emulator does not know this query.' }] })
  })

  routes.get('/rate_limit', c => {
    const rate = { ...github.rateLimit }
    return c.json({ resources: { core: rate, search: { ...rate, limit: 30, remaining: 30, used: 0 } }, rate })
  })

  return routes
}
