/*
 * Lists the packages that are inside dist/, and ends with 1 when one is in a bundle twice, has a licence that is not
 * permissive, or goes without its notice: `node scripts/bundled-packages.ts`. With `--write`, which the build does,
 * it writes the notices first: ncc leaves out those of packages that only the entry's chunk holds.
 */
import { readdirSync } from 'node:fs'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '..')

/** What is bundled apart from each other, and runs apart: the action, and each folder beside it. */
export const BUNDLES = readdirSync(join(ROOT, 'dist'), { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => `dist/${name}`)
  .toSorted()
BUNDLES.unshift('dist')

/** Licences that let anybody ship the code for a copy of their text. By SPDX. */
const PERMISSIVE = [
  '0BSD',
  'Apache-2.0',
  'BlueOak-1.0.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
]

/** A package in a bundle. `path` is where it was installed: `node_modules/a/node_modules/b`. */
export type BundledPackage = { name: string; version: string; licence: string; path: string }

/** What is in a bundle, by name, and what is wrong with it, one sentence each. */
export type Contents = { packages: BundledPackage[]; problems: string[] }

type Locked = { version?: string; license?: string; dev?: boolean; devOptional?: boolean }

/**
 * Reads what is in a bundle: off the names that webpack leaves in its comments and variables, and off the notices.
 * Versions and licences are the lockfile's.
 */
export async function contentsOf(bundle: string, root = ROOT): Promise<Contents> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    name: string
    packages: Record<string, Locked>
  }
  const shipped = Object.entries(lock.packages).filter(
    ([path, { dev, devOptional }]) => /(?:^|\/)node_modules\//.test(path) && !dev && !devOptional,
  )
  const code = await codeOf(join(root, bundle))
  const notices = await noticesOf(join(root, bundle))
  const places = placesIn(code)
  const variables = new Set(
    [...code.matchAll(/\b(\w+?)__WEBPACK_IMPORTED_MODULE_/g)].map(([, name = '']) => name),
  )
  const isIn = (path: string) =>
    places.has(path) || variables.has(nameOf(path).replace(/\W/g, '_')) || notices.has(nameOf(path))
  const packages = shipped
    .filter(([path]) => isIn(path))
    .map(([path, { version = '?', license = 'none' }]) => ({
      name: nameOf(path),
      version,
      licence: license,
      path,
    }))
    .toSorted((one, other) => one.path.localeCompare(other.path))
  const known = new Set([lock.name, ...packages.map(({ name }) => name)])
  const unknown = [...notices.keys(), ...[...places].map(nameOf)].filter(name => !known.has(name))
  const problems = [
    ...[...new Set(unknown)].map(name => `${name} is in ${bundle}, but not in what package.json ships.`),
    ...packages.flatMap(found => problemsOf(found, { bundle, packages, notice: notices.get(found.name) })),
  ]
  return { packages, problems }
}

function problemsOf(
  { name, version, licence, path }: BundledPackage,
  { bundle, packages, notice }: { bundle: string; packages: BundledPackage[]; notice: string | undefined },
): string[] {
  const first = packages.find(other => other.name === name)
  const isSecond = first && first.path !== path
  return [
    ...(isSecond ? [`${name} is in ${bundle} twice: ${first.version} and ${version}.`] : []),
    ...(PERMISSIVE.includes(licence) ? [] : [`${name} ${version} has the licence ${licence}.`]),
    ...(notice?.trim() ? [] : [`${name} ${version} is in ${bundle} without its notice: run npm run build.`]),
  ]
}

async function codeOf(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.js')).toSorted()
  return (await Promise.all(names.map(name => readFile(join(folder, name), 'utf8')))).join('\n')
}

/** Where packages lie that webpack's comments name. */
function placesIn(code: string): Set<string> {
  const found = code.matchAll(/ MODULE: \.\/(node_modules\/\S+)/g)
  return new Set(
    [...found].map(([, file = '']) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? file),
  )
}

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, '')
}

/** The notices by package. A notice begins after an empty line with the name, then the licence's. */
async function noticesOf(folder: string): Promise<Map<string, string>> {
  const text = await readFile(join(folder, 'licenses.txt'), 'utf8').catch(() => '')
  const heads = [...text.matchAll(/(?<=^|\n\n)((?:@[\w.-]+\/)?[\w.-]+)\n([\w.-]+)\n/g)]
  return new Map(
    heads.map(({ 0: head, 1: name = '', index }, at) => [
      name,
      text.slice(index + head.length, heads[at + 1]?.index ?? text.length),
    ]),
  )
}

/** Writes the notices of all packages of a bundle, as they were installed. */
export async function writeNotices(bundle: string, root = ROOT): Promise<void> {
  const { packages } = await contentsOf(bundle, root)
  const notices = packages.map(async ({ name, licence, path }) => {
    const file = (await readdir(join(root, path))).find(file => /^licen[cs]e(?:[.-]|$)/i.test(file))
    if (!file) throw new Error(`${name} was installed without the text of its licence.`)
    const text = (await readFile(join(root, path, file), 'utf8')).replaceAll('\r\n', '\n')
    return `${name}\n${licence}\n${text.trim()}\n`
  })
  await writeFile(join(root, bundle, 'licenses.txt'), (await Promise.all(notices)).join('\n\n'))
}

if (import.meta.main) {
  for (const bundle of BUNDLES) {
    if (process.argv.includes('--write')) await writeNotices(bundle)
    const { packages, problems } = await contentsOf(bundle)
    for (const { name, version, licence } of packages)
      console.log(`${bundle}  ${name} ${version}  ${licence}`)
    for (const problem of problems) console.error(problem)
    if (problems.length > 0) process.exitCode = 1
  }
}
