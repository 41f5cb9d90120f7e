import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'performance.md')

/** Puts the figures of a command into docs/performance.md, between the comments that stand around them. */
export async function writeFigures(command: string, figures: string): Promise<void> {
  const page = await readFile(PAGE, 'utf8')
  const start = `<!-- figures: ${command} -->\n`
  const [from, to] = [page.indexOf(start), page.indexOf('\n<!-- end of figures -->', page.indexOf(start))]
  if (from < 0 || to < 0) throw new Error(`docs/performance.md has lost the comments around ${command}.`)
  await writeFile(PAGE, `${page.slice(0, from)}${start}\n${figures}\n${page.slice(to)}`)
}
