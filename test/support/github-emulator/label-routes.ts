import { Hono } from 'hono'
import { type Env, repositoryFor } from './access.ts'
import { ensureLabel } from './changes.ts'
import { bodyOf, checkLengths, type Json, optionalText, requiredText } from './input.ts'
import { labelJson } from './json.ts'
import { notFound, page, validationFailed } from './responses.ts'
import { type GitHubState, type Label, type Repository, sameName } from './state.ts'

/** The labels a repository knows. */
export function labelRoutes(github: GitHubState): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/repos/:owner/:repo/labels', c => {
    const repository = repositoryFor(github, c, 'issues=read')
    return page(c, repository.labels, {
      repository,
      present: label => labelJson(github, repository, label),
    })
  })

  routes.get('/repos/:owner/:repo/labels/:name', c => {
    const repository = repositoryFor(github, c, 'issues=read')
    return c.json(labelJson(github, repository, labelNamed(repository, c.req.param('name'))))
  })

  routes.post('/repos/:owner/:repo/labels', async c => {
    const repository = repositoryFor(github, c, 'issues=write')
    const given = await bodyOf(c)
    const name = requiredText(given, 'name')
    const look = looks(given, name)
    refuseTaken(repository, name)
    const shown = labelJson(github, repository, ensureLabel(github, repository, name, look))
    return c.json(shown, 201, { location: String(shown.url) })
  })

  routes.patch('/repos/:owner/:repo/labels/:name', async c => {
    const repository = repositoryFor(github, c, 'issues=write')
    const label = labelNamed(repository, c.req.param('name'))
    const given = await bodyOf(c)
    const name = optionalText(given, 'new_name') ?? label.name
    const look = looks(given, name)
    refuseTaken(repository, name, label)
    for (const issue of repository.issues) {
      issue.labels = issue.labels.map(has => (has === label.name ? name : has))
    }
    Object.assign(label, { name }, look)
    return c.json(labelJson(github, repository, label))
  })

  return routes
}

function labelNamed(repository: Repository, name: string): Label {
  const label = repository.labels.find(known => sameName(known.name, name))
  if (!label) throw notFound()
  return label
}

function refuseTaken(repository: Repository, name: string, except?: Label): void {
  const taken = repository.labels.some(known => known !== except && sameName(known.name, name))
  if (taken) throw validationFailed({ resource: 'Label', code: 'already_exists', field: 'name' })
}

function looks(given: Json, name: string): { color?: string; description?: string | null } {
  const color = optionalText(given, 'color')
  const description = optionalText(given, 'description')
  checkLengths('Label', { name, description })
  if (typeof color === 'string' && !/^[0-9a-f]{6}$/i.test(color)) {
    throw validationFailed({ resource: 'Label', code: 'invalid', field: 'color' })
  }
  return {
    ...(typeof color === 'string' && { color: color.toLowerCase() }),
    ...(description !== undefined && { description }),
  }
}
