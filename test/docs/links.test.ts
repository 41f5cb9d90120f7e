import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path/posix'
import { expect, it } from 'vitest'
import { anchorsOf } from '../support/docs/anchors.ts'
import { pages } from '../support/docs/commands.ts'

const ROOT = join(import.meta.dirname, '..', '..')

const texts = new Map(
  await Promise.all(
    [...(await pages()), 'CHANGELOG.md', 'SECURITY.md'].map(async page => [page, await read(page)] as const),
  ),
)

async function read(path: string): Promise<string | undefined> {
  return readFile(join(ROOT, path), 'utf8').catch(() => undefined)
}

/** A page without what stands in its blocks and spans of code. */
function prose(text = ''): string {
  return text.replace(/^ *(`{3,}).*?^ *\1$/gms, '').replace(/`[^`\n]*`/g, '`')
}

const links = [...texts].flatMap(([page, text]) =>
  [...prose(text).matchAll(/\]\(([^()\s]+)\)|^\[[^\]]+\]: (\S+)$/gm)].map(([, inline, reference]) => ({
    page,
    to: inline ?? reference ?? '',
  })),
)

it.each(links.filter(({ to }) => !/^https?:/.test(to)))(
  'a link of $page leads to something that exists: $to',
  async ({ page, to }) => {
    const [file = '', anchor] = to.split('#')
    const path = file ? normalize(join(page, '..', file)) : page
    const target = texts.get(path) ?? (await read(path))
    expect(target, `There is no ${path}.`).toBeDefined()
    if (anchor) expect(anchorsOf(target)).toContain(anchor)
  },
)

it('every link to another site is https', () => {
  expect(links.filter(({ to }) => to.startsWith('http:'))).toEqual([])
})
