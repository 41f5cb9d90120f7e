import type { RaceResult } from './races.ts'
import { type CaseResult, REQUEST_LIMIT_MS, RUN_LIMIT_MS } from './run-case.ts'
import type { BundleResult } from './run-case-with-bundle.ts'

/** The results of a whole matrix. */
export type Matrix = {
  seed: number
  played: CaseResult[]
  bundle: BundleResult[]
  races: { name: string; seed: number; disturbed: boolean; raced: RaceResult }[]
}

/** Every violation as a line that says which case it was; empty when the matrix holds. */
export function violationsOf({ played, bundle, races }: Matrix): string[] {
  return [
    ...played.flatMap(each => wrongWith(each).map(wrong => `${nameOf(each)}: ${wrong}`)),
    ...bundle.flatMap(each =>
      [...each.wrong, ...(each.reruns === undefined ? ['two reruns are not enough'] : [])].map(
        wrong => `with dist/: ${nameOf(each)}: ${wrong}`,
      ),
    ),
    ...races.flatMap(({ name, seed, raced }) =>
      [...raced.wrong, ...(raced.settledBy === undefined ? ['two more runs are not enough'] : [])].map(
        wrong => `${name}, race ${seed}: ${wrong}`,
      ),
    ),
  ]
}

function wrongWith(each: CaseResult): string[] {
  const { reruns, difference, writtenInVain, longestRequest, longestRun, violations } = each
  return [
    ...(reruns === undefined ? ['two reruns are not enough'] : []),
    ...difference.doubled.map(line => `doubled: ${line}`),
    ...difference.lost.map(line => `lost: ${line}`),
    ...writtenInVain.map(line => `written in vain: ${line}`),
    ...(longestRequest !== undefined && longestRequest > REQUEST_LIMIT_MS
      ? [`a request was tried for ${longestRequest} ms`]
      : []),
    ...(longestRun !== undefined && longestRun > RUN_LIMIT_MS ? [`a run took ${longestRun} ms`] : []),
    ...each.failed
      .filter(
        ({ log }) =>
          !/::error::.*(Run the workflow again|run the workflow again|run the workflow by hand|Check|open |Set )/.test(
            log,
          ),
      )
      .map(() => 'it failed without a word on what to do'),
    ...violations,
  ]
}

function nameOf({ case: { situation, name } }: CaseResult | BundleResult): string {
  return `${situation.name} | ${name}`
}

/** The figures as Markdown; the same for the same seed. */
export function tableOf(matrix: Matrix): string {
  const { seed, played, bundle, races } = matrix
  const one = played.filter(({ case: { group } }) => group === 'one fault')
  const groups: [string, CaseResult[]][] = [
    ['ticket → issue, one fault', one.filter(in_('ticket → issue'))],
    ['issue → ticket, one fault', one.filter(in_('issue → ticket'))],
    ['sweep, one fault', one.filter(in_('sweep'))],
    ['lists that lag, and one fault', played.filter(({ case: { group } }) => group === 'lagging lists')],
    ['waits that end late, and one fault', played.filter(({ case: { group } }) => group === 'late waits')],
    ['many faults together', played.filter(({ case: { group } }) => group === 'many faults')],
    ['**all**', played],
  ]
  const rows = groups.map(([name, cases]) =>
    row([
      name,
      cases.length,
      count(cases, ({ reruns }) => reruns === 0),
      count(cases, ({ reruns }) => reruns === 1),
      count(cases, ({ reruns }) => reruns === 2),
      sum(cases, ({ difference }) => difference.doubled.length),
      sum(cases, ({ difference }) => difference.lost.length),
      seconds(cases.map(({ longestRequest }) => longestRequest)),
      seconds(cases.map(({ longestRun }) => longestRun)),
    ]),
  )
  const raceNames = [...new Set(races.map(({ name }) => name))]
  const raceRows = raceNames.map(name => {
    const these = races.filter(race => race.name === name).map(({ raced }) => raced)
    return row([
      name,
      these.length,
      sum(these, ({ surplus }) => surplus),
      count(these, ({ settledBy }) => settledBy === 0),
      count(these, ({ settledBy }) => settledBy === 1),
      count(these, ({ settledBy }) => settledBy === 2),
      sum(these, ({ wrong }) => wrong.length),
    ])
  })
  return [
    `Seed ${seed}: ${played.length} cases in simulated time, ${races.length} races, and ${bundle.length} cases with the committed \`dist/\`.`,
    '',
    '| Cases | Number | no rerun needed | 1 rerun | 2 reruns | doubled | lost | longest request | longest run |',
    '|---|--:|--:|--:|--:|--:|--:|--:|--:|',
    ...rows,
    '',
    '| Races | Number | extra made | no more run needed | 1 more run | 2 more runs | wrong in the end |',
    '|---|--:|--:|--:|--:|--:|--:|',
    ...raceRows,
    '',
    `With \`dist/\`: ${bundle.length} cases. ${count(bundle, ({ reruns }) => reruns === 0)} needed no rerun, ` +
      `${count(bundle, ({ reruns }) => reruns === 1)} one and ${count(bundle, ({ reruns }) => reruns === 2)} two. ` +
      `${sum(bundle, ({ wrong }) => wrong.length)} doubled or lost.`,
  ].join('\n')
}

function in_(direction: string): (played: CaseResult) => boolean {
  return ({ case: { situation } }) => situation.direction === direction
}

function count<T>(list: T[], holds: (item: T) => boolean): number {
  return list.filter(holds).length
}

function sum<T>(list: T[], value: (item: T) => number): number {
  return list.reduce((total, item) => total + value(item), 0)
}

function seconds(times: (number | undefined)[]): string {
  const known = times.filter(time => time !== undefined)
  return known.length > 0 ? `${Math.round(Math.max(...known) / 1000)} s` : '–'
}

function row(cells: (string | number)[]): string {
  return `| ${cells.join(' | ')} |`
}
