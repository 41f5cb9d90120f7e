import type { Element, Root, RootContent } from 'hast'
import { fenceCode } from './code-elements.ts'
import { element, isElement, isInline, text, textIn } from './nodes.ts'
import { isAligned } from './plain-text.ts'
import type { LeftOut } from './step.ts'
import { styleOf } from './style.ts'

/** A line of a container: its nodes, its line break included, its text with the white space that shows, and how that shows. */
type Line = { nodes: RootContent[]; text: string; mode: Mode; isMonospace: boolean }

/** Whether white space shows: `pre` keeps all of it, `pre-line` only new lines. */
type Mode = 'normal' | 'pre' | 'pre-line'

const MONOSPACE = /mono|courier|consolas|menlo|monaco|fixed/i

/**
 * Keeps white space that means something: the lines of `white-space: pre`, of code with line breaks, and of code that
 * somebody pasted into a mail, where blanks that keep their width (`&nbsp;`) stand in front of a line.
 */
export function keepWhiteSpace(tree: Root): LeftOut[] {
  fenceCode(tree)
  breakLines(tree, 'normal')
  return []
}

function breakLines(parent: Root | Element, around: Mode, isInLines = false): void {
  const mode = parent.type === 'element' ? modeOf(parent, around) : around
  const children: RootContent[] = parent.children
  parent.children = children.flatMap((child): RootContent[] => {
    if (isElement(child, 'pre')) return [child]
    if (isElement(child)) breakLines(child, mode, holdsLines(parent))
    const isBetweenParts = isElement(parent, 'table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl')
    if (isBetweenParts) return [child]
    return child.type === 'text' && mode !== 'normal' ? lines(child.value, mode) : [child]
  }) as typeof parent.children
  // A block with one line is a line of the element around it.
  const isLine = isInLines && isElement(parent, 'div', 'p') && isOneLine(parent)
  if (holdsLines(parent) && !isLine)
    parent.children = withCode(parent.children, mode) as typeof parent.children
  // A paragraph can't hold code.
  if (isElement(parent, 'p') && parent.children.some(child => isElement(child, 'pre')))
    Object.assign(parent, { tagName: 'div' })
}

function modeOf(node: Element, around: Mode): Mode {
  const value = styleOf(node).get('white-space') ?? ''
  if (/^(?:pre|pre-wrap|break-spaces)$/.test(value)) return 'pre'
  return value === 'pre-line' ? 'pre-line' : value === 'normal' || value === 'nowrap' ? 'normal' : around
}

/** The lines of a text, and the blanks in front of each as blanks that keep their width. */
function lines(value: string, mode: Mode): RootContent[] {
  return value.split(/\r?\n/).flatMap((line, at) => {
    const isKept = mode === 'pre'
    const kept = isKept ? line.replace(/^[ \t]+/, indent => indent.replaceAll(' ', '\u00A0')) : line
    return [...(at > 0 ? [element('br', [])] : []), text(kept)]
  })
}

/** Whether lines stand directly in this element. */
function holdsLines(node: Root | Element): boolean {
  return (
    node.type === 'root' ||
    isElement(node, 'div', 'p', 'td', 'th', 'li', 'blockquote', 'body', 'section', 'span', 'font')
  )
}

/** Puts runs of lines that are code into fences. */
function withCode(children: RootContent[], mode: Mode): RootContent[] {
  const result: RootContent[] = []
  let run: Line[] = []
  const endRun = () => {
    result.push(...codeInRun(run))
    run = []
  }
  for (const line of linesOf(children, mode)) {
    if (line.text === undefined) {
      endRun()
      result.push(...line.nodes)
    } else run.push(line as Line)
  }
  endRun()
  return result
}

