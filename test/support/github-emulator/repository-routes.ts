import { type Context, Hono } from 'hono'
import { callerOf, type Env, repositoryFor } from './access.ts'
import { announceDispatch } from './announce.ts'
import { branchJson } from './branch-json.ts'
import { fileJson, folderJson } from './file-json.ts'
import { bodyOf, type Json, requiredText } from './input.ts'
import { repositoryJson } from './repository-json.ts'
import { invalidRequest, notFound, page, Refusal } from './responses.ts'
import type { GitHubState, Repository } from './state.ts'

/** A repository, its default branch, its files, and the dispatches it takes. */
export function repositoryRoutes(github: GitHubState): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/repos/:owner/:repo', c => {
    const repository = repositoryFor(github, c, 'metadata=read')
    return c.json(repositoryJson(github, repository, c.get('token')))
  })

  routes.get('/repos/:owner/:repo/branches/:branch', c => {
    const repository = repositoryFor(github, c, 'contents=read')
    if (c.req.param('branch') !== repository.defaultBranch) {
      throw new Refusal(404, { message: 'Branch not found' })
    }
    return c.json(branchJson(github, repository))
  })

  routes.get('/repos/:owner/:repo/rules/branches/:branch', c => {
    const repository = repositoryFor(github, c, 'metadata=read')
    const rules = c.req.param('branch') === repository.defaultBranch ? repository.rules : []
    return page(c, rules, { repository, present: rule => rule })
  })

  routes.get('/repos/:owner/:repo/contents/:path{.+}', c => {
    const repository = repositoryFor(github, c, 'contents=read')
    const path = c.req.param('path')
    refuseUnknownRef(repository, c.req.query('ref'))
    const entries = folderJson(github, repository, path)
    if (entries.length > 0) return c.json(entries)
    const text = textAt(repository, path)
    const media = /application\/vnd\.github(?:\.v3)?\.raw(?:\+json)?/.exec(c.req.header('accept') ?? '')?.[0]
    if (media) return c.body(text, 200, { 'content-type': `${media}; charset=utf-8` })
    return c.json(fileJson(github, repository, { path, text }))
  })

  routes.post('/repos/:owner/:repo/dispatches', async c => {
    const repository = repositoryFor(github, c, 'contents=write')
    const actor = callerOf(c).login
    announceDispatch(github, { repository, actor, ...(await dispatchIn(c)) })
    return c.body(null, 204)
  })

  return routes
}

/** GitHub refuses an event type of over 100 characters, more than 10 keys, and 64 KB. */
async function dispatchIn(c: Context): Promise<{ event_type: string; client_payload: Json }> {
  const given = await bodyOf(c)
  const event_type = requiredText(given, 'event_type')
  if (event_type === '' || event_type.length > 100) {
    throw invalidRequest('Only 1 to 100 characters are allowed in "event_type".')
  }
  const client_payload = given.client_payload ?? {}
  if (typeof client_payload !== 'object' || client_payload === null || Array.isArray(client_payload)) {
    throw invalidRequest("For 'properties/client_payload', this is not an object.")
  }
  const keys = Object.keys(client_payload).length
  if (keys > 10) throw invalidRequest(`No more than 10 properties are allowed; ${keys} were supplied.`)
  if (Buffer.byteLength(JSON.stringify(given)) >= 64 * 1024) {
    throw invalidRequest('client_payload is too large.')
  }
  return { event_type, client_payload: client_payload as Json }
}

/** Files are the same at every commit; a ref that is neither a commit nor the default branch is unknown. */
function refuseUnknownRef(repository: Repository, ref: string | undefined): void {
  const known = [undefined, repository.defaultBranch, `refs/heads/${repository.defaultBranch}`]
  if (!known.includes(ref) && !/^[0-9a-f]{40}$/.test(ref ?? '')) {
    throw new Refusal(404, { message: `No commit found for the ref ${ref}` })
  }
}

function textAt(repository: Repository, path: string): string {
  const text = repository.files.get(path)
  if (text === undefined) throw notFound()
  return text
}
