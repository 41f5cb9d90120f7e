import * as v from 'valibot'
import { ServiceError } from '../http/errors.ts'
import { issueName } from '../issue-ref.ts'
import type { Comment, Issue, IssueComment, IssueEvent, IssueRef, Repository } from '../model.ts'
import { type GitHubAccess, githubSender, split } from './request.ts'
import {
  comment,
  issueComment,
  issueEvent,
  issueOf,
  listedIssue,
  repository as repositorySchema,
  viewer,
} from './schemas.ts'

/** Why an issue can't be had: it must be reported, and never made anew. */
export type Gone = { gone: 'not-found' | 'deleted' | 'transferred' }

/** The few calls of GitHub's API that the action makes. Every one throws `ServiceError`. */
export type GitHub = {
  repository: (name: string) => Promise<Repository>
  issue: (ref: Pick<IssueRef, 'repository' | 'number'>) => Promise<Issue | Gone>
  /** Pages of up to 100 issues of every state, newest first; pull requests are left out. */
  issues: (query: IssueQuery) => AsyncGenerator<IssuePage, void>
  /** Never repeated by itself: after a lost answer look for the marker. */
  createIssue: (
    repository: string,
    draft: { title: string; body: string; labels: string[] },
  ) => Promise<Issue>
  /** Comments, oldest first, updated since the time given (ISO 8601), or all. */
  comments: (ref: IssueRef, since?: string) => Promise<Comment[]>
  comment: (ref: IssueRef, body: string) => Promise<void>
  addLabels: (ref: IssueRef, labels: string[]) => Promise<void>
  closeIssue: (ref: IssueRef, reason: 'completed' | 'duplicate') => Promise<void>
  /** An issue's text as GitHub renders it; sanitise it again. */
  issueHtml: (ref: IssueRef) => Promise<string>
  /**
   * Pages of an issue's events, the newest page first; within a page oldest first, as GitHub lists them.
   * Costs two requests when there is more than one page.
   */
  issueEvents: (ref: IssueRef) => AsyncGenerator<IssueEvent[], void>
  /** Pages of all comments on issues of a repository, those updated since `since` (ISO 8601), oldest first. */
  repositoryComments: (repository: string, since: string) => AsyncGenerator<IssueComment[], void>
  /** How many requests the token has left this hour, as far as is known. */
  remaining: () => number
  /** The login that the token acts as. */
  viewer: () => Promise<string>
  /** A file's text at a commit; `undefined` when there is none. */
  file: (where: { repository: string; path: string; ref: string }) => Promise<string | undefined>
}

/** `updatedSince` is ISO 8601; without `state`, issues of every state. */
export type IssueQuery = { repository: string; label?: string; state?: 'open'; updatedSince?: string }
/** `numbers` are those of the pull requests too, the highest first. */
export type IssuePage = { issues: Issue[]; numbers: number[] }

const PER_PAGE = 100

/** A client for one GitHub server and token. */
export function github(access: GitHubAccess): GitHub {
  const { send, pages, pagesFromLast, remaining } = githubSender(access)

  return {
    remaining,

    repository: name =>
      send(
        { route: 'GET /repos/{owner}/{repo}', parameters: split(name), what: `read the repository ${name}` },
        repositorySchema,
      ),

    async issue({ repository, number }) {
      const call = {
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
        parameters: { ...split(repository), issue_number: number },
        what: `read the issue ${issueName({ repository, number })}`,
      }
      try {
        return (await send(call, issueOf(repository))) ?? { gone: 'not-found' }
      } catch (error) {
        const gone = error instanceof ServiceError && GONE[error.status ?? 0]
        if (gone) return { gone }
        throw error
      }
    },

    async *issues({ repository, label, state, updatedSince }) {
      const call = {
        route: 'GET /repos/{owner}/{repo}/issues',
        parameters: {
          ...split(repository),
          ...(label && { labels: label }),
          ...(updatedSince && { since: updatedSince }),
          state: state ?? 'all',
          sort: 'created',
          direction: 'desc',
          per_page: PER_PAGE,
        },
        what: `list the issues of ${repository}`,
      }
      for await (const page of pages(call, listedIssue(repository))) {
        const numbers = page.map(({ number }) => number).toSorted((one, other) => other - one)
        yield { issues: page.flatMap(({ issue }) => issue ?? []), numbers }
      }
    },

    async createIssue(repository, draft) {
      const call = {
        route: 'POST /repos/{owner}/{repo}/issues',
        parameters: { ...split(repository), ...draft },
        what: `create the issue in ${repository}`,
      }
      const issue = await send(call, issueOf(repository))
      if (!issue) throw new ServiceError('GitHub made a pull request of an issue.', { service: 'GitHub' })
      return issue
    },

    async comments(ref, since) {
      const call = {
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { ...target(ref), ...(since && { since }), per_page: PER_PAGE },
        what: `list the comments of ${issueName(ref)}`,
      }
      return (await Array.fromAsync(pages(call, comment))).flat()
    },

    async issueHtml(ref) {
      const call = {
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
        parameters: { ...target(ref), mediaType: { format: 'full' } },
        what: `read the text of ${issueName(ref)}`,
      }
      return (await send(call, v.object({ body_html: v.nullish(v.string(), '') }))).body_html
    },

    async *issueEvents(ref) {
      const call = {
        route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/events',
        parameters: { ...target(ref), per_page: PER_PAGE },
        what: `list the events of ${issueName(ref)}`,
      }
      yield* pagesFromLast(call, issueEvent)
    },

    async *repositoryComments(repository, since) {
      const call = {
        route: 'GET /repos/{owner}/{repo}/issues/comments',
        parameters: { ...split(repository), since, sort: 'created', direction: 'asc', per_page: PER_PAGE },
        what: `list the comments of ${repository}`,
      }
      yield* pages(call, issueComment)
    },

    async comment(ref, body) {
      const call = {
        route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        parameters: { ...target(ref), body },
        what: `comment on ${issueName(ref)}`,
      }
      await send(call, v.object({ id: v.number() }))
    },

    async addLabels(ref, labels) {
      const call = {
        route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/labels',
        parameters: { ...target(ref), labels },
        what: `label ${issueName(ref)}`,
      }
      await send(call, v.array(v.unknown()))
    },

    async closeIssue(ref, reason) {
      const call = {
        route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
        parameters: { ...target(ref), state: 'closed', state_reason: reason },
        what: `close ${issueName(ref)}`,
      }
      await send(call, v.object({ state: v.literal('closed') }))
    },

    async viewer() {
      const call = {
        route: `POST ${access.graphqlUrl}`,
        parameters: { query: '{ viewer { login } }' },
        what: 'ask whose token this is',
      }
      return (await send(call, viewer)).data.viewer.login
    },

    async file({ repository, path, ref }) {
      const call = {
        route: 'GET /repos/{owner}/{repo}/contents/{path}',
        parameters: { ...split(repository), path, ref, mediaType: { format: 'raw' } },
        what: `read ${path} in ${repository}`,
      }
      try {
        return await send(call, v.string())
      } catch (error) {
        if (error instanceof ServiceError && error.status === 404) return undefined
        throw error
      }
    },
  }
}

const GONE: Record<number, Gone['gone']> = { 404: 'not-found', 410: 'deleted', 301: 'transferred' }

function target({ repository, number }: IssueRef): { owner: string; repo: string; issue_number: number } {
  return { ...split(repository), issue_number: number }
}
