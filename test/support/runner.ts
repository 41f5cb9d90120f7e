import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'yaml'
import { builtFile } from '../../scripts/source-digest.ts'

const ROOT = join(import.meta.dirname, '..', '..')

/** One run of the action as GitHub's runner starts it. */
export type Job = {
  event: { name: string; payload: unknown }
  inputs: Record<string, string>
  apiUrl: string
  repository?: string
  token?: string
  /** Further environment variables. */
  env?: Record<string, string>
  /** Called with every chunk of the log as it comes. */
  onLog?: (chunk: string) => void
}

export type Run = { exitCode: number; log: string; outputs: Record<string, string>; summary: string }

/**
 * Plays the runner: starts the committed bundle as a process with `INPUT_*`, `GITHUB_*` and an event file, and
 * collects what it leaves behind. Defaults come from action.yml.
 */
export async function runAction(job: Job): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'runner-'))
  try {
    const files = {
      event: join(folder, 'event.json'),
      output: join(folder, 'output'),
      summary: join(folder, 'summary'),
    }
    await Promise.all([
      writeFile(files.event, JSON.stringify(job.event.payload)),
      writeFile(files.output, ''),
      writeFile(files.summary, ''),
    ])
    const { exitCode, log } = await start(job, { folder, files })
    const [output, summary] = await Promise.all([
      readFile(files.output, 'utf8'),
      readFile(files.summary, 'utf8'),
    ])
    return { exitCode, log, outputs: readOutputs(output), summary }
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Where a job works, and the files through which it and the runner talk. */
export type Workplace = { folder: string; files: { event: string; output: string; summary: string } }

/** The variables that the runner sets for a step, inputs included. */
export async function variables(
  job: Omit<Job, 'onLog'>,
  { folder, files }: Workplace,
): Promise<Record<string, string>> {
  const token = job.token ?? 'ghs_test'
  return {
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: job.apiUrl,
    GITHUB_GRAPHQL_URL: `${job.apiUrl}/graphql`,
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_REPOSITORY: job.repository ?? 'raxx-app/TradeMasterAPI',
    GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKSPACE: folder,
    GITHUB_EVENT_NAME: job.event.name,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    ...(await inputVariables(job.inputs, token)),
    ...job.env,
  }
}

async function start(job: Job, workplace: Workplace): Promise<{ exitCode: number; log: string }> {
  const child = spawn(process.execPath, [builtFile('index.js')], {
    cwd: workplace.folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...(await variables(job, workplace)) },
  })
  let log = ''
  /** The runner shows `::debug::` lines only when debug logging is on. */
  const withoutDebug = (text: string) => text.replace(/^::debug::.*\n/gm, '')
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk
      job.onLog?.(withoutDebug(chunk))
    })
  }
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve(code ?? -1))
  })
  return { exitCode, log: withoutDebug(log) }
}

async function inputVariables(
  inputs: Record<string, string>,
  token: string,
): Promise<Record<string, string>> {
  const action = parse(await readFile(join(ROOT, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: string | boolean }>
  }
  const unknown = Object.keys(inputs).filter(name => !(name in action.inputs))
  if (unknown.length) throw new Error(`action.yml has no input ${unknown.join(', ')}`)
  return Object.fromEntries(
    Object.entries(action.inputs).map(([name, { default: preset = '' }]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      inputs[name] ?? String(preset).replace(/\$\{\{ github\.token \}\}/, () => token),
    ]),
  )
}

/** The runner's output file: `name<<delimiter`, lines, `delimiter`. */
function readOutputs(file: string): Record<string, string> {
  const outputs: Record<string, string> = {}
  for (const [, name = '', , value = ''] of file.matchAll(/^(.+?)<<(\S+)\n([\s\S]*?)\n\2$/gm))
    outputs[name] = value
  return outputs
}
