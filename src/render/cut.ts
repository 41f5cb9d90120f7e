import type { Nodes } from 'mdast'

/** The cost of a node besides its text: its markup, its line, its list bullet. */
const NODE_COST = 3
/** Text without a border within so many characters is cut anywhere: a word of Chinese has no blanks around it. */
const MAX_WORD = 1_000

/**
 * Returns the beginning of a Markdown tree: whole nodes of about `room` characters, then the last text cut between
 * words, or the last code cut between lines. Where there is neither a blank nor a new line, it is cut between characters.
 * The result is a tree, so no fence, quote or table stays open. The root itself is always kept. `whole`: nothing was left
 * out.
 */
export function cutTree<Root extends Nodes>(root: Root, room: number): { node: Root; whole: boolean } {
  let left = room
  let whole = true
  return { node: (keep(root) as Root | undefined) ?? root, whole }

  function keep(node: Nodes): Nodes | undefined {
    left -= NODE_COST
    if ('children' in node) {
      const children = node.children.flatMap(child => (left > 0 && keep(child)) || dropped())
      // A break before what was left out would show as a backslash.
      while (!whole && children.at(-1)?.type === 'break') children.pop()
      const isEmptied = children.length === 0 && node.children.length > 0 && node !== root
      return isEmptied ? undefined : ({ ...node, children } as Nodes)
    }
    if (!('value' in node) || node.value.length <= left) {
      left -= 'value' in node ? node.value.length : 0
      return node
    }
    whole = false
    const value = beginning(node.value, { room: left, border: node.type === 'code' ? '\n' : ' ' })
    left = 0
    const isText = ['code', 'inlineCode', 'text'].includes(node.type)
    return isText && value !== '' ? ({ ...node, value } as Nodes) : undefined
  }

  function dropped(): Nodes[] {
    whole = false
    return []
  }
}

/** The first characters of a text, up to the last border that is not far from their end. */
function beginning(text: string, { room, border }: { room: number; border: string }): string {
  if (room <= 0) return ''
  const end = text.lastIndexOf(border, room)
  // Half a character is left out.
  return text.slice(0, end > room - MAX_WORD ? Math.max(end, 0) : room).replace(/[\uD800-\uDBFF]$/, '')
}
