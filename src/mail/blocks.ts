import type { Element, Root } from 'hast'
import { changeElements, element, isElement, text, textIn } from './nodes.ts'
import { inOneLine } from './one-line.ts'
import type { LeftOut } from './step.ts'

/** Blocks that Markdown has no name for. Each of them starts and ends a line. */
const BLOCKS = new Set(
  (
    'address article aside body center dialog details fieldset figcaption figure footer form header hgroup html ' +
    'legend main multicol nav option picture search section'
  ).split(' '),
)

/** An empty one of these still keeps the texts around it apart. */
const DIVIDERS = new Set('blockquote div dl h1 h2 h3 h4 h5 h6 ol p pre table ul'.split(' '))

/** Elements of one word or a few, which a reader would otherwise see without a blank between them. */
const BOXES = new Set(['button', 'label', 'output', 'meter', 'progress'])

const RAISED = new Map(
  Object.entries({ 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' }),
)
const LOWERED = new Map(
  Object.entries({ 0: '₀', 1: '₁', 2: '₂', 3: '₃', 4: '₄', 5: '₅', 6: '₆', 7: '₇', 8: '₈', 9: '₉' }),
)

/**
 * Keeps text apart that a mail program shows apart. Every block becomes a `div`, so that the sanitiser keeps its
 * border; buttons get blanks around them; raised and lowered numbers stay another number.
 */
export function keepBorders(tree: Root): LeftOut[] {
  changeElements(tree, node => {
    const isBlock = BLOCKS.has(node.tagName) || DIVIDERS.has(node.tagName)
    if (isBlock && node.children.every(child => child.type === 'text' && child.value.trim() === ''))
      return [element('br', [])]
    if (BLOCKS.has(node.tagName)) return [element('div', node.children)]
    if (isElement(node, 'listing', 'xmp', 'plaintext')) return [element('pre', node.children)]
    if (BOXES.has(node.tagName)) return [text(' '), ...node.children, text(' ')]
    if (isElement(node, 'rt')) return [text(' ('), ...node.children, text(')')]
    if (isElement(node, 'rp')) return []
    return undefined
  })
  markRaised(tree)
  return []
}

/**
 * Marks raised and lowered text in place, because `10<sup>6</sup>` is not `106`. `before` is the character in front of
 * the tree. Returns the last character of its text.
 */
export function markRaised(parent: Root | Element, before = ''): string {
  let last = before
  parent.children = (parent.children as Element['children']).map((child, at, { [at + 1]: next }) => {
    if (isElement(child, 'sup', 'sub')) {
      markRaised(child)
      const shown = text(raised(child, { before: last, after: next ? textIn(next) : '' }))
      last = shown.value.slice(-1)
      return shown
    }
    if (isElement(child)) {
      if (isElement(child, 'br', 'p', 'div', 'td', 'th', 'li')) last = ''
      last = markRaised(child, last)
    } else if (child.type === 'text') last = child.value.slice(-1) || last
    return child
  })
  return last
}

function raised(node: Element, { before, after }: { before: string; after: string }): string {
  const value = inOneLine(node.children, ' ').map(textIn).join('')
  const shown = value.trim()
  const isSup = node.tagName === 'sup'
  // `2nd`, `1er` and `™` read as they should, and so does what stands alone.
  if (
    shown === '' ||
    !/[\p{L}\p{N})\]]$/u.test(before) ||
    /^(?:st|nd|rd|th|er|re|e|o|a|ª|º|tm|sm|[™®©℠]|\W+)$/iu.test(shown)
  )
    return value
  const isNumber = /^\d+$/.test(shown)
  // After a digit, `^` can be copied and typed again.
  if (isNumber && !(isSup && /\d$/.test(before))) {
    return [...value].map(digit => (isSup ? RAISED : LOWERED).get(digit) ?? digit).join('')
  }
  const isShort = /^[+-]?[\p{L}\p{N}]+$/u.test(shown) && !/^[\p{L}\p{N}]/u.test(after)
  if (!isSup && isShort) return /^\p{L}/u.test(shown) ? `_${shown}` : ` ${shown}`
  return isSup ? (isShort ? `^${shown}` : `^(${shown})`) : `_(${shown})`
}
