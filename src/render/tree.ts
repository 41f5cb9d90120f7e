import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { clean, oneLine } from './plain.ts'

/** HTML beyond this many bytes is not looked at. */
export const HTML_LIMIT = 256 * 1024

/** A long mail has some 5,000 tags; 256 KB of nothing else would keep the parser busy for minutes. */
const TAG_LIMIT = 10_000
const NODE_LIMIT = 60_000
/** Long mail threads nest some 50 deep; everything after the parser is recursive. */
const DEPTH_LIMIT = 200

/** `cut` says that something was left out at the end. */
export type SafeTree = { tree: Root; cut: boolean }

/** What passes: text and its structure. No ids, classes or styles, no spans over rows and columns, no comments. */
const SCHEMA: Schema = {
  tagNames: (
    'a b blockquote br code dd del div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p pre q s samp small span ' +
    'strike strong sub summary sup table tbody td tfoot th thead tr tt u ul var'
  ).split(' '),
  strip: (
    'script style title template noscript noframes noembed iframe frame object embed applet svg math audio video ' +
    'canvas select option textarea button datalist dialog map'
  ).split(' '),
  attributes: { a: ['href', 'rel'], ol: ['start'], td: ['align'], th: ['align'] },
  protocols: { href: ['http', 'https', 'mailto'] },
  clobber: [],
  required: {},
  allowComments: false,
  allowDoctypes: false,
}

/**
 * Parses hostile HTML to a tree of harmless elements: images are their names as text, checkboxes ☐ and ☑, links
 * have the URL that `link` gives for their `href` or are their text alone, what is hidden is gone.
 * `undefined` when the HTML is built to exhaust a parser; never throws.
 */
export function safeTree(html: string, link: (href: string) => string | undefined): SafeTree | undefined {
  try {
    const { source, cut } = withinLimit(html)
    if ((source.match(/<[a-z]/gi)?.length ?? 0) > TAG_LIMIT) return undefined
    const tree = fromHtml(withoutFormattingAttributes(source), { fragment: true })
    if (!isWithinLimits(tree)) return undefined
    tree.children = tree.children.flatMap(child => simplify(child, link))
    const safe = sanitize(tree, SCHEMA)
    return { tree: safe.type === 'root' ? safe : { type: 'root', children: [safe as RootContent] }, cut }
  } catch {
    return undefined // A stack overflow in a recursive step: too deep after all.
  }
}

function withinLimit(html: string): { source: string; cut: boolean } {
  const bytes = Buffer.from(html.slice(0, HTML_LIMIT))
  const cut = html.length > HTML_LIMIT || bytes.length > HTML_LIMIT
  if (!cut) return { source: html, cut }
  const source = bytes
    .subarray(0, HTML_LIMIT)
    .toString()
    .replace(/\uFFFD$/, '')
  const tag = source.lastIndexOf('<')
  return { source: tag > source.lastIndexOf('>') ? source.slice(0, tag) : source, cut }
}

/**
 * HTML makes a parser repeat every open `<b>`, `<i>`, `<font>` … in every new paragraph, but no more than three that
 * look the same ("Noah's Ark clause"). Without attributes they all do, so 30 KB can't become millions of elements.
 * https://html.spec.whatwg.org/multipage/parsing.html#push-onto-the-list-of-active-formatting-elements
 */
function withoutFormattingAttributes(html: string): string {
  return html.replace(/<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/])[^>]*>?/gi, '<$1>')
}

/** Measures without recursion. */
function isWithinLimits(tree: Root): boolean {
  let level: (RootContent | ElementContent)[] = tree.children
  let nodes = 0
  for (let depth = 0; level.length > 0; depth++) {
    nodes += level.length
    if (depth > DEPTH_LIMIT || nodes > NODE_LIMIT) return false
    level = level.flatMap(node => ('children' in node ? node.children : []))
  }
  return true
}

function simplify<Node extends RootContent | ElementContent>(
  node: Node,
  link: (href: string) => string | undefined,
): (Node | ElementContent)[] {
  if (node.type === 'text') return [{ ...node, value: clean(node.value) }]
  if (node.type !== 'element') return [node]
  if (isHidden(node)) return []
  if (node.tagName === 'img') return [text(imageName(node))]
  if (node.tagName === 'input') {
    return node.properties.type === 'checkbox' ? [text(node.properties.checked ? '☑ ' : '☐ ')] : []
  }
  node.children = node.children.flatMap(child => simplify(child, link))
  if (node.tagName === 'a') {
    const href = link(String(node.properties.href ?? ''))
    if (!href) return node.children
    node.properties = { href, rel: ['nofollow', 'noopener', 'noreferrer'] }
  }
  return [node]
}

/** Mails hide a preview line; a stranger may hide anything. A picture of one pixel is there to count readers. */
function isHidden({ tagName, properties }: Element): boolean {
  if (
    tagName === 'img' &&
    [properties.width, properties.height].some(size => ['0', '1'].includes(String(size)))
  ) {
    return true
  }
  return (
    'hidden' in properties || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties.style))
  )
}

/** `[image: alt]`, or the file's name without its path and query, where FreeScout keeps the access token. */
function imageName({ properties }: Element): string {
  const file = /^(?:https?:)?\/[^?#]*\/([^/?#]+\.[a-z0-9]{2,5})(?:[?#]|$)/i.exec(
    String(properties.src ?? ''),
  )?.[1]
  const name = oneLine(String(properties.alt ?? ''), 100) || oneLine(file ?? '', 100)
  return name ? `[image: ${name}]` : '[image]'
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
