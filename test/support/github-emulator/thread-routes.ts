import { Hono } from 'hono'
import { callerOf, type Env, issueFor, repositoryFor } from './access.ts'
import { announceComment } from './announce.ts'
import { addComment, addLabels, addReaction, removeLabel } from './changes.ts'
import { bodyOf, checkLengths, labelNames, requiredText } from './input.ts'
import { commentJson, eventJson, labelsOf, reactionJson, textMedia } from './issue-json.ts'
import { associationOf } from './issue-routes.ts'
import { page, Refusal, validationFailed } from './responses.ts'
import type { Comment, GitHubState, Issue, Repository } from './state.ts'

/** What belongs to one issue: its comments (or those of all issues at once), its history, its labels. */
export function threadRoutes(github: GitHubState): Hono<Env> {
  const routes = new Hono<Env>()

  routes.get('/repos/:owner/:repo/issues/:number/comments', c => {
    const repository = repositoryFor(github, c, 'issues=read')
    const issue = issueFor(github, c, repository)
    const since = c.req.query('since')
    const media = textMedia(c.req.header('accept'))
    const comments = issue.comments.filter(
      comment => since === undefined || Date.parse(comment.updatedAt) >= Date.parse(since),
    )
    return page(c, comments, {
      repository,
      present: comment => commentJson(github, { repository, issue, comment }, media),
    })
  })

  routes.get('/repos/:owner/:repo/issues/comments', c => {
    const repository = repositoryFor(github, c, 'issues=read')
    const since = c.req.query('since')
    const media = textMedia(c.req.header('accept'))
    const comments = repository.issues
      .filter(issue => !issue.gone)
      .flatMap(issue => issue.comments.map(comment => ({ repository, issue, comment })))
      .filter(({ comment }) => since === undefined || Date.parse(comment.updatedAt) >= Date.parse(since))
      .toSorted((one, other) => one.comment.id - other.comment.id)
    return page(c, comments, { repository, present: about => commentJson(github, about, media) })
  })

  routes.get('/repos/:owner/:repo/issues/comments/:id', c => {
    const repository = repositoryFor(github, c, 'issues=read')
    const about = commentFor(repository, c.req.param('id'))
    return c.json(commentJson(github, { repository, ...about }, textMedia(c.req.header('accept'))))
  })

  routes.delete('/repos/:owner/:repo/issues/comments/:id', c => {
    const repository = repositoryFor(github, c, 'issues=write')
    const { issue, comment } = commentFor(repository, c.req.param('id'))
    issue.comments = issue.comments.filter(other => other !== comment)
    return c.body(null, 204)
  })

  routes.post('/repos/:owner/:repo/issues/comments/:id/reactions', async c => {
    const repository = repositoryFor(github, c, 'issues=write')
    const { comment } = commentFor(repository, c.req.param('id'))
    const reaction = { user: callerOf(c).login, content: requiredText(await bodyOf(c), 'content') }
    const isNew = addReaction(comment, reaction)
    return c.json(reactionJson(github, reaction, comment), isNew ? 201 : 200)
  })

  routes.post('/repos/:owner/:repo/issues/:number/comments', async c => {
    const repository = repositoryFor(github, c, 'issues=write')
    const issue = issueFor(github, c, repository)
    const caller = callerOf(c)
    const body = requiredText(await bodyOf(c), 'body')
    if (body.trim() === '') {
      const message = 'Body cannot be blank'
      throw validationFailed({ resource: 'IssueComment', code: 'unprocessable', field: 'data', message })
    }
    checkLengths('IssueComment', { body })
    const comment = addComment(github, issue, {
      body,
      author: caller.login,
      association: associationOf(caller),
    })
    announceComment(github, { repository, issue, comment })
    const shown = commentJson(github, { repository, issue, comment })
    return c.json(shown, 201, { location: String(shown.url) })
  })

  routes.get('/repos/:owner/:repo/issues/:number/events', c => {
    const repository = repositoryFor(github, c, 'issues=read')
    const { events } = issueFor(github, c, repository)
    return page(c, events, { repository, present: event => eventJson(github, repository, event) })
  })

  routes.get('/repos/:owner/:repo/issues/:number/labels', c => {
    const repository = repositoryFor(github, c, 'issues=read')
    const labels = labelsOf(github, repository, issueFor(github, c, repository))
    return page(c, labels, { repository, present: label => label })
  })

  routes.post('/repos/:owner/:repo/issues/:number/labels', async c => {
    const repository = repositoryFor(github, c, 'issues=write')
    const issue = issueFor(github, c, repository)
    const names = labelNames((await bodyOf(c)).labels)
    addLabels(github, { repository, issue, actor: callerOf(c).login }, names)
    return c.json(labelsOf(github, repository, issue))
  })

  routes.delete('/repos/:owner/:repo/issues/:number/labels/:name', c => {
    const repository = repositoryFor(github, c, 'issues=write')
    const issue = issueFor(github, c, repository)
    const change = { repository, issue, actor: callerOf(c).login }
    const isGone = removeLabel(github, change, c.req.param('name'))
    if (!isGone) throw new Refusal(404, { message: 'Label does not exist' })
    return c.json(labelsOf(github, repository, issue))
  })

  return routes
}

function commentFor(repository: Repository, id: string): { issue: Issue; comment: Comment } {
  for (const issue of repository.issues) {
    const comment = issue.gone ? undefined : issue.comments.find(one => String(one.id) === id)
    if (comment) return { issue, comment }
  }
  throw new Refusal(404, { message: 'Not Found' })
}
