import { EnvHttpProxyAgent, fetch as undiciFetch } from 'undici'

/** The part of `fetch` that both clients use. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>

/** The longest that one attempt may take, to the last byte of its answer. */
const ATTEMPT_TIMEOUT_MS = 30_000

/**
 * The `fetch` under both clients: goes through `HTTPS_PROXY`/`NO_PROXY` when they are set, follows no redirect
 * (a redirect could carry the API key to another host; the clients turn one into an error).
 */
export function transport(): Fetch {
  const dispatcher = new EnvHttpProxyAgent()
  return async (url, init) =>
    (await undiciFetch(url, {
      ...(init as object),
      dispatcher,
      redirect: 'manual',
      signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
    })) as unknown as Response
}

/** Whether a failed request can't have reached the server: no connection came about. */
export function neverSent(error: unknown): boolean {
  const codes = [
    'ECONNREFUSED',
    'ENOTFOUND',
    'EAI_AGAIN',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'UND_ERR_CONNECT_TIMEOUT',
  ]
  return codes.includes(String(causeCode(error)))
}

/** The system's code for a failed request, such as `ECONNREFUSED`; `undefined` when there is none. */
export function causeCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code
  }
  return undefined
}
