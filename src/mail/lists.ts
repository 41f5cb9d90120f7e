import type { Element, ElementContent, Root } from 'hast'
import { changeElements, element, isElement, isEmpty, isInline } from './nodes.ts'
import type { LeftOut } from './step.ts'

/**
 * Repairs lists. Gmail and Outlook on the web write an inner list beside the items instead of in one; it belongs to the
 * item before it. A `value` starts a new list there, because Markdown counts on its own. Text beside items is an item.
 */
export function repairLists(tree: Root): LeftOut[] {
  changeElements(tree, node => {
    if (node.tagName === 'menu' || node.tagName === 'dir') node.tagName = 'ul'
    if (!isElement(node, 'ul', 'ol')) return undefined
    node.children = items(node.children)
    return node.tagName === 'ol' ? numbered(node) : undefined
  })
  // A list that holds nothing would show as a lone dot.
  changeElements(tree, node => (isElement(node, 'ul', 'ol') && isEmpty(node) ? [] : undefined))
  return []
}

function items(children: ElementContent[]): ElementContent[] {
  const found: Element[] = []
  /** The item that was made for text beside items, as long as its line goes on. */
  let loose: Element | undefined
  for (const child of children) {
    const before = found.at(-1)
    if (loose && isInline(child) && !isElement(child, 'br')) {
      loose.children.push(child)
      continue
    }
    loose = undefined
    if (isElement(child, 'li')) found.push(child)
    else if (isElement(child, 'ul', 'ol') && before) before.children.push(child)
    // A list without an item of its own is only indented.
    else if (isElement(child, 'ul', 'ol')) found.push(...child.children.filter(item => isElement(item, 'li')))
    else if (!isEmpty(child)) {
      const item = element('li', [child])
      found.push(item)
      if (isInline(child)) loose = item
    }
  }
  return found
}

/** The list, or one list from each item that has a number of its own. */
function numbered(list: Element): Element[] {
  const parts: Element[] = []
  let next = Number(list.properties.start ?? 1)
  for (const item of list.children.filter(child => isElement(child))) {
    const value = Number(item.properties.value ?? next)
    const current = parts.at(-1)
    if (current && (value === next || !isNumber(value))) {
      current.children.push(item)
      next += 1
    } else {
      const start = isNumber(value) ? value : 1
      parts.push(element('ol', [item], { ...list.properties, start }))
      next = start + 1
    }
  }
  return parts
}

/** Whether Markdown can write it in front of an item. */
function isNumber(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 999_999_999
}
