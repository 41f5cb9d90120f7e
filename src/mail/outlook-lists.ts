import type { Element, ElementContent, Parents, Root, RootContent } from 'hast'
import { changeElements, element, elementsIn, isElement, isEmpty, text, textIn } from './nodes.ts'
import type { LeftOut } from './step.ts'
import { styleOf } from './style.ts'

/** An item of one of Outlook's lists: `l0 level2` is in list 0, on the second level. `mark` is what stands in front. */
type Item = { list: string; level: number; mark: string; content: Element }

/** A list that is being made. `at`: the level of its items. */
type OpenList = { node: Element; list: string; at: number }

const MAX_LEVEL = 9

/**
 * Turns Outlook's lists into lists. Outlook writes an item as a paragraph with `mso-list: l0 level2 lfo1`, and its dot
 * or number as text in a span with `mso-list: Ignore`. Office's own elements (`o:p`, `w:sdt`) leave only their content.
 * https://www.w3.org/TR/css-syntax-3/ says nothing about `mso-`; the names are read off mails.
 */
export function readOutlookLists(tree: Root): LeftOut[] {
  changeElements(tree, node => (/^[a-z]\w*:/.test(node.tagName) ? node.children : undefined))
  groupItems(tree)
  return []
}

function groupItems(parent: Parents): void {
  const result: RootContent[] = []
  let open: OpenList[] = []
  for (const child of parent.children) {
    const item = isElement(child) ? itemOf(child) : undefined
    if (item) {
      const top = open[0]
      open = placed(item, open)
      const first = open[0]
      if (first && first.node !== top?.node) result.push(first.node)
    } else {
      // Blanks between two items stand between two lines of the source.
      if (!(child.type === 'text' && isEmpty(child))) open = []
      if (isElement(child)) groupItems(child)
      result.push(child)
    }
  }
  parent.children = result as typeof parent.children
}

/** Puts an item into the open lists. Returns the lists that are open after it, the outermost first. */
function placed({ list, level, mark, content }: Item, open: OpenList[]): OpenList[] {
  let kept = open.filter(({ at }) => at <= level)
  const same = kept.at(-1)
  const isOrdered = /\d|^\(?[a-z]{1,4}[.)]/i.test(mark) && mark !== 'o'
  const kind = isOrdered ? 'ol' : 'ul'
  const continues =
    same?.at === level && same.node.tagName === kind && (kept.length > 1 || same.list === list)
  if (same?.at === level && !continues) kept = kept.slice(0, -1)
  const item = element('li', content.children)
  if (continues && same) same.node.children.push(item)
  else {
    const start = Number(/^\(?(\d{1,9})[.)]?$/.exec(mark)?.[1] ?? 1)
    const node = element(kind, [item], isOrdered && start !== 1 ? { start } : {})
    elementsIn(kept.at(-1)?.node ?? element('ul', []))
      .at(-1)
      ?.children.push(node)
    kept = [...kept, { node, list, at: level }]
  }
  return kept
}

/** Reads a paragraph as an item, and removes the dot or number in front of it. */
function itemOf(paragraph: Element): Item | undefined {
  if (!/^(?:p|div|h[1-6])$/.test(paragraph.tagName)) return undefined
  const found = /(?:^|\s)(l\d+)\s+level([1-9])/.exec(styleOf(paragraph).get('mso-list') ?? '')
  if (found) {
    const mark = takeMark(paragraph)
    const [, list = '', level = ''] = found
    return {
      list,
      level: Math.min(Number(level), MAX_LEVEL),
      mark: mark ?? takeTypedMark(paragraph) ?? '·',
      content: paragraph,
    }
  }
  // Outlook on the web and Gmail drop `mso-list`, but the class stays, and the mark with its blanks.
  if (!classesOf(paragraph).some(name => /MsoListParagraph/i.test(name)) && !hangs(paragraph))
    return undefined
  const typed = takeMark(paragraph) ?? takeTypedMark(paragraph)
  if (typed === undefined) return undefined
  const indent = /([\d.]+)(in|pt|px|cm)/.exec(styleOf(paragraph).get('margin-left') ?? '')
  const inches = { in: 1, pt: 1 / 72, px: 1 / 96, cm: 1 / 2.54 }[indent?.[2] ?? 'in'] ?? 1
  const level = Math.round(Number(indent?.[1] ?? 0.5) * inches * 2)
  return { list: '', level: Math.min(Math.max(level, 1), MAX_LEVEL), mark: typed, content: paragraph }
}

/** Removes the span that holds the mark, and returns the mark's text. */
function takeMark(parent: Element): string | undefined {
  for (const [at, child] of parent.children.entries()) {
    if (!isElement(child)) continue
    if (/ignore/.test(styleOf(child).get('mso-list') ?? '')) {
      parent.children.splice(at, 1)
      return textIn(child).replace(/[\s\u00A0]+/g, '')
    }
    const mark = takeMark(child)
    if (mark !== undefined) return mark
  }
  return undefined
}

/** Removes a mark that is typed as text: a dot or a number, and at least two blanks after it. */
function takeTypedMark(paragraph: Element): string | undefined {
  const found =
    /^[\s\u00A0]*([·•o§▪◦‣\uF0A7\uF0B7-]|\(?(?:\d{1,3}|[a-z]{1,4})[.)])(?:[\s\u00A0]{2,}|\t|\u00A0)/i.exec(
      textIn(paragraph),
    )
  if (!found) return undefined
  removeFromStart(paragraph, found[0].length)
  return found[1]
}

/** Removes so many characters from the start of a node's text. Returns how many are still to be removed. */
function removeFromStart(parent: Element, count: number): number {
  let left = count
  parent.children = parent.children.map((child): ElementContent => {
    if (left === 0) return child
    if (isElement(child)) left = removeFromStart(child, left)
    if (child.type !== 'text') return child
    const removed = Math.min(left, child.value.length)
    left -= removed
    return text(child.value.slice(removed))
  })
  return left
}

/** Whether the first line begins to the left of the others, and with a dot. */
function hangs(paragraph: Element): boolean {
  const style = styleOf(paragraph)
  const isOut = /^-/.test(style.get('text-indent') ?? '') && style.has('margin-left')
  return isOut && /^[\s\u00A0]*[·•§▪◦‣\uF0A7\uF0B7]/.test(textIn(paragraph))
}

function classesOf({ properties }: Element): string[] {
  return Array.isArray(properties.className) ? properties.className.map(String) : []
}
