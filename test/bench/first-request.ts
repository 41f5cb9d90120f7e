/*
 * From the start of a process to its first request, beside two of GitHub's own actions, by turns in one run:
 *   npx node test/bench/first-request.ts <folder> [rounds]
 * <folder> holds checkouts of actions/create-github-app-token and actions/labeler, with their dist/. Each action does
 * its own first request, which a server on loopback answers with 404. Linux only: memory is read from /proc.
 */
import { spawn } from 'node:child_process'
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtFile } from '../../scripts/source-digest.ts'
import { alternate, type Figures, figures } from './figures.ts'
import { memoryOf } from './process.ts'

/** An action: the file that the runner starts, and its variables. `url` is that of the server, `event` the event's file. */
type Action = { entry: string; env: (url: string, event: string) => Record<string, string> }

/** Times in milliseconds, memory in MiB. */
type FirstRequest = { firstMs: number; peakMiB: number }

const [folder = '', rounds = '15'] = process.argv.slice(2)
const { privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
})

/** An event that each of the actions takes for its own. */
const EVENT = {
  action: 'freescout',
  client_payload: { conversation_id: 12 },
  number: 7,
  pull_request: { number: 7, head: { sha: 'a'.repeat(40) } },
  repository: { full_name: 'o/r', name: 'r', owner: { login: 'o' } },
}

const ACTIONS: Record<string, Action> = {
  'freescout-autolink': {
    entry: builtFile('index.js'),
    env: url => ({
      GITHUB_EVENT_NAME: 'repository_dispatch',
      INPUT_ENABLED: 'true',
      'INPUT_FREESCOUT-URL': url,
      'INPUT_FREESCOUT-API-KEY': 'key',
      'INPUT_GITHUB-TOKEN': 'ghs_test',
      INPUT_CONFIG: 'user: 1',
    }),
  },
  'create-github-app-token': {
    entry: join(folder, 'create-github-app-token', 'dist', 'main.cjs'),
    env: url => ({
      GITHUB_EVENT_NAME: 'push',
      'INPUT_APP-ID': '1',
      'INPUT_CLIENT-ID': 'Iv1.test',
      'INPUT_PRIVATE-KEY': privateKey,
      'INPUT_GITHUB-API-URL': url,
      'INPUT_SKIP-TOKEN-REVOKE': 'false',
    }),
  },
  labeler: {
    entry: join(folder, 'labeler', 'dist', 'index.js'),
    env: () => ({
      GITHUB_EVENT_NAME: 'pull_request',
      'INPUT_REPO-TOKEN': 'ghs_test',
      'INPUT_CONFIGURATION-PATH': '.github/labeler.yml',
      'INPUT_SYNC-LABELS': 'false',
      INPUT_DOT: 'true',
    }),
  },
}

const results = await alternate(
  Number(rounds),
  Object.fromEntries(Object.entries(ACTIONS).map(([name, action]) => [name, () => measure(action)])),
)
console.log('| Action | start → first request | peak memory until then | bundle |')
console.log('|---|--:|--:|--:|')
for (const [name, runs] of Object.entries(results)) {
  const first = shown(figures(runs.map(({ firstMs }) => firstMs)))
  const peak = shown(figures(runs.map(({ peakMiB }) => peakMiB)))
  console.log(`| ${name} | ${first} ms | ${peak} MiB | ${await bundleSize(ACTIONS[name]?.entry ?? '')} MB |`)
}

function shown({ median, low, high }: Figures): string {
  return `${Math.round(median)} (${Math.round(low)}–${Math.round(high)})`
}

async function measure({ entry, env }: Action): Promise<FirstRequest> {
  const workspace = await mkdtemp(join(tmpdir(), 'first-request-'))
  const event = join(workspace, 'event.json')
  await writeFile(event, JSON.stringify(EVENT))
  const server = createServer((_, response) => response.writeHead(404).end('{}'))
  const url = await listen(server)
  const startedAt = performance.now()
  const child = spawn(process.execPath, [entry], {
    stdio: 'ignore',
    env: {
      PATH: process.env.PATH,
      GITHUB_API_URL: url,
      GITHUB_EVENT_PATH: event,
      GITHUB_REPOSITORY: 'o/r',
      GITHUB_REPOSITORY_OWNER: 'o',
      GITHUB_WORKSPACE: workspace,
      ...env(url, event),
    },
  })
  const [first] = await Promise.race([
    once(server, 'request').then(() => [performance.now() - startedAt]),
    once(child, 'exit').then(() => {
      throw new Error(`${entry} ended before its first request.`)
    }),
  ])
  const peakMiB = memoryOf(child, 'VmHWM')
  child.kill('SIGKILL')
  server.close().closeAllConnections()
  await rm(workspace, { recursive: true })
  return { firstMs: first ?? Number.NaN, peakMiB }
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The size of what the runner downloads beside the entry, in megabytes: all JavaScript of the folder. */
async function bundleSize(entry: string): Promise<string> {
  const dist = join(entry, '..')
  const files = (await readdir(dist)).filter(name => /\.c?js$/.test(name))
  const sizes = await Promise.all(files.map(async name => (await stat(join(dist, name))).size))
  return (sizes.reduce((sum, size) => sum + size, 0) / 1e6).toFixed(2)
}
