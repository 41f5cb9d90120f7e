import { getOctokit } from '@actions/github'
import * as v from 'valibot'
import { ServiceError } from '../http/errors.ts'
import { describeFailure, type Fetch, wasNeverSent } from '../http/transport.ts'

/** Where GitHub's API is (on an own server, GraphQL is elsewhere than REST), and how it knows us. */
export type GitHubAccess = { apiUrl: string; graphqlUrl: string; token: string; fetch: Fetch }

/**
 * One call: `route` as GitHub's documentation writes it (`POST /repos/{owner}/{repo}/issues`), `parameters` its
 * path, query and body; `what` names the call in error messages ("create the issue").
 */
export type Call = { route: string; parameters?: Record<string, unknown>; what: string }

/** Sends calls and reads their answers by a schema. */
export type Sender = {
  send: <S extends v.GenericSchema>(call: Call, schema: S) => Promise<v.InferOutput<S>>
  /** Page after page of a list, by the links that GitHub gives: some lists can't be paged by number. */
  pages: <S extends v.GenericSchema>(call: Call, item: S) => AsyncGenerator<v.InferOutput<S>[], void>
  /** The same from the last page back to the first, for lists that can only be had oldest first. */
  pagesFromLast: <S extends v.GenericSchema>(call: Call, item: S) => AsyncGenerator<v.InferOutput<S>[], void>
  /** How many requests the token has left this hour, by the newest answer; `Infinity` before the first. */
  remaining: () => number
}

/** A full name as the parameters that most routes take. */
export function split(repository: string): { owner: string; repo: string } {
  const [owner = '', repo = ''] = repository.split('/')
  return { owner, repo }
}

type Page = { data: unknown[]; link: string }

/** The REST API version that requests are pinned to. */
const API_VERSION = '2022-11-28'

/**
 * Octokit under our own rules: an error is a {@link ServiceError} that says what to do, and a redirect is one
 * too (Octokit would take a 301 for a success).
 */
export function githubSender({ apiUrl, token, fetch }: GitHubAccess): Sender {
  const octokit = getOctokit(token, {
    baseUrl: apiUrl,
    userAgent: 'freescout-autolink',
    request: { fetch },
  })

  let remaining = Number.POSITIVE_INFINITY

  async function exchange<S extends v.GenericSchema>(call: Call, schema: S) {
    const response = await octokit
      .request(call.route, { ...call.parameters, headers: { 'X-GitHub-Api-Version': API_VERSION } })
      .catch((error: unknown) => {
        throw failure(call, error)
      })
    const status: number = response.status
    remaining = Number(response.headers['x-ratelimit-remaining'] ?? remaining)
    if (status >= 300) throw refused(call, { status, message: 'moved', headers: response.headers })
    const result = v.safeParse(schema, response.data)
    if (!result.success) throw unreadable(call)
    return { data: result.output, link: response.headers.link ?? '' }
  }

  async function* pages<S extends v.GenericSchema>(
    call: Call,
    item: S,
  ): AsyncGenerator<v.InferOutput<S>[], void> {
    for (let next: Call | undefined = call; next; ) {
      const { data, link }: Page = await exchange(next, v.array(item))
      yield data as v.InferOutput<S>[]
      next = linked(link, 'next', call)
    }
  }

  async function* pagesFromLast<S extends v.GenericSchema>(
    call: Call,
    item: S,
  ): AsyncGenerator<v.InferOutput<S>[], void> {
    const first: Page = await exchange(call, v.array(item))
    if (linked(first.link, 'next', call) && !linked(first.link, 'last', call)) {
      // A list that tells no last page can only be walked through.
      yield* (await Array.fromAsync(pages(call, item))).toReversed()
      return
    }
    for (let previous = linked(first.link, 'last', call); previous; ) {
      const { data, link }: Page = await exchange(previous, v.array(item))
      yield data as v.InferOutput<S>[]
      const before = linked(link, 'prev', call)
      previous = before?.route === linked(link, 'first', call)?.route ? undefined : before
    }
    yield first.data as v.InferOutput<S>[]
  }

  return {
    send: async (call, schema) => (await exchange(call, schema)).data,
    pages,
    pagesFromLast,
    remaining: () => remaining,
  }

  /** The call for a page that an answer's `Link` header names; a page that can't be asked for must not go missing. */
  function linked(link: string, rel: 'next' | 'last' | 'prev' | 'first', { what }: Call): Call | undefined {
    const url = link
      .split(',')
      .find(part => part.includes(`rel="${rel}"`))
      ?.match(/<([^<>]+)>/)?.[1]
    if (url === undefined) return undefined
    if (URL.parse(url)?.origin === new URL(apiUrl).origin) return { route: `GET ${url}`, what }
    throw new ServiceError(
      `GitHub names a page at ${URL.parse(url)?.origin ?? 'no address'}, not at ${apiUrl}: could not ${what}. ` +
        "Check the runner's GITHUB_API_URL.",
      { service: 'GitHub' },
    )
  }
}

