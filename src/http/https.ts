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

/**
 * A `fetch` over `node:https`: the global one costs 40 ms at the start of every run, and tens of megabytes of memory
 * under load. Connections are kept alive unless told otherwise; a redirect is handed back, never followed. Plain
 * `http` is for loopback only, which those who call see to. `HTTPS_PROXY` and `NO_PROXY` in `env` are heeded, as of
 * Node 24.5: https://nodejs.org/api/http.html#built-in-proxy-support
 */
export function httpsFetch({
  keepAlive = true,
  idleMs = 4_000,
  maxBytes = 64 * 1024 * 1024,
  env = process.env,
}: {
  keepAlive?: boolean
  /** An idle connection is dropped after this time, before the server or something on the way does it unseen. */
  idleMs?: number
  /** A longer answer is an error. A ticket with everything in it has a few megabytes. */
  maxBytes?: number
  env?: Record<string, string | undefined>
} = {}): Send {
  const options = { keepAlive, timeout: idleMs }
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
      signal.throwIfAborted()
      const request = send(url, {
        agent,
        method,
        headers: { 'accept-encoding': 'gzip', ...headers, ...(length && { 'content-length': length }) },
      })
      const fail = (error: Error) => {
        if (!signal.aborted) return reject(error)
        reject(
          isConnected(request) ? signal.reason : new HttpError('No connection in time', 'CONNECT_TIMEOUT'),
        )
      }
      // Not the option `signal`, which puts half a dozen more listeners on every request.
      const abort = () => request.destroy(signal.reason)
      signal.addEventListener('abort', abort)
      request.on('response', response => read(response, { resolve, fail, maxBytes }))
      request.on('error', fail)
      request.on('close', () => {
        // A signal with a timer lives on for as long as that runs, and would hold the whole answer.
        signal.removeEventListener('abort', abort)
        fail(new HttpError('The connection was closed', 'ECONNRESET'))
      })
      request.end(body)
    })
  }
}

/** What Node has no error for. `CONNECT_TIMEOUT`: time ran out before there was a connection, so nothing was sent. */
class HttpError extends Error {
  readonly code: 'CONNECT_TIMEOUT' | 'ECONNRESET'

  constructor(message: string, code: HttpError['code']) {
    super(message)
    this.code = code
  }
}

/** For TLS, that is after the handshake. */
function isConnected({ socket }: http.ClientRequest): boolean {
  return socket ? !socket.connecting && !('secureConnecting' in socket && socket.secureConnecting) : false
}

type Reading = { resolve: (answer: Answer) => void; fail: (error: Error) => void; maxBytes: number }

/** Reads an answer by its events; an async iterator over it would cost more than sending the request. */
function read(response: http.IncomingMessage, { resolve, fail, maxBytes }: Reading): void {
  const chunks: Buffer[] = []
  let length = 0
  response.on('data', (chunk: Buffer) => {
    chunks.push(chunk)
    length += chunk.length
    if (length > maxBytes) response.destroy(new Error(`The answer is longer than ${maxBytes} bytes.`))
  })
  response.on('error', fail)
  response.on('end', () => {
    const body = Buffer.concat(chunks)
    const isZipped = length > 0 && /^(?:x-)?gzip$/i.test(response.headers['content-encoding'] ?? '')
    resolve({
      status: response.statusCode ?? 0,
      headers: headersOf(response.headers),
      text: async () => (isZipped ? await unzip(body, maxBytes) : body).toString().replace(/^\uFEFF/, ''),
    })
  })
}

/** Lists shrink to an eighth on their way. Loaded when a server makes use of it. */
async function unzip(body: Buffer, maxOutputLength: number): Promise<Buffer> {
  const { gunzip } = process.getBuiltinModule('node:zlib')
  const { promisify } = process.getBuiltinModule('node:util')
  return promisify(gunzip)(body, { maxOutputLength })
}

function headersOf(received: http.IncomingHttpHeaders): Answer['headers'] {
  const headers = new Map(Object.entries(received).map(([name, value]) => [name, String(value)]))
  return {
    get: name => headers.get(name.toLowerCase()) ?? null,
    [Symbol.iterator]: () => headers.entries(),
  }
}
