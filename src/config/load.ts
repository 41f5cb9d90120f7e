import { readFile, realpath } from 'node:fs/promises'
import { join, posix, sep, win32 } from 'node:path'
import { ConfigError } from './mistakes.ts'
import { parseConfig } from './parse.ts'
import type { Config } from './schema.ts'

/** Where a configuration may come from, in the order in which it is looked for. */
export type ConfigSources = {
  /** The input `config`: YAML; empty when it is not used. */
  inline: string
  /** The input `config-path`, relative to the repository's root. */
  path: string
  /** `GITHUB_WORKSPACE`; empty or without the file when nothing was checked out. */
  workspace: string | undefined
  /** Reads a file of the repository as of the commit that runs; `undefined` when there is none. */
  readRemote: (path: string) => Promise<string | undefined>
}

const MINIMAL = ['mailboxes: [support@example.org]', 'user: bot@example.org']

/**
 * Gives the configuration: the input `config` if there is one, else the file in the workspace, else the file in
 * the repository, read through the API, so that no checkout is needed.
 *
 * @throws {ConfigError} for mistakes in it, for a path that leads out of the repository, and when there is no
 * configuration anywhere. What `readRemote` throws passes through.
 */
export async function loadConfig({ inline, path, workspace, readRemote }: ConfigSources): Promise<Config> {
  if (inline.trim()) return parseConfig(inline, { source: 'input config' })
  const file = insidePath(path)
  const text = (await readLocal(workspace, file)) ?? (await readRemote(file))
  if (text === undefined) throw missing(file)
  return parseConfig(text, { source: file })
}

/** The path with forward slashes and without detours. */
function insidePath(path: string): string {
  const file = posix.normalize(path.trim().replaceAll('\\', '/'))
  const absolute = posix.isAbsolute(file) || win32.isAbsolute(path.trim()) || /^[a-z]:/i.test(file)
  if (!absolute && file !== '.' && !file.endsWith('/') && !file.split('/').includes('..')) return file
  const message = `config-path is ${JSON.stringify(path)}, which is not a file inside the repository. Give a path from its root, such as .github/freescout.yml.`
  throw new ConfigError(message, { source: path, mistakes: [] })
}

async function readLocal(workspace: string | undefined, file: string): Promise<string | undefined> {
  if (!workspace) return undefined
  try {
    const [root, target] = await Promise.all([realpath(workspace), realpath(join(workspace, file))])
    if (!target.startsWith(root.endsWith(sep) ? root : root + sep))
      throw new Error('it is a link to somewhere outside')
    return await readFile(target, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new ConfigError(`${file} is in the workspace, but can't be read: ${message}.`, {
      source: file,
      mistakes: [],
    })
  }
}

function missing(file: string): ConfigError {
  const message = [
    `There is no configuration: ${file} is neither in the workspace nor in the repository at the commit that runs, and the input config is empty.`,
    `Add ${file} to the default branch, or name another file in config-path. The least it needs:`,
    ...MINIMAL.map(line => `  ${line}`),
  ]
  return new ConfigError(message.join('\n'), { source: file, mistakes: [] })
}
