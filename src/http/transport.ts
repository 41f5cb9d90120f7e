/** The part of `fetch` that both clients use. */
export type Fetch = (url: string, init?: RequestInit) => Promise<Response>

/** The longest that one attempt may take, to the last byte of its answer. */
const ATTEMPT_TIMEOUT_MS = 30_000

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
  return async (url, init) =>
    (await fetching)(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(ATTEMPT_TIMEOUT_MS),
    })
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

/** The system's code for a failed request, such as `ECONNREFUSED`; `undefined` when there is none. */
export function causeCode(error: unknown): string | undefined {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    if ('code' in cause && typeof cause.code === 'string') return cause.code
  }
  return undefined
}
