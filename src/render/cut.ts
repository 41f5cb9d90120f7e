import type { Nodes } from 'mdast'

/** The cost of a node besides its text: its markup, its line, its list bullet. */
const NODE_COST = 3

/**
 * Returns the beginning of a Markdown tree: whole nodes of about `room` characters, then the last text cut between
 * words, or the last code cut between lines. The result is a tree, so no fence, quote or table stays open. The root
 * itself is always kept. `whole`: nothing was left out.
 */
export function cutTree<Root extends Nodes>(root: Root, room: number): { node: Root; whole: boolean } {
  let left = room
  let whole = true
  return { node: (keep(root) as Root | undefined) ?? root, whole }

  function keep(node: Nodes): Nodes | undefined {
    left -= NODE_COST
    if ('children' in node) {
      const children = node.children.flatMap(child => (left > 0 && keep(child)) || dropped())
      const isEmptied = children.length === 0 && node.children.length > 0 && node !== root
      return isEmptied ? undefined : ({ ...node, children } as Nodes)
    }
    if (!('value' in node) || node.value.length <= left) {
      left -= 'value' in node ? node.value.length : 0
      return node
    }
    whole = false
    const end = node.type === 'code' ? node.value.lastIndexOf('\n', left) : node.value.lastIndexOf(' ', left)
    left = 0
    if (end <= 0 || (node.type !== 'code' && node.type !== 'text')) return undefined
    return { ...node, value: node.value.slice(0, end) }
  }

  function dropped(): Nodes[] {
    whole = false
    return []
  }
}
