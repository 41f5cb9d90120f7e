import type { Element, ElementContent, Root, RootContent } from 'hast'

/** Leaves (or lines) from `from` up to, not including, `to`, counted in the order of the document. */
export type Range = { from: number; to: number }

/**
 * What a reader sees as one line: a range of leaves. `text` joins the values of its texts; each white-space character in
 * it is a blank (or a newline, where it is not shown), so a position in `text` is a position in the texts. `opens` has the elements that begin in this line,
 * outermost first.
 */
export type Line = Range & { text: string; opens: Element[] }

/** A tree as lines. A leaf is a node without children. `ranges` has the leaves of each node. */
export type Lines = { lines: Line[]; leaves: (RootContent | ElementContent)[]; ranges: Map<object, Range> }

/** Elements that begin and end a line. Cells of a row share a line. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption ' +
    'figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol p pre section table tbody tfoot ' +
    'thead tr ul'
  ).split(' '),
)

/** Reads a tree line by line. Lines without a visible character are among them. */
export function readLines(tree: Root): Lines {
  const found: Lines = { lines: [], leaves: [], ranges: new Map() }
  let line: Line | undefined
  let opened: Element[] = []
  let lead = ''
  read(tree)
  return found

  function read(node: Root | RootContent | ElementContent): void {
    const from = found.leaves.length
    const isBlock = node.type === 'element' && BLOCKS.has(node.tagName)
    if (isBlock && node.tagName !== 'br') line = undefined
    if (node.type === 'element') opened.push(node)
    if ('children' in node && node.children.length > 0) for (const child of node.children) read(child)
    else if (node.type !== 'root') addLeaf(node)
    if (isBlock) line = undefined
    found.ranges.set(node, { from, to: found.leaves.length })
  }

  function addLeaf(leaf: RootContent | ElementContent): void {
    const at = found.leaves.push(leaf) - 1
    const value = leaf.type === 'text' ? leaf.value.replace(/\s/g, ' ') : ''
    const before = found.lines.at(-1)
    if (!line) {
      // White space between two blocks is not shown. It belongs to the line before, as newlines.
      const unshown = '\n'.repeat(value.length)
      if (leaf.type !== 'element' && !(leaf.type === 'text' && /[^ \t\n\f\r]/.test(leaf.value))) {
        if (before) {
          before.to = at + 1
          before.text += unshown
        } else lead += unshown
        return
      }
      line = { from: before?.to ?? 0, to: at, text: before ? '' : lead, opens: [] }
      found.lines.push(line)
    }
    line.opens.push(...opened)
    opened = []
    line.to = at + 1
    line.text += value
  }
}

/**
 * Copies what these lines hold of a tree, with the elements around it. The leaves themselves are not copied. The lines
 * stand in their order. The cost depends on how much lies between the first and the last of them.
 */
export function sliceTree(tree: Root, { ranges }: Lines, keep: Line[]): RootContent[] {
  const start = keep[0]?.from ?? 0
  const end = keep.at(-1)?.to ?? 0
  const kept = new Uint32Array(end - start + 1)
  for (const { from, to } of keep) kept.fill(1, from - start + 1, to - start + 1)
  for (let at = 1; at < kept.length; at++) kept[at] = (kept[at] ?? 0) + (kept[at - 1] ?? 0)
  return slice(tree.children) as RootContent[]

  function slice(nodes: (RootContent | ElementContent)[]): (RootContent | ElementContent)[] {
    const result: (RootContent | ElementContent)[] = []
    for (let index = firstBehind(nodes, start); index < nodes.length; index++) {
      const node = nodes[index] as RootContent
      const { from, to } = ranges.get(node) ?? { from: 0, to: 0 }
      if (from >= end) break
      const count = keptUpTo(to) - keptUpTo(from)
      if (count === 0) continue
      const isWhole = count === to - from || !('children' in node)
      result.push(isWhole ? node : ({ ...node, children: slice(node.children) } as ElementContent))
    }
    return result
  }

  function keptUpTo(leaf: number): number {
    return kept[Math.min(Math.max(leaf - start, 0), end - start)] ?? 0
  }

  /** The first of these siblings that ends behind a leaf. */
  function firstBehind(nodes: (RootContent | ElementContent)[], leaf: number): number {
    let low = 0
    for (let high = nodes.length; low < high; ) {
      const middle = (low + high) >> 1
      if ((ranges.get(nodes[middle] ?? tree)?.to ?? 0) > leaf) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Whether a text holds a letter, a digit or a symbol: something that a reader can read. */
export function isReadable(text: string): boolean {
  return /[\p{L}\p{N}\p{S}]/u.test(text)
}

/** The classes, the id and the other marks that mail programs put on elements, without Outlook's prefix `x_`. */
export function marksOf({ properties }: Element): string[] {
  const { className, id, name, dataMarker, dataSmartmail } = properties
  const all = [...(Array.isArray(className) ? className : [className]), id, name, dataMarker, dataSmartmail]
  return all.filter(mark => typeof mark === 'string').map(mark => mark.replace(/^(?:x_)+/i, ''))
}
