import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from '../../../receiver/settings.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const README = readFileSync(join(ROOT, 'receiver', 'README.md'), 'utf8')
const PROXY = ['HTTPS_PROXY', 'NO_PROXY']

/** A section's text, by its heading. */
function section(heading: string): string {
  const [, text = ''] = README.split(`\n## ${heading}\n`)
  return text.split('\n## ')[0] ?? ''
}

describe("The receiver's README", () => {
  it.each(['A machine of your own', 'A container', 'Cloudflare Workers', 'AWS Lambda'])(
    'its section "%s" has commands to copy',
    heading => {
      const [, commands = ''] = /```sh\n([\s\S]*?)```/.exec(section(heading)) ?? []
      expect(commands.trim().split('\n').length).toBeGreaterThan(2)
    },
  )

  it('names the files that it has copied and built as they are called', () => {
    for (const path of [
      'receiver/Dockerfile',
      'receiver/freescout-autolink.service',
      'dist/receiver/index.js',
    ]) {
      expect(README).toContain(path)
      expect(existsSync(join(ROOT, path))).toBe(true)
    }
  })

  it('has each variable that is read, and no other', async () => {
    const read = new Set<string>()
    const env = new Proxy({}, { get: (_, name) => void read.add(String(name)) })
    await expect(readSettings(env)).rejects.toThrow(SettingsError)
    const rows = section('Variables').matchAll(/^\| (`[^|]+`) \|/gm)
    const told = [...rows].flatMap(([, names = '']) => names.replaceAll('`', '').split(', '))
    expect(new Set(told)).toEqual(new Set([...read, ...PROXY]))
  })
})
