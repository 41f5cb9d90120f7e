import * as http from 'node:http'
import * as https from 'node:https'
import type { Fetch, FetchAnswer } from './calls.ts'

/** An idle connection is dropped after this time, before GitHub or something on the way does it unseen. */
const IDLE_MS = 15_000
/** Nothing that is read here is larger; a token's answer is a few kilobytes. */
const MAX_ANSWER_BYTES = 1024 * 1024

/**
 * A `fetch` for the Node edge over `node:https`: the global one costs tens of megabytes of memory under load.
 * Connections are kept alive; redirects are handed back, never followed. Plain `http` is for loopback only, which
 * the settings see to.
 */
export function createHttpsFetch(): Fetch {
  const options = { keepAlive: true, timeout: IDLE_MS }
  const agents = { http: new http.Agent(options), https: new https.Agent(options) }
  return (url, { method, headers, body, signal }) => {
    const plain = url.startsWith('http:')
    const length = String(Buffer.byteLength(body))
    return new Promise((resolve, reject) => {
      const request = (plain ? http : https).request(
        url,
        {
          agent: plain ? agents.http : agents.https,
          method,
          headers: { ...headers, 'content-length': length },
          signal,
        },
        response => answer(response).then(resolve, reject),
      )
      request.on('error', error => reject(signal.aborted ? signal.reason : error))
      request.end(body)
    })
  }
}

async function answer(response: http.IncomingMessage): Promise<FetchAnswer> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MAX_ANSWER_BYTES) throw new Error(`The answer is longer than ${MAX_ANSWER_BYTES} bytes.`)
    chunks.push(chunk)
  }
  const text = Buffer.concat(chunks).toString()
  return {
    status: response.statusCode ?? 0,
    headers: { get: name => response.headers[name.toLowerCase()]?.toString() ?? null },
    text: async () => text,
  }
}
