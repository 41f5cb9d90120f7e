import { EnvHttpProxyAgent, fetch, type Response } from 'undici'

/** One request. `body` is text. */
export type HttpRequest = {
  method?: string | undefined
  headers?: Record<string, string> | undefined
  body?: string | undefined
  /** The longest that this attempt may take, to the last byte of its answer; {@link ATTEMPT_TIMEOUT_MS} at most. */
  timeoutMs?: number
}

/** One answer; a `Response` has this shape too. Header names are found in upper and lower case. */
export type HttpResponse = {
  status: number
  headers: Iterable<[string, string]> & { get: (name: string) => string | null }
  text: () => Promise<string>
}

/** The part of `fetch` that the clients use. It rejects when no whole answer came. */
export type HttpFetch = (url: string, request?: HttpRequest) => Promise<HttpResponse>

/** The longest that one attempt may take, in milliseconds. */
export const ATTEMPT_TIMEOUT_MS = 30_000
/** The longest that connecting may take, in milliseconds. After that, nothing was sent. */
const CONNECT_TIMEOUT_MS = 10_000
/** How long an idle connection is kept, in milliseconds. Many servers and proxies close it after 5 s. */
const IDLE_TIMEOUT_MS = 4_000
/** A ticket with everything in it has a few megabytes. */
const MAX_RESPONSE_BYTES = 64 * 1024 * 1024

/** The limits that tests make smaller. */
type Limits = { maxBytes?: number; connectTimeoutMs?: number }

/**
 * Makes the action's HTTP client, which is undici. A redirect is handed back and never followed, because it could carry
 * an API key to another host. `HTTPS_PROXY` (else `HTTP_PROXY`) and `NO_PROXY` of `env` are used, in either case. Plain
 * `http` is for loopback only, so it never goes through a proxy.
 *
 * @throws {Error} for a proxy that undici can't use. Otherwise requests would bypass the proxy.
 */
export function createHttpFetch(
  env: Record<string, string | undefined> = process.env,
  { maxBytes = MAX_RESPONSE_BYTES, connectTimeoutMs = CONNECT_TIMEOUT_MS }: Limits = {},
): HttpFetch {
  const variable = (name: string) => env[name.toLowerCase()]?.trim() || env[name]?.trim() || ''
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: '',
    httpsProxy:
      readProxy('HTTPS_PROXY', variable('HTTPS_PROXY')) || readProxy('HTTP_PROXY', variable('HTTP_PROXY')),
    noProxy: variable('NO_PROXY'),
    connect: { timeout: connectTimeoutMs },
    keepAliveTimeout: IDLE_TIMEOUT_MS,
    maxResponseSize: maxBytes,
  })
  return async (url, { method = 'GET', headers = {}, body = null, timeoutMs = ATTEMPT_TIMEOUT_MS } = {}) => {
    const response = await fetch(url, {
      method,
      headers,
      body,
      dispatcher,
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    })
    return {
      status: response.status,
      headers: response.headers,
      text: () => readText(response, maxBytes),
    }
  }
}

/** The value may hold a password, so the message does not show it. */
function readProxy(name: string, value: string): string {
  if (!value || /^https?:$/.test(URL.parse(value)?.protocol ?? '')) return value
  throw new Error(
    `${name} is not the URL of a proxy. Write it as http://proxy.example.org:3128, or unset it.`,
  )
}

/**
 * Limits the unpacked answer. undici counts only the bytes that arrive, and few packed bytes can hold a huge answer.
 */
async function readText({ body }: Response, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of body ?? []) {
    length += chunk.length
    if (length > maxBytes) throw new TooLargeError(maxBytes)
    chunks.push(chunk)
  }
  return new TextDecoder().decode(Buffer.concat(chunks))
}

/** The unpacked answer is too long. `code` is the code that undici has for a packed answer that is too long. */
class TooLargeError extends Error {
  override name = 'TooLargeError'
  readonly code = 'UND_ERR_RES_EXCEEDED_MAX_SIZE'

  constructor(maxBytes: number) {
    super(`The answer is longer than ${maxBytes} bytes.`)
  }
}
