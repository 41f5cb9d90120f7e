import { createServer, type Server, type ServerOptions, STATUS_CODES } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Receiver } from './app.ts'
import { refusalLine } from './log.ts'

/**
 * The time limits for a sender, in milliseconds. FreeScout itself gives up after 30 s.
 * @see https://nodejs.org/api/http.html#serverrequesttimeout
 */
const TIME_LIMITS = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 2_000 }

/**
 * The most connections at one time. Node closes every further one at once, and FreeScout sends its delivery again. A
 * connection that sends nothing is closed after {@link TIME_LIMITS}.
 * @see https://nodejs.org/api/net.html#servermaxconnections
 */
export const MAX_CONNECTIONS = 1024

/** The answers when Node's parser refuses what was sent, by the error's code. There is no `Request` then. */
const PARSER_REFUSALS: Record<string, { status: number; reason: string }> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, reason: 'too-slow' },
  HPE_HEADER_OVERFLOW: { status: 431, reason: 'head-too-large' },
}

/** The answer to everything else that is no HTTP request. */
const BAD_REQUEST = { status: 400, reason: 'bad-request' }

/**
 * Makes Node's HTTP server for the receiver. It does not listen yet.
 *
 * @param log gets one line of JSON for each request that does not reach the receiver
 */
export function createReceiverServer({
  receiver: { fetch },
  log,
  timeLimits = TIME_LIMITS,
}: {
  receiver: Receiver
  log: (line: string) => void
  timeLimits?: ServerOptions
}): Server {
  const listener = getRequestListener(fetch, {
    hostname: 'localhost',
    errorHandler: () => {
      const { status, reason } = BAD_REQUEST
      log(refusalLine({ time: Date.now(), status, reason }))
      return Response.json({ forwarded: false, reason }, { status })
    },
  })
  const server = createServer(timeLimits, listener)
  server.maxConnections = MAX_CONNECTIONS
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const { status, reason } = PARSER_REFUSALS[error.code ?? ''] ?? BAD_REQUEST
    log(refusalLine({ time: Date.now(), status, reason }))
    const body = JSON.stringify({ forwarded: false, reason })
    const head = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nconnection: close\r\ncontent-type: application/json`
    socket.end(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`, () => socket.destroy())
  })
  return server
}

/**
 * Makes the function that stops a server: it accepts nothing new, finishes the requests in flight, and then exits with
 * 0, at the latest after `graceMs`. FreeScout sends an unfinished delivery again, because it got no 2xx.
 */
export function createStop({
  server,
  graceMs,
  exit,
}: {
  server: Server
  graceMs: number
  exit: (code: number) => void
}): () => void {
  let stopping = false
  // Otherwise an idle connection would keep the server open after its last answer.
  server.on('request', (_request, response) => {
    response.on('close', () => stopping && server.closeIdleConnections())
  })
  return () => {
    if (stopping) return
    stopping = true
    setTimeout(() => exit(0), graceMs)
    server.close(() => exit(0))
  }
}
