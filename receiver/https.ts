import * as http from 'node:http'
import * as https from 'node:https'
import type { Fetch, FetchAnswer } from './calls.ts'

/** An idle connection is dropped after this time, before GitHub or something on the way does it unseen. */
const IDLE_MS = 15_000
/** Nothing that is read here is larger; a token's answer is a few kilobytes. */
const MAX_ANSWER_BYTES = 1024 * 1024

/**
 * A `fetch` for the Node edge over `node:https`: the global one costs tens of megabytes of memory under load.
 * Connections are kept alive unless told otherwise; redirects are handed back, never followed. Plain `http` is for loopback only, which
 * the settings see to. `HTTPS_PROXY` and `NO_PROXY` in `env` are heeded, as of Node 24.5:
 * https://nodejs.org/api/http.html#built-in-proxy-support
 */
export function createHttpsFetch({
  keepAlive = true,
  env = process.env,
}: {
  keepAlive?: boolean
  env?: NodeJS.ProcessEnv
} = {}): Fetch {
  const options = { keepAlive, timeout: IDLE_MS }
  const agents = {
    http: new http.Agent(options),
    https: new https.Agent({ ...options, proxyEnv: env }),
  }
  return (url, { method, headers, body, signal }) => {
    const plain = url.startsWith('http:')
    const length = String(Buffer.byteLength(body))
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => reject(signal.aborted ? signal.reason : error)
      const request = (plain ? http : https).request(url, {
        agent: plain ? agents.http : agents.https,
        method,
        headers: { ...headers, 'content-length': length },
      })
      // Not the option `signal`, which puts half a dozen more listeners on every request.
      signal.addEventListener('abort', () => request.destroy(signal.reason), { once: true })
      request.on('response', response => read(response, { resolve, fail }))
      request.on('error', fail)
      request.end(body)
    })
  }
}

type Outcome = { resolve: (answer: FetchAnswer) => void; fail: (error: Error) => void }

/** Reads an answer by its events; an async iterator over it would cost more than sending the request. */
function read(response: http.IncomingMessage, { resolve, fail }: Outcome): void {
  const chunks: Buffer[] = []
  let length = 0
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    length += chunk.length
    if (length <= MAX_ANSWER_BYTES) return
    response.destroy(new Error(`The answer is longer than ${MAX_ANSWER_BYTES} bytes.`))
  })
  response.on('error', fail)
  response.on('end', () =>
    resolve({
      status: response.statusCode ?? 0,
      headers: { get: name => response.headers[name.toLowerCase()]?.toString() ?? null },
      text: async () => Buffer.concat(chunks).toString(),
    }),
  )
}
