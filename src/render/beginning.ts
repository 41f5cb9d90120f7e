import type { Nodes } from 'mdast'

/** What a node costs beside its text: its markup, its line, its place in a list. */
const NODE_COST = 3

/**
 * Gives the beginning of a Markdown tree: whole nodes worth `room` characters, the last text cut between words, the
 * last code between lines. As it is still a tree, no fence, quote or table is left open; the root itself stays.
 * `whole` says that nothing was left out. Takes one walk.
 */
export function cutTree<Root extends Nodes>(root: Root, room: number): { node: Root; whole: boolean } {
  let left = room
  let whole = true
  return { node: (kept(root) as Root | undefined) ?? root, whole }

  function kept(node: Nodes): Nodes | undefined {
    left -= NODE_COST
    if ('children' in node) {
      const children = node.children.flatMap(child => (left > 0 && kept(child)) || lost())
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

  function lost(): Nodes[] {
    whole = false
    return []
  }
}
