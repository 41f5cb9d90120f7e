import { Hono } from 'hono'
import { callerOf, type Env, issueFor, repositoryFor } from './access.ts'
import { page, Refusal, validationFailed } from './answers.ts'
import { addComment, addLabels, removeLabel } from './changes.ts'
import { bodyOf, checkLengths, labelNames, requiredText } from './input.ts'
import { associationOf } from './issue-routes.ts'
import { labelsOf, presentComment, presentEvent, textMedia } from './present-issue.ts'
import type { World } from './world.ts'

/** What belongs to one issue: its comments (or those of all issues at once), its history, its labels. */
export function threadRoutes(world: World): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/repos/:owner/:repo/issues/:number/comments', c => {
    const repository = repositoryFor(world, c, 'issues=read')
    const issue = issueFor(world, c, repository)
    const since = c.req.query('since')
    const media = textMedia(c.req.header('accept'))
    const comments = issue.comments.filter(
      comment => since === undefined || Date.parse(comment.updatedAt) >= Date.parse(since),
    )
    return page(c, comments, {
      repository,
      present: comment => presentComment(world, { repository, issue, comment }, media),
    })
  })

  routes.get('/repos/:owner/:repo/issues/comments', c => {
    const repository = repositoryFor(world, c, 'issues=read')
    const since = c.req.query('since')
    const media = textMedia(c.req.header('accept'))
    const comments = repository.issues
      .filter(issue => !issue.gone)
      .flatMap(issue => issue.comments.map(comment => ({ repository, issue, comment })))
      .filter(({ comment }) => since === undefined || Date.parse(comment.updatedAt) >= Date.parse(since))
      .toSorted((one, other) => one.comment.id - other.comment.id)
    return page(c, comments, { repository, present: about => presentComment(world, about, media) })
  })

  routes.post('/repos/:owner/:repo/issues/:number/comments', async c => {
    const repository = repositoryFor(world, c, 'issues=write')
    const issue = issueFor(world, c, repository)
    const caller = callerOf(c)
    const body = requiredText(await bodyOf(c), 'body')
    if (body.trim() === '') {
      const message = 'Body cannot be blank'
      throw validationFailed({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message })
    }
    checkLengths('IssueComment', { body })
    const comment = addComment(world, issue, {
      body,
      author: caller.login,
      association: associationOf(caller),
    })
    const shown = presentComment(world, { repository, issue, comment })
    return c.json(shown, 201, { location: String(shown.url) })
  })

  routes.get('/repos/:owner/:repo/issues/:number/events', c => {
    const repository = repositoryFor(world, c, 'issues=read')
    const { events } = issueFor(world, c, repository)
    return page(c, events, { repository, present: event => presentEvent(world, repository, event) })
  })

  routes.get('/repos/:owner/:repo/issues/:number/labels', c => {
    const repository = repositoryFor(world, c, 'issues=read')
    const labels = labelsOf(world, repository, issueFor(world, c, repository))
    return page(c, labels, { repository, present: label => label })
  })

  routes.post('/repos/:owner/:repo/issues/:number/labels', async c => {
    const repository = repositoryFor(world, c, 'issues=write')
    const issue = issueFor(world, c, repository)
    const names = labelNames((await bodyOf(c)).labels)
    addLabels(world, { repository, issue, actor: callerOf(c).login }, names)
    return c.json(labelsOf(world, repository, issue))
  })

  routes.delete('/repos/:owner/:repo/issues/:number/labels/:name', c => {
    const repository = repositoryFor(world, c, 'issues=write')
    const issue = issueFor(world, c, repository)
    const change = { repository, issue, actor: callerOf(c).login }
    const isGone = removeLabel(world, change, c.req.param('name'))
    if (!isGone) throw new Refusal(404, { message: 'Label does not exist' })
    return c.json(labelsOf(world, repository, issue))
  })

  return routes
}
