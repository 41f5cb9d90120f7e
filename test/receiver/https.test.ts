import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createHttpsFetch } from '../../receiver/https.ts'
import { type EmulatorServer, serve } from '../emulator/server.ts'
import { deferred } from './support.ts'

const open: { close: () => Promise<void> }[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await server.close()
})

async function server(handler: (request: Request) => Response | Promise<Response>): Promise<EmulatorServer> {
  const started = await serve(handler)
  open.push(started)
  return started
}

const init = (changes: { body?: string; signal?: AbortSignal } = {}) => ({
  method: 'POST' as const,
  headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
  body: '{"text":"Привет"}',
  redirect: 'manual' as const,
  signal: new AbortController().signal,
  ...changes,
})

describe('the fetch over node:http', () => {
  it('sends body and headers, and gives status, headers and text', async () => {
    const { url, log } = await server(async request => {
      const { text } = (await request.json()) as { text: string }
      return new Response(`${text}!`, { status: 201, headers: { 'X-Ratelimit-Remaining': '7' } })
    })
    const answer = await createHttpsFetch()(`${url}/a/b?c=d`, init())
    expect(answer.status).toBe(201)
    expect(await answer.text()).toBe('Привет!')
    expect(answer.headers.get('X-RateLimit-Remaining')).toBe('7')
    expect(answer.headers.get('retry-after')).toBeNull()
    expect(log[0]).toMatchObject({
      method: 'POST',
      path: '/a/b?c=d',
      headers: { authorization: 'Bearer t', 'content-length': '23' },
    })
  })

  it('hands a redirect back', async () => {
    const { url, log } = await server(
      () => new Response(null, { status: 302, headers: { location: '/elsewhere' } }),
    )
    expect((await createHttpsFetch()(url, init())).status).toBe(302)
    expect(log).toHaveLength(1)
  })

  it('uses a connection again', async () => {
    const ports = new Set<number | undefined>()
    const server = createServer((request, response) => {
      ports.add(request.socket.remotePort)
      response.writeHead(204).end()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    open.push({ close: async () => void server.close(() => {}).closeAllConnections() })
    const fetch = createHttpsFetch()
    for (let i = 0; i < 5; i++)
      await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, init())
    expect(ports.size).toBe(1)
  })

  it('ends with the reason of its signal when there is no answer', async () => {
    const arrived = deferred<void>()
    const never = deferred<Response>()
    const { url } = await server(() => {
      arrived.resolve()
      return never.promise
    })
    const abort = new AbortController()
    const answer = createHttpsFetch()(url, init({ signal: abort.signal }))
    await arrived.promise
    abort.abort(new DOMException('too long', 'TimeoutError'))
    await expect(answer).rejects.toMatchObject({ name: 'TimeoutError' })
    never.resolve(new Response())
  })

  it('ends when the answer stops half-way', async () => {
    const server = createServer((_request, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setImmediate(() => response.destroy())
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    open.push({ close: async () => void server.close() })
    const { port } = server.address() as AddressInfo
    await expect(createHttpsFetch()(`http://127.0.0.1:${port}/`, init())).rejects.toMatchObject({
      code: 'ECONNRESET',
    })
  })

  it('does not read an endless answer', async () => {
    const { url } = await server(() => new Response('x'.repeat(1024 * 1024 + 1)))
    await expect(createHttpsFetch()(url, init())).rejects.toThrow(/longer than/)
  })

  it('fails when nobody listens', async () => {
    const { url, close } = await serve(() => new Response())
    await close()
    await expect(createHttpsFetch()(url, init())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
  })

  it('goes through HTTPS_PROXY, unless NO_PROXY names the host', async () => {
    const asked: (string | undefined)[] = []
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url)
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
    })
    await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))
    open.push({ close: async () => void proxy.close() })
    const env = { HTTPS_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` }
    const ask = (env: NodeJS.ProcessEnv) => createHttpsFetch({ env })('https://127.0.0.1:9/', init())
    await expect(ask(env)).rejects.toThrow()
    await expect(ask({ ...env, NO_PROXY: '127.0.0.1' })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(asked).toEqual(['127.0.0.1:9'])
  })
})
