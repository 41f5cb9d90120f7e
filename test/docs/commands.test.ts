import { beforeAll, describe, expect, it } from 'vitest'
import { type Block, blocksOf, isRunnable } from '../support/docs/blocks.ts'
import { allBlocks, makeScratch, nameOf, notRun, type Ran } from '../support/docs/commands.ts'

const blocks = (await allBlocks()).filter(isRunnable)
const listed = blocks.map(notRun).filter(line => line !== undefined)
const running = blocks.filter(block => !notRun(block))
const pages = Object.values(Object.groupBy(running, ({ file }) => file)) as Block[][]

/** Runs the blocks of a page one after the other. */
async function runPage(page: Block[]): Promise<[Block, Ran][]> {
  const scratch = await makeScratch()
  try {
    const ran: [Block, Ran][] = []
    for (const block of page) ran.push([block, await scratch.run(block)])
    return ran
  } finally {
    await scratch.remove()
  }
}

describe('The commands in the documentation', () => {
  let results: Map<Block, Ran>
  beforeAll(async () => {
    results = new Map((await Promise.all(pages.map(runPage))).flat())
  }, 120_000)

  it.each(running.map(block => ({ name: nameOf(block), block })))(
    'a block of commands ends without an error: $name',
    ({ block }) => {
      const ran = results.get(block)
      expect(ran?.ok, ran?.output).toBe(true)
    },
  )
})

// The report counts them as skipped, and `npx vitest run test/docs/commands.test.ts --reporter verbose` lists them.
it.skip.each(listed)('%s', () => {})

it('a block of commands that is not run says why', () => {
  for (const line of listed) expect(line).toMatch(/ – (?:needs|is|never) \S+/)
})

it('a block in a list is found, and so is the mark right above it', () => {
  const page = [
    '1. Do:',
    '',
    '   <!-- not run: needs a host -->',
    '   ```sh',
    '   one',
    '   ```',
    '',
    '```yaml',
    '```',
  ]
  expect(blocksOf('a.md', page.join('\n'))).toEqual([
    { file: 'a.md', line: 4, language: 'sh', text: 'one', mark: { kind: 'not run', text: 'needs a host' } },
    { file: 'a.md', line: 8, language: 'yaml', text: '', mark: undefined },
  ])
})
