import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import { afterEach, describe, expect, it } from 'vitest'
import { createStop, MAX_CONNECTIONS } from '../../../receiver/server.ts'
import { conversation, deferred, ISSUE_URL, recorded, SECRET, sign, TOKEN } from '../../support/receiver.ts'
import { serve } from '../../support/server.ts'

const NODE_TS = new URL('../../../receiver/node.ts', import.meta.url).pathname
const WEBHOOK = '/api/webhooks/freescout/ops'

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** Starts the receiver as its own process, with these variables and no others. */
function start(env: Record<string, string>) {
  const child = spawn(process.execPath, [NODE_TS], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  closing.push(() => child.kill('SIGKILL'))
  const lines: string[] = []
  const errors: string[] = []
  const reader = createInterface(child.stdout).on('line', line => lines.push(line))
  child.stderr.on('data', text => errors.push(String(text)))
  return { child, lines, reader, errors, ended: ended(child) }
}

async function ended(child: ChildProcess): Promise<{ code: number | null; signal: string | null }> {
  const [code, signal] = await once(child, 'close')
  return { code, signal }
}

/** A receiver that listens, and a GitHub on loopback that it calls. */
async function running(
  answer: () => Response | Promise<Response> = () => new Response(null, { status: 204 }),
) {
  const github = await serve(answer)
  closing.push(github.close)
  const process = start({
    FLAG_FREESCOUT_GITHUB_AUTOLINK: 'true',
    FREESCOUT_WEBHOOK_SECRET: SECRET,
    GITHUB_REPOSITORY: 'raxx-app/TradeMasterAPI',
    GITHUB_TOKEN: TOKEN,
    GITHUB_API_URL: github.url,
    HOST: '127.0.0.1',
    PORT: '0',
  })
  const [line] = await once(process.reader, 'line')
  const { port } = JSON.parse(line) as { port: number }
  const url = `http://127.0.0.1:${port}`
  return { ...process, github, port, url }
}

function post(url: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  const signed = { 'x-freescout-event': 'convo.created', 'x-freescout-signature': sign(body), ...headers }
  return fetch(`${url}${WEBHOOK}`, { method: 'POST', body, headers: signed })
}

/** Opens connections, all of which send the same beginning of a request and then nothing. */
async function silent(port: number, count: number, beginning: string): Promise<Socket[]> {
  const sockets = Array.from({ length: count }, () => connect(port, '127.0.0.1').on('error', () => {}))
  closing.push(() => sockets.map(socket => socket.destroy()))
  await Promise.all(sockets.map(socket => once(socket, 'connect')))
  for (const socket of sockets) socket.write(beginning)
  return sockets
}

/** Waits until nobody takes connections there any more. */
async function untilClosed(port: number): Promise<void> {
  for (let open = true; open; ) {
    const socket = connect(port, '127.0.0.1')
    open = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
  }
}

describe('The receiver as a process', () => {
  it('The receiver accepts every recorded delivery byte for byte, and logs a line for each', async () => {
    const { url, github, lines, child, ended } = await running()
    const answers: number[] = []
    for (const { headers, body } of recorded) {
      const kept = { 'x-freescout-event': '', 'x-freescout-signature': '' }
      for (const name of Object.keys(kept) as (keyof typeof kept)[]) kept[name] = headers[name] ?? ''
      answers.push((await post(url, body, kept)).status)
    }
    expect(answers.filter(status => status === 202)).toHaveLength(12)
    expect(answers.filter(status => status === 200)).toHaveLength(7)
    expect(github.log).toHaveLength(12)
    expect(github.log[0]).toMatchObject({
      method: 'POST',
      path: '/repos/raxx-app/TradeMasterAPI/dispatches',
      headers: {
        authorization: `Bearer ${TOKEN}`,
        'user-agent': expect.stringMatching(/^freescout-autolink\//),
      },
      body: { event_type: 'freescout', client_payload: { conversation_id: 1, source: 'ops' } },
    })
    child.kill('SIGTERM')
    await ended
    expect(lines).toHaveLength(1 + recorded.length)
    expect(lines.join('\n')).not.toMatch(new RegExp(`${SECRET}|${TOKEN}|${ISSUE_URL}|example\\.org`))
  })

  it('The receiver accepts a body of 10 MB in pieces, refuses a larger one, and goes on', async () => {
    const { url, github } = await running()
    const large = JSON.stringify(conversation({ preview: 'x'.repeat(10 * 1024 * 1024 - 1000) }))
    expect((await post(url, large)).status).toBe(202)
    const tooLarge = `${large}${' '.repeat(2000)}`
    const answer = await post(url, tooLarge).catch(error => error)
    // A sender that is still writing may see the connection end instead of the answer.
    if (answer instanceof Response) expect(answer.status).toBe(413)
    const stream = new Blob([large]).stream()
    const headers = { 'x-freescout-event': 'convo.status', 'x-freescout-signature': sign(large) }
    const inPieces = { method: 'POST', body: stream, headers, duplex: 'half' } as RequestInit
    expect((await fetch(`${url}${WEBHOOK}`, inPieces)).status).toBe(202)
    expect(github.log).toHaveLength(2)
  })

  it('The receiver answers 401 to a sender that has only sent the head of its request', async () => {
    const { port } = await running()
    const socket = connect(port, '127.0.0.1')
    socket.write(`POST ${WEBHOOK} HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n`)
    const [answer] = await once(socket, 'data')
    socket.destroy()
    expect(String(answer)).toMatch(
      /^HTTP\/1\.1 401 [\s\S]*\{"forwarded":false,"reason":"missing-signature"\}$/,
    )
  })

  it.each([1000, 262_144, 5_000_000])(
    'The receiver forwards deliveries while 200 senders have announced %d bytes and send nothing',
    async length => {
      const { port, url } = await running()
      const head = `Host: x\r\nX-FreeScout-Signature: ${sign('another body')}\r\nContent-Length: ${length}`
      await silent(port, 200, `POST ${WEBHOOK} HTTP/1.1\r\n${head}\r\n\r\n`)
      for (let id = 1; id <= 3; id++) {
        expect((await post(url, JSON.stringify(conversation({ id })))).status).toBe(202)
      }
    },
  )

  it('The receiver closes connections beyond its limit at once, and forwards deliveries when some have ended', async () => {
    const { port, url } = await running()
    const sockets = await silent(port, MAX_CONNECTIONS, 'POST ')
    const [beyond] = await silent(port, 1, '')
    if (!beyond) throw new Error('There is no connection.')
    if (!beyond.closed) await once(beyond, 'close')
    expect(sockets.filter(socket => socket.closed)).toEqual([])
    for (const socket of sockets.slice(0, 100)) socket.destroy()
    let answer: Response | undefined
    // The receiver notices the end of a connection a moment later.
    for (let attempt = 0; attempt < 50 && !answer; attempt++) {
      answer = await post(url, JSON.stringify(conversation())).catch(() => undefined)
    }
    expect(answer?.status).toBe(202)
  })

  it('The receiver answers 400 in JSON to a request for an invalid host', async () => {
    const { port } = await running()
    const socket = connect(port, '127.0.0.1')
    socket.write('GET /healthz HTTP/1.1\r\nHost: x/../y\r\n\r\n')
    const [answer] = await once(socket, 'data')
    socket.destroy()
    expect(String(answer)).toMatch(/^HTTP\/1\.1 400 [\s\S]*\{"forwarded":false,"reason":"bad-request"\}$/)
  })

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'After %s the receiver finishes the requests in flight, accepts nothing new, and exits with 0',
    async signal => {
      const arrived = deferred<void>()
      const gate = deferred<Response>()
      const { url, port, child, ended } = await running(() => {
        arrived.resolve()
        return gate.promise
      })
      const answer = post(url, JSON.stringify(conversation()))
      await arrived.promise
      child.kill(signal)
      await untilClosed(port)
      gate.resolve(new Response(null, { status: 204 }))
      expect(await (await answer).json()).toEqual({ forwarded: true })
      expect(await ended).toEqual({ code: 0, signal: null })
    },
  )
})

describe('A receiver that can’t start', () => {
  it('The receiver names every wrong variable and exits with 1', async () => {
    const { ended, errors, lines } = start({
      GITHUB_REPOSITORY: 'x',
      PORT: '-1',
      GITHUB_APP_ID: '1',
      GITHUB_APP_PRIVATE_KEY: 'x',
    })
    expect(await ended).toEqual({ code: 1, signal: null })
    const wrong = [
      'FREESCOUT_WEBHOOK_SECRET',
      'GITHUB_REPOSITORY',
      'PORT',
      'GITHUB_APP_PRIVATE_KEY',
      'GITHUB_APP_INSTALLATION_ID',
    ]
    for (const name of wrong) expect(errors.join('')).toContain(`- ${name} `)
    expect(lines).toEqual([])
  })

  it('The receiver exits with 1 when its port is in use', async () => {
    const { port } = await running()
    const env = {
      FREESCOUT_WEBHOOK_SECRET: 's',
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_TOKEN: 't',
      HOST: '127.0.0.1',
      PORT: String(port),
    }
    const { ended, errors } = start(env)
    expect(await ended).toEqual({ code: 1, signal: null })
    expect(errors.join('')).toMatch(/Can't listen on 127\.0\.0\.1, port \d+: .*Check HOST and PORT/)
  })
})

describe('Stopping a server', () => {
  it('Stopping cuts off requests that are still in flight when the time is over', async () => {
    const arrived = deferred<void>()
    const server = createServer(() => arrived.resolve())
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    closing.push(() => server.closeAllConnections())
    const exited = deferred<number>()
    const stop = createStop({ server, graceMs: 1, exit: exited.resolve })
    connect((server.address() as AddressInfo).port, '127.0.0.1')
      .on('error', () => {})
      .write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
    await arrived.promise
    stop()
    expect(await exited.promise).toBe(0)
  })
})
