import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { requireCurrentBundle, sourceDigest } from '../../scripts/source-digest.ts'

const MANIFEST = {
  version: '1.0.0',
  type: 'module',
  scripts: { build: 'tsc', 'build:action': 'ncc', test: 'vitest' },
}
const PACKAGES = {
  '': { version: '1.0.0' },
  'node_modules/shipped': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/@vercel/ncc': { version: '1.0.0', dev: true },
  'node_modules/vitest': { version: '1.0.0', dev: true },
}

let root: string
let before: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'digest-'))
  write('src/index.ts', 'one()\ntwo()\n')
  write('src/ticket/plan.ts', 'plan()\n')
  write('receiver/node.ts', 'serve()\n')
  for (const file of ['tsconfig.json', 'tsconfig.build.json', 'scripts/bundled-packages.ts'])
    write(file, '{}\n')
  write('package.json', MANIFEST)
  write('package-lock.json', { packages: PACKAGES })
  before = sourceDigest(root)
  write('dist/sources.sha256', `${before}\n`)
})

afterEach(() => rmSync(root, { recursive: true }))

function write(path: string, content: string | object): void {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
}

function writeLock(path: keyof typeof PACKAGES, version: string): void {
  write('package-lock.json', { packages: { ...PACKAGES, [path]: { ...PACKAGES[path], version } } })
}

it('a bundle that was built from the sources as they are may run', () => {
  expect(() => requireCurrentBundle(root)).not.toThrow()
})

it.each<[string, () => void]>([
  ['a line of the action', () => write('src/index.ts', 'one()\n')],
  ['a line of the receiver', () => write('receiver/node.ts', 'serve(1)\n')],
  ['a file more', () => write('src/ticket/note.ts', '')],
  ['the name of a file', () => renameSync(join(root, 'src/index.ts'), join(root, 'src/main.ts'))],
  ['the version of a package that is shipped', () => writeLock('node_modules/shipped', '1.0.1')],
  ['the version of the bundler', () => writeLock('node_modules/@vercel/ncc', '1.0.1')],
  ['the product’s own version', () => write('package.json', { ...MANIFEST, version: '1.0.1' })],
  [
    'a command of the build',
    () => write('package.json', { ...MANIFEST, scripts: { ...MANIFEST.scripts, 'build:action': 'ncc -m' } }),
  ],
  ['a setting of the compiler', () => write('tsconfig.build.json', '{ "a": 1 }\n')],
])('a bundle is refused when this differs from what it was built from: %s', (_, change) => {
  change()
  expect(() => requireCurrentBundle(root)).toThrow(
    'dist/ is not what the sources say: they have changed since it was built. Run: npm run build',
  )
})

it.each<[string, () => void]>([
  ['line ends of another machine', () => write('src/index.ts', 'one()\r\ntwo()\r\n')],
  ['a development dependency that builds nothing', () => writeLock('node_modules/vitest', '1.0.1')],
  [
    'a script that builds nothing',
    () => write('package.json', { ...MANIFEST, scripts: { ...MANIFEST.scripts, test: 'vitest run' } }),
  ],
  ['a page beside the receiver', () => write('receiver/README.md', '# Receiver')],
])('the digest stays the same with %s', (_, change) => {
  change()
  expect(sourceDigest(root)).toBe(before)
})

it('a bundle that does not say what it was built from is refused', () => {
  rmSync(join(root, 'dist'), { recursive: true })
  expect(() => requireCurrentBundle(root)).toThrow(
    'dist/ does not say what it was built from. Run: npm run build',
  )
})
