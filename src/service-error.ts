/** The services that the action talks to. */
export type Service = 'FreeScout' | 'GitHub'

/** What is known about a request that did not succeed. */
export type ServiceFailure = {
  service: Service
  /** The call in words, after "could not": `read ticket id 12`. */
  call: string
  /** What happened, as a phrase that begins a sentence and has no full stop. */
  happened: string
  /** What to do next, as one or more sentences. */
  todo: string
  /** HTTP status; left out when there was no answer. */
  status?: number | undefined
  /** The service's or the system's code: `already_exists`, `rate-limited`, `ECONNREFUSED`. */
  code?: string | undefined
  /** Whether the service may have carried out the write. Then look there before you send it again. */
  mayHaveActed?: boolean
  cause?: unknown
}

/**
 * A request that did not succeed, after every retry that was safe. `message` is the sentence for people; programs read
 * the other properties. None holds a secret or a customer's data.
 */
export class ServiceError extends Error {
  override name = 'ServiceError'
  readonly service: Service
  readonly call: string
  readonly happened: string
  readonly todo: string
  readonly status: number | undefined
  readonly code: string | undefined
  readonly mayHaveActed: boolean

  constructor(failure: ServiceFailure) {
    super(`${failure.happened}: could not ${failure.call}. ${failure.todo}`, { cause: failure.cause })
    this.service = failure.service
    this.call = failure.call
    this.happened = failure.happened
    this.todo = failure.todo
    this.status = failure.status
    this.code = failure.code
    this.mayHaveActed = failure.mayHaveActed ?? false
  }
}

/** Whether the service would refuse the same request again. A rate limit and a refused key do not count. */
export function isPermanentRefusal(error: unknown): error is ServiceError {
  if (!(error instanceof ServiceError)) return false
  return isForbidden(error) || error.status === 404 || error.status === 422
}

/** Whether the service checked the request, refused its content (422) and did nothing. */
export function isInvalid(error: unknown): error is ServiceError {
  return error instanceof ServiceError && error.status === 422 && error.code !== 'rate-limited'
}

/** Whether the token or key lacks the right to do this. GitHub's 403 for a rate limit does not count. */
export function isForbidden(error: unknown): boolean {
  return error instanceof ServiceError && error.status === 403 && error.code !== 'rate-limited'
}

/** Whether the error leaves open if the service carried out the write. */
export function isLostAnswer(error: unknown): boolean {
  return error instanceof ServiceError && error.mayHaveActed
}
