import type { Element, ElementContent, Root, RootContent, Text } from 'hast'
import { toText } from 'hast-util-to-text'
import { isReadable } from './lines.ts'
import { isElement } from './nodes.ts'
import type { LeftOut } from './step.ts'
import { type Colour, colour, looksLike, pixels, type Style, styleOf } from './style.ts'

/** What an element hands down to the text in it. */
type Inherited = {
  /** In pixels, or `undefined` for a size that is not known. */
  fontSize: number | undefined
  /** `undefined` until a style says it: text without a style is never taken for hidden. */
  text: Colour
  background: Colour
  isVisible: boolean
}

const START: Inherited = { fontSize: 16, text: undefined, background: [255, 255, 255], isVisible: true }

/** Rules by which an element hides everything in it, whatever the elements in it say. */
const HIDES: Record<string, (style: Style, element: Element) => boolean> = {
  'display: none': style => style.get('display') === 'none',
  hidden: (_, { properties }) => 'hidden' in properties,
  'aria-hidden': (_, { properties }) => String(properties.ariaHidden) === 'true',
  // Outlook hides it. In a link, it hides the button from Outlook alone, which draws its own.
  'mso-hide': (style, { tagName }) => style.get('mso-hide') === 'all' && tagName !== 'a',
  opacity: style =>
    Number.parseFloat(style.get('opacity') ?? '1') < 0.05 ||
    /opacity\(\s*0*\.?0*%?\s*\)/.test(style.get('filter') ?? ''),
  'no height': (style, node) =>
    isNothing(style.get('max-height')) ||
    (isNothing(style.get('height')) && clips(style) && !growsWithText(node)),
  'no width': (style, node) =>
    !growsWithText(node) &&
    (isNothing(style.get('max-width')) || (isNothing(style.get('width')) && clips(style))),
  'off screen': isOffScreen,
  clipped: style =>
    /^rect\((?:\s*[01](?:px)?[\s,]*){4}\)/.test(style.get('clip') ?? '') ||
    /^(?:inset\(\s*(?:50|100)%|circle\(0)/.test(style.get('clip-path') ?? '') ||
    /scale[xy]?\(\s*0*\.?0*\s*[,)]/.test(style.get('transform') ?? '') ||
    /^0*\.?0+%?$/.test(style.get('zoom') ?? '') ||
    style.get('content-visibility') === 'hidden',
  'tracking pixel': isPixel,
}

/**
 * Removes what a mail program does not show: preview lines, tracking pixels, text of no size, text in the colour of its
 * background. A hidden line is how a stranger speaks to a program that reads the issue.
 *
 * FreeScout stores neither the colour of the page nor its style sheet. So white text that would be all that
 * a mail shows was written on a dark page, and stays.
 */
export function removeHidden(tree: Root): LeftOut[] {
  const leftOut: LeftOut[] = []
  const onPage: { node: Text; value: string }[] = []
  let hasPicture = false
  tree.children = shown(tree.children, START)
  const isBlank = onPage.length > 0 && !hasPicture && !isReadable(toText(tree))
  for (const { node, value } of onPage) {
    if (isBlank) node.value = value
    else leave('hidden (colour)', value)
  }
  return leftOut

  function shown<Node extends RootContent | ElementContent>(nodes: Node[], around: Inherited): Node[] {
    return nodes.filter(node => {
      if (node.type === 'text') return isSeen(node, around)
      if (node.type !== 'element') return false
      const style = styleOf(node)
      const rule = Object.entries(HIDES).find(([, hides]) => hides(style, node))
      if (rule) {
        leave(`hidden (${rule[0]})`, toText(node))
        return false
      }
      const inherited = handedDown(node, { style, around })
      if (node.tagName === 'img') {
        hasPicture ||= inherited.isVisible
        return inherited.isVisible
      }
      node.children = shown(node.children, inherited)
      // What is left of it is visible, although a part was not.
      if (style.has('visibility')) node.properties.style = withoutVisibility(style)
      return true
    })
  }

  function isSeen(node: Text, { fontSize, text: ink, background, isVisible }: Inherited): boolean {
    const text = node.value
    const rules: [rule: string, isHidden: boolean][] = [
      ['visibility', !isVisible],
      ['font size', fontSize !== undefined && fontSize <= 1],
      ['colour', ink === 'transparent' || looksLike(ink, background)],
    ]
    const rule = rules.find(([, isHidden]) => isHidden)
    // Blanks keep the words around them apart.
    if (!rule || !/\S/.test(text)) return true
    if (rule[0] === 'colour' && background === START.background) {
      onPage.push({ node, value: text })
      node.value = ''
      return true
    }
    leave(`hidden (${rule[0]})`, text)
    return false
  }

  function leave(rule: string, text: string): void {
    if (/\S/.test(text)) leftOut.push({ rule, text: text.trim() })
  }
}

/** Whether an image counts readers, or keeps a place free: it has the width or height of a pixel. */
function isPixel(style: Style, { tagName, properties }: Element): boolean {
  if (tagName !== 'img') return false
  if ([properties.width, properties.height].some(size => ['0', '1'].includes(String(size)))) return true
  return ['width', 'height'].some(side => (pixels(style.get(side)) ?? 2) <= 1)
}

function handedDown(
  { properties, tagName }: Element,
  { style, around }: { style: Style; around: Inherited },
): Inherited {
  const visibility = style.get('visibility')
  const ink = style.get('-webkit-text-fill-color') ?? style.get('color') ?? asText(properties.color)
  return {
    fontSize: fontSizeOf(style, around),
    // The text of a link has the colour of links until its own style says otherwise.
    text: ink === undefined ? (tagName === 'a' ? undefined : around.text) : inkOf(ink, around),
    background: backgroundOf({ properties, tagName } as Element, { style, around }),
    isVisible:
      visibility === undefined || visibility === 'inherit' ? around.isVisible : visibility === 'visible',
  }
}

function withoutVisibility(style: Style): string {
  return [...style]
    .filter(([name]) => name !== 'visibility')
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
}

function inkOf(value: string, around: Inherited): Colour {
  return value === 'inherit' || value === 'currentcolor' ? around.text : colour(value)
}

function fontSizeOf(style: Style, around: Inherited): number | undefined {
  const size =
    style.get('font-size') ??
    /(?:^|\s)(0|[\d.]+(?:px|pt|em|rem|%))(?=[\s/])/.exec(style.get('font') ?? '')?.[1]
  if (size === undefined || size === 'inherit') return around.fontSize
  const relative = /^([\d.]+)(em|%)$/.exec(size)
  if (!relative) return pixels(size)
  if (around.fontSize === undefined) return undefined
  return (Number(relative[1]) * around.fontSize) / (relative[2] === '%' ? 100 : 1)
}

function backgroundOf(
  { properties }: Element,
  { style, around }: { style: Style; around: Inherited },
): Colour {
  if (properties.background || style.has('background-image')) return undefined
  const shorthand = style.get('background')
  const value = style.get('background-color') ?? shorthand ?? asText(properties.bgColor)
  if (value === undefined || ['transparent', 'inherit', 'none', 'initial', ''].includes(value))
    return around.background
  const found =
    colour(value) ??
    value
      .split(/\s+/)
      .map(colour)
      .find(part => part !== undefined)
  return found === 'transparent' ? around.background : found
}

function isOffScreen(style: Style): boolean {
  const isFar = (property: string, distance: number) => (pixels(style.get(property)) ?? 0) <= distance
  const isPlaced = ['absolute', 'fixed', 'relative', 'sticky'].includes(style.get('position') ?? '')
  if (/translate[xy3d]*\([^)]*-\d{3,}/.test(style.get('transform') ?? '')) return true
  if (isPlaced && ['left', 'top', 'right', 'bottom'].some(side => isFar(side, -300))) return true
  return ['text-indent', 'margin-left', 'margin-top'].some(property => isFar(property, -300))
}

/** A cell is never smaller than its text. Long text in a cell is often cut by a width of nothing. */
function growsWithText(node: Element): boolean {
  return isElement(node, 'table', 'tbody', 'tr', 'td', 'th')
}

function clips(style: Style): boolean {
  return ['overflow', 'overflow-x', 'overflow-y'].some(name => /^(?:hidden|clip)/.test(style.get(name) ?? ''))
}

/** Whether a length leaves no room for a letter. Screen readers' text has a box of one pixel. */
function isNothing(length: string | undefined): boolean {
  return /^0*\.?0+%$/.test(length ?? '') || (pixels(length) ?? 2) <= 1
}

function asText(value: unknown): string | undefined {
  return typeof value === 'string' ? value.toLowerCase() : undefined
}
