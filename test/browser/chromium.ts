import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']

/** The path of a Chromium or Chrome on this machine's PATH; `undefined`, said aloud, when there is none. */
export function findChromium(path = process.env.PATH ?? ''): string | undefined {
  const found = path
    .split(delimiter)
    .flatMap(folder => NAMES.map(name => join(folder, name)))
    .find(isExecutable)
  if (!found) console.warn('!!! not run: chromium – none on PATH; on Debian: apt-get install chromium')
  return found
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
