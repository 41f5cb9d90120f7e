/*
 * Says whether dist/ was built from the sources as they are now. The build writes a digest of what dist/ is made of to
 * dist/sources.sha256: `node scripts/source-digest.ts --write`. Whoever starts a file of dist/ asks `builtFile` for
 * its path, and thereby never runs an old bundle.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')
const FOLDERS = ['src', 'receiver']
/** These decide how the sources are built. */
const BUILD_FILES = ['tsconfig.json', 'tsconfig.build.json', 'scripts/bundled-packages.ts']
/** Development dependencies that decide what is in dist/. A new version of any other leaves dist/ as it is. */
const BUILDERS = ['node_modules/@vercel/ncc', 'node_modules/typescript']

type Manifest = { version: string; type: string; scripts: Record<string, string> }
type Lock = { packages: Record<string, { version?: string; integrity?: string; dev?: boolean }> }

/**
 * The SHA-256, in hexadecimal digits, of everything that dist/ is made of: the TypeScript of src/ and receiver/, the
 * packages that are shipped, the tools that build, and their settings. It is the same on every machine: paths are
 * sorted, and lines end with LF.
 */
export function sourceDigest(root = ROOT): string {
  const hash = createHash('sha256')
  const add = (name: string, text: string) => hash.update(`${name}\0${text.replaceAll('\r\n', '\n')}\0`)
  const files = [...FOLDERS.flatMap(folder => sourcesIn(root, folder)), ...BUILD_FILES]
  for (const file of files.toSorted()) add(file, readFileSync(join(root, file), 'utf8'))

  const { version, type, scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Manifest
  const build = Object.entries(scripts).filter(([name]) => /^build(?::|$)/.test(name))
  add('package.json', JSON.stringify([version, type, build.toSorted()]))

  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
  const used = Object.entries(packages)
    .filter(([path, { dev }]) => path !== '' && (!dev || BUILDERS.includes(path)))
    .map(([path, { version, integrity }]) => `${path} ${version} ${integrity}`)
  add('package-lock.json', used.toSorted().join('\n'))
  return hash.digest('hex')
}

/** The paths of the TypeScript files in a folder, with `/` on every machine. */
function sourcesIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith('.ts'))
    .map(name => `${folder}/${name.replaceAll('\\', '/')}`)
}

/** @throws {Error} when dist/ was not built, or was built from other sources. */
export function requireCurrentBundle(root = ROOT): void {
  const file = join(root, 'dist', 'sources.sha256')
  if (!existsSync(file)) throw new Error('dist/ does not say what it was built from. Run: npm run build')
  if (readFileSync(file, 'utf8').trim() === sourceDigest(root)) return
  throw new Error(
    'dist/ is not what the sources say: they have changed since it was built. Run: npm run build',
  )
}

/**
 * The path of a file of dist/, such as `receiver/index.js`, for whoever is about to start it.
 *
 * @throws {Error} when dist/ was not built, or was built from other sources.
 */
export function builtFile(name: string): string {
  requireCurrentBundle()
  return join(ROOT, 'dist', name)
}

if (import.meta.main && process.argv.includes('--write')) {
  writeFileSync(join(ROOT, 'dist', 'sources.sha256'), `${sourceDigest()}\n`)
}
