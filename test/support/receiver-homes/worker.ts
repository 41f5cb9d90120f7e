import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { Miniflare } from 'miniflare'
import { type Home, sendTo } from './home.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const SETTINGS = readFileSync(join(ROOT, 'receiver', 'wrangler.toml'), 'utf8')

/** A setting of wrangler.toml that is written as JSON would be. */
function setting(name: string): unknown {
  return JSON.parse(new RegExp(`^${name} = (.+)$`, 'm').exec(SETTINGS)?.[1] ?? 'null')
}

let bundle: string | undefined

/** One file for workerd, of the source that wrangler.toml names. wrangler bundles it by itself. */
function bundled(): string {
  if (bundle) return bundle
  const folder = mkdtempSync(join(tmpdir(), 'worker-'))
  try {
    const rolldown = join(ROOT, 'node_modules', 'rolldown', 'bin', 'cli.mjs')
    const source = join(ROOT, 'receiver', String(setting('main')))
    const options = ['--dir', folder, '--format', 'esm', '--platform', 'node', '--logLevel', 'silent']
    execFileSync(process.execPath, [rolldown, source, ...options], { cwd: ROOT })
    bundle = readFileSync(join(folder, 'worker.js'), 'utf8')
    return bundle
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Cloudflare Workers: the real workerd. */
export const worker: Home = {
  name: 'workerd',
  start: async env => {
    const miniflare = new Miniflare({
      modules: true,
      script: bundled(),
      compatibilityDate: String(setting('compatibility_date')),
      compatibilityFlags: setting('compatibility_flags') as string[],
      bindings: env,
      handleRuntimeStdio: (stdout: Readable, stderr: Readable) => {
        stdout.resume()
        stderr.resume()
      },
    })
    const url = String(await miniflare.ready)
    return { send: sent => sendTo(url, sent), close: () => miniflare.dispose() }
  },
}
