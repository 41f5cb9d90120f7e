import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** What a load gave: milliseconds that each request took, all of them together, and answers by status. */
export type Load = { latencies: number[]; ms: number; statuses: Record<number, number> }

/**
 * Sends requests, written beforehand, over so many connections that stay open, one after the other on each. It works on
 * bare sockets: a full HTTP client takes more time per request than the server it is to measure.
 */
export async function sendAll(
  requests: Buffer[],
  { port, connections }: { port: number; connections: number },
): Promise<Load> {
  const load: Load = { latencies: [], ms: 0, statuses: {} }
  const queue = requests.values()
  const startedAt = performance.now()
  await Promise.all(
    Array.from({ length: connections }, async () => {
      const socket = connect(port, '127.0.0.1').setNoDelay()
      await once(socket, 'connect')
      for (const request of queue) {
        const sentAt = performance.now()
        const status = await exchange(socket, request)
        load.latencies.push(performance.now() - sentAt)
        load.statuses[status] = (load.statuses[status] ?? 0) + 1
      }
      socket.destroy()
    }),
  )
  load.ms = performance.now() - startedAt
  return load
}

/** Sends one request; resolves with the status once its answer is there in full. */
function exchange(socket: Socket, request: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    let answer = ''
    const onData = (chunk: Buffer) => {
      answer += chunk.toString('latin1')
      if (!isWhole(answer)) return
      socket.off('data', onData).off('error', reject).off('close', onClose)
      resolve(Number(answer.slice(9, 12)))
    }
    const onClose = () => reject(new Error('The server hung up.'))
    socket.on('data', onData).on('error', reject).on('close', onClose)
    socket.write(request)
  })
}

/** Whether an answer is complete, by its length or by its last chunk. */
function isWhole(answer: string): boolean {
  const head = answer.indexOf('\r\n\r\n')
  if (head === -1) return false
  const length = /\r\ncontent-length: (\d+)/i.exec(answer.slice(0, head))?.[1]
  return length === undefined ? answer.endsWith('\r\n0\r\n\r\n') : answer.length >= head + 4 + Number(length)
}

/** A POST as it goes over the wire. */
export function post(path: string, headers: Record<string, string>, body: string): Buffer {
  const lines = Object.entries({ 'content-type': 'application/json', ...headers }).map(
    ([name, value]) => `${name}: ${value}\r\n`,
  )
  const head = `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines.join('')}`
  return Buffer.from(`${head}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
}
