import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { type Line, type Lines, readLines } from './lines.ts'
import { text } from './nodes.ts'
import { findPhones } from './phones.ts'
import type { LeftOut, MailOptions } from './step.ts'

/** Replaces what is private, as elsewhere in an issue. */
const REPLACEMENT = '[redacted]'

/**
 * Replaces people and marked telephone numbers, in each line as its reader sees it: also when a name or an address is
 * split between elements (`ann@<b>example</b>.org`). A link to a telephone number loses its text as well.
 */
export function hidePrivate(tree: Root, { findPeople }: MailOptions): LeftOut[] {
  if (!findPeople) return []
  const leftOut = hidePhoneLinks(tree)
  const found = readLines(tree)
  for (const line of found.lines) {
    leftOut.push(...hideInLine(line, { found, spans: [...findPeople(line.text), ...findPhones(line.text)] }))
  }
  return leftOut
}

/** Replaces spans of a line's text in the texts that make it up. The first text that a span touches says so. */
export function hideInLine(line: Line, { found, spans }: { found: Lines; spans: Span[] }): LeftOut[] {
  const inOrder = joined(spans)
  const leftOut = inOrder.map(({ start, end }) => ({ rule: 'private', text: line.text.slice(start, end) }))
  let offset = 0
  let next = 0
  for (const leaf of spans.length > 0 ? found.leaves.slice(line.from, line.to) : []) {
    if (leaf.type !== 'text') continue
    const begin = offset
    const { value } = leaf
    offset += value.length
    let result = ''
    let done = begin
    for (let at = next; at < inOrder.length; at++) {
      const { start, end } = inOrder[at] ?? { start: 0, end: 0 }
      if (start >= offset) break
      result += value.slice(done - begin, Math.max(start, begin) - begin)
      if (start >= begin) result += REPLACEMENT
      done = Math.min(end, offset)
      if (end <= offset) next = at + 1
    }
    leaf.value = result + value.slice(done - begin)
  }
  return leftOut
}

function hidePhoneLinks(tree: Root): LeftOut[] {
  const leftOut: LeftOut[] = []
  visit(tree, 'element', node => {
    const href = String(node.properties.href ?? '')
    if (node.tagName !== 'a' || !/^\s*(?:tel|sms|callto|whatsapp):/i.test(href)) return
    leftOut.push({ rule: 'private', text: href })
    node.children = [text(REPLACEMENT)]
  })
  return leftOut
}

type Span = { start: number; end: number }

/** Spans in their order; those that overlap as one. */
function joined(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && start < last.end) last.end = Math.max(last.end, end)
    else result.push({ start, end })
  }
  return result
}
