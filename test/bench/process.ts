import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Job, variables } from '../emulator/runner.ts'
import { type Timed, watchRequests } from './requests.ts'

const BUNDLE = join(import.meta.dirname, '..', '..', 'dist', 'index.js')

/** Keeps what the system knows of a process when it ends: loaded into it before anything else. */
const KEEP_STATUS = `data:text/javascript,${encodeURIComponent(
  "import { readFileSync, writeFileSync } from 'node:fs'; process.on('exit', () => writeFileSync(process.env.KEEP_STATUS, readFileSync('/proc/self/status')))",
)}`

/** One process from its start; times in milliseconds since then. */
export type Ended = { exitCode: number; log: string; exitMs: number }

/** One run of the action; `firstMs` is when its first request came in, `peakMiB` only known when asked for. */
export type Measured = Ended & { firstMs: number; requests: Timed[]; peakMiB: number }

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

/** Runs the committed bundle as the runner does, and follows its requests. With `memory`, its peak is read too. */
export async function runBundle(job: Job, { memory = false, bundle = BUNDLE } = {}): Promise<Measured> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-'))
  try {
    const files = {
      event: join(folder, 'event.json'),
      output: join(folder, 'output'),
      summary: join(folder, 'summary'),
    }
    await writeFile(files.event, JSON.stringify(job.event.payload))
    await Promise.all([writeFile(files.output, ''), writeFile(files.summary, '')])
    const status = join(folder, 'status')
    const env = { ...(await variables(job, { folder, files })), ...(memory && { KEEP_STATUS: status }) }
    const watch = watchRequests()
    const startedAt = performance.now()
    const ended = await runNode([...(memory ? ['--import', KEEP_STATUS] : []), bundle], env)
    const requests = watch.stop()
    if (ended.exitCode !== 0) throw new Error(`The action failed:\n${ended.log}`)
    return {
      ...ended,
      requests,
      firstMs: Math.min(...requests.map(request => request.startedAt)) - startedAt,
      peakMiB: memory ? mebibytes(await readFile(status, 'utf8'), 'VmHWM') : Number.NaN,
    }
  } finally {
    await rm(folder, { recursive: true })
  }
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
