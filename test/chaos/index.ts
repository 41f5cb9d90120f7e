import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { requireCurrentBundle } from '../../scripts/source-digest.ts'
import { bundleCases, type Case, casesFor, everySituation, type Undisturbed } from './matrix.ts'
import { RACES, race } from './races.ts'
import { type Matrix, tableOf, violationsOf } from './report.ts'
import { type CaseResult, runCase } from './run-case.ts'
import { type BundleResult, runCaseWithBundle } from './run-case-with-bundle.ts'

/*
 * The fault matrix: it plays every write with every fault, and races, in simulated time, and some of them with dist/.
 *   npm run test:chaos [-- --seed 7] [-- --only <part of a case's name>] [-- --write]
 * --write puts the figures into docs/reliability.md. Fails when anything is doubled, lost, or takes too long.
 */

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'reliability.md')
const RACES_OF_EACH_KIND = 40
const BUNDLE_CASES = 30
const BUNDLES_AT_ONCE = 6

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '20261122' },
    only: { type: 'string', default: '' },
    write: { type: 'boolean', default: false },
  },
})
// The cases with dist/ come last: nobody should wait for minutes to read that it is old.
requireCurrentBundle()
const seed = Number(values.seed)
if (!Number.isSafeInteger(seed)) throw new Error(`--seed ${values.seed}: give a whole number.`)
console.log(`The fault matrix for seed ${seed}`)

const known = await everySituation()
const isAsked = ({ situation, name }: Case) => `${situation.name} | ${name}`.includes(values.only)
const cases = casesFor(seed, known).filter(isAsked)
const matrix: Matrix = {
  seed,
  played: await playAll(cases),
  races: values.only ? [] : await raceAll(),
  bundle: await playWithBundle(bundleCases(seed, cases, BUNDLE_CASES)),
}
console.log(tableOf(matrix))
const violations = violationsOf(matrix)
for (const violation of violations) console.log(`✗ ${violation}`)
if (values.write && !values.only) await writeFigures(tableOf(matrix))
console.log(violations.length ? `${violations.length} violations` : 'Nothing doubled, nothing lost.')
process.exitCode = violations.length ? 1 : 0

async function playAll(cases: Case[]): Promise<CaseResult[]> {
  const played: CaseResult[] = []
  for (const each of cases) played.push(await runCase(each, undisturbedOf(each)))
  return played
}

async function raceAll(): Promise<Matrix['races']> {
  const races: Matrix['races'] = []
  for (const kind of RACES) {
    for (let number = 0; number < RACES_OF_EACH_KIND; number++) {
      for (const disturbed of [false, true]) {
        const raced = await race(kind, { seed: seed + number, runs: 2 + (number % 4), disturbed })
        const name = `2 to 5 ${kind.name}${disturbed ? ', with faults' : ''}`
        races.push({ name, seed: seed + number, disturbed, raced })
      }
    }
  }
  return races
}

async function playWithBundle(cases: Case[]): Promise<BundleResult[]> {
  const played: BundleResult[] = []
  for (let from = 0; from < cases.length; from += BUNDLES_AT_ONCE) {
    const some = cases.slice(from, from + BUNDLES_AT_ONCE)
    played.push(...(await Promise.all(some.map(each => runCaseWithBundle(each, undisturbedOf(each))))))
  }
  return played
}

function undisturbedOf({ situation }: Case): Undisturbed {
  const found = known.find(each => each.situation === situation)
  if (!found) throw new Error(`${situation.name} was not played without a fault.`)
  return found
}

async function writeFigures(table: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  const figures = /(<!-- figures: npm run test:chaos -- --write -->\n)[\s\S]*?(\n<!-- end of figures -->)/
  if (!figures.test(page)) throw new Error('docs/reliability.md has lost the comments around its figures.')
  await writeFile(
    PAGE,
    page.replace(figures, (_, start: string, end: string) => `${start}\n${table}\n${end}`),
  )
}
