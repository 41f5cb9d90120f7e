import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from '../../../receiver/settings.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const README = readFileSync(join(ROOT, 'receiver', 'README.md'), 'utf8')
/** Variables that the settings only read beside another one; and those whose lower case means the same. */
const WITH_A_PROXY = ['NO_PROXY']
const PROXIES = ['https_proxy', 'http_proxy', 'all_proxy']

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

  it('The README names files that exist', () => {
    for (const path of [
      'receiver/Dockerfile',
      'receiver/freescout-autolink.service',
      'dist/receiver/index.js',
    ]) {
      expect(README).toContain(path)
      expect(existsSync(join(ROOT, path))).toBe(true)
    }
  })

  it('The README lists each variable that is read, and no other', () => {
    const read = new Set<string>()
    const env = new Proxy({}, { get: (_, name) => void read.add(String(name)) })
    expect(() => readSettings(env)).toThrow(SettingsError)
    const rows = section('Variables').matchAll(/^\| (`[^|]+`) \|/gm)
    const listed = [...rows].flatMap(([, names = '']) => names.replaceAll('`', '').split(', '))
    for (const name of PROXIES) read.delete(name)
    expect(new Set(listed)).toEqual(new Set([...read, ...WITH_A_PROXY]))
  })
})
