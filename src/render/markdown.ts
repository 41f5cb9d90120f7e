import { toMdast } from 'hast-util-to-mdast'
import type { PhrasingContent, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { LeftOut, MailOptions } from '../mail/steps.ts'
import { attempt, gaveUp, type Rendered, rendered } from './attempt.ts'
import { removeBlankLines } from './blank-lines.ts'
import { makeInert } from './inert.ts'
import { hrefInIssue, type LinkPolicy } from './links.ts'
import { normaliseTree } from './normalise.ts'
import { joinSpans } from './spans.ts'
import { safeTree } from './tree.ts'

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
    const root = toMdast(tree, { document: true })
    if (root.type !== 'root') return gaveUp('step-failed')
    normaliseTree(root)
    joinSpans(root)
    removeBlankLines(root)
    makeInert(root, policy)
    return rendered({ blocks: root.children, cut, leftOut })
  })
}

/**
 * Writes Markdown blocks, without a newline at the end. A fence is longer than any run of backticks in its code.
 * @throws RangeError when the blocks are nested too deeply.
 */
export function serialise(blocks: RootContent[]): string {
  return write(blocks, [])
}

/**
 * Writes an inert value that stands between the words of a template. It may be in a link, so its `]` must not end that. In a
 * table, no bar of it may end a cell.
 */
export function serialiseInline(children: PhrasingContent[], { isTable }: { isTable: boolean }): string {
  const value = children.map(child =>
    isTable && child.type === 'inlineCode' ? { ...child, value: child.value.replaceAll('|', '\\|') } : child,
  )
  return write([{ type: 'paragraph', children: value }], [']', '|'])
}

function write(blocks: RootContent[], unsafe: string[]): string {
  // GitHub typesets the text between two dollars.
  const characters = ['$', ...unsafe].map(character => ({ character, inConstruct: 'phrasing' as const }))
  return toMarkdown(
    { type: 'root', children: blocks },
    {
      extensions: [gfmToMarkdown({ tablePipeAlign: false })],
      bullet: '-',
      rule: '-',
      fences: true,
      listItemIndent: 'one',
      unsafe: characters,
    },
  ).trimEnd()
}
