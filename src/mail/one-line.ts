import type { ElementContent, Root } from 'hast'
import { changeElements, element, isElement, isEmpty, isInline, text, textIn } from './nodes.ts'
import type { LeftOut } from './step.ts'

/** Stands where a new line began. After a full stop and the like, a blank is enough. */
const MARK = ' · '

/**
 * The same content without blocks and line breaks. A mark stands where a new line began, so that `4711` and `0815` stay
 * two numbers. `mark`: another one.
 */
export function inOneLine(nodes: ElementContent[], mark = MARK): ElementContent[] {
  /** The last characters of the line so far. */
  let before = ''
  let isNewLine = false
  return flat(nodes)

  function flat(children: ElementContent[]): ElementContent[] {
    return children.flatMap((node): ElementContent[] => {
      if (isElement(node, 'br')) return newLine()
      if (node.type === 'text') return [...border(node), node]
      if (!isElement(node)) return []
      if (isElement(node, 'pre'))
        return [...newLine(), ...border(node), element('code', node.children), ...newLine()]
      if (isInline(node)) {
        if (node.children.length === 0) return [...border(node), node]
        const inner = flat(node.children)
        return isEmpty(node) ? inner : [{ ...node, children: inner }]
      }
      return [...newLine(), ...flat(node.children), ...newLine()]
    })
  }

  function newLine(): ElementContent[] {
    isNewLine = before.trim() !== ''
    return []
  }

  /** The mark, when this text is the first of a new line. */
  function border(node: ElementContent): ElementContent[] {
    if (isNewLine && isEmpty(node)) return []
    const isNew = isNewLine
    const isEnded = /[.,:;!?…–·-]\s*$/.test(before)
    before = (before + textIn(node) + (isElement(node) ? 'x' : '')).slice(-20)
    isNewLine = false
    return isNew ? [text(isEnded ? ' ' : mark)] : []
  }
}

/** Puts each heading into one line, because Markdown has no other headings. */
export function flattenHeadings(tree: Root): LeftOut[] {
  changeElements(tree, node => {
    if (!isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) return undefined
    return isEmpty(node) ? [] : [{ ...node, children: inOneLine(node.children, ' ') }]
  })
  return []
}
