import type { InlineCode, Nodes, Parents } from 'mdast'
import { isSpan } from './normalise.ts'

type Span = Extract<Nodes, { type: 'delete' | 'emphasis' | 'link' | 'strong' }>

/** Which span stands in which: only neighbours of one kind can be joined. */
const OUTER_FIRST = ['link', 'strong', 'emphasis', 'delete']

/** Blanks of every kind. Markdown closes no span after one of them. */
const BLANKS = /^[\s\u00A0]+|[\s\u00A0]+$/g

/**
 * Joins neighbouring spans of one kind, in place, and moves the blanks and breaks at their edges out of them. A mail
 * program splits `<b>a</b><b>&nbsp;</b><b>b</b>` at will; Markdown would need an entity for each edge.
 */
export function joinSpans(parent: Parents): void {
  const children: Nodes[] = parent.children
  for (const child of children) if ('children' in child) joinSpans(child)
  const parts = children.map(ordered).flatMap(withoutEdges)
  parent.children = withoutLostEdges(joined(parts)) as typeof parent.children
}

/** A span that holds nothing but one other span, with the two in their order. */
function ordered(node: Nodes): Nodes {
  if (!isSpanNode(node) || node.children.length !== 1) return node
  const [inner] = node.children as Nodes[]
  if (!inner || !isSpanNode(inner) || OUTER_FIRST.indexOf(inner.type) >= OUTER_FIRST.indexOf(node.type))
    return node
  return { ...inner, children: [{ ...node, children: inner.children }] } as Nodes
}

/** A span as itself, between the blanks and breaks that stood at its edges. Nothing is left of an empty span. */
function withoutEdges(node: Nodes): Nodes[] {
  if (node.type === 'inlineCode') return codeWithoutEdges(node)
  if (!isSpanNode(node)) return [node]
  const inside: Nodes[] = [...node.children]
  const before: Nodes[] = []
  const after: Nodes[] = []
  for (let first = inside[0]; first && isEdge(first, 'start'); first = inside[0]) {
    const [blank, rest] = split(first, 'start')
    before.push(blank)
    inside.splice(0, 1, ...rest)
  }
  for (let last = inside.at(-1); last && isEdge(last, 'end'); last = inside.at(-1)) {
    const [blank, rest] = split(last, 'end')
    after.unshift(blank)
    inside.splice(-1, 1, ...rest)
  }
  const kept = inside.length > 0 ? [{ ...node, children: inside } as Nodes] : []
  return [...before, ...kept, ...after]
}

/** The same for code, whose blanks would be lost: `4711<code> GET</code>` is two words. */
function codeWithoutEdges(code: InlineCode): Nodes[] {
  const value = code.value.trim()
  const blank: Nodes = { type: 'text', value: ' ' }
  if (value === '') return [blank]
  const before = /^\s/.test(code.value) ? [blank] : []
  const after = /\s$/.test(code.value) ? [blank] : []
  return [...before, { ...code, value }, ...after]
}

function isEdge(node: Nodes, at: 'start' | 'end'): boolean {
  if (node.type === 'break') return true
  return node.type === 'text' && (at === 'start' ? /^[\s\u00A0]|^$/ : /[\s\u00A0]$|^$/).test(node.value)
}

/** Takes the blanks off one end of a text, or a break as a whole. */
function split(node: Nodes, at: 'start' | 'end'): [blank: Nodes, rest: Nodes[]] {
  if (node.type !== 'text') return [node, []]
  const rest = at === 'start' ? node.value.trimStart() : node.value.trimEnd()
  const blank =
    at === 'start' ? node.value.slice(0, node.value.length - rest.length) : node.value.slice(rest.length)
  return [{ type: 'text', value: blank }, rest === '' ? [] : [{ type: 'text', value: rest }]]
}

/** Joins spans of one kind that stand beside each other, or have only blanks between them. */
function joined(nodes: Nodes[]): Nodes[] {
  const result: Nodes[] = []
  for (const node of nodes) {
    const last = result.at(-1)
    const blank = last?.type === 'text' && last.value.replace(BLANKS, '') === '' ? last : undefined
    const before = blank ? result.at(-2) : last
    if (isSpanNode(node) && before && isSpanNode(before) && isSameKind(node, before)) {
      if (blank) result.pop()
      const children = joined([...before.children, ...(blank ? [blank] : []), ...node.children])
      result[result.length - 1] = { ...before, children } as Nodes
    } else if (node.type === 'text' && last?.type === 'text') {
      result[result.length - 1] = { type: 'text', value: last.value + node.value }
    } else if (node.type === 'inlineCode' && last?.type === 'inlineCode') {
      result[result.length - 1] = { type: 'inlineCode', value: last.value + node.value }
    } else result.push(node)
  }
  return result
}

function isSameKind(one: Span, other: Span): boolean {
  return one.type === other.type && (one.type !== 'link' || (other.type === 'link' && one.url === other.url))
}

/**
 * Moves the colon out of `**Expected:**a` and the bracket out of `a**(b)**`. Between a sign and a letter Markdown sees
 * no edge of a span.
 */
function withoutLostEdges(nodes: Nodes[]): Nodes[] {
  const result = nodes.map(node =>
    isSpanNode(node) ? ({ ...node, children: [...node.children] } as Span) : node,
  )
  for (const [at, node] of result.entries()) {
    if (!isSpanNode(node) || node.type === 'link') continue
    const [before, after] = [result[at - 1], result[at + 1]]
    const [first, last] = [node.children[0], node.children.at(-1)]
    if (last?.type === 'text' && after?.type === 'text' && /^[\p{L}\p{N}]/u.test(after.value)) {
      const sign = /[\p{P}\p{S}\s]+$/u.exec(last.value)?.[0] ?? ''
      if (sign.length < last.value.length) {
        node.children[node.children.length - 1] = {
          type: 'text',
          value: last.value.slice(0, last.value.length - sign.length),
        }
        result[at + 1] = { type: 'text', value: sign + after.value }
      }
    }
    if (
      first?.type === 'text' &&
      node.children[0]?.type === 'text' &&
      before?.type === 'text' &&
      /[\p{L}\p{N}]$/u.test(before.value)
    ) {
      const { value } = node.children[0]
      const sign = /^[\p{P}\p{S}\s]+/u.exec(value)?.[0] ?? ''
      if (sign.length < value.length) {
        node.children[0] = { type: 'text', value: value.slice(sign.length) }
        result[at - 1] = { type: 'text', value: before.value + sign }
      }
    }
  }
  return result
}

function isSpanNode(node: Nodes): node is Span {
  return isSpan(node)
}
