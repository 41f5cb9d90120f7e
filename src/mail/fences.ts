import type { ElementContent, Root, RootContent } from 'hast'
import { type Line, type Lines, type Range, readLines, sliceTree } from './lines.ts'
import { element, text } from './nodes.ts'
import type { LeftOut } from './step.ts'
import { findTraces } from './traces.ts'

/** In these, lines have a place of their own. */
const STRUCTURES = new Set(['blockquote', 'code', 'dl', 'ol', 'pre', 'table', 'ul'])

/**
 * Turns stack traces and logs into code, when each of their lines is a line of the mail: people paste them into mails
 * as they are. Those in lists, tables and quotes stay.
 */
export function fenceTraces(tree: Root): LeftOut[] {
  const found = readLines(tree)
  const { lines } = found
  const taken = structuresIn(found)
  const traces = findTraces(lines.map(textOf(found))).filter(
    ({ from, to }) =>
      !taken.some(range => range.from < (lines[to - 1]?.to ?? 0) && range.to > (lines[from]?.from ?? 0)),
  )
  if (traces.length === 0) return []
  let done = 0
  tree.children = [...traces, { from: lines.length, to: lines.length }].flatMap(
    ({ from, to }): RootContent[] => {
      const before = sliceTree(tree, found, lines.slice(done, from))
      done = to
      return to > from ? [...before, fence(lines.slice(from, to).map(textOf(found)))] : before
    },
  )
  return []
}

/** The leaves of all lists, tables, quotes and code. */
function structuresIn({ ranges }: Lines): Range[] {
  return [...ranges].flatMap(([node, range]) =>
    'tagName' in node && STRUCTURES.has(String(node.tagName)) ? [range] : [],
  )
}

/** A line as a browser shows it: white space counts once, and blanks that must not break stay. */
function textOf({ leaves }: Lines): (line: Line) => string {
  return ({ from, to }) =>
    leaves
      .slice(from, to)
      .map(leaf => (leaf.type === 'text' ? leaf.value : ''))
      .join('')
      .replace(/[ \t\n\f\r]+/g, ' ')
      .replace(/^ | $/g, '')
      .replace(/\u00A0/g, ' ')
}

function fence(lines: string[]): ElementContent {
  return element('pre', [element('code', [text(lines.join('\n'))])])
}
