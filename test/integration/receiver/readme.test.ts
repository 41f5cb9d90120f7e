import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readSettings, SettingsError } from '../../../receiver/settings.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const README = readFileSync(join(ROOT, 'receiver', 'README.md'), 'utf8')
/** Variables that the settings only read beside another one; and those whose lower case means the same. */
const WITH_A_PROXY = ['NO_PROXY']
const PROXIES = ['https_proxy', 'http_proxy', 'all_proxy']

/** A section's text, by its heading. */
function section(heading: string): string {
  const [, text = ''] = README.split(new RegExp(`^#{2,3} ${heading}$`, 'm'))
  return text.split(/^#{2,3} /m)[0] ?? ''
}

describe("The receiver's README", () => {
  it.each(['On your own machine', 'On Cloudflare Workers', 'On AWS Lambda', '1. Get it'])(
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
    for (const name of ['compose.yaml', 'Caddyfile', 'wrangler.toml']) expect(README).toContain(`(${name})`)
  })

  it('The README goes from the file to the webhook in the order of the steps', () => {
    const steps = [...README.matchAll(/^## \d\. (.*)$/gm)].map(([, step]) => step)
    expect(steps).toEqual([
      'Get it',
      'Write the settings',
      'Check the settings',
      'Run it',
      'Put TLS in front of it',
      'Add the webhook',
    ])
  })

  it('The README shows the Caddyfile of three lines as it is', () => {
    const caddyfile = readFileSync(join(ROOT, 'receiver', 'Caddyfile'), 'utf8')
    expect(caddyfile.trimEnd().split('\n')).toHaveLength(3)
    expect(README).toContain(`\`\`\`caddyfile\n${caddyfile}\`\`\``)
  })

  it('The systemd unit starts the file that the README installs', () => {
    const unit = readFileSync(join(ROOT, 'receiver', 'freescout-autolink.service'), 'utf8')
    expect(section('On your own machine')).toContain(
      '/opt/freescout-autolink freescout-autolink-receiver.mjs',
    )
    expect(unit).toContain(
      'ExecStart=/usr/bin/env node /opt/freescout-autolink/freescout-autolink-receiver.mjs\n',
    )
    expect(unit).toContain('EnvironmentFile=/etc/freescout-autolink.env\n')
  })

  it('compose.yaml runs the image behind Caddy, hardened as the README says', () => {
    const { services } = parse(readFileSync(join(ROOT, 'receiver', 'compose.yaml'), 'utf8'))
    const port = /^EXPOSE (\d+)$/m.exec(readFileSync(join(ROOT, 'receiver', 'Dockerfile'), 'utf8'))?.[1]
    expect(services.receiver).toEqual({
      image: 'ghcr.io/freescout-autolink/freescout-autolink-receiver:1',
      env_file: 'receiver.env',
      restart: 'unless-stopped',
      read_only: true,
      cap_drop: ['ALL'],
      security_opt: ['no-new-privileges:true'],
      mem_limit: '256m',
    })
    expect(section('In a container')).toContain(
      '--read-only --cap-drop ALL --security-opt no-new-privileges --memory 256m',
    )
    expect(services.caddy.environment).toEqual({ RECEIVER: `receiver:${port}` })
    expect(services.caddy.volumes).toContain('./Caddyfile:/etc/caddy/Caddyfile:ro')
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
