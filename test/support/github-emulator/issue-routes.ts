import { Hono } from 'hono'
import { callerOf, type Env, issueFor, repositoryFor } from './access.ts'
import { changeState, createIssue, edit } from './changes.ts'
import { bodyOf, checkLengths, type Json, labelNames, optionalText, requiredText } from './input.ts'
import { issueJson, textMedia } from './issue-json.ts'
import { listIssues } from './issue-list.ts'
import { invalidRequest, page, validationFailed } from './responses.ts'
import { type GitHubState, type Repository, type StateReason, sameName, type Token } from './state.ts'

/** `/repos/{owner}/{repo}/issues` and the issues in it. */
export function issueRoutes(github: GitHubState): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/repos/:owner/:repo/issues', c => {
    const repository = repositoryFor(github, c, 'issues=read')
    const media = textMedia(c.req.header('accept'))
    return page(c, listIssues(github, repository, new URL(c.req.url).searchParams), {
      repository,
      present: issue => issueJson(github, repository, issue, media),
      byCursor: github.switches.cursorPaging,
    })
  })

  routes.post('/repos/:owner/:repo/issues', async c => {
    const repository = repositoryFor(github, c, 'issues=write')
    const caller = callerOf(c)
    const given = await bodyOf(c)
    const title = requiredText(given, 'title')
    const body = optionalText(given, 'body') || null
    if (title.trim() === '') {
      throw validationFailed({ resource: 'Issue', code: 'missing_field', field: 'title' })
    }
    checkLengths('Issue', { title, body })
    const labels = labelNames(given.labels)
    const type = issueType(repository, optionalText(given, 'type'))
    const issue = createIssue(github, repository, {
      title,
      body,
      // Both are dropped without a word for a token that may not push.
      labels: github.switches.dropLabels ? [] : labels,
      type: github.switches.dropLabels ? null : type,
      author: caller.login,
      association: associationOf(caller),
    })
    const shown = issueJson(github, repository, issue)
    return c.json(shown, 201, { location: String(shown.url) })
  })

  routes.get('/repos/:owner/:repo/issues/:number{[0-9]+}', c => {
    const repository = repositoryFor(github, c, 'issues=read')
    const issue = issueFor(github, c, repository)
    return c.json(issueJson(github, repository, issue, textMedia(c.req.header('accept'))))
  })

  routes.patch('/repos/:owner/:repo/issues/:number{[0-9]+}', async c => {
    const repository = repositoryFor(github, c, 'issues=write')
    const issue = issueFor(github, c, repository)
    const change = { repository, issue, actor: callerOf(c).login }
    const given = await bodyOf(c)
    const wanted = wantedState(given)
    const title = optionalText(given, 'title')
    const body = optionalText(given, 'body')
    checkLengths('Issue', { title, body })
    if (typeof title === 'string' || body !== undefined) {
      edit(github, change, {
        ...(typeof title === 'string' && { title }),
        ...(body !== undefined && { body: body || null }),
      })
    }
    if (wanted) changeState(github, change, wanted.state, wanted.reason)
    return c.json(issueJson(github, repository, issue))
  })

  return routes
}

/** The owner's issue type of that name, whatever its case; 422 when there is none. */
function issueType({ issueTypes }: Repository, name: string | null | undefined): string | null {
  if (!name) return null
  const found = issueTypes.find(known => sameName(known, name))
  if (!found) throw validationFailed({ resource: 'Issue', code: 'invalid', field: 'type' })
  return found
}

/**
 * How GitHub relates an author to the repository. Bots that write with `GITHUB_TOKEN` are nobody to it,
 * so their marks can be trusted by login only.
 */
export function associationOf(token: Token): string {
  return token.type === 'Bot' ? 'NONE' : 'COLLABORATOR'
}

function wantedState(given: Json): { state: 'open' | 'closed'; reason: StateReason | null } | undefined {
  const state = optionalText(given, 'state')
  const reason = optionalText(given, 'state_reason') ?? null
  if (state !== undefined && state !== 'open' && state !== 'closed') {
    throw invalidRequest(`For 'properties/state', ${state} is not a member of ["open", "closed"].`)
  }
  if (reason !== null && !['completed', 'not_planned', 'duplicate', 'reopened'].includes(reason)) {
    throw invalidRequest(`For 'properties/state_reason', ${reason} is not a state reason.`)
  }
  return state && { state, reason: reason as StateReason | null }
}
