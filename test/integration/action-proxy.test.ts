import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { builtFile } from '../../scripts/source-digest.ts'
import { dispatchOf, HOME } from '../support/bridge.ts'
import { NODES, startProxy } from '../support/proxy.ts'

/* The built action behind a proxy. It runs on Node 24; an older Node is refused before any request. */

/** Starts the action for ticket 12 with these variables beside those that it needs. It ends with the test. */
async function start(node: string, variables: Record<string, string>) {
  const folder = await mkdtemp(join(tmpdir(), 'action-proxy-'))
  const event = join(folder, 'event.json')
  await writeFile(event, JSON.stringify(dispatchOf(12, { repositoryInEvent: () => ({}) })))
  const env = {
    INPUT_ENABLED: 'true',
    'INPUT_FREESCOUT-URL': 'https://tickets.example.org',
    'INPUT_FREESCOUT-API-KEY': 'the-key',
    'INPUT_GITHUB-TOKEN': 'ghs_test',
    INPUT_CONFIG: 'mailboxes: [ops@example.org]\nuser: 1\n',
    GITHUB_EVENT_NAME: 'repository_dispatch',
    GITHUB_EVENT_PATH: event,
    GITHUB_REPOSITORY: HOME,
    ...variables,
  }
  const child = spawn(node, [builtFile('index.js')], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text
    })
  }
  onTestFinished(async () => {
    child.kill('SIGKILL')
    await rm(folder, { recursive: true })
  })
  return {
    /** Waits for the end; gives the exit code and the log. */
    end: async (): Promise<{ code: unknown; log: string }> => {
      const [code] = await once(child, 'close')
      return { code, log }
    },
  }
}

/** A server that counts who connects to it. It ends with the test. */
async function startListener(): Promise<{ url: string; connections: () => number }> {
  let connections = 0
  const server = createServer(socket => {
    connections += 1
    socket.destroy()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return { url: `https://127.0.0.1:${port}`, connections: () => connections }
}

const SOON = { timeout: 20_000 }

describe.each(NODES)('$name', ({ major, path = '' }) => {
  const isSupported = major >= 24

  it.skipIf(!path || !isSupported)(
    'The action reaches FreeScout through the proxy of HTTPS_PROXY only',
    async () => {
      const [proxy, freescout] = await Promise.all([startProxy(), startListener()])
      await start(path, { HTTPS_PROXY: proxy.url, 'INPUT_FREESCOUT-URL': freescout.url })
      await vi.waitFor(() => expect(proxy.wanted).toContain(new URL(freescout.url).host), SOON)
      expect(freescout.connections()).toBe(0)
    },
  )

  it.skipIf(!path || !isSupported)('The action reaches a host in NO_PROXY directly', async () => {
    const [proxy, freescout] = await Promise.all([startProxy(), startListener()])
    const variables = { HTTPS_PROXY: proxy.url, NO_PROXY: '127.0.0.1' }
    await start(path, { ...variables, 'INPUT_FREESCOUT-URL': freescout.url })
    await vi.waitFor(() => expect(freescout.connections()).toBeGreaterThan(0), SOON)
    expect(proxy.wanted).toEqual([])
  })

  it.skipIf(!path || !isSupported)(
    'The action makes no request with a proxy that it cannot use',
    async () => {
      const freescout = await startListener()
      const variables = { HTTPS_PROXY: 'proxy.example.org:3128', 'INPUT_FREESCOUT-URL': freescout.url }
      const { code, log } = await (await start(path, variables)).end()
      expect(code).toBe(1)
      expect(log).toContain('::error::HTTPS_PROXY is not the URL of a proxy.')
      expect(freescout.connections()).toBe(0)
    },
  )

  it.skipIf(!path || isSupported)('The action makes no request, and says which Node it needs', async () => {
    const [proxy, freescout] = await Promise.all([startProxy(), startListener()])
    const variables = { HTTPS_PROXY: proxy.url, 'INPUT_FREESCOUT-URL': freescout.url }
    const { code, log } = await (await start(path, variables)).end()
    expect(code).toBe(1)
    expect(log).toMatch(/^::error::This action needs Node 24, and the runner started Node 20\.\S+ Update/m)
    expect([...proxy.wanted, freescout.connections()]).toEqual([0])
  })
})
