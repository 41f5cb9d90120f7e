import { readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'

const DOCS = join(import.meta.dirname, '..', '..', 'docs')
/** The page about threats, and the one about privacy. */
const [text = '', privacy = ''] = await Promise.all(
  ['security.md', 'privacy.md'].map(page => readFile(join(DOCS, page), 'utf8')),
)
const shown = [...`${text}${privacy}`.matchAll(/^- \[[\w.-]+\]\((\S+)\): “(.+)”$/gm)].map(
  ([, file = '', name = '']) => ({
    file,
    name,
  }),
)

describe('docs/security.md and docs/privacy.md', () => {
  it.each(shown)('a page about security quotes a test that exists: “$name”', async ({ file, name }) => {
    const source = await readFile(join(DOCS, file), 'utf8')
    expect(source.replaceAll("\\'", "'")).toContain(name)
  })

  it('docs/security.md quotes a test for every threat', () => {
    const threats = text.split("## What can't be known")[0]?.split(/^### /m).slice(1) ?? []
    expect(threats.length).toBeGreaterThanOrEqual(11)
    expect(threats.filter(threat => !/^- \[/m.test(threat)).map(threat => threat.split('\n')[0])).toEqual([])
    expect(shown.length).toBeGreaterThan(25)
  })

  it('the pages about security link to code that exists', async () => {
    const files = [...`${text}${privacy}`.matchAll(/\]\((\.\.\/[^)#]+)/g)].map(([, file = '']) =>
      join(DOCS, file),
    )
    for (const file of new Set(files)) expect(await stat(file).then(() => dirname(file)), file).toBeTruthy()
  })
})
