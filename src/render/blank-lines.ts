import type { List, ListItem, Nodes, Parents, PhrasingContent, Root } from 'mdast'

/** Shows nothing: blanks of every kind, joiners and invisible signs. */
const NOTHING = /^[\s\p{Z}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/**
 * Removes, in place, what shows nothing: blank paragraphs, empty items and tables, lines at the edges. Two line breaks
 * in a row begin a new paragraph, because a lone backslash would stand between them. A list gets blank lines only where
 * Markdown needs them.
 */
export function removeBlankLines(root: Root): void {
  tidy(root)
  const isRule = (node: Nodes | undefined) => node?.type === 'thematicBreak'
  while (isRule(root.children[0])) root.children.shift()
  while (isRule(root.children.at(-1))) root.children.pop()
}

function tidy(parent: Parents): void {
  const isLine = parent.type === 'heading' || parent.type === 'tableCell'
  const before: Nodes[] = parent.children
  const children = before.flatMap((child): Nodes[] => {
    if (child.type === 'paragraph') return linesOf(child.children).map(line => ({ ...child, children: line }))
    if ('children' in child && !isLine) tidy(child)
    return [child]
  })
  const kept = isLine
    ? linesOf(children as PhrasingContent[]).flatMap((line, at) => (at > 0 ? [BLANK, ...line] : line))
    : children.filter(child => !isBlank(child))
  parent.children = kept as typeof parent.children
  if (parent.type === 'list') tighten(parent)
}

const BLANK: PhrasingContent = { type: 'text', value: ' ' }

/** Splits a paragraph at its blank lines. Each part has neither breaks nor blanks at its edges. */
function linesOf(nodes: PhrasingContent[]): PhrasingContent[][] {
  const paragraphs: PhrasingContent[][] = [[]]
  let line: PhrasingContent[] = []
  const endLine = () => {
    const shown = trimmed(line)
    line = []
    const last = paragraphs.at(-1)
    if (shown.length === 0) {
      if (last && last.length > 0) paragraphs.push([])
    } else last?.push(...(last.length > 0 ? [BREAK] : []), ...shown)
  }
  for (const node of nodes) {
    if (node.type === 'break') endLine()
    else line.push(node)
  }
  endLine()
  return paragraphs.filter(paragraph => paragraph.length > 0)
}

const BREAK: PhrasingContent = { type: 'break' }

/** A line without blanks at its end and in front. Blanks that keep their width (`&nbsp;`) stay in front: an indent. */
function trimmed(line: PhrasingContent[]): PhrasingContent[] {
  if (line.every(isBlank)) return []
  return line.map((node, at): PhrasingContent => {
    if (node.type !== 'text') return node
    const start = at === 0 ? node.value.replace(/^[ \t\n]+/, '') : node.value
    return { ...node, value: at === line.length - 1 ? start.trimEnd() : start }
  })
}

function isBlank(node: Nodes): boolean {
  if (node.type === 'text') return NOTHING.test(node.value)
  if (node.type === 'break') return true
  if (node.type === 'tableCell' || node.type === 'tableRow') return false
  if (node.type === 'table')
    return node.children.every(row => row.children.every(cell => cell.children.every(isBlank)))
  return 'children' in node && node.children.every(isBlank)
}

function tighten(list: List): void {
  for (const item of list.children) item.spread = needsBlankLine(item)
  list.spread = false
}

/** Whether Markdown would read the second block as a part of the paragraph before it. */
function needsBlankLine({ children }: ListItem): boolean {
  return children.some((child, at) => {
    const next = children[at + 1]
    if (child.type !== 'paragraph' || !next) return false
    return (
      next.type === 'paragraph' ||
      next.type === 'table' ||
      (next.type === 'list' && Boolean(next.ordered) && next.start !== 1)
    )
  })
}
