/**
 * The code that the system or a library gave a failed request, such as `ECONNREFUSED`. `fetch` hides it: the error that
 * it throws says "fetch failed", and the reason is somewhere below it, in `cause`.
 * https://fetch.spec.whatwg.org/#http-network-fetch (a network error says nothing more to a web page)
 *
 * @returns the first code on the way down; `undefined` when there is none, as for a time-out.
 */
export function causeCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code
  }
  return undefined
}
