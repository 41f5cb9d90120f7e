import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** The addresses in the delivered configuration, and those that the emulated FreeScout has in their place. */
const ADDRESSES = [
  ['[support@example.org]', '[ops@raxx.app, support@raxx.app]'],
  ['support@example.org', 'ops@raxx.app'],
  ['@example.org', '@raxx.app'],
] as const

/** A file of this project, by its path from the root, with the addresses of the emulated FreeScout. */
export async function readProjectFile(path: string): Promise<string> {
  const text = await readFile(join(ROOT, path), 'utf8')
  return ADDRESSES.reduce((before, [delivered, emulated]) => before.replaceAll(delivered, emulated), text)
}