/** The lines of a container, and each other block with `text: undefined`. */
function linesOf(children: RootContent[], mode: Mode): (Omit<Line, 'text'> & { text?: string })[] {
  const found: (Omit<Line, 'text'> & { text?: string })[] = []
  let line: RootContent[] = []
  const endLine = () => {
    if (line.length > 0)
      found.push({ nodes: line, text: shownText(line, mode), mode, isMonospace: isMonospace(line) })
    line = []
  }
  for (const child of children) {
    if (isElement(child) && !isElement(child, 'br') && (!isInline(child) || holdsBreak(child))) {
      endLine()
      const isLine = isElement(child, 'div', 'p') && isOneLine(child)
      const inner = isElement(child) ? modeOf(child, mode) : mode
      found.push(
        isLine
          ? {
              nodes: [child],
              text: shownText(child.children, inner),
              mode: inner,
              isMonospace: isMonospace(child.children),
            }
          : { nodes: [child], mode: inner, isMonospace: false },
      )
      continue
    }
    line.push(child)
    if (isElement(child, 'br')) endLine()
  }
  endLine()
  return found
}

function holdsBreak(node: Element): boolean {
  return node.children.some(
    child => isElement(child) && (isElement(child, 'br', 'pre') || !isInline(child) || holdsBreak(child)),
  )
}

/** Whether a block holds one line: nothing but text, with at most a break at its end. */
function isOneLine({ children }: Element): boolean {
  const last = children.at(-1)
  const rest = isElement(last, 'br') ? children.slice(0, -1) : children
  return rest.every(
    child => !isElement(child) || (isInline(child) && !isElement(child, 'br') && !holdsBreak(child)),
  )
}

/** The text of a line as a browser shows it, its indent included. Only `pre` and `&nbsp;` make an indent. */
function shownText(nodes: RootContent[], mode: Mode): string {
  const value = nodes.map(textIn).join('')
  const trimmed = mode === 'pre' ? value : value.replace(/^[ \t\r\n]+/, '').replace(/[ \t\r\n]+/g, ' ')
  return trimmed.replaceAll('\u00A0', ' ').trimEnd()
}

function isMonospace(nodes: RootContent[]): boolean {
  return (
    nodes.some(node => node.type !== 'text' || node.value.trim() !== '') &&
    nodes.every(node => {
      if (node.type === 'text') return node.value.trim() === ''
      if (!isElement(node)) return true
      if (isElement(node, 'br', 'code', 'tt', 'kbd', 'samp')) return true
      const family = `${styleOf(node).get('font-family') ?? ''} ${node.properties.face ?? ''}`
      return MONOSPACE.test(family) || isMonospace(node.children)
    })
  )
}

/** A run of lines, with fences around those that are code. Blank lines part it. */
function codeInRun(run: Line[]): RootContent[] {
  const result: RootContent[] = []
  let at = 0
  for (const { from, to } of codeRanges(run)) {
    result.push(...run.slice(at, from).flatMap(({ nodes }) => nodes))
    result.push(
      element('pre', [
        text(
          run
            .slice(from, to)
            .map(line => line.text)
            .join('\n'),
        ),
      ]),
    )
    at = to
  }
  return [...result, ...run.slice(at).flatMap(({ nodes }) => nodes)]
}

function codeRanges(run: Line[]): { from: number; to: number }[] {
  const texts = run.map(({ text }) => text)
  const found: { from: number; to: number }[] = []
  for (let from = 0; from < run.length; ) {
    let to = from
    while (to < run.length && texts[to]?.trim() !== '') to++
    const part = run.slice(from, to)
    const isIndented =
      part.length > 0 && part.every(({ text, mode }) => mode === 'pre' && /^(?: {4}|\t)/.test(text))
    const isPasted = part.length > 1 && (isAligned(part.map(({ text }) => text)) || isTypedCode(part))
    const isCode = isIndented || isPasted
    if (isCode) found.push({ from, to })
    from = Math.max(to, from) + 1
  }
  return found
}

/** Whether all lines are in a typewriter's font, and look like code rather than like sentences. */
function isTypedCode(lines: Line[]): boolean {
  const isCode = (line: string) =>
    /[{}[\];=<>|$\\]|^\s*[\w.-]+:(?:\s|$)|^\s*[\w.-]+\(|^\s*[$#>] /.test(line) && line.length < 200
  return (
    lines.every(({ isMonospace }) => isMonospace) &&
    lines.filter(({ text }) => isCode(text)).length * 2 >= lines.length
  )
}
