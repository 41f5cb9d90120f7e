import type { Server } from 'node:http'

/**
 * Makes the way to end a server: it takes nothing new, finishes what is in flight, and then exits with 0, at the
 * latest after `graceMs`. What is cut off then has had no 2xx, so FreeScout sends it again.
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
  // A connection kept alive would hold the server open after its last answer.
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
