import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { builtFile } from '../../../scripts/source-digest.ts'
import { closedPort, NODES, startProxy } from '../../support/proxy.ts'
import { SECRET, TOKEN } from '../../support/receiver.ts'
import { serve } from '../../support/server.ts'

/* The built receiver behind a proxy, with each Node that it must run on. */

const BUNDLE = builtFile('receiver/index.js')

describe.each(NODES)('$name', ({ path }) => {
  /** Runs the receiver with these variables beside those that it needs, until it ends. */
  async function run(variables: Record<string, string>, args: string[] = []) {
    const env = {
      FREESCOUT_WEBHOOK_SECRET: SECRET,
      GITHUB_REPOSITORY: 'raxx-app/TradeMasterAPI',
      GITHUB_TOKEN: TOKEN,
      GITHUB_API_URL: 'https://api.github.example',
      HOST: '127.0.0.1',
      PORT: '0',
      ...variables,
    }
    return promisify(execFile)(path ?? '', [BUNDLE, ...args], { env, timeout: 20_000 }).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      ({ code, stdout, stderr }) =>
        ({ code, stdout, stderr }) as { code: number; stdout: string; stderr: string },
    )
  }

  it.skipIf(!path).each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
    'The receiver calls GitHub through the proxy that %s names',
    async variable => {
      const proxy = await startProxy()
      const { stdout, stderr } = await run({ [variable]: proxy.url }, ['--check'])
      expect(proxy.wanted).toEqual(['api.github.example:443'])
      expect(stdout).toContain(
        `✓ ${variable}: ${new URL(proxy.url).host} is the proxy for requests to GitHub\n`,
      )
      expect(stdout).toMatch(/\n✗ Repository .*: GitHub gave no answer \(\w+\) → Check the connection/)
      expect(stderr).toBe('')
    },
  )

  it.skipIf(!path)('The receiver calls a host in NO_PROXY directly', async () => {
    const proxy = await startProxy()
    const variables = { HTTPS_PROXY: proxy.url, NO_PROXY: 'example.org,127.0.0.1' }
    const { stdout } = await run({ ...variables, GITHUB_API_URL: await closedPort() }, ['--check'])
    expect(proxy.wanted).toEqual([])
    expect(stdout).toMatch(/\n✗ Repository .*: GitHub gave no answer \(ECONNREFUSED\)/)
  })

  it.skipIf(!path)('The receiver calls a GitHub on plain http, which is on loopback, directly', async () => {
    const proxy = await startProxy()
    const github = await serve(() => new Response('{}', { status: 401 }))
    onTestFinished(github.close)
    const variables = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, GITHUB_API_URL: github.url }
    const { stdout } = await run(variables, ['--check'])
    expect(proxy.wanted).toEqual([])
    expect(stdout).toMatch(/\n✗ Repository .*: GitHub refuses the token \(401\)/)
  })

  it.skipIf(!path).each(['socks5://127.0.0.1:1080', 'proxy.example:3128', 'proxy'])(
    'The receiver does not start with a proxy that it cannot use: %s',
    async url => {
      const { code, stdout, stderr } = await run({ HTTPS_PROXY: url })
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).toMatch(/\n- HTTPS_PROXY is not the URL of an HTTP proxy\. Set it to http:\/\/host:port/)
    },
  )
})
