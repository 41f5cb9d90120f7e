import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import { toMdast } from 'hast-util-to-mdast'
import type { RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import { makeInert } from './inert.ts'
import { issueLink, type LinkPolicy } from './links.ts'
import { safeTree } from './tree.ts'

/** Nobody reads wider ones. */
const WIDEST_TABLE = 40

/** A message as Markdown blocks; `cut` says that the end of it is missing. */
export type Blocks = { blocks: RootContent[]; cut: boolean }

/**
 * Converts a hostile HTML message to Markdown that is safe in an issue: inert text, links as `policy` allows them,
 * no HTML. `undefined` when it is built to exhaust a parser (say so instead of showing it). Never throws.
 */
export function htmlToMarkdown(html: string, policy: LinkPolicy): string | undefined {
  const message = htmlToBlocks(html, policy)
  return message && attempt(() => serialise(message.blocks))
}

/** The same as a tree, for putting it inside a quote. */
export function htmlToBlocks(html: string, policy: LinkPolicy): Blocks | undefined {
  const safe = safeTree(html, href => issueLink(href, policy))
  if (!safe) return undefined
  return attempt(() => {
    const root = toMdast(flattenLayoutTables(safe.tree), { document: true })
    if (root.type !== 'root') return undefined
    makeInert(root, policy)
    return { blocks: root.children, cut: safe.cut }
  })
}

/** Writes a Markdown tree out, without a newline at the end. Fences outgrow any run of backticks in their code. */
export function serialise(blocks: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: blocks },
    {
      extensions: [gfmToMarkdown()],
      bullet: '-',
      rule: '-',
      fences: true,
      listItemIndent: 'one',
      unsafe: [{ character: '$', inConstruct: 'phrasing' }], // GitHub typesets what stands between two of them.
    },
  ).trimEnd()
}

/** Mails are laid out with tables: one of a single column, or with blocks in its cells, is read as a sequence. */
function flattenLayoutTables<Node extends HtmlRoot | Element>(node: Node): Node {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'table' && !isData(child)) asSequence(child)
    flattenLayoutTables(child)
  }
  return node
}

function asSequence(table: Element): void {
  table.tagName = 'div'
  for (const child of table.children) {
    if (child.type === 'element' && /^(?:t(?:body|head|foot|r|d|h))$/.test(child.tagName)) asSequence(child)
  }
}

function isData(table: Element): boolean {
  const inside = elements(table.children)
  const rows = inside.filter(({ tagName }) => tagName === 'tr')
  const width = Math.max(0, ...rows.map(row => elements(row.children, 0).length))
  const isGrid = width > 1 && width <= WIDEST_TABLE // Shorter rows are filled up: wide ones would explode.
  return (
    isGrid && !inside.some(({ tagName }) => /^(?:table|ul|ol|dl|pre|blockquote|h[1-6]|hr)$/.test(tagName))
  )
}

function elements(nodes: ElementContent[], depth = Number.POSITIVE_INFINITY): Element[] {
  return nodes
    .filter(node => node.type === 'element')
    .flatMap(node => [node, ...(depth > 0 ? elements(node.children, depth - 1) : [])])
}

function attempt<Result>(convert: () => Result): Result | undefined {
  try {
    return convert()
  } catch {
    return undefined
  }
}
