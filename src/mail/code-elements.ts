import type { Element, Root, RootContent } from 'hast'
import { marksOf } from './lines.ts'
import { element, isElement, isInline, text, textIn } from './nodes.ts'

const CODE = new Set(['code', 'kbd', 'samp', 'tt'])

/**
 * Turns code of several lines into a block, unless it is a part of a word, and a `pre` with blocks in it into lines. Code
 * with blocks in it becomes code in each block later.
 */
export function fenceCode(parent: Root | Element): void {
  const children: RootContent[] = parent.children
  parent.children = children.map((child, at) => {
    if (!isElement(child)) return child
    const before = children[at - 1]
    const after = children[at + 1]
    const isPart =
      (before && isInline(before) && /[\p{L}\p{N}]$/u.test(textIn(before))) ||
      (after && isInline(after) && /^[\p{L}\p{N}]/u.test(textIn(after)))
    if (CODE.has(child.tagName) && !isPart && !holdsBlock(child) && /\n\s*\S/.test(codeIn(child)))
      return element('pre', [text(codeIn(child))])
    if (isElement(child, 'pre') && isCodeOnly(child)) return element('pre', [text(linesIn(child).trimEnd())])
    fenceCode(child)
    // Thunderbird quotes a mail of plain text as a `pre`.
    const isQuote = marksOf(child).includes('moz-quote-pre')
    const isText = isElement(child, 'pre') && (isQuote || holdsBlock(child))
    return isText ? element('div', child.children, { style: 'white-space: pre' }) : child
  }) as typeof parent.children
}

function holdsBlock(node: Element): boolean {
  return node.children.some(
    child => isElement(child) && !isElement(child, 'br') && (!isInline(child) || holdsBlock(child)),
  )
}

/** Whether a `pre` holds nothing but `code`, which has a block for each line. */
function isCodeOnly({ children }: Element): boolean {
  const [code, ...more] = children.filter(child => textIn(child).trim() !== '')
  return isElement(code, 'code') && more.length === 0 && holdsBlock(code) && holdsOnlyLines(code)
}

function holdsOnlyLines({ children }: Element): boolean {
  return children.every(
    child =>
      !isElement(child) || ((isInline(child) || isElement(child, 'div', 'p')) && holdsOnlyLines(child)),
  )
}

/** The text of lines of code: each block and each break begins a new one. */
function linesIn({ children }: Element): string {
  let lines = ''
  for (const child of children) {
    if (!isElement(child)) lines += textIn(child).replaceAll('\u00A0', ' ')
    else if (isElement(child, 'br')) lines += '\n'
    else if (isInline(child)) lines += linesIn(child)
    else {
      const border = lines === '' || lines.endsWith('\n') ? '' : '\n'
      lines += `${border}${linesIn(child).replace(/\n$/, '')}\n`
    }
  }
  return lines
}

/** Text of code: a line break is a new line, a blank is a blank. */
function codeIn(node: Element): string {
  const parts = node.children.map(child => {
    if (isElement(child, 'br')) return '\n'
    return isElement(child) ? codeIn(child) : textIn(child).replace(/\s*\n\s*/g, ' ')
  })
  return parts
    .join('')
    .replace(/\n[ \t]+/g, '\n')
    .replaceAll('\u00A0', ' ')
}
