import * as http from 'node:http'

/** A request with a text for its body, or none. */
export type Sent = {
  method?: string | undefined
  headers?: Record<string, string> | undefined
  body?: string | undefined
  /** Ends the attempt, up to the last byte of its answer. */
  signal: AbortSignal
}

/** An answer that was read to its end; `Response` has this shape too. */
export type Answer = {
  status: number
  /** Names are found in upper and lower case. */
  headers: Iterable<[string, string]> & { get: (name: string) => string | null }
  text: () => Promise<string>
}

/** The part of `fetch` that is needed to call an API. */
export type Send = (url: string, sent: Sent) => Promise<Answer>

/** A page of 100 tickets has some hundred kilobytes, a ticket with everything in it a few megabytes. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024
/** An idle connection is dropped after this time, before the server or something on the way does it unseen. */
const IDLE_MS = 4_000

/**
 * A `fetch` over `node:https`: the global one costs 40 ms at the start of every run, and tens of megabytes of memory
 * under load. Connections are kept alive unless told otherwise; a redirect is handed back, never followed. Plain
 * `http` is for loopback only, which those who call see to. `HTTPS_PROXY` and `NO_PROXY` in `env` are heeded, as of
 * Node 24.5: https://nodejs.org/api/http.html#built-in-proxy-support
 */
export function httpsFetch({
  keepAlive = true,
  env = process.env,
}: {
  keepAlive?: boolean
  env?: Record<string, string | undefined>
} = {}): Send {
  const options = { keepAlive, timeout: IDLE_MS }
  const plain = { request: http.request, agent: new http.Agent(options) }
  let secure: typeof plain | undefined
  /** TLS takes longer to load than HTTP, so it is loaded when a URL asks for it. */
  const secured = () => {
    if (secure) return secure
    const https = process.getBuiltinModule('node:https')
    secure = { request: https.request, agent: new https.Agent({ ...options, proxyEnv: env }) }
    return secure
  }
  return (url, { method = 'GET', headers, body = '', signal }) => {
    const { request: send, agent } = url.startsWith('http:') ? plain : secured()
    const length = Buffer.byteLength(body)
    return new Promise((resolve, reject) => {
      const fail = (error: Error) => reject(signal.aborted ? signal.reason : error)
      const request = send(url, {
        agent,
        method,
        headers: { 'accept-encoding': 'gzip', ...headers, ...(length && { 'content-length': length }) },
      })
      // Not the option `signal`, which puts half a dozen more listeners on every request.
      const abort = () => request.destroy(signal.reason)
      signal.addEventListener('abort', abort)
      // A signal with a timer lives on for as long as that runs, and would hold the whole answer.
      request.on('close', () => signal.removeEventListener('abort', abort))
      request.on('response', response => read(response, { resolve, fail }))
      request.on('error', fail)
      request.end(body)
    })
  }
}

type Ending = { resolve: (answer: Answer) => void; fail: (error: Error) => void }

/** Reads an answer by its events; an async iterator over it would cost more than sending the request. */
function read(response: http.IncomingMessage, { resolve, fail }: Ending): void {
  const chunks: Buffer[] = []
  let length = 0
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    length += chunk.length
    if (length <= MAX_ANSWER_BYTES) return
    response.destroy(new Error(`The answer is longer than ${MAX_ANSWER_BYTES} bytes.`))
  })
  response.on('error', fail)
  response.on('end', () => {
    const body = Buffer.concat(chunks)
    const isZipped = response.headers['content-encoding'] === 'gzip'
    resolve({
      status: response.statusCode ?? 0,
      headers: headersOf(response.headers),
      text: async () => (isZipped ? await unzip(body) : body).toString().replace(/^\uFEFF/, ''),
    })
  })
}

/** Lists shrink to an eighth on their way. Loaded when a server makes use of it. */
async function unzip(body: Buffer): Promise<Buffer> {
  const { gunzip } = process.getBuiltinModule('node:zlib')
  const { promisify } = process.getBuiltinModule('node:util')
  return promisify(gunzip)(body, { maxOutputLength: MAX_ANSWER_BYTES })
}

function headersOf(received: http.IncomingHttpHeaders): Answer['headers'] {
  const headers = new Map(Object.entries(received).map(([name, value]) => [name, String(value)]))
  return {
    get: name => headers.get(name.toLowerCase()) ?? null,
    [Symbol.iterator]: () => headers.entries(),
  }
}
