import type { ElementContent, Root, RootContent } from 'hast'
import type { Range } from './lines.ts'
import { isAttribution } from './mail-headers.ts'
import { element, isElement, text } from './nodes.ts'
import type { LeftOut } from './step.ts'
import { findTraces } from './traces.ts'

/** Lines of `format=flowed` text have about 72 characters. https://www.rfc-editor.org/rfc/rfc3676 */
const FLOWED_LENGTH = { least: 50, most: 79 }
/** Further lines count as one. An issue has no room for so many. */
const MAX_LINES = 10_000
/** Without an attribution, so many quoted lines are an earlier message. */
const MANY_QUOTED_LINES = 15
/** More levels of quotes are shown as this one. */
const MAX_QUOTE_DEPTH = 10

/** At least three words, a punctuation mark at the end, and no sign that code has. */
const SENTENCE = /^[^\s{}<>;=[\]]+(?: [^\s{}<>;=[\]]+){2,}[.!?:]$/u

/** Begins code, with the name of its language or without. */
const FENCE = /^\s*```[\w+#.-]*\s*$/

/** A line without its quote marks. `depth`: how many there were. */
type PlainLine = { depth: number; text: string }

/**
 * Gives a plain-text mail its structure: paragraphs, quotes from `>`, and code from stack traces, logs and indented
 * text. FreeScout stores such a mail as its lines with `<br>` between. Any other mail stays as it is.
 */
export function readPlainText(tree: Root): LeftOut[] {
  const source = plainLines(tree)
  if (!source) return []
  const lines = unflowed(source.map(quoted))
  const isEarlier =
    lines.some(
      (line, at) => isAttribution(line.text) || isAttribution(`${line.text} ${lines[at + 1]?.text ?? ''}`),
    ) || lines.filter(({ depth }) => depth > 0).length > MANY_QUOTED_LINES
  tree.children = blocks(lines, { depth: 0, isEarlier })
  return []
}

/** The lines of a mail of texts and line breaks, perhaps in one `<pre>`; `undefined` for any other. */
function plainLines(tree: Root): string[] | undefined {
  const shown = tree.children.filter(
    child => isElement(child) || (child.type === 'text' && child.value.trim() !== ''),
  )
  const [only] = shown
  const isPre = shown.length === 1 && isElement(only, 'pre')
  const nodes: RootContent[] = isPre ? only.children : tree.children
  const lines = ['']
  let afterBreak = false
  const hasBreaks = nodes.some(node => isElement(node, 'br'))
  for (const node of nodes) {
    if (node.type === 'text') {
      const value = afterBreak ? node.value.replace(/^\r?\n/, '') : node.value
      const [first = '', ...more] = isPre || !hasBreaks ? value.split('\n') : [value.replace(/\n/g, ' ')]
      lines[lines.length - 1] += first
      for (const line of more) lines.push(line)
    } else if (isElement(node, 'br')) lines.push('')
    else if (node.type === 'element') return undefined
    afterBreak = isElement(node, 'br')
  }
  if (lines.length === 1) return undefined
  const [first, rest] = [lines.slice(0, MAX_LINES), lines.slice(MAX_LINES)]
  return [...first, ...(rest.length > 0 ? [rest.join(' ')] : [])].map(line => line.replace(/\r$/, ''))
}

function quoted(line: string): PlainLine {
  const marks = /^(?:> ?)*>/.exec(line)?.[0] ?? ''
  const depth = Math.min(MAX_QUOTE_DEPTH, marks.replaceAll(' ', '').length)
  return { depth, text: depth > 0 ? line.slice(marks.length).replace(/^ /, '') : line }
}

/** Joins the lines of a `format=flowed` mail: a blank at the end of a line says that the next one continues it. */
function unflowed(lines: PlainLine[]): PlainLine[] {
  const isLong = ({ text }: PlainLine) =>
    /\S $/.test(text) && text.length >= FLOWED_LENGTH.least && text.length <= FLOWED_LENGTH.most
  if (!lines.some(isLong)) return lines
  const result: PlainLine[] = []
  let parts: string[] = []
  let before: PlainLine | undefined
  for (const line of lines) {
    const content = line.text.replace(/^ (?=[ >F])/, '')
    const continues =
      before && /\S $/.test(before.text) && before.text !== '-- ' && before.depth === line.depth
    if (continues && content !== '' && content !== '-- ') parts.push(content)
    else {
      flush()
      parts = [content]
    }
    before = line
  }
  flush()
  return result

  function flush(): void {
    if (before) result.push({ depth: before.depth, text: parts.join('') })
  }
}

function blocks(
  lines: PlainLine[],
  { depth, isEarlier }: { depth: number; isEarlier: boolean },
): ElementContent[] {
  const result: ElementContent[] = []
  for (let at = 0; at < lines.length; ) {
    const isQuote = (lines[at]?.depth ?? 0) > depth
    let to = at + 1
    while (to < lines.length && (lines[to]?.depth ?? 0) > depth === isQuote) to++
    const run = lines.slice(at, to)
    if (isQuote) {
      const properties = isEarlier ? { type: 'cite' } : {}
      result.push(element('blockquote', blocks(run, { depth: depth + 1, isEarlier }), properties))
    } else for (const block of withTraces(run.map(line => line.text))) result.push(block)
    at = to
  }
  return result
}

/** Text without quotes: traces and logs as code, the rest as paragraphs. */
function withTraces(lines: string[]): ElementContent[] {
  let done = 0
  const end = { from: lines.length, to: lines.length }
  return [...codeRanges(lines), end].flatMap(({ from, to }) => {
    const before = paragraphs(lines.slice(done, from))
    done = to
    return to > from ? [...before, code(withoutFence(lines.slice(from, to)))] : before
  })
}

/** The traces and logs in lines, and what somebody put between three backticks, as in Markdown. */
function codeRanges(lines: string[]): Range[] {
  const fences: Range[] = []
  for (let at = 0; at < lines.length; at++) {
    if (!FENCE.test(lines[at] ?? '')) continue
    let end = at + 1
    while (end < lines.length && !/^\s*```\s*$/.test(lines[end] ?? '')) end++
    if (end === lines.length) break
    fences.push({ from: at, to: end + 1 })
    at = end
  }
  const isApart = (trace: Range) => fences.every(({ from, to }) => trace.to <= from || trace.from >= to)
  return [...fences, ...findTraces(lines).filter(isApart)].sort((a, b) => a.from - b.from)
}

