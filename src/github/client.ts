import * as v from 'valibot'
import { type IssueId, issueName } from '../issue-ref.ts'
import type { Comment, Issue, IssueComment, IssueEvent, IssueRef, Repository } from '../model.ts'
import { ServiceError } from '../service-error.ts'
import { createRestClient, type GitHubAccess, issuePath, ownerAndName } from './api.ts'
import { createGraphQlReads, type GraphQlReads } from './graphql.ts'
import {
  comment,
  issueComment,
  issueEvent,
  issueOf,
  listedIssue,
  repository as repositorySchema,
} from './schemas.ts'
import { createIssueWrites, type IssueWrites } from './writes.ts'

/**
 * Why an issue can't be read at its place. A run never recreates such an issue. `to` is a transferred issue, or one of a
 * renamed repository, as it is now, if the token may read it there.
 */
export type Gone = { gone: 'not-found' | 'deleted' } | { gone: 'transferred'; to?: Issue }

/** The calls of GitHub's API that the action makes. Every one throws {@link ServiceError}. */
export type GitHub = IssueWrites &
  GraphQlReads & {
    repository: (name: string) => Promise<Repository>
    /** What GitHub calls the repository now; `undefined` when the token can't see it. It follows a renaming. */
    currentName: (repository: string) => Promise<string | undefined>
    issue: (ref: IssueId) => Promise<Issue | Gone>
    /** Pages of up to 100 issues of every state, newest first; pull requests are left out. */
    issues: (query: IssueQuery) => AsyncGenerator<IssuePage, void>
    /** Comments, oldest first, updated since the time given (ISO 8601), or all. */
    comments: (ref: IssueRef, since?: string) => Promise<Comment[]>
    /** An issue's text as HTML, as GitHub renders it. Sanitise it before it is shown. */
    issueHtml: (ref: IssueRef) => Promise<string>
    /** The same for a comment. The repository and the id identify it. */
    commentHtml: (repository: string, id: number) => Promise<string>
    /**
     * Pages of an issue's events, the newest page first; within a page oldest first, as GitHub lists them.
     * Costs two requests when there is more than one page.
     */
    issueEvents: (ref: IssueRef) => AsyncGenerator<IssueEvent[], void>
    /** Pages of all comments on issues of a repository, those updated since `since` (ISO 8601), oldest first. */
    repositoryComments: (repository: string, since: string) => AsyncGenerator<IssueComment[], void>
    /** How many REST requests the token has left this hour; `Infinity` before the first answer. */
    requestsLeft: () => number
    /** A file's text at a commit; `undefined` when there is none. */
    file: (where: { repository: string; path: string; ref: string }) => Promise<string | undefined>
  }

/** `updatedSince` is ISO 8601; without `state`, issues of every state. */
export type IssueQuery = { repository: string; label?: string; state?: 'open'; updatedSince?: string }

/** `numbers` holds the numbers of the issues and of the pull requests between them, the highest first. */
export type IssuePage = { issues: Issue[]; numbers: number[] }

const PER_PAGE = 100

/** Makes a client for one GitHub server and one token. */
export function createGitHub(access: GitHubAccess): GitHub {
  const rest = createRestClient(access)
  const { send, sendFollowing, pages, pagesFromLast, requestsLeft } = rest

  return {
    ...createIssueWrites(rest),
    ...createGraphQlReads(rest),
    requestsLeft,

    repository: name =>
      send(
        {
          route: 'GET /repos/{owner}/{repo}',
          parameters: ownerAndName(name),
          what: `read the repository ${name}`,
        },
        repositorySchema,
      ),

    async currentName(name) {
      try {
        const { value } = await sendFollowing(
          {
            route: 'GET /repos/{owner}/{repo}',
            parameters: ownerAndName(name),
            what: `read the repository ${name}`,
          },
          repositorySchema,
        )
        return value.name
      } catch (error) {
        if (error instanceof ServiceError) {
          const isHidden = [301, 403, 404].includes(error.status ?? 0) && error.code !== 'rate-limited'
          if (isHidden) return undefined
        }
        throw error
      }
    },

    async issue(ref) {
      const { repository } = ref
      try {
        const { value: issue, isMoved } = await sendFollowing(
          {
            route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
            parameters: issuePath(ref),
            what: `read the issue ${issueName(ref)}`,
          },
          issueOf(repository),
        )
        if (!issue) return { gone: 'not-found' }
        return isMoved ? { gone: 'transferred', to: issue } : issue
      } catch (error) {
        const gone = error instanceof ServiceError && GONE[error.status ?? 0]
        if (gone) return gone
        throw error
      }
    },

    async *issues({ repository, label, state, updatedSince }) {
      const listed = pages(
        {
          route: 'GET /repos/{owner}/{repo}/issues',
          parameters: {
            ...ownerAndName(repository),
            ...(label && { labels: label }),
            ...(updatedSince && { since: updatedSince }),
            state: state ?? 'all',
            sort: 'created',
            direction: 'desc',
            per_page: PER_PAGE,
          },
          what: `list the issues of ${repository}`,
        },
        listedIssue(repository),
      )
      for await (const page of listed) {
        const numbers = page.map(({ number }) => number).toSorted((one, other) => other - one)
        yield { issues: page.flatMap(({ issue }) => issue ?? []), numbers }
      }
    },

    async comments(ref, since) {
      const listed = pages(
        {
          route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
          parameters: { ...issuePath(ref), ...(since && { since }), per_page: PER_PAGE },
          what: `list the comments of ${issueName(ref)}`,
        },
        comment,
      )
      return (await Array.fromAsync(listed)).flat()
    },

    async issueHtml(ref) {
      const answer = await send(
        {
          route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
          parameters: issuePath(ref),
          format: 'full',
          what: `read the text of ${issueName(ref)}`,
        },
        v.object({ body_html: v.nullish(v.string(), '') }),
      )
      return answer.body_html
    },

    async commentHtml(repository, id) {
      const answer = await send(
        {
          route: 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}',
          parameters: { ...ownerAndName(repository), comment_id: id },
          format: 'full',
          what: `read the comment ${id} in ${repository}`,
        },
        v.object({ body_html: v.nullish(v.string(), '') }),
      )
      return answer.body_html
    },

    issueEvents: ref =>
      pagesFromLast(
        {
          route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
          parameters: { ...issuePath(ref), per_page: PER_PAGE },
          what: `list the events of ${issueName(ref)}`,
        },
        issueEvent,
      ),

    repositoryComments: (repository, since) =>
      pages(
        {
          route: 'GET /repos/{owner}/{repo}/issues/comments',
          parameters: {
            ...ownerAndName(repository),
            since,
            sort: 'created',
            direction: 'asc',
            per_page: PER_PAGE,
          },
          what: `list the comments of ${repository}`,
        },
        issueComment,
      ),

    async file({ repository, path, ref }) {
      try {
        return await send(
          {
            route: 'GET /repos/{owner}/{repo}/contents/{path}',
            parameters: { ...ownerAndName(repository), path, ref },
            format: 'raw',
            what: `read ${path} in ${repository}`,
          },
          v.string(),
        )
      } catch (error) {
        if (error instanceof ServiceError && error.status === 404) return undefined
        throw error
      }
    },
  }
}

const GONE: Record<number, Gone> = {
  301: { gone: 'transferred' },
  404: { gone: 'not-found' },
  410: { gone: 'deleted' },
}
