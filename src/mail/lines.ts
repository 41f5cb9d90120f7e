import type { Element, ElementContent, Root, RootContent } from 'hast'

/** A node without children: a text, a line break, an image, an empty element. */
export type Leaf = Exclude<RootContent, { type: 'doctype' }>

/** Leaves from `from` up to, not including, `to`, counted in the order of the document. */
export type Range = { from: number; to: number }

/**
 * What a reader sees as one line. `text` joins the values of its texts; each white-space character in it is a blank,
 * so a position in `text` is a position in the texts. `within` has the elements around its first leaf, outermost first.
 */
export type Line = Range & { text: string; within: Element[] }

/** A tree as lines, with the leaves and the elements they belong to. */
export type Lines = { lines: Line[]; leaves: Leaf[]; ranges: Map<object, Range> }

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
  read(tree, [])
  return found

  function read(node: Root | RootContent | ElementContent, within: Element[]): void {
    if (node.type === 'doctype') return
    const isBlock = node.type === 'element' && BLOCKS.has(node.tagName)
    const from = found.leaves.length
    const isBreak = isBlock && node.tagName === 'br'
    if (isBlock && !isBreak) line = undefined
    if ('children' in node && node.children.length > 0) {
      const inside = node.type === 'element' ? [...within, node] : within
      for (const child of node.children) read(child, inside)
    } else if (node.type !== 'root') addLeaf(node, within)
    if (isBlock) line = undefined
    found.ranges.set(node, { from, to: found.leaves.length })
  }

  function addLeaf(leaf: Leaf, within: Element[]): void {
    const at = found.leaves.push(leaf) - 1
    if (!line) {
      line = { from: at, to: at, text: '', within }
      found.lines.push(line)
    }
    line.to = at + 1
    if (leaf.type === 'text') line.text += leaf.value.replace(/\s/g, ' ')
  }
}

/** Copies the part of a tree that holds these leaves, with the elements around them. The texts are not copied. */
export function sliceTree(tree: Root, { from, to }: Range, { ranges }: Lines): Root {
  return { type: 'root', children: slice(tree.children) as RootContent[] }

  function slice(nodes: (RootContent | ElementContent)[]): (RootContent | ElementContent)[] {
    return nodes.flatMap(node => {
      const range = ranges.get(node)
      if (!range || range.to <= from || range.from >= to) return []
      const isWhole = range.from >= from && range.to <= to
      if (isWhole || !('children' in node)) return [node]
      return [{ ...node, children: slice(node.children) } as ElementContent]
    })
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
