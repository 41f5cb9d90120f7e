import { getOctokit } from '@actions/github'
import type { Endpoints, RequestParameters } from '@octokit/types'
import * as v from 'valibot'
import { restRequestsLeft } from '../http/rate-limit.ts'
import type { RetryingFetch } from '../http/retry.ts'
import type { IssueId } from '../issue-ref.ts'
import type { ServiceError } from '../service-error.ts'
import {
  type CallInfo,
  type OctokitHeaders,
  OtherOriginError,
  refusedCall,
  toHeaders,
  toServiceError,
  unexpectedAnswer,
} from './errors.ts'

/** Where GitHub's REST and GraphQL APIs are, and the token for them. */
export type GitHubAccess = { apiUrl: string; graphqlUrl: string; token: string; fetch: RetryingFetch }

type Route = keyof Endpoints

/** One REST call. `parameters` are its path, query and body; a wrong one does not compile. */
export type GitHubCall<R extends Route> = {
  /** As GitHub's documentation writes it: `POST /repos/{owner}/{repo}/issues`. */
  route: R
  parameters: Endpoints[R]['parameters']
  /** The call in words, after "could not": `create the issue`. */
  what: string
  /** It may be sent twice. A GET always may. */
  idempotent?: true
  /** The form of the answer: a file as it is, or an issue with its text as HTML. */
  format?: 'raw' | 'full'
}

/** A query of GraphQL, which reads only. `what` is in words, after "could not". */
export type GraphQlQuestion = { query: string; variables?: Record<string, unknown>; what: string }

type Schema = v.GenericSchema

/** Calls of GitHub's API. A schema validates each answer. Every call throws {@link ServiceError}. */
export type RestClient = {
  send: <R extends Route, S extends Schema>(call: GitHubCall<R>, schema: S) => Promise<v.InferOutput<S>>
  /**
   * Sends a GET. When GitHub says that the object was renamed or transferred, it reads the object at its new place, which
   * is an address of the same API. `isMoved` says so.
   */
  sendFollowing: <R extends Route, S extends Schema>(
    call: GitHubCall<R>,
    schema: S,
  ) => Promise<{ value: v.InferOutput<S>; isMoved: boolean }>
  /** The pages of a list, from the first to the last. */
  pages: <R extends Route, S extends Schema>(
    call: GitHubCall<R>,
    item: S,
  ) => AsyncGenerator<v.InferOutput<S>[], void>
  /** The pages of a list, from the last to the first. GitHub sorts some lists only oldest first. */
  pagesFromLast: <R extends Route, S extends Schema>(
    call: GitHubCall<R>,
    item: S,
  ) => AsyncGenerator<v.InferOutput<S>[], void>
  /** Asks GraphQL. `schema` validates `data`; parts that the token may not read are `null` in it. It may be sent twice. */
  query: <S extends Schema>(question: GraphQlQuestion, schema: S) => Promise<v.InferOutput<S>>
  /** How many REST requests the token has left this hour, by the newest answer; `Infinity` before the first. */
  requestsLeft: () => number
}

/** A repository's full name as the parameters that most routes take. */
export function ownerAndName(repository: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/')
  return { owner, repo }
}

/** An issue as the parameters that its routes take. */
export function issuePath({ repository, number }: IssueId): {
  owner: string
  repo: string
  issue_number: number
} {
  return { ...ownerAndName(repository), issue_number: number }
}

/** The REST API version that requests are pinned to. */
const API_VERSION = '2022-11-28'

/**
 * A `GitHubCall` without the types of its route, because Octokit's types can't use a route that is a type parameter.
 */
type PlainCall = {
  route: string
  parameters: object
  what: string
  idempotent?: true
  format?: 'raw' | 'full'
}

/** GitHub's own redirects name a repository by its id: `/repositories/1/issues/41`. */
const MOVED = /\/repositories\/\d+(?:\/issues\/\d+)?$/
/** An issue may be transferred to a repository that is renamed later. More hops are a circle. */
const MAX_HOPS = 3

type OctokitAnswer = { status: number; headers: OctokitHeaders; data: unknown }

/**
 * Makes Octokit follow our rules. Every error is a {@link ServiceError} that says what to do. A redirect is an error,
 * too, where Octokit would take a 301 for a success. The token goes only to the configured addresses.
 */
