import type { Element, ElementContent, Root } from 'hast'
import { changeElements, element, isElement, isEmpty } from './nodes.ts'
import type { LeftOut } from './step.ts'
import { type Style, styleOf } from './style.ts'

/** A style that says the same as an element, and a style that takes the element back. */
type Look = {
  tagName: string
  names: string[]
  is: (style: Style) => boolean
  isNot: (style: Style) => boolean
}

const LOOKS: Look[] = [
  {
    tagName: 'strong',
    names: ['b', 'strong'],
    is: style => /^(?:bold|bolder|[6-9]00)$/.test(style.get('font-weight') ?? ''),
    isNot: style => /^(?:normal|lighter|[1-4]00)$/.test(style.get('font-weight') ?? ''),
  },
  {
    tagName: 'em',
    names: ['i', 'em'],
    is: style => /^(?:italic|oblique)/.test(style.get('font-style') ?? ''),
    isNot: style => style.get('font-style') === 'normal',
  },
  {
    tagName: 'del',
    names: ['s', 'strike', 'del'],
    is: style => /line-through/.test(style.get('text-decoration') ?? style.get('text-decoration-line') ?? ''),
    isNot: style => style.get('text-decoration') === 'none',
  },
]

/**
 * Reads bold, italic and struck type from styles. Google Docs puts a whole text into `<b style="font-weight:normal">`,
 * and several web mails write bold type as a `span` with a style.
 */
export function readTypeStyles(tree: Root): LeftOut[] {
  changeElements(tree, node => {
    const look = LOOKS.find(({ names }) => names.includes(node.tagName))
    if (look) return look.isNot(styleOf(node)) || look.isNot(innerStyle(node)) ? node.children : undefined
    if (!isElement(node, 'span', 'font') || isEmpty(node)) return undefined
    const style = styleOf(node)
    const looks = LOOKS.filter(({ is }) => is(style))
    if (looks.length === 0) return undefined
    return looks.reduce<ElementContent[]>((inner, { tagName }) => [element(tagName, inner)], [node])
  })
  return []
}

/** The style of the only element in an element: the style of a `<b>` stands in a `span` in it. */
function innerStyle({ children }: Element): Style {
  const [only] = children
  return children.length === 1 && isElement(only, 'span') ? styleOf(only) : new Map()
}
