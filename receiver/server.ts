import { createServer, type Server, type ServerOptions } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Receiver } from './app.ts'

/**
 * How long a sender may take, in milliseconds: FreeScout gives up after 30 s, and one that dribbles is cut off.
 * @see https://nodejs.org/api/http.html#serverrequesttimeout
 */
const PATIENCE = { headersTimeout: 10_000, requestTimeout: 20_000, connectionsCheckingInterval: 2_000 }

/** What Node's parser refuses before there is a request, by its error's code. */
const REFUSED: Record<string, [status: string, reason: string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', 'too-slow'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', 'head-too-large'],
}

/** Puts Node's HTTP server around the receiver. It does not listen yet. */
export function createReceiverServer({ fetch }: Receiver, patience: ServerOptions = PATIENCE): Server {
  const listener = getRequestListener(fetch, {
    hostname: 'localhost',
    errorHandler: () => Response.json({ forwarded: false, reason: 'bad-request' }, { status: 400 }),
  })
  const server = createServer(patience, listener)
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const [status, reason] = REFUSED[error.code ?? ''] ?? ['400 Bad Request', 'bad-request']
    const body = JSON.stringify({ forwarded: false, reason })
    const head = `HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-type: application/json`
    socket.end(`${head}\r\ncontent-length: ${body.length}\r\n\r\n${body}`, () => socket.destroy())
  })
  return server
}
