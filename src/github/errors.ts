import * as v from 'valibot'
import { describeFailure, wasNeverSent } from '../http/failure.ts'
import { isRateLimited, quotaResetAt } from '../http/rate-limit.ts'
import { ServiceError } from '../service-error.ts'

/** What an error says about its call. `isWrite`: the call changes something, so a lost answer may hide a change. */
export type CallInfo = { what: string; isWrite: boolean }

/** Headers as Octokit hands them over. */
export type OctokitHeaders = Record<string, string | number | undefined>

/** GitHub's answer to a call that it did not carry out. `message` and `code` are GitHub's own. */
type Refusal = { status: number; headers: OctokitHeaders; message: string; code?: string }

/** GitHub's answer names a next page on another server. The token must not be sent there. */
export class OtherOriginError extends Error {
  override name = 'OtherOriginError'
  readonly origin: string

  constructor(origin: string) {
    super(`The token is not for ${origin}.`)
    this.origin = origin
  }
}

/** What Octokit throws after a response. Without a response, its error has the error of `fetch` as `cause`. */
const octokitError = v.object({
  response: v.object({
    status: v.number(),
    headers: v.record(v.string(), v.union([v.string(), v.number(), v.undefined()])),
    data: v.unknown(),
  }),
})

/** Turns anything that Octokit threw into an error that says what to do. */
export function toServiceError({ what, isWrite }: CallInfo, error: unknown): ServiceError {
  const answered = v.safeParse(octokitError, error)
  if (answered.success) {
    const { status, headers, data } = answered.output.response
    return refusedCall({ what, isWrite }, { status, headers, ...gitHubMessage(data) })
  }
  const cause = error instanceof Error ? error.cause : undefined
  if (cause instanceof OtherOriginError) {
    return new ServiceError({
      service: 'GitHub',
      call: what,
      happened: `GitHub says that the next page is at ${cause.origin}, which is not its API`,
      todo: "Check the runner's GITHUB_API_URL.",
      cause: error,
    })
  }
  // An `HttpError` without a response is a request without an answer. Any other error is an answer that Octokit can't
  // read.
  if (!(error instanceof Error) || error.name !== 'HttpError')
    return unexpectedAnswer({ what, isWrite }, error)
  return new ServiceError({
    service: 'GitHub',
    call: what,
    happened: `GitHub gave no answer (${describeFailure(error)})`,
    todo: 'Run the workflow again.',
    mayHaveActed: isWrite && !wasNeverSent(error),
    cause: error,
  })
}

/** The answer has another shape than the schema. */
export function unexpectedAnswer({ what, isWrite }: CallInfo, cause?: unknown): ServiceError {
  return new ServiceError({
    service: 'GitHub',
    call: what,
    happened: "GitHub's answer is not what its API promises",
    todo: 'A proxy may be in front of it; run the workflow again.',
    mayHaveActed: isWrite,
    cause,
  })
}

const refusalBody = v.object({
  message: v.optional(v.string(), ''),
  errors: v.fallback(
    v.optional(
      v.array(v.object({ field: v.optional(v.string(), ''), code: v.optional(v.string(), '') })),
      [],
    ),
    [],
  ),
})

/** GitHub's message about a refusal. It leaves out the refused values, because one may be a ticket's text. */
function gitHubMessage(data: unknown): { message: string; code?: string } {
  const { success, output } = v.safeParse(refusalBody, data)
  if (!success) return { message: '' }
  const details = output.errors.map(({ field, code }) => `${field} ${code}`.trim()).filter(Boolean)
  const code = output.errors.find(({ code }) => code)?.code
  return { message: [output.message, ...details].join('; '), ...(code && { code }) }
}

/** A call that GitHub answered with a refusal or a redirect. */
export function refusedCall({ what, isWrite }: CallInfo, refusal: Refusal): ServiceError {
  const isLimited = isRateLimited({ ...refusal, headers: toHeaders(refusal.headers), text: refusal.message })
  const code = isLimited ? 'rate-limited' : refusal.code
  return new ServiceError({
    service: 'GitHub',
    call: what,
    status: refusal.status,
    ...(isLimited ? explainRateLimit(refusal) : explain(refusal)),
    ...(code && { code }),
    mayHaveActed: isWrite && refusal.status >= 500,
  })
}

type Explanation = Pick<ServiceError, 'happened' | 'todo'>

function explainRateLimit({ status, headers }: Refusal): Explanation {
  const resetAt = quotaResetAt(toHeaders(headers))
  const until = resetAt === undefined ? '' : ` until ${new Date(resetAt).toISOString()}`
  return {
    happened: `GitHub limits our requests (${status})${until}`,
    todo: 'Run the workflow again after that.',
  }
}

function explain({ status, message }: Refusal): Explanation {
  if (status === 401) {
    return { happened: 'GitHub refused the token (401)', todo: 'Check the input github-token.' }
  }
  if (status === 403 && /\bissue is locked\b/i.test(message)) {
    return {
      happened: 'GitHub accepts no comment on a locked issue (403)',
      todo: 'Unlock the issue, then run the workflow again. To end the link instead, write "none" into the field of its ticket.',
    }
  }
  if (status === 403) {
    return {
      happened: `GitHub does not let the token do this (403: ${message})`,
      todo: 'Give the job "permissions: issues: write, contents: read", or the token access to the repository.',
    }
  }
  if (status === 404) {
    return {
      happened: 'GitHub answered "not found" (404)',
      todo: 'Check the repository in the configuration, and that the token may see it.',
    }
  }
  if (status >= 300 && status < 400) {
    return {
      happened: `GitHub says that this has moved (${status})`,
      todo: 'The repository was renamed, or the issue transferred. Put the new name into the configuration.',
    }
  }
  if (status >= 500) {
    return {
      happened: `GitHub is not working right now (${status})`,
      todo: 'Run the workflow again when it is up.',
    }
  }
  return {
    happened: `GitHub refused the request (${status}: ${message})`,
    todo: 'Check what the message names, then run the workflow again.',
  }
}

/** Octokit's headers as a `Headers`, in which names are found in any case. */
export function toHeaders(headers: OctokitHeaders): Headers {
  const given = Object.entries(headers).filter(([, value]) => value !== undefined)
  return new Headers(given.map(([name, value]): [string, string] => [name, String(value)]))
}
