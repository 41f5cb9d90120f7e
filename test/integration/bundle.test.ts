import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BUNDLES, contentsOf, writeNotices } from '../../scripts/bundled-packages.ts'
import { requireCurrentBundle } from '../../scripts/source-digest.ts'

const ROOT = join(import.meta.dirname, '..', '..')

requireCurrentBundle()
const files = await Promise.all(
  BUNDLES.flatMap(async bundle => {
    const names = (await readdir(join(ROOT, bundle))).filter(name => !BUNDLES.includes(`${bundle}/${name}`))
    return names.map(async name => ({
      name: `${bundle}/${name}`,
      text: await readFile(join(ROOT, bundle, name), 'utf8'),
    }))
  }),
)
const dist = await Promise.all(files.flat())
const scripts = dist.filter(({ name }) => name.endsWith('.js'))

/** The lines of dist/ that a pattern is found in, cut short. */
function found(pattern: RegExp): string[] {
  return scripts.flatMap(({ name, text }) =>
    text
      .split('\n')
      .filter(line => pattern.test(line))
      .map(line => `${name}: ${line.slice(0, 120)}`),
  )
}

describe.each(BUNDLES)('%s', async bundle => {
  const { packages, problems } = await contentsOf(bundle)

  it('the bundle holds one copy of every package, under a permissive licence and with its notice', () => {
    expect(problems).toEqual([])
    expect(packages).not.toEqual([])
  })
})

describe('dist/', () => {
  it('dist/ holds scripts, notices, what says that they are modules, and the digest of its sources, nothing else', () => {
    const others = dist
      .map(({ name }) => name)
      .filter(name => !/\/(?:[\w.]+\.js|licenses\.txt|package\.json)$/.test(name))
      .filter(name => name !== 'dist/sources.sha256')
    expect(others).toEqual([])
  })

  it('dist/ holds no path of the machine that built it', () => {
    expect(
      found(/(?:["'`( ]|file:\/\/)\/(?:home|root|Users|tmp|work|builds?|opt|private|mnt|github)\/\w/),
    ).toEqual([])
    expect(found(/["'`(][A-Za-z]:\\\\?\w/)).toEqual([])
    expect(found(new RegExp(ROOT.replace(/\W/g, '\\$&')))).toEqual([])
  })

  it('dist/ holds no source map, and names none elsewhere', () => {
    const named = found(/sourceMappingURL=/).filter(line => !/sourceMappingURL=[\w.-]+\.map$/.test(line))
    expect(named).toEqual([])
  })

  it('dist/ never turns text into code', () => {
    expect(found(/(?<![\w$.])eval\s*\(/)).toEqual([])
    expect(found(/(?<![\w$.])(?:new\s+)?Function\s*\(/)).toEqual([])
    expect(found(/require\(["'](?:node:)?vm["']\)|from ["'](?:node:)?vm["']/)).toEqual([])
  })

  it('dist/ loads only its own files and the modules of Node', () => {
    const named = scripts.flatMap(({ text }) => [
      ...text.matchAll(/^(?:import|export) [^"'\n]*? from ["']([^"']+)["']/gm),
      ...text.matchAll(/createRequire\)?\(import\.meta\.url\)\(["']([^"']+)["']\)/g),
    ])
    const outside = named
      .map(([, what = '']) => what)
      .filter(what => !what.startsWith('./') && !isBuiltin(what))
    expect(named.length).toBeGreaterThan(10)
    expect(outside).toEqual([])
  })

  it('dist/ holds no key', () => {
    expect(
      found(
        /-----BEGIN [A-Z ]*PRIVATE KEY-----\s*[A-Za-z0-9+/]|\bgh[pousr]_[A-Za-z0-9]{36}|AKIA[A-Z0-9]{16}/,
      ),
    ).toEqual([])
  })
})

describe('The list of bundled packages', () => {
  let root: string

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'bundle-'))
    const entry = (version: string, more = {}) => ({ version, license: 'MIT', ...more })
    write('package-lock.json', {
      name: 'ours',
      packages: {
        '': { name: 'ours' },
        'node_modules/@a/one': entry('1.0.0'),
        'node_modules/two': entry('2.0.0'),
        'node_modules/tool': entry('3.0.0', { dev: true }),
        'node_modules/unused': entry('4.0.0', { license: 'GPL-3.0-only' }),
      },
    })
    write(
      'dist/index.js',
      '// EXTERNAL MODULE: ./node_modules/@a/one/lib/index.js\nvar two__WEBPACK_IMPORTED_MODULE_0__',
    )
    write(
      'dist/licenses.txt',
      'ours\nMIT\n\n@a/one\nMIT\nCopyright A\n\nPermission\n\n\ntwo\nMIT\nCopyright B\n',
    )
  })

  afterEach(() => rmSync(root, { recursive: true }))

  function write(path: string, content: string | object): void {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), typeof content === 'string' ? content : JSON.stringify(content))
  }

  async function lockToo(path: string, entry: object): Promise<void> {
    const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
    lock.packages[path] = entry
    write('package-lock.json', lock)
  }

  const problems = async () => (await contentsOf('dist', root)).problems

  it('the list of bundled packages has versions and licences', async () => {
    expect(await contentsOf('dist', root)).toEqual({
      packages: [
        { name: '@a/one', version: '1.0.0', licence: 'MIT', path: 'node_modules/@a/one' },
        { name: 'two', version: '2.0.0', licence: 'MIT', path: 'node_modules/two' },
      ],
      problems: [],
    })
  })

  it('the list of bundled packages finds a second copy', async () => {
    await lockToo('node_modules/two/node_modules/@a/one', { version: '0.9.0', license: 'MIT' })
    expect(await problems()).toEqual(['@a/one is in dist twice: 1.0.0 and 0.9.0.'])
  })

  it('the list of bundled packages finds a licence that is not permissive', async () => {
    await lockToo('node_modules/two', { version: '2.0.0', license: 'AGPL-3.0-only' })
    expect(await problems()).toEqual(['two 2.0.0 has the licence AGPL-3.0-only.'])
  })

  it('the list of bundled packages finds a development dependency', async () => {
    write('dist/1.index.js', ';// CONCATENATED MODULE: ./node_modules/tool/index.js')
    expect(await problems()).toEqual(['tool is in dist, but not in what package.json ships.'])
  })

  it('the list of bundled packages finds a missing notice, which the build writes', async () => {
    write('dist/licenses.txt', '@a/one\nMIT\nCopyright A\n')
    expect(await problems()).toEqual(['two 2.0.0 is in dist without its notice: run npm run build.'])
    write('node_modules/@a/one/LICENSE', 'Copyright A\r\n\r\nPermission\r\n')
    write('node_modules/two/license.md', 'Copyright B')
    await writeNotices('dist', root)
    expect(await problems()).toEqual([])
    expect(await readFile(join(root, 'dist', 'licenses.txt'), 'utf8')).toBe(
      '@a/one\nMIT\nCopyright A\n\nPermission\n\n\ntwo\nMIT\nCopyright B\n',
    )
  })
})
