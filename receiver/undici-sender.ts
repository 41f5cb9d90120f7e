import { EnvHttpProxyAgent, request } from 'undici'
import { MAX_ANSWER_BYTES, type SendRequest } from './github-api.ts'
import type { ProxySettings } from './settings.ts'

/**
 * How long an idle connection is kept, in milliseconds. GitHub or a proxy closes an idle connection later than that. A
 * request on a closed connection would fail.
 */
const IDLE_MS = 15_000

/**
 * Makes the function that sends requests to GitHub in Node, by undici's `request`. Node's own `fetch` needs about 65
 * MiB more memory and half as much processor time again; docs/receiver-internals.md has the figures.
 *
 * Only https goes through the proxy. Plain http is for loopback only, which {@link readSettings} ensures.
 *
 * @param keepAlive `false` closes each connection after its answer
 */
export function createUndiciSender({
  proxy,
  keepAlive = true,
}: {
  proxy: ProxySettings | undefined
  keepAlive?: boolean
}): SendRequest {
  const dispatcher = new EnvHttpProxyAgent({
    httpProxy: '',
    httpsProxy: proxy?.url ?? '',
    noProxy: proxy?.except ?? '',
    keepAliveTimeout: IDLE_MS,
    maxResponseSize: MAX_ANSWER_BYTES,
  })
  return async (url, { method, headers, body = null, signal }) => {
    const answer = await request(url, { method, headers, body, signal, dispatcher, reset: !keepAlive })
    const text = await answer.body.text()
    return {
      status: answer.statusCode,
      headers: { get: name => textOf(answer.headers[name]) },
      text,
    }
  }
}

/** A header that came several times is a list. */
function textOf(header: string | string[] | undefined): string | null {
  return header === undefined ? null : String(header)
}
