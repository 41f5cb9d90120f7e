import type { Root, RootContent } from 'hast'
import { isElement } from './nodes.ts'
import type { LeftOut } from './step.ts'

/** Every line of a quote has a mark for each level. So 200 levels would leave no room for their text. */
const MAX_LEVELS = 10

/** Shows deeper quotes as part of the last level that Markdown is given. Their text stays. */
export function flattenDeepQuotes(tree: Root): LeftOut[] {
  flatten(tree.children, 0)
  return []
}

function flatten(nodes: RootContent[], levels: number): void {
  for (const node of nodes) {
    if (!isElement(node)) continue
    const isQuote = isElement(node, 'blockquote')
    if (isQuote && levels >= MAX_LEVELS) Object.assign(node, { tagName: 'div' })
    flatten(node.children, levels + (isQuote ? 1 : 0))
  }
}
