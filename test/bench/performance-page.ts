import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { withParts } from '../../scripts/page-parts.ts'
import { rawFigures } from './raw-figures.ts'
import type { Results } from './results.ts'
import { actionsTable, partsTable, receiversTable, sweepsTable, targetsTable, waitsTable } from './tables.ts'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'performance.md')

/**
 * The generated parts of docs/performance.md, by their names. What was measured in a folder is a part of its own: a run
 * without that folder gives no such part, so the page keeps the earlier one with its date.
 *
 * @param taken how, when and where the figures were taken
 */
export function pageParts(results: Results, taken: string): Record<string, string> {
  const { peers, actions } = results
  return {
    waits: `${waitsTable(results)}\n\n${sweepsTable(results)}`,
    ...(peers && {
      receivers: [taken, receiversTable(results, peers), partsTable(results, peers)].join('\n\n'),
    }),
    ...(actions && { actions: [taken, actionsTable(actions)].join('\n\n') }),
    targets: targetsTable(results),
    figures: [taken, rawFigures(results)].join('\n\n'),
  }
}

/** How, when and where figures were taken, as a sentence in Markdown. */
export function takenBy(command: string): string {
  const date = new Date().toISOString().slice(0, 10)
  const machine = `${availableParallelism()} × ${cpus()[0]?.model ?? 'unknown'}, ${process.platform}, Node ${process.versions.node}`
  return `\`${command}\`, ${date}, ${machine}. Medians; in brackets the quartiles.`
}

/** Puts the parts that a command made into docs/performance.md, by their names. */
export async function writePage(parts: Record<string, string>, command: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  await writeFile(PAGE, withParts(page, parts, { path: 'docs/performance.md', command }))
}
