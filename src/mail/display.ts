import type { Root } from 'hast'
import { changeElements, element, isElement, isEmpty, text } from './nodes.ts'
import type { LeftOut } from './step.ts'
import { pixels, type Style, styleOf } from './style.ts'

const INLINE = ['a', 'b', 'em', 'font', 'i', 'label', 'small', 'span', 'strong', 'u'] as const
const BLOCK = /^(?:block|table|flex|grid|list-item|flow-root)$/
/** So many pixels look like a blank. */
const GAP = 5

/**
 * Keeps text apart that only its style shows apart. Otherwise the order in one `span` and the number in the next read
 * as one number. An element that is shown as a block, or at one side, gets a block; one with a gap beside it, blanks.
 */
export function readDisplay(tree: Root): LeftOut[] {
  changeElements(tree, node => {
    // A paragraph can't hold a block.
    if (isElement(node, 'p') && node.children.some(child => isElement(child, 'div')))
      Object.assign(node, { tagName: 'div' })
    if (!isElement(node, ...INLINE) || isEmpty(node)) return undefined
    const style = styleOf(node)
    const isBlock =
      BLOCK.test(style.get('display') ?? '') || /^(?:left|right)$/.test(style.get('float') ?? '')
    if (isBlock) return [element('div', [node])]
    return hasGap(style) ? [text(' '), node, text(' ')] : undefined
  })
  return []
}

function hasGap(style: Style): boolean {
  const isBox = /^inline-/.test(style.get('display') ?? '') && (style.has('width') || style.has('min-width'))
  const sides = ['margin-left', 'margin-right', 'padding-left', 'padding-right']
  return isBox || sides.some(side => (pixels(style.get(side)) ?? 0) >= GAP)
}
