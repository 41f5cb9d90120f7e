import type { Root } from 'hast'
import { visit } from 'unist-util-visit'
import { replaceSpans, type Span } from './encodings.ts'
import { type Line, type Lines, readLines } from './lines.ts'
import { text } from './nodes.ts'
import { findPhones } from './phones.ts'
import type { LeftOut, MailOptions } from './step.ts'

/** Replaces what is private, as elsewhere in an issue. A URL can't hold the brackets. */
const REPLACEMENT = '[redacted]'
const IN_URL = 'redacted'

/**
 * Replaces people and marked telephone numbers, in each line as its reader sees it: also when a name or an address is
 * split between elements (`ann@<b>example</b>.org`). A link to a telephone number loses its text as well.
 */
export function hidePrivate(tree: Root, { findPeople }: MailOptions): LeftOut[] {
  if (!findPeople) return []
  const leftOut = hideInLinks(tree, findPeople)
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
  const urls = [...line.text.matchAll(/https?:\/\/\S+/gi)].map(found => ({
    start: found.index,
    end: found.index + found[0].length,
  }))
  let url = 0
  const replacements = inOrder.map(({ start }) => {
    while ((urls[url]?.end ?? Number.POSITIVE_INFINITY) <= start) url++
    return start > (urls[url]?.start ?? Number.POSITIVE_INFINITY) ? IN_URL : REPLACEMENT
  })
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
      if (start >= begin) result += replacements[at]
      done = Math.min(end, offset)
      if (end <= offset) next = at + 1
    }
    leaf.value = result + value.slice(done - begin)
  }
  return leftOut
}

/** Replaces people in the query of a link, so that it still leads to its page. A telephone link loses its text. */
function hideInLinks(tree: Root, findPeople: (text: string) => Span[]): LeftOut[] {
  const leftOut: LeftOut[] = []
  visit(tree, 'element', node => {
    const href = String(node.properties.href ?? '')
    if (node.tagName !== 'a' || href === '') return
    const isPhone = /^\s*(?:tel|sms|callto|whatsapp):/i.test(href)
    const [page = '', rest = ''] = /^\s*https?:/i.test(href)
      ? (/^([^?#]*)(.*)$/s.exec(href)?.slice(1) ?? [])
      : []
    const spans = findPeople(rest)
    if (isPhone) node.children = [text(REPLACEMENT)]
    if (spans.length > 0) node.properties.href = page + replaceSpans(rest, spans, IN_URL)
    if (isPhone || spans.length > 0) leftOut.push({ rule: 'private', text: href })
  })
  return leftOut
}

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
