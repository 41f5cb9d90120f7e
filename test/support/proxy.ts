import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:http'
import { type AddressInfo, createServer as createTcpServer } from 'node:net'
import { delimiter, join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A Node to run a bundle with; without a `path` there is none on this machine, and the name says so. */
export type NodeVersion = { major: number; path: string | undefined; name: string }

/** The versions of Node that the bundles are started with. */
export const NODES: NodeVersion[] = [20, 24].map(major => {
  const ownMajor = Number.parseInt(process.versions.node, 10)
  const path = major === ownMajor ? process.execPath : findNode(major)
  return {
    major,
    path,
    name: path ? `Node ${versionOf(path)}` : `Node ${major} (SKIPPED: it is not in PATH)`,
  }
})

/** The `node` of that major version outside node_modules; `undefined` when there is none in PATH. */
function findNode(major: number): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .filter(folder => !folder.includes('node_modules'))
    .map(folder => join(folder, 'node'))
    .find(path => existsSync(path) && versionOf(path).startsWith(`v${major}.`))
}

function versionOf(path: string): string {
  return execFileSync(path, ['--version'], { encoding: 'utf8' }).trim()
}

/** A proxy that notes which hosts it should connect to, and connects to none. It ends with the test. */
export async function startProxy(): Promise<{ url: string; wanted: (string | undefined)[] }> {
  const wanted: (string | undefined)[] = []
  const server = createServer((request, response) => {
    wanted.push(request.url)
    response.writeHead(502).end()
  })
  server.on('connect', ({ url }, socket) => {
    wanted.push(url)
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n')
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, wanted }
}

/** An https URL on loopback where nobody listens. */
export async function closedPort(): Promise<string> {
  const server = createTcpServer()
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise(resolve => server.close(resolve))
  return `https://127.0.0.1:${port}`
}
