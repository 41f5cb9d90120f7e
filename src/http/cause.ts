/**
 * The system's or the HTTP client's code for a failed request, such as `ECONNREFUSED` or `UND_ERR_CONNECT_TIMEOUT`.
 * HTTP clients wrap the error that explains a failure, so the whole chain of causes is searched from the outside in.
 *
 * Only codes that are texts count: a `DOMException` (a timeout, an abort) has a number, which says nothing to people.
 *
 * @returns `undefined` when no error of the chain has a code
 * @see https://nodejs.org/api/errors.html#nodejs-error-codes
 */
export function causeCode(error: unknown): string | undefined {
  let cause = error
  while (cause instanceof Error) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code
    cause = cause.cause
  }
  return undefined
}
