import { createServer } from 'node:http'
import { type AddressInfo, createServer as createNetServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { type Answer, httpsFetch } from '../../src/http/https.ts'
import { wasNeverSent } from '../../src/http/transport.ts'
import { deferred } from '../support/receiver.ts'
import { type EmulatorServer, serve } from '../support/server.ts'

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
    const answer = await httpsFetch()(`${url}/a/b?c=d`, init())
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

  it('unpacks what the server packed, and takes a broken package for no answer', async () => {
    const packed = gzipSync('{"text":"Привет"}')
    const server = createServer(({ url }, response) => {
      response.setHeader('content-encoding', 'gzip')
      response.end(url === '/broken' ? packed.subarray(0, 30) : packed)
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    open.push({ close: async () => void server.close() })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    expect(await (await httpsFetch()(url, init())).text()).toBe('{"text":"Привет"}')
    const broken = await httpsFetch()(`${url}/broken`, init())
    await expect(broken.text()).rejects.toMatchObject({ code: 'Z_BUF_ERROR' })
  })

  it.each([
    ['text', () => new Response('Größe – 大きさ')],
    ['nothing', () => new Response('')],
    ['a 204', () => new Response(null, { status: 204 })],
    ['a byte order mark', () => new Response('\uFEFF{}')],
    ['bytes that are no UTF-8', () => new Response(new Uint8Array([0x61, 0xff, 0x62]))],
    ['a refusal', () => new Response('no', { status: 422, headers: { 'Retry-After': '7' } })],
    [
      'a header twice',
      () =>
        new Response('', {
          headers: [
            ['x-a', '1'],
            ['x-a', '2'],
          ],
        }),
    ],
    [
      'nothing that is said to be packed',
      () => new Response('', { headers: { 'content-encoding': 'gzip' } }),
    ],
    ['a redirect', () => new Response(null, { status: 307, headers: { location: '/elsewhere' } })],
  ])('reads %s as the global fetch does', async (_, respond) => {
    const { url } = await server(respond)
    const read = async (answer: Answer) => ({
      status: answer.status,
      headers: Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date')),
      retryAfter: answer.headers.get('Retry-After'),
      text: await answer.text(),
    })
    expect(await read(await httpsFetch()(url, init()))).toEqual(await read(await fetch(url, init())))
  })

  it('hands a redirect back', async () => {
    const { url, log } = await server(
      () => new Response(null, { status: 302, headers: { location: '/elsewhere' } }),
    )
    expect((await httpsFetch()(url, init())).status).toBe(302)
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
    const fetch = httpsFetch()
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
    const answer = httpsFetch()(url, init({ signal: abort.signal }))
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
    await expect(httpsFetch()(`http://127.0.0.1:${port}/`, init())).rejects.toMatchObject({
      code: 'ECONNRESET',
    })
  })

  it('does not read an endless answer', async () => {
    const { url } = await server(() => new Response('x'.repeat(64 * 1024 * 1024 + 1)))
    await expect(httpsFetch()(url, init())).rejects.toThrow(/longer than/)
  })

  it('ends at once when it is over before it began', async () => {
    const { url, log } = await server(() => new Response())
    await expect(httpsFetch()(url, init({ signal: AbortSignal.abort(new Error('over')) }))).rejects.toThrow(
      'over',
    )
    expect(log).toEqual([])
  })

  it('ends when the server wants to speak something else', async () => {
    const server = createNetServer(socket => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
      )
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    open.push({ close: async () => void server.close() })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    await expect(httpsFetch()(url, init())).rejects.toThrow()
  })

  it('that finds no connection in time was never sent', async () => {
    // Takes connections, but shakes no hands: TLS is not there before the time is up.
    const server = createNetServer(() => {})
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    open.push({ close: async () => void server.close() })
    const url = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
    const error = await httpsFetch()(url, init({ signal: AbortSignal.timeout(100) })).catch(cause => cause)
    expect(error).toMatchObject({ code: 'CONNECT_TIMEOUT' })
    expect(wasNeverSent(error)).toBe(true)
  })

  it('that is cut off amid an answer may have been sent', async () => {
    const server = createServer((_, response) => void response.write('half'))
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    open.push({ close: async () => server.closeAllConnections() })
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    const error = await httpsFetch()(url, init({ signal: AbortSignal.timeout(100) })).catch(cause => cause)
    expect(error).toMatchObject({ name: 'TimeoutError' })
    expect(wasNeverSent(error)).toBe(false)
  })

  it('fails when nobody listens', async () => {
    const { url, close } = await serve(() => new Response())
    await close()
    await expect(httpsFetch()(url, init())).rejects.toMatchObject({ code: 'ECONNREFUSED' })
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
    const ask = (env: NodeJS.ProcessEnv) => httpsFetch({ env })('https://127.0.0.1:9/', init())
    await expect(ask(env)).rejects.toThrow()
    await expect(ask({ ...env, NO_PROXY: '127.0.0.1' })).rejects.toMatchObject({ code: 'ECONNREFUSED' })
    expect(asked).toEqual(['127.0.0.1:9'])
  })
})
