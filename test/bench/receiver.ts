import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sendAll } from './connections.ts'
import type { Contender } from './contenders.ts'
import { type Figures, figures, quantile } from './figures.ts'
import { cpuOf, memoryOf } from './process.ts'

const CONNECTIONS = 32
/** Deliveries before the measurement, so that V8 has compiled the code. */
const WARM_UP = 2000

/** The result of one server under load, in milliseconds and MiB. */
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

/** Starts a server, sends it deliveries, and measures their cost. GitHub answers after `delayMs`. */
export async function loadServer(
  { args, env, cwd, requestOf, answer }: Contender,
  { deliveries, delayMs }: { deliveries: number; delayMs: number },
): Promise<Loaded> {
  const [first, ...others] = Array.from({ length: 1 + WARM_UP + deliveries }, (_, at) => requestOf(at + 1))
  const github = await patientGitHub()
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  const log = await open(join(folder, 'log'), 'w+')
  const startedAt = performance.now()
  // Its output goes to a file: with a pipe it would wait for this process, which is busy sending.
  const child = spawn(process.execPath, args, {
    env: { ...env, GITHUB_API_URL: github.url, HOST: '127.0.0.1', PORT: '0' },
    ...(cwd && { cwd }),
    stdio: ['ignore', log.fd, 'inherit'],
  })
  try {
    const port = await portIn(log, child)
    const send = async (requests: Buffer[], connections = CONNECTIONS) => {
      const load = await sendAll(requests, { port, connections })
      if (Object.keys(load.statuses).join() === String(answer)) return load
      throw new Error(`Answers: ${JSON.stringify(load.statuses)}, expected ${answer}.`)
    }
    await send(first ? [first] : [], 1)
    const firstAnswer = performance.now() - startedAt
    await send(others.slice(0, WARM_UP))
    github.delay(delayMs)
    const cpuBefore = cpuOf(child)
    const load = await send(others.slice(WARM_UP))
    return {
      perSecond: (deliveries / load.ms) * 1000,
      cpu: (cpuOf(child) - cpuBefore) / deliveries,
      p50: quantile(load.latencies, 0.5),
      p99: quantile(load.latencies, 0.99),
      rss: memoryOf(child, 'VmRSS'),
      peak: memoryOf(child, 'VmHWM'),
      firstAnswer,
    }
  } finally {
    child.kill('SIGKILL')
    github.close()
    await log.close()
    await rm(folder, { recursive: true })
  }
}

/** The port in a server's first line. */
async function portIn(log: FileHandle, child: ChildProcess): Promise<number> {
  for (;;) {
    const { buffer, bytesRead } = await log.read({ buffer: Buffer.alloc(1000), position: 0 })
    const [line, ...rest] = buffer.toString('utf8', 0, bytesRead).split('\n')
    if (line && rest.length) return (JSON.parse(line) as { port: number }).port
    if (child.exitCode !== null) throw new Error('The server did not start.')
    await new Promise(resolve => setTimeout(resolve, 1))
  }
}

/** The rounds of one server, figure by figure. */
export function sumUp(rounds: Loaded[]): ReceiverFigures {
  const keys = Object.keys(rounds[0] ?? {}) as (keyof Loaded)[]
  return Object.fromEntries(
    keys.map(key => [key, figures(rounds.map(round => round[key]))]),
  ) as ReceiverFigures
}

/** A GitHub that accepts every dispatch: at once, or after a delay. */
async function patientGitHub(): Promise<{ url: string; delay: (ms: number) => void; close: () => void }> {
  let delayMs = 0
  const server = createServer((incoming, outgoing) => {
    const take = () => outgoing.writeHead(204).end()
    incoming.resume().on('end', () => (delayMs ? setTimeout(take, delayMs) : take()))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    delay: ms => {
      delayMs = ms
    },
    close: () => server.close().closeAllConnections(),
  }
}
