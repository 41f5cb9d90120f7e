import { readdir, readFile } from 'node:fs/promises'
import { join, posix } from 'node:path'

/** Files by their path from the root, with forward slashes, and what is in them. */
export type Tree = Record<string, string>

const ROOT = join(import.meta.dirname, '..', '..')

/** Reads all TypeScript files of these folders. */
export async function readTree(...folders: string[]): Promise<Tree> {
  const entries = await Promise.all(
    folders.map(async folder => {
      const names = await readdir(join(ROOT, folder), { recursive: true })
      return names
        .filter(name => name.endsWith('.ts'))
        .map(name => posix.join(folder, name.replaceAll('\\', '/')))
    }),
  )
  return Object.fromEntries(
    await Promise.all(entries.flat().map(async path => [path, await readFile(join(ROOT, path), 'utf8')])),
  )
}

/** The relative imports of a file, as paths from the root; those for types only are among them. */
export function importsOf(path: string, text: string): string[] {
  const found = text.matchAll(
    /^\s*(?:import|export)\b[^'"`;]*?\bfrom\s*['"](\.[^'"]*)['"]|\bimport\s*\(?\s*['"](\.[^'"]*)['"]/gm,
  )
  return [...found].map(([, from, bare]) => posix.join(posix.dirname(path), from ?? bare ?? ''))
}
