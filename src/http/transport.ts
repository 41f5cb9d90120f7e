/** The part of `fetch` that both clients use. `timeoutMs` shortens the time that the attempt may take. */
export type Fetch = (url: string, init?: RequestInit & { timeoutMs?: number }) => Promise<Response>

/** The longest that one attempt may take, to the last byte of its answer. */
export const ATTEMPT_TIMEOUT_MS = 30_000

const PROXY_VARIABLES = ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy']

/**
 * The `fetch` under both clients. It follows no redirect (one could carry the API key to another host; the clients
 * turn it into an error), and goes through a proxy when `HTTPS_PROXY` and the like name one, `NO_PROXY` excepted.
 *
 * Without a proxy it is Node's own `fetch`, which is undici built in: the package is loaded only for its proxy
 * agent, for loading it takes more than twice as long as Node takes to start.
 */
export function transport(env: Record<string, string | undefined> = process.env): Fetch {
  const proxied = PROXY_VARIABLES.some(name => env[name])
  const fetching = proxied ? throughProxy() : Promise.resolve(fetch)
  return async (url, { timeoutMs = ATTEMPT_TIMEOUT_MS, ...init } = {}) =>
    (await fetching)(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(timeoutMs) })
}

async function throughProxy(): Promise<Fetch> {
  const { EnvHttpProxyAgent, fetch } = await import('undici')
  const dispatcher = new EnvHttpProxyAgent()
  return async (url, init) => (await fetch(url, { ...(init as object), dispatcher })) as unknown as Response
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

/** Whether trying again can't help: no such host, or a certificate that does not fit. */
export function isLasting(error: unknown): boolean {
  return /^ENOTFOUND$|CERT|UNABLE_TO_VERIFY/.test(causeCode(error) ?? '')
}

/** What happened to a request without an answer, for people: the system's code, or in words. */
export function inWords(error: unknown): string {
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
