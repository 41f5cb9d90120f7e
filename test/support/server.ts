import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** One request as a server saw it. `path` includes the query; `body` is parsed JSON, or the raw text. */
export type LoggedRequest = {
  method: string
  path: string
  headers: Record<string, string>
  body: unknown
  /** 0 when the connection was dropped without an answer. */
  status: number
}

/** What goes wrong, and how: instead of acting, while acting, or after it. */
export type Trouble =
  | { answer: { status: number; headers?: Record<string, string>; body?: string } }
  | { dropBefore: true }
  | { dropAfter: true }
  | { delayMs: number }
  | { garble: (body: string) => { status?: number; headers?: Record<string, string>; body: string } }

/** A fault on demand: the next `times` (default 1) requests that match are in trouble. */
export type Fault = {
  match: (request: { method: string; path: string; body: unknown }) => boolean
  times?: number
  trouble: Trouble
}

export type EmulatorServer = {
  url: string
  /** Every request since the start, oldest first. Empty it with `log.length = 0`. */
  log: LoggedRequest[]
  /** Push to it; used-up faults are removed. */
  faults: Fault[]
  close: () => Promise<void>
}

/**
 * Serves a fetch handler on a free port of loopback, with a request log and faults on demand.
 * With `now`, that clock gives the `Date` header of every answer, those of faults included.
 */
export async function serve(
  handler: (request: Request) => Response | Promise<Response>,
  { port = 0, now }: { port?: number; now?: () => Date } = {},
): Promise<EmulatorServer> {
  const log: LoggedRequest[] = []
  const faults: Fault[] = []
  const server = createServer((incoming, outgoing) => {
    if (now) outgoing.setHeader('date', now().toUTCString())
    respond(handler, { incoming, outgoing, log, faults }).catch(error => {
      outgoing.writeHead(500).end(`emulator failed: ${error instanceof Error ? error.stack : error}`)
    })
  })
  await new Promise<void>(resolve => server.listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    log,
    faults,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

type Exchange = { incoming: IncomingMessage; outgoing: ServerResponse; log: LoggedRequest[]; faults: Fault[] }

async function respond(
  handler: (request: Request) => Response | Promise<Response>,
  { incoming, outgoing, log, faults }: Exchange,
): Promise<void> {
  const raw = Buffer.concat(await Array.fromAsync(incoming as AsyncIterable<Buffer>))
  const method = incoming.method ?? 'GET'
  const path = incoming.url ?? '/'
  const entry: LoggedRequest = {
    method,
    path,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: parsed(raw.toString()),
    status: 0,
  }
  log.push(entry)
  const trouble = takeFault(faults, entry)
  if (trouble && 'dropBefore' in trouble) return void incoming.socket.destroy()
  if (trouble && 'answer' in trouble) {
    entry.status = trouble.answer.status
    outgoing.writeHead(trouble.answer.status, trouble.answer.headers).end(trouble.answer.body ?? '')
    return
  }

  const response = await handler(
    new Request(`http://${incoming.headers.host}${path}`, {
      method,
      headers: entry.headers,
      ...(method === 'GET' || method === 'HEAD' ? {} : { body: raw }),
    }),
  )
  if (trouble && 'dropAfter' in trouble) return void incoming.socket.destroy()
  if (trouble && 'delayMs' in trouble) await new Promise(resolve => setTimeout(resolve, trouble.delayMs))
  let body = await response.text()
  let status = response.status
  let headers: Record<string, string> = Object.fromEntries(response.headers)
  if (trouble && 'garble' in trouble) {
    const garbled = trouble.garble(body)
    body = garbled.body
    status = garbled.status ?? status
    headers = { ...headers, ...garbled.headers }
  }
  entry.status = status
  delete headers['content-length']
  outgoing.writeHead(status, headers).end(status === 204 || status === 304 ? undefined : body)
}

function takeFault(faults: Fault[], request: LoggedRequest): Trouble | undefined {
  const index = faults.findIndex(fault => fault.match(request))
  const fault = faults[index]
  if (!fault) return undefined
  fault.times = (fault.times ?? 1) - 1
  if (fault.times <= 0) faults.splice(index, 1)
  return fault.trouble
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
