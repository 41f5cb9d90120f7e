import * as v from 'valibot'
import type { Author, Comment, Issue, IssueComment, IssueEvent, Repository } from '../model.ts'
import { isSameName } from '../names.ts'

/** GitHub's JSON as its OpenAPI description has it, as far as the action reads it. */

const author = {
  user: v.nullish(v.object({ login: v.string() })),
  author_association: v.nullish(v.string(), 'NONE'),
}
const toAuthor = (wire: {
  user?: { login: string } | null | undefined
  author_association: string
}): Author => ({
  login: wire.user?.login ?? 'ghost',
  association: wire.author_association,
})

/** An item of GitHub's list of issues. `issue` is `undefined` for a pull request, because those are in the list too. */
export const listedIssue = (repository: string) =>
  v.pipe(
    v.object({
      number: v.number(),
      html_url: v.string(),
      repository_url: v.optional(v.string(), ''),
      title: v.string(),
      body: v.nullish(v.string(), ''),
      state: v.picklist(['open', 'closed']),
      state_reason: v.nullish(v.picklist(['completed', 'not_planned', 'duplicate', 'reopened']), null),
      labels: v.array(v.union([v.string(), v.object({ name: v.nullish(v.string(), '') })])),
      type: v.fallback(v.nullish(v.object({ name: v.string() }), null), null),
      created_at: v.string(),
      closed_at: v.nullish(v.string(), null),
      pull_request: v.optional(v.unknown()),
      ...author,
    }),
    v.transform((wire): { number: number; issue: Issue | undefined } => ({
      number: wire.number,
      issue: wire.pull_request
        ? undefined
        : {
            repository: currentName(wire.repository_url, repository),
            number: wire.number,
            url: wire.html_url,
            title: wire.title,
            body: wire.body,
            state: wire.state,
            stateReason: wire.state_reason,
            labels: wire.labels.map(label => (typeof label === 'string' ? label : label.name)),
            type: wire.type?.name ?? null,
            author: toAuthor(wire),
            createdAt: wire.created_at,
            closedAt: wire.closed_at,
          },
    })),
  )

/** The repository in `…/repos/owner/name`, or `asked` when that is the same one. An issue that moved names another. */
function currentName(repositoryUrl: string, asked: string): string {
  const name = /\/repos\/([^/]+\/[^/]+)$/.exec(repositoryUrl)?.[1]
  return name === undefined || isSameName(name, asked) ? asked : name
}

/** An issue of the repository that is named; a pull request becomes `undefined`. */
export const issueOf = (repository: string) =>
  v.pipe(
    listedIssue(repository),
    v.transform(({ issue }) => issue),
  )

/** An issue that was just created: never a pull request. */
export const createdIssueOf = (repository: string) =>
  v.pipe(
    issueOf(repository),
    v.custom<Issue>(issue => issue !== undefined, 'an issue'),
  )

const commentFields = {
  id: v.number(),
  body: v.nullish(v.string(), ''),
  html_url: v.nullish(v.string(), ''),
  created_at: v.string(),
  updated_at: v.nullish(v.string(), ''),
  reactions: v.fallback(v.nullish(v.record(v.string(), v.unknown()), {}), {}),
  ...author,
}

type CommentWire = v.InferOutput<v.ObjectSchema<typeof commentFields, undefined>>

const toComment = (wire: CommentWire): Comment => ({
  id: wire.id,
  body: wire.body,
  url: wire.html_url,
  createdAt: wire.created_at,
  updatedAt: wire.updated_at || wire.created_at,
  reactions: Object.entries(wire.reactions ?? {}).flatMap(([name, count]) =>
    typeof count === 'number' && count > 0 && name !== 'total_count' ? [name] : [],
  ),
  author: toAuthor(wire),
})

export const comment = v.pipe(v.object(commentFields), v.transform(toComment))

/** A comment in a list of the whole repository; the issue's number is the last part of `issue_url`. */
export const issueComment = v.pipe(
  v.object({ ...commentFields, issue_url: v.pipe(v.string(), v.regex(/\/\d+$/)) }),
  v.transform(
    (wire): IssueComment => ({
      ...toComment(wire),
      issueNumber: Number(wire.issue_url.split('/').at(-1)),
      isOnPullRequest: /\/pull\/\d+(?:#|$)/.test(wire.html_url),
    }),
  ),
)

export const issueEvent = v.pipe(
  v.object({
    id: v.number(),
    event: v.string(),
    created_at: v.string(),
    label: v.nullish(v.object({ name: v.nullish(v.string(), '') })),
  }),
  v.transform(
    (wire): IssueEvent => ({
      id: wire.id,
      event: wire.event,
      label: wire.label?.name ?? '',
      createdAt: wire.created_at,
    }),
  ),
)

export const repository = v.pipe(
  v.object({ full_name: v.string(), private: v.boolean(), visibility: v.optional(v.string()) }),
  v.transform((wire): Repository => {
    if (!wire.private) return { name: wire.full_name, visibility: 'public' }
    return { name: wire.full_name, visibility: wire.visibility === 'internal' ? 'internal' : 'private' }
  }),
)
