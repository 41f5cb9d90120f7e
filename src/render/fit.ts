import type { Code, Nodes, Text } from 'mdast'

/** So deep a node is cut into; deeper ones go as a whole, which keeps the number of trials small. */
const DEEPEST_CUT = 6

/** Says whether a candidate is short enough. */
type Fits = (candidate: Nodes) => boolean

/**
 * Gives the longest beginning of a Markdown tree that `fits`, cut between nodes, or inside text between words and
 * inside code between lines: it is still a tree, so no fence or quote is left open. `undefined` when nothing fits.
 */
export function fitted(node: Nodes, fits: Fits, depth = 0): Nodes | undefined {
  if (fits(node)) return node
  if (node.type === 'text' || node.type === 'code') return fittedText(node, fits)
  if (!('children' in node) || depth > DEEPEST_CUT) return undefined
  const children: Nodes[] = node.children
  const having = (kept: Nodes[]) => ({ ...node, children: kept }) as Nodes
  const count = most(children.length - 1, count => fits(having(children.slice(0, count))))
  const whole = children.slice(0, count)
  const next = children[count]
  const part = next && fitted(next, candidate => fits(having([...whole, candidate])), depth + 1)
  if (part) return having([...whole, part])
  return count > 0 ? having(whole) : undefined
}

function fittedText(node: Text | Code, fits: Fits): Nodes | undefined {
  const length = most(node.value.length, length => fits({ ...node, value: node.value.slice(0, length) }))
  const end = Math.max(
    ...(node.type === 'code' ? ['\n'] : [' ', '\n']).map(at => node.value.lastIndexOf(at, length)),
  )
  const value = node.value.slice(0, Math.max(0, end))
  return value.trim() === '' ? undefined : { ...node, value }
}

/** The largest number up to `limit` for which `holds`, taking that it holds for all smaller ones too. */
function most(limit: number, holds: (value: number) => boolean): number {
  let low = 0
  let high = limit
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (holds(middle)) low = middle
    else high = middle - 1
  }
  return low
}
