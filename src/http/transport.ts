import { type Answer, httpsFetch, type Sent } from './https.ts'

/** The part of `fetch` that both clients use. `timeoutMs` shortens the time that the attempt may take. */
export type Fetch = (url: string, init?: Omit<Sent, 'signal'> & { timeoutMs?: number }) => Promise<Answer>

/** The longest that one attempt may take, to the last byte of its answer. */
export const ATTEMPT_TIMEOUT_MS = 30_000

/**
 * The `fetch` under both clients. It follows no redirect (one could carry the API key to another host; the clients
 * turn it into an error), and goes through a proxy when `HTTPS_PROXY` names one, `NO_PROXY` excepted.
 */
export function transport(env: Record<string, string | undefined> = process.env): Fetch {
  const send = httpsFetch({ env })
  return (url, { timeoutMs = ATTEMPT_TIMEOUT_MS, ...init } = {}) =>
    send(url, { ...init, signal: AbortSignal.timeout(timeoutMs) })
}

/** Whether a failed request can't have reached the server: no connection came about. */
export function wasNeverSent(error: unknown): boolean {
  const codes = [
    'CONNECT_TIMEOUT',
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ERR_PROXY_TUNNEL',
  ]
  return codes.includes(String(causeCode(error)))
}

/** Whether trying again can't help: no such host, or a certificate that does not fit. */
export function isPermanent(error: unknown): boolean {
  return /^ENOTFOUND$|CERT|UNABLE_TO_VERIFY/.test(causeCode(error) ?? '')
}

/** What happened to a request without an answer, for people: the system's code, or in words. */
export function describeFailure(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError')
    return `no answer within ${ATTEMPT_TIMEOUT_MS / 1000} s`
  return causeCode(error) ?? 'connection lost'
}

/** The system's code for a failed request, such as `ECONNREFUSED`; `undefined` when there is none. */
export function causeCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code
  }
  return undefined
}
