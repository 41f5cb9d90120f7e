import { createServer, type Server } from 'node:http'
import { type AddressInfo, createServer as createNetServer, type Server as NetServer } from 'node:net'
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { causeCode } from '../../src/http/cause.ts'
import { describeFailure, isPermanent, wasNeverSent } from '../../src/http/failure.ts'
import { createHttpFetch, type HttpFetch } from '../../src/http/http-client.ts'
import { createRetryingFetch } from '../../src/http/retry.ts'
import { failure, fakeClock } from '../support/http.ts'
import { startProxy } from '../support/proxy.ts'
import { serve } from '../support/server.ts'

const closers: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** Serves on a free port of loopback until the end of the test; gives the address. */
async function listen(server: Server | NetServer, scheme = 'http'): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  closers.push(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
    server.close()
  })
  return `${scheme}://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Serves these answers, and keeps what was asked. */
async function answering(respond: (request: Request) => Response | Promise<Response>) {
  const server = await serve(respond)
  closers.push(server.close)
  return server
}

const withoutProxy = () => createHttpFetch({})

const request = {
  method: 'POST',
  headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
  body: '{"text":"Привет"}',
}

/** The error of a request that must fail. */
async function errorOf(fetch: HttpFetch, url: string, timeoutMs?: number): Promise<unknown> {
  try {
    await (await fetch(url, { ...request, ...(timeoutMs && { timeoutMs }) })).text()
  } catch (error) {
    return error
  }
  throw new Error('The request did not fail.')
}

describe('The HTTP client', () => {
  it('sends body and headers, and gives status, headers and text', async () => {
    const { url, log } = await answering(async request => {
      const { text } = (await request.json()) as { text: string }
      return new Response(`${text}!`, { status: 201, headers: { 'X-Ratelimit-Remaining': '7' } })
    })
    const response = await withoutProxy()(`${url}/a/b?c=d`, request)
    expect(response.status).toBe(201)
    expect(await response.text()).toBe('Привет!')
    expect(response.headers.get('X-RateLimit-Remaining')).toBe('7')
    expect(response.headers.get('retry-after')).toBeNull()
    expect(log[0]).toMatchObject({
      method: 'POST',
      path: '/a/b?c=d',
      headers: { authorization: 'Bearer t', 'content-length': '23' },
    })
  })

  it.each([
    ['text', () => new Response('Größe – 大きさ')],
    ['nothing', () => new Response('')],
    ['a 204', () => new Response(null, { status: 204 })],
    ['a byte order mark', () => new Response('\uFEFF{}')],
    ['bytes that are no UTF-8', () => new Response(new Uint8Array([0x61, 0xff, 0x62]))],
    ['a refusal', () => new Response('no', { status: 422, headers: { 'Retry-After': '7' } })],
  ])('reads %s as the global fetch does', async (_, respond) => {
    const { url } = await answering(respond)
    const [own, global] = [await withoutProxy()(url, request), await fetch(url, request)]
    expect(own.status).toBe(global.status)
    expect(own.headers.get('Retry-After')).toBe(global.headers.get('Retry-After'))
    expect(await own.text()).toBe(await global.text())
  })

  it.each([301, 302, 303, 307, 308])(
    'does not follow a redirect (%i), so that no key goes along',
    async status => {
      const { url, log } = await answering(
        () => new Response(null, { status, headers: { location: '/elsewhere' } }),
      )
      const response = await withoutProxy()(`${url}/here`, { headers: { 'X-FreeScout-API-Key': 'secret' } })
      expect(response.status).toBe(status)
      expect(response.headers.get('location')).toBe('/elsewhere')
      expect(log.map(({ path }) => path)).toEqual(['/here'])
    },
  )

  it('unpacks what the server packed; a broken package is no answer where JSON was asked for', async () => {
    const packed = gzipSync('{"text":"Привет"}')
    let asked = 0
    const url = await listen(
      createServer((_, response) => {
        response.setHeader('content-encoding', 'gzip')
        response.end(asked++ === 0 ? packed.subarray(0, 30) : packed)
      }),
    )
    const fetch = createRetryingFetch(withoutProxy(), fakeClock())
    const response = await fetch(url, { headers: { accept: 'application/json' } })
    expect(await response.text()).toBe('{"text":"Привет"}')
    expect(asked).toBe(2)
  })

  it('uses a connection again', async () => {
    const ports = new Set<number | undefined>()
    const url = await listen(
      createServer((incoming, response) => {
        ports.add(incoming.socket.remotePort)
        response.end()
      }),
    )
    const fetch = withoutProxy()
    for (let count = 0; count < 5; count++) await (await fetch(url, request)).text()
    expect(ports.size).toBeLessThanOrEqual(2)
  })

  it.each([
    ['as it comes over the wire', undefined],
    ['once it is unpacked', 'gzip'],
  ])('refuses an answer that is too long %s, and the same request is not sent again', async (_, encoding) => {
    let asked = 0
    const body = 'x'.repeat(200_000)
    const url = await listen(
      createServer((_, response) => {
        asked += 1
        if (encoding) response.setHeader('content-encoding', encoding)
        response.end(encoding ? gzipSync(body) : body)
      }),
    )
    const clock = fakeClock()
    const fetch = createRetryingFetch(createHttpFetch({}, { maxBytes: 100_000 }), clock)
    const error = await fetch(url).catch((cause: unknown) => cause)
    expect(causeCode(error)).toBe('UND_ERR_RES_EXCEEDED_MAX_SIZE')
    expect(isPermanent(error)).toBe(true)
    expect([asked, clock.sleeps]).toEqual([1, []])
  })
})

describe('A failed request', () => {
  it('that nobody listened to was never sent', async () => {
    const { url, close } = await serve(() => new Response())
    await close()
    const error = await errorOf(withoutProxy(), url)
    expect(causeCode(error)).toBe('ECONNREFUSED')
    expect(wasNeverSent(error)).toBe(true)
  })

  it('that found no connection in time was never sent', async () => {
    // The server takes connections, but shakes no hands: TLS is not there before the time is up.
    const url = await listen(createNetServer(), 'https')
    const error = await errorOf(createHttpFetch({}, { connectTimeoutMs: 100 }), url)
    expect(causeCode(error)).toBe('UND_ERR_CONNECT_TIMEOUT')
    expect(wasNeverSent(error)).toBe(true)
  })

  it('that was taken and dropped may have been sent', async () => {
    const url = await listen(createServer(({ socket }) => void socket.destroy()))
    expect(wasNeverSent(await errorOf(withoutProxy(), url))).toBe(false)
  })

  it('that was cut off by its time limit may have been sent', async () => {
    const url = await listen(createServer((_, response) => void response.write('half')))
    const error = await errorOf(withoutProxy(), url, 100)
    expect(describeFailure(error)).toBe('no answer within 30 s')
    expect(wasNeverSent(error)).toBe(false)
  })

  it('that ends half-way through its answer is sent again when it is a read', async () => {
    let asked = 0
    const url = await listen(
      createServer((_, response) => {
        asked += 1
        if (asked > 1) return void response.end('whole')
        response.writeHead(200, { 'content-length': '100' }).write('half')
        setImmediate(() => response.destroy())
      }),
    )
    const response = await createRetryingFetch(withoutProxy(), fakeClock())(url)
    expect(await response.text()).toBe('whole')
    expect(asked).toBe(2)
  })

  it('ends when the server wants to speak another protocol', async () => {
    const server = createNetServer(socket => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n'),
      )
    })
    await expect(errorOf(withoutProxy(), await listen(server))).resolves.toBeInstanceOf(Error)
  })
})

describe('A proxy', () => {
  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'])(
    'is used when %s names one',
    async name => {
      const proxy = await startProxy()
      const fetch = createHttpFetch({ [name]: proxy.url })
      await errorOf(fetch, 'https://tickets.example.org/api/mailboxes')
      expect(proxy.wanted).toEqual(['tickets.example.org:443'])
    },
  )

  it('is not used on the way to loopback over plain http, its only purpose', async () => {
    const { url } = await answering(() => new Response('hello'))
    const proxy = await startProxy()
    const fetch = createHttpFetch({ HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url })
    expect(await (await fetch(url)).text()).toBe('hello')
    expect(proxy.wanted).toEqual([])
  })

  it('is not used for hosts in NO_PROXY', async () => {
    const proxy = await startProxy()
    const fetch = createHttpFetch({ HTTPS_PROXY: proxy.url, NO_PROXY: 'example.org,127.0.0.1' })
    expect(causeCode(await errorOf(fetch, 'https://127.0.0.1:65111/'))).toBe('ECONNREFUSED')
    expect(proxy.wanted).toEqual([])
  })

  it.each(['proxy.example.org:3128', 'socks://proxy.example.org', 'nonsense'])(
    'that can’t be used (%s) is an error, never a silent bypass',
    value => {
      expect(() => createHttpFetch({ https_proxy: value })).toThrow(/^HTTPS_PROXY is not the URL of a proxy/)
    },
  )
})

describe('The code of a failure', () => {
  it('is found at any depth', () => {
    expect(causeCode(failure('ENOTFOUND'))).toBe('ENOTFOUND')
    expect(causeCode(new Error('outer', { cause: failure('ENOTFOUND') }))).toBe('ENOTFOUND')
    expect(causeCode(Object.assign(new Error('x'), { code: 'E1', cause: failure('E2') }))).toBe('E1')
  })

  it.each([new Error('x'), 'ECONNREFUSED', undefined, null, { code: 'ECONNREFUSED' }])(
    'may be missing: %s',
    error => {
      expect(causeCode(error)).toBeUndefined()
      expect(wasNeverSent(error)).toBe(false)
    },
  )

  it('of a time-out is not taken for one of the system', () => {
    expect(wasNeverSent(new DOMException('timeout', 'TimeoutError'))).toBe(false)
  })
})
