import { once } from 'node:events'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { createBodyReader } from '../../../receiver/body.ts'
import { createReceiverServer } from '../../../receiver/server.ts'
import {
  conversation,
  deferred,
  type FakeAnswer,
  fakeGitHub,
  receiver,
  sign,
} from '../../support/receiver.ts'
import { sendTo } from '../../support/receiver-homes/home.ts'
import { post } from '../../support/receiver-requests.ts'

/** The receiver's own time limits are 10 s for the head and 20 s in all. These tests wait for less. */
const SHORT = { headersTimeout: 30, requestTimeout: 60, connectionsCheckingInterval: 10 }
const PATH = '/api/webhooks/freescout/ops'

const closing: (() => void)[] = []
afterEach(() => {
  for (const close of closing.splice(0)) close()
})

async function serving(made: ReturnType<typeof receiver> = receiver(), timeLimits?: typeof SHORT) {
  const server = createReceiverServer({
    receiver: made,
    log: line => made.lines.push(line),
    ...(timeLimits && { timeLimits }),
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  closing.push(() => server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  return {
    ...made,
    server,
    port,
    post: (body: string | object) => sendTo(`http://127.0.0.1:${port}`, post(body)),
  }
}

/** Opens a connection, sends this text and no more. */
function saying(port: number, text: string): Socket {
  const socket = connect(port, '127.0.0.1').on('error', () => {})
  closing.push(() => socket.destroy())
  socket.write(text)
  return socket
}

/** Everything that comes until the other side ends. */
async function allOf(socket: Socket): Promise<string> {
  return Buffer.concat(await Array.fromAsync(socket as AsyncIterable<Buffer>)).toString()
}

const head = (body: string) =>
  `POST ${PATH} HTTP/1.1\r\nHost: x\r\nX-FreeScout-Signature: ${sign(body)}\r\nContent-Length: ${body.length}\r\n\r\n`

describe('A slow sender', () => {
  it.each([
    ['its head', `POST ${PATH} HTTP/1.1\r\nHost: x\r\nX-Free`],
    ['its body', `${head('x'.repeat(1000))}xxx`],
  ])('A sender who does not finish %s is answered with 408, in JSON', async (_name, text) => {
    const { port, lines } = await serving(receiver(), SHORT)
    expect(await allOf(saying(port, text))).toMatch(
      /^HTTP\/1\.1 408 Request Timeout\r\n[\s\S]*\r\n\r\n\{"forwarded":false,"reason":"too-slow"\}$/,
    )
    expect(lines[0]).toContain('"status":408,"forwarded":false,"reason":"too-slow"')
  })

  it('The room that was reserved for a slow sender’s body is free again after the timeout', async () => {
    const body = JSON.stringify(conversation())
    const tight = receiver({}, { readBody: createBodyReader({ maxBuffered: body.length }) })
    const { port, post, entries } = await serving(tight, SHORT)
    await allOf(saying(port, `${head(body)}{`))
    expect(await post(body)).toMatchObject({ status: 202 })
    expect(entries()).toMatchObject([
      { status: 408, reason: 'too-slow' },
      { status: 400, reason: 'body-cut-short' },
      { status: 202 },
    ])
  })

  it('200 slow senders at once do not stop the others', async () => {
    const { port, post, server } = await serving()
    const heads = Array.from({ length: 200 }, () => saying(port, head('x'.repeat(1000))))
    await Promise.all(heads.map(socket => once(socket, 'connect')))
    expect(await post(conversation())).toMatchObject({ status: 202 })
    server.closeAllConnections()
  })
})

describe('Invalid HTTP', () => {
  it.each([
    ['nonsense', 'nonsense\r\n\r\n', 400, 'bad-request'],
    ['an invalid host', 'GET / HTTP/1.1\r\nHost: x/../y\r\nConnection: close\r\n\r\n', 400, 'bad-request'],
    ['a head of 20 KB', `GET / HTTP/1.1\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'head-too-large'],
  ])('Invalid HTTP is answered in JSON: %s', async (_name, text, status, reason) => {
    const { port, lines } = await serving()
    const answer = await allOf(saying(port, text))
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(answer.split('\r\n\r\n')[1]).toBe(JSON.stringify({ forwarded: false, reason }))
    expect(lines.map(line => JSON.parse(line) as unknown)).toEqual([
      { time: expect.any(String), status, forwarded: false, reason },
    ])
  })
})

describe('Many deliveries at once', () => {
  it('While GitHub is silent, 64 deliveries wait and the others get 503 at once; later all 64 get 202', async () => {
    const gate = deferred<FakeAnswer>()
    const { post, calls } = await serving(receiver({}, { github: fakeGitHub(() => gate.promise) }))
    const statuses: number[] = []
    const full = deferred<void>()
    const sent = Array.from({ length: 100 }, async (_, id) => {
      const { status } = await post(conversation({ id: id + 1 }))
      if (statuses.push(status) === 36) full.resolve()
    })
    await full.promise
    expect(statuses).toEqual(Array(36).fill(503))
    expect(calls).toHaveLength(64)
    gate.resolve({ status: 204 })
    await Promise.all(sent)
    expect(statuses.slice(36)).toEqual(Array(64).fill(202))
  })

  it('Each of several bodies of 10 MB is accepted or answered with 503, and there is room again afterwards', async () => {
    const { post } = await serving()
    const large = (id: number) => conversation({ id, preview: 'x'.repeat(10 * 1024 * 1024 - 1000) })
    const answers = await Promise.all([1, 2, 3, 4, 5, 6].map(id => post(large(id)).catch(() => null)))
    for (const answer of answers) if (answer) expect([202, 503]).toContain(answer.status)
    expect(await post(large(7))).toMatchObject({ status: 202 })
  })
})