function unreadable(call: Call): ServiceError {
  return new ServiceError(
    `GitHub's answer is not what its API promises: could not ${call.what}. ` +
      'A proxy may stand in front of it; run the workflow again.',
    { service: 'GitHub', mayHaveActed: isWrite(call) },
  )
}

/** GraphQL is only asked whose token this is. */
function isWrite({ route }: Call): boolean {
  return !route.startsWith('GET ') && !/^POST .*\/graphql$/.test(route)
}

type Headers = Record<string, string | number | undefined>
type Refused = { status: number; message: string; headers: Headers }

/** Octokit gives a request that had no answer the status 500 and no `response`. */
function failure(call: Call, error: unknown): ServiceError {
  const { response } = error as { response?: { status: number; headers: Headers; data?: unknown } }
  if (response) {
    return refused(call, {
      status: response.status,
      message: saidBy(response.data),
      headers: response.headers,
    })
  }
  return new ServiceError(
    `GitHub gave no answer (${describeFailure(causeOf(error))}): could not ${call.what}. Run the workflow again.`,
    { service: 'GitHub', mayHaveActed: isWrite(call) && !wasNeverSent(error), cause: error },
  )
}

const complaint = v.object({
  message: v.optional(v.string(), ''),
  errors: v.fallback(
    v.optional(
      v.array(v.object({ field: v.optional(v.string(), ''), code: v.optional(v.string(), '') })),
      [],
    ),
    [],
  ),
})

/** What GitHub said, without the values that it repeats (and Octokit's message with it): one may be a ticket's text. */
function saidBy(data: unknown): string {
  const { success, output } = v.safeParse(complaint, data)
  if (!success) return ''
  const where = output.errors.map(({ field, code }) => `${field} ${code}`.trim()).filter(Boolean)
  return [output.message, ...where].join('; ')
}

/** Octokit wraps what `fetch` threw. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error
}

/** A refusal for the rate is told by 403 or 429 (GitHub uses either); the error's status is 429 in both cases. */
function refused(call: Call, { status, message, headers }: Refused): ServiceError {
  const isForRate = status === 403 && /rate limit/i.test(message)
  return new ServiceError(`${explain({ status, message, headers })} Could not ${call.what}.`, {
    service: 'GitHub',
    status: isForRate ? 429 : status,
    mayHaveActed: isWrite(call) && status >= 500,
  })
}

function explain({ status, message, headers }: Refused): string {
  if (status === 401) return 'GitHub refused the token (401). Check the input github-token.'
  if (status === 429 || (status === 403 && /rate limit/i.test(message))) {
    const reset = Number(headers['x-ratelimit-reset']) * 1000
    const isSpent = String(headers['x-ratelimit-remaining']) === '0'
    const until = isSpent && reset > 0 ? ` until ${new Date(reset).toISOString()}` : ''
    return `GitHub limits our requests (${status})${until}. Run the workflow again after that.`
  }
  if (status === 403) {
    return `GitHub forbids this to the token (403: ${message}). Give the job "permissions: issues: write, contents: read", or the token access to the repository.`
  }
  if (status === 404) {
    return 'GitHub does not find it (404). Check the repository in the configuration, and that the token may see it.'
  }
  if (status >= 300 && status < 400) {
    return `GitHub says that this has moved (${status}): the repository was renamed, or the issue transferred. Put the new name into the configuration.`
  }
  if (status >= 500) return `GitHub is in trouble (${status}). Run the workflow again when it is up.`
  return `GitHub refused the request (${status}: ${message}).`
}
