import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { afterEach, describe, expect, it } from 'vitest'
import { VERSION } from '../../../receiver/log.ts'
import { conversation, fixture, SECRET } from '../../support/receiver.ts'
import { startProcess } from '../../support/receiver-homes/home.ts'
import { lambda, startLambda } from '../../support/receiver-homes/lambda.ts'
import { command, instruction } from '../../support/receiver-homes/processes.ts'
import { worker } from '../../support/receiver-homes/worker.ts'
import { ENV, get, post } from '../../support/receiver-requests.ts'

const run = promisify(execFile)
const closing: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

describe.each([worker, lambda({ stage: '$default', base64: true })])(
  'In $name, where the host starts the receiver',
  home => {
    it('The health check names the wrong variables, and deliveries get 503 so that FreeScout sends them again', async () => {
      const wrong = { GITHUB_REPOSITORY: 's3cret', FREESCOUT_WEBHOOK_SECRET: `${SECRET} `, PORT: 'x' }
      const { send, close } = await home.start({ ...ENV, ...wrong })
      closing.push(close)
      for (let i = 0; i < 2; i++) {
        const health = await send(get('/healthz'))
        expect(health.status).toBe(503)
        expect(health.json).toEqual({
          status: 'misconfigured',
          version: VERSION,
          variables: ['FREESCOUT_WEBHOOK_SECRET', 'GITHUB_REPOSITORY', 'PORT'],
        })
      }
      const answer = await send(post(conversation()))
      expect(answer).toMatchObject({ status: 503, headers: { 'retry-after': '60' } })
      expect(answer.json).toEqual({ forwarded: false, reason: 'misconfigured' })
    })

    it('The health check names a proxy that can’t be used', async () => {
      const { send, close } = await home.start({ ...ENV, HTTPS_PROXY: 'socks5://127.0.0.1:1080' })
      closing.push(close)
      expect((await send(get('/healthz'))).json).toMatchObject({ variables: ['HTTPS_PROXY'] })
    })

    it('The health check names the missing variables', async () => {
      const { send, close } = await home.start({})
      closing.push(close)
      expect((await send(get('/healthz'))).json).toMatchObject({
        variables: ['FREESCOUT_WEBHOOK_SECRET', 'GITHUB_REPOSITORY', 'GITHUB_TOKEN'],
      })
    })
  },
)

describe('On Workers', () => {
  it('A proxy is a mistake on Workers, because a Worker can’t use one', async () => {
    const { send, close } = await worker.start({ ...ENV, https_proxy: 'http://127.0.0.1:3128' })
    closing.push(close)
    expect(await send(get('/healthz'))).toMatchObject({
      status: 503,
      json: { status: 'misconfigured', variables: ['https_proxy'] },
    })
  })
})

describe('On Lambda', () => {
  it.each([
    ['an invalid header', { ...get('/healthz'), headers: { x: 'a\nb' } }],
    ['an invalid method', get('/healthz', 'TRACE')],
  ])('The receiver on Lambda answers 400 to an event with %s', async (_name, sent) => {
    const { send, close } = await lambda({ stage: '$default', base64: true }).start(ENV)
    closing.push(close)
    expect(await send(sent)).toMatchObject({ status: 400, json: { reason: 'bad-request' } })
  })

  it('The receiver on Lambda answers 400 to events that are no HTTP requests, and then answers requests', async () => {
    const { invoke, close } = startLambda(ENV)
    closing.push(close)
    for (const event of [null, {}, [], 'warm up', { source: 'aws.events', detail: {} }]) {
      expect(await invoke(event)).toEqual({
        statusCode: 400,
        headers: { 'content-type': 'application/json' },
        body: '{"forwarded":false,"reason":"bad-request"}',
        isBase64Encoded: false,
      })
    }
    expect(await invoke(JSON.parse(fixture('lambda/rest-api.json')))).toMatchObject({ statusCode: 401 })
    expect(await invoke(JSON.parse(fixture('lambda/load-balancer.json')))).toMatchObject({ statusCode: 401 })
  })
})

describe('The container', () => {
  const check = (port: number) =>
    run(process.execPath, command('HEALTHCHECK'), { env: { PORT: String(port) } }).then(
      () => 'healthy',
      ({ code }: { code: number }) => `unhealthy: ${code}`,
    )

  it('The container is healthy while the receiver answers, and not afterwards', async () => {
    const { port, close } = await startProcess(command('ENTRYPOINT'), ENV)
    expect(await check(port)).toBe('healthy')
    await close()
    expect(await check(port)).toBe('unhealthy: 1')
  })

  it('The container does not run as root, writes nothing, and names its base version in full', () => {
    expect(instruction('USER')).toBe('node')
    expect(instruction('FROM')).toMatch(/^node:\d+\.\d+\.\d+-alpine$/)
    expect(() => instruction('VOLUME')).toThrow()
    expect(() => instruction('RUN')).toThrow()
  })
})
