import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { builtFile } from '../../scripts/source-digest.ts'
import { recorded, SECRET, sign, TOKEN } from '../support/receiver.ts'
import { listening } from '../support/receiver-homes/home.ts'
import { cpuOf, memoryOf } from './process.ts'

/*
 * What the built receiver costs under load, beside a bare `node:http` server that reads the same bodies and does
 * nothing with them. It ends with 1 when the receiver's peak of memory is above the limit. By hand:
 * node test/bench/receiver-load.ts [deliveries] [in parallel, several separated by commas]
 */

/** The most resident memory that the receiver may need for 2,000 deliveries, 50 in parallel. */
const MAX_PEAK_MIB = 160

/** The result of one load: the answers and the costs. */
export type LoadReport = {
  /** Answers by their status; 0 for none. */
  statuses: Record<number, number>
  /** The ticket of each dispatch that GitHub got, in their order. */
  dispatched: number[]
  /** From the start of the process to its first line, in milliseconds. */
  startMs: number
  /** The process's peak of resident memory. */
  peakMiB: number
  /** Processor time per delivery, in milliseconds, without the start of the process. */
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

/** A receiver whose only limit is the number of calls in flight. @param args what `node` is started with */
export function receiverAt(...args: string[]): Target {
  return {
    args,
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
    return { statuses, dispatched: github.tickets, startMs, peakMiB: memoryOf(child, 'VmHWM'), cpuMs }
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

/** A GitHub that accepts everything and keeps the ticket of each dispatch. */
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

if (import.meta.main) {
  const [deliveries = '2000', parallels = '2,32,50'] = process.argv.slice(2)
  const bySender = join(import.meta.dirname, 'receiver-by-sender.ts')
  const targets = {
    'bare node:http': bare,
    'the same, forwarding': bareForwarding,
    'dist/receiver': receiverAt(builtFile('receiver/index.js')),
    'its source, by undici': receiverAt(bySender, 'undici'),
    'its source, by fetch': receiverAt(bySender, 'fetch'),
  }
  for (const parallel of parallels.split(',').map(Number)) {
    for (const [name, target] of Object.entries(targets)) {
      const size = { deliveries: Number(deliveries), parallel }
      const { statuses, dispatched, startMs, peakMiB, cpuMs } = await load(target, size)
      console.log(
        `${parallel} in parallel, ${name}: answers ${JSON.stringify(statuses)},`,
        `dispatches ${dispatched.length} for ${new Set(dispatched).size} tickets,`,
        `first line after ${startMs.toFixed(0)} ms, peak ${peakMiB.toFixed(0)} MiB,`,
        `${cpuMs.toFixed(2)} ms of processor time each`,
      )
      if (name === 'dist/receiver' && peakMiB > MAX_PEAK_MIB) {
        console.error(`dist/receiver needs more than ${MAX_PEAK_MIB} MiB.`)
        process.exitCode = 1
      }
    }
  }
}
