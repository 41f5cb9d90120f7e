import * as v from 'valibot'
import type { Author } from '../model.ts'
import { ownerAndName, type RestClient } from './api.ts'

/** An issue to ask about. `withComments`: its comments are read, too. */
export type ActivityQuestion = { number: number; withComments: boolean }

/**
 * What happened to an issue since a time: the labels that somebody put on, a reopening, and a transfer to its repository.
 * `comments` are its 30 oldest comments, of any time; empty unless they were asked for. `isCut`: more happened than GitHub
 * showed.
 */
export type RecentActivity = {
  labels: string[]
  isReopened: boolean
  isTransferred: boolean
  comments: { body: string; author: Author }[]
  isCut: boolean
}

/** What may be asked in one request. GraphQL takes up to 500,000 nodes; 50 issues have at most 4,000. */
export const MOST_QUESTIONS = 50
const MOST_EVENTS = 50
const MOST_COMMENTS = 30

/** https://docs.github.com/en/graphql/reference/objects#issue */
const EVENTS = `timelineItems(first: ${MOST_EVENTS}, since: $since, itemTypes: [LABELED_EVENT, REOPENED_EVENT, TRANSFERRED_EVENT]) {
  pageInfo { hasNextPage }
  nodes { __typename ... on LabeledEvent { label { name } } }
}`
const COMMENTS = `comments(first: ${MOST_COMMENTS}) {
  nodes { body authorAssociation author { __typename login } }
}`

/** REST calls an App's account `name[bot]`; GraphQL calls it `name`, and its type `Bot`. A deleted account is `null`. */
const commentNode = v.pipe(
  v.object({
    body: v.string(),
    authorAssociation: v.string(),
    author: v.nullish(v.object({ __typename: v.string(), login: v.string() })),
  }),
  v.transform(({ body, authorAssociation: association, author }) => {
    const login = author ? `${author.login}${author.__typename === 'Bot' ? '[bot]' : ''}` : 'ghost'
    return { body, author: { login, association } }
  }),
)

const activity = v.pipe(
  v.object({
    timelineItems: v.object({
      pageInfo: v.object({ hasNextPage: v.boolean() }),
      nodes: v.array(v.object({ __typename: v.string(), label: v.nullish(v.object({ name: v.string() })) })),
    }),
    comments: v.optional(v.object({ nodes: v.array(commentNode) })),
  }),
  v.transform(({ timelineItems: { nodes, pageInfo }, comments }): RecentActivity => {
    const happened = (type: string) => nodes.some(({ __typename: found }) => found === type)
    return {
      labels: nodes.flatMap(node => node.label?.name ?? []),
      isReopened: happened('ReopenedEvent'),
      isTransferred: happened('TransferredEvent'),
      comments: comments?.nodes ?? [],
      isCut: pageInfo.hasNextPage,
    }
  }),
)

/** An issue that can't be read this way is left out. */
const answers = v.object({
  repository: v.nullish(v.record(v.string(), v.fallback(v.nullish(activity), null))),
})

/**
 * Asks what happened to issues of a repository since a time (ISO 8601). It takes up to {@link MOST_QUESTIONS} questions, and
 * one request. Returns the answers by the issue's number. An issue without an answer is missing in it.
 */
export async function readRecentActivity(
  { query }: Pick<RestClient, 'query'>,
  { repository, since, questions }: { repository: string; since: string; questions: ActivityQuestion[] },
): Promise<Map<number, RecentActivity>> {
  const issues = questions.map(
    ({ number, withComments }) =>
      `issue${number}: issue(number: ${number}) { ${EVENTS} ${withComments ? COMMENTS : ''} }`,
  )
  const question = {
    query: `query ($owner: String!, $repo: String!, $since: DateTime!) { repository(owner: $owner, name: $repo) { ${issues.join('\n')} } }`,
    variables: { ...ownerAndName(repository), since },
    what: `ask what happened to ${questions.length} issues of ${repository}`,
  }
  const { repository: found } = await query(question, answers)
  return new Map(
    questions.flatMap(({ number }): [number, RecentActivity][] => {
      const answer = found?.[`issue${number}`]
      return answer ? [[number, answer]] : []
    }),
  )
}
