import type { Element, ElementContent, Parents, RootContent, Text } from 'hast'
import { phrasing } from 'hast-util-phrasing'

/** Old elements that stand in a line, which HTML itself knows no more. Mails are full of them. */
const OLD_INLINE = new Set('acronym big blink font link meta nobr strike tt'.split(' '))

/** A new element without properties. */
export function element(
  tagName: string,
  children: ElementContent[],
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children }
}

export function text(value: string): Text {
  return { type: 'text', value }
}

/** Whether a node is an element with one of the names, or with any name. */
export function isElement<Name extends string>(
  node: Parents | RootContent | undefined,
  ...names: Name[]
): node is Element & { tagName: Name } {
  return node?.type === 'element' && (names.length === 0 || (names as string[]).includes(node.tagName))
}

/** Whether a node stands in a line: text, a link, bold type. Any other begins a line of its own. */
export function isInline(node: RootContent): boolean {
  return !isElement(node) || OLD_INLINE.has(node.tagName) || phrasing(node)
}

/** The elements directly in a node. */
export function elementsIn({ children }: Parents): Element[] {
  return (children as RootContent[]).filter(child => child.type === 'element')
}

/** The text in a node, its descendants' included, without the borders of blocks. */
export function textIn(node: Parents | RootContent): string {
  if (node.type === 'text') return node.value
  return 'children' in node ? node.children.map(textIn).join('') : ''
}

/** Whether a node shows nothing: no text but blanks, no image, no line, no input. */
export function isEmpty(node: RootContent): boolean {
  if (node.type === 'text') return /^[\s\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*$/u.test(node.value)
  if (!isElement(node)) return true
  return !['img', 'hr', 'input'].includes(node.tagName) && node.children.every(isEmpty)
}

/** Runs `change` on every element, the inner ones first. It may change the element or return others in its place. */
export function changeElements(
  parent: Parents,
  change: (node: Element) => ElementContent[] | undefined,
): void {
  const children: RootContent[] = parent.children
  parent.children = children.flatMap((child): RootContent[] => {
    if (child.type !== 'element') return [child]
    changeElements(child, change)
    return change(child) ?? [child]
  }) as typeof parent.children
}
