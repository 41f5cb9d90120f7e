import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blocksOf, isRunnable } from '../../scripts/doc-blocks.ts'
import { allBlocks, makeScratch, nameOf, notRun, type Scratch } from '../../scripts/doc-commands.ts'

const blocks = (await allBlocks()).filter(isRunnable)
const listed = blocks.map(notRun).filter(line => line !== undefined)
const running = blocks.filter(block => !notRun(block))
const pages = [...new Set(running.map(({ file }) => file))]

describe.each(pages)('Every block of commands works as it stands in %s:', page => {
  let scratch: Scratch
  beforeAll(async () => {
    scratch = await makeScratch()
  })
  afterAll(() => scratch.remove())

  it.each(running.filter(({ file }) => file === page).map(block => ({ name: nameOf(block), block })))(
    '$name',
    async ({ block }) => {
      const { ok, output } = await scratch.run(block)
      expect(ok, output).toBe(true)
    },
    60_000,
  )
})

it('a block that is not run says why', () => {
  console.warn(listed.join('\n'))
  for (const line of listed) expect(line).toMatch(/ – (?:needs|is|never) \S+/)
})

it('finds blocks in lists, and the mark right above', () => {
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
