import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { requireCurrentBundle } from '../../../scripts/source-digest.ts'
import { type Home, startProcess } from './home.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const NODE = join(ROOT, 'receiver', 'node.ts')
const DOCKERFILE = readFileSync(join(ROOT, 'receiver', 'Dockerfile'), 'utf8').replaceAll('\\\n', ' ')

/** The receiver's source as a process. */
export const node: Home = { name: 'Node', start: env => startProcess([NODE], env) }

/** The arguments of an instruction in the Dockerfile. */
export function instruction(name: string): string {
  const found = new RegExp(`^${name}\\s+(.+)$`, 'm').exec(DOCKERFILE)?.[1]
  if (!found) throw new Error(`The Dockerfile has no ${name}.`)
  return found.trim()
}

/** The arguments for `node` in the Dockerfile's ENTRYPOINT or health check, with paths of this machine. */
export function command(name: 'ENTRYPOINT' | 'HEALTHCHECK'): string[] {
  requireCurrentBundle()
  const [program, ...args] = JSON.parse(instruction(name).replace(/^.*?(?=\[)/, '')) as string[]
  if (program !== 'node') throw new Error(`${name} starts ${program}, not node.`)
  const [from = '', to = ''] = instruction('COPY').split(/\s+/)
  return args.map(arg => (arg.startsWith(to) ? join(ROOT, from, arg.slice(to.length)) : arg))
}

/** The container: the built file, started by the Dockerfile's own command. */
export const container: Home = {
  name: 'the container',
  start: env => startProcess(command('ENTRYPOINT'), env),
}
