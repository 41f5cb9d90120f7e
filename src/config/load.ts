import { readFile, realpath } from 'node:fs/promises'
import { join, posix, sep, win32 } from 'node:path'
import { ConfigError, type Mistake, mistakeLine } from './mistakes.ts'
import type { Config } from './schema.ts'
import { readYaml } from './syntax.ts'
import { validateConfig } from './validate.ts'

/** Where a configuration may come from, in the order in which `loadConfig` looks. */
export type ConfigSources = {
  /** The input `config`: YAML; empty when it is not used. */
  inline: string
  /** The input `config-path`, relative to the root of the repository. */
  path: string
  /** `GITHUB_WORKSPACE`; empty or without the file when nothing was checked out. */
  workspace: string | undefined
  /** Reads a file of the repository at the commit that runs. Gives `undefined` when there is none. */
  readRemote: (path: string) => Promise<string | undefined>
}

const MINIMAL = 'mailboxes: [support@example.org]\nuser: bot@example.org'

/**
 * Loads the configuration: from the input `config` if there is one, else from the file in the workspace, else from the
 * file in the repository. The last needs no checkout, because `readRemote` uses the API.
 *
 * @throws {ConfigError} for mistakes in the text, for a path that leads out of the repository, and for no
 *   configuration.
 *   It also throws whatever `readRemote` throws.
 */
export async function loadConfig({ inline, path, workspace, readRemote }: ConfigSources): Promise<Config> {
  if (inline.trim()) return parseConfig(inline, { source: 'input config' })
  const file = requireInnerPath(path)
  const text = (await readLocal(workspace, file)) ?? (await readRemote(file))
  if (text === undefined) throw missingError(file)
  return parseConfig(text, { source: file })
}

/**
 * Returns the path with forward slashes, and without `.` and `..`.
 *
 * @throws {ConfigError} for a path that is not a file inside the repository
 */
function requireInnerPath(path: string): string {
  const file = posix.normalize(path.trim().replaceAll('\\', '/'))
  const absolute = posix.isAbsolute(file) || win32.isAbsolute(path.trim()) || /^[a-z]:/i.test(file)
  if (!absolute && file !== '.' && !file.endsWith('/') && !file.split('/').includes('..')) return file
  const message = `config-path is ${JSON.stringify(path)}, which is not a file inside the repository. Give a path from its root, such as .github/freescout.yml.`
  throw new ConfigError([message], { source: path })
}

async function readLocal(workspace: string | undefined, file: string): Promise<string | undefined> {
  if (!workspace) return undefined
  try {
    const [root, target] = await Promise.all([realpath(workspace), realpath(join(workspace, file))])
    if (!target.startsWith(root.endsWith(sep) ? root : root + sep))
      throw new Error('it is a link that leads out of the repository')
    return await readFile(target, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new ConfigError([`${file} is in the workspace, but can't be read: ${message}.`], { source: file })
  }
}

function missingError(file: string): ConfigError {
  const lines = [
    `There is no configuration: ${file} is neither in the workspace nor in the repository at the commit that runs, and the input config is empty.`,
    `Add ${file} to the default branch, or name another file in config-path. It needs at least:`,
  ]
  return new ConfigError(lines, { source: file, example: MINIMAL })
}

/**
 * Parses a configuration: YAML 1.2, validated, normalised, defaults filled in.
 *
 * @param source what messages call the text: the path of the file, or `input config`.
 * @throws {ConfigError} with every mistake at once, and the line and column of each. For a configuration without any key,
 *   it has an example.
 */
export function parseConfig(text: string, { source }: { source: string }): Config {
  const read = readYaml(text)
  if (read.kind === 'invalid') throw mistakesError(read.mistakes, { source })
  const result = validateConfig(read)
  switch (result.kind) {
    case 'valid':
      return result.config
    case 'invalid':
      throw mistakesError(result.mistakes, { source })
    case 'empty':
      throw mistakesError([result.mistake], { source, example: MINIMAL })
  }
}

function mistakesError(
  mistakes: Mistake[],
  { source, example = '' }: { source: string; example?: string },
): ConfigError {
  const lines = mistakes.map(mistake => mistakeLine(mistake, source))
  return new ConfigError(lines, { source, mistakes, example })
}
