/** The services that the action talks to, as error messages name them. */
export type Service = 'FreeScout' | 'GitHub'

/**
 * A request that did not succeed, after every retry that was safe. The message says what happened, where, and
 * what to do next; it never holds a secret or a customer's data.
 */
export class ServiceError extends Error {
  readonly service: Service
  /** HTTP status; `undefined` when there was no answer. */
  readonly status: number | undefined
  /** Whether a write may have happened all the same: look before doing it again. */
  readonly mayHaveActed: boolean

  constructor(
    message: string,
    about: { service: Service; status?: number | undefined; mayHaveActed?: boolean; cause?: unknown },
  ) {
    super(message, { cause: about.cause })
    this.name = 'ServiceError'
    this.service = about.service
    this.status = about.status
    this.mayHaveActed = about.mayHaveActed ?? false
  }
}

/** Whether the server understood the request and will refuse it next time too; not for its rate or a bad key. */
export function isRefusedForGood(error: unknown): boolean {
  const status = error instanceof ServiceError ? error.status : undefined
  return status === 403 || status === 404 || status === 422
}

/** Whether the error leaves open if the write was carried out. */
export function isLostAnswer(error: unknown): boolean {
  return error instanceof ServiceError && error.mayHaveActed
}