export function createRestClient({ apiUrl, graphqlUrl, token, fetch }: GitHubAccess): RestClient {
  const origins = [apiUrl, graphqlUrl].map(url => new URL(url).origin)
  const guardedFetch: RetryingFetch = async (url, request) => {
    const { origin } = new URL(url)
    if (!origins.includes(origin)) throw new OtherOriginError(origin)
    return fetch(url, request)
  }
  const idempotentFetch: RetryingFetch = (url, request) => guardedFetch(url, { ...request, idempotent: true })
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    userAgent: 'freescout-autolink',
    request: { fetch: guardedFetch },
  })
  let requestsLeft = Number.POSITIVE_INFINITY

  function optionsOf({ parameters, idempotent, format }: PlainCall): RequestParameters {
    return {
      ...parameters,
      headers: { 'X-GitHub-Api-Version': API_VERSION },
      ...(format && { mediaType: { format } }),
      ...(idempotent && { request: { fetch: idempotentFetch } }),
    }
  }

  function read<S extends Schema>(schema: S, response: OctokitAnswer, call: CallInfo): v.InferOutput<S> {
    const { status, headers, data } = response
    requestsLeft = restRequestsLeft(toHeaders(headers)) ?? requestsLeft
    if (status >= 300) throw refusedCall(call, { status, message: 'moved', headers })
    const result = v.safeParse(schema, data)
    if (!result.success) throw unexpectedAnswer(call)
    return result.output
  }

  async function* pages<S extends Schema>(call: PlainCall, item: S) {
    const info = infoOf(call)
    const responses = octokit.paginate.iterator(call.route, optionsOf(call))[Symbol.asyncIterator]()
    for (;;) {
      const next = await responses.next().catch(error => {
        throw toServiceError(info, error)
      })
      if (next.done) return
      yield read(v.array(item), next.value, info)
    }
  }

  async function* pagesFromLast<S extends Schema>(call: PlainCall, item: S) {
    const info = infoOf(call)
    const readPage = (page: number) => exchange(call.route, { ...optionsOf(call), page }, info)
    const first = await readPage(1)
    const link = String(first.headers.link ?? '')
    const last = Number(/[?&]page=(\d+)[^<>]*>;\s*rel="last"/.exec(link)?.[1] ?? 1)
    if (last === 1 && link.includes('rel="next"')) {
      // GitHub named no last page, so all pages are read from the first.
      yield* (await Array.fromAsync(pages(call, item))).toReversed()
      return
    }
    for (let page = last; page > 1; page--) yield read(v.array(item), await readPage(page), info)
    yield read(v.array(item), first, info)
  }

  function exchange(route: string, options: RequestParameters, call: CallInfo): Promise<OctokitAnswer> {
    return octokit.request(route, options).catch(error => {
      throw toServiceError(call, error)
    })
  }

  /** The address to which GitHub redirects, if it is one of its own API. */
  function newPlace({ status, headers }: OctokitAnswer): string | undefined {
    const url = status >= 300 && status < 400 ? URL.parse(String(headers.location ?? ''), apiUrl) : null
    return url && origins.includes(url.origin) && MOVED.test(url.pathname) ? url.href : undefined
  }

  /** Reads the object where it is now. What can't be read there is reported as moved, and not as missing. */
  async function follow(from: OctokitAnswer, call: PlainCall): Promise<OctokitAnswer> {
    let answer = from
    for (let hops = 0; hops < MAX_HOPS; hops++) {
      const place = newPlace(answer)
      if (!place) break
      const next = await octokit
        .request(`GET ${place}`, optionsOf({ ...call, parameters: {} }))
        .catch(error => {
          const failure = toServiceError(infoOf(call), error)
          if (isNotVisible(failure)) return undefined
          throw failure
        })
      if (!next) return from
      answer = next
    }
    return answer
  }

  return {
    pages,
    pagesFromLast,
    requestsLeft: () => requestsLeft,
    send: async (call, schema) => {
      const info = infoOf(call)
      return read(schema, await exchange(call.route, optionsOf(call), info), info)
    },
    sendFollowing: async (call, schema) => {
      const info = infoOf(call)
      const first = await exchange(call.route, optionsOf(call), info)
      const last = await follow(first, call)
      return { value: read(schema, last, info), isMoved: last !== first }
    },
    query: async ({ query, variables = {}, what }, schema) => {
      const call = { what, isWrite: false }
      const question = { query, variables, request: { fetch: idempotentFetch } }
      const answer = await exchange(`POST ${graphqlUrl}`, question, call)
      return read(v.object({ data: schema }), answer, call).data
    },
  }
}

/** Whether the token may not see the object there, or it was deleted. A rate limit is neither. */
function isNotVisible({ status, code }: ServiceError): boolean {
  return [403, 404, 410].includes(status ?? 0) && code !== 'rate-limited'
}

function infoOf({ route, what }: PlainCall): CallInfo {
  return { what, isWrite: !route.startsWith('GET ') }
}
