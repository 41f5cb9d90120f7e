import type { Nodes, Parents } from 'mdast'

type Type = Nodes['type']

const SPANS = new Set<Type>(['delete', 'emphasis', 'link', 'strong'])
const INLINE = new Set<Type>(['break', 'inlineCode', 'text', ...SPANS])
const LINES = new Set<Type>(['heading', 'paragraph', 'tableCell', ...SPANS])
const FLOW = new Set<Type>(['blockquote', 'code', 'heading', 'list', 'paragraph', 'table', 'thematicBreak'])

/** Whether a node is inline and holds text, such as bold text or a link. */
export function isSpan(node: Nodes): boolean {
  return SPANS.has(node.type)
}

/**
 * Changes a tree, in place, to one that Markdown can hold: blocks in blocks, text in lines, items in lists. It keeps
 * only the nodes of a message (no `html`, image or definition). HTML allows other nesting (`<b><pre>`, text beside
 * list items), but the serialiser escapes text only where Markdown allows text. Elsewhere the text would act.
 */
export function normaliseTree(parent: Parents): void {
  const children: Nodes[] = parent.children
  const allowed = LINES.has(parent.type) ? children.flatMap(inlined) : blocks(parent.type, children)
  parent.children = joined(allowed) as typeof parent.children
  for (const child of allowed) if ('children' in child) normaliseTree(child)
  const kept: Nodes[] = parent.children
  parent.children = kept.flatMap((child): Nodes[] => {
    if (hasContent(child)) return [child]
    return isSpan(child) && 'children' in child ? child.children : []
  }) as typeof parent.children
}

/**
 * A node as inline nodes. Fenced code becomes inline code. Of any other block, only the inline nodes in it stay, with
 * blanks around them, so that two blocks don't become one word.
 */
function inlined(node: Nodes): Nodes[] {
  if (INLINE.has(node.type)) return [node]
  if (node.type === 'code') return apart([{ type: 'inlineCode', value: node.value }])
  return 'children' in node ? apart(node.children.flatMap(inlined)) : []
}

function apart(nodes: Nodes[]): Nodes[] {
  return [{ type: 'text', value: ' ' }, ...nodes, { type: 'text', value: ' ' }]
}

function blocks(parent: Type, children: Nodes[]): Nodes[] {
  if (parent === 'list') return children.map(child => wrapped('listItem', child))
  if (parent === 'table') return children.map(child => wrapped('tableRow', child))
  if (parent === 'tableRow') return children.map(child => wrapped('tableCell', child))
  return flow(children)
}

function wrapped(type: 'listItem' | 'tableRow' | 'tableCell', node: Nodes): Nodes {
  return node.type === type ? node : ({ type, children: [node] } as Nodes)
}

/** Keeps blocks as they are, and puts each run of inline nodes into a paragraph. */
function flow(children: Nodes[]): Nodes[] {
  const result: Nodes[] = []
  let line: Nodes[] | undefined
  for (const child of children) {
    if (INLINE.has(child.type)) {
      if (!line) {
        line = []
        result.push({ type: 'paragraph', children: line } as Nodes)
      }
      line.push(child)
      continue
    }
    line = undefined
    if (child.type === 'listItem') result.push({ type: 'list', children: [child] })
    else if (FLOW.has(child.type)) result.push(child)
    else if ('children' in child) result.push(...flow(child.children))
  }
  return result
}

/** Joins neighbouring texts to one, because a Markdown parser reads them as one. */
function joined(nodes: Nodes[]): Nodes[] {
  const result: Nodes[] = []
  for (const node of nodes) {
    const before = result.at(-1)
    if (node.type === 'text' && before?.type === 'text') {
      result[result.length - 1] = { type: 'text', value: before.value + node.value }
    } else result.push(node)
  }
  return result
}

/** Mails often hold `<div><br></div>`. A paragraph of line breaks alone would show as backslashes. */
function hasContent(node: Nodes): boolean {
  if (!('children' in node) || node.type === 'listItem' || node.type.startsWith('table')) return true
  return node.children.some(child => child.type !== 'break')
}
