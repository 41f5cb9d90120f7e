/*
 * Runs every block of commands in the documentation in a scratch copy of this tree, and lists those that can't run
 * here: `node test/support/docs/commands.ts`.
 *
 * The rules:
 * - A block marked `<!-- not run: why -->` is only listed. One marked `<!-- run until: text -->` is stopped once it
 *   has printed that text. Every other block must end with 0.
 * - The copy is what a clone would hold after a commit of everything. `npm ci` there is taken as done: node_modules is
 *   the one of this tree.
 * - npm's scripts that run all tests or benchmarks, or never end, would run this very script or hold it up. It only
 *   checks that they exist: see LONG.
 * - Blocks that call one of OUTSIDE's tools need another machine or an account, and are listed without a mark.
 * - Blocks of a page run in their order, in a copy for that page alone. A block of the language `diff` is a change to
 *   that copy: it must apply.
 * - PORT is 0 and HOST is loopback, so that no block meets a port in use. GITHUB_API_URL is a closed port, so that no
 *   block asks GitHub.
 */
import { execFile, spawn } from 'node:child_process'
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Block, blocksOf, isRunnable } from './blocks.ts'

const ROOT = join(import.meta.dirname, '..', '..', '..')
const TIMEOUT_MS = 45_000
const OUTSIDE = /^\s*(?:npx\s+)?(sudo|docker|wrangler|aws|gh)\b/m
const LONG = /^(?:test|check|watch|bench|simulate)(?::.*)?$/

/** The pages whose blocks are looked at, as paths from the root. */
export async function pages(): Promise<string[]> {
  const docs = (await readdir(join(ROOT, 'docs'))).filter(name => name.endsWith('.md'))
  const others = ['README.md', 'CONTRIBUTING.md', 'receiver/README.md', 'test/README.md']
  const there = await Promise.all(others.map(async page => ({ page, isThere: await exists(page) })))
  return [
    ...there.filter(({ isThere }) => isThere).map(({ page }) => page),
    ...docs.map(name => `docs/${name}`),
  ]
}

/** Every block of every page. */
export async function allBlocks(): Promise<Block[]> {
  const found = await Promise.all(
    (await pages()).map(async page => blocksOf(page, await readFile(join(ROOT, page), 'utf8'))),
  )
  return found.flat()
}

/** A place where blocks run, and the way to leave nothing behind. */
export type Scratch = { run: (block: Block) => Promise<Ran>; remove: () => Promise<void> }

/** `ok`: it ended with 0, or printed what it was to be run until. */
export type Ran = { ok: boolean; output: string }

/** Copies what git would commit, without history, beside an `npm` that knows the rules above. */
export async function makeScratch(): Promise<Scratch> {
  const folder = await mkdtemp(join(tmpdir(), 'doc-commands-'))
  const [clone, bin, home] = ['clone', 'bin', 'home'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ]
  await Promise.all([clone, bin, home].map(path => mkdir(path)))
  for (const file of await committable()) {
    await mkdir(dirname(join(clone, file)), { recursive: true })
    await cp(join(ROOT, file), join(clone, file))
  }
  await symlink(join(ROOT, 'node_modules'), join(clone, 'node_modules'))
  await promisify(execFile)('git', ['init', '--quiet'], { cwd: clone })
  await writeFile(join(bin, 'npm'), npmThatKnows(await scripts(clone)))
  await chmod(join(bin, 'npm'), 0o755)
  const env = {
    PATH: [bin, process.env.PATH].join(delimiter),
    HOME: home,
    NO_COLOR: '1',
    npm_config_update_notifier: 'false',
    HOST: '127.0.0.1',
    PORT: '0',
    GITHUB_API_URL: 'http://127.0.0.1:1',
  }
  return {
    run: block => runBlock(block, { cwd: clone, env }),
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

async function committable(): Promise<string[]> {
  const { stdout } = await promisify(execFile)(
    'git',
    ['-c', `safe.directory=${ROOT}`, 'ls-files', '--cached', '--others', '--exclude-standard', '-z'],
    { cwd: ROOT, maxBuffer: 16 * 1024 * 1024 },
  )
  const listed = [...new Set(stdout.split('\0').filter(Boolean))]
  const there = await Promise.all(listed.map(exists))
  return listed.filter((_, index) => there[index])
}

async function scripts(clone: string): Promise<string[]> {
  return Object.keys(JSON.parse(await readFile(join(clone, 'package.json'), 'utf8')).scripts)
}

/** A shell script: the rules for `npm ci` and long scripts, and else npm itself. */
function npmThatKnows(names: string[]): string {
  const long = names.filter(name => LONG.test(name)).flatMap(name => [`'run ${name}'`, `'run ${name} '*`])
  return `#!/bin/sh
asked="$*"
[ "$1" = test ] && asked='run test'
case "$asked" in
  ci|'ci '*) echo "npm $*: taken as done" ; exit 0 ;;
  ${[...long, "'run test'"].join('|')}) echo "npm $*: there is such a script; not run here" ; exit 0 ;;
esac
PATH=\${PATH#*${delimiter}}
exec npm "$@"
`
}

function runBlock(
  { language, text, mark }: Block,
  where: { cwd: string; env: Record<string, string> },
): Promise<Ran> {
  const until = mark?.kind === 'run until' ? mark.text : undefined
  const [command, input] = language === 'diff' ? ['git apply -', `${text}\n`] : [text, '']
  return new Promise(resolve => {
    // A group of its own, so that what the shell has started ends with it.
    const child = spawn('bash', ['--norc', '-euo', 'pipefail', '-c', command], {
      ...where,
      detached: true,
      stdio: 'pipe',
    })
    let output = ''
    let ok = false
    const stop = () => {
      try {
        process.kill(-(child.pid ?? Number.NaN), 'SIGTERM')
      } catch {
        // It has ended by itself.
      }
    }
    const timer = setTimeout(stop, TIMEOUT_MS)
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        output += chunk
        if (until === undefined || ok || !output.includes(until)) return
        ok = true
        stop()
      })
    }
    // A block that reads nothing may be over before it could.
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('close', code => {
      clearTimeout(timer)
      resolve({ ok: ok || (until === undefined && code === 0), output })
    })
  })
}

/** `README.md:12 npm ci && npm run demo` */
export function nameOf({ file, line, text }: Block): string {
  return `${file}:${line} ${text.split('\n')[0]}`
}

/** Why a block is not run, as a line to be shown; `undefined` when it is. */
export function notRun(block: Block): string | undefined {
  const tool = OUTSIDE.exec(block.text)?.[1]
  const why = block.mark?.kind === 'not run' ? block.mark.text : tool && `needs ${tool}`
  return why ? `not run: ${nameOf(block)} – ${why}` : undefined
}

async function exists(path: string): Promise<boolean> {
  return readFile(join(ROOT, path)).then(
    () => true,
    () => false,
  )
}

async function main(): Promise<void> {
  const blocks = (await allBlocks()).filter(isRunnable)
  for (const page of await pages()) {
    const toRun = blocks.filter(block => block.file === page && !notRun(block))
    const scratch = toRun.length ? await makeScratch() : undefined
    for (const block of toRun) {
      const { ok, output } = await (scratch as Scratch).run(block)
      console.log(`${ok ? '✓' : '✗'} ${nameOf(block)}`)
      if (ok) continue
      process.exitCode = 1
      console.log(output)
    }
    await scratch?.remove()
  }
  for (const line of blocks.map(notRun).filter(line => line !== undefined)) console.log(line)
}

if (import.meta.main) await main()
