import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { sendByFetch } from '../../../receiver/fetch-sender.ts'
import { type ApiRequest, MAX_ANSWER_BYTES } from '../../../receiver/github-api.ts'
import { createUndiciSender } from '../../../receiver/undici-sender.ts'
import { conversation } from '../../support/receiver.ts'
import { HOMES } from '../../support/receiver-homes/index.ts'
import { ENV, post } from '../../support/receiver-requests.ts'

/** Serves on a free port of loopback until the end of the test. Counts the connections. */
async function serving(listener: RequestListener): Promise<{ url: string; connections: () => number }> {
  let connections = 0
  const server = createServer(listener).on('connection', () => connections++)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    connections: () => connections,
  }
}

const SENDERS = [
  { name: 'undici', send: createUndiciSender({ proxy: undefined }) },
  { name: 'fetch', send: sendByFetch },
]

const request = (changes: Partial<ApiRequest> = {}): ApiRequest => ({
  method: 'POST',
  headers: { authorization: 'Bearer t', 'content-type': 'application/json' },
  body: '{"text":"Привет"}',
  signal: new AbortController().signal,
  ...changes,
})

describe.each(SENDERS)('By $name', ({ send }) => {
  it('A request arrives as it was sent, and its answer is read', async () => {
    let seen: unknown
    const { url } = await serving(async ({ method, url: path, headers: { authorization } }, response) => {
      seen = { method, path, authorization }
      response.writeHead(201, { 'X-Ratelimit-Remaining': '7' }).end('Größe – 大きさ')
    })
    const answer = await send(`${url}/a?b=c`, request())
    expect(seen).toEqual({ method: 'POST', path: '/a?b=c', authorization: 'Bearer t' })
    expect(answer).toMatchObject({ status: 201, text: 'Größe – 大きさ' })
    expect(answer.headers.get('x-ratelimit-remaining')).toBe('7')
    expect(answer.headers.get('retry-after')).toBeNull()
  })

  it('A GET has no body', async () => {
    let body = 'not read'
    const { url } = await serving(async (incoming, response) => {
      body = Buffer.concat(await Array.fromAsync(incoming as AsyncIterable<Buffer>)).toString()
      response.writeHead(204).end()
    })
    const { body: _, ...withoutBody } = request()
    expect(await send(url, { ...withoutBody, method: 'GET' })).toMatchObject({ status: 204, text: '' })
    expect(body).toBe('')
  })

  it('A redirect is not followed', async () => {
    const { url, connections } = await serving((_, response) =>
      response.writeHead(307, { location: '/elsewhere' }).end(),
    )
    expect((await send(url, request())).status).toBe(307)
    expect(connections()).toBe(1)
  })

  it('An answer of 1 MiB is read, and a longer one is an error', async () => {
    const { url } = await serving(({ url }, response) =>
      response.end('x'.repeat(MAX_ANSWER_BYTES + Number(url?.slice(1)))),
    )
    expect((await send(`${url}/0`, request())).text).toHaveLength(1024 * 1024)
    await expect(send(`${url}/1`, request())).rejects.toMatchObject({
      code: expect.stringMatching(/^(?:UND_ERR_RES_EXCEEDED_MAX_SIZE|ANSWER_TOO_LONG)$/),
    })
  })

  it('An answer without an end is given up when it is longer than 1 MiB', async () => {
    const { url } = await serving((_, response) => {
      const write = () => {
        while (!response.destroyed && response.write('x'.repeat(64 * 1024)));
      }
      response.on('drain', write)
      write()
    })
    await expect(send(url, request())).rejects.toThrow()
  })

  it('The signal ends a request whose answer does not come to its end', async () => {
    const controller = new AbortController()
    const { url } = await serving((_, response) => {
      response.writeHead(200, { 'content-length': '100' }).write('half')
      setTimeout(() => controller.abort(new DOMException('No answer in time', 'TimeoutError')), 20)
    })
    await expect(send(url, request({ signal: controller.signal }))).rejects.toMatchObject({
      name: 'TimeoutError',
    })
  })
})

describe.each(HOMES)('In $name', ({ name, start }) => {
  const isLambda = name.startsWith('Lambda')

  it(isLambda ? 'Every call closes its connection' : 'Calls share a connection', async () => {
    const connectionHeaders: unknown[] = []
    const { url, connections } = await serving(({ headers }, response) => {
      connectionHeaders.push(headers.connection)
      response.writeHead(204).end()
    })
    const { send, close } = await start({ ...ENV, GITHUB_API_URL: url })
    onTestFinished(close)
    for (const id of [1, 2, 3]) expect((await send(post(conversation({ id })))).status).toBe(202)
    expect(connections()).toBe(isLambda ? 3 : 1)
    if (isLambda) expect(connectionHeaders).toEqual(['close', 'close', 'close'])
  })
})
