import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createInterface } from 'node:readline'
import { type Load, sendAll } from './connections.ts'
import { type Figures, figures, quantile } from './figures.ts'
import { cpuOf, memoryOf } from './process.ts'
import type { Contender } from './contenders.ts'

const CONNECTIONS = 32
/** Sent before anything is measured, so that what is measured is compiled. */
const WARM_UP = 2000

/** What one server did under load; milliseconds, and MiB. */
export type Loaded = {
  perSecond: number
  cpu: number
  p50: number
  p99: number
  /** After the load, and at its peak. */
  rss: number
  peak: number
  /** From the start of the process to its first answer. */
  firstAnswer: number
}

/** Rounds of one server under one kind of load. */
export type ReceiverFigures = Record<keyof Loaded, Figures>

/** Starts a server, sends it deliveries, and says what that cost. GitHub answers after `delayMs`. */
export async function loadServer(
  { args, env, cwd, requestOf, answer }: Contender,
  { deliveries, delayMs }: { deliveries: number; delayMs: number },
): Promise<Loaded> {
  const warmUp = Array.from({ length: delayMs ? CONNECTIONS : WARM_UP }, (_, at) => requestOf(at + 2))
  const requests = Array.from({ length: deliveries }, (_, at) => requestOf(at + WARM_UP + 2))
  const first = requestOf(1)
  const github = await patientGitHub(delayMs)
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...env, GITHUB_API_URL: github.url, HOST: '127.0.0.1', PORT: '0' },
    ...(cwd && { cwd }),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    const [line] = await once(createInterface(child.stdout), 'line')
    child.stdout.resume()
    const { port } = JSON.parse(line) as { port: number }
    const expected = (load: Load) => {
      if (Object.keys(load.statuses).join() !== String(answer)) {
        throw new Error(`Answers: ${JSON.stringify(load.statuses)}, expected ${answer}.`)
      }
    }
    expected(await sendAll([first], { port, connections: 1 }))
    const firstAnswer = performance.now() - startedAt
    expected(await sendAll(warmUp, { port, connections: CONNECTIONS }))
    const cpuBefore = cpuOf(child)
    const load = await sendAll(requests, { port, connections: CONNECTIONS })
    const cpu = (cpuOf(child) - cpuBefore) / deliveries
    expected(load)
    return {
      perSecond: (deliveries / load.ms) * 1000,
      cpu,
      p50: quantile(load.latencies, 0.5),
      p99: quantile(load.latencies, 0.99),
      rss: memoryOf(child, 'VmRSS'),
      peak: memoryOf(child, 'VmHWM'),
      firstAnswer,
    }
  } finally {
    child.kill('SIGKILL')
    github.close()
  }
}

/** The rounds of one server, figure by figure. */
export function sumUp(rounds: Loaded[]): ReceiverFigures {
  const keys = Object.keys(rounds[0] ?? {}) as (keyof Loaded)[]
  return Object.fromEntries(
    keys.map(key => [key, figures(rounds.map(round => round[key]))]),
  ) as ReceiverFigures
}

/** A GitHub that takes every dispatch, after a while. */
async function patientGitHub(delayMs: number): Promise<{ url: string; close: () => void }> {
  const server = createServer((incoming, outgoing) => {
    const take = () => outgoing.writeHead(204).end()
    incoming.resume().on('end', () => (delayMs ? setTimeout(take, delayMs) : take()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, close: () => server.close().closeAllConnections() }
}
