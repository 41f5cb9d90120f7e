/*
 * `npm run lint:prose` checks the prose of pages, messages and workflow files. It prints a line for each finding,
 * `file:line: what → write instead`, and ends with 1 when there is one. Pages that are not clean yet are only counted.
 * `npm run lint:prose -- docs/runbook.md` shows all findings of the named files, also of those.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'yaml'
import { passagesOf } from './prose/passages.ts'
import { type Finding, findingsIn, type Limits, type Wording } from './prose/rules.ts'

const ROOT = join(import.meta.dirname, '..')
const PAGES = [
  'README.md',
  'receiver/README.md',
  'SECURITY.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'test/README.md',
]
const WORKFLOWS = ['action.yml', '.github/workflows/freescout-sync.yml']

/** The rules and limits, as words.yml and pages.yml have them. `notYetClean`: files, or folders that end with `/`. */
export type Settings = { limits: Limits; wordings: Wording[]; notYetClean: string[] }

/** Reads words.yml and pages.yml. */
export async function readSettings(): Promise<Settings> {
  const [words, pages] = await Promise.all([read('scripts/prose/words.yml'), read('scripts/prose/pages.yml')])
  const { 'not-yet-clean': notYetClean, ...limits } = parse(pages) as Limits & { 'not-yet-clean': string[] }
  return { limits, notYetClean, wordings: Object.values(parse(words) as Record<string, Wording[]>).flat() }
}

/** The texts in other languages. The rules are about English. */
const TRANSLATIONS = ['german', 'french', 'spanish'].map(language => `src/texts/${language}.ts`)

/** The files that are checked, as paths from the root. */
export async function files(): Promise<string[]> {
  const within = async (folder: string, end: string) =>
    (await readdir(join(ROOT, folder), { recursive: true }))
      .filter(name => name.endsWith(end))
      .map(name => `${folder}/${name}`)
      .filter(name => !TRANSLATIONS.includes(name))
  const found = await Promise.all([within('docs', '.md'), within('src', '.ts'), within('receiver', '.ts')])
  return [...PAGES, ...WORKFLOWS, ...found.flat().toSorted()]
}

/** All findings in a file. */
export async function check(file: string, settings: Settings): Promise<Finding[]> {
  return findingsIn(file, passagesOf(file, await read(file)), settings)
}

/** Whether a file is, or is in, one of the places that are not clean yet. */
export function isNotYetClean(file: string, { notYetClean }: Settings): boolean {
  return notYetClean.some(place => (place.endsWith('/') ? file.startsWith(place) : file === place))
}

function read(path: string): Promise<string> {
  return readFile(join(ROOT, path), 'utf8')
}

async function main(asked: string[]): Promise<void> {
  const settings = await readSettings()
  const counts = new Map<string, number>()
  let failed = 0
  for (const file of asked.length ? asked : await files()) {
    const findings = await check(file, settings)
    const place = settings.notYetClean.find(one => isNotYetClean(file, { ...settings, notYetClean: [one] }))
    if (place && !asked.length) {
      counts.set(place, (counts.get(place) ?? 0) + findings.length)
      continue
    }
    for (const { line, what, write } of findings) console.log(`${file}:${line}: ${what} → ${write}`)
    failed += findings.length
  }
  for (const [place, count] of counts)
    console.log(
      count
        ? `!!! not clean yet: ${place} – ${count} findings`
        : `!!! clean now: ${place} – take it off the list in scripts/prose/pages.yml`,
    )
  console.log(failed ? `${failed} findings in the prose.` : 'The prose is clean.')
  if (failed) process.exitCode = 1
}

if (import.meta.main) await main(process.argv.slice(2))
