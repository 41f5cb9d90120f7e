import { parseArgs } from 'node:util'
import { randomFrom } from '../../chaos/random.ts'
import { writePage } from '../performance-page.ts'
import { measureCosts } from './measure-costs.ts'
import { planMonth } from './month.ts'
import { type MonthResult, resultOf } from './results.ts'
import { SIZES, setupsFor } from './setups.ts'
import { simulate } from './simulate.ts'
import { simulationPage } from './table.ts'
import { readWorkflowLimits } from './workflow-limits.ts'

/*
 * Plays months of up to 100,000 tickets in simulated time, and prints a table in Markdown.
 *   npm run simulate [-- --write] [-- --seed 7] [-- --tickets 10000]
 * --write puts the table into docs/performance.md; --tickets plays one size only. First it measures with the real code what
 * each kind of run and a sweep cost. Then it plays them against GitHub's limits: see test/README.md.
 */

const { values } = parseArgs({
  options: {
    write: { type: 'boolean', default: false },
    seed: { type: 'string', default: '20261126' },
    tickets: { type: 'string' },
  },
})
const seed = wholeNumber('--seed', values.seed)
const sizes = values.tickets === undefined ? SIZES : [wholeNumber('--tickets', values.tickets)]

const startedAt = performance.now()
const [costs, workflow] = [await measureCosts(), await readWorkflowLimits()]
const results: MonthResult[] = []
for (const tickets of sizes) {
  const plan = planMonth(tickets, randomFrom(seed))
  for (const setup of setupsFor(tickets)) {
    const from = performance.now()
    results.push(resultOf(await simulate(plan, setup, { costs, workflow, seed })))
    console.error(`${tickets} tickets, ${setup.name}: ${((performance.now() - from) / 1000).toFixed(1)} s`)
  }
}
const page = simulationPage(results, { seconds: Math.round((performance.now() - startedAt) / 1000) })
console.log(page)
if (values.write) await writePage({ figures: page }, 'npm run simulate')

function wholeNumber(option: string, text: string): number {
  const number = Number(text)
  if (!Number.isSafeInteger(number) || number < 1) throw new Error(`${option} ${text}: give a whole number.`)
  return number
}
