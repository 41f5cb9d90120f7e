import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { retryingFetch } from '../../src/http/retry.ts'
import { causeCode, transport, wasNeverSent } from '../../src/http/transport.ts'
import { failure, fakeClock } from '../support/http.ts'

const servers: Server[] = []

/** Serves on a free port of loopback until the end of the test. */
async function serve(server: Server): Promise<string> {
  servers.push(server)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** A proxy that notes down whom it was asked to reach, and reaches nobody. */
async function startProxy() {
  const reached: (string | undefined)[] = []
  const server = createServer().on('connect', ({ url }, socket) => {
    reached.push(url)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  return { url: await serve(server), reached }
}

afterEach(async () => {
  vi.unstubAllEnvs()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }
})

function proxied(variables: Record<string, string>): void {
  const names = ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'NO_PROXY', 'no_proxy']
  for (const name of names) vi.stubEnv(name, variables[name])
}

describe('A redirect', () => {
  it.each([301, 302, 303, 307, 308])('%i is not followed, so that no key goes along', async status => {
    proxied({})
    const paths: (string | undefined)[] = []
    const url = await serve(
      createServer(({ url }, outgoing) => {
        paths.push(url)
        outgoing.writeHead(status, { location: '/elsewhere' }).end()
      }),
    )
    const response = await transport()(`${url}/here`, { headers: { 'X-FreeScout-API-Key': 'secret' } })
    expect(response.status).toBe(status)
    expect(response.headers.get('location')).toBe('/elsewhere')
    expect(paths).toEqual(['/here'])
  })
})

describe('A proxy', () => {
  const hello = () => serve(createServer((_, outgoing) => outgoing.end('hello')))

  it.each(['HTTPS_PROXY', 'https_proxy'])('is used when %s names one', async name => {
    const proxy = await startProxy()
    proxied({ [name]: proxy.url })
    await expect(transport()('https://tickets.example.org/api/mailboxes')).rejects.toThrow()
    expect(proxy.reached).toEqual(['tickets.example.org:443'])
  })

  it('is not used on the way to loopback, the only place that plain http is for', async () => {
    const [url, proxy] = await Promise.all([hello(), startProxy()])
    proxied({ HTTP_PROXY: proxy.url })
    expect(await (await transport()(url)).text()).toBe('hello')
    expect(proxy.reached).toEqual([])
  })

  it('is passed by for hosts in NO_PROXY', async () => {
    const [url, proxy] = await Promise.all([hello(), startProxy()])
    proxied({ HTTPS_PROXY: proxy.url, NO_PROXY: 'example.org,127.0.0.1' })
    await expect(transport()(url.replace('http:', 'https:'))).rejects.toThrow()
    expect(proxy.reached).toEqual([])
  })

  it('is not used when there is none', async () => {
    const [url, proxy] = await Promise.all([hello(), startProxy()])
    proxied({})
    expect(await (await transport()(url)).text()).toBe('hello')
    expect(proxy.reached).toEqual([])
  })
})

describe('A connection', () => {
  it('that breaks off amid an answer counts as no answer: the read is sent again', async () => {
    proxied({})
    let asked = 0
    const url = await serve(
      createServer((_, outgoing) => {
        asked += 1
        if (asked > 1) return void outgoing.end('whole')
        outgoing.writeHead(200, { 'content-length': '100' }).write('half')
        setImmediate(() => outgoing.destroy())
      }),
    )
    const response = await retryingFetch(transport(), fakeClock())(url)
    expect(await response.text()).toBe('whole')
    expect(asked).toBe(2)
  })

  it('that nobody takes was never sent', async () => {
    proxied({})
    const url = await serve(createServer())
    for (const server of servers.splice(0)) await new Promise(resolve => server.close(resolve))
    const error = await transport()(url, { method: 'POST' }).catch((cause: unknown) => cause)
    expect(causeCode(error)).toBe('ECONNREFUSED')
    expect(wasNeverSent(error)).toBe(true)
  })

  it('that was taken and dropped may have been sent', async () => {
    proxied({})
    const url = await serve(createServer(({ socket }) => void socket.destroy()))
    const error = await transport()(url, { method: 'POST' }).catch((cause: unknown) => cause)
    expect(error).toBeInstanceOf(Error)
    expect(wasNeverSent(error)).toBe(false)
  })
})

describe('The code of a failure', () => {
  it('is found however deep it lies', () => {
    expect(causeCode(failure('ENOTFOUND'))).toBe('ENOTFOUND')
    expect(causeCode(new Error('outer', { cause: failure('ENOTFOUND') }))).toBe('ENOTFOUND')
    expect(causeCode(Object.assign(new Error('x'), { code: 'E1', cause: failure('E2') }))).toBe('E1')
  })

  it.each([new Error('x'), 'ECONNREFUSED', undefined, null, { code: 'ECONNREFUSED' }])(
    'may be missing',
    error => {
      expect(causeCode(error)).toBeUndefined()
      expect(wasNeverSent(error)).toBe(false)
    },
  )

  it('of a time-out is not taken for one of the system’s', () => {
    expect(wasNeverSent(new DOMException('timeout', 'TimeoutError'))).toBe(false)
  })
})
