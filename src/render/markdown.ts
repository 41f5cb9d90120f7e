import type { Element, ElementContent, Root as HtmlRoot } from 'hast'
import { toMdast } from 'hast-util-to-mdast'
import type { RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { LeftOut, MailOptions } from '../mail/steps.ts'
import { attempt, gaveUp, type Rendered, rendered } from './attempt.ts'
import { makeInert } from './inert.ts'
import { hrefInIssue, type LinkPolicy } from './links.ts'
import { safeTree } from './tree.ts'

/** A wider table becomes a sequence of its cells. */
const MAX_TABLE_COLUMNS = 40

/** A message as Markdown blocks. `cut`: the end of it is missing. `leftOut`: what the steps of `src/mail/` left out. */
type Blocks = { blocks: RootContent[]; cut: boolean; leftOut: LeftOut[] }

/**
 * Converts a hostile HTML message to Markdown blocks that are safe in an issue: inert text, links as `policy` allows
 * them, no HTML. `mail` says how the mail is read. Gives up on HTML that was built to exhaust a parser; never throws.
 */
export function htmlToBlocks(
  html: string,
  policy: LinkPolicy,
  mail: Partial<MailOptions> = {},
): Rendered<Blocks> {
  const safe = safeTree(html, { link: href => hrefInIssue(href, policy), mail })
  if (safe.kind === 'gave-up') return safe
  const { tree, cut, leftOut } = safe.value
  return attempt(() => {
    const root = toMdast(flattenLayoutTables(tree), { document: true })
    if (root.type !== 'root') return gaveUp('step-failed')
    makeInert(root, policy)
    return rendered({ blocks: root.children, cut, leftOut })
  })
}

/**
 * Writes Markdown blocks, without a newline at the end. A fence is longer than any run of backticks in its code.
 * @throws RangeError when the blocks are nested too deeply.
 */
export function serialise(blocks: RootContent[]): string {
  return toMarkdown(
    { type: 'root', children: blocks },
    {
      extensions: [gfmToMarkdown()],
      bullet: '-',
      rule: '-',
      fences: true,
      listItemIndent: 'one',
      unsafe: [{ character: '$', inConstruct: 'phrasing' }], // GitHub typesets the text between two dollars.
    },
  ).trimEnd()
}

/** Mails use tables for their layout. A table of one column, or with blocks in its cells, becomes a sequence. */
function flattenLayoutTables<Node extends HtmlRoot | Element>(node: Node): Node {
  for (const child of node.children) {
    if (child.type !== 'element') continue
    if (child.tagName === 'table' && !isDataTable(child)) turnIntoSequence(child)
    flattenLayoutTables(child)
  }
  return node
}

function turnIntoSequence(table: Element): void {
  table.tagName = 'div'
  for (const child of table.children) {
    if (child.type === 'element' && /^(?:t(?:body|head|foot|r|d|h))$/.test(child.tagName))
      turnIntoSequence(child)
  }
}

function isDataTable(table: Element): boolean {
  const inside = elements(table.children)
  const rows = inside.filter(({ tagName }) => tagName === 'tr')
  const width = Math.max(0, ...rows.map(row => elements(row.children, 0).length))
  // Markdown fills short rows with empty cells, so one very wide row would make all rows long.
  const isGrid = width > 1 && width <= MAX_TABLE_COLUMNS
  return (
    isGrid && !inside.some(({ tagName }) => /^(?:table|ul|ol|dl|pre|blockquote|h[1-6]|hr)$/.test(tagName))
  )
}

function elements(nodes: ElementContent[], depth = Number.POSITIVE_INFINITY): Element[] {
  return nodes
    .filter(node => node.type === 'element')
    .flatMap(node => [node, ...(depth > 0 ? elements(node.children, depth - 1) : [])])
}
