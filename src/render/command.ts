import type { Element, ElementContent, Root, RootContent, Text } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toText } from 'hast-util-to-text'
import { beginsWithCommand, commandLength } from '../commands.ts'
import { attempt, type Rendered, rendered } from './attempt.ts'
import { safeUrl } from './links.ts'
import { safeTree } from './tree.ts'

/** A text in one of these was written before, by somebody else or for another purpose. */
const QUOTES = ['blockquote', 'pre', 'code', 'q', 'samp', 'del', 's', 'strike']

/** The text of a message after its command, as HTML. `undefined`: the message does not begin with the command. */
export type AfterCommand = { html: string; cut: boolean } | undefined

/**
 * Reads what a hostile HTML message says after the command that it begins with. A command in a quote or in code does not
 * count. The result still has to be sanitised for its destination. Gives up on HTML that was built to exhaust a parser;
 * never throws.
 */
export function afterCommand(html: string, command: string): Rendered<AfterCommand> {
  const safe = safeTree(html, { link: href => safeUrl(href)?.href })
  if (safe.kind === 'gave-up') return safe
  const { tree, cut } = safe.value
  return attempt(() => {
    const first = firstText(tree)
    const isCommand = first !== undefined && beginsWithCommand(toText(tree).trimStart(), command)
    const length = isCommand ? commandLength(first.value.trimStart(), command) : 0
    if (!first || length === 0) return rendered(undefined)
    first.value = first.value.trimStart().slice(length).trimStart()
    removeEmptyStart(tree)
    return rendered({ html: toHtml(tree), cut })
  })
}

/** The first text that is not blank, unless it is quoted. */
function firstText(node: Root | Element): Text | undefined {
  for (const child of node.children) {
    if (child.type === 'text' && child.value.trim() !== '') return child
    if (child.type !== 'element' || toText(child).trim() === '') continue
    return QUOTES.includes(child.tagName) ? undefined : firstText(child)
  }
  return undefined
}

/** Removes the blank text, line breaks and emptied elements that the command leaves at the start. */
function removeEmptyStart(node: Root | Element): void {
  const children: (RootContent | ElementContent)[] = node.children
  for (let first = children[0]; first; first = children[0]) {
    const isText = first.type === 'text' && first.value.trim() !== ''
    if (isText || (first.type === 'element' && toText(first).trim() !== '')) break
    children.shift()
  }
  const [first] = children
  if (first?.type === 'element') removeEmptyStart(first)
}
