import { readFile } from 'node:fs/promises'

/** A mistake in how a command was called. Its message says what to do. */
export class UsageError extends Error {}

/** The text of a file, as UTF-8. @throws {UsageError} with the reason when it can't be read. */
export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') throw new UsageError(`There is no file ${file}.`)
    if (code === 'EISDIR') throw new UsageError(`${file} is a folder. Give one file in it.`)
    if (code === 'EACCES') throw new UsageError(`${file} may not be read by you.`)
    throw new UsageError(`${file} can't be read: ${message}`)
  }
}

/** Runs a command with the arguments of the process. A mistake in them is one line, and the process ends with 1. */
export async function runCommand(
  name: string,
  command: (args: string[], print: (line: string) => void) => Promise<unknown>,
): Promise<void> {
  try {
    await command(process.argv.slice(2), line => console.log(line))
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    console.error(`${name}: ${error.message}`)
    process.exitCode = 1
  }
}
