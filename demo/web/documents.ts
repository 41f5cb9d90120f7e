import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { toHast } from 'mdast-util-to-hast'
import { gfm } from 'micromark-extension-gfm'
import { visit } from 'unist-util-visit'
import { anchorsOf } from '../../test/support/docs/anchors.ts'

const ROOT = join(import.meta.dirname, '..', '..')
/** Where job summaries and messages link to the documentation. */
const PUBLISHED =
  /^https:\/\/github\.com\/freescout-autolink\/freescout-autolink\/blob\/\w+(\/[\w./-]+\.md)(#[\p{L}\p{N}_-]+)?$/u

/** The pages of the documentation that the demo serves: their files by their paths, such as `/docs/runbook.md`. */
export const DOCUMENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'README.md',
    'receiver/README.md',
    ...readdirSync(join(ROOT, 'docs'))
      .filter(name => name.endsWith('.md'))
      .map(name => `docs/${name}`),
  ].map(path => [`/${path}`, join(ROOT, path)]),
)

/** The path of a page of the documentation, if the address is one of those that are served. */
export function placeInDocuments(href: string): string | undefined {
  const [, path = '', anchor = ''] = PUBLISHED.exec(href) ?? []
  return path in DOCUMENTS ? `${path}${anchor}` : undefined
}

/** A page of the documentation as HTML, without its raw HTML and its pictures. A link that leads nowhere is just its text. */
export function documentPage(markdown: string, path: string): string {
  const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] })
  const anchors = anchorsOf(markdown)
  visit(tree, 'heading', heading => {
    heading.data = { hProperties: { id: anchors.shift() } }
  })
  visit(tree, 'image', (_, index, parent) => {
    parent?.children.splice(index ?? 0, 1)
    return index
  })
  visit(tree, 'link', (link, index, parent) => {
    if (leads(link.url, path)) return
    parent?.children.splice(index ?? 0, 1, ...link.children)
    return index
  })
  const title = /^# (.*)$/m.exec(markdown)?.[1] ?? path
  return [
    '<!doctype html><html lang="en"><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${toHtml({ type: 'text', value: title })}</title>`,
    '<link rel="icon" href="data:,"><link rel="stylesheet" href="/document.css">',
    `<body><main>${toHtml(toHast(tree))}</main></body></html>`,
  ].join('\n')
}

/** Whether a link of a page leads to the web, to a heading, or to a page that is served. */
function leads(url: string, path: string): boolean {
  const target = new URL(url, `http://here${path}`)
  return target.host !== 'here' || target.pathname in DOCUMENTS
}
