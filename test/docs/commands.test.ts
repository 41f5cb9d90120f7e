import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blocksOf, isCommand } from '../../scripts/doc-blocks.ts'
import { allBlocks, makeScratch, nameOf, notRun, type Scratch } from '../../scripts/doc-commands.ts'

const commands = (await allBlocks()).filter(isCommand)
const listed = commands.map(notRun).filter(line => line !== undefined)

describe('Every block of commands in the documentation works as it stands:', () => {
  let scratch: Scratch
  beforeAll(async () => {
    scratch = await makeScratch()
  })
  afterAll(async () => {
    await scratch.remove()
    console.warn(listed.join('\n'))
  })

  it.each(commands.filter(block => !notRun(block)).map(block => ({ name: nameOf(block), block })))(
    '$name',
    async ({ block }) => {
      const { ok, output } = await scratch.run(block)
      expect(ok, output).toBe(true)
    },
    60_000,
  )
})

it('a block that is not run says why', () => {
  for (const line of listed) expect(line).toMatch(/ – (?:needs|is|starts|changes) .{5}/)
})

it('finds blocks in lists, and the mark right above', () => {
  const page = ['1. Do:', '', '   <!-- not run: needs a host -->', '   ```sh', '   one', '   ```', '', '```yaml', '```'].join(
    '\n',
  )
  expect(blocksOf('a.md', page)).toEqual([
    { file: 'a.md', line: 4, language: 'sh', text: 'one', mark: { kind: 'not run', text: 'needs a host' } },
    { file: 'a.md', line: 8, language: 'yaml', text: '', mark: undefined },
  ])
})
