import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtFile } from '../../scripts/source-digest.ts'
import { type Job, variables, type Workplace } from '../support/runner.ts'
import { type Timed, watchRequests } from './requests.ts'

const BUNDLE = builtFile('index.js')

/** Keeps what the system knows of a process when it ends: loaded into it before anything else. */
const KEEP_STATUS = preload(
  "process.on('exit', () => writeFileSync(process.env.KEEP, readFileSync('/proc/self/status')))",
)

/** Keeps the most that is still in use on the heap after a collection, in bytes; collects every 50 ms. */
const KEEP_IN_USE = preload(
  'let most = 0; const look = () => { gc(); most = Math.max(most, process.memoryUsage().heapUsed) };' +
    "setInterval(look, 50).unref(); process.on('exit', () => { look(); writeFileSync(process.env.KEEP, String(most)) })",
)

function preload(script: string): string {
  const imports = "import { readFileSync, writeFileSync } from 'node:fs'; "
  return `data:text/javascript,${encodeURIComponent(imports + script)}`
}

/** One process from its start; times in milliseconds since then. */
export type Ended = { exitCode: number; log: string; exitMs: number }

/** One run of the action; `firstMs` is when its first request came in, `MiB` the memory that was asked for. */
export type Measured = Ended & { firstMs: number; requests: Timed[]; MiB: number }

/** Starts `node` with these arguments and waits for its end. */
export async function runNode(args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const startedAt = performance.now()
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk
    })
  }
  let exitMs = 0
  child.on('exit', () => {
    exitMs = performance.now() - startedAt
  })
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve(code ?? -1))
  })
  return { exitCode, log, exitMs }
}

/** The memory that is asked for: the process's peak, or the most in use on its heap, which slows the run down. */
export type AskedOfRun = { memory?: 'peak' | 'in use' }

/** Runs the committed bundle as the runner does, and follows its requests. */
export function runBundle(job: Job, asked: AskedOfRun = {}): Promise<Measured> {
  const { payload } = job.event
  return runEntry({ entry: BUNDLE, event: payload, env: place => variables(job, place), ...asked })
}

/**
 * Runs the file that an action starts with, and follows its requests to the servers of this process.
 *
 * @param env the variables of the runner and of the inputs
 * @throws {Error} when the action fails
 */
export async function runEntry({
  entry,
  event,
  env,
  memory,
}: AskedOfRun & {
  entry: string
  event: unknown
  env: (place: Workplace) => Promise<Record<string, string>>
}): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const files = {
      event: join(folder, 'event.json'),
      output: join(folder, 'output'),
      summary: join(folder, 'summary'),
    }
    await writeFile(files.event, JSON.stringify(event))
    await Promise.all([writeFile(files.output, ''), writeFile(files.summary, '')])
    const kept = join(folder, 'kept')
    const all = { ...(await env({ folder, files })), KEEP: kept }
    const args = { peak: ['--import', KEEP_STATUS], 'in use': ['--expose-gc', '--import', KEEP_IN_USE] }
    const watch = watchRequests()
    const startedAt = performance.now()
    const ended = await runNode([...(memory ? args[memory] : []), entry], all)
    const requests = watch.stop()
    if (ended.exitCode !== 0) throw new Error(`${entry} failed:\n${ended.log}`)
    return {
      ...ended,
      requests,
      firstMs: Math.min(...requests.map(request => request.startedAt)) - startedAt,
      MiB: memory ? await readMemory(memory, kept) : Number.NaN,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function readMemory(memory: 'peak' | 'in use', file: string): Promise<number> {
  const kept = await readFile(file, 'utf8')
  return memory === 'peak' ? mebibytes(kept, 'VmHWM') : Number(kept) / 1024 ** 2
}

/** A running process's resident memory in MiB: now, or at its peak. */
export function memoryOf({ pid }: ChildProcess, which: 'VmRSS' | 'VmHWM'): number {
  return mebibytes(readFileSync(`/proc/${pid}/status`, 'utf8'), which)
}

/** Milliseconds of processor time, user and system. https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html */
export function cpuOf({ pid }: ChildProcess): number {
  const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = rest.split(' ')
  return (Number(fields[11]) + Number(fields[12])) * 10
}

function mebibytes(status: string, key: string): number {
  return Number(new RegExp(`${key}:\\s+(\\d+)`).exec(status)?.[1]) / 1024
}
