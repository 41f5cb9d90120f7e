import { createServer, type Server, type ServerOptions } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Receiver } from './app.ts'

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
const PARSER_REFUSALS: Record<string, [status: string, reason: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'too-slow'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'head-too-large'],
}

/** Makes Node's HTTP server for the receiver. It does not listen yet. */
export function createReceiverServer({ fetch }: Receiver, timeLimits: ServerOptions = TIME_LIMITS): Server {
  const listener = getRequestListener(fetch, {
    hostname: 'localhost',
    errorHandler: () => Response.json({ forwarded: false, reason: 'bad-request' }, { status: 400 }),
  })
  const server = createServer(timeLimits, listener)
  server.maxConnections = MAX_CONNECTIONS
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const [status, reason] = PARSER_REFUSALS[error.code ?? ''] ?? ['400 Bad Request', 'bad-request']
    const body = JSON.stringify({ forwarded: false, reason })
    const head = `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json`
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
