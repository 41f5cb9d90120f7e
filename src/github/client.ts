import * as v from 'valibot'
import { type IssueId, issueName } from '../issue-ref.ts'
import type { Comment, Issue, IssueComment, IssueEvent, IssueRef, Repository } from '../model.ts'
import { ServiceError } from '../service-error.ts'
import { createRestClient, type GitHubAccess, ownerAndName } from './api.ts'
import {
  comment,
  createdIssueOf,
  issueComment,
  issueEvent,
  issueOf,
  listedIssue,
  repository as repositorySchema,
} from './schemas.ts'

/** Why an issue can't be read. A run reports that, and never recreates the issue. */
export type Gone = { gone: 'not-found' | 'deleted' | 'transferred' }

/** The calls of GitHub's API that the action makes. Every one throws {@link ServiceError}. */
export type GitHub = {
  repository: (name: string) => Promise<Repository>
  issue: (ref: IssueId) => Promise<Issue | Gone>
  /** Pages of up to 100 issues of every state, newest first; pull requests are left out. */
  issues: (query: IssueQuery) => AsyncGenerator<IssuePage, void>
  /** It is never sent twice. After a lost answer, look for an issue with the marker. */
  createIssue: (
    repository: string,
    draft: { title: string; body: string; labels: string[] },
  ) => Promise<Issue>
  /** Comments, oldest first, updated since the time given (ISO 8601), or all. */
  comments: (ref: IssueRef, since?: string) => Promise<Comment[]>
  comment: (ref: IssueRef, body: string) => Promise<void>
  addLabels: (ref: IssueRef, labels: string[]) => Promise<void>
  closeIssue: (ref: IssueRef, reason: 'completed' | 'duplicate') => Promise<void>
  /** An issue's text as HTML, as GitHub renders it. Sanitise it before it is shown. */
  issueHtml: (ref: IssueRef) => Promise<string>
  /**
   * Pages of an issue's events, the newest page first; within a page oldest first, as GitHub lists them.
   * Costs two requests when there is more than one page.
   */
  issueEvents: (ref: IssueRef) => AsyncGenerator<IssueEvent[], void>
  /** Pages of all comments on issues of a repository, those updated since `since` (ISO 8601), oldest first. */
  repositoryComments: (repository: string, since: string) => AsyncGenerator<IssueComment[], void>
  /** How many REST requests the token has left this hour; `Infinity` before the first answer. */
  requestsLeft: () => number
  /** The login that the token acts as. */
  viewer: () => Promise<string>
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
  const { send, pages, pagesFromLast, viewer, requestsLeft } = createRestClient(access)

  return {
    requestsLeft,
    viewer,

    repository: name =>
      send(
        {
          route: 'GET /repos/{owner}/{repo}',
          parameters: ownerAndName(name),
          what: `read the repository ${name}`,
        },
        repositorySchema,
      ),

    async issue(ref) {
      const { repository } = ref
      try {
        const issue = await send(
          {
            route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
            parameters: pathOf(ref),
            what: `read the issue ${issueName(ref)}`,
          },
          issueOf(repository),
        )
        return issue ?? { gone: 'not-found' }
      } catch (error) {
        const gone = error instanceof ServiceError && GONE[error.status ?? 0]
        if (gone) return { gone }
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

    createIssue: (repository, draft) =>
      send(
        {
          route: 'POST /repos/{owner}/{repo}/issues',
          parameters: { ...ownerAndName(repository), ...draft },
          what: `create the issue in ${repository}`,
        },
        createdIssueOf(repository),
      ),

    async comments(ref, since) {
      const listed = pages(
        {
          route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
          parameters: { ...pathOf(ref), ...(since && { since }), per_page: PER_PAGE },
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
          parameters: pathOf(ref),
          format: 'full',
          what: `read the text of ${issueName(ref)}`,
        },
        v.object({ body_html: v.nullish(v.string(), '') }),
      )
      return answer.body_html
    },

    issueEvents: ref =>
      pagesFromLast(
        {
          route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
          parameters: { ...pathOf(ref), per_page: PER_PAGE },
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

    async comment(ref, body) {
      await send(
        {
          route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
          parameters: { ...pathOf(ref), body },
          what: `comment on ${issueName(ref)}`,
        },
        v.object({ id: v.number() }),
      )
    },

    async addLabels(ref, labels) {
      await send(
        {
          route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
          parameters: { ...pathOf(ref), labels },
          idempotent: true,
          what: `label ${issueName(ref)}`,
        },
        v.array(v.unknown()),
      )
    },

    async closeIssue(ref, reason) {
      await send(
        {
          route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
          parameters: { ...pathOf(ref), state: 'closed', state_reason: reason },
          idempotent: true,
          what: `close ${issueName(ref)}`,
        },
        v.object({ state: v.literal('closed') }),
      )
    },

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

const GONE: Record<number, Gone['gone']> = { 404: 'not-found', 410: 'deleted', 301: 'transferred' }

function pathOf({ repository, number }: IssueId): { owner: string; repo: string; issue_number: number } {
  return { ...ownerAndName(repository), issue_number: number }
}
