import type { Element, ElementContent, Root } from 'hast'
import { isElement, isEmpty, isInline, text } from './nodes.ts'
import type { LeftOut } from './step.ts'

/** Elements that change the look of the words in them. */
const WRAPPERS = new Set(
  'a abbr b big cite code del em font i ins kbd mark nobr s samp small span strike strong tt u var'.split(
    ' ',
  ),
)
/** These only carry a style, which nobody needs any more. */
const BARE = new Set(['abbr', 'big', 'cite', 'font', 'nobr', 'small', 'span'])

/**
 * Moves bold type, links and the like into the blocks in them: `<b><div>4711</div><div>0815</div></b>` becomes two bold
 * lines. Markdown has no bold blocks, and without their borders the two numbers would become one.
 */
export function pushWrappersIn(tree: Root): LeftOut[] {
  tree.children = pushed(tree.children as ElementContent[], [])
  return []
}

/** `around`: the wrappers that the nodes are in, each kind once, the outermost first. */
function pushed(nodes: ElementContent[], around: Element[]): ElementContent[] {
  const result: ElementContent[] = []
  let line: ElementContent[] = []
  const endLine = () => {
    if (line.length > 0) result.push(...(line.every(isEmpty) ? line : wrapped(line, around)))
    line = []
  }
  for (const node of nodes) {
    if (!isElement(node) || (isInline(node) && !holdsBlock(node))) {
      line.push(node)
      continue
    }
    endLine()
    if (WRAPPERS.has(node.tagName)) {
      const isNew = !BARE.has(node.tagName) && !around.some(({ tagName }) => tagName === node.tagName)
      result.push(...pushed(node.children, isNew ? [...around, node] : around))
    } else result.push({ ...node, children: pushed(node.children, around) })
  }
  endLine()
  return result
}

function wrapped(line: ElementContent[], around: Element[]): ElementContent[] {
  return around.reduceRight<ElementContent[]>((children, wrapper) => [{ ...wrapper, children }], line)
}

/**
 * Takes away the wrappers that only carry a style, and joins the texts that then stand beside each other. The converter
 * to Markdown would join them one by one, each time reading all that it has so far.
 */
export function joinTexts(tree: Root): LeftOut[] {
  tree.children = withJoinedTexts(tree.children as ElementContent[])
  return []
}

function withJoinedTexts(nodes: ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  let texts: string[] = []
  const endText = () => {
    if (texts.length > 0) result.push(text(texts.join('')))
    texts = []
  }
  add(nodes)
  endText()
  return result

  function add(children: ElementContent[]): void {
    for (const node of children) {
      if (node.type === 'text') texts.push(node.value)
      else if (!isElement(node)) continue
      else if (BARE.has(node.tagName)) add(node.children)
      else {
        endText()
        result.push({ ...node, children: withJoinedTexts(node.children) })
      }
    }
  }
}

const known = new WeakMap<Element, boolean>()

/** Whether a block stands in the element. Each element is looked at once. */
function holdsBlock(node: Element): boolean {
  const before = known.get(node)
  if (before !== undefined) return before
  const found = node.children.some(child => isElement(child) && (!isInline(child) || holdsBlock(child)))
  known.set(node, found)
  return found
}
