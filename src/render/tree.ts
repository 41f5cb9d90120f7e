import type { Element, ElementContent, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { type Schema, sanitize } from 'hast-util-sanitize'
import { toText } from 'hast-util-to-text'
import { type LeftOut, type MailOptions, readMail } from '../mail/steps.ts'
import { attempt, gaveUp, type Rendered, rendered } from './attempt.ts'
import { clean, oneLine } from './plain.ts'

/** The renderer does not read HTML beyond this many bytes. */
const HTML_LIMIT = 256 * 1024

/** A long mail has about 5,000 tags. 256 KB of nothing but tags would keep the parser busy for minutes. */
const TAG_LIMIT = 10_000
const NODE_LIMIT = 60_000
/** Long mail threads have about 50 levels. Every step after the parser is recursive. */
const DEPTH_LIMIT = 200

/** How to read HTML. `link` maps an `href` to the URL of the link; without a URL only the link's text stays. */
type Reading = {
  link: (href: string) => string | undefined
  /** Changes the parsed tree in place, before it is made safe. */
  prepare?: (tree: Root) => void
  /** Set when the HTML is a mail, which is first changed to what its reader sees. */
  mail?: MailOptions
}

/** `cut`: the end of the text is missing. `leftOut`: what a mail's steps left out. */
type SafeTree = { tree: Root; cut: boolean; leftOut: LeftOut[] }

/** What stays: text and its structure. No ids, classes or styles, no merged table cells, no comments. */
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
 * Parses hostile HTML to a tree of harmless elements. An image becomes its name, a checkbox becomes ☐ or ☑, and
 * hidden elements are removed. Gives up on HTML that was built to exhaust a parser; never throws.
 */
export function safeTree(html: string, { link, prepare, mail }: Reading): Rendered<SafeTree> {
  return attempt(() => {
    const { source, cut } = withinLimit(html)
    const parsed = parse(source)
    if (parsed.kind === 'gave-up') return parsed
    const tree = parsed.value
    prepare?.(tree)
    const leftOut = mail ? readMail(tree, mail) : []
    tree.children = tree.children.flatMap(child => simplify(child, link))
    const safe = sanitize(tree, SCHEMA)
    const root: Root = safe.type === 'root' ? safe : { type: 'root', children: [safe as RootContent] }
    return rendered({ tree: root, cut, leftOut })
  })
}

/** The text that hostile HTML shows, with a line for each block and entities decoded. Gives up as `safeTree` does. */
export function shownText(html: string): Rendered<string> {
  return attempt(() => {
    const tree = parse(html)
    return tree.kind === 'rendered' ? rendered(toText(tree.value)) : tree
  })
}

function parse(source: string): Rendered<Root> {
  if ((source.match(/<[a-z]/gi)?.length ?? 0) > TAG_LIMIT) return gaveUp('too-many-tags')
  const tree = fromHtml(withoutFormattingAttributes(source), { fragment: true })
  const excess = excessOf(tree)
  return excess ? gaveUp(excess) : rendered(tree)
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
 * A parser repeats every open `<b>`, `<i>`, `<font>` … in every new paragraph, but at most three that look the same
 * ("Noah's Ark clause"). Without attributes all of them look the same, so 30 KB can't become millions of elements.
 * https://html.spec.whatwg.org/multipage/parsing.html#push-onto-the-list-of-active-formatting-elements
 */
function withoutFormattingAttributes(html: string): string {
  return html.replace(/<(b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u)(?=[\s/])[^>]*>?/gi, '<$1>')
}

/** The limit that a tree exceeds. The walk goes level by level, without recursion. */
function excessOf(tree: Root): 'too-deep' | 'too-many-elements' | undefined {
  let level: (RootContent | ElementContent)[] = tree.children
  let nodes = 0
  for (let depth = 0; level.length > 0; depth++) {
    nodes += level.length
    if (depth > DEPTH_LIMIT) return 'too-deep'
    if (nodes > NODE_LIMIT) return 'too-many-elements'
    level = level.flatMap(node => ('children' in node ? node.children : []))
  }
  return undefined
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

/**
 * Whether mail programs show nothing of this element: a hidden preview line, or an image of one pixel that counts
 * readers.
 */
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

/** `[image: alt]`, or the file's name. Path and query are left out, because FreeScout puts the access token there. */
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
