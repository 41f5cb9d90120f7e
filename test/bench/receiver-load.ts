import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { builtFile } from '../../scripts/source-digest.ts'
import { recorded, SECRET, sign, TOKEN } from '../support/receiver.ts'
import { listening } from '../support/receiver-homes/home.ts'

/*
 * What the built receiver costs under load, beside a bare `node:http` server that reads the same bodies and does
 * nothing with them. By hand: node test/bench/receiver-load.ts [dist/receiver/index.js] [2000] [50]
 */

/** How one load went: for whom, and at what cost. */
export type LoadReport = {
  /** Answers by their status; 0 for none. */
  statuses: Record<number, number>
  /** The ticket of each dispatch that GitHub was sent, in their order. */
  dispatched: number[]
  /** From the start of the process to its first line, in milliseconds. */
  startMs: number
  /** The process's peak of resident memory. */
  peakMiB: number
  /** Processor time of the process per delivery, in milliseconds; its start is not in it. */
  cpuMs: number
}

/** The process to load, given GitHub's URL: what `node` is started with, and its variables. */
export type Target = { args: string[]; env?: Record<string, string> }

/** Takes a body and answers; with `forward`, only after it has sent GitHub a request, as the receiver must. */
const BARE = `
const { Agent, createServer, request } = require('node:http')
const agent = new Agent({ keepAlive: true })
const forward = done => request(process.env.GITHUB_API_URL, { method: 'POST', agent }, answer => answer.resume().on('end', done))
  .end('{"client_payload":{"conversation_id":1}}')
createServer((incoming, outgoing) => {
  const chunks = []
  const done = () => outgoing.writeHead(202, { 'content-type': 'application/json' }).end('{"forwarded":true}')
  incoming.on('data', chunk => chunks.push(chunk)).on('end', process.argv[1] === 'forward' ? () => forward(done) : done)
}).listen(0, '127.0.0.1', function () { console.log(JSON.stringify({ port: this.address().port })) })`

/** Servers to compare with: one that only answers, and one that asks GitHub first. */
export const bare: Target = { args: ['-e', BARE] }
export const bareForwarding: Target = { args: ['-e', BARE, 'forward'] }

/** The receiver's variables for a load: nothing bounds it but the calls under way at one time. */
export function receiverAt(bundle: string): Target {
  return {
    args: [bundle],
    env: {
      FLAG_FREESCOUT_GITHUB_AUTOLINK: 'true',
      FREESCOUT_WEBHOOK_SECRET: SECRET,
      GITHUB_REPOSITORY: 'raxx-app/TradeMasterAPI',
      GITHUB_TOKEN: TOKEN,
      MAX_DISPATCHES_PER_MINUTE: '1000000',
    },
  }
}

/** Sends deliveries for so many distinct tickets, so many at a time, each on a connection of its own as FreeScout does. */
export async function load(
  target: Target,
  { deliveries, parallel }: { deliveries: number; parallel: number },
): Promise<LoadReport> {
  const github = await countingGitHub()
  const startedAt = performance.now()
  const child = spawn(process.execPath, target.args, {
    env: { ...target.env, GITHUB_API_URL: github.url, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const port = await listening(child)
    const startMs = performance.now() - startedAt
    const url = `http://127.0.0.1:${port}/api/webhooks/freescout/ops`
    const cpuBefore = cpuOf(child)
    const statuses: Record<number, number> = {}
    let next = 0
    await Promise.all(
      Array.from({ length: parallel }, async () => {
        while (next < deliveries) {
          const status = await deliver(url, bodyOf(++next))
          statuses[status] = (statuses[status] ?? 0) + 1
        }
      }),
    )
    const cpuMs = (cpuOf(child) - cpuBefore) / deliveries
    return { statuses, dispatched: github.tickets, startMs, peakMiB: peakOf(child), cpuMs }
  } finally {
    child.kill('SIGKILL')
    github.close()
  }
}

const template = recorded.find(({ event }) => event === 'convo.created')?.body ?? ''

function bodyOf(id: number): string {
  return template.replace(/"id":\d+/, `"id":${id}`)
}

function deliver(url: string, body: string): Promise<number> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-freescout-event': 'convo.created',
    'x-freescout-signature': sign(body),
  }
  return new Promise(resolve => {
    request(url, { method: 'POST', headers, agent: false }, answer => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
      .on('error', () => resolve(0))
      .end(body)
  })
}

/** A GitHub that takes everything and keeps which tickets it was told of. */
async function countingGitHub(): Promise<{ url: string; tickets: number[]; close: () => void }> {
  const tickets: number[] = []
  const server = createServer(async (incoming, outgoing) => {
    const body = Buffer.concat(await Array.fromAsync(incoming as AsyncIterable<Buffer>)).toString()
    tickets.push(
      (JSON.parse(body) as { client_payload: { conversation_id: number } }).client_payload.conversation_id,
    )
    outgoing.writeHead(204).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, tickets, close: () => server.close().closeAllConnections() }
}

/** Milliseconds of processor time, user and system. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
function cpuOf({ pid }: ChildProcess): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = rest.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function peakOf({ pid }: ChildProcess): number {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
}

if (process.argv[1] === import.meta.filename) {
  const [bundle = builtFile('receiver/index.js'), deliveries = '2000', parallel = '50'] =
    process.argv.slice(2)
  const size = { deliveries: Number(deliveries), parallel: Number(parallel) }
  const targets = {
    'bare node:http': bare,
    'the same, forwarding': bareForwarding,
    [bundle]: receiverAt(bundle),
  }
  for (const [name, target] of Object.entries(targets)) {
    const { statuses, dispatched, startMs, peakMiB, cpuMs } = await load(target, size)
    console.log(
      `${name}: answers ${JSON.stringify(statuses)}, dispatches ${dispatched.length} for ${new Set(dispatched).size} tickets,`,
      `first line after ${startMs.toFixed(0)} ms, peak ${peakMiB.toFixed(1)} MiB, ${cpuMs.toFixed(2)} ms of processor time each`,
    )
  }
}