function withoutFence(lines: string[]): string[] {
  return FENCE.test(lines[0] ?? '') ? lines.slice(1, -1) : lines
}

function paragraphs(lines: string[]): ElementContent[] {
  const result: ElementContent[] = []
  const hasProse = lines.some(line => /^\S/.test(line))
  const isCode = (run: string[]) =>
    isAligned(run) ||
    (hasProse && run.every(line => /^(?: {4,}|\t)/.test(line) && !SENTENCE.test(line.trim())))
  let run: string[] = []
  for (const line of [...lines, '']) {
    if (line.trim() !== '') run.push(line)
    else if (run.length > 0) {
      result.push(...(isCode(run) ? withProse(run) : [paragraph(run)]))
      run = []
    }
  }
  return result
}

/** Whether these lines must stay as they are: indented code, columns, a table of signs, a patch. A list's second lines don't. */
export function isAligned(lines: string[]): boolean {
  if (/^\s*(?:[-*•·o]|\d{1,3}[.)])\s/.test(lines[0] ?? '')) return false
  const indented = lines.filter(line => /^(?: {2,}|\t)\S/.test(line))
  const opensBlock = lines.some(
    (line, at) => /[:{([>]\s*$/.test(line) && /^(?: {2,}|\t)\S/.test(lines[at + 1] ?? ''),
  )
  const columns = lines.filter(line => /\S(?: {3,}|\t)\S/.test(line)).length
  const frames = lines.filter(line => /^\s*[+|].*[+|]\s*$/.test(line)).length
  const isPatch = lines.some(line => /^@@ -\d/.test(line))
  const isAllIndented = indented.length === lines.length
  return opensBlock || isPatch || columns >= 2 || frames >= 2 || (indented.length >= 2 && !isAllIndented)
}

/** Aligned lines as code, and the sentences before and after them as text. */
function withProse(lines: string[]): ElementContent[] {
  const first = lines.findIndex(line => !SENTENCE.test(line))
  const last = lines.findLastIndex(line => !SENTENCE.test(line))
  const [before, after] = [lines.slice(0, first), lines.slice(last + 1)]
  return [
    ...(before.length > 0 ? [paragraph(before)] : []),
    code(lines.slice(first, last + 1)),
    ...(after.length > 0 ? [paragraph(after)] : []),
  ]
}

function code(lines: string[]): ElementContent {
  return element('pre', [element('code', [text(lines.join('\n').replace(/\s+$/, ''))])])
}

function paragraph(lines: string[]): ElementContent {
  return element(
    'p',
    lines.flatMap((line, at) => [...(at > 0 ? [element('br', [])] : []), text(line)]),
  )
}
