import * as v from 'valibot'
import { type IssueId, issueName } from '../issue-ref.ts'
import type { Issue, StateChange } from '../model.ts'
import { ownerAndName, type RestClient } from './api.ts'
import { type ActivityQuestion, type RecentActivity, readRecentActivity } from './recent-activity.ts'

/** What only GraphQL answers, or answers with fewer requests than REST. Every call throws `ServiceError`. */
export type GraphQlReads = {
  /** The login that the token acts as. */
  viewer: () => Promise<string>
  /**
   * Who closed or reopened the issue last, and by which pull request or commit. `undefined` when GitHub shows no such
   * event for the state that was read before. It costs one request.
   */
  stateChange: (issue: Pick<Issue, 'state' | 'closedAt'> & IssueId) => Promise<StateChange | undefined>
  /**
   * What happened to issues of a repository since a time (ISO 8601), by their numbers. It takes up to 50 questions, and costs
   * one request. An issue that GitHub does not answer for is missing.
   */
  recentActivity: (about: {
    repository: string
    since: string
    questions: ActivityQuestion[]
  }) => Promise<Map<number, RecentActivity>>
}

/**
 * REST's events name the person and the commit, but not the pull request, and take up to two requests. GraphQL has all
 * of it in one answer: https://docs.github.com/en/graphql/reference/objects#closedevent
 */
const STATE_CHANGE = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    issue(number: $number) {
      closedAt
      timelineItems(last: 1, itemTypes: [CLOSED_EVENT, REOPENED_EVENT]) {
        nodes {
          __typename
          ... on ReopenedEvent { actor { __typename login } }
          ... on ClosedEvent {
            actor { __typename login }
            closer {
              __typename
              ... on PullRequest { number url repository { nameWithOwner } }
              ... on Commit { oid url }
            }
          }
        }
      }
    }
  }
}`

/** REST calls an App's account `name[bot]`; GraphQL calls it `name`, and its type `Bot`. */
const actor = v.pipe(
  v.object({ __typename: v.string(), login: v.string() }),
  v.transform(({ __typename: type, login }) => (type === 'Bot' ? `${login}[bot]` : login)),
)

/** A closer of another kind, such as a project, is left out. */
const closer = v.variant('__typename', [
  v.pipe(
    v.object({
      __typename: v.literal('PullRequest'),
      number: v.number(),
      url: v.string(),
      repository: v.object({ nameWithOwner: v.string() }),
    }),
    v.transform(({ number, url, repository: { nameWithOwner: repository } }) => ({
      kind: 'pull-request' as const,
      repository,
      number,
      url,
    })),
  ),
  v.pipe(
    v.object({ __typename: v.literal('Commit'), oid: v.string(), url: v.string() }),
    v.transform(({ oid: sha, url }) => ({ kind: 'commit' as const, sha, url })),
  ),
])

const stateEvent = v.object({
  __typename: v.string(),
  actor: v.nullish(actor),
  closer: v.fallback(v.nullish(closer), null),
})

/** What the token may not see is `null`, at any level. */
const stateChangeAnswer = v.object({
  repository: v.nullish(
    v.object({
      issue: v.nullish(
        v.object({
          closedAt: v.nullish(v.string(), null),
          timelineItems: v.object({ nodes: v.nullish(v.array(v.nullish(stateEvent)), []) }),
        }),
      ),
    }),
  ),
})

/** Makes the calls of GraphQL. */
export function createGraphQlReads({ query }: Pick<RestClient, 'query'>): GraphQlReads {
  return {
    async viewer() {
      const question = { query: '{ viewer { login } }', what: 'ask which user the token belongs to' }
      const { viewer } = await query(question, v.object({ viewer: v.object({ login: v.string() }) }))
      return viewer.login
    },

    async stateChange(ref) {
      const { state, closedAt, number, repository } = ref
      const variables = { ...ownerAndName(repository), number }
      const what = `ask who ${state === 'closed' ? 'closed' : 'reopened'} ${issueName(ref)}`
      const answer = await query({ query: STATE_CHANGE, variables, what }, stateChangeAnswer)
      const issue = answer.repository?.issue
      // Somebody may have closed or reopened it after it was read.
      if (!issue || issue.closedAt !== closedAt) return undefined
      const event = issue.timelineItems.nodes?.at(-1)
      const expected = state === 'closed' ? 'ClosedEvent' : 'ReopenedEvent'
      if (event?.__typename !== expected) return undefined
      return { by: event.actor ?? undefined, through: event.closer ?? undefined }
    },

    recentActivity: about => readRecentActivity({ query }, about),
  }
}
